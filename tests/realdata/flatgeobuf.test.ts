import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature, Geometry } from 'geojson';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readFlatGeobuf } from '../../src/files/flatgeobufReader.ts';
import { encodeFlatGeobuf, type LayerColumn } from '../../src/files/flatgeobufWriter.ts';
import { flatGeobufCases } from '../unit/files/fixtures.ts';
import { inspectFlatGeobuf } from '../unit/files/inspectFlatGeobuf.ts';
import { boxOf } from '../unit/files/shapes.ts';

/** Published boundaries and the reference cases on them, which are never copied into the project. */
const RAW = process.env['GEODATA_RAW'] ?? '';
const CASES = join(RAW, '../reference/cases');
const SAMPLES = join(CASES, 'inputs/fgb');
const CHECKER = join(RAW, '../reference/check_fgb.py');
/** Debian's own Python has GDAL's bindings; the checks of geometry need them. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const runs = (command: string, ...options: string[]) => spawnSync(command, options).status === 0;
const hasRaw = RAW !== '' && existsSync(RAW);
const hasChecker = hasRaw && existsSync(CHECKER) && runs(PYTHON, '--version');
const hasGdal = hasRaw && runs('ogrinfo', '--version');

const folder = mkdtempSync(join(tmpdir(), 'flatgeobuf-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
// The flatgeobuf package writes a line to the console for every node it visits.
beforeEach(() => { vi.spyOn(console, 'debug').mockImplementation(() => undefined); });
afterEach(() => { vi.restoreAllMocks(); });

const collection = z.object({ features: z.array(z.object({ geometry: z.custom<Geometry>((value) => typeof value === 'object'), properties: z.record(z.string(), z.unknown()) })) });

/** A published boundary file written as FlatGeobuf: its text properties, and its numbers as doubles. */
function written(name: string): { path: string; bytes: Uint8Array; features: z.infer<typeof collection>['features']; columns: LayerColumn[] } {
  const { features } = collection.parse(JSON.parse(readFileSync(join(RAW, 'boundaries', `${name}.geojson`), 'utf8')));
  const columns = Object.entries(features[0]?.properties ?? {}).map(([column, value]): LayerColumn => ({ name: column, type: typeof value === 'number' ? 'double' : 'string' }));
  const bytes = encodeFlatGeobuf({ name, columns, features });
  const path = join(folder, `${name}.fgb`);
  writeFileSync(path, bytes);
  return { path, bytes, features, columns };
}

