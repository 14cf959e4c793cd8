import { encodeParquetGroups, type GroupColumn, type RowGroup } from '../../src/files/parquetGroups.ts';
import { ROW_GROUP } from '../../src/files/parquet.ts';
import { RECORD_COLUMNS as COLUMNS } from '../../src/files/packColumns.ts';
import type { Cells } from '../../src/model/cells.ts';
import type { DataSetEntry, RowAccount } from '../../src/model/manifest.ts';

/**
 * Records of one part in the order of its `.cells`: by area slot (the part's areas in ascending order of code, then "no
 * location", then "outside"), within it by cell code. Only for data sets of crime type and month.
 */
export interface PartRecords {
  /** First row of each slot and one past the last row: areas + 3 entries. */
  readonly offsets: Uint32Array;
  /** kind * months + month, by row. */
  readonly cell: Uint16Array | Uint32Array;
  /** Degrees, NaN where none; null where the source has no points. */
  readonly longitude: Float64Array | null;
  readonly latitude: Float64Array | null;
  /** The code as published where it is not that of the slot's area: position in `words`, '' where there is none. Null: none is. */
  readonly source: { readonly words: readonly string[]; readonly of: Uint32Array } | null;
  readonly account: RowAccount;
}

type Words = Pick<DataSetEntry, 'kinds' | 'months'>;

/** The part's records as the engine wants them. Throws RangeError where rows are not in order or a code is too large. */
export function cellsOf(records: PartRecords, areaCodes: readonly string[], { kinds, months }: Words): Cells {
  const { offsets, cell } = records;
  if (offsets.length !== areaCodes.length + 3) throw new RangeError(`${offsets.length} offsets for ${areaCodes.length} areas.`);
  const codes = kinds.length * months.length;
  for (let slot = 0; slot + 1 < offsets.length; slot += 1) {
    const [start, end] = [offsets[slot] ?? 0, offsets[slot + 1] ?? 0];
    for (let row = start; row < end; row += 1) {
      const code = cell[row] ?? codes;
      if (code >= codes) throw new RangeError(`Row ${row} has code ${code}; the highest possible is ${codes - 1}.`);
      if (row > start && code < (cell[row - 1] ?? 0)) throw new RangeError(`Row ${row} is out of order.`);
    }
  }
  return {
    areaCodes, offsets, cell: codes <= 0x10000 ? Uint16Array.from(cell) : Uint32Array.from(cell), weekdayHours: 1,
    kinds: kinds.length, months: months.length, age: null, sex: null, flags: null, repeats: null,
  };
}

/**
 * The part's `.parquet`, row for row in the order of its `.cells`: row n here is row n there, so that the rows of an
 * area are those between its two offsets. Columns as `encodeRecords` writes them.
 */
export function encodePartRecords(records: PartRecords, areaCodes: readonly string[], words: Words): Uint8Array {
  const { longitude, latitude } = records;
  const recoded = isRecoded(records, areaCodes.length);
  const columns: GroupColumn[] = [
    { name: COLUMNS.lsoa, type: 'string', optional: true },
    ...(recoded ? [{ name: COLUMNS.sourceLsoa, type: 'string', optional: true } as const] : []),
    { name: COLUMNS.crimeType, type: 'string', optional: false },
    { name: COLUMNS.month, type: 'string', optional: false },
    ...(longitude && latitude ? [COLUMNS.longitude, COLUMNS.latitude].map((name) => ({ name, type: 'double', optional: true } as const)) : []),
  ];
  return encodeParquetGroups(columns, groupsOf(records, areaCodes, words, recoded));
}

/** Whether any row of an area, or without one, was published with another code: rows outside always carry their own. */
function isRecoded({ offsets, source }: PartRecords, areas: number): boolean {
  return source !== null && source.of.subarray(0, offsets[areas + 1]).some((word) => source.words[word] !== '');
}

function* groupsOf(records: PartRecords, areaCodes: readonly string[], { kinds, months }: Words, recoded: boolean): Generator<RowGroup> {
  const { offsets, cell, longitude, latitude, source } = records;
  let slot = 0;
  for (let first = 0; first < cell.length; first += ROW_GROUP) {
    const end = Math.min(cell.length, first + ROW_GROUP);
    const lsoa: (string | null)[] = [];
    const published: (string | null)[] = [];
    const types: string[] = [];
    const month: string[] = [];
    for (let row = first; row < end; row += 1) {
      while (row >= (offsets[slot + 1] ?? Infinity)) slot += 1;
      const code = source?.words[source.of[row] ?? 0] ?? '';
      const word = code === '' ? null : code;
      // A row without a location stays without a code here, one outside has the code elsewhere.
      lsoa.push(slot === areaCodes.length ? null : areaCodes[slot] ?? word);
      published.push(word ?? areaCodes[slot] ?? null);
      const value = cell[row] ?? 0;
      types.push(kinds[Math.floor(value / months.length)]?.type ?? '');
      month.push(months[value % months.length] ?? '');
    }
    const points = longitude && latitude ? [longitude, latitude].map((values) => Array.from(values.subarray(first, end), (value) => (Number.isNaN(value) ? null : value))) : [];
    yield [lsoa, ...(recoded ? [published] : []), types, month, ...points];
  }
}
