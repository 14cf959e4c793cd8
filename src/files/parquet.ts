import { parquetMetadata, parquetRead, parquetSchema, type AsyncBuffer, type ColumnData, type FileMetaData } from 'hyparquet';
import { ByteWriter, parquetWrite, type ColumnSource } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import type { Outcome } from '../model/pack.ts';
import { failed, messageOf, succeeded } from './outcome.ts';

/**
 * A column to write. `null` (and NaN in numeric columns) is written as missing. Dates are days since 1970-01-01.
 */
export type ParquetColumn =
  | { readonly name: string; readonly type: 'string'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly type: 'int32' | 'double' | 'date'; readonly values: ArrayLike<number | null> }
  | { readonly name: string; readonly type: 'boolean'; readonly values: readonly (boolean | null)[] };

/** Rows per row group: large enough to compress, small enough that a reader can skip. */
export const ROW_GROUP = 131_072;

export const SCHEMA: Record<ParquetColumn['type'], Omit<SchemaElement, 'name' | 'repetition_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  boolean: { type: 'BOOLEAN' },
};

/**
 * A Parquet file: snappy, dictionaries where they pay, optional columns only where a value is missing. The same
 * columns give the same bytes. Throws when columns differ in length or a value does not fit its column.
 */
export function encodeParquet(columns: readonly ParquetColumn[]): Uint8Array {
  const rows = columns[0]?.values.length ?? 0;
  const prepared = columns.map((column) => {
    if (column.values.length !== rows) throw new RangeError(`Column "${column.name}" has ${column.values.length} values, expected ${rows}.`);
    return prepare(column);
  });
  const writer = new ByteWriter();
  // Synchronous for a ByteWriter: only writers that flush to somewhere else return a promise.
  void parquetWrite({
    writer,
    columnData: prepared.map(({ source }) => source),
    schema: [
      { name: 'root', num_children: columns.length },
      ...prepared.map(({ element }) => element),
    ],
    rowGroupSize: ROW_GROUP,
    createdBy: 'hotspot-atlas',
  });
  return writer.getBytes();
}

function prepare(column: ParquetColumn): { source: ColumnSource; element: SchemaElement } {
  const values = Array.from<unknown, unknown>(column.values, (value, row) => {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (!FITS[column.type](value)) throw new TypeError(`Row ${row}: ${JSON.stringify(value)} does not fit column "${column.name}" (${column.type}).`);
    return value;
  });
  const repetition = values.includes(null) ? 'OPTIONAL' : 'REQUIRED';
  return {
    source: { name: column.name, data: values },
    element: { name: column.name, repetition_type: repetition, ...SCHEMA[column.type] },
  };
}

const isInt32 = (value: unknown) => typeof value === 'number' && (value | 0) === value;

export const FITS: Record<ParquetColumn['type'], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  double: (value) => typeof value === 'number',
  int32: isInt32,
  date: isInt32,
};

/**
 * Columns of a Parquet file by name; all of them, or those asked for with those of `optional` that it has. Missing values are null, whole numbers of
 * 64 bits become numbers, dates are days since 1970-01-01, timestamps are Date.
 * A Problem when the file is no Parquet, uses a compression this reader does not have, lacks a column, or holds a
 * whole number too large to be exact.
 */
export async function decodeParquet(bytes: Uint8Array, name: string, columns?: readonly string[], optional: readonly string[] = []): Promise<Outcome<Record<string, unknown[]>>> {
  const file = exactBuffer(bytes);
  try {
    const metadata = parquetMetadata(file);
    const wanted = columnsIn(metadata, name, columns, optional);
    return wanted.ok ? succeeded(await columnsOf({ file, metadata, columns: wanted.value })) : wanted;
  } catch (error) {
    return unreadable(error, name);
  }
}

/** Names of the columns to read: those asked for with those of `optional` that are there, or all. A Problem where one is missing. */
export function columnsIn(metadata: FileMetaData, name: string, columns?: readonly string[], optional: readonly string[] = []): Outcome<readonly string[]> {
  const present = parquetSchema(metadata).children.map((child) => child.element.name);
  const wanted = columns ? [...columns, ...optional.filter((column) => present.includes(column))] : present;
  const missing = wanted.filter((column) => !present.includes(column));
  return missing.length === 0 ? succeeded(wanted) : failed(`Columns missing: ${missing.join(', ')}.`, name, `The file has ${present.join(', ')}. Rename or add the missing columns.`);
}

interface ColumnsRead {
  readonly file: ArrayBuffer | AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: readonly string[];
  /** Left out for all rows. */
  readonly rowStart?: number;
  readonly rowEnd?: number;
}

/** Columns by name, for exactly the rows asked for. Throws what the reader throws. */
export async function columnsOf({ file, metadata, columns, rowStart = 0, rowEnd = Number(metadata.num_rows) }: ColumnsRead): Promise<Record<string, unknown[]>> {
  const chunks: ColumnData[] = [];
  await parquetRead({
    file, metadata, columns: [...columns], rowStart, rowEnd,
    parsers: { dateFromDays: (days: number | null | undefined) => days ?? null },
    // Only collected here: an error thrown inside the callback would not reject the read.
    onChunk: (chunk) => chunks.push(chunk),
  });
  const table: Record<string, unknown[]> = Object.fromEntries(columns.map((column) => [column, []]));
  chunks.sort((a, b) => a.rowStart - b.rowStart);
  // The reader gives whole pages: what lies before and after the rows asked for is cut off.
  for (const { columnName, columnData, rowStart: first } of chunks) append(table[columnName], Array.from<unknown>(columnData).slice(Math.max(0, rowStart - first), Math.max(0, rowEnd - first)), columnName);
  return table;
}

/** The Problem of a file that the reader threw at. */
export function unreadable(error: unknown, name: string): Outcome<never> {
  return failed(
    `The file cannot be read as Parquet: ${messageOf(error)}`, name,
    'Check that the file is complete; write it again as Parquet with snappy compression.',
  );
}

function append(target: unknown[] | undefined, data: readonly unknown[], column: string): void {
  if (!target) return;
  for (const value of data) target.push(plainValue(value, column));
}

function plainValue(value: unknown, column: string): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`column "${column}" holds ${value}, too large to be exact.`);
  return number;
}

/** hyparquet slices an ArrayBuffer, so a view into a larger one is copied out (not by `slice`, which Node's Buffer shares). */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const whole = buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength;
  return whole ? buffer : new Uint8Array(bytes).buffer;
}
