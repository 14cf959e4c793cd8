import type { Polygon } from 'geojson';
import { fromBritishGrid, toBritishGrid } from './grid.ts';

/**
 * A circle as a regular polygon with `steps` corners on it, anticlockwise, round a [longitude, latitude].
 * The radius is in metres of the British National Grid (up to 0.04% from ground metres).
 * Throws RangeError for a radius that is not positive or fewer than three steps.
 */
export function circle(centre: readonly [number, number], metres: number, steps = 64): Polygon {
  if (!(metres > 0) || !Number.isFinite(metres)) throw new RangeError(`A circle needs a positive radius in metres, not ${metres}.`);
  if (!Number.isInteger(steps) || steps < 3) throw new RangeError(`A circle needs a whole number of steps, 3 or more, not ${steps}.`);
  const [easting, northing] = toBritishGrid(centre[0], centre[1]);
  if (!Number.isFinite(easting)) throw new RangeError('A circle needs a centre with a finite longitude and latitude.');
  const ring = Array.from({ length: steps }, (_, step) => {
    const angle = 2 * Math.PI * step / steps;
    return fromBritishGrid(easting + metres * Math.cos(angle), northing + metres * Math.sin(angle));
  });
  const [first] = ring;
  if (first !== undefined) ring.push([...first]);
  return { type: 'Polygon', coordinates: [ring] };
}
