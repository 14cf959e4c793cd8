import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fetchFile } from '../../../../geodata/download/fetchFile.ts';
import { fetchInputs } from '../../../../geodata/download/fetchInputs.ts';
import { BuildProblem } from '../../../../geodata/problem.ts';
import { loadPublications, parsePublications, type Download, type Publications } from '../../../../geodata/sources/publications.ts';
import { build, INPUTS, PUBLICATIONS, temporaryFolder, writeInputs } from '../pack/miniCounty.ts';
import { startStub, type Stub } from './stubServer.ts';

const body = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => (index * 7) % 251);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const quiet = () => undefined;

async function target(): Promise<string> {
  return join(await temporaryFolder(), 'file.bin');
}

function download(stub: Stub, save: string, change: Partial<Download> = {}, check: Partial<Download['check']> = {}): Download {
  return { address: `${stub.address}/${save}`, save, check: { sha256: null, bytes: [1, 1e9], format: 'csv', has: [], ...check }, entries: null, table: false, ...change };
}

function listOf(downloads: Download[]): Publications {
  return { attribution: 'Invented', sources: [{ role: 'lookup', title: 'Files', publisher: 'Stub', licence: 'None', page: null, date: null, downloads }] };
}

function inputs(cache: string, downloads: Download[], change: Partial<Parameters<typeof fetchInputs>[0]> = {}): Promise<string> {
  return fetchInputs({ publications: listOf(downloads), area: 'midshire', cache, from: null, to: null, onProgress: quiet, onNote: quiet, ...change });
}

describe('fetchFile', () => {
  it('goes on where a cut connection stopped', async () => {
    const stub = await startStub();
    const bytes = body(200_000);
    stub.files.set('a', bytes);
    stub.cuts.set('a', [50_000, 30_000]);
    const path = await target();
    await fetchFile({ address: `${stub.address}/a`, target: path, onProgress: stub.onProgress });
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(stub.requests.map(({ range }) => range)).toEqual([null, 'bytes=50000-', 'bytes=80000-']);
    expect(await readdir(join(path, '..'))).toEqual(['file.bin']);
  });

  it('goes on in a later run, and says so when it gives up', async () => {
    const stub = await startStub();
    const bytes = body(100_000);
    stub.files.set('a', bytes);
    stub.cuts.set('a', [40_000]);
    const path = await target();
    const first: unknown = await fetchFile({ address: `${stub.address}/a`, target: path, onProgress: stub.onProgress, attempts: 1 }).catch((error: unknown) => error);
    expect(first).toBeInstanceOf(BuildProblem);
    expect(String(first)).toContain('it goes on after the 40,000 bytes already here');
    expect(existsSync(path)).toBe(false);
    await fetchFile({ address: `${stub.address}/a`, target: path, onProgress: quiet, attempts: 1 });
    expect(stub.requests[1]).toEqual({ path: 'a', range: 'bytes=40000-', ifRange: '"one"' });
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  });

  it('starts again when the file has changed in between, or the server gives no way to tell', async () => {
    for (const later of ['"two"', null]) {
      const stub = await startStub();
      stub.etag = later === null ? null : '"one"';
      stub.files.set('a', body(90_000));
      stub.cuts.set('a', [40_000]);
      const path = await target();
      await fetchFile({ address: `${stub.address}/a`, target: path, onProgress: stub.onProgress, attempts: 1 }).catch(quiet);
      const changed = body(70_000).toReversed();
      stub.etag = later;
      stub.files.set('a', changed);
      await fetchFile({ address: `${stub.address}/a`, target: path, onProgress: quiet, attempts: 1 });
      expect(new Uint8Array(await readFile(path))).toEqual(changed);
    }
  });

  it('reports progress and treats a silent connection as cut', async () => {
    const stub = await startStub();
    stub.files.set('a', body(1000));
    stub.silent.add('a');
    const seen: number[] = [];
    const path = await target();
    await fetchFile({ address: `${stub.address}/a`, target: path, onProgress: ({ done, total }) => seen.push(done / total), idleLimit: 100 });
    expect(seen.at(-1)).toBe(1);
    expect(stub.requests.map(({ range }) => range)).toEqual([null, 'bytes=1-']);
    expect(new Uint8Array(await readFile(path))).toEqual(body(1000));
  });

  it('says what to do about an address that is gone, without trying again', async () => {
    const stub = await startStub();
    await expect(fetchFile({ address: `${stub.address}/gone`, target: await target(), onProgress: quiet })).rejects.toThrow(/The publisher has no file at this address \(404\).*It has moved/);
    expect(stub.requests).toHaveLength(1);
    await expect(fetchFile({ address: 'http://127.0.0.1:9/x', target: await target(), onProgress: quiet, attempts: 1 })).rejects.toThrow(/The download did not finish.*Check the connection/s);
  });
});

