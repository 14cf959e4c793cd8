import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../../../src/geometry/area.ts';
import { dissolve } from '../../../src/geometry/dissolve.ts';
import { matchVertices } from '../../../src/geometry/matchVertices.ts';
import { planarArea, polygonsOf, signedArea, type Surface } from '../../../src/geometry/rings.ts';
import { readShapes } from '../../reference/cases.ts';
import { polygon, rectangle } from './shapes.ts';

const ringCounts = (surface: Surface): number[] => polygonsOf(surface).map((rings) => rings.length);
const key = ([x = 0, y = 0]: Position): string => `${x},${y}`;

/** OGC rings are simple: no ring visits a vertex twice, outer rings run anticlockwise and holes clockwise. */
function faults(surface: Surface): string[] {
  return polygonsOf(surface).flatMap((rings) => rings.flatMap((ring, i) => [
    ...(new Set(ring.map(key)).size === ring.length - 1 ? [] : ['a vertex visited twice']),
    ...(signedArea(ring) > 0 === (i === 0) ? [] : ['wound the wrong way']),
  ]));
}

describe('dissolve', () => {
  it('removes a shared edge, whichever way the squares wind', () => {
    const reversed: Polygon = { type: 'Polygon', coordinates: rectangle(1, 51, 2, 52).coordinates.map((ring) => ring.toReversed()) };
    const both = dissolve([rectangle(0, 51, 1, 52), reversed]);
    expect(ringCounts(both)).toEqual([1]);
    expect(polygonsOf(both)[0]?.[0]).toHaveLength(7);
    expect(planarArea(both)).toBeCloseTo(2, 12);
  });

  it('closes T-junctions, where one neighbour has a vertex that the other has not', () => {
    const tiles = [rectangle(0, 51, 1, 53), rectangle(1, 51, 2, 52), rectangle(1, 52, 2, 53)];
    const merged = dissolve(tiles);
    expect(ringCounts(merged)).toEqual([1]);
    expect(planarArea(merged)).toBeCloseTo(4, 12);
  });

  it('closes gaps of rounding, here of 5 mm', () => {
    const merged = dissolve([rectangle(0, 51, 1, 52), rectangle(1 + 5e-8, 51, 2, 52)]);
    expect(ringCounts(merged)).toEqual([1]);
    expect(faults(merged)).toEqual([]);
  });

  it('keeps a real hole, also one that touches the outline in a vertex', () => {
    const frame = [rectangle(0, 51, 3, 52), rectangle(0, 53, 3, 54), rectangle(0, 52, 1, 53), rectangle(2, 52, 3, 53)];
    const framed = dissolve(frame);
    expect(ringCounts(framed)).toEqual([2]);
    expect(planarArea(framed)).toBeCloseTo(8, 12);
    const lower = polygon([0, 51], [4, 51], [4, 53], [2, 53], [2, 52], [0, 53]);
    const upper = polygon([0, 53], [2, 54], [2, 53], [4, 53], [4, 55], [0, 55]);
    const touching = dissolve([lower, upper]);
    expect(ringCounts(touching)).toEqual([2]);
    expect(faults(touching)).toEqual([]);
  });

  it('keeps squares that touch in a corner as two polygons', () => {
    const apart = dissolve([rectangle(0, 51, 1, 52), rectangle(1, 52, 2, 53)]);
    expect(ringCounts(apart)).toEqual([1, 1]);
    expect(faults(apart)).toEqual([]);
  });

  it('gives an island inside a hole its own polygon', () => {
    const hole = dissolve([rectangle(0, 51, 5, 52), rectangle(0, 55, 5, 56), rectangle(0, 52, 1, 55), rectangle(4, 52, 5, 55), rectangle(2, 53, 3, 54)]);
    expect(ringCounts(hole).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(planarArea(hole)).toBeCloseTo(17, 12);
  });

  it('unites what overlaps, nests or repeats', () => {
    expect(planarArea(dissolve([rectangle(0, 51, 2, 52), rectangle(1, 51, 3, 52)]))).toBeCloseTo(3, 9);
    expect(planarArea(dissolve([rectangle(0, 51, 2, 53), rectangle(1, 50, 1.5, 54)]))).toBeCloseTo(5, 9);
    expect(planarArea(dissolve([rectangle(0, 51, 3, 54), rectangle(1, 52, 2, 53)]))).toBeCloseTo(9, 9);
    expect(planarArea(dissolve([rectangle(0, 51, 1, 52), rectangle(0, 51, 1, 52)]))).toBeCloseTo(1, 9);
  });

  it('leaves one surface as it is and refuses none', () => {
    expect(planarArea(dissolve([rectangle(0, 51, 1, 52)]))).toBeCloseTo(1, 12);
    expect(() => dissolve([])).toThrow(RangeError);
  });

  it.each([['geom_voronoi381', 1], ['geom_grid42', 1]] as const)('of %s is one polygon without holes and keeps the area', (geometry, count) => {
    const cells = readShapes(geometry, '4326').features.map((feature) => feature.geometry);
    const merged = dissolve(cells);
    expect(ringCounts(merged)).toEqual([count]);
    expect(faults(merged)).toEqual([]);
    const total = cells.reduce((sum, cell) => sum + areaKm2(cell), 0);
    expect(Math.abs(areaKm2(merged) / total - 1)).toBeLessThan(1e-9);
  });

  it('of the awkward cells keeps their gaps, islands and touching corners', () => {
    const cells = readShapes('geom_mesh144', '4326').features.map((feature) => feature.geometry);
    const merged = dissolve(cells);
    expect(faults(merged)).toEqual([]);
    expect(polygonsOf(merged).length).toBeGreaterThan(1);
    const total = cells.reduce((sum, cell) => sum + areaKm2(cell), 0);
    expect(Math.abs(areaKm2(merged) / total - 1)).toBeLessThan(1e-9);
  });
});

describe('matching vertices', () => {
  it("inserts a neighbour's vertex and merges near ones", () => {
    const [left, right] = matchVertices([rectangle(0, 51, 1, 53), rectangle(1 + 1e-9, 52, 2, 53)]);
    expect(left === undefined ? [] : polygonsOf(left)[0]?.[0]?.map(key)).toContain('1.000000001,52');
    expect(right === undefined ? [] : polygonsOf(right)[0]?.[0]?.map(key)).toEqual(['1.000000001,52', '2,52', '2,53', '1,53', '1.000000001,52']);
  });

  it('drops a ring that collapses and leaves the input as it was', () => {
    const sliver = Object.freeze(polygon([0, 51], [1, 51], [1, 51 + 1e-9]));
    const [matched] = matchVertices([sliver]);
    expect(matched === undefined ? [[]] : polygonsOf(matched)).toEqual([]);
    expect(sliver.coordinates[0]).toHaveLength(4);
  });
});
