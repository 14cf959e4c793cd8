import { bothNormalTails } from './normalTail.ts';
import { centred, onlyDeviant, presentValues, spread, sum, type PresentValues } from './presentValues.ts';
import { lagged, spatialWeights, weightSums, type NeighbourLists, type SpatialWeights, type WeightsStyle } from './spatialWeights.ts';

/**
 * Why an area has no z: as for Gi; `at-mean`: its value is the mean itself, so that its index is 0 whatever its
 * neighbours are. With `constant` (all others are equal), `all-neighbours` and `at-mean` the index is certain given the
 * area's own value, but not over all orders: only the total randomisation has a z.
 */
export type LocalMoranReason = 'missing' | 'no-neighbours' | 'constant' | 'too-few-areas' | 'at-mean' | 'all-neighbours';

/** Own value first, then the neighbours': `High-Low` is a high value among low ones. */
export type Quadrant = 'High-High' | 'Low-Low' | 'High-Low' | 'Low-High';

/** Expectation, variance, z and two-sided normal p of each area's index; NaN where `reasons` says why. */
export interface LocalMoranMoments {
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  readonly z: Float64Array;
  /** Not adjusted for many areas. */
  readonly p: Float64Array;
}

export interface LocalMoran {
  /**
   * Positive where an area and its neighbours lie on the same side of the mean, negative where on either side; 0
   * without neighbours.
   */
  readonly index: Float64Array;
  /** Given the area's own value, its neighbours' values are drawn from the others (spdep's default). */
  readonly conditional: LocalMoranMoments;
  /** All values are drawn anew over all areas (Anselin 1995). */
  readonly totalRandomisation: LocalMoranMoments;
  /**
   * Own value cut at the mean, neighbours' weighted deviations at 0 (PySAL, GeoDa). On the cut is low. null only where
   * the value is missing or all are equal.
   */
  readonly quadrantsAboutZero: readonly (Quadrant | null)[];
  /**
   * Own value cut at the mean, neighbours' weighted values at their own mean over all areas (spdep). Differs where
   * neighbours are many and average.
   */
  readonly quadrantsAboutMeans: readonly (Quadrant | null)[];
  readonly reasons: readonly (LocalMoranReason | null)[];
  readonly missing: number;
  /** Sum of the indices over the sum of all weights: the global index. NaN without neighbours. */
  readonly globalIndex: number;
}

/**
 * Anselin's local index I_i = z_i / m2 * sum_j w_ij z_j (z: deviations from the mean, m2 their mean square), with both
 * variances. Its p-values say that the area is not like its surroundings by chance; the quadrant says how: call
 * an area a cluster or outlier only where p, adjusted by `benjaminiHochberg`, is small (`moranClusters`).
 *
 * NaN is no value: the area is set aside with its links. Throws RangeError for infinite values and lists that do not fit.
 * Source: Anselin, Geographical Analysis 27 (1995), 93-115; Sokal, Oden and Thomson, Geographical Analysis 30
 * (1998), 331-354 (conditional variance); R's `spdep::localmoran`.
 */
export function localMoran(values: ArrayLike<number>, lists: NeighbourLists, { style }: { readonly style: WeightsStyle }): LocalMoran {
  const present = presentValues(values, lists);
  const weights = spatialWeights(present.lists, { style });
  const z = centred(present.values);
  const n = z.length;
  const meanSquare = sum(z.map((value) => value * value)) / n;
  const lags = lagged(weights, z);
  const index = z.map((value, i) => value / meanSquare * (lags[i] ?? Number.NaN));
  const sums = weightSums(weights);
  const reasons: (LocalMoranReason | null)[] = Array.from({ length: values.length }, () => 'missing');
  const lone = onlyDeviant(present.values);
  present.places.forEach((place, i) => { reasons[place] = reasonOf(present, i === lone, sums.sums[i] ?? 0, sums.squares[i] ?? 0, z[i] ?? 0); });
  const at = (column: Float64Array): Float64Array => spread(column, present.places, values.length);
  const moments = (of: Moments): LocalMoranMoments => {
    const scores = at(index.map((value, i) => (value - (of.expected[i] ?? 0)) / Math.sqrt(of.variance[i] ?? 0)));
    const score = scores.map((value, area) => (reasons[area] === null || (of.total && CERTAIN.has(reasons[area])) ? value : Number.NaN));
    return { expected: at(of.expected), variance: at(of.variance), z: score, p: score.map(bothNormalTails) };
  };
  return {
    index: at(index),
    conditional: moments(conditionalMoments(z, meanSquare, sums)), totalRandomisation: moments(totalMoments(z, meanSquare, sums)),
    ...quadrantsOf(present, weights, z, lags, values.length), reasons, missing: present.missing,
    globalIndex: present.constant ? Number.NaN : sum(index) / sum(sums.sums),
  };
}

