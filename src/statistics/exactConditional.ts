import type { GetisOrdPermutations } from './permutedGetisOrd.ts';
import { presentValues, spread } from './presentValues.ts';
import type { NeighbourLists } from './spatialWeights.ts';

/** By area: the chance that its neighbours' sum is as high, and as low, as the one found; NaN without neighbours. */
export interface ConditionalTails {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** More additions than this take longer than draws: about half a second. */
const MOST_STEPS = 1e8;

/**
 * `permutedGetisOrd` without draws, for counts: p as it would be by all arrangements. NaN is no value: the area is set
 * aside with its links. null where `exactConditionalTails` is.
 */
export function exactGetisOrd(values: ArrayLike<number>, lists: NeighbourLists): GetisOrdPermutations | null {
  const present = presentValues(values, lists);
  const tails = exactConditionalTails(present.values, present.lists);
  if (tails === null) return null;
  const judged = !present.constant && present.values.length >= 3;
  const all = (column: Float64Array): Float64Array => spread(judged ? column : column.fill(Number.NaN), present.places, values.length);
  const [pUpper, pLower] = [all(tails.high), all(tails.low)];
  return { pUpper, pLower, pTwoSided: pUpper.map((p, area) => Math.min(1, 2 * p, 2 * (pLower[area] ?? Number.NaN))), missing: present.missing };
}

/**
 * What conditional permutations estimate (`conditionalDraws`), exactly, for counts: every area keeps its count, each
 * choice of as many of the other areas as it has neighbours is equally likely. No seed, no draws, and p as small as it
 * is: after FDR over 381 areas a p of 0.00013 decides, which 19,999 draws meet once or not at all.
 *
 * The distribution of the sum of k of all areas' counts is built area by area; the area itself is then taken out again.
 * null where values are not whole numbers from 0, for areas with more than half of the others for neighbours, and where
 * it would take more than some 100 million additions. `values` are those of all areas listed, without NaN.
 * Source: Pagano and Tritchler, JASA 78 (1983), 435-440 (exact permutation distributions by adding up).
 */
export function exactConditionalTails(values: Float64Array, { offsets, neighbours }: NeighbourLists): ConditionalTails | null {
  const n = values.length;
  const sizes = Int32Array.from(values, (_, area) => (offsets[area + 1] ?? 0) - (offsets[area] ?? 0));
  const most = sizes.reduce((found, size) => Math.max(found, size), 0);
  if (2 * most > Math.max(0, n - 1) || values.some((value) => !(Number.isInteger(value) && value >= 0))) return null;
  const ascending = values.toSorted();
  const distinct = new Set(values);
  if (stepsOf(ascending, most, distinct.size) > MOST_STEPS) return null;
  const all = sumsOfAll(ascending, most);
  const tails = { high: new Float64Array(n).fill(Number.NaN), low: new Float64Array(n).fill(Number.NaN) };
  for (const value of distinct) {
    const longest = sizes.reduce((found, size, area) => (values[area] === value ? Math.max(found, size) : found), 0);
    const others = withoutOne(all.slice(0, longest + 1), value, n);
    values.forEach((own, area) => {
      const column = others[sizes[area] ?? 0];
      if (own !== value || sizes[area] === 0 || column === undefined) return;
      let found = 0;
      for (let k = offsets[area] ?? 0; k < (offsets[area + 1] ?? 0); k += 1) found += values[neighbours[k] ?? -1] ?? Number.NaN;
      tails.high[area] = added(column, found, column.length);
      tails.low[area] = added(column, 0, found + 1);
    });
  }
  return tails;
}

/** About how many additions it takes: each area's turn reaches to the sum of the largest so far. */
function stepsOf(ascending: Float64Array, most: number, distinct: number): number {
  const reach = (before: number): number => ascending.subarray(Math.max(0, before - most), before).reduce((sum, value) => sum + value, 1);
  const built = ascending.reduce((total, _, before) => total + most * reach(before + 1) / 2, 0);
  return built + distinct * most * reach(ascending.length) / 2;
}

/** By k from 0, then by sum: the chance of that sum of k areas chosen from all, whose values ascend. */
function sumsOfAll(ascending: Float64Array, most: number): Float64Array[] {
  const n = ascending.length;
  const top = (k: number, before: number): number => ascending.subarray(Math.max(0, before - k), before).reduce((sum, value) => sum + value, 0);
  const chances = Array.from({ length: most + 1 }, (_, k) => new Float64Array(top(k, n) + 1));
  chances[0]?.fill(1);
  ascending.forEach((value, before) => {
    // Of `before` + 1 areas a choice of k holds the new one with chance k / (before + 1).
    for (let k = Math.min(most, before + 1); k >= 1; k -= 1) {
      const [column, fewer] = [chances[k], chances[k - 1]];
      if (column !== undefined && fewer !== undefined) addArea(column, fewer, value, k / (before + 1), top(k, before + 1));
    }
  });
  return chances;
}

function addArea(column: Float64Array, fewer: Float64Array, value: number, share: number, reach: number): void {
  for (let sum = reach; sum >= value; sum -= 1) column[sum] = (1 - share) * column[sum]! + share * (fewer[sum - value] ?? 0);
  for (let sum = Math.min(value - 1, reach); sum >= 0; sum -= 1) column[sum] = (1 - share) * column[sum]!;
}

/** The same of k areas chosen from all but one that holds `value`. */
function withoutOne(all: readonly Float64Array[], value: number, areas: number): readonly Float64Array[] {
  const left: Float64Array[] = [];
  for (const [k, column] of all.entries()) {
    const fewer = left[k - 1];
    if (fewer === undefined) {
      left.push(column);
      continue;
    }
    const share = k / areas;
    const others = column.slice();
    for (let sum = value; sum < others.length; sum += 1) others[sum] = others[sum]! - share * (fewer[sum - value] ?? 0);
    // What rounding leaves where no such sum is left is not a chance.
    for (let sum = 0; sum < others.length; sum += 1) others[sum] = Math.max(0, others[sum]! / (1 - share));
    left.push(others);
  }
  return left;
}

function added(column: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let sum = from; sum < to; sum += 1) total += column[sum] ?? 0;
  return Math.min(1, total);
}
