import { findRoot, stepOut } from './findRoot.ts';
import { gammaTail } from './gammaQuantile.ts';
import { twoSidedZ } from './normalQuantile.ts';
import { checkAmount, checkRateOptions, type RateOptions } from './rate.ts';

/** Control limits, one pair per point of the axis; NaN where the axis has nothing to divide by. */
export interface FunnelLimits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Control limits of a funnel plot of rates: between them lie, with the given confidence, the rates of areas with
 * so many person-years that do not differ from the benchmark. From the exact Poisson distribution of the count
 * at the benchmark's rate, continued to fractional counts so that the curves are smooth. Rate and benchmark are
 * per `multiplier` person-years. The lower limit is 0 where even no events would be within chance.
 *
 * `crudeRate` takes Byar's limits from 10 events on, which differ from the exact ones by 0.2% at 10 and 0.002%
 * at 100: so near the line a point may lie on the other side of it than its class says.
 *
 * For DSRs give `funnelPersonYears`. NaN for person-years that are not positive. Throws RangeError for a benchmark
 * that is no amount and for options as `crudeRate`.
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202; PHEindicatormethods
 * `calculate_funnel_limits`, whose bisection is off by up to 5e-5.
 */
export function rateFunnelLimits(benchmark: number, personYears: ArrayLike<number>, options: RateOptions): FunnelLimits {
  checkRateOptions(options);
  checkAmount(benchmark, 'The benchmark');
  const counts = Array.from(personYears, (years) => (years > 0 ? funnelCounts(benchmark / options.multiplier * years, options.confidence) : null));
  const rates = (side: 'lower' | 'upper'): Float64Array => Float64Array.from(counts, (limits, i) => (limits ? limits[side] / personYears[i]! * options.multiplier : Number.NaN));
  return { lower: rates('lower'), upper: rates('upper') };
}

/**
 * The counts behind `rateFunnelLimits`: between them lies, with the given confidence (a proportion), a Poisson count of
 * which so many are expected, continued to fractional counts. 0 to 0 where none are expected. `expected` is finite and
 * not negative.
 */
export function funnelCounts(expected: number, confidence: number): { lower: number; upper: number } {
  const tail = (1 - confidence) / 2;
  return { lower: lowestCount(expected, tail), upper: highestCount(expected, tail) };
}

/**
 * Control limits of a funnel plot of proportions: benchmark -+ z sqrt(p (1 - p) / n), which is Wilson's interval
 * turned round, cut off at 0 and at `multiplier`. The benchmark p is a share of `multiplier` (30 of 100).
 * NaN and errors as `rateFunnelLimits`; also throws RangeError for a benchmark above `multiplier`.
 */
export function proportionFunnelLimits(benchmark: number, denominators: ArrayLike<number>, options: RateOptions): FunnelLimits {
  checkRateOptions(options);
  const share = benchmark / options.multiplier;
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A proportion lies between 0 and ${options.multiplier}; it is ${benchmark}.`);
  const z = twoSidedZ(options.confidence);
  const limits = (side: number): Float64Array => Float64Array.from(denominators, (n) =>
    (n > 0 ? options.multiplier * Math.max(0, Math.min(1, share + side * z * Math.sqrt(share * (1 - share) / n))) : Number.NaN));
  return { lower: limits(-1), upper: limits(1) };
}

/**
 * Person-years that put a directly standardised rate on the axis of a funnel plot: those at which its events would
 * make its rate, events * multiplier / rate. NaN where there are no events or no rate.
 */
export function funnelPersonYears(events: number, rate: number, multiplier: number): number {
  return events > 0 && rate > 0 ? events * multiplier / rate : Number.NaN;
}

/** Fractional count that is undercut with probability `tail` where so many are expected. */
function lowestCount(expected: number, tail: number): number {
  const f = (count: number): number => Math.log(gammaTail(expected, count + 1, false) / tail);
  if (f(0) >= 0) return 0;
  return findRoot(f, 0, stepOut(expected, Math.sqrt(expected), (count) => f(count) >= 0));
}

/** Fractional count that is exceeded with probability `tail` where so many are expected. */
function highestCount(expected: number, tail: number): number {
  if (expected === 0) return 0;
  const f = (count: number): number => Math.log(gammaTail(expected, count, true) / tail);
  return findRoot(f, Number.MIN_VALUE, stepOut(expected, Math.sqrt(expected), (count) => f(count) <= 0));
}
