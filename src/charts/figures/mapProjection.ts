import type { MultiPolygon, Polygon, Position } from 'geojson';

const KM_PER_DEGREE = 111.2;
/** Steps to a unit of the drawing. */
export const STEPS = 2;

export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export interface Projection {
  /** Units from the left and the top. */
  readonly at: (position: Position) => readonly [number, number];
  readonly height: number;
  readonly perKm: number;
}

export function ringsOf(geometry: Polygon | MultiPolygon): readonly Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** What holds all positions; all zeros where there are none. */
export function boxOf(features: readonly { readonly geometry: Polygon | MultiPolygon }[]): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { geometry } of features) {
    for (const [longitude = 0, latitude = 0] of ringsOf(geometry).flat()) {
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
      [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    }
  }
  return west <= east ? { west, east, south, north } : { west: 0, east: 0, south: 0, north: 0 };
}

/** Degrees to units, so that the box fills the width; north is up. */
export function fitBox({ west, east, south, north }: Box, width: number): Projection {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * narrow || 1);
  return {
    at: ([longitude = 0, latitude = 0]) => [(longitude - west) * narrow * scale, (north - latitude) * scale],
    height: Math.max(1, Math.ceil((north - south) * scale)),
    perKm: scale / KM_PER_DEGREE,
  };
}

type Step = readonly [number, number];

/** A shape's path in steps, and the shorter side of its box in units. */
export function drawRings(rings: readonly (readonly Position[])[], projection: Projection): { readonly path: string; readonly room: number } {
  const thinned = rings.map((ring) => thin(ring.map((position) => stepOf(projection.at(position)))));
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of thinned.flat()) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { path: thinned.map(ringPath).join(''), room: left <= right ? Math.min(right - left, bottom - top) / STEPS : 0 };
}

function stepOf([x, y]: readonly [number, number]): Step {
  return [Math.round(x * STEPS), Math.round(y * STEPS)];
}

/** Without repeated corners and without those that lie straight between their neighbours. */
function thin(ring: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const corner of ring) {
    const last = kept.at(-1);
    if (last !== undefined && last[0] === corner[0] && last[1] === corner[1]) continue;
    const before = kept.at(-2);
    if (before !== undefined && last !== undefined && between(before, last, corner)) kept.pop();
    kept.push(corner);
  }
  return kept;
}

function between(a: Step, b: Step, c: Step): boolean {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return ux * vy === uy * vx && ux * vx + uy * vy > 0;
}

/** Relative and closed; nothing for a ring that has shrunk to a line. */
function ringPath(ring: readonly Step[]): string {
  const [first] = ring;
  if (first === undefined || ring.length < 4) return '';
  let path = `M${first[0]} ${first[1]}l`;
  for (let index = 1; index < ring.length - 1; index += 1) {
    const [dx, dy] = [(ring[index]?.[0] ?? 0) - (ring[index - 1]?.[0] ?? 0), (ring[index]?.[1] ?? 0) - (ring[index - 1]?.[1] ?? 0)];
    path += `${index > 1 && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`;
  }
  return `${path}z`;
}
