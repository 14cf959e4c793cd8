import { type DrawsOptions, neighbourDraws, type NeighbourDraws } from './neighbourDraws.ts';
import { sum } from './presentValues.ts';
import type { NeighbourLists } from './spatialWeights.ts';

/** By area: draws of its neighbours from the other areas, and how many of them had a sum at least as high, and at most as high, as the one found. */
export interface DrawCounts {
  readonly draws: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * Conditional permutations: every area keeps its value, its neighbours' values are drawn from all other areas, and their
 * sum is compared with the one found (equal but for rounding counts on both sides). Areas without neighbours have no
 * draws. As all weights of an area are equal, the answer is the same for every style of weights.
 *
 * The draws are made once for all areas: of draws from all areas, those that do not contain an area are draws from its
 * others, each as likely as any. So an area's number of draws varies a little about `permutations`, and its chance is
 * (high + 1) / (draws + 1). An area with more than half of the others for neighbours draws those that are not.
 */
export function conditionalDraws(values: Float64Array, lists: NeighbourLists, options: DrawsOptions): DrawCounts {
  const areas = values.length;
  const sides = sidesOf(values, lists, options.sampling !== 'with-replacement');
  const made = neighbourDraws(areas, sides.size.reduce((most, size) => Math.max(most, size), 0), options);
  const counts: DrawCounts = { draws: new Float64Array(areas), high: new Float64Array(areas), low: new Float64Array(areas) };
  const sums = sumsBySize(values, made, sides.size);
  takeOwn(sides, sums, made, counts);
  countAll(sides, sums, counts);
  for (const area of sides.turned) [counts.high[area], counts.low[area]] = [counts.low[area] ?? 0, counts.high[area] ?? 0];
  return counts;
}

/** What is drawn for each area: its neighbours, or where these are most of the others, the rest of them. */
interface Sides {
  /** How many are drawn; -1 for an area without neighbours. */
  readonly size: Int32Array;
  /** A drawn sum at or above the first, at or below the second, is as high, as low as the one found. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Areas whose rest is drawn: a low sum of the rest is a high sum of the neighbours. */
  readonly turned: readonly number[];
}

function sidesOf(values: Float64Array, { offsets, neighbours }: NeighbourLists, mayTurn: boolean): Sides {
  const areas = values.length;
  const total = sum(values);
  const slack = 1e-12 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const sides = { size: new Int32Array(areas).fill(-1), least: new Float64Array(areas), most: new Float64Array(areas), turned: [] as number[] };
  for (let area = 0; area < areas; area += 1) {
    const [from, to] = [offsets[area] ?? 0, offsets[area + 1] ?? 0];
    if (from === to) continue;
    const turned = mayTurn && 2 * (to - from) > areas - 1;
    let held = 0;
    for (let k = from; k < to; k += 1) held += values[neighbours[k] ?? -1] ?? Number.NaN;
    const found = turned ? total - (values[area] ?? Number.NaN) - held : held;
    const near = slack * (to - from);
    sides.size[area] = turned ? areas - 1 - (to - from) : to - from;
    sides.least[area] = found - near;
    sides.most[area] = found + near;
    if (turned) sides.turned.push(area);
  }
  return sides;
}

/** Sums of the first values of every draw, by how many of them; empty for sizes that no area has. */
function sumsBySize(values: Float64Array, { draws, length, drawn }: NeighbourDraws, sizes: Int32Array): readonly Float64Array[] {
  const wanted = new Set(sizes);
  const running = new Float64Array(draws);
  return Array.from({ length: length + 1 }, (_, size) => {
    if (size > 0) for (let draw = 0, place = size - 1; draw < draws; draw += 1, place += length) running[draw] = (running[draw] ?? 0) + (values[drawn[place] ?? -1] ?? Number.NaN);
    return wanted.has(size) ? running.slice() : new Float64Array(0);
  });
}

/** Takes off each area the draws that contain itself. */
function takeOwn({ size, least, most }: Sides, sums: readonly Float64Array[], { draws, length, drawn, repeats }: NeighbourDraws, { draws: left, high, low }: DrawCounts): void {
  for (let draw = 0, start = 0; draw < draws; draw += 1, start += length) {
    for (let k = 0; k < length; k += 1) {
      const area = drawn[start + k] ?? -1;
      const own = size[area] ?? -1;
      if (k >= own || (repeats && drawn.indexOf(area, start) < start + k)) continue;
      const found = sums[own]?.[draw] ?? Number.NaN;
      left[area] = (left[area] ?? 0) - 1;
      if (found >= (least[area] ?? 0)) high[area] = (high[area] ?? 0) - 1;
      if (found <= (most[area] ?? 0)) low[area] = (low[area] ?? 0) - 1;
    }
  }
}

/** Every draw counts for every area. Puts the sums in order. */
function countAll({ size, least, most }: Sides, sums: readonly Float64Array[], { draws, high, low }: DrawCounts): void {
  for (const column of sums) column.sort();
  size.forEach((each, area) => {
    const column = sums[each];
    if (column === undefined) return;
    draws[area] = (draws[area] ?? 0) + column.length;
    high[area] = (high[area] ?? 0) + column.length - below(column, (value) => value < (least[area] ?? 0));
    low[area] = (low[area] ?? 0) + below(column, (value) => value <= (most[area] ?? 0));
  });
}

/** Number of values at the start of an ascending column of which this is true. */
function below(ascending: Float64Array, isBelow: (value: number) => boolean): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBelow(ascending[middle] ?? Number.NaN)) from = middle + 1;
    else to = middle;
  }
  return from;
}
