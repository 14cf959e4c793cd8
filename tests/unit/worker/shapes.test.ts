import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../../../src/geometry/area.ts';
import { toBritishGrid } from '../../../src/geometry/grid.ts';
import type { DrawnArea } from '../../../src/model/drawnAreas.ts';
import { encodeFlatGeobuf } from '../../../src/files/flatgeobufWriter.ts';
import { shapesOf } from '../../../src/worker/shapes.ts';

const RING = [[-0.42, 51.88], [-0.4, 51.88], [-0.41, 51.9], [-0.42, 51.88]];
const polygon = (properties: object, ring: readonly unknown[] = RING) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } });
const collection = (features: readonly unknown[], more: object = {}) => ({ type: 'FeatureCollection', features, ...more });
const read = (json: unknown, name = 'beats.geojson') => shapesOf({ kind: 'file', name, bytes: new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)) });
async function areasOf(json: unknown): Promise<{ areas: readonly DrawnArea[]; notes: readonly string[] }> {
  const outcome = await read(json);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return { areas: outcome.value, notes: outcome.notes };
}
async function refusal(json: unknown): Promise<string> {
  const outcome = await read(json);
  return outcome.ok ? 'read' : outcome.problem.what;
}

describe('shapes of a file', () => {
  it('are named by their properties or by the file, and every feature left out is counted under its reason', async () => {
    const { areas, notes } = await areasOf(collection([
      polygon({ NAME: 'High Town' }), polygon({ beat: 7 }), polygon({}), { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 51] } }, { type: 'Feature', properties: {}, geometry: null },
      polygon({}, [[0, 51], [1, 51]]), polygon({}, [[500_000, 220_000], [501_000, 220_000], [501_000, 221_000]]),
    ]));
    expect(areas.map(({ name }) => name)).toEqual(['High Town', '7', 'beats 3']);
    expect(areas[0]?.polygons).toEqual([[RING.slice(0, 3)]]);
    expect(notes).toEqual(['beats.geojson: 7 features read, 3 kept, left out 1 (not a polygon), 1 (no geometry), 1 (a ring without three corners, or positions that are not numbers), 1 (positions that are no longitude and latitude).']);
  });

  it('on the British National Grid are turned into degrees; other systems are refused', async () => {
    const grid = RING.map(([x = 0, y = 0]) => toBritishGrid(x, y));
    const { areas } = await areasOf(collection([polygon({ name: 'Grid' }, grid)], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } }));
    areas[0]?.polygons[0]?.[0]?.forEach(([x, y], i) => {
      expect(x).toBeCloseTo(RING[i]?.[0] ?? 0, 6);
      expect(y).toBeCloseTo(RING[i]?.[1] ?? 0, 6);
    });
    expect(await refusal(collection([polygon({})], { crs: { type: 'name', properties: { name: 'EPSG:3857' } } }))).toContain('EPSG:3857');
    expect((await areasOf(collection([polygon({})], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }))).areas).toHaveLength(1);
  });

  it('may be one feature, one geometry or FlatGeobuf', async () => {
    expect((await areasOf(polygon({ title: 'One' }))).areas).toEqual([{ name: 'One', polygons: [[RING.slice(0, 3)]] }]);
    expect((await areasOf({ type: 'Polygon', coordinates: [RING] })).areas[0]?.name).toBe('beats');
    const bytes = encodeFlatGeobuf({ name: 'beats', columns: [{ name: 'name', type: 'string' }], features: [{ properties: { name: 'Flat' }, geometry: { type: 'Polygon', coordinates: [RING] } }] });
    const outcome = await shapesOf({ kind: 'file', name: 'beats.fgb', bytes });
    expect(outcome.ok && outcome.value.map(({ name, polygons }) => [name, polygons[0]?.[0]?.length])).toEqual([['Flat', 3]]);
  });

  it('are refused with the reason where there is none', async () => {
    expect(await refusal('code,name')).toBe('The file is neither GeoJSON nor FlatGeobuf.');
    expect(await refusal({ a: 1 })).toBe('The file is JSON, but not GeoJSON.');
    expect(await refusal(collection([]))).toBe('The file holds no features.');
    expect(await refusal(collection([{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 51] } }]))).toContain('1 (not a polygon)');
  });
});

it('a circle has the radius asked for', async () => {
  const outcome = await shapesOf({ kind: 'circle', name: 'C', longitude: -0.42, latitude: 51.88, metres: 400 });
  const [area] = outcome.ok ? outcome.value : [];
  const ring = area?.polygons[0]?.[0] ?? [];
  expect(areaKm2({ type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y])] }) / (Math.PI * 0.16)).toBeCloseTo(1, 2);
});
