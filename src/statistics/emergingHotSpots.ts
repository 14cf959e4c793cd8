import { mannKendall } from './mannKendall.ts';

/** How an area's hot (or cold) spells run over the steps: see `emergingHotSpot`. */
export type EmergingPattern = 'new' | 'consecutive' | 'intensifying' | 'persistent' | 'diminishing' | 'sporadic' | 'oscillating' | 'historical';

/** One area's Gi* from the first step to the last. */
export interface HotSpotSeries {
  /** Gi* as z, by step; NaN where there is none. */
  readonly z: ArrayLike<number>;
  /** By step: 1 hot (significant after FDR, z above 0), -1 cold, 0 neither. */
  readonly states: ArrayLike<number>;
}

/**
 * `fewer-than-10-steps`: too short for a trend. `missing-steps`: Gi* is missing in some step, so that spells cannot be
 * told.
 */
export type EmergingReason = 'fewer-than-10-steps' | 'missing-steps';

export interface EmergingHotSpot {
  /** null: no pattern (or a reason). */
  readonly pattern: EmergingPattern | null;
  readonly side: 'hot' | 'cold' | null;
  readonly hotSteps: number;
  readonly coldSteps: number;
  readonly steps: number;
  /**
   * Mann-Kendall z of the Gi* series without continuity correction, and its p; null where all steps are equal or a
   * reason is given.
   */
  readonly trendZ: number | null;
  readonly trendP: number | null;
  readonly reason: EmergingReason | null;
}

/** A trend of fewer steps is not put into words. */
export const LEAST_STEPS = 10;
/** "For ninety per cent of the time steps". */
const NEARLY_ALWAYS = 0.9;

/**
 * The category of an area's series as ESRI defines them, here for hot spots; cold ones mirror them. With H the hot
 * steps of n:
 * - `new`: hot in the last step, never hot before;
 * - `consecutive`: one unbroken run of at least two hot steps up to the last, never hot before it, H < 90%;
 * - `intensifying`, `diminishing`: H at least 90%, the last step hot, and Gi* rises or falls significantly
 *   (Mann-Kendall);
 * - `persistent`: H at least 90%, the last step hot, no such trend;
 * - `sporadic`: hot in the last step, off and on before, H < 90%, never cold;
 * - `oscillating`: hot in the last step, H < 90%, cold in some earlier one;
 * - `historical`: H at least 90%, but the last step is not hot.
 *
 * Where ESRI's wordings overlap, the earlier in ESRI's list holds (a first hot step after a cold one is `new`), with
 * one exception: an area that is not hot now is `historical` and never `persistent`. Mann-Kendall is taken without
 * continuity correction; `level` is the p below which a trend is one. Fewer than 10 steps, or a step without Gi*: null
 * with a reason. Throws RangeError for states other than 1, 0 and -1 and for lengths that differ.
 * Source: ESRI, ArcGIS Pro, "How Emerging Hot Spot Analysis works" (space-time pattern mining toolbox).
 */
export function emergingHotSpot({ z, states }: HotSpotSeries, level = 0.05): EmergingHotSpot {
  if (z.length !== states.length) throw new RangeError(`${z.length} values of Gi* and ${states.length} states do not match.`);
  const steps = z.length;
  const marks = Array.from(states);
  const odd = marks.find((state) => state !== 1 && state !== 0 && state !== -1);
  if (odd !== undefined) throw new RangeError(`A step is 1 (hot), 0 or -1 (cold), not ${odd}.`);
  const counts = { hotSteps: marks.filter((state) => state === 1).length, coldSteps: marks.filter((state) => state === -1).length, steps };
  const without = (reason: EmergingReason): EmergingHotSpot => ({ pattern: null, side: null, ...counts, trendZ: null, trendP: null, reason });
  if (steps < LEAST_STEPS) return without('fewer-than-10-steps');
  if (Array.from(z).some((value) => Number.isNaN(value))) return without('missing-steps');
  const trend = mannKendall(z);
  const direction = trend.z !== null && trend.p !== null && trend.p < level ? Math.sign(trend.z) : 0;
  const found = patternOf(marks, 1, direction) ?? patternOf(marks, -1, -direction);
  const side = found === null ? null : patternOf(marks, 1, direction) === null ? 'cold' : 'hot';
  return { pattern: found, side, ...counts, trendZ: trend.z, trendP: trend.p, reason: null };
}

/** The pattern of the steps that are `own`; `direction` is 1 where it becomes stronger, -1 weaker, 0 neither. */
function patternOf(states: readonly number[], own: 1 | -1, direction: number): EmergingPattern | null {
  const steps = states.length;
  const owned = states.filter((state) => state === own).length;
  const mostly = owned >= NEARLY_ALWAYS * steps - 1e-9;
  if (states[steps - 1] !== own) return mostly ? 'historical' : null;
  if (owned === 1) return 'new';
  if (mostly) return (['diminishing', 'persistent', 'intensifying'] as const)[direction + 1] ?? null;
  // Where the final run began: all of its steps are the area's only ones.
  const run = steps - 1 - states.findLastIndex((state) => state !== own);
  if (run === owned) return 'consecutive';
  return states.includes(-own) ? 'oscillating' : 'sporadic';
}
