import { checkAmount } from './rate.ts';

/** Cumulative shares of areas and of their events, from the areas with the fewest up; both start at 0 and end at 1. */
export interface LorenzCurve {
  readonly areas: Float64Array;
  readonly events: Float64Array;
}

/**
 * Lorenz curve of counts by area: which share of all events the areas with the fewest hold. null without areas or
 * without events, because there is nothing to share. Throws RangeError for missing, infinite or negative counts.
 * Source: Lorenz (1905); R's `ineq::Lc`.
 */
export function lorenzCurve(counts: ArrayLike<number>): LorenzCurve | null {
  const sorted = sortedCounts(counts);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let events = 0;
  return {
    areas: Float64Array.from({ length: sorted.length + 1 }, (_, i) => i / sorted.length),
    events: Float64Array.from({ length: sorted.length + 1 }, (_, i) => {
      events += sorted[i - 1] ?? 0;
      return events / total;
    }),
  };
}

/**
 * Gini coefficient of counts by area: 0 where all have the same, (n - 1) / n where one has all; `corrected` divides
 * by that, so that 1 is reached (null for a single area). null without areas or events. Throws as `lorenzCurve`.
 * Source: R's `ineq::Gini`.
 *
 * @example gini([1, 1, 1, 5]) // 0.375
 */
export function gini(counts: ArrayLike<number>, { corrected = false } = {}): number | null {
  const sorted = sortedCounts(counts);
  const n = sorted.length;
  const total = sorted.reduce((sum, count) => sum + count, 0);
  if (total === 0 || (corrected && n === 1)) return null;
  const ranked = sorted.reduce((sum, count, i) => sum + count * (i + 1), 0);
  // Equal counts can end an ulp below 0.
  const coefficient = Math.max(0, (2 * ranked / total - (n + 1)) / n);
  return corrected ? coefficient * n / (n - 1) : coefficient;
}

/**
 * Share of all events that the given share of areas with the most events holds ("the top 10% of areas hold 29%"),
 * read off the Lorenz curve between its points. Throws RangeError for a share outside 0 to 1.
 */
export function topShare({ areas, events }: LorenzCurve, shareOfAreas: number): number {
  return 1 - interpolate(areas, events, 1 - checkShare(shareOfAreas));
}

/** The share of areas, those with the most events first, that holds the given share of all events. As `topShare`. */
export function areasForShare({ areas, events }: LorenzCurve, shareOfEvents: number): number {
  return 1 - interpolate(events, areas, 1 - checkShare(shareOfEvents));
}

/** y at x between the points of a rising curve; where x stays level, at the last of its points. */
function interpolate(x: Float64Array, y: Float64Array, at: number): number {
  const after = Math.max(1, x.findIndex((value) => value > at));
  if (at >= 1) return 1;
  const [x0, x1, y0, y1] = [x[after - 1] ?? 0, x[after] ?? 1, y[after - 1] ?? 0, y[after] ?? 1];
  return y0 + (at - x0) / (x1 - x0) * (y1 - y0);
}

function checkShare(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1; it is ${share}.`);
  return share;
}

function sortedCounts(counts: ArrayLike<number>): Float64Array {
  for (let area = 0; area < counts.length; area += 1) checkAmount(counts[area], `Area ${area}: the count`);
  return Float64Array.from(counts).toSorted();
}
