import { parquetMetadataAsync, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import type { Outcome } from '../model/pack.ts';
import type { RangeReader, Span } from './byteRanges.ts';
import { FileError, failed, succeeded } from './outcome.ts';
import { columnsIn, columnsOf, unreadable } from './parquet.ts';

/** Read at first: the footer of a file of some hundred row groups. */
const FOOTER_BYTES = 64 * 1024;

interface RowsAsked {
  /** Named in problems. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns read where the file has them. */
  readonly optional?: readonly string[];
  /** Rows wanted, counted from the file's first. */
  readonly runs: readonly { readonly first: number; readonly rows: number }[];
}

/**
 * Runs of rows of a Parquet file, each as a table of its own, reading the footer and the row groups they lie in: two
 * round trips. A Problem as from `decodeParquet`, and where the file ends before a run does.
 */
export async function readParquetRows(reader: RangeReader, { name, columns, optional = [], runs }: RowsAsked): Promise<Outcome<readonly Record<string, unknown[]>[]>> {
  try {
    const metadata = await footerOf(reader);
    const wanted = columnsIn(metadata, name, columns, optional);
    if (!wanted.ok) return wanted;
    const last = Math.max(0, ...runs.map(({ first, rows }) => first + rows));
    if (last > Number(metadata.num_rows)) return failed(`The file has ${metadata.num_rows} rows; the manifest speaks of row ${last}.`, name, 'Build the pack again.');
    const read = await reader.readAll(runs.flatMap((run) => groupSpans(metadata, run)));
    const file = asBuffer(reader.total, (span) => Promise.resolve(read(span)));
    const tables: Record<string, unknown[]>[] = [];
    for (const { first, rows } of runs) tables.push(await columnsOf({ file, metadata, columns: wanted.value, rowStart: first, rowEnd: first + rows }));
    return succeeded(tables);
  } catch (error) {
    if (error instanceof FileError) return { ok: false, problem: error.problem };
    if (reader.signal?.aborted) throw error;
    return unreadable(error, name);
  }
}

/** The footer of a file, read by itself. Throws what the reader throws. */
export function footerOf(reader: RangeReader): Promise<FileMetaData> {
  return parquetMetadataAsync(asBuffer(reader.total, (span) => reader.read(span)), { initialFetchSize: Math.min(FOOTER_BYTES, reader.total) });
}

/** The bytes of each row group that holds rows of a run, from its first column to its last. */
function groupSpans(metadata: FileMetaData, run: { readonly first: number; readonly rows: number }): Span[] {
  const spans: Span[] = [];
  let row = 0;
  for (const { num_rows, columns } of metadata.row_groups) {
    const end = row + Number(num_rows);
    if (row < run.first + run.rows && end > run.first) {
      const chunks = columns.flatMap(({ meta_data: meta }) => (meta ? [{ start: Number(meta.dictionary_page_offset ?? meta.data_page_offset), bytes: Number(meta.total_compressed_size) }] : []));
      spans.push({ start: Math.min(...chunks.map(({ start }) => start)), end: Math.max(...chunks.map(({ start, bytes }) => start + bytes)) });
    }
    row = end;
  }
  return spans;
}

/** As hyparquet takes a file. */
export function asBuffer(byteLength: number, read: (span: Span) => Promise<Uint8Array>): AsyncBuffer {
  return {
    byteLength,
    // A copy, because it is owned by what reads it, and because an ArrayBuffer is asked for.
    slice: async (start, end = byteLength) => new Uint8Array(await read({ start, end })).buffer,
  };
}
