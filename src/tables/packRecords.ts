import { type Cells, NO_LOCATION, OUTSIDE_COUNTY, type RecordColumns } from '../model/cells.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { AGE_UNKNOWN } from '../model/vocabulary.ts';
import { groupedOrder, plainOrder } from './rowOrder.ts';

export interface CellShape {
  /** Codes of the pack's areas in AreaTable order. */
  readonly areaCodes: readonly string[];
  /** Lengths of the data set's lists of kinds and months. */
  readonly kinds: number;
  readonly months: number;
  /** 175 where the records carry weekday and hour, otherwise 1. */
  readonly weekdayHours: 175 | 1;
}

/** The shape of a data set's rows on a pack's areas. */
export function cellShape(areaCodes: readonly string[], { kinds, months, fields }: Pick<DataSetEntry, 'kinds' | 'months' | 'fields'>): CellShape {
  return { areaCodes, kinds: kinds.length, months: months.length, weekdayHours: fields.weekdayHour ? 175 : 1 };
}

/** Largest code of each column; larger ones are refused. */
const LIMITS = { age: AGE_UNKNOWN, sex: 2, flags: 255 } as const;

/**
 * Records -> rows as the engine wants them: sorted by area slot, within it by code, the rows of one offence
 * together. The order depends on the records' values (and the numbers of their references), not on their input
 * order, so that the same records give the same bytes.
 *
 * @throws RangeError where a column holds a value that the shape does not allow: readers validate before packing.
 */
export function packRecords(records: RecordColumns, shape: CellShape): Cells {
  return packRecordsWithNotes(records, shape).cells;
}

/** As packRecords, with plain sentences about what was unusual in the records (none = empty). */
export function packRecordsWithNotes(records: RecordColumns, shape: CellShape): { cells: Cells; notes: readonly string[] } {
  const rows = records.area.length;
  const codes = shape.kinds * shape.months * shape.weekdayHours;
  checkLengths(records, rows);
  const slot = slotsOf(records.area, shape.areaCodes.length);
  const code = codesOf(records, shape);
  for (const column of ['age', 'sex', 'flags'] as const) checkColumn(column, records[column], LIMITS[column]);
  const columns = { slot, code, codes, age: records.age, sex: records.sex, flags: records.flags };
  const { order, repeats, split } = records.reference ? groupedOrder(columns, records.reference) : plainOrder(columns);
  const cells: Cells = {
    areaCodes: shape.areaCodes,
    offsets: offsetsOf(slot, shape.areaCodes.length + 2),
    cell: codes <= 0x10000 ? Uint16Array.from(order, (row) => code[row] ?? 0) : Uint32Array.from(order, (row) => code[row] ?? 0),
    weekdayHours: shape.weekdayHours,
    months: shape.months,
    kinds: shape.kinds,
    age: inOrder(records.age, order),
    sex: inOrder(records.sex, order),
    flags: inOrder(records.flags, order),
    repeats,
  };
  return { cells, notes: split > 0 ? [splitNote(split)] : [] };
}

function splitNote(split: number): string {
  const [subject, verb] = split === 1 ? ['1 offence reference', 'occurs'] : [`${split} offence references`, 'occur'];
  return `${subject} ${verb} in more than one area; each area counts it as an offence of its own.`;
}

/** Area number -> slot: `areas` = no location, `areas + 1` = outside the county. */
function slotsOf(area: Int32Array, areas: number): Uint32Array {
  return Uint32Array.from(area, (number, row) => {
    if (number === NO_LOCATION) return areas;
    if (number === OUTSIDE_COUNTY) return areas + 1;
    if (number >= 0 && number < areas) return number;
    throw new RangeError(`Row ${row} has area number ${number}; there are ${areas} areas.`);
  });
}

function codesOf(records: RecordColumns, { kinds, months, weekdayHours }: CellShape): Uint32Array {
  checkColumn('kind', records.kind, kinds - 1);
  checkColumn('month', records.month, months - 1);
  const hour = weekdayHours === 1 ? null : records.weekdayHour;
  if (weekdayHours !== 1) {
    if (!hour) throw new RangeError('The data set has weekday and hour, but the records carry none.');
    checkColumn('weekdayHour', hour, weekdayHours - 1);
  }
  const { kind, month } = records;
  return Uint32Array.from(kind, (value, row) => (value * months + (month[row] ?? 0)) * weekdayHours + (hour ? (hour[row] ?? 0) : 0));
}

function checkLengths(records: RecordColumns, rows: number): void {
  for (const [name, column] of Object.entries<ArrayLike<unknown> | null>({ ...records })) {
    if (column && column.length !== rows) throw new RangeError(`Column ${name} has ${column.length} values for ${rows} rows.`);
  }
}

function checkColumn(name: string, column: Uint8Array | Uint16Array | null, largest: number): void {
  column?.forEach((value, row) => {
    if (value > largest) throw new RangeError(`Row ${row} has ${name} ${value}; the largest is ${largest}.`);
  });
}

/** Row offsets of each slot: slots + 1 entries. */
function offsetsOf(slot: Uint32Array, slots: number): Uint32Array {
  const offsets = new Uint32Array(slots + 1);
  for (const number of slot) offsets[number + 1] = (offsets[number + 1] ?? 0) + 1;
  for (let number = 0; number < slots; number += 1) offsets[number + 1] = (offsets[number + 1] ?? 0) + (offsets[number] ?? 0);
  return offsets;
}

function inOrder(column: Uint8Array | null, order: Uint32Array): Uint8Array | null {
  return column && Uint8Array.from(order, (row) => column[row] ?? 0);
}
