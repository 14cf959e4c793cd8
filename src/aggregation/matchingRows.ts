import type { RecordIndex } from '../tables/recordIndex.ts';
import type { MonthPlanes } from '../tables/monthPlanes.ts';
import type { SortedRows } from '../tables/sortedRows.ts';
import { COUNTS } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';

/** How many answers are kept of one data set: the filter, its saved selection and its whole period in turn. */
const KEPT = 4;

interface Kept {
  readonly key: string;
  readonly rows: Uint32Array;
}

// By index, so that what was counted goes with the records.
const keptOf = new WeakMap<RecordIndex, Kept[]>();

/**
 * Rows of each slot and age (`slot * ages + age`; one age where none is held) that match what, when, sex and flags,
 * whatever ages and places are chosen: a change of these two alone finds them counted already. Not to be changed.
 */
export function matchingRows(index: RecordIndex, compiled: CompiledSelection): Uint32Array {
  const { kindChosen, monthChosen, hourPasses, who } = compiled;
  const key = [kindChosen, monthChosen, hourPasses, who.sexes ?? 'all', who.flags ?? 'all'].map((codes) => codes.toString()).join(';');
  const kept = keptOf.get(index) ?? [];
  const held = kept.find((one) => one.key === key);
  const rows = held?.rows ?? countMatching(index, compiled);
  // The one last asked for stands first.
  keptOf.set(index, [{ key, rows }, ...kept.filter((one) => one !== held)].slice(0, KEPT));
  return rows;
}

function countMatching(index: RecordIndex, compiled: CompiledSelection): Uint32Array {
  const slots = index.areas + 2;
  if (index.planes) return countPlanes(index, index.planes, compiled);
  const { rows } = index;
  if (!rows) throw new Error('An index holds planes or rows.');
  const sums = new Uint32Array(slots * rows.ages);
  const { who, whoChosen } = compiled.victims;
  if (rows.who && whoChosen) countWho(rows, rows.who, compiled.counts, who, sums);
  else countCodes(rows, compiled.counts, sums);
  return sums;
}

function countCodes({ starts, code }: SortedRows, counts: Uint8Array, sums: Uint32Array): void {
  let row = 0;
  for (let group = 0; group < sums.length; group += 1) {
    const end = starts[group + 1]!;
    let matching = 0;
    for (; row < end; row += 1) matching += counts[code[row]!]! & COUNTS.all;
    sums[group] = matching;
  }
}

function countWho({ starts, code }: SortedRows, who: Uint16Array, counts: Uint8Array, passes: Uint8Array, sums: Uint32Array): void {
  let row = 0;
  for (let group = 0; group < sums.length; group += 1) {
    const end = starts[group + 1]!;
    let matching = 0;
    for (; row < end; row += 1) matching += counts[code[row]!]! & passes[who[row]!]!;
    sums[group] = matching;
  }
}

/** Each run of chosen months is one difference per area and kind. */
function countPlanes({ areas, kinds }: RecordIndex, { before, elsewhere }: MonthPlanes, { kindChosen, monthChosen }: CompiledSelection): Uint32Array {
  const sums = new Uint32Array(areas + 2);
  for (const { from, to } of runsOf(monthChosen)) {
    for (let kind = 0; kind < kinds; kind += 1) {
      if (kindChosen[kind] !== 1) continue;
      const [first, end] = [from * kinds + kind, to * kinds + kind];
      addDifference(before, first * areas, end * areas, areas, sums);
      for (let place = 0; place < 2; place += 1) sums[areas + place]! += elsewhere[end * 2 + place]! - elsewhere[first * 2 + place]!;
    }
  }
  return sums;
}

function addDifference(before: Uint16Array | Uint32Array, first: number, end: number, areas: number, sums: Uint32Array): void {
  for (let area = 0; area < areas; area += 1) sums[area]! += before[end + area]! - before[first + area]!;
}

/** Runs of 1, the end not included. */
export function runsOf(chosen: Uint8Array): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = chosen.indexOf(1); from >= 0;) {
    const end = chosen.indexOf(0, from);
    const to = end < 0 ? chosen.length : end;
    runs.push({ from, to });
    from = chosen.indexOf(1, to);
  }
  return runs;
}
