import { conditionalDraws } from './conditionalDraws.ts';
import type { DrawsOptions } from './neighbourDraws.ts';
import { centred, presentValues, spread, sum } from './presentValues.ts';
import { lagged, spatialWeights, type NeighbourLists, type WeightsStyle } from './spatialWeights.ts';

export interface LocalPermutationOptions extends DrawsOptions {
  readonly style: WeightsStyle;
}

/** By area; NaN where there is no value, no neighbour, the value is the mean or all are equal (`localMoran` says which). */
export interface LocalPermutations {
  readonly index: Float64Array;
  /** (draws as high + 1) / (draws + 1): neighbours more alike. Draws equal to what was found count here and in `pLess`. */
  readonly pGreater: Float64Array;
  readonly pLess: Float64Array;
  /**
   * The smaller tail alone, (min(M, R - M) + 1) / (R + 1), at most about 0.5 (spdep's `Pr(folded)`, GeoDa's p). It is
   * one-sided towards whatever was seen: below 0.05 for 10% of areas without any pattern. R - M leaves out draws equal to
   * what was found, so that where most areas have no events, areas among others without any pass for significant: for
   * comparison with other software only.
   */
  readonly pFolded: Float64Array;
  /** Twice the smaller of `pGreater` and `pLess`, at most 1: below 0.05 for at most 5% of areas without any pattern, ties or not. Use this. */
  readonly pTwoSided: Float64Array;
  readonly missing: number;
}

/**
 * Anselin's local index judged by conditional permutations: the area keeps its value, its neighbours' values are
 * drawn at random from all other areas. p-values count the arrangement found, so they are never 0, and cannot go below
 * 1 / (draws + 1), twice that two-sided: so that a single area can pass FDR there must be 2 x areas / level draws,
 * 15,240 for 381 areas at 5%. The areas share their draws (`conditionalDraws`).
 *
 * NaN is no value: the area is set aside with its links. Throws RangeError for infinite values and without permutations.
 * Source: Anselin, Geographical Analysis 27 (1995), 93-115; R's `spdep::localmoran_perm`; PySAL's `esda`.
 */
export function permutedLocalMoran(values: ArrayLike<number>, lists: NeighbourLists, options: LocalPermutationOptions): LocalPermutations {
  const present = presentValues(values, lists);
  const weights = spatialWeights(present.lists, { style: options.style });
  const z = centred(present.values);
  const n = z.length;
  const meanSquare = sum(z.map((value) => value * value)) / n;
  const lags = lagged(weights, z);
  const index = z.map((value, i) => (present.constant ? Number.NaN : value / meanSquare * (lags[i] ?? Number.NaN)));
  const counts = conditionalDraws(z, present.lists, options);
  const judged = (i: number): boolean => n >= 3 && !present.constant && weights.offsets[i] !== weights.offsets[i + 1] && z[i] !== 0;
  // High sums of the neighbours make an area below the mean less like them.
  const alike = (i: number): number => ((z[i] ?? 0) > 0 ? counts.high[i] : counts.low[i]) ?? 0;
  const unlike = (i: number): number => ((z[i] ?? 0) > 0 ? counts.low[i] : counts.high[i]) ?? 0;
  const drawsOf = (i: number): number => counts.draws[i] ?? 0;
  const share = (count: number, i: number): number => (count + 1) / (drawsOf(i) + 1);
  const folded = (i: number): number => share(Math.min(alike(i), drawsOf(i) - alike(i)), i);
  const twoSided = (i: number): number => Math.min(1, 2 * share(Math.min(alike(i), unlike(i)), i));
  const column = (p: (i: number) => number): Float64Array => (
    spread(z.map((_, i) => (judged(i) ? p(i) : Number.NaN)), present.places, values.length));
  return {
    index: spread(index, present.places, values.length), pGreater: column((i) => share(alike(i), i)), pLess: column((i) => share(unlike(i), i)),
    pFolded: column(folded), pTwoSided: column(twoSided), missing: present.missing,
  };
}
