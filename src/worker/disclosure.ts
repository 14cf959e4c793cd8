import { REASON } from '../model/measures.ts';
import { SUPPRESSED, type Evaluation, type GroupSummary, type RateSummary } from '../model/results.ts';
import type { ChosenBars } from '../aggregation/aggregate.ts';
import { areasByPlace } from '../aggregation/chosenAreas.ts';
import type { AreaPlaceKind } from '../tables/placeIndex.ts';
import { guardAreas, type AreaGroups } from './areaDisclosure.ts';
import { hideCharts } from './chartDisclosure.ts';
import { askLargestFirst } from './countGuard.ts';
import { isSmall } from './smallCounts.ts';
import type { SumGuard } from './sumGuard.ts';

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
 * then IMD deciles, then boroughs, hubs, hotspots and wards under the other clauses) is hidden where it and those
 * before it, with what is known of small counts, would fix a hidden count or a hidden total, or where what is hidden
 * of a shown total would add up to less than the threshold (worker/countGuard.ts); the charts go with the chosen areas' total (worker/chartDisclosure.ts).
 * Classes, benchmarks, p-values, funnel and ratio are made from what is left to show (decision 011).
 *
 * Against successive periods: where the months that the selection leaves out hold a small count of an area, of a group or
 * of what has no area, its count is hidden too, because the whole period's is the next thing to ask for
 * (worker/leftOutMonths.ts). The age chart goes where the rate beside it would fix a band (worker/ageDisclosure.ts).
 *
 * Not guarded: subtraction between other pairs of answers (two periods neither of which is whole; one more hour, type or
 * age; two drawn shapes that differ by an area; bars of two periods), between charts of one answer but for months and months of the year, how many ages are not known, and guesses
 * from sums of several hidden counts. Tables that leave the agreement's circle need a disclosure check by a person.
 *
 * The columns of `evaluation` are changed in place: they are this answer's own.
 */
export function disclose(evaluation: Evaluation, threshold: number, geography: Geography): Disclosed {
  if (threshold <= 1) return { evaluation, mayShow: () => true };
  const { places, chosen, covered, deciles, leftOut } = geography;
  const mayShow = guardAreas(evaluation, threshold, geography);
  const all = [...covered.keys()].filter((area) => covered[area] === 1);
  // In this order: what is asked first is shown before what is asked later.
  const county = hideRates(evaluation.county, threshold, mayShow(all));
  const boroughsShown = askLargestFirst(places.borough.ids.map((id, i) => ({ members: all.filter((area) => places.borough.ofArea[area] === i), value: evaluation.boroughs[id]?.count ?? 0 })), mayShow);
  const boroughs = Object.fromEntries(places.borough.ids.map((id, i) => [id, boroughsShown[i] ?? false]));
  const here = all.filter((area) => chosen.inPlace[area] === 1);
  const total = mayShow(here);
  const { areas } = evaluation;
  const least = Math.min(leastOf(areas.count, here, 1), leastOf(areas.victims, here, 0));
  const { detail } = evaluation;
  const decilesShown = askLargestFirst((detail?.byDecile ?? []).map(({ count }, i) => ({ members: deciles[i] ?? [], value: count })), mayShow);
  const atMidnight = hideCharts(evaluation, threshold, { total, least }, geography.bars);
  const number = (value: number, shown: boolean): number => (hides(value, threshold, shown) ? SUPPRESSED : value);
  const byPlace = (kind: AreaPlaceKind, counts: Readonly<Record<string, number>>): Record<string, number> => {
    const members = areasByPlace(kind, places, chosen);
    const ask = askLargestFirst(places[kind].ids.map((id, i) => ({ members: members[i] ?? [], value: counts[id] ?? 0 })), mayShow);
    return Object.fromEntries(places[kind].ids.map((id, i) => [id, number(counts[id] ?? 0, ask[i] ?? false)]));
  };
  const shown: Evaluation = {
    ...evaluation,
    byBorough: byPlace('borough', evaluation.byBorough),
    byHub: byPlace('hub', evaluation.byHub),
    byNteHotspot: byPlace('nteHotspot', evaluation.byNteHotspot),
    byWard: byPlace('ward', evaluation.byWard),
    matching: number(evaluation.matching, total),
    matchingVictims: number(evaluation.matchingVictims, total),
    ageUnknown: number(evaluation.ageUnknown, total),
    withoutLocation: number(evaluation.withoutLocation, !isSmall(leftOut?.withoutLocation ?? 0, threshold)),
    outsideCounty: number(evaluation.outsideCounty, !isSmall(leftOut?.outsideCounty ?? 0, threshold)),
    atMidnight: number(evaluation.atMidnight, atMidnight),
    county,
    chosen: hideRates(evaluation.chosen, threshold, total),
    boroughs: Object.fromEntries(Object.entries(evaluation.boroughs).map(([id, group]) => [id, hideRates(group, threshold, boroughs[id] ?? false)])),
  };
  return { evaluation: { ...shown, detail: detail && { ...detail, byDecile: detail.byDecile.map((group, i) => hideRates(group, threshold, decilesShown[i] ?? false)) } }, mayShow };
}

/** The least that the shown counts and those that are not, `each` of them at least, add up to. */
function leastOf(counts: Uint32Array, members: readonly number[], each: number): number {
  return members.reduce((sum, area) => sum + (counts[area] === SUPPRESSED ? each : counts[area]!), 0);
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
