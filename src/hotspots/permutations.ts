import type { NeighbourLists } from '../geometry/neighbourLists.ts';

/** What p, adjusted or not, has to stay below to be marked. */
export const LEVEL = 0.05;
const PERMUTATIONS = [999, 1999, 4999, 9999, 19_999, 49_999, 99_999] as const;
const MOST = 249_999;
/** Of the tests of the whole period: with fewer, another seed would move more areas over a line. */
const FIRM = 99_999;
/** Most neighbours drawn in one test, for time and memory; and how many of them firmness is worth. */
const MOST_DRAWN = 12_000_000;
const DRAWN_FOR_FIRMNESS = 4_000_000;

/**
 * The round number of permutations with which a single one of so many areas can pass FDR at 5%, two-sided. Above 6,250
 * areas no more than 249,999, and fewer where areas have hundreds of neighbours: then several areas have to pass together
 * (`leastTogether`).
 */
export function permutationsFor(areas: number, lists: NeighbourLists): number {
  const wanted = PERMUTATIONS.find((number) => number + 1 >= 2 * areas / LEVEL) ?? MOST;
  return Math.min(wanted, roundly(MOST_DRAWN / longest(lists)));
}

/** The same, and 99,999 at the least where areas have no more than some 40 neighbours. */
export function firmPermutationsFor(areas: number, lists: NeighbourLists): number {
  return Math.max(permutationsFor(areas, lists), Math.min(FIRM, roundly(DRAWN_FOR_FIRMNESS / longest(lists))));
}

/** How many of so many areas have to pass FDR together at the least, because p by permutations is never 0. */
export function leastTogether(areas: number, permutations: number): number {
  return Math.ceil(2 * areas / LEVEL / (permutations + 1));
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
