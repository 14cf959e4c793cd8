import type { Cells } from '../model/cells.ts';
import { victimCodes } from './sortedRows.ts';

/** Columns of rows by slot; `offsets` as in Cells. */
export type RowColumns = Pick<Cells, 'offsets' | 'cell' | 'age' | 'sex' | 'flags'>;

/** The rows of offences that have several, by slot, in the order of the records: an offence's rows follow one another. */
export interface SeveralRows {
  /** First row of each slot, and the number of rows at the end. */
  readonly starts: Uint32Array;
  readonly code: Uint16Array | Uint32Array;
  /** 1 for a further row of the offence of the row before. */
  readonly again: Uint8Array;
  readonly victim: Uint16Array;
}

/** Null where every row is an offence of its own. */
export interface SeveralOffences {
  readonly all: SeveralRows;
  /** Those of them whose rows differ in kind, month or hour. */
  readonly differing: SeveralRows;
  /** Further rows of the others: where nothing is asked of victims, they are what is too many. */
  readonly further: RowColumns;
}

export function severalOffences(cells: Cells): SeveralOffences | null {
  const { offsets, cell, repeats } = cells;
  if (repeats === null) return null;
  const [all, differing, further] = [emptyList(offsets.length), emptyList(offsets.length), emptyList(offsets.length)];
  for (let slot = 0; slot + 1 < offsets.length; slot += 1) {
    const end = offsets[slot + 1]!;
    for (let first = offsets[slot]!; first < end;) {
      let next = first + 1;
      let differs = false;
      for (; next < end && repeats[next] === 1; next += 1) differs ||= cell[next] !== cell[first];
      if (next > first + 1) addOffence(first, next, differs ? [all, differing] : [all]);
      if (!differs) addOffence(first + 1, next, [further]);
      first = next;
    }
    for (const list of [all, differing, further]) list.starts[slot + 1] = list.rows.length;
  }
  const several = (list: RowList): SeveralRows => {
    const columns = taken(cells, list);
    const again = Uint8Array.from(list.rows, (row) => repeats[row]!);
    return { starts: list.starts, code: columns.cell, again, victim: victimCodes(columns) };
  };
  return { all: several(all), differing: several(differing), further: { ...taken(cells, further), age: null, sex: null, flags: null } };
}

function addOffence(first: number, end: number, lists: readonly RowList[]): void {
  for (let row = first; row < end; row += 1) for (const { rows } of lists) rows.push(row);
}

interface RowList {
  readonly starts: Uint32Array;
  readonly rows: number[];
}

function emptyList(slots: number): RowList {
  return { starts: new Uint32Array(slots), rows: [] };
}

function taken({ cell, age, sex, flags }: Cells, { starts, rows }: RowList): RowColumns {
  const bytes = (column: Uint8Array | null): Uint8Array | null => column && Uint8Array.from(rows, (row) => column[row]!);
  const codes = cell instanceof Uint16Array ? new Uint16Array(rows.length) : new Uint32Array(rows.length);
  for (let i = 0; i < codes.length; i += 1) codes[i] = cell[rows[i]!]!;
  return { offsets: starts, cell: codes, age: bytes(age), sex: bytes(sex), flags: bytes(flags) };
}
