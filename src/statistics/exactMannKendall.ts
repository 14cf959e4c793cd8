import { mannKendall } from './mannKendall.ts';

/** Above this many values the normal distribution is as good and far quicker. */
export const EXACT_UP_TO = 100;

/**
 * Two-sided p of Mann and Kendall's S from its exact distribution over all orders: twice the chance of an S as far from
 * 0 on its side, at most 1. Best below 10 values, where the normal p is off. null with ties (the exact distribution is
 * another one then), for fewer than 3 values and for more than 100. Missing values (NaN) are left out. Source: Kendall
 * (1975), table 1; R's `cor.test(method = "kendall", exact = TRUE)`.
 *
 * @example exactMannKendall([1, 2, 3, 4, 5]) // 0.0167
 */
export function exactMannKendall(series: ArrayLike<number>): number | null {
  const { s, steps, variance, reason } = mannKendall(series);
  const untied = steps * (steps - 1) * (2 * steps + 5) / 18;
  // Ties make the variance smaller by at least 1.
  if (reason !== null || steps > EXACT_UP_TO || variance < untied - 0.5) return null;
  const inversions = (steps * (steps - 1) / 2 - Math.abs(s)) / 2;
  return Math.min(1, 2 * chanceOfAtMost(inversions, steps));
}

/** The number of inversions of n values in random order is a sum of whole numbers, each evenly from 0 to 0, 1, ... n - 1. */
function chanceOfAtMost(most: number, n: number): number {
  let chances = new Float64Array([1]);
  for (let k = 2; k <= n; k += 1) {
    const next = new Float64Array(Math.min(most + 1, chances.length + k - 1));
    for (let count = 0; count < next.length; count += 1) {
      // Summed anew each time: a running sum's rounding errors can be as large as the small tail itself.
      let window = 0;
      for (let back = Math.max(0, count - k + 1); back <= Math.min(count, chances.length - 1); back += 1) window += chances[back] ?? 0;
      next[count] = window / k;
    }
    chances = next;
  }
  return chances.reduce((total, chance) => total + chance, 0);
}
