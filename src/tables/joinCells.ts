import type { Cells } from '../model/cells.ts';

/** A stretch of rows: first and one past the last. */
type Rows = readonly [start: number, end: number];

/** Which rows of some cells are of one part of a pack. */
export interface PartCells {
  readonly cells: Cells;
  /** The part's area codes, ascending, and the slot of each in `cells`. */
  readonly codes: readonly string[];
  readonly slots: Uint32Array;
  readonly withoutLocation: Rows;
  readonly outside: Rows;
}

const OPTIONAL = ['age', 'sex', 'flags', 'repeats'] as const;

/** Cells that hold one part and nothing else. */
export function wholePart(cells: Cells): PartCells {
  const areas = cells.areaCodes.length;
  const at = (slot: number): number => cells.offsets[slot] ?? 0;
  return { cells, codes: cells.areaCodes, slots: Uint32Array.from(cells.areaCodes, (_, slot) => slot), withoutLocation: [at(areas), at(areas + 1)], outside: [at(areas + 1), at(areas + 2)] };
}

/**
 * The records of several parts as one: areas in ascending order of code, and after them the rows without location and
 * those outside, part by part. Also where each part now lies in it, so that another choice of parts can be made from
 * these cells without reading files again. One part by itself that is all of its cells is handed on, not copied.
 * Throws RangeError where the parts are not of one data set (other months, kinds, hours, or columns).
 */
export function joinCells(parts: readonly PartCells[]): { readonly cells: Cells; readonly parts: readonly PartCells[] } {
  const [first] = parts;
  if (!first) throw new RangeError('There is no part to join.');
  if (parts.length === 1 && first.codes.length === first.cells.areaCodes.length) return { cells: first.cells, parts: [wholePart(first.cells)] };
  const fault = parts.map(({ cells }) => difference(first.cells, cells)).find((one) => one !== null);
  if (fault) throw new RangeError(fault);
  const areas = parts.flatMap(({ codes, slots }, part) => codes.map((code, i) => ({ code, part, slot: slots[i] ?? 0 }))).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const runs = areas.map(({ part, slot }): { part: number; rows: Rows } => ({ part, rows: rowsOf(parts[part]?.cells, slot) }));
  const tails = (['withoutLocation', 'outside'] as const).map((slot) => parts.map((one, part) => ({ part, rows: one[slot] })));
  const all = [...runs, ...tails.flat()];
  const cells = { ...copied(parts.map((part) => part.cells), all), areaCodes: areas.map(({ code }) => code), offsets: offsetsOf(runs, tails) };
  return { cells, parts: placesOf(cells, parts, areas.map(({ part }) => part)) };
}

function rowsOf(cells: Cells | undefined, slot: number): Rows {
  return [cells?.offsets[slot] ?? 0, cells?.offsets[slot + 1] ?? 0];
}

/** What keeps two parts from being one data set; null where nothing does. Repeats may be missing where no offence has a second victim. */
function difference(a: Cells, b: Cells): string | null {
  if (a.months !== b.months || a.kinds !== b.kinds || a.weekdayHours !== b.weekdayHours) return 'The records of two parts have different months, crime types or hours.';
  const column = (['age', 'sex', 'flags'] as const).find((name) => (a[name] === null) !== (b[name] === null));
  return column === undefined ? null : `The records of one part have the column "${column}", those of another do not.`;
}

type Runs = readonly { readonly part: number; readonly rows: Rows }[];

const lengthOf = (runs: Runs): number => runs.reduce((sum, { rows: [start, end] }) => sum + end - start, 0);

/** Where each area's rows begin, then where the rows without location and those outside begin and end. */
function offsetsOf(areas: Runs, tails: readonly Runs[]): Uint32Array {
  const offsets = new Uint32Array(areas.length + tails.length + 1);
  [...areas.map(({ rows: [start, end] }) => end - start), ...tails.map(lengthOf)].forEach((rows, slot) => {
    offsets[slot + 1] = (offsets[slot] ?? 0) + rows;
  });
  return offsets;
}

/** The columns with the rows of all runs, one after the other. */
function copied(parts: readonly Cells[], runs: Runs): Omit<Cells, 'areaCodes' | 'offsets'> {
  const [first] = parts;
  if (!first) throw new RangeError('There is no part to join.');
  const rows = lengthOf(runs);
  const fill = <Column extends Uint8Array | Uint16Array | Uint32Array>(column: Column, from: (cells: Cells) => Uint8Array | Uint16Array | Uint32Array | null): Column => {
    let at = 0;
    for (const { part, rows: [start, end] } of runs) {
      const source = parts[part] ? from(parts[part]) : null;
      if (source) column.set(source.subarray(start, end), at);
      at += end - start;
    }
    return column;
  };
  const optional = Object.fromEntries(OPTIONAL.map((name) => [name, parts.some((part) => part[name] !== null) ? fill(new Uint8Array(rows), (part) => part[name]) : null]));
  return {
    kinds: first.kinds, months: first.months, weekdayHours: first.weekdayHours,
    cell: fill(parts.some(({ cell }) => cell instanceof Uint32Array) ? new Uint32Array(rows) : new Uint16Array(rows), ({ cell }) => cell),
    age: null, sex: null, flags: null, repeats: null, ...optional,
  };
}

/** Where each part lies in the joined cells. */
function placesOf(cells: Cells, parts: readonly PartCells[], partOfSlot: readonly number[]): PartCells[] {
  const slots = parts.map((): number[] => []);
  partOfSlot.forEach((part, slot) => slots[part]?.push(slot));
  const tail = (slot: number, of: 'withoutLocation' | 'outside'): Rows[] => {
    let start = cells.offsets[slot] ?? 0;
    return parts.map((part) => {
      const rows: Rows = [start, start + part[of][1] - part[of][0]];
      start = rows[1];
      return rows;
    });
  };
  const [without, outside] = [tail(partOfSlot.length, 'withoutLocation'), tail(partOfSlot.length + 1, 'outside')];
  return parts.map(({ codes }, part) => ({ cells, codes, slots: Uint32Array.from(slots[part] ?? []), withoutLocation: without[part] ?? [0, 0], outside: outside[part] ?? [0, 0] }));
}
