import { NO_LOCATION, type RecordColumns } from '../model/cells.ts';
import type { DataSetEntry, KindEntry } from '../model/manifest.ts';
import { AGE_BANDS, FLAGS, HOUR_SLOTS, MIDNIGHT_SLOT, SEXES, WEEKDAYS } from '../model/vocabulary.ts';
import { FLAG_COLUMNS, RECORD_COLUMNS as COLUMNS } from './packColumns.ts';
import { encodeParquet, type ParquetColumn } from './parquet.ts';

export type RecordsEntry = Pick<DataSetEntry, 'kinds' | 'months' | 'fields' | 'rowsAreVictims'>;

/**
 * `records/<data set>.parquet`, the open form: one row per record in the given order, words instead of codes, only
 * the columns the data set has (see `packColumns.ts`). Unknown values are missing, not a code.
 *
 * `areaCodes`, the pack's codes in table order, make `lsoa` the pack's code of each located row, which joins to
 * `areas.fgb`; a column `source_lsoa` then keeps the published code where any differs (2021 codes in a 2011 pack).
 * Without them `lsoa` is the code as published. Throws on codes outside the entry's lists.
 */
export function encodeRecords(records: RecordColumns, entry: RecordsEntry, areaCodes?: readonly string[]): Uint8Array {
  const columns: ParquetColumn[] = [
    ...placeColumns(records, areaCodes),
    { name: COLUMNS.crimeType, type: 'string', values: wordsOf(records.kind, entry.kinds.map((kind) => kind.type), 'kind') },
  ];
  if (entry.fields.subgroup) {
    columns.push({ name: COLUMNS.subgroup, type: 'string', values: subgroupsOf(records.kind, entry.kinds) });
  }
  columns.push({ name: COLUMNS.month, type: 'string', values: wordsOf(records.month, entry.months, 'month') });
  if (records.day) columns.push({ name: COLUMNS.date, type: 'date', values: records.day });
  if (records.weekdayHour) columns.push(...timeColumns(records.weekdayHour));
  if (records.age) columns.push({ name: COLUMNS.ageBand, type: 'string', values: Array.from(records.age, (age) => AGE_BANDS[age] ?? null) });
  if (records.sex) columns.push({ name: COLUMNS.sex, type: 'string', values: Array.from(records.sex, sexWord) });
  if (records.flags) columns.push(...flagColumns(records.flags));
  if (records.reference) columns.push({ name: COLUMNS.reference, type: 'int32', values: records.reference });
  if (records.longitude) columns.push({ name: COLUMNS.longitude, type: 'double', values: records.longitude });
  if (records.latitude) columns.push({ name: COLUMNS.latitude, type: 'double', values: records.latitude });
  return encodeParquet(columns);
}

/** `lsoa` and, where the published code is of another vintage, `source_lsoa`. */
export function placeColumns(records: RecordColumns, areaCodes: readonly string[] | undefined): ParquetColumn[] {
  const source = records.sourceCode.map((code) => (code === '' ? null : code));
  if (!areaCodes) return [{ name: COLUMNS.lsoa, type: 'string', values: source }];
  const codes = Array.from(records.area, (area, row) => {
    // A row without a location stays without a code here, even where the source names an area it cannot be placed in.
    if (area === NO_LOCATION) return null;
    if (area < 0) return source[row] ?? null;
    const code = areaCodes[area];
    if (code === undefined) throw new RangeError(`Row ${row} is of area ${area}, but there are ${areaCodes.length} areas.`);
    return code;
  });
  const columns: ParquetColumn[] = [{ name: COLUMNS.lsoa, type: 'string', values: codes }];
  if (source.some((code, row) => code !== null && code !== codes[row])) {
    columns.push({ name: COLUMNS.sourceLsoa, type: 'string', values: source });
  }
  return columns;
}

/** The word of each code; throws for a code without one. */
export function wordsOf(codes: ArrayLike<number>, words: readonly string[], what: string): string[] {
  return Array.from(codes, (code, row) => {
    const word = words[code];
    if (word === undefined) throw new RangeError(`Row ${row} has ${what} ${code}, but there are ${words.length}.`);
    return word;
  });
}

function subgroupsOf(codes: ArrayLike<number>, kinds: readonly KindEntry[]): (string | null)[] {
  return Array.from(codes, (code) => kinds[code]?.subgroup ?? null);
}

function timeColumns(weekdayHour: Uint8Array): ParquetColumn[] {
  const weekdays = wordsOf(weekdayHour.map((value) => Math.floor(value / HOUR_SLOTS)), WEEKDAYS.map((day) => day.id), 'weekday');
  const slots = Array.from(weekdayHour, (value) => value % HOUR_SLOTS);
  return [
    { name: COLUMNS.weekday, type: 'string', values: weekdays },
    { name: COLUMNS.hour, type: 'int32', values: slots.map((slot) => slot % MIDNIGHT_SLOT) },
    { name: COLUMNS.atMidnight, type: 'boolean', values: slots.map((slot) => slot === MIDNIGHT_SLOT) },
  ];
}

function sexWord(sex: number): string | null {
  const word = SEXES[sex]?.id;
  return word === undefined || word === 'unknown' ? null : word;
}

function flagColumns(flags: Uint8Array): ParquetColumn[] {
  return FLAGS.map((_, bit) => ({
    name: FLAG_COLUMNS[bit] ?? '', type: 'boolean', values: Array.from(flags, (value) => ((value >> bit) & 1) === 1),
  }));
}
