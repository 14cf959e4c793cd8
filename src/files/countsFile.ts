import type { RecordColumns } from '../model/cells.ts';
import { AGE_BANDS } from '../model/vocabulary.ts';
import { COUNT_COLUMNS as COLUMNS } from './packColumns.ts';
import { encodeParquet } from './parquet.ts';
import { placeColumns, wordsOf, type RecordsEntry } from './recordsFile.ts';

/** One line of a counts file: a row number that stands for the group, and how many rows are like it. */
interface Group {
  readonly row: number;
  count: number;
}

/**
 * `counts/<data set>.parquet`: rows of the same area, age band, month and type counted, for sources that come as
 * counts. Ordered by area code, type, month and age band. Only groups with a count are written: an absent one is
 * zero. An unknown age or place is missing. `areaCodes` as in `encodeRecords`.
 */
export function encodeCounts(records: RecordColumns, entry: RecordsEntry, areaCodes?: readonly string[]): Uint8Array {
  const [lsoa] = placeColumns(records, areaCodes);
  const codes: readonly unknown[] = Array.from<unknown>(lsoa?.values ?? []);
  const types = wordsOf(records.kind, entry.kinds.map((kind) => kind.type), 'kind');
  const months = wordsOf(records.month, entry.months, 'month');
  const ageOf = (row: number) => records.age?.[row] ?? AGE_BANDS.length;
  const groups = new Map<string, Group>();
  for (let row = 0; row < types.length; row++) {
    const age = String(ageOf(row)).padStart(2, '0');
    const key = [textAt(codes, row) ?? '~', types[row], months[row], age].join('|');
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { row, count: 1 });
  }
  // Keys sort as their parts do; "~" puts rows without a place last.
  const ordered = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return encodeParquet([
    { name: COLUMNS.lsoa, type: 'string', values: ordered.map(({ row }) => textAt(codes, row)) },
    { name: COLUMNS.ageBand, type: 'string', values: ordered.map(({ row }) => AGE_BANDS[ageOf(row)] ?? null) },
    { name: COLUMNS.month, type: 'string', values: ordered.map(({ row }) => months[row] ?? null) },
    { name: COLUMNS.crimeType, type: 'string', values: ordered.map(({ row }) => types[row] ?? null) },
    { name: COLUMNS.count, type: 'int32', values: ordered.map(({ count }) => count) },
  ]);
}

function textAt(values: readonly unknown[], row: number): string | null {
  const value = values[row];
  return typeof value === 'string' ? value : null;
}
