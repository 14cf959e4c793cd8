import { FALSE_DISCOVERY_RATE } from '../model/chance.ts';
import { CLASS, REASON, type Confidence } from '../model/measures.ts';
import type { AreaColumns } from '../model/results.ts';
import { benchmarkClass } from '../statistics/benchmarkClass.ts';
import { benjaminiHochberg } from '../statistics/benjaminiHochberg.ts';
import { crudeRatePValue, directlyStandardisedRatePValue } from '../statistics/pValue.ts';
import { MULTIPLIER } from './rates.ts';

/** What each area is compared with, by area; NaN where there is nothing to compare with. */
export interface AreaBenchmarks {
  readonly rate: Float64Array;
  readonly dsr: Float64Array;
}

/** One kind of rate of every area, as it is shown. */
interface Shown {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly reason: Uint8Array;
  readonly benchmark: Float64Array;
}

/**
 * Fills in benchmarks, adjusted p-values and classes, in place. It goes by what the columns show: an area whose rate is
 * withheld has no p-value and is not counted among those compared, so that nothing of it follows from the others.
 *
 * @param dsrErrors standard errors of the standardised rates
 */
export function classifyAreas(columns: AreaColumns, dsrErrors: Float64Array, benchmarks: AreaBenchmarks, confidence: Confidence): void {
  const rate: Shown = { value: columns.rate, lower: columns.rateLower, upper: columns.rateUpper, reason: columns.rateReason, benchmark: benchmarks.rate };
  const dsr: Shown = { value: columns.dsr, lower: columns.dsrLower, upper: columns.dsrUpper, reason: columns.dsrReason, benchmark: benchmarks.dsr };
  columns.rateBenchmark.set(benchmarks.rate);
  columns.dsrBenchmark.set(benchmarks.dsr);
  columns.rateAdjustedP.set(adjusted(rate, (area, benchmark) => crudeRatePValue(columns.count[area]!, columns.personYears[area]!, benchmark, MULTIPLIER)));
  columns.dsrAdjustedP.set(adjusted(dsr, (area, benchmark) => directlyStandardisedRatePValue({ value: dsr.value[area]!, total: columns.victims[area]!, standardError: dsrErrors[area]! }, benchmark)));
  classes(rate, columns.rateAdjustedP, confidence, columns.rateClass);
  classes(dsr, columns.dsrAdjustedP, confidence, columns.dsrClass);
}

function adjusted({ reason, benchmark }: Shown, pValue: (area: number, benchmark: number) => number): Float64Array {
  const p = new Float64Array(reason.length).fill(Number.NaN);
  for (let area = 0; area < p.length; area += 1) {
    const value = benchmark[area]!;
    if (reason[area] === REASON.given && !Number.isNaN(value)) p[area] = pValue(area, value);
  }
  return benjaminiHochberg(p);
}

function classes({ value, lower, upper, reason, benchmark }: Shown, adjustedP: Float64Array, confidence: Confidence, into: Uint8Array): void {
  for (let area = 0; area < reason.length; area += 1) {
    const why = reason[area]!;
    const against = benchmark[area]!;
    if (why === REASON.fewerThan10 || why === REASON.belowThreshold) into[area] = CLASS.tooFew;
    else if (why !== REASON.given || Number.isNaN(against)) into[area] = CLASS.noData;
    else if (confidence !== 'fdr') into[area] = CLASS[benchmarkClass(lower[area]!, upper[area]!, against)];
    else if (!(adjustedP[area]! < FALSE_DISCOVERY_RATE)) into[area] = CLASS.similar;
    else into[area] = value[area]! > against ? CLASS.higher : CLASS.lower;
  }
}
