/** Points of one part's records, read by ranges of its open file. Apart from `recordsReader.ts`, because a pack opened whole needs none of this code. */
import type { FileMetaData } from 'hyparquet';
import type { Outcome } from '../model/pack.ts';
import type { RangeReader, Span } from './byteRanges.ts';
import { failed, FileError, succeeded } from './outcome.ts';
import { RECORD_COLUMNS as COLUMNS } from './packColumns.ts';
import { columnsIn, columnsOf, unreadable } from './parquet.ts';
import { asBuffer, footerOf } from './parquetRows.ts';

/** Degrees by row; NaN where a record has no point. */
export interface PartPoints {
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
}

/** The rows of each area of a part: those of area i are `offsets[i]` to `offsets[i + 1] - 1`, in the file and in its `.cells`. */
export interface PartRows {
  readonly codes: readonly string[];
  readonly offsets: ArrayLike<number>;
}

const REBUILD = 'Build the pack again: its files are not of one build.';

/**
 * Points of the rows that have an area, in the file's order, which is that of the part's `.cells`: footer and the columns
 * of area and point, row group by row group. null where the file has no points. As a hash of the whole file cannot be
 * compared, every row must be of the area that the cells say; where one is not, a Problem, as from `decodeParquet`.
 * @param rest awaited after each row group, for a caller that has other things to answer in between.
 */
export async function readPartPoints(reader: RangeReader, { codes, offsets }: PartRows, rest: () => Promise<void> = () => Promise.resolve()): Promise<Outcome<PartPoints | null>> {
  const { name } = reader;
  try {
    const metadata = await footerOf(reader);
    const columns = columnsIn(metadata, name, [COLUMNS.lsoa], [COLUMNS.longitude, COLUMNS.latitude]);
    if (!columns.ok) return columns;
    if (columns.value.length < 3) return succeeded(null);
    const rows = offsets[codes.length] ?? 0;
    if (Number(metadata.num_rows) < rows) return failed(`The file has ${metadata.num_rows} rows; its areas have ${rows} records.`, name, REBUILD);
    const groups = groupsOf(metadata, columns.value, rows);
    const read = await reader.readAll(groups.flatMap(({ spans }) => spans));
    const file = asBuffer(reader.total, (span) => Promise.resolve(read(span)));
    const points = { longitude: new Float64Array(rows), latitude: new Float64Array(rows) };
    let area = 0;
    for (const { first, end } of groups) {
      const table = await columnsOf({ file, metadata, columns: columns.value, rowStart: first, rowEnd: end });
      const [own = [], longitude = [], latitude = []] = [table[COLUMNS.lsoa], table[COLUMNS.longitude], table[COLUMNS.latitude]];
      for (let row = first; row < end; row += 1) {
        while (row >= (offsets[area + 1] ?? Infinity)) area += 1;
        if (own[row - first] !== codes[area]) return failed(`Row ${row} is of another area than the records say.`, name, REBUILD);
        points.longitude[row] = degrees(longitude[row - first]);
        points.latitude[row] = degrees(latitude[row - first]);
      }
      await rest();
      reader.signal?.throwIfAborted();
    }
    return succeeded(points);
  } catch (error) {
    if (error instanceof FileError) return { ok: false, problem: error.problem };
    if (reader.signal?.aborted) throw error;
    return unreadable(error, name);
  }
}

const degrees = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

interface Group {
  readonly first: number;
  readonly end: number;
  /** Bytes of the columns wanted. */
  readonly spans: readonly Span[];
}

/** Row groups with rows before `rows`, the last one cut there. */
function groupsOf(metadata: FileMetaData, columns: readonly string[], rows: number): Group[] {
  const groups: Group[] = [];
  let first = 0;
  for (const { num_rows, columns: chunks } of metadata.row_groups) {
    if (first >= rows) break;
    const end = first + Number(num_rows);
    const spans = chunks.flatMap(({ meta_data: meta }) => {
      if (!meta || !columns.includes(meta.path_in_schema[0] ?? '')) return [];
      const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
      return [{ start, end: start + Number(meta.total_compressed_size) }];
    });
    groups.push({ first, end: Math.min(end, rows), spans });
    first = end;
  }
  return groups;
}
