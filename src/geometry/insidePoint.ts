import { polygonsOf, xOf, yOf, type Surface } from './rings.ts';
import { bounds } from './bounds.ts';
import { planarCentroid } from './area.ts';

/** Heights tried, as shares of the surface's height; unequal steps avoid running along a regular grid. */
const HEIGHTS = [0.5, 0.43, 0.57, 0.31, 0.69, 0.21, 0.79, 0.11, 0.89, 0.047, 0.953];

/**
 * A point surely inside a surface, never on its boundary or in a hole, as [longitude, latitude]: the centroid
 * where it lies well inside, otherwise the middle of the widest stretch of a horizontal line through the
 * surface. Works in any planar coordinates. Throws RangeError for a surface without area.
 */
export function insidePoint(geometry: Surface): [number, number] {
  const [west, south, east, north] = bounds(geometry);
  const [x, y] = planarCentroid(geometry);
  const margin = (east - west) / 100;
  if (stretches(geometry, y).some(([from, to]) => x > from + margin && x < to - margin)) return [x, y];
  let widest: { width: number; point: [number, number] } | null = null;
  for (const share of HEIGHTS) {
    const height = south + (north - south) * share;
    for (const [from, to] of stretches(geometry, height)) {
      if (to - from > (widest?.width ?? 0)) widest = { width: to - from, point: [(from + to) / 2, height] };
    }
  }
  if (widest === null) throw new RangeError('A surface without area has no point inside.');
  return widest.point;
}

/**
 * The stretches [from, to] of the horizontal line at height y that lie inside, by the even-odd rule. None where
 * the line meets a vertex: part of it may then run along the boundary, and another height will do better.
 */
function stretches(geometry: Surface, y: number): [number, number][] {
  const crossings: number[] = [];
  for (const rings of polygonsOf(geometry)) {
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i += 1) {
        const fromY = yOf(ring[i]);
        const toY = yOf(ring[i + 1]);
        if (fromY === y) return [];
        if (fromY < y === toY < y) continue;
        crossings.push(xOf(ring[i]) + (y - fromY) / (toY - fromY) * (xOf(ring[i + 1]) - xOf(ring[i])));
      }
    }
  }
  crossings.sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) found.push([crossings[i] ?? 0, crossings[i + 1] ?? 0]);
  return found;
}
