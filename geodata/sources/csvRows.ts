import { createHash, type Hash } from 'node:crypto';
import { readCsv } from '../../src/files/csv.ts';
import { stop, valueOf } from '../problem.ts';
import { textOf, type InputFile } from './inputFile.ts';

/** A value of a CSV row with the place it stands, for problems. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * Reads chosen columns of a file; rows come as arrays in the order of `columns`. Gives the SHA-256 of the unpacked
 * bytes. Stops at the first malformed row.
 */
export async function readRows(file: InputFile, columns: readonly string[], onRow: (row: readonly string[], place: Place) => void): Promise<{ rows: number; sha256: string }> {
  const hash: Hash = createHash('sha256');
  const outcome = await readCsv(textOf(file, (bytes) => hash.update(bytes)), {
    name: file.label, required: columns, rowsAs: 'arrays',
    onRow: (row, line) => onRow(row, { file: file.label, line }),
  });
  const { rows } = valueOf(outcome);
  if (rows === 0) stop('The file has a header but no rows', file.label, 'Export or download it again.');
  return { rows, sha256: hash.digest('hex') };
}

/** A whole number of at least `least`. Stops with file and line for anything else, an empty field included. */
export function wholeNumber(text: string | undefined, what: string, place: Place, least = 0, most = Infinity): number {
  const value = /^\s*-?\d+(\.0+)?\s*$/.test(text ?? '') ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    const shown = text === undefined || text.trim() === '' ? 'missing' : `"${text}"`;
    const expected = most === Infinity ? `a whole number of at least ${least}` : `a whole number from ${least} to ${most}`;
    stop(`${what} is ${shown}, expected ${expected}`, `${place.file}, line ${place.line}`, 'Correct the file or download it again.');
  }
  return value;
}

/** Stops unless the value has the form of a GSS code such as E01015693. */
export function gssCode(text: string | undefined, what: string, place: Place): string {
  const code = text?.trim() ?? '';
  if (!/^[EWSN]\d{8}$/.test(code)) {
    stop(`${what} is "${code}", expected a code such as E01015693`, `${place.file}, line ${place.line}`, 'Check that the columns have not shifted, or download the file again.');
  }
  return code;
}
