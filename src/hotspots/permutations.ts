import { keepAreas } from '../statistics/spatialWeights.ts';
import type { NeighbourLists } from '../geometry/neighbourLists.ts';
import { exactGetisOrd } from '../statistics/exactConditional.ts';
import { permutedGetisOrd } from '../statistics/permutedGetisOrd.ts';

/** What p, adjusted or not, has to stay below to be marked. */
export const LEVEL = 0.05;
/** With fewer, another seed would move areas over a line: after FDR over 381 areas a p of 0.00013 decides. */
const FIRM = 99_999;
const MOST = 249_999;
/** Most neighbours drawn in one test, for time and memory; and how many of them firmness is worth. */
const MOST_DRAWN = 12_000_000;
const DRAWN_FOR_FIRMNESS = 4_000_000;

/** Chance that an area's neighbours hold as much, and as little, were all other values laid out anew; NaN where there is none. */
export interface NeighbourChances {
  readonly pUpper: Float64Array;
  readonly pLower: Float64Array;
  /** Twice the smaller of the two, at most 1. */
  readonly pTwoSided: Float64Array;
  /** Random arrangements that they come from; 0: exact, from all arrangements. */
  readonly permutations: number;
}

/**
 * The chances that Gi* and local Moran are both judged by: exact for counts, which no seed moves over a line; for other
 * values, and where exact ones take too long, by seeded draws.
 */
export function neighbourChances(values: Float64Array, lists: NeighbourLists, seed: number): NeighbourChances {
  const exact = exactGetisOrd(values, lists);
  if (exact !== null) return { ...exact, permutations: 0 };
  const permutations = permutationsFor(values.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : 1), 0), lists);
  return { ...permutedGetisOrd(values, lists, { permutations, seed }), permutations };
}

/**
 * So many permutations that a single one of the areas can pass FDR at 5%, two-sided, and 99,999 at the least. Above 6,250
 * areas no more than 249,999, and fewer where areas have some 40 neighbours and more: then several areas may have to pass
 * together (`leastTogether`).
 */
export function permutationsFor(areas: number, lists: NeighbourLists): number {
  const needed = 2 * areas / LEVEL;
  const wanted = needed <= FIRM + 1 ? FIRM : MOST;
  const drawn = longest(lists);
  return Math.min(wanted, Math.max(roundly(DRAWN_FOR_FIRMNESS / drawn), Math.min(roundly(MOST_DRAWN / drawn), roundlyUp(needed))));
}

/** How many of so many areas have to pass FDR together at the least, because p by permutations is never 0. */
export function leastTogether(areas: number, permutations: number): number {
  return permutations === 0 ? 1 : Math.ceil(2 * areas / LEVEL / (permutations + 1));
}

/** The smallest two-sided chance that any area with a value could have, whatever lies where: 1 where none has a neighbour. */
export function rarestChance(values: Float64Array, lists: NeighbourLists): number {
  const { offsets } = keepAreas(lists, Array.from(values.keys()).filter((area) => !Number.isNaN(values[area])));
  const others = offsets.length - 2;
  let rarest = 1;
  for (let area = 0; area <= others; area += 1) {
    const beside = (offsets[area + 1] ?? 0) - (offsets[area] ?? 0);
    let arrangements = 1;
    for (let k = 1; k <= beside; k += 1) arrangements *= (others - beside + k) / k;
    rarest = Math.min(rarest, 2 / arrangements);
  }
  return rarest;
}

/** The most neighbours drawn for one area: of an area beside most others, those that are not its neighbours. */
function longest({ offsets }: NeighbourLists): number {
  const others = offsets.length - 2;
  let most = 1;
  for (let area = 0; area <= others; area += 1) {
    const beside = (offsets[area + 1] ?? 0) - (offsets[area] ?? 0);
    most = Math.max(most, Math.min(beside, others - beside));
  }
  return most;
}

/** Down to a number such as 2,999. */
function roundly(number: number): number {
  const unit = 10 ** Math.floor(Math.log10(number));
  return Math.floor(number / unit) * unit - 1;
}

/** Up to one. */
function roundlyUp(number: number): number {
  const unit = 10 ** Math.floor(Math.log10(number));
  return Math.ceil(number / unit) * unit - 1;
}
