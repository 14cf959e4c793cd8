import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { areaKm2 } from './area.ts';
import { bounds } from './bounds.ts';
import type { Surface } from './rings.ts';

/** What two surfaces have in common, or null where they share no area. */
export function intersection(a: Surface, b: Surface): Surface | null {
  const boxA = bounds(a);
  const boxB = bounds(b);
  const apart = boxA[0] > boxB[2] || boxB[0] > boxA[2] || boxA[1] > boxB[3] || boxB[1] > boxA[3];
  return apart ? null : intersect(featureCollection([feature(a), feature(b)]))?.geometry ?? null;
}

/**
 * Share of surface `a` that surface `b` covers, 0 to 1, by planar area in British National Grid.
 * 0 where `a` has no area.
 */
export function overlapShare(a: Surface, b: Surface): number {
  const common = intersection(a, b);
  const whole = areaKm2(a);
  return common === null || whole === 0 ? 0 : Math.min(1, areaKm2(common) / whole);
}
