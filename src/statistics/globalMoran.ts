import { bothNormalTails, upperNormalTail } from './normalTail.ts';
import { centred, presentValues, sum } from './presentValues.ts';
import { shuffle, type RandomSource } from './seededRandom.ts';
import { isolates, lagged, spatialWeights, weightSums, type NeighbourLists, type SpatialWeights, type WeightsStyle } from './spatialWeights.ts';

/**
 * Why there is no index: fewer than 4 areas (with neighbours), all values equal, nobody has a neighbour, or the index is
 * the same in whatever order the values stand (`no-variance`: everybody is everybody's neighbour).
 */
export type MoranReason = 'too-few-areas' | 'constant' | 'no-neighbours' | 'no-variance';

/** A variance smaller than this, relative to the square of the expected index, is rounding. */
const ROUNDING = 1e-10;

export interface MoranOptions {
  readonly style: WeightsStyle;
  /**
   * Variance of the index where nothing depends on place: `randomisation` (default) over all orders of the values
   * found, `normality` over normal values.
   */
  readonly under?: 'randomisation' | 'normality';
  /** Areas without neighbours count among the areas. Default no, as spdep's `adjust.n`. */
  readonly countIsolates?: boolean;
}

export interface MoranTest {
  /** 1: neighbours are alike; near `expected`: places do not matter; negative: neighbours differ. */
  readonly index: number;
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  /** One-sided: neighbours more alike than by chance. */
  readonly pGreater: number;
  readonly pLess: number;
  readonly pTwoSided: number;
  /** Areas that counted. */
  readonly areas: number;
  readonly isolates: number;
  readonly missing: number;
  readonly reason: null;
}

export type MoranResult = MoranTest | { readonly index: null; readonly reason: MoranReason; readonly missing: number };

/**
 * Moran's index of spatial autocorrelation with its expectation -1 / (n - 1), variance, z and normal p-values.
 * Areas without neighbours are left out of n, as spdep does, but keep their part in mean and variance of the values.
 * NaN is no value: the area is set aside with its links. Throws RangeError for infinite values.
 * Source: Cliff and Ord, Spatial Processes (1981), pp. 42-46; R's `spdep::moran.test`.
 */
