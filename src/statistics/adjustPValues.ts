import { benjaminiHochberg, rankedPValues, stepUp } from './benjaminiHochberg.ts';

/**
 * `BH` and `BY` hold the false discovery rate (BY under any dependence between the tests), `holm` and `bonferroni`
 * the chance of even one false discovery.
 */
export type Adjustment = 'BH' | 'BY' | 'holm' | 'bonferroni';

/**
 * p-values adjusted for so many tests, in the order given, at most 1. NaN stays NaN and is not counted. Throws
 * RangeError for a value outside 0 to 1.
 * Source: Benjamini and Yekutieli, Annals of Statistics 29 (2001); Holm, Scand. J. Statist. 6 (1979); R's `p.adjust`.
 *
 * @example adjustPValues([0.01, 0.04, 0.03], 'holm') // 0.03, 0.06, 0.06
 */
export function adjustPValues(p: ArrayLike<number>, method: Adjustment): Float64Array {
  if (method === 'BH') return benjaminiHochberg(p);
  const order = rankedPValues(p);
  const tests = order.length;
  if (method === 'BY') {
    const harmonic = order.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
    return stepUp(p, order, (rank) => harmonic * tests / rank);
  }
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let most = 0;
  order.forEach((position, i) => {
    const raised = (method === 'holm' ? tests - i : tests) * (p[position] ?? Number.NaN);
    most = method === 'holm' ? Math.max(most, raised) : raised;
    adjusted[position] = Math.min(1, most);
  });
  return adjusted;
}

/**
 * The largest p-value that the Benjamini-Hochberg procedure still calls a discovery at `level`: the largest p of
 * rank k of m with p <= level k / m, as the paper and ESRI have it. null where there is none. Areas' classes ask for an
 * adjusted p below the level instead (decision 011): the two differ only where a p-value is exactly on the line. Throws
 * RangeError as `benjaminiHochberg`.
 */
export function falseDiscoveryCutoff(p: ArrayLike<number>, level: number): number | null {
  const order = rankedPValues(p);
  const last = order.findLast((position, i) => (p[position] ?? 1) <= (i + 1) / order.length * level);
  return last === undefined ? null : p[last] ?? null;
}