async function featuresOf(bytes: Uint8Array): Promise<readonly Feature[]> {
  const read = await readFlatGeobuf(bytes, 'test.fgb');
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.what}`);
  return read.value.features;
}

const sample = (name: string) => new Uint8Array(readFileSync(join(SAMPLES, name)));
const parts = (geometry: Geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : 'coordinates' in geometry ? geometry.coordinates : []);
/** Features as sorted text, to compare them whatever their order. */
const lines = (all: readonly { geometry: Geometry; properties: unknown }[]) => all.map(({ geometry, properties }) => JSON.stringify([properties, parts(geometry)])).toSorted();

const LAYERS = ['lsoa2011_bgc', 'lsoa2021_bgc', 'msoa2021_bgc', 'wards2013', 'wards2025_bgc', 'boroughs_dissolved_from_lsoa2011', 'bedfordshire_dissolved_from_lsoa2011'];

describe.runIf(hasRaw)('published boundaries', () => {
  it.each(LAYERS)('%s keeps every feature, property and coordinate, with a sound index', async (name) => {
    const { bytes, features } = written(name);
    const inspection = inspectFlatGeobuf(bytes);
    expect(inspection.errors).toEqual([]);
    const read = await featuresOf(bytes);
    expect(read.map(({ geometry }) => boxOf(geometry))).toEqual(inspection.leaves);
    expect(lines(read.map(({ geometry, properties }) => ({ geometry, properties })))).toEqual(lines(features));
  });

  it.runIf(hasChecker).each(LAYERS)('%s passes the independent checker', (name) => {
    const { path } = written(name);
    const checked = spawnSync(PYTHON, [CHECKER, '--require-index', path], { encoding: 'utf8' });
    expect(checked.stdout).toContain('"errors": []');
    expect(checked.status).toBe(0);
  });

  it.runIf(hasGdal)('all 381 areas are read by GDAL, which also sees the index', () => {
    const { path } = written('lsoa2011_bgc');
    const listed = execFileSync('ogrinfo', ['-al', '-q', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(listed.match(/^OGRFeature\(/gm)).toHaveLength(381);
    const summary = execFileSync('ogrinfo', ['-al', '-so', path], { encoding: 'utf8' });
    expect(summary).toContain('ID["EPSG",4326]');
    const found = execFileSync('ogrinfo', ['-al', '-q', '-spat', '-0.43', '51.87', '-0.40', '51.89', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(found.match(/^OGRFeature\(/gm)?.length).toBeGreaterThan(5);
  });

  it('381 areas with six decimals stay small', () => {
    const { features, columns } = written('lsoa2011_bgc');
    const rounded = (value: unknown): unknown => (Array.isArray(value) ? value.map(rounded) : typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value);
    const bytes = encodeFlatGeobuf({ name: 'areas', columns, features: features.map(({ geometry, properties }) => ({
      geometry: collection.shape.features.element.shape.geometry.parse({ ...geometry, coordinates: rounded('coordinates' in geometry ? geometry.coordinates : []) }), properties,
    })) });
    expect(gzipSync(bytes).length).toBeLessThan(300_000);
    expect(brotliCompressSync(bytes).length).toBeLessThan(220_000);
  });
});

describe.runIf(hasRaw && existsSync(SAMPLES))('reference files on real boundaries', () => {
  const good = ['areas_indexed.fgb', 'areas_noindex.fgb', 'points5000.fgb'];

  it.each(good)('%s is read', async (name) => {
    expect(await featuresOf(sample(name))).toHaveLength(name.startsWith('points') ? 5000 : 381);
  });

  it('every broken one is refused, with the reason', async () => {
    const expected: Record<string, RegExp> = {
      'bad_leaf_box.fgb': /box in the spatial index is not that of its geometry/,
      'bad_leaf_offset.fgb': /does not point at the features/,
      'bad_magic.fgb': /not a FlatGeobuf file/,
      'bad_parent_box.fgb': /does not contain its children/,
      'bad_trailing.fgb': /2 bytes follow the last feature/,
      'bad_truncated.fgb': /cut short or damaged at feature 81/,
      'bad_version.fgb': /version 2 is not supported/,
    };
    expect(readdirSync(SAMPLES).filter((name) => name.startsWith('bad_')).toSorted()).toEqual(Object.keys(expected));
    for (const [name, reason] of Object.entries(expected)) {
      const read = await readFlatGeobuf(sample(name), name);
      if (read.ok) throw new Error(`${name} was read.`);
      expect(read.problem.what).toMatch(reason);
      expect(read.problem.where).toContain(name);
      expect(read.problem.remedy).not.toBe('');
    }
  });

  it('the verdicts of the reference cases are ours', async () => {
    const { files } = flatGeobufCases(readFileSync(join(CASES, 'h_flatgeobuf.json')));
    expect(files.length).toBeGreaterThan(4);
    for (const { inputs, expected } of files) {
      const name = inputs.file.replace(/.*\//, '');
      expect([name, (await readFlatGeobuf(sample(name), name)).ok]).toEqual([name, expected.check_fgb.valid]);
    }
  });

  it('written again they keep GDAL\'s order and answer every query of the reference cases', async () => {
    const { queries } = flatGeobufCases(readFileSync(join(CASES, 'h_flatgeobuf.json')));
    const again = new Map<string, Uint8Array>();
    for (const name of ['areas_indexed.fgb', 'voronoi_indexed.fgb', 'points5000.fgb']) {
      const features = (await featuresOf(sample(name))).map(({ geometry, properties }) => ({ geometry, properties: { ...properties } }));
      const columns: LayerColumn[] = name.startsWith('points') ? [{ name: 'i', type: 'int' }] : [{ name: 'code', type: 'string' }];
      const bytes = encodeFlatGeobuf({ name, columns, features: features.toReversed() });
      again.set(name, bytes);
      const key = columns[0]?.name ?? '';
      const order = (all: readonly { properties: unknown }[]) => all.map(({ properties }) => z.record(z.string(), z.unknown()).parse(properties)[key]);
      expect(order(await featuresOf(bytes))).toEqual(order(features));
    }
    expect(queries.length).toBeGreaterThan(10);
    for (const { inputs, expected } of queries) {
      const [minX = NaN, minY = NaN, maxX = NaN, maxY = NaN] = inputs.bbox;
      const found: unknown[] = [];
      const bytes = again.get(inputs.file.replace(/.*\//, '')) ?? new Uint8Array();
      for await (const feature of deserialize(bytes, { rect: { minX, minY, maxX, maxY } })) found.push(feature.properties?.['code'] ?? feature.properties?.['i']);
      expect(found.map(String).toSorted()).toEqual(expected.bbox_overlap.map(String).toSorted());
    }
  });
});
