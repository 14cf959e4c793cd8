import { GI_CLASS, type Correction } from '../model/hotspots.ts';
import { adjustPValues } from '../statistics/adjustPValues.ts';
import { getisOrd } from '../statistics/getisOrd.ts';
import type { NeighbourLists } from '../statistics/spatialWeights.ts';
import { LEVEL, type NeighbourChances } from './permutations.ts';

/** The stricter of the two levels that classes tell apart. */
const STRICT = 0.01;

/** Gi* by area; NaN and `notTested` where there is none. */
export interface GiStar {
  /** Analytic. */
  readonly z: Float64Array;
  /** Two-sided. */
  readonly p: Float64Array;
  readonly adjusted: Float64Array;
  /** GI_CLASS codes. */
  readonly classes: Uint8Array;
}

/**
 * Gi* with its analytic z; p and class by all arrangements of the other values, or many (`neighbourChances`), because the
 * normal p is too small for skewed counts. An area is hot where its z is above 0 and its neighbours hold more than by
 * chance: one that is high alone among average ones is not. Without neighbours it has a z but no p and no class. NaN
 * values are set aside with their links.
 */
export function giStar(values: Float64Array, lists: NeighbourLists, correction: Correction, { pUpper, pLower, pTwoSided: p }: NeighbourChances): GiStar {
  const { z } = getisOrd(values, lists, { style: 'binary', includeSelf: true });
  const adjusted = adjustPValues(p, 'BH');
  const chances = correction === 'fdr' ? adjusted : p;
  const classes = Uint8Array.from(z, (score, area) => {
    const chance = chances[area] ?? Number.NaN;
    if (Number.isNaN(score) || Number.isNaN(chance)) return GI_CLASS.notTested;
    const side = Math.sign((pLower[area] ?? 1) - (pUpper[area] ?? 1));
    if (!(chance < LEVEL) || side !== Math.sign(score)) return GI_CLASS.notSignificant;
    if (side > 0) return chance < STRICT ? GI_CLASS.hot99 : GI_CLASS.hot95;
    return chance < STRICT ? GI_CLASS.cold99 : GI_CLASS.cold95;
  });
  return { z, p, adjusted, classes };
}

export const isHot = (code: number | undefined): boolean => code === GI_CLASS.hot95 || code === GI_CLASS.hot99;
export const isCold = (code: number | undefined): boolean => code === GI_CLASS.cold95 || code === GI_CLASS.cold99;
