import { describe, expect, it } from 'vitest';
import { decodeFlatGeobuf, readFlatGeobuf } from '../../../src/files/flatgeobufReader.ts';
import { encodeFlatGeobuf } from '../../../src/files/flatgeobufWriter.ts';
import { fixture, flatGeobufCases } from './fixtures.ts';
import { boxOf, scatteredSquares } from './shapes.ts';

/** 8 magic bytes and 4 of length before the header, whose length stands there. */
const indexStart = (bytes: Uint8Array) => 12 + new DataView(bytes.buffer).getUint32(8, true);
const good = () => fixture('fgb/voronoi_indexed.fgb');
/** First byte of a node of an index that starts there. */
const node = (index: number, number: number) => index + 40 * number;
/** 381 features, 16 to a node: the root, 2 and 24 nodes stand before the leaves. */
const LEAVES = 27;

async function problemOf(bytes: Uint8Array): Promise<string> {
  const read = await decodeFlatGeobuf(bytes, 'sample.fgb');
  if (read.ok) throw new Error('The file was read.');
  expect(read.problem.where).toMatch(/^sample\.fgb/);
  expect(read.problem.remedy).not.toBe('');
  return read.problem.what;
}

const changed = (change: (bytes: Uint8Array, view: DataView, index: number) => void) => {
  const bytes = good();
  change(bytes, new DataView(bytes.buffer), indexStart(bytes));
  return bytes;
};

describe('good files of GDAL', () => {
  it.each([
    ['voronoi_indexed', 381, 'EPSG:4326', ['Polygon']],
    ['voronoi_27700', 381, 'EPSG:27700', ['Polygon']],
    ['mesh_mixed', 144, 'EPSG:4326', ['MultiPolygon', 'Polygon']],
    ['one_point', 1, 'EPSG:4326', ['Point']],
    ['empty', 0, 'EPSG:4326', []],
  ])('%s is read', async (file, count, crs, types) => {
    const read = await readFlatGeobuf(fixture(`fgb/${file}.fgb`), file);
    if (!read.ok) throw new Error(read.problem.what);
    expect(read.value.features).toHaveLength(count);
    expect(read.value.crs).toBe(crs);
    expect([...new Set(read.value.features.map(({ geometry }) => geometry.type))].toSorted()).toEqual(types);
  });

  it('agree with the figures of the reference cases', async () => {
    const { files } = flatGeobufCases();
    expect(files).toHaveLength(2);
    for (const { inputs, expected } of files) {
      const read = await readFlatGeobuf(fixture(inputs.file), inputs.file);
      if (!read.ok) throw new Error(read.problem.what);
      const boxes = read.value.features.map(({ geometry }) => boxOf(geometry));
      const edge = (side: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[side] ?? NaN));
      expect([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]).toEqual(expected.check_fgb.envelope);
      expect(read.value.features).toHaveLength(expected.check_fgb.features_count ?? NaN);
      expect(read.value.crs).toBe(expected.check_fgb.crs);
    }
  });

  it('read the same from a view at an odd byte of a larger buffer', async () => {
    const bytes = fixture('fgb/mesh_mixed.fgb');
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(await decodeFlatGeobuf(shifted.subarray(3), 'mesh')).toEqual(await decodeFlatGeobuf(bytes, 'mesh'));
  });

  it('in metres are refused where degrees are expected', async () => {
    expect(await problemOf(fixture('fgb/voronoi_27700.fgb'))).toBe('The file is in EPSG:27700, not in longitude and latitude.');
  });
});

