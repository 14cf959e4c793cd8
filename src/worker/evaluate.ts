import type { AreaTable } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { CLASS, type Confidence } from '../model/measures.ts';
import type { Outcome } from '../model/pack.ts';
import type { EvaluateRequest, Evaluation, PersonTime } from '../model/results.ts';
import type { Selection } from '../model/selection.ts';
import { AGE_UNKNOWN } from '../model/vocabulary.ts';
import { aggregate, type Aggregate, type AggregationInput } from '../aggregation/aggregate.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import { coveredAreas } from '../selection/coverage.ts';
import { expectedByChance } from '../statistics/expectedByChance.ts';
import type { AreaPlaceKind, PlaceGroup } from '../tables/placeIndex.ts';
import { hideAgesBesideRate } from './ageDisclosure.ts';
import { areaStatistics } from './areaColumns.ts';
import { comparison } from './benchmark.ts';
import { classifyAreas } from './classifyAreas.ts';
import { areasByDecile, concentrationOf, decileRates, withIndices } from './detail.ts';
import { disclose, type Disclosed } from './disclosure.ts';
import { funnels } from './funnel.ts';
import { leftOutMonths } from './leftOutMonths.ts';
import { CONFIDENCE, groupRates, ratesByGroup, standardOver, type RateInput } from './rates.ts';
import { otherDenominator } from './sameDenominator.ts';
import { mayCompareWith, OVERLAPPING } from './savedMonths.ts';
import { ratioTo, savedAnswer, SavedAnswers, savedGroup, type SavedAnswer } from './savedSelection.ts';
import { roundAreas, roundGroups } from './shownRates.ts';

/**
 * Everything the interface shows for one request, from one pass over the records.
 *
 * @param savedAnswers what was counted for saved selections on the same data set before
 */
export function evaluateRequest(request: EvaluateRequest, input: AggregationInput, savedAnswers = new SavedAnswers()): Outcome<Evaluation> {
  const start = performance.now();
  const { confidence, benchmark } = request;
  const answer = benchmark.kind === 'selection' ? savedAnswers.get(benchmark.selection, confidence, () => answerTo(benchmark.selection, request, input)) : null;
  const counted = aggregate(request.selection, input, request.detail);
  const { disclosed, dsrErrors } = shownOf(request, input, counted, answer?.members ?? []);
  const { evaluation, mayShow } = disclosed;
  const saved = answer && {
    group: savedGroup(answer, request.selection, mayShow),
    unlike: benchmark.kind === 'selection' ? incomparable(benchmark, answer, request.selection, evaluation.personTime, input.entry) : null,
  };
  const against = comparison(benchmark, { ...evaluation, saved }, input.places.borough);
  classifyAreas(evaluation.areas, dsrErrors, against.byArea, confidence);
  const value: Evaluation = {
    ...evaluation,
    benchmark: against.one,
    ratio: saved?.unlike === null ? ratioTo(saved.group, evaluation.chosen, confidence) : null,
    funnel: funnels(evaluation.areas, against.one),
    detail: evaluation.detail && withIndices(evaluation.detail, evaluation),
    expectedHigherByChance: chanceOf(evaluation, confidence),
    elapsed: performance.now() - start,
  };
  return { ok: true, value, notes: [...counted.notes, ...against.notes] };
}

/** Why a saved selection cannot be compared with; null where it can. */
function incomparable({ title, selection }: { title: string; selection: Selection }, answer: SavedAnswer, page: Selection, personTime: PersonTime, entry: DataSetEntry): string | null {
  if (entry.disclosureThreshold > 1 && !mayCompareWith(selection, page, entry.months)) return OVERLAPPING;
  return otherDenominator(title, answer.personTime, personTime);
}

/** What is shown of a saved selection: its group of areas, compared with nothing. */
function answerTo(selection: Selection, request: EvaluateRequest, input: AggregationInput): SavedAnswer {
  return savedAnswer(shownOf({ ...request, selection, detail: false }, input, aggregate(selection, input), []).disclosed.evaluation);
}

/** An answer before it is compared with anything. */
interface Uncompared {
  readonly disclosed: Disclosed;
  readonly dsrErrors: Float64Array;
}

/**
 * Counts and rates as far as the data set's sharing agreement lets them be shown.
 *
 * @param beside areas of a further sum that may be asked for
 */
