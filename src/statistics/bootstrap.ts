import { upperNormalTail } from './normalTail.ts';
import { randomBelow, type RandomSource } from './seededRandom.ts';
import { studentUpperQuantile } from './studentQuantile.ts';

/** Fewer values than this give no interval. */
export const LEAST_FOR_INTERVAL = 5;
const RESAMPLES = 2000;

export interface BootstrapMean {
  readonly mean: number;
  /** null with fewer than 5 values. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly values: number;
}

/**
 * Mean with a bootstrap interval: 2,000 means of values drawn again with replacement, their percentiles spread outwards
 * for few values (as Student's t is wider than the normal). At 95% it covers 91% of 5 normal values, 94% of 8, 95% from
 * 12; of strongly skewed ones about 85% (tests/calibration). Values are taken as independent. null without values.
 * `random` is seeded by the caller.
 * Source: Efron, Annals of Statistics 7 (1979), 1-26; Hesterberg, The American Statistician 69 (2015), 371-386
 * (expanded percentile).
 */
export function bootstrapMean(values: readonly number[], confidence: number, random: RandomSource): BootstrapMean | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < LEAST_FOR_INTERVAL) return { mean, lower: null, upper: null, values: n };
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let total = 0;
    for (let i = 0; i < n; i += 1) total += values[randomBelow(n, random)] ?? 0;
    return total / n;
  }).toSorted();
  const tail = upperNormalTail(Math.sqrt(n / (n - 1)) * studentUpperQuantile((1 - confidence) / 2, n - 1));
  return { mean, lower: quantileOf(means, tail), upper: quantileOf(means, 1 - tail), values: n };
}

/** Quantile of sorted values, on straight lines between them (R's type 7). */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] ?? Number.NaN;
  return low + (at - below) * (high - low);
}
