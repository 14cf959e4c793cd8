import { polygonsOf, xOf, yOf, type Surface } from './rings.ts';

/** [west, south, east, north] in the units of the coordinates. */
export type Box = [number, number, number, number];

/**
 * Bounding box of one surface or of several together. Without any vertex: [Infinity, Infinity, -Infinity,
 * -Infinity], the box that contains nothing. Vertices that are not numbers are ignored.
 */
export function bounds(geometry: Surface | readonly Surface[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const surface of isOne(geometry) ? [geometry] : geometry) {
    for (const [outer] of polygonsOf(surface)) {
      for (const vertex of outer ?? []) extend(box, xOf(vertex), yOf(vertex));
    }
  }
  return box;
}

function isOne(geometry: Surface | readonly Surface[]): geometry is Surface {
  return 'type' in geometry;
}

function extend(box: Box, x: number, y: number): void {
  if (x < box[0]) box[0] = x;
  if (y < box[1]) box[1] = y;
  if (x > box[2]) box[2] = x;
  if (y > box[3]) box[3] = y;
}
