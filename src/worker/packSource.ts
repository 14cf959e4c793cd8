import type { Cells } from '../model/cells.ts';
import type { DataSetEntry, Manifest } from '../model/manifest.ts';
import type { Outcome, Problem } from '../model/pack.ts';
import { readBytes, type ByteSource } from '../files/byteSource.ts';
import { decodeCells } from '../files/cellsFormat.ts';
import { failed } from '../files/outcome.ts';
import type { EarlyRead } from './earlyRead.ts';
import type { LoadProgress } from './progress.ts';
import type { LoadOptions } from './protocol.ts';
import { verifyFile } from './verifyFile.ts';

/** Bytes by path; how a path becomes bytes is the caller's: HTTP in the browser, files in Node, memory in tests. */
export type OpenSource = (path: string) => ByteSource;

export function inside(path: string, file: string): string {
  return `${path.replace(/\/+$/, '')}/${file}`;
}

/** Size of a file of the pack by its manifest; 0 where it does not list it. */
export function bytesOf({ files }: Manifest, path: string): number {
  return files.find((file) => file.path === path)?.bytes ?? 0;
}

export function readOptions(onProgress: ((done: number) => void) | null, { signal }: LoadOptions) {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}

/** What was read, where it is what the manifest says of it. */
export async function verified(read: Outcome<Uint8Array>, path: string, manifest: Manifest): Promise<Outcome<Uint8Array>> {
  if (!read.ok) return read;
  const problem: Problem | null = await verifyFile(read.value, path, manifest.files);
  return problem ? { ok: false, problem } : read;
}

interface CellsFile {
  /** Folder of the pack. */
  readonly path: string;
  /** Path inside it. */
  readonly file: string;
  /** Codes of the areas that the records must be of, ascending. */
  readonly codes: readonly string[];
  readonly progress: LoadProgress;
  /** Where it is being read already. */
  readonly early?: EarlyRead | undefined;
}

/** Reads one file of packed records, checks it against the manifest and that it fits the areas and the data set. */
export async function readCells({ path, file, codes, progress, early }: CellsFile, manifest: Manifest, entry: DataSetEntry, openSource: OpenSource, options: LoadOptions): Promise<Outcome<Cells>> {
  early?.follow(progress.of(file));
  const read = await (early?.bytes ?? readBytes(openSource(inside(path, file)), readOptions(progress.of(file), options)));
  const bytes = await verified(read, file, manifest);
  if (!bytes.ok) return bytes;
  const decoded = decodeCells(bytes.value, file);
  if (!decoded.ok) return decoded;
  const wrong = mismatch(decoded.value, entry, codes);
  if (wrong !== null) return failed(wrong, file, 'Build the pack again: its files are not of one build.');
  options.signal?.throwIfAborted();
  return decoded;
}

/** What of the records does not fit the pack; null when all does. */
function mismatch(cells: Cells, entry: DataSetEntry, codes: readonly string[]): string | null {
  if (cells.areaCodes.length !== codes.length || cells.areaCodes.some((code, area) => code !== codes[area])) return 'The records are of other areas than the pack.';
  if (cells.months !== entry.months.length || cells.kinds !== entry.kinds.length) return 'The records have other months or crime types than the manifest says.';
  if ((cells.weekdayHours === 175) !== entry.fields.weekdayHour || (cells.age !== null) !== entry.fields.age) return 'The records and the manifest do not agree on hours and ages.';
  return null;
}