function shownOf(request: EvaluateRequest, input: AggregationInput, counted: Aggregate, beside: readonly number[]): Uncompared {
  const { areas, entry, places } = input;
  const { confidence } = request;
  const { rows, chosen, personTime } = counted;
  const rates: RateInput = { offences: rows.offences, victimsByAge: rows.victimsByAge, personYears: counted.personYears, standard: standardOver(personTime.ages) };
  // Hours that the data set does not cover are no more zero than areas are.
  const covered = input.coveredHours && personTime.hoursOfWeek === 0 ? new Uint8Array(areas.code.length) : coveredOf(entry, areas);
  const { columns, dsrErrors } = areaStatistics(rates, { inPlace: chosen.inPlace, covered }, personTime.months, confidence);
  const here = covered.map((one, area) => one & chosen.inPlace[area]!);
  const county = groupRates(rates, covered, confidence);
  const chosenRates = here.every((one, area) => one === covered[area]) ? county : groupRates(rates, here, confidence);
  const boroughs = ratesByGroup(rates, { groups: places.borough.ids.length, groupOf: places.borough.ofArea }, covered, confidence);
  const named = (kind: AreaPlaceKind): Record<string, number> => byId(places[kind], (i) => counted.byPlace[kind][i] ?? 0);
  const deciles = request.detail ? areasByDecile(areas, here) : [];
  const evaluation: Evaluation = {
    request, areas: columns, personTime,
    byMonth: rows.charts.byMonth, byMonthOfYear: counted.byMonthOfYear, byWeekdayHour: counted.byWeekdayHour, byKind: rows.charts.byKind,
    ...counted.victimCharts,
    byBorough: named('borough'), byHub: named('hub'), byWard: named('ward'), byNteHotspot: named('nteHotspot'),
    matching: chosenRates.count,
    ...victimsOf(counted),
    withoutLocation: counted.withoutLocation, outsideCounty: counted.outsideCounty, atMidnight: counted.atMidnight,
    county, chosen: chosenRates,
    boroughs: byId(places.borough, (i) => boroughs[i]!),
    benchmark: { rate: null, dsr: null }, ratio: null, funnel: { rate: null, dsr: null },
    detail: request.detail ? { byAgeSex: counted.byAgeSex, byDecile: decileRates(deciles, rates, areas.code.length, confidence), inequality: { rate: null, dsr: null }, concentration: concentrationOf(columns.count.filter((_, area) => here[area] === 1)) } : null,
    expectedHigherByChance: { rate: 0, dsr: 0 }, elapsed: 0,
  };
  const threshold = entry.disclosureThreshold;
  const leftOut = threshold > 1 ? leftOutMonths(request.selection, input, counted) : null;
  const disclosed = disclose(evaluation, threshold, { places, chosen, covered, deciles, further: [beside], bars: counted.chosenBars, leftOut });
  if (threshold <= 1) return { disclosed, dsrErrors };
  hideAgesBesideRate(disclosed.evaluation, rates, here, threshold);
  roundAreas(columns, dsrErrors, CONFIDENCE[confidence]);
  return { disclosed: { ...disclosed, evaluation: roundGroups(disclosed.evaluation) }, dsrErrors };
}

// By areas, so that it goes with them; which areas a data set covers depends on its kind alone.
const coveredByKind = new WeakMap<AreaTable, Map<string, Uint8Array>>();

/** 1 for the areas that the data set covers; not to be changed. */
function coveredOf(entry: DataSetEntry, areas: AreaTable): Uint8Array {
  const kinds = coveredByKind.get(areas) ?? new Map<string, Uint8Array>();
  const covered = kinds.get(entry.kind) ?? coveredAreas(entry, areas);
  coveredByKind.set(areas, kinds.set(entry.kind, covered));
  return covered;
}

function byId<T>({ ids }: PlaceGroup, valueOf: (position: number) => T): Record<string, T> {
  const named: Record<string, T> = {};
  ids.forEach((id, position) => {
    named[id] = valueOf(position);
  });
  return named;
}

/** Victims of the chosen areas, and those of them without an age. */
function victimsOf({ rows, chosen }: Aggregate): Pick<Evaluation, 'matchingVictims' | 'ageUnknown'> {
  let matchingVictims = 0;
  let ageUnknown = 0;
  for (let area = 0; area < chosen.inPlace.length; area += 1) {
    if (chosen.inPlace[area] === 0) continue;
    matchingVictims += rows.victims[area]!;
    ageUnknown += rows.victimsByAge?.[area * AGE_COLUMNS + AGE_UNKNOWN] ?? 0;
  }
  return { matchingVictims, ageUnknown };
}

/** Areas with a class that read "higher" by chance alone, were there no differences; under 'fdr' there is no such number. */
function chanceOf({ areas }: Evaluation, confidence: Confidence): Evaluation['expectedHigherByChance'] {
  const chance = (classes: Uint8Array): number => {
    let classified = 0;
    for (const code of classes) if (code >= CLASS.lower) classified += 1;
    return confidence === 'fdr' ? Number.NaN : expectedByChance(classified, CONFIDENCE[confidence]);
  };
  return { rate: chance(areas.rateClass), dsr: chance(areas.dsrClass) };
}
