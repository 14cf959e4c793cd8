import { CLASS, REASON } from '../model/measures.ts';
import { SUPPRESSED, type AreaColumns, type Evaluation, type RateSummary } from '../model/results.ts';
import { countsByPlace, type ChosenAreas } from '../aggregation/chosenAreas.ts';
import { quantileClasses } from '../statistics/quantileClasses.ts';
import type { AreaPlaceKind, PlaceIndex } from '../tables/placeIndex.ts';
import { NO_PACE } from './areaColumns.ts';
import { hideSmall, hiddenInGroups, isSmall } from './smallCounts.ts';
import type { GroupRates } from './rates.ts';

/** Where the areas lie and which of them are chosen. */
export interface Geography {
  readonly places: PlaceIndex;
  readonly chosen: ChosenAreas;
}

/**
 * Hides what a data set's sharing agreement does not let be shown: counts from 1 to threshold - 1.
 *
 * Guarded: every count of the answer (areas, charts, places, totals, the events of rates), and with an area's count
 * its rate, limits, class and months needed. Against subtraction: a borough with one hidden area hides its next
 * smallest area too, so that neither the borough's nor the county's total gives it away; a ward, hub or hotspot whose
 * sum takes in one hidden area hides the sum; where the chosen areas take in one, their totals and charts are hidden;
 * a chart with one hidden bar hides its next smallest.
 *
 * Not guarded: subtraction between two answers (one more month, hour or type; two drawn shapes that differ by an
 * area), between charts of one answer, and sums of several hidden counts. Tables that leave the agreement's
 * circle need a disclosure check by a person.
 *
 * The columns of `evaluation` are changed in place: they are this answer's own.
 */
export function disclose(evaluation: Evaluation, threshold: number, geography: Geography): Evaluation {
  if (threshold <= 1) return evaluation;
  const { places, chosen } = geography;
  const hidden = hideAreas(evaluation.areas, threshold, places, evaluation.county.dsr !== null);
  const always = { counts: hidesOne(hidden.counts, chosen.inPlace), victims: hidesOne(hidden.victims, chosen.inPlace) };
  const number = (value: number, hide: boolean): number => ((hide && value > 0) || isSmall(value, threshold) ? SUPPRESSED : value);
  const rates = (group: GroupRates): GroupRates => hideRates(group, threshold, { counts: false, victims: false });
  for (const chart of [evaluation.byMonth, evaluation.byMonthOfYear, evaluation.byWeekdayHour, evaluation.byKind]) {
    if (chart && always.counts) chart.fill(SUPPRESSED);
    else if (chart) hideSmall(chart, threshold);
  }
  const byPlace = (kind: AreaPlaceKind, counts: Readonly<Record<string, number>>): Record<string, number> => {
    const hiddenAreas = countsByPlace(kind, places, chosen, hidden.counts);
    return Object.fromEntries(places[kind].ids.map((id, i) => [id, number(counts[id] ?? 0, hiddenAreas[i] === 1)]));
  };
  return {
    ...evaluation,
    byBorough: byPlace('borough', evaluation.byBorough),
    byHub: byPlace('hub', evaluation.byHub),
    byWard: byPlace('ward', evaluation.byWard),
    byNteHotspot: byPlace('nteHotspot', evaluation.byNteHotspot),
    matching: number(evaluation.matching, always.counts),
    matchingVictims: number(evaluation.matchingVictims, always.victims),
    ageUnknown: number(evaluation.ageUnknown, always.victims),
    withoutLocation: number(evaluation.withoutLocation, false),
    outsideCounty: number(evaluation.outsideCounty, false),
    atMidnight: number(evaluation.atMidnight, always.counts),
    county: rates(evaluation.county),
    chosen: hideRates(evaluation.chosen, threshold, always),
    boroughs: Object.fromEntries(Object.entries(evaluation.boroughs).map(([id, group]) => [id, rates(group)])),
  };
}

/** 1 for hidden areas; an area whose count of offences is hidden hides its victims too. */
interface HiddenAreas {
  readonly counts: Uint8Array;
  readonly victims: Uint8Array;
}

function hidesOne(hidden: Uint8Array, inPlace: Uint8Array): boolean {
  return hidden.filter((flag, area) => flag === 1 && inPlace[area] === 1).length === 1;
}

/** Hides areas in place and tells which. */
function hideAreas(areas: AreaColumns, threshold: number, { borough }: PlaceIndex, hasAge: boolean): HiddenAreas {
  const counts = hiddenInGroups(areas.count, threshold, borough.ofArea, new Uint8Array(areas.count.length));
  const victims = hiddenInGroups(areas.victims, threshold, borough.ofArea, counts);
  // All that is known of a small count is that it is small: such areas share a rank.
  areas.countQuintile.set(quantileClasses(areas.count.map((count) => (isSmall(count, threshold) ? 1 : count)), 5));
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

function hideRates({ count, rate, dsr }: GroupRates, threshold: number, always: { readonly counts: boolean; readonly victims: boolean }): GroupRates {
  const hides = (value: number, hide: boolean): boolean => (hide && value > 0) || isSmall(value, threshold);
  return {
    count: hides(count, always.counts) ? SUPPRESSED : count,
    rate: hides(rate.events, always.counts) ? withheld(rate) : rate,
    dsr: dsr && hides(dsr.events, always.victims) ? withheld(dsr) : dsr,
  };
}

function withheld(summary: RateSummary): RateSummary {
  return { ...summary, value: Number.NaN, lower: Number.NaN, upper: Number.NaN, reason: REASON.belowThreshold, events: SUPPRESSED };
}
