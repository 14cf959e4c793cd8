import type { Confidence } from '../model/measures.ts';
import { REASON } from '../model/measures.ts';
import type { GroupSummary, RateSummary } from '../model/results.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import type { PersonYears } from '../aggregation/personTime.ts';
import { crudeRate } from '../statistics/crudeRate.ts';
import { crudeRates } from '../statistics/crudeRates.ts';
import { directlyStandardisedRate, type StandardisedRate } from '../statistics/directlyStandardisedRate.ts';
import { directlyStandardisedRates, type StandardisedColumns } from '../statistics/directlyStandardisedRates.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 } from '../statistics/europeanStandardPopulation.ts';
import { RATE_REASONS, type RateColumns, type RateReason, type RateResult } from '../statistics/rate.ts';

/** Rates are per 100,000 person-years. */
export const MULTIPLIER = 100_000;
/** Below this many events no rate is shown (OHID Fingertips; for crude rates our own rule, so that classes compare). */
export const MINIMUM_EVENTS = 10;

/** As proportions; written out because 99.8 / 100 is a rounding matter. */
export const CONFIDENCE: Readonly<Record<Confidence, number>> = { 95: 0.95, 99.8: 0.998, fdr: 0.95 };

const REASON_CODE: Readonly<Record<RateReason, number>> = {
  'fewer-than-10': REASON.fewerThan10,
  'no-population': REASON.noPopulation,
  'events-without-population': REASON.eventsWithoutPopulation,
};

const REASON_OF = Uint8Array.from(RATE_REASONS, reasonCode);

/** Counts and person-time that rates are made from, by area. */
export interface RateInput {
  readonly offences: Uint32Array;
  /** `area * AGE_COLUMNS + band`; null where the data set has no age, and so no standardised rate. */
  readonly victimsByAge: Uint32Array | null;
  readonly personYears: PersonYears;
  /** Weights of the 19 bands: `standardOver` the chosen ones. */
  readonly standard: readonly number[];
}

/**
 * The European Standard Population 2013 over the chosen age bands, each with its own weight (as Fingertips' rates for
 * "under 75"); the other bands weigh nothing, and have neither victims nor person-years then. Null = all bands; none
 * chosen leaves the weights as they are, because a rate of nobody is withheld for want of a population.
 */
export function standardOver(ages: readonly number[] | null): readonly number[] {
  if (ages === null || ages.length === 0) return EUROPEAN_STANDARD_POPULATION_2013;
  return EUROPEAN_STANDARD_POPULATION_2013.map((weight, band) => (ages.includes(band) ? weight : 0));
}

function crude(events: number, personYears: number, confidence: Confidence): RateResult {
  return crudeRate(events, personYears, { confidence: CONFIDENCE[confidence], multiplier: MULTIPLIER, minimumEvents: MINIMUM_EVENTS });
}

/** Directly standardised rate of victims in 19 bands with these weights. */
function standardised(events: ArrayLike<number>, personYears: ArrayLike<number>, standard: readonly number[], confidence: Confidence): StandardisedRate {
  return directlyStandardisedRate(events, personYears, standard, { confidence: CONFIDENCE[confidence], multiplier: MULTIPLIER });
}

/** Crude rates of areas; their reasons are REASON codes. */
export function crudeColumns(events: Uint32Array, personYears: Float64Array, confidence: Confidence): RateColumns {
  return withReasonCodes(crudeRates(events, personYears, { confidence: CONFIDENCE[confidence], multiplier: MULTIPLIER, minimumEvents: MINIMUM_EVENTS }));
}

/** Directly standardised rates of areas; their reasons are REASON codes. */
export function standardisedColumns(victimsByAge: Uint32Array, personYears: Float64Array, standard: readonly number[], confidence: Confidence): StandardisedColumns {
  const events = { events: victimsByAge, eventColumns: AGE_COLUMNS, personYears, standard };
  return withReasonCodes(directlyStandardisedRates(events, { confidence: CONFIDENCE[confidence], multiplier: MULTIPLIER }));
}

/** Turns RATE_REASONS codes into REASON codes, in place. */
function withReasonCodes<Columns extends RateColumns>(columns: Columns): Columns {
  const { reason } = columns;
  for (let area = 0; area < reason.length; area += 1) reason[area] = REASON_OF[reason[area]!]!;
  return columns;
}

/** A REASON code. */
function reasonCode(reason: RateReason | null): number {
  return reason === null ? REASON.given : REASON_CODE[reason];
}

/** What the areas of a group add up to. */
interface GroupSums {
  count: number;
  personYears: number;
  readonly events: Float64Array;
  readonly years: Float64Array;
}

function noSums(): GroupSums {
  return { count: 0, personYears: 0, events: new Float64Array(AGE_BAND_COUNT), years: new Float64Array(AGE_BAND_COUNT) };
}

function addArea(sums: GroupSums, { offences, victimsByAge, personYears }: RateInput, area: number): void {
  sums.count += offences[area]!;
  sums.personYears += personYears.total[area]!;
  if (!victimsByAge) return;
  const { events, years } = sums;
  for (let band = 0; band < AGE_BAND_COUNT; band += 1) {
    years[band]! += personYears.byBand[area * AGE_BAND_COUNT + band]!;
    events[band]! += victimsByAge[area * AGE_COLUMNS + band]!;
  }
}

/** Rates of a group of areas (1 in `member`), from its summed events and person-years. */
export function groupRates(input: RateInput, member: Uint8Array, confidence: Confidence): GroupSummary {
  const sums = noSums();
  for (let area = 0; area < member.length; area += 1) if (member[area] === 1) addArea(sums, input, area);
  return ratesOf(sums, input, confidence);
}

/** Rates of several groups that do not overlap, in one pass: `groupOf` by area, -1 = none; only areas of `member`. */
export function ratesByGroup(input: RateInput, { groups, groupOf }: { readonly groups: number; readonly groupOf: ArrayLike<number> }, member: Uint8Array, confidence: Confidence): GroupSummary[] {
  const sums = Array.from({ length: groups }, noSums);
  for (let area = 0; area < member.length; area += 1) {
    const group = sums[groupOf[area]!];
    if (group && member[area] === 1) addArea(group, input, area);
  }
  return sums.map((group) => ratesOf(group, input, confidence));
}

function ratesOf({ count, personYears, events, years }: GroupSums, { victimsByAge, standard }: RateInput, confidence: Confidence): GroupSummary {
  const rate = summary(crude(count, personYears, confidence), count, personYears);
  if (!victimsByAge) return { count, rate, dsr: null };
  const dsr = standardised(events, years, standard, confidence);
  return { count, rate, dsr: summary(dsr, dsr.total, personYears) };
}

function summary(result: RateResult, events: number, personYears: number): RateSummary {
  return {
    value: result.value ?? Number.NaN,
    lower: result.lower ?? Number.NaN,
    upper: result.upper ?? Number.NaN,
    reason: reasonCode(result.reason),
    events,
    personYears,
  };
}