export function globalMoran(values: ArrayLike<number>, lists: NeighbourLists, options: MoranOptions): MoranResult {
  const { style, under = 'randomisation', countIsolates = false } = options;
  const present = presentValues(values, lists);
  const weights = spatialWeights(present.lists, { style });
  const alone = isolates(weights).length;
  const n = present.values.length - (countIsolates ? 0 : alone);
  const reason = reasonOf(n, present.constant, weights.neighbours.length);
  if (reason !== null) return { index: null, reason, missing: present.missing };
  const z = centred(present.values);
  const squares = sum(z.map((value) => value * value));
  const { s0, s1, s2 } = constants(weights);
  const index = indexOf(z, weights, n, s0, squares);
  const expected = -1 / (n - 1);
  // Of the values of all areas, as in the reference: those without neighbours are values too.
  const kurtosis = z.length * sum(z.map((value) => value ** 4)) / squares ** 2;
  const variance = under === 'normality'
    ? (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected ** 2
    : (n * (s1 * (n * n - 3 * n + 3) - n * s2 + 3 * s0 * s0) - kurtosis * (s1 * (n * n - n) - 2 * n * s2 + 6 * s0 * s0))
      / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2;
  if (variance < ROUNDING * expected ** 2) return { index: null, reason: 'no-variance', missing: present.missing };
  const score = (index - expected) / Math.sqrt(variance);
  return {
    index, expected, variance, z: score, pGreater: upperNormalTail(score), pLess: upperNormalTail(-score), pTwoSided: bothNormalTails(score),
    areas: n, isolates: alone, missing: present.missing, reason: null,
  };
}

export interface MoranPermutations {
  readonly index: number | null;
  /** (orders as high + 1) / (permutations + 1), never 0; null where there is no index. */
  readonly pGreater: number | null;
  readonly pLess: number | null;
  readonly reason: MoranReason | null;
}

/**
 * Moran's index judged by random orders of the values over the areas instead of the normal distribution: the p-values
 * count the order found among them. `random` is seeded by the caller. Otherwise as `globalMoran`.
 * Source: North, Curtis and Sham, Am. J. Hum. Genet. 71 (2002), 439-441; R's `spdep::moran.mc`.
 */
export function permutedMoran(
  values: ArrayLike<number>, lists: NeighbourLists, options: { readonly style: WeightsStyle; readonly permutations: number; readonly random: RandomSource },
): MoranPermutations {
  const { style, permutations, random } = options;
  if (!(permutations >= 1)) throw new RangeError(`There must be at least one permutation; there are ${permutations}.`);
  const present = presentValues(values, lists);
  const weights = spatialWeights(present.lists, { style });
  const reason = reasonOf(present.values.length, present.constant, weights.neighbours.length);
  if (reason !== null) return { index: null, pGreater: null, pLess: null, reason };
  const z = centred(present.values);
  const squares = sum(z.map((value) => value * value));
  const { s0 } = constants(weights);
  // All areas count, as in moran.mc; the p-values do not depend on it.
  const indexNow = (order: Float64Array): number => indexOf(order, weights, z.length, s0, squares);
  const index = indexNow(z);
  const order = z.slice();
  const slack = 1e-12 * Math.abs(index);
  let high = 1;
  let low = 1;
  for (let i = 0; i < permutations; i += 1) {
    const drawn = indexNow(shuffle(order, random));
    if (drawn >= index - slack) high += 1;
    if (drawn <= index + slack) low += 1;
  }
  return { index, pGreater: high / (permutations + 1), pLess: low / (permutations + 1), reason: null };
}

function reasonOf(areas: number, constant: boolean, links: number): MoranReason | null {
  if (links === 0 && areas === 0) return 'no-neighbours';
  if (areas < 4) return 'too-few-areas';
  if (constant) return 'constant';
  return links === 0 ? 'no-neighbours' : null;
}

function indexOf(z: Float64Array, weights: SpatialWeights, n: number, s0: number, squares: number): number {
  const lags = lagged(weights, z);
  let products = 0;
  for (let i = 0; i < z.length; i += 1) products += (z[i] ?? 0) * (lags[i] ?? 0);
  return n / s0 * products / squares;
}

/** Sum of all weights; half the sum of (w_ij + w_ji) squared; sum of (row sum + column sum) squared. */
function constants(weights: SpatialWeights): { s0: number; s1: number; s2: number } {
  const { sums } = weightSums(weights);
  const columns = new Float64Array(sums.length);
  let s1 = 0;
  for (let area = 0; area < sums.length; area += 1) {
    for (let k = weights.offsets[area] ?? 0; k < (weights.offsets[area + 1] ?? 0); k += 1) {
      const other = weights.neighbours[k] ?? -1;
      const weight = weights.weights[k] ?? 0;
      columns[other] = (columns[other] ?? 0) + weight;
      // (w_ij + w_ji)^2 / 2 over both directions = w_ij^2 + w_ij w_ji over the links there are.
      s1 += weight * weight + weight * weightBetween(weights, other, area);
    }
  }
  return { s0: sum(sums), s1, s2: sum(sums.map((row, area) => (row + (columns[area] ?? 0)) ** 2)) };
}

/** Weight that `from` gives to `to`; 0 where it is no neighbour. Neighbours ascend, so by halving. */
function weightBetween({ offsets, neighbours, weights }: SpatialWeights, from: number, to: number): number {
  let low = offsets[from] ?? 0;
  let high = (offsets[from + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = neighbours[middle] ?? -1;
    if (found === to) return weights[middle] ?? 0;
    if (found < to) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
