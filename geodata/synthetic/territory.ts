import type { Polygon } from 'geojson';
import { bounds } from '../../src/geometry/bounds.ts';
import { contains } from '../../src/geometry/containment.ts';
import type { Random } from '../demo/random.ts';
import type { CountryPattern } from './pattern.ts';
import { toPlane, type PlanePoint } from './plane.ts';

/** Where forces lie: each point of the land belongs to the force it is nearest to, by distance over the force's width. */
export interface Territory {
  /** Bounding box of the land, km. */
  readonly box: readonly [number, number, number, number];
  onLand(point: PlanePoint): boolean;
  /** Whether a point is on land and of this force. */
  isOf(force: number, point: PlanePoint): boolean;
  /** A point of the force, evenly spread. Throws where the force is so small that none is found. */
  pointIn(force: number, random: Random): PlanePoint;
}

const TRIES = 20_000;
/** A force is looked for within this many of its widths. */
const REACH = 1.6;

export function makeTerritory({ forces, outline }: CountryPattern): Territory {
  const ring = outline.map((position) => [...toPlane(position)]);
  const land: Polygon = { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
  const box = bounds(land);
  const centres = forces.map((force) => toPlane(force.centre));
  const widths = forces.map((force) => Math.sqrt(force.km2));
  const onLand = ([x, y]: PlanePoint): boolean => contains(land, x, y);
  const nearest = ([x, y]: PlanePoint): number => {
    let best = 0;
    let least = Infinity;
    centres.forEach(([east, north], force) => {
      const distance = Math.hypot(x - east, y - north) / (widths[force] ?? 1);
      if (distance >= least) return;
      least = distance;
      best = force;
    });
    return best;
  };
  const isOf = (force: number, point: PlanePoint): boolean => nearest(point) === force && onLand(point);
  return {
    box, onLand, isOf,
    pointIn(force, random) {
      const [east, north] = centres[force] ?? [0, 0];
      const reach = REACH * (widths[force] ?? 1);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const point: PlanePoint = [east + (random.next() * 2 - 1) * reach, north + (random.next() * 2 - 1) * reach];
        if (isOf(force, point)) return point;
      }
      throw new Error(`No land was found for ${forces[force]?.title ?? force}.`);
    },
  };
}
