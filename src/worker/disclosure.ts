import { REASON } from '../model/measures.ts';
import { SUPPRESSED, type Evaluation, type GroupSummary, type RateSummary } from '../model/results.ts';
import type { ChosenBars } from '../aggregation/aggregate.ts';
import { areasByPlace } from '../aggregation/chosenAreas.ts';
import type { AreaPlaceKind } from '../tables/placeIndex.ts';
import { guardAreas, type AreaGroups } from './areaDisclosure.ts';
import { hideSmall, isSmall } from './smallCounts.ts';
import type { SumGuard } from './sumGuard.ts';
import { hideAges, hideAgesAndSexes, hideFlags } from './victimDisclosure.ts';

/** The areas' groups, and which bars are chosen. */
export interface Geography extends AreaGroups {
  readonly bars: ChosenBars;
}

/** What may be shown, and which further sums of areas may be shown beside it. */
export interface Disclosed {
  readonly evaluation: Evaluation;
  readonly mayShow: SumGuard;
}

/**
 * Hides what a data set's sharing agreement does not let be shown: counts from 1 to threshold - 1.
 *
 * Guarded: every count of the answer (areas, charts, places, totals, the events of rates), and with an area's count
 * its rate, limits and months needed. Against subtraction: a borough with one hidden area, or hidden areas whose
 * sum is small, hides its next smallest area too, and so does the county; a total (county, boroughs, chosen areas,
 * then boroughs, hubs, hotspots and wards under the other clauses, then IMD deciles) is hidden where it would fix a
 * hidden count or a hidden total together with those before it (worker/sumGuard.ts); the charts go with the chosen
 * areas' total, and a chart with one hidden bar, in all or among those chosen, hides its next smallest. Classes,
 * benchmarks, p-values, funnel and ratio are made from what is left to show (decision 011).
 *
 * Not guarded: subtraction between two answers (one more month, hour or type; two drawn shapes that differ by an
 * area), between charts of one answer, how many ages are not known, and guesses from sums of several hidden counts.
 * Tables that leave the agreement's circle need a disclosure check by a person.
 *
 * The columns of `evaluation` are changed in place: they are this answer's own.
 */
export function disclose(evaluation: Evaluation, threshold: number, geography: Geography): Disclosed {
  if (threshold <= 1) return { evaluation, mayShow: () => true };
  const { places, chosen, covered, deciles } = geography;
  const mayShow = guardAreas(evaluation, threshold, geography);
  const all = [...covered.keys()].filter((area) => covered[area] === 1);
  // In this order: what is asked first is shown before what is asked later.
  const county = hideRates(evaluation.county, threshold, mayShow(all));
  const boroughs = Object.fromEntries(places.borough.ids.map((id, i) => [id, mayShow(all.filter((area) => places.borough.ofArea[area] === i))]));
  const total = mayShow(all.filter((area) => chosen.inPlace[area] === 1));
  hideCharts(evaluation, threshold, total, geography.bars);
  const number = (value: number, shown: boolean): number => (hides(value, threshold, shown) ? SUPPRESSED : value);
  const byPlace = (kind: AreaPlaceKind, counts: Readonly<Record<string, number>>): Record<string, number> => {
    const members = areasByPlace(kind, places, chosen);
    return Object.fromEntries(places[kind].ids.map((id, i) => [id, number(counts[id] ?? 0, mayShow(members[i] ?? []))]));
  };
  const { detail } = evaluation;
  const shown: Evaluation = {
    ...evaluation,
    byBorough: byPlace('borough', evaluation.byBorough),
    byHub: byPlace('hub', evaluation.byHub),
    byNteHotspot: byPlace('nteHotspot', evaluation.byNteHotspot),
    byWard: byPlace('ward', evaluation.byWard),
    matching: number(evaluation.matching, total),
    matchingVictims: number(evaluation.matchingVictims, total),
    ageUnknown: number(evaluation.ageUnknown, total),
    withoutLocation: number(evaluation.withoutLocation, true),
    outsideCounty: number(evaluation.outsideCounty, true),
    atMidnight: number(evaluation.atMidnight, total),
    county,
    chosen: hideRates(evaluation.chosen, threshold, total),
    boroughs: Object.fromEntries(Object.entries(evaluation.boroughs).map(([id, group]) => [id, hideRates(group, threshold, boroughs[id] ?? false)])),
    detail: detail && { ...detail, byDecile: detail.byDecile.map((group, i) => hideRates(group, threshold, mayShow(deciles[i] ?? []))) },
  };
  return { evaluation: shown, mayShow };
}

/** In place. The charts' sum is the chosen areas' total: where this is hidden, so are they. */
function hideCharts(evaluation: Evaluation, threshold: number, total: boolean, bars: ChosenBars): void {
  const { byMonth, byMonthOfYear, byWeekdayHour, byKind, byAge, bySex, byFlag, detail } = evaluation;
  if (!total) {
    for (const chart of [byMonth, byMonthOfYear, byWeekdayHour, byKind, byAge, bySex, byFlag, detail?.byAgeSex]) chart?.fill(SUPPRESSED);
    return;
  }
  for (const [chart, chosen] of [[byMonth, bars.month], [byMonthOfYear, bars.monthOfYear], [byWeekdayHour, bars.weekdayHour], [byKind, bars.kind], [bySex, bars.sex]] as const) {
    if (chart) hideSmall(chart, threshold, chosen);
  }
  if (byAge) hideAges(byAge, threshold, bars.age);
  if (byFlag) hideFlags(byFlag, threshold, bars.flag, evaluation.matching);
  if (detail?.byAgeSex) hideAgesAndSexes(detail.byAgeSex, threshold);
}

function hides(value: number, threshold: number, shown: boolean): boolean {
  return (!shown && value > 0) || isSmall(value, threshold);
}

function hideRates({ count, rate, dsr }: GroupSummary, threshold: number, shown: boolean): GroupSummary {
  return {
    count: hides(count, threshold, shown) ? SUPPRESSED : count,
    rate: hides(rate.events, threshold, shown) ? withheld(rate) : rate,
    dsr: dsr && hides(dsr.events, threshold, shown) ? withheld(dsr) : dsr,
  };
}

/** Nothing of the group is shown. */
export function withheldGroup({ count, rate, dsr }: GroupSummary): GroupSummary {
  return { count: count > 0 ? SUPPRESSED : 0, rate: withheld(rate), dsr: dsr && withheld(dsr) };
}

function withheld(summary: RateSummary): RateSummary {
  return { ...summary, value: Number.NaN, lower: Number.NaN, upper: Number.NaN, reason: REASON.belowThreshold, events: SUPPRESSED };
}
