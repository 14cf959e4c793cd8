import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Anything this folder measures or cuts: closed rings, first the outer ring, then its holes. */
export type Surface = Polygon | MultiPolygon;

/** The polygons of a surface: `[polygon][ring][vertex]`. */
export function polygonsOf(surface: Surface): Position[][][] {
  return surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
}

/** One `Polygon` where one is enough, otherwise a `MultiPolygon`. */
export function surfaceOf(polygons: Position[][][]): Surface {
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Longitude or easting of a vertex; NaN where a file gave none. */
export function xOf(position: Position | undefined): number {
  return position?.[0] ?? Number.NaN;
}

/** Latitude or northing of a vertex; NaN where a file gave none. */
export function yOf(position: Position | undefined): number {
  return position?.[1] ?? Number.NaN;
}

/** A copy of the surface with every vertex moved by `move`. */
export function mapVertices(surface: Surface, move: (x: number, y: number) => Position): Surface {
  return surfaceOf(polygonsOf(surface).map((rings) => rings.map((ring) => ring.map((v) => move(xOf(v), yOf(v))))));
}

/**
 * Signed planar area of a ring in squared units of its coordinates: positive when anticlockwise.
 * Shoelace formula relative to the first vertex, which keeps the digits that eastings and northings of
 * hundreds of kilometres would lose. Closed and unclosed rings give the same.
 */
export function signedArea(ring: readonly Position[]): number {
  const originX = xOf(ring[0]);
  const originY = yOf(ring[0]);
  let doubled = 0;
  for (let i = 1; i + 1 < ring.length; i += 1) {
    doubled += (xOf(ring[i]) - originX) * (yOf(ring[i + 1]) - originY)
      - (xOf(ring[i + 1]) - originX) * (yOf(ring[i]) - originY);
  }
  return doubled / 2;
}

/** Planar area of a surface in squared units of its coordinates, holes taken off; winding does not matter. */
export function planarArea(surface: Surface): number {
  let total = 0;
  for (const [outer, ...holes] of polygonsOf(surface)) {
    if (outer === undefined) continue;
    total += Math.abs(signedArea(outer));
    for (const hole of holes) total -= Math.abs(signedArea(hole));
  }
  return total;
}

/** A copy of the ring that runs anticlockwise (`true`) or clockwise (`false`). */
export function wound(ring: readonly Position[], anticlockwise: boolean): Position[] {
  return signedArea(ring) > 0 === anticlockwise ? [...ring] : ring.toReversed();
}

/** Winding as RFC 7946 asks: outer rings anticlockwise, holes clockwise. */
export function rewind(surface: Surface): Surface {
  return surfaceOf(polygonsOf(surface).map((rings) => rings.map((ring, index) => wound(ring, index === 0))));
}
