import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { precompress } from '../../../serving/precompress.ts';

const TEXT = 'a map of violence hotspots; '.repeat(200);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotspot-atlas-precompress-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

const names = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name).toSorted();

describe('compressing beforehand', () => {
  it('writes both forms beside text and what is read whole, in every folder, and both give the file back', async () => {
    await put('index.html', TEXT);
    await put('packs/one/areas.fgb', TEXT);
    await put('packs/one/records/street.cells', TEXT);
    expect(await precompress(folder)).toBe(6);
    expect(brotliDecompressSync(await readFile(join(folder, 'packs/one/areas.fgb.br'))).toString()).toBe(TEXT);
    expect(gunzipSync(await readFile(join(folder, 'index.html.gz'))).toString()).toBe(TEXT);
  });

  it('leaves small files, what is compressed within, and what would not get smaller', async () => {
    await put('packs/index.json', '{}');
    await put('records.parquet', TEXT);
    await put('noise.cells', Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(33 + ((i * i * 7919) % 8171))).join(''));
    await precompress(folder);
    expect((await names()).filter((name) => /^(index|records)/.test(name))).toEqual(['index.json', 'records.parquet']);
  });

  it('leaves the data of a pack in partitions: it is read in pieces', async () => {
    await put('national/manifest.json', JSON.stringify({ partitions: {}, text: TEXT }));
    await put('national/areas.fgb', TEXT);
    await put('national/records/street/kent.cells', TEXT);
    expect(await precompress(folder)).toBe(2);
    expect((await names()).filter((name) => name.endsWith('.br'))).toEqual(['manifest.json.br']);
  });

  it('does nothing twice, renews what is out of date and removes what no longer belongs', async () => {
    await put('a.json', TEXT);
    await precompress(folder);
    expect(await precompress(folder)).toBe(0);
    await put('a.json', TEXT.toUpperCase());
    expect(await precompress(folder)).toBe(2);
    expect(gunzipSync(await readFile(join(folder, 'a.json.gz'))).toString()).toBe(TEXT.toUpperCase());
    await put('a.json', '{}');
    await precompress(folder);
    expect(await names()).toEqual(['a.json']);
  });
});
