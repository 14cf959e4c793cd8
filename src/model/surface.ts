import type { Selection } from './selection.ts';

/** What the reader chooses of a density surface; kept in the address. */
export interface SurfaceSettings {
  /** Radius of the quartic kernel. */
  readonly bandwidthMetres: number;
  /** Densities that have a line, ascending; null for those of the whole data set, which no filter changes. */
  readonly levels: readonly number[] | null;
}

export const DEFAULT_SURFACE_SETTINGS: SurfaceSettings = { bandwidthMetres: 1000, levels: null };
/** Below the least, published points show the list they are moved to; above the most, a county is one hill. */
export const BANDWIDTH_BOUNDS = { least: 200, most: 5000 } as const;
/** Those offered; an address may say others. */
export const BANDWIDTHS = [250, 500, 1000, 2000, 5000] as const;
export const MOST_LEVELS = 5;

/** A kernel density surface of the events that match a filter, for a map. */
export interface SurfaceRequest {
  readonly pack: string;
  readonly dataSet: string;
  readonly selection: Selection;
  readonly settings: SurfaceSettings;
}

/** Where the surface has one density. It ends at the county's edge, or comes back to where it began. */
export interface DensityLine {
  /** Position in the answer's `levels`. */
  readonly level: number;
  /** [longitude, latitude]. */
  readonly points: readonly (readonly [number, number])[];
}

/** A cell that is denser than all within a bandwidth of it. */
export interface DensityPeak {
  /** Number of the area that holds the cell's centre. */
  readonly area: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly perKm2Year: number;
  /** Events within the bandwidth of the cell's centre, over the whole period. */
  readonly events: number;
}

export interface SurfaceAnswer {
  readonly request: SurfaceRequest;
  readonly cellMetres: number;
  /** Densities per km2 and year that have a line: those asked for, or the whole data set's. */
  readonly levels: readonly number[];
  /** Levels that fit this surface: what "Rescale" takes. */
  readonly ownLevels: readonly number[];
  readonly lines: readonly DensityLine[];
  /** Densest first. */
  readonly peaks: readonly DensityPeak[];
  /** Peaks less dense than the last of `peaks`. */
  readonly peaksLeft: number;
  /** Per km2 and year; 0 without events. */
  readonly highest: number;
  /** Years of the chosen months held: a twelfth for each. */
  readonly years: number;
  /** Events with a point, which are in the surface. */
  readonly events: number;
  /** What published points cannot say; null where the points are the data set's own. */
  readonly caution: string | null;
  readonly notes: readonly string[];
}
