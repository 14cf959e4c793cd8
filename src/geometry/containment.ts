import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { bounds, type Box } from './bounds.ts';
import type { Surface } from './rings.ts';

/**
 * Whether a position lies in a surface; a position on the boundary (of a hole too) counts as inside.
 * Edges are straight in longitude and latitude. False for a position that is not finite.
 */
export function contains(geometry: Surface, longitude: number, latitude: number): boolean {
  return Number.isFinite(longitude) && Number.isFinite(latitude)
    && booleanPointInPolygon([longitude, latitude], geometry);
}

/**
 * A function that finds the surface a position lies in: the index of the FIRST one in the list that contains
 * it, so that a position on a shared boundary belongs to exactly one; -1 where none does. It keeps a grid of
 * candidate surfaces, so that a look-up tests a handful instead of all.
 */
export function makeLocator(geometries: readonly Surface[]): (longitude: number, latitude: number) => number {
  const [west, south, east, north] = bounds(geometries);
  const side = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(geometries.length * 4))));
  const column = (longitude: number): number => slot(longitude, west, east, side);
  const row = (latitude: number): number => slot(latitude, south, north, side);
  const boxes = geometries.map((geometry) => bounds(geometry));
  const buckets: number[][] = Array.from({ length: side * side }, () => []);
  boxes.forEach((box, index) => {
    for (let y = row(box[1]); y <= row(box[3]); y += 1) {
      for (let x = column(box[0]); x <= column(box[2]); x += 1) buckets[y * side + x]?.push(index);
    }
  });
  return (longitude, latitude) => {
    if (!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)) return -1;
    const candidates = buckets[row(latitude) * side + column(longitude)] ?? [];
    return candidates.find((index) => {
      const geometry = geometries[index];
      return geometry !== undefined && inBox(boxes[index], longitude, latitude) && contains(geometry, longitude, latitude);
    }) ?? -1;
  };
}

/** Which of `side` equal slots between `low` and `high` a value falls in; the ends belong to the outermost. */
function slot(value: number, low: number, high: number, side: number): number {
  return high > low ? Math.max(0, Math.min(side - 1, Math.floor((value - low) / (high - low) * side))) : 0;
}

/** The same of one surface many times: its box is looked at first. */
export function containsOf(geometry: Surface): (longitude: number, latitude: number) => boolean {
  const box = bounds(geometry);
  return (longitude, latitude) => inBox(box, longitude, latitude) && contains(geometry, longitude, latitude);
}

function inBox(box: Box | undefined, x: number, y: number): boolean {
  return box !== undefined && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
