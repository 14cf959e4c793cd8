import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kernelDensity, mergePoints, type WeightedPoints } from '../../src/statistics/kernelDensity.ts';
import { bandwidthForSigma } from '../../src/statistics/kernels.ts';
import { readCases, readFixture } from './cases.ts';

const numbers = z.array(z.number());
const file = z.object({
  window: z.object({ xmin: z.number(), xmax: z.number(), ymin: z.number(), ymax: z.number() }), x: numbers, y: numbers, weight: numbers, grid_x: numbers, grid_y: numbers,
}).parse(readFixture('inputs/points500.json'));
const grid = { x: file.grid_x, y: file.grid_y };
const inputs = z.object({
  kernel: z.enum(['quartic', 'epanechnikov', 'gaussian']), bandwidth: z.number(), spatstat_sigma: z.number().optional(), weighted: z.boolean().optional(),
});
const points = (weighted = false): WeightedPoints => ({ x: file.x, y: file.y, ...(weighted ? { weights: file.weight } : {}) });

describe('kernel density equals spatstat and MASS (g_kde)', () => {
  const cases = readCases('g_kde', inputs, z.object({ density_per_m2: numbers, sum_over_grid_times_cell_area: z.number().optional() }), (group) => group !== 'fft');

  it.each(cases)('$id', ({ inputs: { kernel, bandwidth, spatstat_sigma: sigma, weighted }, expected }) => {
    const given = points(weighted);
    const { density, missing } = kernelDensity(given, grid, { kernel, bandwidth });
    // Relative all the way down: densities per square metre are far below the usual floor of 1e-12 / 1e-9.
    const worst = Math.max(...expected.density_per_m2.map((value, i) => (density[i] === value ? 0 : Math.abs((density[i] ?? Number.NaN) - value) / value)));
    expect(worst).toBeLessThan(1e-9);
    expect(missing).toBe(0);
    const merged = kernelDensity(mergePoints(given), grid, { kernel, bandwidth }).density;
    expect(Math.max(...merged.map((value, i) => Math.abs(value - (density[i] ?? Number.NaN))))).toBeLessThan(1e-18);
    expect(bandwidthForSigma(kernel, sigma ?? bandwidth)).toBeCloseTo(bandwidth, 9);
    const sum = density.reduce((total, value) => total + value, 0) * 250 * 250;
    expect(sum).toBeCloseTo(expected.sum_over_grid_times_cell_area ?? sum, 8);
  });

  const pixels = readCases('g_kde', inputs, z.object({ fine_10m_pixels_at_cell_centres: numbers }), (group) => group === 'fft');

  it.each(pixels)('$id: with the uniform correction of the window, but for points snapped to 10 m pixels', ({ inputs: { kernel, bandwidth }, expected }) => {
    const { xmin: west, xmax: east, ymin: south, ymax: north } = file.window;
    const worst = (edge: 'none' | 'uniform'): number => {
      const { density } = kernelDensity(points(), grid, { kernel, bandwidth, edge, window: { west, east, south, north } });
      return Math.max(...expected.fine_10m_pixels_at_cell_centres.map((value, i) => Math.abs(value - (density[i] ?? Number.NaN)))) / Math.max(...density);
    };
    expect(worst('uniform')).toBeLessThan(0.002);
    expect(worst('none')).toBeGreaterThan(0.04);
  });
});
