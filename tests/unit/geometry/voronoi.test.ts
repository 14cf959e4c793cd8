import { describe, expect, it } from 'vitest';
import { contains, makeLocator } from '../../../src/geometry/containment.ts';
import { dissolve } from '../../../src/geometry/dissolve.ts';
import { toBritishGrid } from '../../../src/geometry/grid.ts';
import { matchVertices } from '../../../src/geometry/matchVertices.ts';
import { planarArea, polygonsOf } from '../../../src/geometry/rings.ts';
import { voronoiWithin } from '../../../src/geometry/voronoi.ts';
import { BENT_OUTLINE, edgesOf, polygon, rectangle, scattered } from './shapes.ts';

const points = scattered(150, 7, (x, y) => contains(BENT_OUTLINE, x, y));
const cells = voronoiWithin(points, BENT_OUTLINE);

describe('Voronoi cells within an outline', () => {
  it('are one per point, in order, each holding its point', () => {
    const locate = makeLocator(cells);
    expect(points.map(([x, y]) => locate(x, y))).toEqual(points.map((_, i) => i));
  });

  it('tile the outline: the areas add up, and every edge is shared exactly or lies on the rim', () => {
    expect(Math.abs(cells.reduce((sum, cell) => sum + planarArea(cell), 0) / planarArea(BENT_OUTLINE) - 1)).toBeLessThan(1e-7);
    const edges = edgesOf(cells.flatMap((cell) => polygonsOf(cell).flat()));
    const all = new Set(edges);
    expect(all.size).toBe(edges.length);
    const unshared = edges.filter((edge) => !all.has(edge.split(' ').toReversed().join(' ')));
    const rim = new Set(edgesOf(polygonsOf(dissolve(cells)).flat()));
    expect(unshared.filter((edge) => !rim.has(edge))).toEqual([]);
    expect(unshared).toHaveLength(rim.size);
  });

  it('dissolve into the outline, one ring, with no vertex more than 1 mm off it', () => {
    const merged = dissolve(cells);
    expect(polygonsOf(merged).map((rings) => rings.length)).toEqual([1]);
    expect(Math.abs(planarArea(merged) / planarArea(BENT_OUTLINE) - 1)).toBeLessThan(1e-7);
    const corners = new Set(polygonsOf(merged)[0]?.[0]?.map((v) => v.join()));
    expect(BENT_OUTLINE.coordinates[0]?.filter((v) => !corners.has(v.join()))).toEqual([]);
  });

  it('follow the nearest point within the 1% that the flat map allows', () => {
    const locate = makeLocator(cells);
    const wrong = scattered(2000, 8, (x, y) => contains(BENT_OUTLINE, x, y)).filter(([x, y]) => {
      const here = toBritishGrid(x, y);
      const distances = points.map((p) => { const [px, py] = toBritishGrid(...p); return Math.hypot(px - here[0], py - here[1]); });
      return (distances[locate(x, y)] ?? Infinity) > 1.01 * Math.min(...distances);
    });
    expect(wrong).toEqual([]);
  });

  it('of two outlines share the common border after matching, also where it runs 10 km straight', () => {
    const west = polygon([-0.7, 51.8], [-0.45, 51.83], [-0.38, 52.1], [-0.7, 52.15]);
    const east = polygon([-0.45, 51.83], [-0.15, 51.8], [-0.15, 52.2], [-0.38, 52.1]);
    const halves = [west, east].flatMap((outline, i) => voronoiWithin(scattered(40, 20 + i, (x, y) => contains(outline, x, y)), outline));
    const matched = matchVertices(halves);
    const edges = edgesOf(matched.flatMap((cell) => polygonsOf(cell).flat()));
    const all = new Set(edges);
    const unshared = edges.filter((edge) => !all.has(edge.split(' ').toReversed().join(' ')));
    const county = dissolve(matched);
    expect(polygonsOf(county).map((rings) => rings.length)).toEqual([1]);
    expect(unshared).toHaveLength(edgesOf(polygonsOf(county).flat()).length);
    expect(planarArea(county) / (planarArea(west) + planarArea(east))).toBeCloseTo(1, 7);
  });

  it('of one point is the outline, of points on a regular grid are squares', () => {
    const [only] = voronoiWithin([[0.5, 51.5]], rectangle(0, 51, 1, 52));
    expect(only === undefined ? 0 : planarArea(only)).toBeCloseTo(1, 8);
    const grid = Array.from({ length: 16 }, (_, i): [number, number] => [0.125 + (i % 4) / 4, 51.125 + Math.floor(i / 4) / 4]);
    const squares = voronoiWithin(grid, rectangle(0, 51, 1, 52));
    expect(squares.map((cell) => Math.round(planarArea(cell) * 16 * 1e6) / 1e6)).toEqual(grid.map(() => 1));
    expect(polygonsOf(dissolve(squares)).map((rings) => rings.length)).toEqual([1]);
  });

  it('refuse points that coincide, are missing, or whose cell misses the outline', () => {
    const outline = rectangle(0, 51, 1, 52);
    expect(() => voronoiWithin([[0.5, 51.5], [0.2, 51.2], [0.5, 51.5]], outline)).toThrow('Points 0 and 2 coincide');
    expect(() => voronoiWithin([[Number.NaN, 51.5]], outline)).toThrow('Point 0');
    expect(() => voronoiWithin([[0.5, 51.5], [9, 51.5]], outline)).toThrow('cell of point 1');
  });
});
