import { centred, presentValues, spread, sum } from './presentValues.ts';
import { randomBelow, type RandomSource } from './seededRandom.ts';
import { lagged, spatialWeights, type NeighbourLists, type SpatialWeights, type WeightsStyle } from './spatialWeights.ts';

export interface LocalPermutationOptions {
  readonly style: WeightsStyle;
  readonly permutations: number;
  /** Seeded by the caller. */
  readonly random: RandomSource;
  /**
   * How an area's neighbours are drawn from the other areas: each other area at most once (default; PySAL, GeoDa), or
   * `with-replacement` (spdep 1.2).
   */
  readonly sampling?: 'without-replacement' | 'with-replacement';
}

/** By area; NaN where there is no value, no neighbour or all values are equal (`localMoran` says which). */
export interface LocalPermutations {
  readonly index: Float64Array;
  /** (draws as high + 1) / (permutations + 1): neighbours more alike. */
  readonly pGreater: Float64Array;
  readonly pLess: Float64Array;
  /**
   * The smaller tail alone, (min(M, R - M) + 1) / (R + 1), at most about 0.5 (spdep's `Pr(folded)`, GeoDa's p). It is
   * one-sided towards whatever was seen: below 0.05 for 10% of areas without any pattern.
   */
  readonly pFolded: Float64Array;
  /** Twice the folded one, at most 1: below 0.05 for 5% of areas without any pattern. Use this. */
  readonly pTwoSided: Float64Array;
  readonly missing: number;
}

/**
 * Anselin's local index judged by conditional permutations: the area keeps its value, its neighbours' values are
 * drawn at random from all other areas. p-values count the arrangement found, so they are never 0, and cannot go below
 * 1 / (permutations + 1): with FDR over 381 areas 999 draws are few, take 9,999.
 *
 * NaN is no value: the area is set aside with its links. Throws RangeError for infinite values and without permutations.
 * Source: Anselin, Geographical Analysis 27 (1995), 93-115; R's `spdep::localmoran_perm`; PySAL's `esda`.
 */
export function permutedLocalMoran(values: ArrayLike<number>, lists: NeighbourLists, options: LocalPermutationOptions): LocalPermutations {
  const { style, permutations, random, sampling = 'without-replacement' } = options;
  if (!(permutations >= 1)) throw new RangeError(`There must be at least one permutation; there are ${permutations}.`);
  const present = presentValues(values, lists);
  const weights = spatialWeights(present.lists, { style });
  const z = centred(present.values);
  const n = z.length;
  const meanSquare = sum(z.map((value) => value * value)) / n;
  const lags = lagged(weights, z);
  const index = z.map((value, i) => (present.constant ? Number.NaN : value / meanSquare * (lags[i] ?? Number.NaN)));
  const columns = [0, 1, 2, 3].map(() => new Float64Array(n).fill(Number.NaN));
  const [greater, less, folded, twoSided] = columns;
  const draw = sampling === 'with-replacement' ? drawsWith(z, random) : drawsWithout(z, random);
  for (let i = 0; i < n; i += 1) {
    if (n < 3 || present.constant) break;
    if (weights.offsets[i] === weights.offsets[i + 1] || z[i] === 0) continue;
    const counts = countDraws(i, weights, (lags[i] ?? 0) * Math.sign(z[i] ?? 0), Math.sign(z[i] ?? 0), draw, permutations);
    const smaller = (Math.min(counts.high, permutations - counts.high) + 1) / (permutations + 1);
    greater?.fill((counts.high + 1) / (permutations + 1), i, i + 1);
    less?.fill((counts.low + 1) / (permutations + 1), i, i + 1);
    folded?.fill(smaller, i, i + 1);
    twoSided?.fill(Math.min(1, 2 * smaller), i, i + 1);
  }
  const [pGreater, pLess, pFolded, pTwoSided] = columns.map((column) => spread(column, present.places, values.length));
  const none = new Float64Array(0);
  return {
    index: spread(index, present.places, values.length), pGreater: pGreater ?? none, pLess: pLess ?? none, pFolded: pFolded ?? none,
    pTwoSided: pTwoSided ?? none, missing: present.missing,
  };
}

/** Starts an area's draw, then gives one value after another. */
interface Draw {
  readonly begin: (area: number) => void;
  readonly next: (drawn: number) => number;
}

/** How many draws are at least as high, and at most as high, as what was seen; all signed so that high means alike. */
function countDraws(
  area: number, { offsets, weights }: SpatialWeights, seen: number, sign: number, draw: Draw, permutations: number,
): { high: number; low: number } {
  const from = offsets[area] ?? 0;
  const to = offsets[area + 1] ?? 0;
  const slack = 1e-12 * Math.abs(seen);
  let high = 0;
  let low = 0;
  draw.begin(area);
  for (let permutation = 0; permutation < permutations; permutation += 1) {
    let total = 0;
    for (let k = from; k < to; k += 1) total += (weights[k] ?? 0) * draw.next(k - from);
    if (total * sign >= seen - slack) high += 1;
    if (total * sign <= seen + slack) low += 1;
  }
  return { high, low };
}

/** The first places of an order that is never put back: shuffled or not, it is as random as any. */
function drawsWithout(z: Float64Array, random: RandomSource): Draw {
  const order = z.slice();
  const place = Int32Array.from(z.keys());
  const last = z.length - 1;
  const owner = Int32Array.from(z.keys());
  const swap = (a: number, b: number): void => {
    [order[a], order[b]] = [order[b] ?? 0, order[a] ?? 0];
    const [first, second] = [owner[a] ?? 0, owner[b] ?? 0];
    owner[a] = second;
    owner[b] = first;
    place[second] = a;
    place[first] = b;
  };
  return {
    // The area itself waits at the end, where no draw reaches it.
    begin: (area) => swap(place[area] ?? 0, last),
    next: (drawn) => {
      const other = drawn + randomBelow(last - drawn, random);
      swap(drawn, other);
      return order[drawn] ?? 0;
    },
  };
}

function drawsWith(z: Float64Array, random: RandomSource): Draw {
  let own = -1;
  return {
    begin: (area) => { own = area; },
    next: () => {
      const other = randomBelow(z.length - 1, random);
      return z[other < own ? other : other + 1] ?? 0;
    },
  };
}
