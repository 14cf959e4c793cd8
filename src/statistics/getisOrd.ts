import { bothNormalTails, upperNormalTail } from './normalTail.ts';
import { centred, onlyDeviant, presentValues, spread, sum } from './presentValues.ts';
import { areasOf, lagged, spatialWeights, weightSums, type NeighbourLists, type WeightsOptions } from './spatialWeights.ts';

/**
 * Why an area has no z:
 * - `missing`: it has no value (it is then nobody's neighbour either);
 * - `no-neighbours`: Gi of an area without neighbours (Gi* takes the area itself and has one);
 * - `constant`: all values (for Gi all others) are equal, so that nothing can stand out;
 * - `all-neighbours`: every area is its neighbour, so that there is nothing to compare with;
 * - `too-few-areas`: fewer than 3 areas have a value.
 */
export type GetisOrdReason = 'missing' | 'no-neighbours' | 'constant' | 'all-neighbours' | 'too-few-areas';

/** By area; NaN where `reasons` says why (without neighbours the share, its expectation and variance are 0). */
export interface GetisOrd {
  readonly z: Float64Array;
  /** Chance of a z at least as far from 0, by the normal distribution. Not adjusted for many areas. */
  readonly p: Float64Array;
  /** Chance of a z at least as high: for hot spots alone. */
  readonly pUpper: Float64Array;
  /** The share of the sum of values (Gi: of the others' values) that the neighbours hold, its expectation and variance. */
  readonly share: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  readonly reasons: readonly (GetisOrdReason | null)[];
  /** Areas set aside because they have no value. */
  readonly missing: number;
}

/**
 * Getis and Ord's local statistic as a z: Gi* (`includeSelf`) compares the area and its neighbours with all areas, Gi
 * the neighbours with all other areas. High where high values cluster, low where low ones do. z is the same for both
 * styles of weights. Equals ESRI's and spdep's. Adjust p by `benjaminiHochberg` before anything is called a hot spot;
 * with few neighbours and skewed counts the normal p is too small (`permutedGetisOrd`). For rates of areas that differ
 * in population, pass empirical Bayes rates (`localHotspotRates`), not raw ones.
 *
 * Zeros are values, NaN is none. Throws RangeError for infinite values and lists that do not fit.
 * Source: Ord and Getis, Geographical Analysis 27 (1995), 286-306; R's `spdep::localG`.
 */
export function getisOrd(values: ArrayLike<number>, lists: NeighbourLists, options: WeightsOptions): GetisOrd {
  const present = presentValues(values, lists);
  const star = options.includeSelf === true;
  const weights = spatialWeights(present.lists, options);
  const n = areasOf(weights);
  const deviations = centred(present.values);
  const lags = lagged(weights, deviations);
  const { sums, squares } = weightSums(weights);
  const held = lagged(weights, present.values);
  const total = sum(present.values);
  const allSquares = sum(deviations.map((value) => value * value));
  const lone = star ? -1 : onlyDeviant(present.values);
  const columns = { z: new Float64Array(n), share: new Float64Array(n), expected: new Float64Array(n), variance: new Float64Array(n) };
  const reasons: (GetisOrdReason | null)[] = Array.from({ length: values.length }, () => 'missing');
  for (let i = 0; i < n; i += 1) {
    const own = star ? 0 : deviations[i] ?? Number.NaN;
    const others = star ? n : n - 1;
    const weight = sums[i] ?? 0;
    const mean = -own / others;
    const spreadOfValues = (allSquares - own * own) / others - mean * mean;
    const room = (others * (squares[i] ?? 0) - weight * weight) / (others - 1);
    const reason = reasonOf(n, weight, present.constant || i === lone, room);
    reasons[present.places[i] ?? -1] = reason;
    const sumOfValues = star ? total : total - (present.values[i] ?? 0);
    // Without neighbours the share is 0 for certain: only z is undefined.
    const nan = reason === null || reason === 'no-neighbours' ? 0 : Number.NaN;
    columns.z[i] = reason === null ? ((lags[i] ?? Number.NaN) - weight * mean) / Math.sqrt(spreadOfValues * room) : Number.NaN;
    columns.expected[i] = nan + weight / others;
    columns.share[i] = nan + (held[i] ?? Number.NaN) / sumOfValues;
    columns.variance[i] = nan + spreadOfValues * room / (sumOfValues * sumOfValues);
  }
  const at = (column: Float64Array): Float64Array => spread(column, present.places, values.length);
  const z = at(columns.z);
  return {
    z, p: z.map(bothNormalTails), pUpper: z.map(upperNormalTail), share: at(columns.share), expected: at(columns.expected),
    variance: at(columns.variance), reasons, missing: present.missing,
  };
}

function reasonOf(areas: number, weight: number, constant: boolean, room: number): GetisOrdReason | null {
  if (areas < 3) return 'too-few-areas';
  if (constant) return 'constant';
  if (weight === 0) return 'no-neighbours';
  // But for rounding: n times the sum of squares equals the square of the sum exactly where all weights are equal.
  return room < 1e-12 * weight * weight ? 'all-neighbours' : null;
}
