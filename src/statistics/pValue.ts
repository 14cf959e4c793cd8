import { ROUNDING } from './benchmarkClass.ts';
import { EXACT_BELOW } from './countLimits.ts';
import type { StandardisedRate } from './directlyStandardisedRate.ts';
import { gammaTail } from './gammaQuantile.ts';
import { twoSidedNormalTail } from './normalTail.ts';
import { checkAmount, checkRateOptions } from './rate.ts';

/**
 * Two-sided p-value of a crude rate against a benchmark: the level at which the rate's own limits (`crudeRate`)
 * would just touch the benchmark. So p < 0.05 exactly where the class by 95% limits is not similar, p < 0.002
 * exactly where it is not by 99.8% limits, and likewise at every level.
 *
 * Below 10 events, twice the exact Poisson tail beyond the count at the benchmark; from 10, Byar's limits solved
 * for z. At most 1. The benchmark is per `multiplier` person-years. NaN without person-years or benchmark.
 * Throws RangeError for missing, infinite or negative events and person-years and for a negative benchmark.
 *
 * @example crudeRatePValue(12, 52340, 50, 100000) // 0.0034: 12 events where the benchmark means 26
 */
export function crudeRatePValue(events: number, personYears: number, benchmark: number, multiplier: number): number {
  checkRateOptions({ confidence: 0.95, multiplier });
  checkAmount(events, 'The number of events');
  checkAmount(personYears, 'The number of person-years');
  if (personYears === 0 || !isBenchmark(benchmark)) return Number.NaN;
  const expected = benchmark / multiplier * personYears;
  return events < EXACT_BELOW ? exactPValue(events, expected) : byarPValue(events, expected * (1 + ROUNDING), expected * (1 - ROUNDING));
}

/**
 * Two-sided p-value of a directly standardised rate against a benchmark: the level at which its own Dobson-Byar
 * limits would just touch the benchmark, as `crudeRatePValue`. `rate` is what `directlyStandardisedRate` gives
 * at any confidence; NaN where it is withheld or where there is no benchmark. The benchmark has the rate's unit.
 * Throws RangeError for a negative benchmark.
 */
export function directlyStandardisedRatePValue(
  rate: Pick<StandardisedRate, 'value' | 'total' | 'standardError'>, benchmark: number,
): number {
  const { value, total, standardError } = rate;
  if (!isBenchmark(benchmark) || value === null || standardError === null) return Number.NaN;
  // The count whose distance from the total Dobson's scaling turns into the benchmark's distance from the rate.
  const scale = standardError / Math.sqrt(total);
  if (scale === 0) return Math.abs(value - benchmark) > ROUNDING * benchmark ? 0 : 1;
  const count = (of: number): number => total + (of - value) / scale;
  return byarPValue(total, count(benchmark * (1 + ROUNDING)), count(benchmark * (1 - ROUNDING)));
}

/**
 * Byar's limits solved for z, on the side of the count that the benchmark lies on: on the other side z is negative. On
 * its own side it is too where the count is nearer than about half an event.
 */
function byarPValue(count: number, atLower: number, atUpper: number): number {
  if (atLower < count) return twoSidedNormalTail(3 * Math.sqrt(count) * (1 - 1 / (9 * count) - Math.cbrt(atLower / count)));
  const next = count + 1;
  return twoSidedNormalTail(3 * Math.sqrt(next) * (Math.cbrt(atUpper / next) - 1 + 1 / (9 * next)));
}

function exactPValue(count: number, expected: number): number {
  // As many or more at the benchmark; no lower limit lies above anything where there are no events.
  const above = count > 0 ? gammaTail(expected * (1 + ROUNDING), count, true) : 1;
  const below = gammaTail(expected * (1 - ROUNDING), count + 1, false);
  return Math.min(1, 2 * above, 2 * below);
}

function isBenchmark(benchmark: number): boolean {
  if (benchmark < 0) throw new RangeError(`A benchmark is not negative; it is ${benchmark}.`);
  return Number.isFinite(benchmark);
}
