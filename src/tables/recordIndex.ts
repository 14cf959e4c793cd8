import type { Cells } from '../model/cells.ts';
import { codeCube, type CodeCube } from './codeCube.ts';
import { monthPlanes, planesPay, type MonthPlanes } from './monthPlanes.ts';
import { severalRows, type SeveralRows } from './severalRows.ts';
import { sortedRows, type SortedRows } from './sortedRows.ts';

/**
 * The records of one data set as counting wants them, made once when it is loaded. It stands by itself: whoever keeps
 * it needs the columns of `Cells` no more. Exactly one of `planes` and `rows` is there.
 */
export interface RecordIndex {
  /** Areas of the pack; two slots follow theirs: without location, and outside the county. */
  readonly areas: number;
  readonly kinds: number;
  readonly months: number;
  readonly weekdayHours: 175 | 1;
  readonly holds: { readonly age: boolean; readonly sex: boolean; readonly flags: boolean };
  /** Rows by group of areas and code: what charts are made of. */
  readonly cube: CodeCube;
  /** Where records have neither hours nor victims, and are many enough for it. */
  readonly planes: MonthPlanes | null;
  readonly rows: SortedRows | null;
  /** The offences with several rows; null where every row is an offence. */
  readonly several: SeveralRows | null;
}

/**
 * Builds the index of a data set's records. The answers do not depend on how areas are grouped; only the speed does.
 * Time and memory grow with the number of rows (see docs/decisions/012).
 *
 * @param groupOf which areas are mostly chosen together (their borough), by area number; -1 = none. Default: one group
 * @throws RangeError where the rows are not those that the offsets speak of
 */
export function indexRecords(cells: Cells, groupOf: ArrayLike<number> | null = null): RecordIndex {
  const { areaCodes, kinds, months, weekdayHours, offsets, cell } = cells;
  if (offsets.at(-1) !== cell.length) throw new RangeError(`There are ${cell.length} rows where the offsets speak of ${offsets.at(-1)}.`);
  const areas = areaCodes.length;
  const planes = planesPay(cells) ? monthPlanes(cells) : null;
  return {
    areas, kinds, months, weekdayHours, planes,
    holds: { age: cells.age !== null, sex: cells.sex !== null, flags: cells.flags !== null },
    cube: codeCube(cells, groupOf),
    rows: planes ? null : sortedRows(cells),
    several: severalRows(cells),
  };
}

// By records, so that an index goes with them.
const made = new WeakMap<Cells, RecordIndex>();

/** The index of these records, made at the first call. */
export function recordIndexOf(cells: Cells, groupOf: ArrayLike<number> | null = null): RecordIndex {
  const held = made.get(cells) ?? indexRecords(cells, groupOf);
  made.set(cells, held);
  return held;
}
