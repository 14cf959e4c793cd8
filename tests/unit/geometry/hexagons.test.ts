import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../../../src/geometry/area.ts';
import { contiguousNeighbours } from '../../../src/geometry/contiguity.ts';
import { fromBritishGrid } from '../../../src/geometry/grid.ts';
import { hexagonCover } from '../../../src/geometry/hexagonCover.ts';
import { hexagonCentre, hexagonGrid, hexagonName, hexagonOf, hexagonPolygon } from '../../../src/geometry/hexagons.ts';
import { overlapShare } from '../../../src/geometry/overlap.ts';
import { surfaceOf, type Surface } from '../../../src/geometry/rings.ts';
import { seeded } from '../../calibration/random.ts';

const grid = hexagonGrid(500);

/** The ring with a vertex every 150 m or so, as straight lines differ between the grid and degrees. */
function dense(ring: readonly (readonly [number, number])[]): [number, number][] {
  return ring.flatMap(([x, y], i) => {
    const [toX, toY] = ring[(i + 1) % ring.length] ?? [x, y];
    const parts = Math.max(1, Math.min(300, Math.round(Math.hypot(toX - x, toY - y) / 150)));
    return Array.from({ length: parts }, (_, part): [number, number] => [x + (toX - x) * part / parts, y + (toY - y) * part / parts]);
  });
}

/** A polygon in metres (with holes), as degrees. */
function inDegrees(...rings: (readonly (readonly [number, number])[])[]): Surface {
  return surfaceOf([rings.map((ring) => [...dense(ring), ...ring.slice(0, 1)].map(([x, y]) => fromBritishGrid(x, y)))]);
}

const square = inDegrees([[505_000, 225_000], [515_000, 225_000], [515_000, 235_000], [505_000, 235_000]]);
/** A bent shape with a hole, whose thin arm runs through hexagons without a corner in them. */
const bent = inDegrees(
  [[505_000, 225_000], [513_000, 225_000], [513_000, 225_040], [508_000, 225_040], [508_000, 233_000], [505_000, 233_000]],
  [[505_900, 226_000], [506_900, 226_000], [506_900, 228_000], [505_900, 228_000]],
);

describe('hexagons', () => {
  it('hold the points that are nearest to their centres', () => {
    const random = seeded(7);
    for (let i = 0; i < 2000; i += 1) {
      const [x, y] = [500_000 + 20_000 * random(), 220_000 + 20_000 * random()];
      const hexagon = hexagonOf(grid, x, y);
      const distance = (q: number, r: number): number => {
        const [east, north] = hexagonCentre(grid, { q, r });
        return Math.hypot(east - x, north - y);
      };
      const { q, r } = hexagon ?? { q: Number.NaN, r: Number.NaN };
      const others = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [-1, 1]].map(([dq = 0, dr = 0]) => distance(q + dq, r + dr));
      expect(distance(q, r)).toBeLessThanOrEqual(Math.min(...others) + 1e-9);
    }
  });

  it('are the same for the same size wherever the view is, and have a name', () => {
    const [x, y] = hexagonCentre(grid, { q: 700, r: 517 });
    expect(hexagonOf(grid, x, y)).toEqual({ q: 700, r: 517 });
    expect(hexagonOf(grid, -0.1, 0.1)).toEqual({ q: 0, r: 0 });
    expect(hexagonName(grid, { q: 700, r: 517 })).toBe('500m 700 517');
  });

  it('have six neighbours that share their corners to the last digit', () => {
    const ring = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [-1, 1]].map(([q = 0, r = 0]) => hexagonPolygon(grid, { q: 700 + q, r: 517 + r }));
    const { offsets } = contiguousNeighbours(ring, 'rook', 1e-14);
    expect(Array.from({ length: 7 }, (_, i) => (offsets[i + 1] ?? 0) - (offsets[i] ?? 0))).toEqual([6, 3, 3, 3, 3, 3, 3]);
    expect(areaKm2(ring[0] ?? square)).toBeCloseTo(grid.km2, 9);
  });

  it('refuse a size below 50 m and a point without a place', () => {
    expect(() => hexagonGrid(20)).toThrow('at least 50 m');
    expect(hexagonOf(grid, Number.NaN, 0)).toBeNull();
  });
});

describe('hexagons over an area', () => {
  it.each([['square', square, 100], ['bent with a hole and an arm', bent, 3 * 8 + 5 * 0.04 - 2]] as const)('%s: their parts add up to it', (_, area, km2) => {
    const cover = hexagonCover(area, grid);
    expect(cover.km2.reduce((sum, part) => sum + part, 0)).toBeCloseTo(km2, 6);
    expect(Math.max(...cover.km2)).toBeLessThanOrEqual(grid.km2);
    expect(new Set(cover.hexagons.map(({ q, r }) => `${q},${r}`)).size).toBe(cover.hexagons.length);
  });

  it('have the parts that a polygon intersection finds', () => {
    const cover = hexagonCover(bent, grid);
    const off = cover.hexagons.map((hexagon, i) => Math.abs(overlapShare(hexagonPolygon(grid, hexagon), bent) * grid.km2 - (cover.km2[i] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(1e-6);
  });

  it('find a point\'s hexagon, and none outside', () => {
    const cover = hexagonCover(square, grid);
    const place = cover.find(510_000, 230_000);
    expect(hexagonOf(grid, 510_000, 230_000)).toEqual(cover.hexagons[place]);
    expect([cover.find(600_000, 230_000), cover.find(Number.NaN, 0)]).toEqual([-1, -1]);
  });

  it('refuse more than can be drawn, and nothing', () => {
    expect(() => hexagonCover(inDegrees([[400_000, 200_000], [500_000, 200_000], [500_000, 300_000], [400_000, 300_000]]), hexagonGrid(50))).toThrow('larger size');
    expect(() => hexagonCover(surfaceOf([]), grid)).toThrow('no surface');
  });
});
