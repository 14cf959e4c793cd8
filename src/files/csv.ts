import Papa from 'papaparse';
import type { Outcome } from '../model/pack.ts';
import { FileError, failed, succeeded } from './outcome.ts';
import { CHUNK } from './text.ts';

interface CsvCommon {
  /** Named in problems. */
  readonly name: string;
  /** Columns without which the file cannot be used, in the publisher's spelling. */
  readonly required: readonly string[];
  /** Columns read where present and '' where not. */
  readonly optional?: readonly string[];
}

export interface CsvRecordOptions extends CsvCommon {
  readonly rowsAs?: 'records';
  /** Every column of the file by name. `line` is the line the row starts on; the header is line 1. */
  readonly onRow: (row: Record<string, string>, line: number) => void;
}

export interface CsvArrayOptions extends CsvCommon {
  /** The required, then the optional columns in the order asked for: about twice as fast as records. */
  readonly rowsAs: 'arrays';
  readonly onRow: (row: string[], line: number) => void;
}

export type CsvOptions = CsvRecordOptions | CsvArrayOptions;
export type TextChunks = AsyncIterable<string> | Iterable<string>;

/**
 * Reads comma-separated text piece by piece: LF, CRLF or CR, with or without a byte order mark, quoted fields that may
 * hold commas, quotes and line ends. Values are not trimmed. Blank lines are skipped and noted.
 * A Problem for an empty file, a missing or repeated column, and the first malformed row (with its line); what
 * `onRow` was given until then is to be discarded. A FileError thrown by `onRow` or by the chunks becomes the Problem.
 */
export async function readCsv(chunks: TextChunks, options: CsvOptions): Promise<Outcome<{ rows: number; header: string[] }>> {
  const reader = new CsvReader(options);
  try {
    for await (const chunk of typeof chunks === 'string' ? slices(chunks) : chunks) reader.add(chunk);
    return reader.finish();
  } catch (error) {
    if (error instanceof FileError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** A long text in pieces, so that its rows need not all be in memory at once. */
function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += CHUNK) yield text.slice(start, start + CHUNK);
}

/** What papaparse's parser returns; its own types say `any`. */
interface ParsedChunk {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

interface ChunkParser {
  parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParsedChunk;
}

class CsvReader {
  private readonly options: CsvOptions;
  private parser: ChunkParser | null = null;
  private newline: '\n' | '\r' = '\n';
  private rest = '';
  private line = 1;
  private rows = 0;
  private blank = 0;
  private header: string[] | null = null;
  private positions: number[] = [];

  constructor(options: CsvOptions) {
    this.options = options;
  }

  add(chunk: string): void {
    this.rest += chunk;
    if (!this.parser && !this.start()) return;
    this.parse(false);
  }

  finish(): Outcome<{ rows: number; header: string[] }> {
    // A header line without an end, or one that ends with the file's last character.
    if (!this.parser) this.rest += '\n';
    if (!this.parser && this.start()) this.parse(false);
    this.parse(true);
    const { name } = this.options;
    if (!this.header) return failed('The file is empty.', name, 'Fetch or export it again.');
    const notes = this.blank > 0 ? [`${name}: ${this.blank} blank lines skipped.`] : [];
    return succeeded({ rows: this.rows, header: this.header }, notes);
  }

  /** Decides on the line end once the first one, and the character after it, are there. */
  private start(): boolean {
    const end = /\r\n?|\n/.exec(this.rest);
    if (!end || end.index + end[0].length === this.rest.length && end[0] === '\r') return false;
    // A carriage return before "\n" is cut off row by row, so that files with both kinds of line end are read too.
    this.newline = end[0] === '\r' ? '\r' : '\n';
    this.parser = new Papa.Parser({ delimiter: ',', newline: this.newline });
    this.rest = this.rest.replace(/^\uFEFF/, '');
    return true;
  }

  private parse(last: boolean): void {
    if (!this.parser || this.rest === '') return;
    const text = this.rest;
    const quoted = text.includes('"');
    const parsed = this.parser.parse(text, 0, !last);
    const firstError = parsed.errors.find((error) => (error.row ?? 0) < parsed.data.length || last);
    for (let i = 0; i < parsed.data.length; i++) {
      const row = parsed.data[i] ?? [];
      if (firstError?.row === i) this.stop(firstError.code === 'MissingQuotes' ? 'A quoted field does not end.' : 'A quote stands inside a quoted field.');
      this.takeRow(row);
      this.line += quoted ? linesOf(row, this.newline) : 1;
    }
    this.rest = last ? '' : text.slice(parsed.meta.cursor);
  }

  private takeRow(row: string[]): void {
    const end = row.length - 1;
    const final = row[end] ?? '';
    if (this.newline === '\n' && final.endsWith('\r')) row[end] = final.slice(0, -1);
    if (row.length === 1 && row[0] === '') {
      this.blank++;
      return;
    }
    if (!this.header) {
      this.takeHeader(row);
      return;
    }
    if (row.length !== this.header.length) this.stop(`The row has ${row.length} fields, the header ${this.header.length}.`);
    this.rows++;
    this.deliver(row, this.header);
  }

  private deliver(row: string[], header: readonly string[]): void {
    const { options } = this;
    if (options.rowsAs === 'arrays') {
      options.onRow(this.positions.map((position) => row[position] ?? ''), this.line);
      return;
    }
    const record: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) record[header[i] ?? ''] = row[i] ?? '';
    options.onRow(record, this.line);
  }

  private takeHeader(row: readonly string[]): void {
    const header = row.map((column) => column.trim());
    const { required, optional = [], name } = this.options;
    const missing = required.filter((column) => !header.includes(column));
    if (missing.length > 0) {
      throw new FileError({
        what: `Columns missing: ${missing.join(', ')}.`, where: name,
        remedy: `The file has ${header.slice(0, 20).join(', ').slice(0, 300)}. Check that it is the right file, separated by commas.`,
      });
    }
    const twice = header.find((column, i) => header.indexOf(column) !== i);
    if (twice !== undefined) throw new FileError({ what: `Column "${twice}" stands twice.`, where: name, remedy: 'Rename or remove one of the two.' });
    this.header = header;
    this.positions = [...required, ...optional].map((column) => header.indexOf(column));
  }

  private stop(what: string): never {
    throw new FileError({ what, where: `${this.options.name}, line ${this.line}`, remedy: 'Correct this line, or export the file again.' });
  }
}

/** Lines a row takes: one, and one more for every line end inside a quoted field. */
function linesOf(row: readonly string[], newline: string): number {
  let lines = 1;
  for (const cell of row) {
    for (let at = cell.indexOf(newline); at >= 0; at = cell.indexOf(newline, at + 1)) lines++;
  }
  return lines;
}
