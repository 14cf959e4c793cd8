import { SUPPRESSED, type Evaluation } from '../model/results.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT } from '../model/vocabulary.ts';
import type { ChosenBars } from '../aggregation/aggregate.ts';
import { askLargestFirst, countGuard, type Members } from './countGuard.ts';
import { hiddenInGroups, hideBars, hideSmall } from './smallCounts.ts';
import { hideAges, hideAgesAndSexes, hideFlags } from './victimDisclosure.ts';

type Charts = Pick<Evaluation, 'byMonth' | 'byMonthOfYear' | 'byWeekdayHour' | 'byKind' | 'byAge' | 'bySex' | 'byFlag' | 'detail' | 'matching'>;

/**
 * Hides, in place, small bars and what would give them away: their sum is the chosen areas' total, so that where this
 * is hidden, so are they; where it is shown, a chart with one hidden bar, in all or among those chosen, or with hidden
 * bars that add up to less than the threshold, hides its next smallest. Months add up to months of the year too.
 *
 * @param total whether the chosen areas' total is shown
 * @param least the least that it can be: bars of 0 stay beside a hidden total where the other bars are no more than that,
 * and so, with one event each at least, tell nothing of it
 * @returns whether the offences at exactly 00:00 may be shown, which some of the bars add up to
 */
export function hideCharts(charts: Charts, threshold: number, { total, least }: { readonly total: boolean; readonly least: number }, bars: ChosenBars): boolean {
  const { byMonth, byMonthOfYear, byWeekdayHour, byKind, byAge, bySex, byFlag, detail } = charts;
  if (!total) {
    for (const chart of [byMonth, byMonthOfYear, byWeekdayHour, byKind, byAge, bySex, byFlag, detail?.byAgeSex]) {
      const zerosStay = chart && chart.filter((count) => count > 0).length <= least;
      if (chart) hideBars(chart, Uint8Array.from(chart, (count) => (count > 0 || !zerosStay ? 1 : 0)));
    }
    return false;
  }
  hideMonths(byMonth, byMonthOfYear, threshold, bars);
  for (const [chart, chosen] of [[byKind, bars.kind], [bySex, bars.sex]] as const) {
    if (chart) hideSmall(chart, threshold, chosen);
  }
  if (byAge) hideAges(byAge, threshold, bars.age);
  if (byFlag) hideFlags(byFlag, threshold, bars.flag, charts.matching);
  if (detail?.byAgeSex) hideAgesAndSexes(detail.byAgeSex, threshold);
  return byWeekdayHour === null || hideHours(byWeekdayHour, threshold, bars);
}

/**
 * A month of the year is the sum of its months in the period. Of those with a hidden one further months go, so that
 * the months of the year, which tables print, can stay; one that would give a hidden month away all the same goes too.
 */
function hideMonths(byMonth: Uint32Array, byMonthOfYear: Uint32Array, threshold: number, bars: ChosenBars): void {
  const open = { months: byMonth.slice(), ofYear: byMonthOfYear.slice() };
  hideSmall(byMonth, threshold, bars.month);
  hideBars(byMonth, hiddenInGroups(open.months, threshold, Int8Array.from(bars.monthOfYearOf, (ofTheYear, month) => (bars.inPeriod[month] === 1 ? ofTheYear : -1)), hiddenOf(byMonth)));
  hideSmall(byMonthOfYear, threshold, bars.monthOfYear);
  const ofYear = Array.from(byMonthOfYear, (_, ofTheYear): Members => [...byMonth.keys()].filter((month) => bars.inPeriod[month] === 1 && bars.monthOfYearOf[month] === ofTheYear));
  const chosen = [...byMonth.keys()].filter((month) => bars.month[month] === 1);
  const guard = countGuard(open.months, hiddenOf(byMonth), threshold, { wholes: [chosen], families: [ofYear] });
  if (!guard(chosen)) {
    byMonth.fill(SUPPRESSED);
    byMonthOfYear.fill(SUPPRESSED);
    return;
  }
  const shown = byMonthOfYear.map((count) => (count === SUPPRESSED ? 0 : 1));
  const asked = [...shown.keys()].filter((ofTheYear) => shown[ofTheYear] === 1 && open.ofYear[ofTheYear]! > 0);
  const admitted = askLargestFirst(asked.map((ofTheYear) => ({ members: ofYear[ofTheYear] ?? [], value: open.ofYear[ofTheYear] ?? 0 })), guard);
  asked.forEach((ofTheYear, i) => {
    if (!admitted[i]) byMonthOfYear[ofTheYear] = SUPPRESSED;
  });
}

/** Whether the midnight slots of the chosen days may be shown as one sum beside the bars. */
function hideHours(byWeekdayHour: Uint32Array, threshold: number, bars: ChosenBars): boolean {
  const open = byWeekdayHour.slice();
  hideSmall(byWeekdayHour, threshold, bars.weekdayHour);
  const slots = [...open.keys()];
  const chosen = slots.filter((slot) => bars.weekdayHour[slot] === 1);
  const midnight = slots.filter((slot) => slot % HOUR_SLOTS === MIDNIGHT_SLOT && bars.hourChosen[slot] === 1);
  const guard = countGuard(open, hiddenOf(byWeekdayHour), threshold, { wholes: [chosen, midnight], families: [[midnight]] });
  return guard(chosen) && guard(midnight);
}

function hiddenOf(chart: Uint32Array): Uint8Array {
  return Uint8Array.from(chart, (count) => (count === SUPPRESSED ? 1 : 0));
}
