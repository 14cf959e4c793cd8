import type { RecordIndex } from '../tables/recordIndex.ts';
import type { MonthPlanes } from '../tables/monthPlanes.ts';
import { AGE_CODES, type SortedRows } from '../tables/sortedRows.ts';
import { COUNTS } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { passesByVictim } from './victimClauses.ts';

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
  const { planes, rows } = index.counted;
  if (planes) return countPlanes(index, planes, compiled);
  const { who, whoChosen } = compiled.victims;
  if (!rows.victim || !whoChosen) return countCodes(rows, compiled.counts);
  return countVictims(rows, rows.victim, compiled.counts, passesByVictim(EVERY_AGE, who));
}

const EVERY_AGE = new Uint8Array(AGE_CODES).fill(1);

/** Rows whose code matches, by slot and age. Four sums side by side, so that no addition waits for the one before. */
export function countCodes({ starts, code }: SortedRows, counts: Uint8Array): Uint32Array {
  const sums = new Uint32Array(starts.length - 1);
  const bit = COUNTS.all;
  let row = 0;
  for (let group = 0; group < sums.length; group += 1) {
    const end = starts[group + 1]!;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (; row + 3 < end; row += 4) {
      a += counts[code[row]!]! & bit;
      b += counts[code[row + 1]!]! & bit;
      c += counts[code[row + 2]!]! & bit;
      d += counts[code[row + 3]!]! & bit;
    }
    for (; row < end; row += 1) a += counts[code[row]!]! & bit;
    sums[group] = a + b + c + d;
  }
  return sums;
}

/** `passes` is 1 for rows that pass, so that the bit for all clauses is left. */
function countVictims({ starts, code }: SortedRows, victim: Uint16Array, counts: Uint8Array, passes: Uint8Array): Uint32Array {
  const sums = new Uint32Array(starts.length - 1);
  let row = 0;
  for (let group = 0; group < sums.length; group += 1) {
    const end = starts[group + 1]!;
    let a = 0;
    let b = 0;
    for (; row + 1 < end; row += 2) {
      a += counts[code[row]!]! & passes[victim[row]!]!;
      b += counts[code[row + 1]!]! & passes[victim[row + 1]!]!;
    }
    if (row < end) {
      a += counts[code[row]!]! & passes[victim[row]!]!;
      row += 1;
    }
    sums[group] = a + b;
  }
  return sums;
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
