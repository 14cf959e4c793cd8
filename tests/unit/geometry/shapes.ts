import type { Polygon, Position } from 'geojson';
import { seeded } from '../../calibration/random.ts';

/** A rectangle in degrees, anticlockwise. */
export function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

export function polygon(...ring: Position[]): Polygon {
  const [first] = ring;
  if (first === undefined) throw new Error('A polygon has vertices.');
  return { type: 'Polygon', coordinates: [[...ring, first]] };
}

/** A bent outline of about 30 km with long straight edges and an arm, so that cells are cut and split. */
export const BENT_OUTLINE: Polygon = polygon(
  [-0.65, 51.82], [-0.4, 51.8], [-0.2, 51.95], [-0.22, 52.2], [-0.3, 52.2], [-0.28, 52.0], [-0.45, 51.95], [-0.5, 52.25], [-0.66, 52.2],
);

/** Points inside a box that `inside` accepts, the same ones every time. */
export function scattered(count: number, seed: number, inside: (longitude: number, latitude: number) => boolean): [number, number][] {
  const random = seeded(seed);
  const points: [number, number][] = [];
  while (points.length < count) {
    const point: [number, number] = [-0.7 + 0.55 * random(), 51.75 + 0.55 * random()];
    if (inside(...point)) points.push(point);
  }
  return points;
}

/** Every directed edge of the surfaces as text; tiles share an edge exactly when one has it and the other its reverse. */
export function edgesOf(rings: readonly Position[][]): string[] {
  return rings.flatMap((ring) => ring.slice(1).map((to, i) => `${(ring[i] ?? []).join()} ${to.join()}`));
}
