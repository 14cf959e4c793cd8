import { kernelDensitySurface, densityAt, type DensitySurface, MOST_CELLS } from '../statistics/kernelDensitySurface.ts';
import type { EventPoints } from './input.ts';

export interface GridOptions {
  readonly bandwidthMetres: number;
  readonly cellMetres: number;
}

/** Weighted places in metres. */
export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

/** A quartic surface over the box of all places that are asked about, with room for the kernel round them. */
export function surfaceOver(events: Places, at: Places, { bandwidthMetres, cellMetres }: GridOptions): DensitySurface {
  return kernelDensitySurface(events, boxOf(at, bandwidthMetres), { kernel: 'quartic', bandwidth: bandwidthMetres, cellMetres });
}

const CELL_STEP = 50;

/** The cell size wanted, or where a surface over all places would have too many cells the next that is a multiple of 50 m. */
export function fittingCell(at: Places, { bandwidthMetres, cellMetres }: GridOptions): number {
  const { west, east, south, north } = boxOf(at, bandwidthMetres);
  // A cell more each way: corners lie on whole multiples.
  const cells = (size: number): number => ((east - west) / size + 2) * ((north - south) / size + 2);
  let size = cellMetres;
  // Without any place there is no box, and nothing to fit.
  if (!(east > west)) return size;
  while (cells(size) > MOST_CELLS) size += CELL_STEP;
  return size;
}

/** Density per km2 at places, by the cell that holds each; NaN for one without a finite place. */
export function densitiesAt(surface: DensitySurface, { x, y }: Places): Float64Array {
  return Float64Array.from(x, (east, i) => densityAt(surface, east, y[i] ?? Number.NaN));
}

/** Events with a finite place, and how many have none. */
export function placedEvents({ x, y }: EventPoints): { readonly events: number; readonly missing: number } {
  const missing = x.reduce((sum, east, i) => sum + (Number.isFinite(east) && Number.isFinite(y[i]) ? 0 : 1), 0);
  return { events: x.length - missing, missing };
}

function boxOf({ x, y }: Places, margin: number): { readonly west: number; readonly east: number; readonly south: number; readonly north: number } {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    const [easting, northing] = [x[i] ?? Number.NaN, y[i] ?? Number.NaN];
    if (!Number.isFinite(easting) || !Number.isFinite(northing)) continue;
    [west, east, south, north] = [Math.min(west, easting), Math.max(east, easting), Math.min(south, northing), Math.max(north, northing)];
  }
  return { west: west - margin, east: east + margin, south: south - margin, north: north + margin };
}