describe('broken files', () => {
  it('the unchanged file is good', async () => {
    expect((await decodeFlatGeobuf(good(), 'sample.fgb')).ok).toBe(true);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['other magic', () => changed((bytes) => { bytes[0] = 0x50; }), /not a FlatGeobuf/],
    ['other version', () => changed((bytes) => { bytes[3] = 2; }), /version 2 is not supported/],
    ['no bytes', () => new Uint8Array(), /not a FlatGeobuf/],
    ['a web page', () => new TextEncoder().encode('<!doctype html><title>Not found</title>'), /not a FlatGeobuf/],
    ['end inside the header', () => good().slice(0, 200), /inside its header/],
    ['end inside the index', () => good().slice(0, 4000), /inside its spatial index/],
    ['end inside a feature', () => good().slice(0, 40_000), /at feature \d+/],
    ['end between features', () => endBetweenFeatures(good()), /promises 381 features, the file holds 100/],
    ['bytes after the last feature', () => new Uint8Array([...good(), 0, 0]), /2 bytes follow/],
    ['parent box too small', () => changed((_, view, index) => view.setFloat64(node(index, 1), -0.1, true)), /does not contain its children/],
    ['parent pointing outside its level', () => changed((_, view, index) => view.setBigUint64(node(index, 2) + 32, 1n, true)), /does not contain its children/],
    ['leaf pointing beside its feature', () => changed((_, view, index) => view.setBigUint64(node(index, LEAVES + 200) + 32, 3n, true)), /does not point at the features/],
    ['two leaves for one feature', () => changed((_, view, index) => view.setBigUint64(node(index, LEAVES + 200) + 32, view.getBigUint64(node(index, LEAVES + 201) + 32, true), true)), /does not point at the features/],
    ['leaf box of another size', () => changed((_, view, index) => view.setFloat64(node(index, LEAVES + 200), view.getFloat64(node(index, LEAVES + 200), true) + 1e-4, true)), /box in the spatial index is not that of its geometry/],
    ['node size of one', () => withNodeSize(1), /nodes of one child/],
  ])('%s', async (_, make, expected) => {
    expect(await problemOf(make())).toMatch(expected);
  });

  it('envelope in the header that is not the extent', async () => {
    const bytes = encodeFlatGeobuf({ name: 'squares', columns: [], features: scatteredSquares(40).map((geometry) => ({ geometry, properties: {} })) });
    const view = new DataView(bytes.buffer);
    const index = indexStart(bytes);
    const west = view.getFloat64(index, true);
    let changes = 0;
    for (let at = 12; at < index - 8; at++) {
      if (view.getFloat64(at, true) !== west) continue;
      view.setFloat64(at, west - 1, true);
      changes++;
    }
    expect(changes).toBe(1);
    expect(await problemOf(bytes)).toMatch(/extent in the header differs/);
  });

  it('coordinates that are no numbers', async () => {
    const bytes = fixture('fgb/one_point.fgb');
    const view = new DataView(bytes.buffer);
    const index = indexStart(bytes);
    for (let at = index + 80; at + 8 <= bytes.length; at += 4) {
      if (view.getFloat64(at, true) === view.getFloat64(index, true)) view.setFloat64(at, NaN, true);
    }
    expect(await problemOf(bytes)).toMatch(/not a finite number/);
  });

  it('never throws and never hangs on a byte changed anywhere', async () => {
    const bytes = fixture('fgb/one_point.fgb');
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 0xff, 0x80]) {
        const damaged = bytes.slice();
        damaged[at] = value;
        expect(await decodeFlatGeobuf(damaged, 'sample.fgb')).toHaveProperty('ok');
      }
    }
  });
});

/** The file cut after its hundredth feature. */
function endBetweenFeatures(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  let at = indexStart(bytes) + 16_320;
  for (let feature = 0; feature < 100; feature++) at += 4 + view.getUint32(at, true);
  return bytes.slice(0, at);
}

/** A layer without features, whose header states another node size (the usual 16 is never stated). */
function withNodeSize(size: number): Uint8Array {
  const bytes = encodeFlatGeobuf({ name: 'none', columns: [], features: [] });
  const view = new DataView(bytes.buffer);
  const table = 12 + view.getUint32(12, true);
  const layout = table - view.getInt32(table, true);
  const offset = view.getUint16(layout + 4 + 2 * 9, true);
  expect(offset).toBeGreaterThan(0);
  view.setUint16(table + offset, size, true);
  return bytes;
}
