import { ascendingOrder } from './ascendingOrder.ts';

/**
 * Adjusted p-values that hold the false discovery rate: of the areas whose adjusted p is below 0.05, at most 5%
 * on average differ from the benchmark by chance alone. Step-up and monotone: the k-th smallest of m becomes the
 * least of p m / j over the ranks j from k up, at most 1; ties share their value. In the order given.
 *
 * NaN (no p-value) stays NaN and is not counted in m. Throws RangeError for a value outside 0 to 1.
 * Source: Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995), 289-300; R's `p.adjust(p, "BH")`.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // 0.03, 0.04, 0.04
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const order = rankedPValues(p);
  const tests = order.length;
  return stepUp(p, order, (rank) => tests / rank);
}

/** Positions of the p-values that are there, from the smallest up. Throws RangeError for one outside 0 to 1. */
export function rankedPValues(p: ArrayLike<number>): Uint32Array {
  const values = new Float64Array(p.length);
  const positions = new Uint32Array(p.length);
  let present = 0;
  for (let i = 0; i < p.length; i += 1) {
    const value = p[i] ?? Number.NaN;
    if (value < 0 || value > 1) throw new RangeError(`A p-value lies between 0 and 1; the one at position ${i} is ${value}.`);
    if (Number.isNaN(value)) continue;
    // Adding 0 makes 0 of -0, whose bits spell a large number.
    values[present] = value + 0;
    positions[present] = i;
    present += 1;
  }
  return ascendingOrder(values.subarray(0, present)).map((rank) => positions[rank]!);
}

/** From the largest p-value down: each times the factor of its rank, never above those before it nor above 1. */
export function stepUp(p: ArrayLike<number>, order: ArrayLike<number>, factor: (rank: number) => number): Float64Array {
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const position = order[rank - 1]!;
    least = Math.min(least, factor(rank) * p[position]!);
    adjusted[position] = least;
  }
  return adjusted;
}
