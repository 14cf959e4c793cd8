import { CLASS, REASON } from '../model/measures.ts';
import { SUPPRESSED, type AreaColumns, type Evaluation, type RateSummary } from '../model/results.ts';
import type { ChosenBars } from '../aggregation/aggregate.ts';
import { areasByPlace, type ChosenAreas } from '../aggregation/chosenAreas.ts';
import { quantileClasses } from '../statistics/quantileClasses.ts';
import { AREA_PLACE_KINDS, type AreaPlaceKind, type PlaceIndex } from '../tables/placeIndex.ts';
import { NO_PACE } from './areaColumns.ts';
import { hideSmall, hiddenInGroups, isSmall } from './smallCounts.ts';
import type { GroupRates } from './rates.ts';
import { sumGuard, type SumGuard } from './sumGuard.ts';

/** Where the areas lie, which of them are chosen, which the data set covers, and which bars are chosen. */
export interface Geography {
  readonly places: PlaceIndex;
  readonly chosen: ChosenAreas;
  readonly covered: Uint8Array;
  readonly bars: ChosenBars;
}

/**
 * Hides what a data set's sharing agreement does not let be shown: counts from 1 to threshold - 1.
 *
 * Guarded: every count of the answer (areas, charts, places, totals, the events of rates), and with an area's count
 * its rate, limits, class and months needed. Against subtraction: a borough with one hidden area, or hidden areas whose
 * sum is small, hides its next smallest area too, and so does the county; a total (county, boroughs, chosen areas,
 * then boroughs, hubs, hotspots and wards under the other clauses) is hidden where it would fix a hidden count or a
 * hidden total together with those before it (worker/sumGuard.ts); the charts go with the chosen areas' total, and a
 * chart with one hidden bar, in all or among those chosen, hides its next smallest.
 *
 * Not guarded: subtraction between two answers (one more month, hour or type; two drawn shapes that differ by an
 * area), between charts of one answer, and guesses from sums of several hidden counts. Tables that leave the agreement's
 * circle need a disclosure check by a person.
 *
 * The columns of `evaluation` are changed in place: they are this answer's own.
 */
export function disclose(evaluation: Evaluation, threshold: number, geography: Geography): Evaluation {
  if (threshold <= 1) return evaluation;
  const { places, chosen, covered, bars } = geography;
  const mayShow = makeGuard(evaluation, threshold, geography);
  const all = [...covered.keys()].filter((area) => covered[area] === 1);
  // In this order: what is asked first is shown before what is asked later.
  const county = hideRates(evaluation.county, threshold, mayShow(all));
  const boroughs = Object.fromEntries(places.borough.ids.map((id, i) => [id, mayShow(all.filter((area) => places.borough.ofArea[area] === i))]));
  const total = mayShow(all.filter((area) => chosen.inPlace[area] === 1));
  const charts = [[evaluation.byMonth, bars.month], [evaluation.byMonthOfYear, bars.monthOfYear], [evaluation.byWeekdayHour, bars.weekdayHour], [evaluation.byKind, bars.kind]] as const;
  for (const [chart, chosenBars] of charts) {
    if (chart && !total) chart.fill(SUPPRESSED);
    else if (chart) hideSmall(chart, threshold, chosenBars);
  }
  const number = (value: number, shown: boolean): number => (hides(value, threshold, shown) ? SUPPRESSED : value);
  const byPlace = (kind: AreaPlaceKind, counts: Readonly<Record<string, number>>): Record<string, number> => {
    const members = areasByPlace(kind, places, chosen);
    return Object.fromEntries(places[kind].ids.map((id, i) => [id, number(counts[id] ?? 0, mayShow(members[i] ?? []))]));
  };
  return {
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
  };
}

