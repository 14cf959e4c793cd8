import { TESTED_WHY, TESTED_WHY_TITLES, type HotspotAnswer, type TestedValue, type TestedWhy } from '../model/hotspots.ts';
import { REASON } from '../model/measures.ts';
import { SUPPRESSED, type AreaColumns } from '../model/results.ts';
import { globalEmpiricalBayes } from '../statistics/empiricalBayes.ts';

/** What of an evaluation enters the tests, by area number; NaN where an area is not tested. */
export interface Tested {
  readonly tested: Uint8Array;
  /** TESTED_WHY codes. */
  readonly why: Uint8Array;
  readonly counts: Float64Array;
  readonly personYears: Float64Array;
  /** Counts; rates per 100,000 person-years. */
  readonly values: Float64Array;
}

const PER = 100_000;

/**
 * The areas that are tested and their values. A withheld count is never looked at: the area is left out, so that
 * nothing in the answer depends on it.
 */
export function testedAreas(columns: AreaColumns, value: TestedValue): Tested {
  const why = Uint8Array.from(columns.count, (_, area) => whyOf(columns, value, area));
  const tested = why.map((code) => (code === TESTED_WHY.tested ? 1 : 0));
  const only = (column: ArrayLike<number>): Float64Array => Float64Array.from(tested, (one, area) => (one === 1 ? column[area] ?? Number.NaN : Number.NaN));
  const counts = only(columns.count);
  const personYears = only(columns.personYears);
  return { tested, why, counts, personYears, values: value === 'dsr' ? only(columns.dsr) : valuesOf(counts, personYears, value) };
}

/**
 * Counts, or rates of them per 100,000 person-years; NaN where the count is. Smoothed rates are drawn to the rate of all
 * areas that have one.
 */
export function valuesOf(counts: Float64Array, personYears: Float64Array, value: Exclude<TestedValue, 'dsr'>): Float64Array {
  if (value === 'count') return counts;
  const raw = counts.map((count, area) => ((personYears[area] ?? 0) > 0 ? PER * count / (personYears[area] ?? 0) : Number.NaN));
  return value === 'rate' ? raw : smoothed(counts, personYears, raw);
}

function smoothed(counts: Float64Array, personYears: Float64Array, raw: Float64Array): Float64Array {
  const places = Array.from(raw.keys()).filter((area) => !Number.isNaN(raw[area]));
  const values = new Float64Array(raw.length).fill(Number.NaN);
  if (places.length === 0) return values;
  const at = (column: Float64Array): number[] => places.map((area) => column[area] ?? Number.NaN);
  const { estimates } = globalEmpiricalBayes({ events: at(counts), populations: at(personYears) });
  places.forEach((area, i) => { values[area] = PER * (estimates[i] ?? Number.NaN); });
  return values;
}

function whyOf(columns: AreaColumns, value: TestedValue, area: number): TestedWhy {
  if (columns.inPlace[area] !== 1) return TESTED_WHY.outsidePlaces;
  if (columns.rateReason[area] === REASON.notCovered) return TESTED_WHY.notCovered;
  if (columns.count[area] === SUPPRESSED) return TESTED_WHY.withheld;
  if (value === 'count') return TESTED_WHY.tested;
  if (value !== 'dsr') return (columns.personYears[area] ?? 0) > 0 ? TESTED_WHY.tested : TESTED_WHY.noResidents;
  if (Number.isFinite(columns.dsr[area])) return TESTED_WHY.tested;
  const reason = columns.dsrReason[area];
  if (reason === REASON.belowThreshold) return TESTED_WHY.withheld;
  if (reason === REASON.fewerThan10) return TESTED_WHY.fewerThan10;
  return reason === REASON.noPopulation ? TESTED_WHY.noResidents : TESTED_WHY.noRate;
}

/** How many areas are not tested, by reason, in the reasons' order. */
export function excludedOf(why: Uint8Array): HotspotAnswer['excluded'] {
  return TESTED_WHY_TITLES.flatMap((reason, code) => {
    const areas = code === TESTED_WHY.tested ? 0 : why.reduce((sum, one) => sum + (one === code ? 1 : 0), 0);
    return areas === 0 ? [] : [{ reason, areas }];
  });
}
