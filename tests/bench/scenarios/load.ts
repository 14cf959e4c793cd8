import type { Browser } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { timesOf } from '../../../src/bench/times.ts';
import type { Sent, Served } from '../host/serve.ts';
import { row, type Row } from '../report/row.ts';
import { firstColours, openProbed } from './probe.ts';

export interface Load {
  /** Milliseconds from the start of navigation to the first frame with a coloured map. */
  readonly time: number;
  /** What was asked for before that frame. */
  readonly before: readonly Sent[];
}

/** Opens an address with an empty cache. Null where no map is coloured in time. */
export async function loadOnce(browser: Browser, served: Served, hash: string, limit = 60_000): Promise<Load | null> {
  const first = served.sent.length;
  const { context, page } = await openProbed(browser, `${served.origin}/${hash}`);
  try {
    const time = await firstColours(page, limit);
    if (time === null) return null;
    const origin = await page.evaluate(() => performance.timeOrigin);
    return { time, before: served.sent.slice(first).filter(({ at }) => at <= origin + time) };
  } finally {
    await context.close();
  }
}

/** First coloured map of the demonstration pack, and the bytes that had to come before it. */
export async function loadRow(browser: Browser, served: Served, repeats: number): Promise<Row> {
  const title = 'First coloured map from a cold load, local server, demonstration pack';
  const loads: Load[] = [];
  for (let i = 0; i < repeats; i += 1) {
    const load = await loadOnce(browser, served, '');
    if (load === null) return row('load', title, [], { unavailable: 'no coloured map within a minute' });
    loads.push(load);
  }
  const times = timesOf(loads.map(({ time }) => time));
  const before = loads.at(-1)?.before ?? [];
  const scripts = await Promise.all(before.filter(({ path }) => /\.m?js$/.test(path)).map(({ file }) => gzipOf(file)));
  const data = await Promise.all(before.filter(({ path }) => path.startsWith('/packs/')).map((sent) => brotliOf(sent)));
  return row('load', title, [
    { title: `median of ${times.repeats} loads`, value: times.median / 1000, unit: 's', budget: 1.2 },
    { title: 'p95', value: times.p95 / 1000, unit: 's', budget: null },
    { title: `JavaScript before it, gzip (${scripts.length} files)`, value: kilobytes(scripts), unit: 'kB', budget: 640 },
    { title: `data before it, brotli (${data.length} files)`, value: kilobytes(data), unit: 'kB', budget: 500 },
  ], { notes: ['Bytes are those of the files asked for before the frame, compressed here at the highest level; ranges count as they went out.'] });
}

function kilobytes(bytes: readonly number[]): number {
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}

async function gzipOf(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).byteLength;
}

async function brotliOf({ file, bytes, range }: Sent): Promise<number> {
  if (range) return bytes;
  return brotliCompressSync(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
}
