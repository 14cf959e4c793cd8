import type { Cells } from '../model/cells.ts';
import { codeCube, cubeWithout, type CodeCube } from './codeCube.ts';
import { monthPlanes, planesPay, type MonthPlanes } from './monthPlanes.ts';
import { severalOffences, type SeveralRows } from './severalRows.ts';
import { sortedRows, type SortedRows } from './sortedRows.ts';

/** The shape of rows: lengths of the lists that their codes go by. */
export interface RowShape {
  /** Areas of the pack; two slots follow theirs: without location, and outside the county. */
  readonly areas: number;
  readonly kinds: number;
  readonly months: number;
  readonly weekdayHours: 175 | 1;
}

/** The offences with several rows. */
export interface SeveralIndex {
  readonly all: SeveralRows;
  readonly differing: SeveralRows;
  /** Further rows of offences whose rows do not differ; without age. */
  readonly further: SortedRows;
  /** As the cube of all rows, without the further ones. */
  readonly cube: CodeCube;
}

/**
 * The records of one data set as counting wants them, made once when it is loaded. It stands by itself: whoever keeps
 * it needs the columns of `Cells` no more.
 */
export interface RecordIndex extends RowShape {
  readonly holds: { readonly age: boolean; readonly sex: boolean; readonly flags: boolean };
  /** Rows by group of areas and code: what charts are made of. */
  readonly cube: CodeCube;
  /** Running sums where records have neither hours nor victims and are many enough for it; otherwise the rows. */
  readonly counted: { readonly planes: MonthPlanes; readonly rows: null } | { readonly planes: null; readonly rows: SortedRows };
  /** Null where every row is an offence. */
  readonly several: SeveralIndex | null;
}

/**
 * Builds the index of a data set's records. The answers do not depend on how areas are grouped; only the speed does.
 * Time and memory grow with the number of rows (see docs/decisions/015).
 *
 * @param groupOf which areas are mostly chosen together (their borough), by area number; -1 = none. Default: one group
 * @throws RangeError where the rows are not those that the offsets speak of
 */
export function indexRecords(cells: Cells, groupOf: ArrayLike<number> | null = null): RecordIndex {
  const { areaCodes, kinds, months, weekdayHours, offsets, cell } = cells;
  if (offsets.at(-1) !== cell.length) throw new RangeError(`There are ${cell.length} rows where the offsets speak of ${offsets.at(-1)}.`);
  const shape: RowShape = { areas: areaCodes.length, kinds, months, weekdayHours };
  const cube = codeCube(cells, shape, groupOf);
  const several = severalOffences(cells);
  return {
    ...shape, cube,
    holds: { age: cells.age !== null, sex: cells.sex !== null, flags: cells.flags !== null },
    counted: planesPay(cells) ? { planes: monthPlanes(cells), rows: null } : { planes: null, rows: sortedRows(cells) },
    several: several && { ...several, further: sortedRows(several.further), cube: cubeWithout(cube, several.further) },
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
