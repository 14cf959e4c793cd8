import { describe, expect, it } from 'vitest';
import { contiguousNeighbours } from '../../../src/geometry/contiguity.ts';
import { nearestNeighbours, neighboursWithin } from '../../../src/geometry/distanceNeighbours.ts';
import { connectedParts, isolatedAreas, isSymmetric, type NeighbourLists } from '../../../src/geometry/neighbourLists.ts';
import type { Surface } from '../../../src/geometry/rings.ts';
import { seeded } from '../../calibration/random.ts';

function lists({ offsets, neighbours }: NeighbourLists): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, area) => [...neighbours.subarray(offsets[area], offsets[area + 1])]);
}

function box(west: number, south: number, east: number, north: number): Surface {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

describe('neighbours by shared boundary', () => {
  it('see a T-junction: two small squares beside a large one whose side has no vertex between them', () => {
    const squares = [box(0, 0, 2, 2), box(2, 0, 3, 1), box(2, 1, 3, 2)];
    expect(lists(contiguousNeighbours(squares, 'rook', 1e-6))).toEqual([[1, 2], [0, 2], [0, 1]]);
    expect(lists(contiguousNeighbours(squares, 'queen', 1e-6))).toEqual([[1, 2], [0, 2], [0, 1]]);
  });

  it('tell a corner on a side (queen) from a stretch of it (rook)', () => {
    const diamond: Surface = { type: 'Polygon', coordinates: [[[2, 1], [3, 0], [4, 1], [3, 2], [2, 1]]] };
    expect(lists(contiguousNeighbours([box(0, 0, 2, 2), diamond], 'queen', 1e-6))).toEqual([[1], [0]]);
    expect(lists(contiguousNeighbours([box(0, 0, 2, 2), diamond], 'rook', 1e-6))).toEqual([[], []]);
  });

  it('join vertices within the tolerance and keep gaps', () => {
    const squares = [box(0, 0, 1, 1), box(1.004, 0.003, 2, 1.004), box(2.2, 0, 3, 1)];
    expect(lists(contiguousNeighbours(squares, 'rook', 0.01))).toEqual([[1], [0], []]);
    expect(lists(contiguousNeighbours(squares, 'rook', 0.001))).toEqual([[], [], []]);
  });

  it('make a hole\'s filling its surroundings\' neighbour, and an empty surface nobody\'s', () => {
    const ring: Surface = { type: 'Polygon', coordinates: [[[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]], [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]] };
    const found = contiguousNeighbours([ring, box(1, 1, 2, 2), { type: 'MultiPolygon', coordinates: [] }], 'rook', 1e-6);
    expect(lists(found)).toEqual([[1], [0], []]);
    expect(isolatedAreas(found)).toEqual([2]);
    expect(connectedParts(found)).toEqual({ parts: Int32Array.of(0, 0, 1), count: 2 });
  });

  it('grow past the first table of vertices and stay right', () => {
    const side = 90;
    const squares = Array.from({ length: side * side }, (_, i) => box(i % side, Math.floor(i / side), i % side + 1, Math.floor(i / side) + 1));
    expect(contiguousNeighbours(squares, 'rook').neighbours.length).toBe(4 * side * (side - 1));
    expect(contiguousNeighbours(squares, 'queen').neighbours.length).toBe(4 * side * (side - 1) + 4 * (side - 1) ** 2);
  });

  it('refuse a tolerance that is not positive', () => {
    expect(() => contiguousNeighbours([], 'rook', 0)).toThrow('tolerance');
  });
});

describe('neighbours by distance', () => {
  const random = seeded(3);
  const x = Array.from({ length: 700 }, () => 1e4 * random() ** 2);
  const y = Array.from({ length: 700 }, () => 3e4 * random());
  const square = (a: number, b: number): number => ((x[a] ?? 0) - (x[b] ?? 0)) ** 2 + ((y[a] ?? 0) - (y[b] ?? 0)) ** 2;
  const others = (point: number): number[] => x.map((_, i) => i).filter((i) => i !== point);

  it.each([1, 8, 30])('the %d nearest are those that comparing all finds', (k) => {
    const all = x.map((_, point) => others(point).toSorted((a, b) => square(point, a) - square(point, b)).slice(0, k).toSorted((a, b) => a - b));
    const found = nearestNeighbours({ x, y }, k);
    expect(lists(found)).toEqual(all);
    expect(isSymmetric(found)).toBe(false);
  });

  it.each([50, 900, 1e5])('those within %d m are those that comparing all finds', (metres) => {
    const all = x.map((_, point) => others(point).filter((i) => square(point, i) <= metres ** 2));
    expect(lists(neighboursWithin({ x, y }, metres))).toEqual(all);
  });

  it('a distance of exactly D is within it; points that coincide are neighbours', () => {
    const points = { x: [0, 300, 300, 0.1 + 0.2], y: [0, 400, 400, 1000] };
    expect(lists(neighboursWithin(points, 500))).toEqual([[1, 2], [0, 2], [0, 1], []]);
    expect(lists(neighboursWithin({ x: [0.1, 0.3], y: [0, 0] }, 0.2))).toEqual([[1], [0]]);
  });

  it('of equally near ones the first are taken', () => {
    expect(lists(nearestNeighbours({ x: [0, 1, -1, 0, 0], y: [0, 0, 0, 1, -1] }, 2))[0]).toEqual([1, 2]);
    expect(lists(nearestNeighbours({ x: [5, 5, 5], y: [5, 5, 5] }, 1))).toEqual([[1], [0], [0]]);
  });

  it('refuse too many neighbours, places that are missing and distances that are not positive', () => {
    expect(() => nearestNeighbours({ x: [0, 1], y: [0, 1] }, 2)).toThrow('cannot have 2');
    expect(() => neighboursWithin({ x: [0, Number.NaN], y: [0, 1] }, 5)).toThrow('Point 1');
    expect(() => neighboursWithin({ x: [0], y: [0] }, 0)).toThrow('positive');
    expect(lists(neighboursWithin({ x: [], y: [] }, 5))).toEqual([]);
  });
});
