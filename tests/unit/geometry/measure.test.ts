import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaKm2, centroid } from '../../../src/geometry/area.ts';
import { bounds } from '../../../src/geometry/bounds.ts';
import { buffer } from '../../../src/geometry/buffer.ts';
import { circle } from '../../../src/geometry/circle.ts';
import { contains, makeLocator } from '../../../src/geometry/containment.ts';
import { fromBritishGrid, toBritishGrid } from '../../../src/geometry/grid.ts';
import { insidePoint } from '../../../src/geometry/insidePoint.ts';
import { intersection, overlapShare } from '../../../src/geometry/overlap.ts';
import { mapVertices, polygonsOf, rewind, signedArea } from '../../../src/geometry/rings.ts';
import { polygon, rectangle } from './shapes.ts';

const kilometre: Polygon = { type: 'Polygon', coordinates: [[[505_000, 220_000], [506_000, 220_000], [506_000, 221_000], [505_000, 221_000], [505_000, 220_000]]] };
const square = mapVertices(kilometre, (x, y) => fromBritishGrid(x, y));
const ring: Polygon = { type: 'Polygon', coordinates: [...rectangle(0, 51, 3, 54).coordinates, ...rectangle(1, 52, 2, 53).coordinates] };
const horseshoe = polygon([0, 51], [3, 51], [3, 54], [2, 54], [2, 52], [1, 52], [1, 54], [0, 54]);

