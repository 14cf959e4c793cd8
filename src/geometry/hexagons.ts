import type { Polygon, Position } from 'geojson';
import { fromBritishGrid } from './grid.ts';

/**
 * A grid of hexagons in British National Grid with two corners pointing north and south. Its origin is the grid's own
 * (0, 0), so that the same size gives the same hexagons whatever area is looked at.
 */
export interface HexagonGrid {
  /** Metres between opposite sides, which is also the distance of neighbouring centres. */
  readonly width: number;
  /** Surface of one hexagon in km2. */
  readonly km2: number;
}

/** Column along the row and row; rows run north, and each starts half a hexagon further east. */
export interface Hexagon {
  readonly q: number;
  readonly r: number;
}

/** Fewer metres than this make more hexagons than a browser can draw, and less than a snap point's spacing. */
export const LEAST_WIDTH = 50;

/** Throws RangeError for a width that is below 50 m or not finite. */
export function hexagonGrid(width: number): HexagonGrid {
  if (!(width >= LEAST_WIDTH && width < Infinity)) throw new RangeError(`A hexagon is at least ${LEAST_WIDTH} m wide; this is ${width} m.`);
  return { width, km2: Math.sqrt(3) / 2 * width * width / 1e6 };
}

/**
 * The hexagon that holds a point in metres, in constant time. A point on a shared side belongs to one of the two,
 * always the same. null for a point that is not finite. Source: cube rounding, as
 * https://www.redblobgames.com/grids/hexagons/ explains it.
 */
export function hexagonOf({ width }: HexagonGrid, easting: number, northing: number): Hexagon | null {
  if (!Number.isFinite(easting) || !Number.isFinite(northing)) return null;
  const r = northing / (width * Math.sqrt(3) / 2);
  const q = easting / width - r / 2;
  const s = -q - r;
  const [nearQ, nearR, nearS] = [Math.round(q), Math.round(r), Math.round(s)];
  const [offQ, offR, offS] = [Math.abs(nearQ - q), Math.abs(nearR - r), Math.abs(nearS - s)];
  // The three sum to 0: the one that was rounded furthest follows from the others. Adding 0 turns -0 into 0.
  if (offQ > offR && offQ > offS) return { q: -nearR - nearS + 0, r: nearR + 0 };
  return offR > offS ? { q: nearQ + 0, r: -nearQ - nearS + 0 } : { q: nearQ + 0, r: nearR + 0 };
}

/** Easting and northing of a hexagon's centre. */
export function hexagonCentre({ width }: HexagonGrid, { q, r }: Hexagon): [number, number] {
  return [width * (q + r / 2), width * Math.sqrt(3) / 2 * r];
}

/**
 * Steps of half a width east and half a side north from the centre to each corner, anticlockwise from the north-eastern
 * one.
 */
const CORNERS = [[1, 1], [0, 2], [-1, 1], [-1, -1], [0, -2], [1, -1]] as const;

/**
 * Its six corners in metres, anticlockwise. Whole multiples of half a width and half a side, so that neighbours'
 * corners are the same numbers.
 */
export function hexagonCorners({ width }: HexagonGrid, { q, r }: Hexagon): [number, number][] {
  const side = width / Math.sqrt(3);
  return CORNERS.map(([east, north]) => [width / 2 * (2 * q + r + east), side / 2 * (3 * r + north)]);
}

/** The hexagon as a polygon in longitude and latitude, closed, anticlockwise. Neighbours share their corners exactly. */
export function hexagonPolygon(grid: HexagonGrid, hexagon: Hexagon): Polygon {
  const ring: Position[] = hexagonCorners(grid, hexagon).map(([x, y]) => fromBritishGrid(x, y));
  const [first] = ring;
  return { type: 'Polygon', coordinates: [first === undefined ? ring : [...ring, first]] };
}

/** Name that says size and place: "500m 1018 517". */
export function hexagonName({ width }: HexagonGrid, { q, r }: Hexagon): string {
  return `${width}m ${q} ${r}`;
}
