import type { Position } from 'geojson';
import type { AreaShapes, AreaTable, Places } from '../../model/areas.ts';

/** A county fitted into a width, once for every map of a page. Paths are relative and in half units: scale them by 0.5. */
export interface MapPaths {
  readonly width: number;
  readonly height: number;
  /** By area number; '' where an area has no shape. */
  readonly areas: readonly string[];
  readonly boroughs: string;
  /** Where a symbol stands inside each area, and how large it may be; units. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly room: number }[];
  readonly labels: readonly { readonly title: string; readonly x: number; readonly y: number }[];
  /** Units to a kilometre, in the middle of the county. */
  readonly perKm: number;
}

const KM_PER_DEGREE = 111.2;
/** Steps to a unit: every corner is moved to the nearest, alike for neighbours, so that no gap opens between them. */
const STEPS = 2;

type Project = (position: Position) => readonly [number, number];

/**
 * Fits shapes into a width: longitudes shrunk by the cosine of the middle latitude (equirectangular), which is right to
 * a per mille over a county. Corners that fall on one point, or on the straight line between their neighbours, are left out.
 * Shapes without positions give empty paths and a map 1 unit high.
 */
export function mapPaths({ shapes, places, areas }: { readonly shapes: AreaShapes; readonly places: Places; readonly areas: AreaTable }, width: number): MapPaths {
  const box = boxOf(shapes);
  const narrow = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const scale = width / ((box.east - box.west) * narrow || 1);
  const project: Project = ([longitude = 0, latitude = 0]) => [(longitude - box.west) * narrow * scale, (box.north - latitude) * scale];
  const drawn = new Map(shapes.features.map(({ properties, geometry }) => [properties.area, drawOf(geometry, project)]));
  return {
    width,
    height: Math.max(1, Math.ceil((box.north - box.south) * scale)),
    areas: areas.code.map((_, area) => drawn.get(area)?.path ?? ''),
    boroughs: places.features.map(({ properties, geometry }) => (properties.kind === 'borough' && geometry.type !== 'Point' ? drawOf(geometry, project).path : '')).join(''),
    points: areas.code.map((_, area) => {
      const [x, y] = project([areas.longitude[area] ?? Number.NaN, areas.latitude[area] ?? Number.NaN]);
      return { x, y, room: drawn.get(area)?.room ?? 0 };
    }),
    labels: places.features.flatMap(({ properties, geometry }) => {
      if (properties.kind !== 'label' || properties.rank !== 1 || geometry.type !== 'Point') return [];
      const [x, y] = project(geometry.coordinates);
      return [{ title: properties.title, x, y }];
    }),
    perKm: scale / KM_PER_DEGREE,
  };
}

type Shape = AreaShapes['features'][number]['geometry'];

function ringsOf(geometry: Shape): readonly Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function boxOf(shapes: AreaShapes): { readonly west: number; readonly east: number; readonly south: number; readonly north: number } {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { geometry } of shapes.features) {
    for (const [longitude = 0, latitude = 0] of ringsOf(geometry).flat()) {
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
      [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    }
  }
  return west <= east ? { west, east, south, north } : { west: 0, east: 0, south: 0, north: 0 };
}

/** A shape's path in steps, and the shorter side of its box in units. */
function drawOf(geometry: Shape, project: Project): { readonly path: string; readonly room: number } {
  const rings = ringsOf(geometry).map((ring) => thin(ring.map((position) => step(project(position)))));
  const corners = rings.flat();
  const side = (axis: 0 | 1): number => corners.reduce((most, corner) => Math.max(most, corner[axis]), -Infinity) - corners.reduce((least, corner) => Math.min(least, corner[axis]), Infinity);
  return { path: rings.map(ringPath).join(''), room: corners.length === 0 ? 0 : Math.min(side(0), side(1)) / STEPS };
}

type Step = readonly [number, number];

function step([x, y]: readonly [number, number]): Step {
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
