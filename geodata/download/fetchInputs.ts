import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Progress } from '../../src/model/pack.ts';
import { stop } from '../problem.ts';
import type { Download, Publications } from '../sources/publications.ts';
import { readZipDirectory, zipEntryBytes } from '../sources/zipArchive.ts';
import { checkFile } from './checkFile.ts';
import { fetchFile } from './fetchFile.ts';

export interface FetchInputsOptions {
  readonly publications: Publications;
  readonly area: string;
  readonly cache: string;
  /** "YYYY-MM"; months outside are not taken out of archives. */
  readonly from: string | null;
  readonly to: string | null;
  readonly onProgress: (progress: Progress) => void;
  readonly onNote: (note: string) => void;
}

/**
 * Fetches every file of sources.json and gives the folder to read, as --raw would be given. Verified originals stay
 * in `cache/downloads/<area>` and are not fetched again; `cache/raw/<area>` is made from them anew, so that it never
 * holds a file of an earlier list.
 */
export async function fetchInputs(options: FetchInputsOptions): Promise<string> {
  const originals = resolve(options.cache, 'downloads', options.area);
  const raw = resolve(options.cache, 'raw', options.area);
  const downloads = options.publications.sources.flatMap((source) => source.downloads);
  if (downloads.length === 0) stop('The area\'s sources.json names no address to download from', options.area, 'Add addresses there, or fetch the files by hand and use --raw.');
  await mkdir(originals, { recursive: true });
  await rm(raw, { recursive: true, force: true });
  await mkdir(raw, { recursive: true });
  for (const download of downloads) {
    const original = join(originals, download.save);
    await obtain(original, download, options);
    if (download.entries) await takeEntries(original, raw, download, options);
    else if (download.table) await writeFile(join(raw, download.save.replace(/\.\w+$/, '.csv')), await tableOf(original, download));
    else await copyFile(original, join(raw, download.save));
  }
  for (const source of options.publications.sources.filter((each) => each.downloads.length === 0)) {
    options.onNote(`${source.title}: no address in sources.json; see ${source.page ?? 'its publisher'}.`);
  }
  return raw;
}

async function obtain(original: string, download: Download, options: FetchInputsOptions): Promise<void> {
  if (await stat(original).catch(() => null)) {
    try {
      await checkFile(original, download);
      options.onNote(`${download.save}: already here and verified.`);
      return;
    } catch {
      // The list has changed, or the file was damaged: fetch it again.
      await rm(original, { force: true });
    }
  }
  await fetchFile({ address: download.address, target: original, onProgress: options.onProgress });
  try {
    await checkFile(original, download);
  } catch (error) {
    await rm(original, { force: true });
    throw error;
  }
  options.onNote(`${download.save}: downloaded and verified.`);
}

/** Takes the wanted entries out of an archive; names that hold a month must lie within both ranges of months. */
async function takeEntries(original: string, raw: string, download: Download, options: FetchInputsOptions): Promise<void> {
  const { entries } = download;
  if (!entries) return;
  const wanted = new RegExp(entries.name);
  let taken = 0;
  for (const entry of await readZipDirectory(original, download.save)) {
    const month = /\d{4}-\d{2}/.exec(basename(entry.name))?.[0] ?? null;
    const outside = month !== null && [entries.from, options.from].some((from) => from !== null && month < from);
    const after = month !== null && [entries.to, options.to].some((to) => to !== null && month > to);
    if (!wanted.test(entry.name) || outside || after) continue;
    const bytes = zipEntryBytes(original, entry, `${download.save} / ${entry.name}`);
    await pipeline(Readable.from(bytes), createWriteStream(join(raw, basename(entry.name))));
    taken++;
  }
  options.onNote(`${download.save}: ${taken} files taken out.`);
}

const table = z.object({ features: z.array(z.object({ properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })).min(1) });

/** A lookup that the service gives as GeoJSON without geometries, as the CSV table it is. */
async function tableOf(original: string, download: Download): Promise<string> {
  const parsed = table.safeParse(JSON.parse(await readFile(original, 'utf8')));
  if (!parsed.success) stop('The answer is not a table', download.address, 'Look at the address in a browser.');
  const rows = parsed.data.features.map((feature) => feature.properties);
  return `${Papa.unparse(rows, { columns: Object.keys(rows[0] ?? {}), newline: '\n' })}\n`;
}
