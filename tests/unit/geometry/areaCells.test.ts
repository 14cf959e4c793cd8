import { describe, expect, it } from 'vitest';
import { areaOfCells, type CellGrid } from '../../../src/geometry/areaCells.ts';
import { makeLocator } from '../../../src/geometry/containment.ts';
import type { Surface } from '../../../src/geometry/rings.ts';

const GRID: CellGrid = { west: 0, south: 0, cellMetres: 10, columns: 12, rows: 10 };
const polygon = (...rings: number[][][]): Surface => ({ type: 'Polygon', coordinates: rings });
const TRIANGLE = polygon([[3, 2], [97, 11], [41, 88], [3, 2]]);
const RING = polygon([[60, 40], [118, 40], [118, 98], [60, 98], [60, 40]], [[80, 60], [80, 80], [100, 80], [100, 60], [80, 60]]);

describe('areaOfCells', () => {
  it('gives each cell the surface that holds its centre, as point by point', () => {
    const locate = makeLocator([TRIANGLE, RING]);
    const cells = areaOfCells([TRIANGLE, RING], GRID);
    // The triangle lies partly under the ring: the later one has the cells of both, which the locator decides by itself.
    const differing = [...cells].flatMap((area, at) => {
      const found = locate((at % 12) * 10 + 5, Math.floor(at / 12) * 10 + 5);
      return area === found || (area === 1 && found === 0) ? [] : [at];
    });
    expect(differing).toEqual([]);
    expect([...new Set(cells)].toSorted((a, b) => a - b)).toEqual([-1, 0, 1]);
  });

  it('leaves holes out, takes every part of several, and cuts what reaches over the grid', () => {
    const cells = areaOfCells([RING], GRID);
    expect([cells[6 * 12 + 8], cells[5 * 12 + 6]]).toEqual([-1, 0]);
    const parts: Surface = { type: 'MultiPolygon', coordinates: [[[[-50, -50], [20, -50], [20, 20], [-50, 20], [-50, -50]]], [[[100, 80], [500, 80], [500, 500], [100, 500], [100, 80]]]] };
    const inside = [...areaOfCells([parts], GRID)].flatMap((area, at) => (area === 0 ? [at] : []));
    expect(inside).toEqual([0, 1, 12, 13, 8 * 12 + 10, 8 * 12 + 11, 9 * 12 + 10, 9 * 12 + 11]);
  });

  it('gives neighbours with a common edge no cell twice and leaves none between them', () => {
    const halves = [polygon([[0, 0], [57, 0], [35, 100], [0, 100], [0, 0]]), polygon([[57, 0], [120, 0], [120, 100], [35, 100], [57, 0]])];
    expect([...areaOfCells(halves, GRID)].filter((area) => area < 0)).toEqual([]);
  });

  it('has no cell of a surface without a ring', () => {
    expect([...new Set(areaOfCells([polygon()], GRID))]).toEqual([-1]);
  });
});
