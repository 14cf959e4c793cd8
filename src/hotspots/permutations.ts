import type { Correction } from '../model/hotspots.ts';
import { permutedGetisOrd } from '../statistics/permutedGetisOrd.ts';
import type { RandomSource } from '../statistics/seededRandom.ts';
import { neighbourLists, type NeighbourLists } from '../statistics/spatialWeights.ts';

/** With more areas than this, permutations that can pass FDR take too long: the normal p is given instead. */
export const MOST_PERMUTED = 1000;
/** What p, adjusted or not, has to stay below to be marked. */
export const LEVEL = 0.05;
const PERMUTATIONS = [999, 1999, 4999, 9999, 19_999, 39_999] as const;

/** The round number of permutations with which a single one of so many areas can pass FDR at 5%, two-sided; 0 above 1,000 areas. */
export function permutationsFor(areas: number): number {
  if (areas > MOST_PERMUTED) return 0;
  return PERMUTATIONS.find((number) => number + 1 >= 2 * areas / LEVEL) ?? 39_999;
}

/** So many areas are drawn for between two pauses: a few tenths of a second. */
export const AREAS_AT_ONCE = 48;

/**
 * Conditional permutations some areas at a time, in their order, for a caller that has other things to answer in
 * between: an area that has no neighbours in the lists given is not drawn for, but may be drawn.
 */
export function* permutedInParts(lists: NeighbourLists, permute: (part: NeighbourLists) => readonly Float64Array[]): Generator<void, readonly Float64Array[], void> {
  const areas = lists.offsets.length - 1;
  let columns: readonly Float64Array[] = [];
  for (let from = 0; from < areas; from += AREAS_AT_ONCE) {
    const part = Array.from({ length: Math.min(AREAS_AT_ONCE, areas - from) }, (_, i) => from + i);
    const found = permute(onlyOf(lists, part));
    if (from === 0) columns = found.map(() => nan(areas));
    copy(found, columns, part);
    yield;
  }
  return columns;
}

/** Chance by permutations of sums as high, as low, and as far from the middle. */
export interface GiDraws {
  readonly pUpper: Float64Array;
  readonly pLower: Float64Array;
  readonly pTwoSided: Float64Array;
}

export const columnsOf = ({ pUpper, pLower, pTwoSided }: GiDraws): readonly Float64Array[] => [pUpper, pLower, pTwoSided];

/** Shares of the permutations in the stages before the last one. */
const FIRST = { share: 0.01, below: 0.16 } as const;
const SECOND = { share: 0.1, below: 0.08 } as const;
const LEAST_DRAWS = 199;

/**
 * `permutedGetisOrd` in three stages, each with new draws: an area keeps its p as soon as it plainly cannot be marked,
 * because p is well above 5% or, under FDR, above what as many areas as are left could pass with. p of the others come
 * from all permutations; as they also had to pass the stages before, they are if anything too careful. For tests made
 * many times over (steps of a series), where large p need no third digit.
 */
export function stagedDraws(values: Float64Array, lists: NeighbourLists, { permutations, random, correction }: { readonly permutations: number; readonly random: RandomSource; readonly correction: Correction }): GiDraws {
  const columns: GiDraws = { pUpper: nan(values.length), pLower: nan(values.length), pTwoSided: nan(values.length) };
  const all = Array.from(values.keys()).filter((area) => !Number.isNaN(values[area]));
  const draw = (areas: readonly number[], number: number): void => {
    if (areas.length > 0) copy(columnsOf(permutedGetisOrd(values, onlyOf(lists, areas), { permutations: number, random })), columnsOf(columns), areas);
  };
  const below = (areas: readonly number[], limit: number): number[] => areas.filter((area) => (columns.pTwoSided[area] ?? 1) < limit);
  const drawsOf = (share: number): number => Math.min(permutations, Math.max(LEAST_DRAWS, Math.round(share * (permutations + 1)) - 1));
  draw(all, drawsOf(FIRST.share));
  const second = below(all, FIRST.below);
  draw(second, drawsOf(SECOND.share));
  const left = below(second, SECOND.below);
  draw(correction === 'fdr' ? stillOpen(left, all.length, below) : left, permutations);
  return columns;
}

/**
 * Areas whose p may yet be among those that pass: with k areas left, none passes above 5% k / m. Half as much again,
 * and 0.004, make up for the few draws so far (4 standard errors).
 */
function stillOpen(areas: readonly number[], tested: number, below: (areas: readonly number[], limit: number) => number[]): readonly number[] {
  const next = below(areas, 1.5 * LEVEL * areas.length / tested + 0.004);
  return next.length === areas.length ? areas : stillOpen(next, tested, below);
}

const nan = (areas: number): Float64Array => new Float64Array(areas).fill(Number.NaN);

function copy(from: readonly Float64Array[], to: readonly Float64Array[], areas: readonly number[]): void {
  to.forEach((column, i) => { for (const area of areas) column[area] = from[i]?.[area] ?? Number.NaN; });
}

/** Neighbours of these areas alone. */
function onlyOf({ offsets, neighbours }: NeighbourLists, areas: readonly number[]): NeighbourLists {
  const kept = new Set(areas);
  return neighbourLists(Array.from({ length: offsets.length - 1 }, (_, area) => (kept.has(area) ? neighbours.subarray(offsets[area], offsets[area + 1]) : [])));
}