describe('areas', () => {
  it('are planar in British National Grid: a grid square of a kilometre has 1 km2, however it winds', () => {
    expect(areaKm2(square)).toBeCloseTo(1, 6);
    expect(areaKm2({ type: 'Polygon', coordinates: [kilometre.coordinates[0]?.map(([x = 0, y = 0]) => fromBritishGrid(x, y)).toReversed() ?? []] })).toBeCloseTo(1, 6);
  });

  it('leave holes out and add the parts', () => {
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [ring.coordinates, rectangle(1, 52, 2, 53).coordinates] };
    expect(areaKm2(parts)).toBeCloseTo(areaKm2(rectangle(0, 51, 3, 54)), 6);
    expect(areaKm2({ type: 'MultiPolygon', coordinates: [] })).toBe(0);
  });

  it('have a centroid, which a ring has outside itself', () => {
    const [x, y] = toBritishGrid(...centroid(square));
    expect(Math.hypot(x - 505_500, y - 220_500)).toBeLessThan(0.005);
    expect(contains(ring, ...centroid(ring))).toBe(false);
    expect(centroid({ type: 'MultiPolygon', coordinates: [] })).toEqual([Number.NaN, Number.NaN]);
  });

  it('wind as RFC 7946 asks after rewind', () => {
    const turned = rewind({ type: 'Polygon', coordinates: ring.coordinates.map((r, i) => (i === 0 ? r.toReversed() : r)) });
    expect(polygonsOf(turned).map((rings) => rings.map((r) => Math.sign(signedArea(r))))).toEqual([[1, -1]]);
  });

  it('keep a missing coordinate missing', () => {
    expect(toBritishGrid(Number.NaN, 52)).toEqual([Number.NaN, Number.NaN]);
    expect(fromBritishGrid(500_000, Infinity)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('containment', () => {
  it('counts the boundary as inside, of a hole too', () => {
    expect(contains(ring, 0, 52)).toBe(true);
    expect(contains(ring, 1, 52.5)).toBe(true);
    expect(contains(ring, 1.5, 52.5)).toBe(false);
    expect(contains(ring, 0.5, 52.5)).toBe(true);
    expect(contains(ring, Number.NaN, 52)).toBe(false);
  });

  it('locates in the first surface that contains, -1 in none', () => {
    const locate = makeLocator([rectangle(0, 51, 1, 52), rectangle(1, 51, 2, 52), rectangle(5, 51, 6, 52)]);
    expect([locate(0.5, 51.5), locate(1, 51.5), locate(1.5, 51.5), locate(3, 51.5), locate(6, 52), locate(9, 51), locate(Number.NaN, 51)]).toEqual([0, 0, 1, -1, 2, -1, -1]);
    expect(makeLocator([])(0, 51)).toBe(-1);
  });
});

describe('inside point', () => {
  it.each([['a square', rectangle(0, 51, 1, 52)], ['a ring', ring], ['a horseshoe', horseshoe], ['a thin wedge', polygon([0, 51], [1, 51.0001], [0, 51.0002])]])(
    'of %s is inside and not on the boundary', (_, surface) => {
      const [x, y] = insidePoint(surface);
      const nudge = 1e-7;
      expect([[0, 0], [nudge, 0], [-nudge, 0], [0, nudge], [0, -nudge]].every(([dx = 0, dy = 0]) => contains(surface, x + dx, y + dy))).toBe(true);
    });

  it('takes the larger part of two, and refuses a surface without area', () => {
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [rectangle(0, 51, 0.1, 51.1).coordinates, rectangle(2, 51, 3, 52).coordinates] };
    expect(contains(rectangle(2, 51, 3, 52), ...insidePoint(parts))).toBe(true);
    expect(() => insidePoint(polygon([0, 51], [1, 51], [2, 51]))).toThrow(RangeError);
  });
});

describe('circles, buffers and overlaps', () => {
  it('has the radius and the area of a circle', () => {
    const ringOf = circle([-0.42, 51.88], 500);
    const [cx, cy] = toBritishGrid(-0.42, 51.88);
    const distances = ringOf.coordinates[0]?.map(([lon = 0, lat = 0]) => { const [x, y] = toBritishGrid(lon, lat); return Math.hypot(x - cx, y - cy); }) ?? [];
    expect(Math.max(...distances.map((d) => Math.abs(d - 500)))).toBeLessThan(0.01);
    expect(areaKm2(circle([-0.42, 51.88], 500, 720))).toBeCloseTo(Math.PI * 0.25, 4);
    expect(() => circle([-0.42, 51.88], 0)).toThrow(RangeError);
    expect(() => circle([-0.42, 51.88], 10, 2)).toThrow(RangeError);
    expect(() => circle([Number.NaN, 51.88], 10)).toThrow(RangeError);
  });

  it('buffers by metres, outwards and inwards', () => {
    expect(areaKm2(buffer(square, 100))).toBeCloseTo(1 + 0.4 + Math.PI * 0.01, 1);
    expect(areaKm2(buffer(square, -100))).toBeCloseTo(0.64, 1);
    expect(areaKm2(buffer({ type: 'Point', coordinates: [-0.42, 51.88] }, 1000))).toBeCloseTo(Math.PI, 1);
    expect(() => buffer(square, -2000)).toThrow(RangeError);
    expect(() => buffer(square, Number.NaN)).toThrow(RangeError);
  });

  it('shares 0, a quarter, and all', () => {
    const unit = rectangle(0, 51, 1, 52);
    expect(overlapShare(unit, rectangle(2, 51, 3, 52))).toBe(0);
    expect(overlapShare(unit, rectangle(1, 51, 3, 52))).toBe(0);
    expect(overlapShare(unit, rectangle(-1, 50, 3, 53))).toBeCloseTo(1, 12);
    expect(overlapShare(unit, rectangle(0, 51, 0.25, 52))).toBeCloseTo(0.25, 3);
    expect(overlapShare({ type: 'MultiPolygon', coordinates: [] }, unit)).toBe(0);
    expect(intersection(unit, rectangle(2, 51, 3, 52))).toBeNull();
  });

  it('bounds one and several', () => {
    expect(bounds(rectangle(0, 51, 1, 52))).toEqual([0, 51, 1, 52]);
    expect(bounds([rectangle(0, 51, 1, 52), rectangle(-3, 50, 0, 51)])).toEqual([-3, 50, 1, 52]);
    expect(bounds([])).toEqual([Infinity, Infinity, -Infinity, -Infinity]);
  });
});
