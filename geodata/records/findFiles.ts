import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { stop } from '../problem.ts';
import type { Engine } from './engine.ts';

/** One Parquet file of the folder of records. */
export interface RecordFile {
  readonly path: string;
  /** Path below the folder the pattern starts in, with forward slashes. */
  readonly name: string;
  readonly sha256: string;
}

/**
 * The files that a pattern such as "DIR/**" + "/*.parquet" means, in order of name; a folder alone means every .parquet
 * below it. Stops where there are none.
 */
export async function findRecordFiles(pattern: string, engine: Engine): Promise<RecordFile[]> {
  const info = await stat(pattern).catch(() => null);
  const glob = resolve(info?.isDirectory() ? `${pattern}/**/*.parquet` : pattern);
  const fixed = folderOf(glob);
  const found = await engine.rows('SELECT file FROM glob($glob) ORDER BY file', { glob });
  if (found.length === 0) {
    stop('There are no Parquet files of records', pattern, "Give the folder, or a pattern in quotation marks, such as --records 'DIR/**/*.parquet'.");
  }
  const files: RecordFile[] = [];
  for (const [file] of found) {
    const path = String(file);
    files.push({ path, name: relative(fixed, path).split(sep).join('/') || path, sha256: await sha256Of(path) });
  }
  return files;
}

/** The folder above the first part of a pattern that holds a wildcard, or above the file. */
function folderOf(glob: string): string {
  const parts = glob.split(/[\\/]/);
  const wild = parts.findIndex((part) => /[*?[{]/.test(part));
  return parts.slice(0, wild < 0 ? -1 : wild).join('/') || '/';
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) if (chunk instanceof Uint8Array) hash.update(chunk);
  return hash.digest('hex');
}
