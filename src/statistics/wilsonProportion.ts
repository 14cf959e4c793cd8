import { twoSidedZ } from './normalQuantile.ts';
import { checkAmount, checkRateOptions, subject, withheld, type RateOptions, type RateResult } from './rate.ts';

/**
 * A proportion with Wilson's score limits, times `multiplier` (100 for per cent). Limits stay between 0 and
 * `multiplier`. Withheld with `no-population` for 0 of 0. Throws RangeError for a count above its denominator,
 * for missing, infinite or negative amounts, a confidence outside 0.9 to below 1 and a multiplier that is not
 * positive. Source: Wilson, JASA 22 (1927), 209-212; PHEindicatormethods `phe_proportion`.
 *
 * @example wilsonProportion(98, 100, { confidence: 0.95, multiplier: 100 }) // 98 (93.0 to 99.4)
 */
export function wilsonProportion(count: number, denominator: number, options: RateOptions): RateResult {
  checkRateOptions(options);
  checkAmount(count, subject('the count', options.name));
  checkAmount(denominator, subject('the denominator', options.name));
  if (count > denominator) throw new RangeError(`${subject('the count', options.name)} ${count} is above its denominator ${denominator}.`);
  if (denominator === 0) return withheld('no-population');
  const z = twoSidedZ(options.confidence);
  const middle = 2 * count + z * z;
  const spread = z * Math.sqrt(z * z + 4 * count * (1 - count / denominator));
  const scaled = (twice: number): number => options.multiplier * Math.max(0, Math.min(1, twice / (2 * (denominator + z * z))));
  return { value: options.multiplier * count / denominator, lower: scaled(middle - spread), upper: scaled(middle + spread), reason: null };
}
