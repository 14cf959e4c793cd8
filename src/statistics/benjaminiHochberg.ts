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
  const sorted = presentPValues(p).sort();
  const tests = sorted.length;
  const stepped = new Float64Array(tests);
  let least = 1;
  for (let rank = tests; rank >= 1; rank -= 1) {
    least = Math.min(least, tests / rank * sorted[rank - 1]!);
    stepped[rank - 1] = least;
  }
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  for (let i = 0; i < p.length; i += 1) {
    const value = p[i] ?? Number.NaN;
    // Equal p-values share what they become, so that any of their ranks will do.
    if (!Number.isNaN(value)) adjusted[i] = stepped[rankOf(sorted, value)]!;
  }
  return adjusted;
}

/** The p-values that are there, in order. Throws RangeError for one outside 0 to 1. */
function presentPValues(p: ArrayLike<number>): Float64Array {
  const present = new Float64Array(p.length);
  let found = 0;
  for (let i = 0; i < p.length; i += 1) {
    const value = p[i] ?? Number.NaN;
    if (value < 0 || value > 1) throw new RangeError(`A p-value lies between 0 and 1; the one at position ${i} is ${value}.`);
    if (Number.isNaN(value)) continue;
    present[found] = value;
    found += 1;
  }
  return present.subarray(0, found);
}

/** Position of the first of the sorted values that is not less. */
function rankOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Positions of the p-values that are there, from the smallest up. Throws RangeError for one outside 0 to 1. */
export function rankedPValues(p: ArrayLike<number>): number[] {
  const positions: number[] = [];
  for (let i = 0; i < p.length; i += 1) {
    const value = p[i] ?? Number.NaN;
    if (value < 0 || value > 1) throw new RangeError(`A p-value lies between 0 and 1; the one at position ${i} is ${value}.`);
    if (!Number.isNaN(value)) positions.push(i);
  }
  return positions.toSorted((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
}

/** From the largest p-value down: each times the factor of its rank, never above those before it nor above 1. */
export function stepUp(p: ArrayLike<number>, order: readonly number[], factor: (rank: number) => number): Float64Array {
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const position = order[rank - 1] ?? 0;
    least = Math.min(least, factor(rank) * (p[position] ?? Number.NaN));
    adjusted[position] = least;
  }
  return adjusted;
}