/** Hides areas in place, and tells which sums of areas may be shown beside those hidden: counts and victims alike. */
function makeGuard({ areas, county }: Evaluation, threshold: number, { places, chosen, covered }: Geography): SumGuard {
  const open = { counts: areas.count.slice(), victims: areas.victims.slice() };
  const hidden = hideAreas(areas, threshold, places, covered, county.dsr !== null);
  const inPlace = [...covered.keys()].filter((area) => covered[area] === 1 && chosen.inPlace[area] === 1);
  const sums = [inPlace, ...AREA_PLACE_KINDS.flatMap((kind) => areasByPlace(kind, places, chosen)), ...places.borough.ids.map((_, i) => [...covered.keys()].filter((area) => places.borough.ofArea[area] === i))];
  const guards = (['counts', 'victims'] as const).map((what) => {
    const values = open[what];
    const small = (members: readonly number[]): boolean => isSmall(members.reduce((sum, area) => sum + values[area]!, 0), threshold);
    const admits = sumGuard(hidden[what].map((flag, area) => (flag === 1 && values[area]! > 0 ? 1 : 0)), sums.filter(small));
    return (members: readonly number[]): boolean => !small(members) && admits(members);
  });
  return (members) => guards.map((shows) => shows(members)).every(Boolean);
}

/** 1 for hidden areas; an area whose count of offences is hidden hides its victims too. */
interface HiddenAreas {
  readonly counts: Uint8Array;
  readonly victims: Uint8Array;
}

/** Hides areas in place and tells which. */
function hideAreas(areas: AreaColumns, threshold: number, { borough }: PlaceIndex, covered: Uint8Array, hasAge: boolean): HiddenAreas {
  const everywhere = new Uint8Array(areas.count.length);
  const within = (values: Uint32Array, already: Uint8Array): Uint8Array =>
    hiddenInGroups(values, threshold, everywhere, hiddenInGroups(values, threshold, borough.ofArea, already));
  const counts = within(areas.count, new Uint8Array(areas.count.length));
  const victims = within(areas.victims, counts);
  // All that is known of a small count is that it is small: such areas share a rank.
  const ranked = Float64Array.from(areas.count, (count, area) => (covered[area] === 0 ? Number.NaN : isSmall(count, threshold) ? 1 : count));
  areas.countQuintile.set(quantileClasses(ranked, 5));
  counts.forEach((flag, area) => {
    if (flag === 1) hideRate(areas, area);
  });
  victims.forEach((flag, area) => {
    if (flag !== 1) return;
    areas.victims[area] = SUPPRESSED;
    if (hasAge) hideDsr(areas, area);
  });
  return { counts, victims };
}

function hideRate(areas: AreaColumns, area: number): void {
  areas.count[area] = SUPPRESSED;
  areas.monthsNeededRate[area] = NO_PACE;
  for (const column of [areas.rate, areas.rateLower, areas.rateUpper]) column[area] = Number.NaN;
  areas.rateReason[area] = REASON.belowThreshold;
  areas.rateClass[area] = CLASS.tooFew;
}

function hideDsr(areas: AreaColumns, area: number): void {
  areas.monthsNeededDsr[area] = NO_PACE;
  for (const column of [areas.dsr, areas.dsrLower, areas.dsrUpper]) column[area] = Number.NaN;
  areas.dsrReason[area] = REASON.belowThreshold;
  areas.dsrClass[area] = CLASS.tooFew;
}

function hides(value: number, threshold: number, shown: boolean): boolean {
  return (!shown && value > 0) || isSmall(value, threshold);
}

function hideRates({ count, rate, dsr }: GroupRates, threshold: number, shown: boolean): GroupRates {
  return {
    count: hides(count, threshold, shown) ? SUPPRESSED : count,
    rate: hides(rate.events, threshold, shown) ? withheld(rate) : rate,
    dsr: dsr && hides(dsr.events, threshold, shown) ? withheld(dsr) : dsr,
  };
}

function withheld(summary: RateSummary): RateSummary {
  return { ...summary, value: Number.NaN, lower: Number.NaN, upper: Number.NaN, reason: REASON.belowThreshold, events: SUPPRESSED };
}
