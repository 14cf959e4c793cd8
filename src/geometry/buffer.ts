import { buffer as turfBuffer } from '@turf/buffer';
import type { LineString, Point } from 'geojson';
import type { Surface } from './rings.ts';

/**
 * Everything within so many metres of a geometry; with negative metres, what is left of a surface after
 * taking off a rim. Distances are spherical (within 0.4%). Throws RangeError when the distance is not finite
 * or nothing is left. In a module of its own because turf's buffer weighs 67 kB: import it only where used.
 */
export function buffer(geometry: Surface | Point | LineString, metres: number): Surface {
  if (!Number.isFinite(metres)) throw new RangeError(`A buffer needs a distance in metres, not ${metres}.`);
  const result = turfBuffer(geometry, metres, { units: 'meters', steps: 16 });
  if (result === undefined || result.geometry.coordinates.length === 0) {
    throw new RangeError(`Nothing is left of the surface with a buffer of ${metres} m.`);
  }
  return result.geometry;
}
