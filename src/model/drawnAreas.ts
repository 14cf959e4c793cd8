/** Areas that the reader drew or loaded, to compare the same events on them. Plain data: a link carries it, the worker measures it. */

/** [longitude, latitude] corners, not closed. */
export type DrawnRing = readonly (readonly [number, number])[];

export interface DrawnArea {
  /** Unique among those drawn, never ''. */
  readonly name: string;
  /** Polygon by polygon: its outer ring, then its holes. */
  readonly polygons: readonly (readonly DrawnRing[])[];
}

export const MOST_DRAWN = 50;
/** Corners of one area: boundaries of a county in full detail have more, and would slow every change of the view. */
export const MOST_CORNERS = 10_000;

/** What a drawn area is made from where it is not drawn by hand. */
export type ShapeSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'circle'; readonly name: string; readonly longitude: number; readonly latitude: number; readonly metres: number };

/** Figures of one drawn area on the events of a filter. NaN where there is none. */
export interface DrawnFigures {
  readonly name: string;
  /** Numbers of the areas taken: of the chosen places, with a count, their inside point in the shape (best fit). */
  readonly members: readonly number[];
  /** Areas whose inside point lies in it but whose count is withheld: they are left out of every figure. */
  readonly withheld: number;
  readonly countedBy: 'points' | 'areas';
  readonly count: number;
  /** Events per km2 of the chosen places' ground in the shape, or of the areas taken where these are counted; over the whole period. */
  readonly perKm2: number;
  /** Events of the areas taken, per 100,000 of their residents a year. */
  readonly rate: number;
  /** Share of the events of the chosen places, 0 to 1; drawn areas may overlap. */
  readonly share: number;
  /** What the rates compared are per; null where nothing can be compared, and `problem` says why. */
  readonly comparedBy: 'residents' | 'surface' | null;
  /** Rate over the rate of the rest of the chosen places, with exact limits; Infinity where the rest has no events. */
  readonly ratio: number;
  readonly ratioLower: number;
  readonly ratioUpper: number;
  /** Exact two-sided binomial, and adjusted (Benjamini-Hochberg) over the drawn areas. */
  readonly p: number;
  readonly adjustedP: number;
  readonly side: 'higher' | 'similar' | 'lower' | null;
  readonly problem: string | null;
}
