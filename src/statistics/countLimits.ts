import { gammaQuantile } from './gammaQuantile.ts';
import { twoSidedZ } from './normalQuantile.ts';

/** Below this many events limits are exact; from here on Byar's approximation is within 0.2% of them. */
export const EXACT_BELOW = 10;

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Byar's limits of a Poisson count: lower = O (1 - 1/(9 O) - z/(3 sqrt(O)))^3, upper with O + 1.
 * The lower limit of 0 events is 0; where the bracket turns negative (1 event at 99.8%) it is 0 as well,
 * because a count has no negative limit. `count` may be fractional; confidence is a proportion.
 * Source: Breslow and Day, Statistical Methods in Cancer Research II (1987), p. 69.
 */
export function byarLimits(count: number, confidence: number): Limits {
  const z = twoSidedZ(confidence);
  const next = count + 1;
  const root = count > 0 ? 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count)) : 0;
  return { lower: count * Math.max(0, root) ** 3, upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3 };
}

/**
 * Exact limits of a Poisson count from the chi-square distribution: half the quantiles with 2 O and 2 O + 2
 * degrees of freedom. The lower limit of 0 events is 0. `count` may be fractional; confidence is a proportion.
 * Source: Garwood, Biometrika 28 (1936), 437-442.
 */
export function exactLimits(count: number, confidence: number): Limits {
  const tail = (1 - confidence) / 2;
  return { lower: count > 0 ? gammaQuantile(tail, count) : 0, upper: gammaQuantile(1 - tail, count + 1) };
}

/**
 * Exact limits below 10 events, Byar's from 10 (Fingertips technical guidance). As counts are whole, 95% limits cover
 * somewhat more than they say: 97.5% at exactly 10 expected events (96.6% on average from 8 to 12), 95.6% at 30,
 * 95.5% at 100, 95.2% at 1,000 (tests/calibration adds up the exact probabilities).
 */
export function countLimits(count: number, confidence: number): Limits {
  return count < EXACT_BELOW ? exactLimits(count, confidence) : byarLimits(count, confidence);
}