/** Reasons for which the index is certain only given the area's own value. */
const CERTAIN: ReadonlySet<LocalMoranReason | null | undefined> = new Set<LocalMoranReason>(['at-mean', 'constant', 'all-neighbours']);

interface Moments {
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  readonly total: boolean;
}

function conditionalMoments(z: Float64Array, meanSquare: number, { sums, squares }: ReturnType<typeof weightSums>): Moments {
  const n = z.length;
  return {
    expected: z.map((value, i) => -(value * value) * (sums[i] ?? 0) / ((n - 1) * meanSquare)),
    variance: z.map((value, i) => (value / meanSquare) ** 2 * (n / (n - 2))
      * ((squares[i] ?? 0) - (sums[i] ?? 0) ** 2 / (n - 1)) * (meanSquare - value * value / (n - 1))),
    total: false,
  };
}

function totalMoments(z: Float64Array, meanSquare: number, { sums, squares }: ReturnType<typeof weightSums>): Moments {
  const n = z.length;
  const kurtosis = sum(z.map((value) => value ** 4)) / n / meanSquare ** 2;
  return {
    expected: sums.map((weight) => -weight / (n - 1)),
    variance: sums.map((weight, i) => (squares[i] ?? 0) * (n - kurtosis) / (n - 1)
      + (weight * weight - (squares[i] ?? 0)) * (2 * kurtosis - n) / ((n - 1) * (n - 2)) - (weight / (n - 1)) ** 2),
    total: true,
  };
}

function reasonOf({ values, constant }: PresentValues, lone: boolean, weight: number, squares: number, deviation: number): LocalMoranReason | null {
  if (values.length < 3) return 'too-few-areas';
  if (constant) return 'constant';
  if (weight === 0) return 'no-neighbours';
  if (deviation === 0) return 'at-mean';
  if (lone) return 'constant';
  return squares - weight * weight / (values.length - 1) < 1e-12 * squares ? 'all-neighbours' : null;
}

type Quadrants = Pick<LocalMoran, 'quadrantsAboutZero' | 'quadrantsAboutMeans'>;

function quadrantsOf({ values, places, constant }: PresentValues, weights: SpatialWeights, z: Float64Array, lags: Float64Array, areas: number): Quadrants {
  const aboutZero: (Quadrant | null)[] = Array.from({ length: areas }, () => null);
  const aboutMeans = aboutZero.slice();
  if (constant) return { quadrantsAboutZero: aboutZero, quadrantsAboutMeans: aboutMeans };
  const valueLags = lagged(weights, values);
  const meanLag = sum(valueLags) / values.length;
  // Sums of the same numbers in another order differ by rounding: that is on the cut, not above it.
  const slack = 1e-12 * z.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const lagSlack = 1e-12 * Math.max(Math.abs(meanLag), slack);
  places.forEach((place, i) => {
    const own = (z[i] ?? 0) > slack ? 'High' : 'Low';
    aboutZero[place] = `${own}-${(lags[i] ?? 0) > slack ? 'High' : 'Low'}`;
    aboutMeans[place] = `${own}-${(valueLags[i] ?? 0) - meanLag > lagSlack ? 'High' : 'Low'}`;
  });
  return { quadrantsAboutZero: aboutZero, quadrantsAboutMeans: aboutMeans };
}

/**
 * The areas to show: the quadrant where p is below `level`, `not-significant` elsewhere, null without a p. `p` is
 * usually adjusted by `benjaminiHochberg` first.
 */
export function moranClusters(
  quadrants: readonly (Quadrant | null)[], p: ArrayLike<number>, level: number,
): (Quadrant | 'not-significant' | null)[] {
  return quadrants.map((quadrant, area) => {
    const value = p[area] ?? Number.NaN;
    if (quadrant === null || Number.isNaN(value)) return null;
    return value < level ? quadrant : 'not-significant';
  });
}
