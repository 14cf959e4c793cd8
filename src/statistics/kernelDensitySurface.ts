import { kernelDensity, mergePoints, type GridCentres, type KernelOptions, type WeightedPoints } from './kernelDensity.ts';
import type { Rectangle } from './kernels.ts';

/** A raster of square cells: x fastest, then y from south to north. */
export interface DensitySurface {
  readonly grid: GridCentres;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
  /** Events per square kilometre at each cell's centre; NaN where `inside` says that it lies outside the study area. */
  readonly perKm2: Float64Array;
  /** Points without place or weight. */
  readonly missing: number;
}

/** More cells than this take long to draw and to sum. */
export const MOST_CELLS = 1_000_000;
/** Standard deviations beyond which a surface's Gaussian kernel is taken for 0: 1e-14 of its height. */
const CUT_OFF = 8;

export interface SurfaceOptions extends Omit<KernelOptions, 'window'> {
  readonly cellMetres: number;
  /** Whether a position in metres lies in the study area; default everywhere in the box. */
  readonly inside?: (x: number, y: number) => boolean;
}

/**
 * Kernel density over a study area's box, on square cells whose corners lie on whole multiples of `cellMetres`, so that
 * surfaces of neighbouring boxes fit together. Events outside the box count for what their kernels carry into it.
 * Coinciding points are merged, Gaussian kernels end at 8 standard deviations. `edge` corrects for the box, not for the
 * area's outline: near the outline densities are too low by up to a half unless events beyond it are given too.
 *
 * Throws RangeError for a box without extent, a cell size that is not positive and more than a million cells.
 */
export function kernelDensitySurface(points: WeightedPoints, box: Rectangle, options: SurfaceOptions): DensitySurface {
  const { cellMetres, inside, ...kernel } = options;
  if (!(cellMetres > 0 && cellMetres < Infinity)) throw new RangeError(`A cell size is a positive number of metres; it is ${cellMetres}.`);
  if (!(box.east > box.west && box.north > box.south)) throw new RangeError('The box has no extent.');
  const [west, east, south, north] = [
    Math.floor(box.west / cellMetres), Math.ceil(box.east / cellMetres), Math.floor(box.south / cellMetres), Math.ceil(box.north / cellMetres),
  ];
  const [columns, rows] = [east - west, north - south];
  if (columns * rows > MOST_CELLS) throw new RangeError(`${columns} x ${rows} cells are too many: choose a cell size of ${Math.ceil(cellMetres * Math.sqrt(columns * rows / MOST_CELLS))} m or more.`);
  const centres = (first: number, count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => (first + i + 0.5) * cellMetres);
  const grid = { x: centres(west, columns), y: centres(south, rows) };
  const window = { west: west * cellMetres, east: east * cellMetres, south: south * cellMetres, north: north * cellMetres };
  const { density, missing } = kernelDensity(mergePoints(points), grid, { cutOff: CUT_OFF, ...kernel, window });
  const perKm2 = density.map((value, at) => (
    inside?.(grid.x[at % columns] ?? 0, grid.y[Math.floor(at / columns)] ?? 0) === false ? Number.NaN : value * 1e6));
  return { grid, cellMetres, columns, rows, perKm2, missing };
}

/**
 * Density at a place by the cell that holds it (for ranking areas by their inside point); NaN outside. Not
 * interpolated: choose cells well below the bandwidth.
 */
export function densityAt({ grid, cellMetres, columns, rows, perKm2 }: DensitySurface, x: number, y: number): number {
  const column = Math.floor((x - (grid.x[0] ?? Number.NaN)) / cellMetres + 0.5);
  const row = Math.floor((y - (grid.y[0] ?? Number.NaN)) / cellMetres + 0.5);
  return column >= 0 && column < columns && row >= 0 && row < rows ? perKm2[row * columns + column] ?? Number.NaN : Number.NaN;
}
