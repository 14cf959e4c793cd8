import { describe, expect, it } from 'vitest';
import { kernelDensity, mergePoints } from '../../../src/statistics/kernelDensity.ts';
import { densityAt, kernelDensitySurface } from '../../../src/statistics/kernelDensitySurface.ts';
import { bandwidthForSigma, kernelMassWithin, type Kernel } from '../../../src/statistics/kernels.ts';

const KERNELS = ['quartic', 'epanechnikov', 'gaussian'] as const;
const WINDOW = { west: 0, south: 0, east: 1000, north: 800 };
const centres = (length: number, step: number): number[] => Array.from({ length }, (_, i) => (i + 0.5) * step);

/** The sum over a fine grid of one event's kernel in the window. */
function bruteMass(kernel: Kernel, bandwidth: number, x: number, y: number): number {
  const { density } = kernelDensity({ x: [x], y: [y] }, { x: centres(1000, 1), y: centres(800, 1) }, { kernel, bandwidth });
  return density.reduce((sum, value) => sum + value, 0);
}

/** The density of one event at a distance, with a bandwidth of 10 m. */
function at(distance: number, kernel: Kernel): number {
  return kernelDensity({ x: [0], y: [0] }, { x: [distance], y: [0] }, { kernel, bandwidth: 10 }).density[0] ?? Number.NaN;
}

describe('kernel mass within a rectangle', () => {
  it.each(KERNELS.flatMap((kernel) => [[kernel, 300, 500, 400], [kernel, 300, 20, 30], [kernel, 900, 990, 300], [kernel, 200, -50, 400]] as const))('%s of %d m at (%d, %d) is what a fine grid sums to', (kernel, bandwidth, x, y) => {
    expect(kernelMassWithin(kernel, bandwidth, x, y, WINDOW)).toBeCloseTo(bruteMass(kernel, bandwidth, x, y), 4);
  });

  it.each(KERNELS)('%s: a quarter at a corner, all of it inside, none far away', (kernel) => {
    expect(kernelMassWithin(kernel, 100, 0, 0, WINDOW)).toBeCloseTo(0.25, 11);
    expect(kernelMassWithin(kernel, 40, 500, 400, WINDOW)).toBeCloseTo(1, 11);
    expect(kernelMassWithin(kernel, 10, 5000, 400, WINDOW)).toBeCloseTo(0, 15);
  });
});

describe('kernel density', () => {
  const grid = { x: centres(50, 20), y: centres(40, 20) };

  it.each(KERNELS)('%s: corrected by Jones and Diggle, the window holds all events', (kernel) => {
    const points = { x: [10, 500, 990], y: [10, 400, 790], weights: [2, 1, 3] };
    const options = { kernel, bandwidth: 200, window: WINDOW } as const;
    const sum = (edge: 'none' | 'jones-diggle'): number => kernelDensity(points, grid, { ...options, edge }).density.reduce((total, value) => total + value, 0) * 400;
    expect(sum('jones-diggle')).toBeCloseTo(6, 1);
    expect(sum('none')).toBeLessThan(3);
  });

  it('counts points without place or weight, takes zero weights and nothing at all', () => {
    const { density, missing } = kernelDensity({ x: [Number.NaN, 500, 500], y: [1, 400, 400], weights: [1, Number.NaN, 0] }, grid, { kernel: 'quartic', bandwidth: 100 });
    expect(missing).toBe(2);
    expect(density.every((value) => value === 0)).toBe(true);
    expect(kernelDensity({ x: [], y: [] }, grid, { kernel: 'gaussian', bandwidth: 100 }).missing).toBe(0);
  });

  it('is 0 at the radius itself and peaks where the formula says', () => {
    expect([at(10, 'quartic'), at(10, 'epanechnikov')]).toEqual([0, 0]);
    expect(at(0, 'quartic')).toBeCloseTo(3 / (Math.PI * 100), 15);
    expect(at(0, 'epanechnikov')).toBeCloseTo(2 / (Math.PI * 100), 15);
    expect(at(0, 'gaussian')).toBeCloseTo(1 / (2 * Math.PI * 100), 15);
    expect(bandwidthForSigma('quartic', 100)).toBeCloseTo(282.8427, 4);
  });

  it('refuses a bandwidth, grid or correction that makes no sense', () => {
    expect(() => kernelDensity({ x: [], y: [] }, grid, { kernel: 'quartic', bandwidth: 0 })).toThrow('bandwidth');
    expect(() => kernelDensity({ x: [], y: [] }, { x: [1, 0], y: [0] }, { kernel: 'quartic', bandwidth: 1 })).toThrow('eastings');
    expect(() => kernelDensity({ x: [], y: [] }, grid, { kernel: 'quartic', bandwidth: 1, edge: 'uniform' })).toThrow('window');
  });

  it('merges points at the same place without losing weight', () => {
    const merged = mergePoints({ x: [1, 2, 1, Number.NaN], y: [5, 5, 5, 0], weights: [1, 2, 3, 4] });
    expect(merged).toEqual({ x: [1, 2, Number.NaN], y: [5, 5, 0], weights: [4, 2, 4] });
  });
});

describe('density surface', () => {
  const box = { west: 130, south: 210, east: 1870, north: 1790 };
  const points = { x: [1000, 1000, 400], y: [1000, 1000, 600] };

  it.each(KERNELS)('%s: lies on whole multiples of the cell size and equals the sum at its centres', (kernel) => {
    const surface = kernelDensitySurface(points, box, { kernel, bandwidth: 150, cellMetres: 100 });
    expect([surface.columns, surface.rows, surface.grid.x[0], surface.grid.y[0]]).toEqual([18, 16, 150, 250]);
    const { density } = kernelDensity(points, surface.grid, { kernel, bandwidth: 150 });
    expect(Math.max(...surface.perKm2.map((value, i) => Math.abs(value / 1e6 - (density[i] ?? 0))))).toBeLessThan(1e-17);
    expect(densityAt(surface, 999, 960)).toBe(Math.max(...surface.perKm2));
    expect(densityAt(surface, 0, 0)).toBeNaN();
  });

  it('has nothing outside the study area', () => {
    const surface = kernelDensitySurface(points, box, { kernel: 'quartic', bandwidth: 300, cellMetres: 100, inside: (x) => x < 900 });
    expect([densityAt(surface, 950, 1000), densityAt(surface, 850, 1000) > 0]).toEqual([Number.NaN, true]);
  });

  it('refuses too many cells and says which size would do', () => {
    expect(() => kernelDensitySurface(points, { west: 0, south: 0, east: 2e5, north: 2e5 }, { kernel: 'quartic', bandwidth: 300, cellMetres: 50 })).toThrow('200 m or more');
    expect(() => kernelDensitySurface(points, { west: 0, south: 0, east: 0, north: 1 }, { kernel: 'quartic', bandwidth: 300, cellMetres: 50 })).toThrow('extent');
  });
});
