import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature, Geometry } from 'geojson';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hilbertDistance } from '../../../src/files/hilbert.ts';
import { decodeFlatGeobuf, readFlatGeobuf } from '../../../src/files/flatgeobufReader.ts';
import { encodeFlatGeobuf, type LayerColumn } from '../../../src/files/flatgeobufWriter.ts';
import { fixture, flatGeobufCases } from './fixtures.ts';
import { inspectFlatGeobuf } from './inspectFlatGeobuf.ts';
import { boxOf, scatteredSquares, square } from './shapes.ts';

const NUMBERED: readonly LayerColumn[] = [{ name: 'number', type: 'int' }];
const numbered = (geometries: readonly Geometry[]) =>
  encodeFlatGeobuf({ name: 'shapes', columns: NUMBERED, features: geometries.map((geometry, number) => ({ geometry, properties: { number } })) });

async function featuresOf(bytes: Uint8Array): Promise<readonly Feature[]> {
  const read = await readFlatGeobuf(bytes, 'test.fgb');
  if (!read.ok) throw new Error(read.problem.what);
  return read.value.features;
}

async function queryOtherReader(bytes: Uint8Array, [minX = 0, minY = 0, maxX = 0, maxY = 0]: readonly number[], property: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const feature of deserialize(bytes, { rect: { minX, minY, maxX, maxY } })) found.push(feature.properties?.[property]);
  return found;
}

const overlaps = (a: readonly number[], b: readonly number[]) =>
  (a[0] ?? 0) <= (b[2] ?? 0) && (b[0] ?? 0) <= (a[2] ?? 0) && (a[1] ?? 0) <= (b[3] ?? 0) && (b[1] ?? 0) <= (a[3] ?? 0);

// The flatgeobuf package writes a line to the console for every node it visits.
beforeEach(() => { vi.spyOn(console, 'debug').mockImplementation(() => undefined); });
afterEach(() => { vi.restoreAllMocks(); });

describe('the index that encodeFlatGeobuf writes', () => {
  it.each([1, 2, 15, 16, 17, 256, 257, 4097])('is sound for %i features', async (count) => {
    const geometries = scatteredSquares(count);
    const bytes = numbered(geometries);
    const inspection = inspectFlatGeobuf(bytes);
    expect(inspection.errors).toEqual([]);
    expect(inspection).toMatchObject({ name: 'shapes', count, nodeSize: 16, geometryType: 3, crs: { org: 'EPSG', code: 4326 }, columns: [{ name: 'number', type: 5 }] });
    const features = await featuresOf(bytes);
    expect(features.map(({ geometry }) => boxOf(geometry))).toEqual(inspection.leaves);
    expect(features.map(({ properties }) => Number(properties?.['number'])).toSorted((a, b) => a - b)).toEqual(geometries.map((_, i) => i));
    for (const { geometry, properties } of features) expect(geometry).toEqual(geometries[Number(properties?.['number'])]);
  });

  it('finds by box, through another reader, exactly the features whose boxes touch it', async () => {
    const geometries = scatteredSquares(1000, 7);
    const bytes = numbered(geometries);
    for (const query of [[-0.5, 52, -0.45, 52.05], [-0.7, 51.8, -0.1, 52.4], [-0.31, 51.9, -0.309, 51.901], [1, 1, 2, 2]]) {
      const expected = geometries.flatMap((geometry, i) => (overlaps(boxOf(geometry), query) ? [i] : []));
      const found = await queryOtherReader(bytes, query, 'number');
      expect(found.map(Number).toSorted((a, b) => a - b)).toEqual(expected);
    }
  });

  it('gives the queries of GDAL for a file read and written again, in the same order of features', async () => {
    const original = fixture('fgb/voronoi_indexed.fgb');
    const features = await featuresOf(original);
    const reversed = features.toReversed().map(({ geometry, properties }) => ({ geometry, properties: { ...properties } }));
    const bytes = encodeFlatGeobuf({ name: 'voronoi', columns: [{ name: 'code', type: 'string' }], features: reversed });
    expect(inspectFlatGeobuf(bytes).errors).toEqual([]);
    expect((await featuresOf(bytes)).map(({ properties }) => properties)).toEqual(features.map(({ properties }) => properties));
    const queries = flatGeobufCases().queries.filter(({ inputs }) => inputs.file.endsWith('voronoi_indexed.fgb'));
    expect(queries).toHaveLength(5);
    for (const { inputs, expected } of queries) {
      expect((await queryOtherReader(bytes, inputs.bbox, 'code')).map(String).toSorted()).toEqual(expected.bbox_overlap);
    }
  });

  it('gives the same bytes for the same layer', () => {
    expect(numbered(scatteredSquares(300))).toEqual(numbered(scatteredSquares(300)));
  });

  it('is absent, with the envelope, from a layer without features', async () => {
    const inspection = inspectFlatGeobuf(numbered([]));
    expect(inspection).toMatchObject({ count: 0, nodeSize: 0, envelope: null, errors: [] });
    expect(await featuresOf(numbered([]))).toEqual([]);
  });

  it('is sound for identical points, which have no extent', () => {
    const inspection = inspectFlatGeobuf(numbered(Array.from({ length: 40 }, () => ({ type: 'Point', coordinates: [-0.4, 52] }))));
    expect(inspection).toMatchObject({ geometryType: 1, envelope: [-0.4, 52, -0.4, 52], errors: [] });
  });
});