function month(at: string, force: string): [string, Uint8Array] {
  return [`${at}/${at}-${force}-street.csv`, new TextEncoder().encode(`${at} ${force}`)];
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(await Promise.all(files.map(async (entry) => [entry.name, sha256(await readFile(join(entry.parentPath, entry.name)))] as const)));
}

describe('fetchInputs', () => {
  it('refuses a wrong checksum and keeps nothing of it', async () => {
    const stub = await startStub();
    stub.files.set('a.csv', new TextEncoder().encode('x,y\n1,2\n'));
    const cache = await temporaryFolder();
    await expect(inputs(cache, [download(stub, 'a.csv', {}, { sha256: '0'.repeat(64) })])).rejects.toThrow(`The file's SHA-256 is ${sha256(new TextEncoder().encode('x,y\n1,2\n'))}, expected 000`);
    expect(await readdir(join(cache, 'downloads', 'midshire'))).toEqual([]);
    expect(await readdir(join(cache, 'raw', 'midshire'))).toEqual([]);
  });

  it.each<[string, string, Partial<Download['check']>, string]>([
    ['a web page', '<!DOCTYPE html><p>Sorry', {}, 'A web page came instead of the file'],
    ['another size', 'x,y\n', { bytes: [100, 200] }, 'The file has 4 bytes, expected 100 to 200'],
    ['other columns', 'x,y\n', { has: ['LSOA11CD'] }, 'The file has no column LSOA11CD'],
    ['a refusal', '{"error":{"code":400,"message":"Invalid query"}}', { format: 'geojson' }, 'The service refused: Invalid query'],
    ['half the answer', '{"type":"FeatureCollection","exceededTransferLimit":true,"features":[{"properties":{"a":1}}]}', { format: 'geojson' }, 'cut the answer short'],
    ['other properties', '{"features":[{"properties":{"a":1}}]}', { format: 'geojson', has: ['LSOA11CD'] }, 'no property LSOA11CD'],
    ['no archive', 'x,y\n', { format: 'zip' }, 'no directory at its end'],
  ])('refuses %s', async (_what, text, check, message) => {
    const stub = await startStub();
    stub.files.set('a', new TextEncoder().encode(text));
    await expect(inputs(await temporaryFolder(), [download(stub, 'a', {}, check)])).rejects.toThrow(message);
  });

  it('does not fetch verified files again, but replaces damaged ones', async () => {
    const stub = await startStub();
    const bytes = new TextEncoder().encode('x,y\n1,2\n');
    stub.files.set('a.csv', bytes);
    const cache = await temporaryFolder();
    const list = [download(stub, 'a.csv', {}, { sha256: sha256(bytes) })];
    await inputs(cache, list);
    await inputs(cache, list);
    expect(stub.requests).toHaveLength(1);
    await writeFile(join(cache, 'downloads', 'midshire', 'a.csv'), 'damaged');
    const raw = await inputs(cache, list);
    expect(stub.requests).toHaveLength(2);
    expect(await readFile(join(raw, 'a.csv'), 'utf8')).toBe('x,y\n1,2\n');
  });

  it('takes the wanted months out of archives and turns tables into CSV', async () => {
    const stub = await startStub();
    stub.files.set('all.zip', zipSync(Object.fromEntries(['2020-11', '2020-12', '2021-01', '2021-02'].flatMap((at) => [month(at, 'midshire'), month(at, 'farshire')]))));
    stub.files.set('table.json', new TextEncoder().encode('{"type":"FeatureCollection","features":[{"properties":{"LSOA11CD":"E01","Name":"A, b"}},{"properties":{"LSOA11CD":"E02","Name":null}}]}'));
    const raw = await inputs(await temporaryFolder(), [
      download(stub, 'all.zip', { entries: { name: 'midshire-street\\.csv$', from: '2020-12', to: null } }, { format: 'zip' }),
      download(stub, 'table.json', { table: true }, { format: 'geojson', has: ['LSOA11CD'] }),
    ], { to: '2021-01' });
    expect((await readdir(raw)).toSorted()).toEqual(['2020-12-midshire-street.csv', '2021-01-midshire-street.csv', 'table.csv']);
    expect(await readFile(join(raw, 'table.csv'), 'utf8')).toBe('LSOA11CD,Name\nE01,"A, b"\nE02,\n');
  });

  it('gives the same pack as --raw', async () => {
    const stub = await startStub();
    for (const [name, text] of Object.entries(INPUTS)) stub.files.set(basename(name), new TextEncoder().encode(text));
    const list = [...stub.files.keys()].map((name) => download(stub, name, {}, { format: name.endsWith('json') ? 'geojson' : 'csv' }));
    const cache = await temporaryFolder();
    stub.cuts.set('census.csv', [20]);
    const [fetched, local] = [join(cache, 'fetched'), join(cache, 'local')];
    await build(await inputs(cache, list, { onProgress: stub.onProgress }), fetched);
    await build(await writeInputs(), local);
    const found = await hashes(fetched);
    expect(Object.keys(found)).toHaveLength(7);
    expect(found).toEqual(await hashes(local));
  });

  it('says which sources have no address', async () => {
    const notes: string[] = [];
    const stub = await startStub();
    stub.files.set('a', new TextEncoder().encode('x'));
    const [source] = listOf([download(stub, 'a')]).sources;
    if (!source) throw new Error('no source');
    await inputs(await temporaryFolder(), [], { publications: { attribution: '', sources: [source, { ...source, title: 'Wards', page: 'https://example.org/', downloads: [] }] }, onNote: (note) => notes.push(note) });
    expect(notes).toContain('Wards: no address in sources.json; see https://example.org/.');
    await expect(inputs(await temporaryFolder(), [], { publications: PUBLICATIONS })).rejects.toThrow('names no address to download from');
  });
});

describe('sources.json of Bedfordshire', () => {
  it('names a licence and a page for every published input, and addresses over https only', async () => {
    const { sources } = await loadPublications('bedfordshire');
    expect(sources.map(({ role }) => role).toSorted()).toEqual([
      'boundaries-2011', 'boundaries-2021', 'hubs', 'imd-2019', 'imd-2025', 'lookup', 'nte', 'population', 'residents', 'street', 'wards-2011', 'wards-2021',
    ]);
    const published = sources.filter(({ role }) => role !== 'hubs' && role !== 'nte');
    expect(published.filter(({ page, licence, downloads }) => !page?.startsWith('https://') || !licence.startsWith('Open Government Licence') || downloads.length === 0)).toEqual([]);
    const downloads = published.flatMap((source) => source.downloads);
    expect(downloads.filter(({ address }) => !address.startsWith('https://'))).toEqual([]);
    expect(new Set(downloads.map(({ save }) => save)).size).toBe(downloads.length);
    expect(() => parsePublications({ attribution: '', sources: [{ role: 'maps' }] }, 'sources.json')).toThrow('sources.json, at sources.0.role');
  });
});
