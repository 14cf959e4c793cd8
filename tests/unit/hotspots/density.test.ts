import { expect, it } from 'vitest';
import { fittingCell, surfaceOver } from '../../../src/hotspots/density.ts';
import { DEFAULT_SURFACE } from '../../../src/model/backtest.ts';
import { MOST_CELLS } from '../../../src/statistics/kernelDensitySurface.ts';

const corners = (side: number) => ({ x: Float64Array.of(400_000, 400_000 + side), y: Float64Array.of(200_000, 200_000 + side) });

it('a county keeps its cells; a country gets the smallest that are few enough', () => {
  expect(fittingCell(corners(80_000), DEFAULT_SURFACE)).toBe(DEFAULT_SURFACE.cellMetres);
  const country = corners(570_000);
  const cellMetres = fittingCell(country, DEFAULT_SURFACE);
  expect([cellMetres % 50, cellMetres > DEFAULT_SURFACE.cellMetres]).toEqual([0, true]);
  const surface = surfaceOver(country, country, { ...DEFAULT_SURFACE, cellMetres });
  expect(surface.columns * surface.rows).toBeLessThanOrEqual(MOST_CELLS);
  expect(() => surfaceOver(country, country, { ...DEFAULT_SURFACE, cellMetres: cellMetres - 50 })).toThrow('too many');
  expect(fittingCell({ x: [], y: [] }, DEFAULT_SURFACE)).toBe(DEFAULT_SURFACE.cellMetres);
});
