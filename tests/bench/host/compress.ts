import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What shrinks; the others are compressed in themselves. */
const SHRINKS = /\.(html|m?js|css|json|svg|fgb|cells|webmanifest)$/;
/** Larger files would take longer to compress than to measure. */
const MOST_BYTES = 20_000_000;

/** Writes `.br` and `.gz` beside every file of a folder that has none yet, as a server with prepared files has them. */
export async function compressBeside(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const held = new Set(files);
  for (const file of files.filter((path) => SHRINKS.test(path))) {
    if (held.has(`${file}.br`) && held.has(`${file}.gz`)) continue;
    const bytes = await readFile(file);
    if (bytes.byteLength > MOST_BYTES) continue;
    if (!held.has(`${file}.br`)) await writeFile(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    if (!held.has(`${file}.gz`)) await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
