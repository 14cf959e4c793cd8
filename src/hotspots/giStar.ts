import { GI_CLASS, type Correction } from '../model/hotspots.ts';
import { adjustPValues } from '../statistics/adjustPValues.ts';
import { getisOrd } from '../statistics/getisOrd.ts';
import { permutedGetisOrd } from '../statistics/permutedGetisOrd.ts';
import { seededRandom, type RandomSource } from '../statistics/seededRandom.ts';
import { neighbourLists, type NeighbourLists } from '../statistics/spatialWeights.ts';

/** With more areas than this, permutations that can pass FDR take too long: the normal p is given instead. */
export const MOST_PERMUTED = 1000;
export const LEVEL = 0.05;
const STRICT = 0.01;
const PERMUTATIONS = [999, 1999, 4999, 9999, 19_999, 39_999] as const;

/** The round number of permutations with which a single one of so many areas can pass FDR at 5%, two-sided; 0 above 1,000 areas. */
export function permutationsFor(areas: number): number {
  if (areas > MOST_PERMUTED) return 0;
  return PERMUTATIONS.find((number) => number + 1 >= 2 * areas / LEVEL) ?? 39_999;
}

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

export interface GiStarOptions {
  readonly correction: Correction;
  /** 0: the normal p. */
  readonly permutations: number;
  readonly seed: number;
  /** True saves the permutations of areas that plainly are no hot spot (`stagedDraws`). */
  readonly staged?: boolean;
}

/**
 * Gi* with its analytic z; p and class by seeded conditional permutations, because the normal p is too small for skewed
 * counts. An area is hot where its z is above 0 and its neighbours hold more than by chance: one that is high alone
 * among average ones is not. Without neighbours it has a z but no p and no class. NaN values are set aside with their links.
 */
export function giStar(values: Float64Array, lists: NeighbourLists, { correction, permutations, seed, staged = false }: GiStarOptions): GiStar {
  const { z, p: normal } = getisOrd(values, lists, { style: 'binary', includeSelf: true });
  const random = seededRandom(seed);
  const draws = permutations === 0 ? null : staged ? stagedDraws(values, lists, permutations, random) : permutedGetisOrd(values, lists, { permutations, random });
  const p = draws?.pTwoSided ?? normal;
  const adjusted = adjustPValues(p, 'BH');
  const judged = correction === 'fdr' ? adjusted : p;
  const classes = Uint8Array.from(z, (score, area) => {
    const chance = judged[area] ?? Number.NaN;
    if (Number.isNaN(score) || Number.isNaN(chance)) return GI_CLASS.notTested;
    const side = draws === null ? Math.sign(score) : Math.sign((draws.pLower[area] ?? 1) - (draws.pUpper[area] ?? 1));
    if (!(chance < LEVEL) || side !== Math.sign(score)) return GI_CLASS.notSignificant;
    if (side > 0) return chance < STRICT ? GI_CLASS.hot99 : GI_CLASS.hot95;
    return chance < STRICT ? GI_CLASS.cold99 : GI_CLASS.cold95;
  });
  return { z, p, adjusted, classes };
}

export const isHot = (code: number | undefined): boolean => code === GI_CLASS.hot95 || code === GI_CLASS.hot99;
export const isCold = (code: number | undefined): boolean => code === GI_CLASS.cold95 || code === GI_CLASS.cold99;

interface Draws {
  readonly pUpper: Float64Array;
  readonly pLower: Float64Array;
  readonly pTwoSided: Float64Array;
}

/** What p has to stay below to be drawn on: a hundredth of the permutations, then a tenth, then all. */
const STAGES = [{ share: 0.01, below: 0.16 }, { share: 0.1, below: 0.08 }, { share: 1, below: 0 }] as const;
const LEAST_DRAWS = 199;

/**
 * `permutedGetisOrd` in three stages, each with new draws: an area whose p is plainly above 5% keeps it and is drawn no
 * further. A p below 0.08 comes from all permutations; as it also had to pass the stages before, it is if anything
 * too careful. For tests made many times over (steps of a series).
 */
function stagedDraws(values: Float64Array, lists: NeighbourLists, permutations: number, random: RandomSource): Draws {
  const columns = { pUpper: nan(values.length), pLower: nan(values.length), pTwoSided: nan(values.length) };
  let areas = Array.from(values.keys()).filter((area) => !Number.isNaN(values[area]));
  for (const { share, below } of STAGES) {
    const now = Math.max(LEAST_DRAWS, Math.round(share * (permutations + 1)) - 1);
    const found = permutedGetisOrd(values, onlyOf(lists, areas), { permutations: now, random });
    for (const area of areas) for (const name of ['pUpper', 'pLower', 'pTwoSided'] as const) columns[name][area] = found[name][area] ?? Number.NaN;
    areas = areas.filter((area) => (found.pTwoSided[area] ?? 1) < below);
    if (now >= permutations) break;
  }
  return columns;
}

/** Neighbours of these areas alone: an area without any is not drawn for, but may be drawn. */
function onlyOf({ offsets, neighbours }: NeighbourLists, areas: readonly number[]): NeighbourLists {
  const kept = new Set(areas);
  return neighbourLists(Array.from({ length: offsets.length - 1 }, (_, area) => (kept.has(area) ? neighbours.subarray(offsets[area], offsets[area + 1]) : [])));
}

const nan = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN);
