import type { Position } from 'geojson';
import { featureCollection, point } from '@turf/helpers';
import { voronoi } from '@turf/voronoi';

/**
 * The Voronoi cell of each point of a plane within a frame [west, south, east, north], in the points' order, as closed
 * rings. Neighbours have exactly the same vertices. Nothing is cut: cells at the rim end at the frame. Throws
 * RangeError where a point has no cell of its own (it coincides with another, or lies outside the frame).
 */
export function openVoronoi(points: readonly (readonly [number, number])[], frame: readonly [number, number, number, number]): Position[][] {
  const { features } = voronoi(featureCollection(points.map((p) => point([...p]))), { bbox: [...frame] });
  if (features.length !== points.length) throw new RangeError('Some points have no Voronoi cell of their own.');
  return features.map((cell) => cell.geometry.coordinates[0] ?? []);
}
