import { CLASS, type Confidence } from '../model/measures.ts';
import type { Outcome } from '../model/pack.ts';
import type { AreaColumns, EvaluateRequest, Evaluation } from '../model/results.ts';
import { AGE_UNKNOWN } from '../model/vocabulary.ts';
import { aggregate, type Aggregate, type AggregationInput } from '../aggregation/aggregate.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import { expectedByChance } from '../statistics/expectedByChance.ts';
import type { AreaPlaceKind, PlaceGroup } from '../tables/placeIndex.ts';
import { areaColumns } from './areaColumns.ts';
import { coveredAreas } from '../selection/coverage.ts';
import { disclose } from './disclosure.ts';
import { CONFIDENCE, groupRates, type GroupRates, type RateInput } from './rates.ts';

/** Everything the interface shows for one request, from one pass over the records. */
export function evaluateRequest(request: EvaluateRequest, input: AggregationInput): Outcome<Evaluation> {
  const start = performance.now();
  const { areas, entry, places } = input;
  const { confidence } = request;
  const counted = aggregate(request.selection, input);
  const { rows, chosen, personTime } = counted;
  const rates: RateInput = { offences: rows.offences, victimsByAge: rows.victimsByAge, personYears: counted.personYears };
  // Hours that the data set does not cover are no more zero than areas are.
  const covered = input.coveredHours && personTime.hoursOfWeek === 0 ? new Uint8Array(areas.code.length) : coveredAreas(entry, areas);
  const county = groupRates(rates, covered, confidence);
  const columns = areaColumns(rates, { inPlace: chosen.inPlace, covered }, personTime.months, county, confidence);
  const chosenRates = groupRates(rates, covered.map((one, area) => one & chosen.inPlace[area]!), confidence);
  const named = (kind: AreaPlaceKind): Record<string, number> => byId(places[kind], (i) => counted.byPlace[kind][i] ?? 0);
  const evaluation: Evaluation = {
    request,
    areas: columns,
    byMonth: rows.charts.byMonth,
    byMonthOfYear: counted.byMonthOfYear,
    byWeekdayHour: counted.byWeekdayHour,
    byKind: rows.charts.byKind,
    byAge: null, bySex: null, byFlag: null,
    byBorough: named('borough'),
    byHub: named('hub'),
    byWard: named('ward'),
    byNteHotspot: named('nteHotspot'),
    matching: chosenRates.count,
    ...victimsOf(counted),
    withoutLocation: counted.withoutLocation,
    outsideCounty: counted.outsideCounty,
    atMidnight: counted.atMidnight,
    benchmark: { rate: county.rate, dsr: county.dsr },
    ratio: null,
    funnel: { rate: null, dsr: null },
    detail: null,
    county,
    chosen: chosenRates,
    boroughs: byId(places.borough, (i) => boroughRates(places.borough, i, rates, covered, confidence)),
    expectedHigherByChance: { rate: 0, dsr: 0 },
    personTime,
    elapsed: 0,
  };
  const shown = disclose(evaluation, entry.disclosureThreshold, { places, chosen, covered, bars: counted.chosenBars });
  const value = { ...shown, expectedHigherByChance: chanceOf(shown.areas, confidence), elapsed: performance.now() - start };
  return { ok: true, value, notes: counted.notes };
}

function byId<T>({ ids }: PlaceGroup, valueOf: (position: number) => T): Record<string, T> {
  return Object.fromEntries(ids.map((id, position) => [id, valueOf(position)]));
}

function boroughRates({ ofArea }: PlaceGroup, borough: number, rates: RateInput, covered: Uint8Array, confidence: Confidence): GroupRates {
  return groupRates(rates, covered.map((one, area) => (ofArea[area] === borough ? one : 0)), confidence);
}

/** Victims of the chosen areas, and those of them without an age. */
function victimsOf({ rows, chosen }: Aggregate): Pick<Evaluation, 'matchingVictims' | 'ageUnknown'> {
  let matchingVictims = 0;
  let ageUnknown = 0;
  chosen.inPlace.forEach((inPlace, area) => {
    if (inPlace === 0) return;
    matchingVictims += rows.victims[area]!;
    ageUnknown += rows.victimsByAge?.[area * AGE_COLUMNS + AGE_UNKNOWN] ?? 0;
  });
  return { matchingVictims, ageUnknown };
}

function classified(classes: Uint8Array): number {
  return classes.filter((code) => code >= CLASS.lower).length;
}

/** Areas with a class that read "higher" by chance alone, were there no differences. */
function chanceOf(columns: AreaColumns, confidence: Confidence): Evaluation['expectedHigherByChance'] {
  return {
    rate: expectedByChance(classified(columns.rateClass), CONFIDENCE[confidence]),
    dsr: expectedByChance(classified(columns.dsrClass), CONFIDENCE[confidence]),
  };
}