describe('geometry', () => {
  const hole: Geometry = { type: 'Polygon', coordinates: [...square(0, 50, 1).coordinates, ...square(0.4, 50.4, 0.1).coordinates] };
  const parts: Geometry = { type: 'MultiPolygon', coordinates: [hole.type === 'Polygon' ? hole.coordinates : [], square(3, 50).coordinates] };

  it('keeps holes and parts', async () => {
    expect((await featuresOf(numbered([parts])))[0]?.geometry).toEqual(parts);
    expect((await featuresOf(numbered([hole])))[0]?.geometry).toEqual(hole);
  });

  it('makes polygons multipart where some are', async () => {
    const bytes = numbered([square(0, 50), parts]);
    expect(inspectFlatGeobuf(bytes).geometryType).toBe(6);
    const features = await featuresOf(bytes);
    expect(features.find(({ properties }) => properties?.['number'] === 0)?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [square(0, 50).coordinates] });
    expect(features.find(({ properties }) => properties?.['number'] === 1)?.geometry).toEqual(parts);
  });

  it('says Unknown for points among polygons and keeps each as it is', async () => {
    const mixed: Geometry[] = [square(0, 50), { type: 'Point', coordinates: [2, 51] }, parts];
    const bytes = numbered(mixed);
    expect(inspectFlatGeobuf(bytes)).toMatchObject({ geometryType: 0, errors: [] });
    for (const { geometry, properties } of await featuresOf(bytes)) expect(geometry).toEqual(mixed[Number(properties?.['number'])]);
  });

  it('leaves heights out', async () => {
    const [feature] = await featuresOf(numbered([{ type: 'Point', coordinates: [1, 50, 99] }]));
    expect(feature?.geometry).toEqual({ type: 'Point', coordinates: [1, 50] });
  });

  it('refuses empty and non-finite geometry, naming the feature', () => {
    expect(() => numbered([square(0, 0), { type: 'Point', coordinates: [NaN, 1] }])).toThrow(/feature 1 of shapes.*finite/);
    expect(() => numbered([{ type: 'Polygon', coordinates: [] }])).toThrow(/feature 0 of shapes.*empty/);
  });
});

describe('properties', () => {
  const columns: readonly LayerColumn[] = [
    { name: 'text', type: 'string' }, { name: 'real', type: 'double' }, { name: 'whole', type: 'int' }, { name: 'yes', type: 'bool' }, { name: 'more', type: 'json' },
  ];
  const roundTrip = async (properties: Record<string, unknown>) => {
    const bytes = encodeFlatGeobuf({ name: 'one', columns, features: [{ geometry: { type: 'Point', coordinates: [0, 0] }, properties }] });
    const read = await decodeFlatGeobuf(bytes, 'one.fgb');
    if (!read.ok) throw new Error(read.problem.what);
    return read.value.features[0]?.properties;
  };

  it('come back with their types, whatever the first feature holds', async () => {
    const properties = { text: 'Caf\u00e9 "A", \u{1F600}', real: -0.1, whole: -2147483648, yes: false, more: { list: [1, 'two', null] } };
    expect(await roundTrip(properties)).toEqual(properties);
    expect(inspectFlatGeobuf(encodeFlatGeobuf({ name: 'none', columns, features: [] })).columns.map(({ type }) => type)).toEqual([11, 10, 5, 2, 12]);
  });

  it('are absent where null, undefined or NaN', async () => {
    expect(await roundTrip({ text: null, real: NaN, whole: undefined })).toEqual({});
    expect(await roundTrip({ text: '', real: 0, whole: 0 })).toEqual({ text: '', real: 0, whole: 0 });
  });

  it.each([['text', 5], ['whole', 1.5], ['whole', 2 ** 31], ['yes', 'yes'], ['real', Infinity], ['more', { a: NaN }]])('are refused where they do not fit: %s = %s', async (name, value) => {
    await expect(roundTrip({ [name]: value })).rejects.toThrow(new RegExp(`column "${name}"`));
  });
});

describe('hilbertDistance', () => {
  it('visits every cell of a corner once and moves by one cell at a time', () => {
    const cells: [number, number][] = [];
    for (let x = 0; x < 16; x++) for (let y = 0; y < 16; y++) cells[hilbertDistance(x, y)] = [x, y];
    expect(cells).toHaveLength(256);
    for (let i = 1; i < cells.length; i++) {
      const [x = NaN, y = NaN] = cells[i] ?? [];
      const [beforeX = NaN, beforeY = NaN] = cells[i - 1] ?? [];
      expect(Math.abs(x - beforeX) + Math.abs(y - beforeY)).toBe(1);
    }
    expect(hilbertDistance(65535, 0)).toBe(2 ** 32 - 1);
  });
});
