import type { Position } from 'geojson';
import { fromBritishGrid, toBritishGrid } from './grid.ts';
import { mapVertices, planarArea, polygonsOf, signedArea, xOf, yOf, type Surface } from './rings.ts';

/**
 * Area in km2, planar in British National Grid (EPSG:27700), as the Office for National Statistics publishes
 * densities; 0.04-0.06% below the geodesic area in this county. Input in degrees (EPSG:4326). Holes are taken
 * off, winding does not matter, an empty surface has 0, a vertex that is not a number gives NaN.
 */
export function areaKm2(geometry: Surface): number {
  return planarArea(mapVertices(geometry, toBritishGrid)) / 1e6;
}

/**
 * Centre of mass as [longitude, latitude], computed in British National Grid. It may lie outside a bent
 * surface: use `insidePoint` where a point has to be inside. [NaN, NaN] for a surface without area.
 */
export function centroid(geometry: Surface): [number, number] {
  const [easting, northing] = planarCentroid(mapVertices(geometry, toBritishGrid));
  return fromBritishGrid(easting, northing);
}

/** Centre of mass in the surface's own planar coordinates; [NaN, NaN] for a surface without area. */
export function planarCentroid(surface: Surface): [number, number] {
  const sums = { area: 0, x: 0, y: 0 };
  const origin = polygonsOf(surface)[0]?.[0]?.[0];
  const originX = xOf(origin);
  const originY = yOf(origin);
  for (const rings of polygonsOf(surface)) {
    rings.forEach((ring, index) => {
      const sign = Math.sign(signedArea(ring)) * (index === 0 ? 1 : -1);
      addRing(sums, ring, originX, originY, sign);
    });
  }
  return sums.area === 0
    ? [Number.NaN, Number.NaN]
    : [originX + sums.x / (3 * sums.area), originY + sums.y / (3 * sums.area)];
}

function addRing(
  sums: { area: number; x: number; y: number }, ring: readonly Position[], originX: number, originY: number, sign: number,
): void {
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const ax = xOf(ring[i]) - originX;
    const ay = yOf(ring[i]) - originY;
    const bx = xOf(ring[i + 1]) - originX;
    const by = yOf(ring[i + 1]) - originY;
    const doubled = sign * (ax * by - bx * ay);
    sums.area += doubled;
    sums.x += doubled * (ax + bx);
    sums.y += doubled * (ay + by);
  }
}
