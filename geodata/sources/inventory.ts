import Papa from 'papaparse';
import { FileError } from '../../src/files/outcome.ts';
import { stop } from '../problem.ts';
import { listInputFiles, textOf, type InputFile } from './inputFile.ts';
import { recogniseCsv, recogniseGeoJson, type Recognised } from './recognise.ts';

/** A file with what it was recognised as. */
export interface Candidate {
  readonly file: InputFile;
  readonly is: Recognised;
  /** Column names of a CSV file; empty for GeoJSON. */
  readonly header: readonly string[];
}

export interface Inventory {
  readonly candidates: readonly Candidate[];
  /** Files that no reader uses, each with the reason. */
  readonly unused: readonly { readonly label: string; readonly why: string }[];
}

const HEADER_CHARACTERS = 1 << 16;
/** Longest text Node can hold, less a margin: larger GeoJSON must be cut down first. */
const LARGEST_JSON = 400_000_000;

/** Looks into every file below the folder and says what each is. */
export async function takeInventory(folder: string): Promise<Inventory> {
  const files = await listInputFiles(folder);
  if (files.length === 0) stop('The folder holds no files', folder, 'Put the published files there; geodata/README.md lists them.');
  const candidates: Candidate[] = [];
  const unused: { label: string; why: string }[] = [];
  for (const file of files) {
    const found = await recognise(file);
    if (found.is.role === null) unused.push({ label: file.label, why: found.is.why });
    else candidates.push({ file, is: found.is, header: found.header });
  }
  return { candidates, unused };
}

async function recognise(file: InputFile): Promise<{ is: Recognised | { role: null; why: string }; header: readonly string[] }> {
  try {
    const start = (await beginning(file)).replace(/^\uFEFF/, '');
    if (/^\s*[{[]/.test(start)) return { is: recogniseGeoJson(await wholeText(file)), header: [] };
    // Binary files rarely decode as text; those that do have no header we know.
    const [header = []] = Papa.parse<string[]>(start.split(/\r\n?|\n/).slice(0, 1).join(''), { delimiter: ',' }).data;
    return { is: recogniseCsv(header.map((column) => column.trim())), header: header.map((column) => column.trim()) };
  } catch (error) {
    if (error instanceof FileError) return { is: { role: null, why: 'not text' }, header: [] };
    throw error;
  }
}

async function beginning(file: InputFile): Promise<string> {
  let text = '';
  for await (const chunk of textOf(file)) {
    text += chunk;
    if (text.length >= HEADER_CHARACTERS) break;
  }
  return text;
}

/** The whole text of a file; `onBytes` sees the bytes. Stops where it is too long to hold. */
export async function wholeText(file: InputFile, onBytes?: (bytes: Uint8Array) => void): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of textOf(file, onBytes)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_JSON) stop('The file is too large to read at once', file.label, 'Cut it down to your area first, for example with QGIS or ogr2ogr.');
  }
  return chunks.join('').replace(/^\uFEFF/, '');
}
