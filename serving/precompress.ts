/** Writes `.br` and `.gz` beside every file that is sent whole and gets smaller by it. `tsx serving/precompress.ts DIR` for one folder. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

/** Kinds worth it: text, and the two binary kinds that are read whole. Parquet, fonts and pictures are compressed within. */
const KINDS = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json', '.webmanifest', '.fgb', '.cells']);
/** Below this a compressed file saves nothing on the wire. */
const SMALLEST = 1024;
const WORTH = 0.95;

const FORMS = [
  { ending: '.br', pack: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }), unpack: promisify(brotliDecompress) },
  { ending: '.gz', pack: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }), unpack: promisify(gunzip) },
] as const;

/**
 * Goes through a folder and those in it. What is compressed already, to the byte, is left; what is out of date is written
 * anew or removed. A pack in partitions is read in pieces, so only its text is compressed.
 * @returns how many files were written.
 */
export async function precompress(folder: string): Promise<number> {
  return walk(folder, KINDS);
}

async function walk(folder: string, kinds: ReadonlySet<string>): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const here = entries.some(({ name }) => name === 'manifest.json') && await isPartitioned(join(folder, 'manifest.json')) ? withoutData(kinds) : kinds;
  const written = await Promise.all(entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return await walk(path, here);
    return entry.isFile() && here.has(extname(entry.name)) ? await compress(path) : 0;
  }));
  return sum(written);
}

function withoutData(kinds: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...kinds].filter((kind) => kind !== '.fgb' && kind !== '.cells'));
}

async function isPartitioned(manifest: string): Promise<boolean> {
  try {
    const json: unknown = JSON.parse(await readFile(manifest, 'utf8'));
    return typeof json === 'object' && json !== null && 'partitions' in json;
  } catch {
    return false;
  }
}

async function compress(path: string): Promise<number> {
  const bytes = await readFile(path);
  const written = await Promise.all(FORMS.map(async ({ ending, pack, unpack }) => {
    const beside = `${path}${ending}`;
    if (bytes.length >= SMALLEST && await holds(beside, bytes, unpack)) return 0;
    const packed = bytes.length < SMALLEST ? null : await pack(bytes);
    if (packed === null || packed.length > bytes.length * WORTH) {
      await rm(beside, { force: true });
      return 0;
    }
    await writeFile(beside, packed);
    return 1;
  }));
  return sum(written);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Whether a compressed file is there and gives back the very bytes; times of change do not survive copying. */
async function holds(beside: string, bytes: Buffer, unpack: (packed: Buffer) => Promise<Buffer>): Promise<boolean> {
  try {
    return (await unpack(await readFile(beside))).equals(bytes);
  } catch {
    return false;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const folder of process.argv.slice(2)) console.log(`${folder}: ${await precompress(folder)} compressed files written.`);
}
