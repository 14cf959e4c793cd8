import { readFileSync } from 'node:fs';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { z } from 'zod';
import { bounds } from '../../src/geometry/bounds.ts';
import { contains } from '../../src/geometry/containment.ts';
import { matchVertices } from '../../src/geometry/matchVertices.ts';
import { voronoiWithin } from '../../src/geometry/voronoi.ts';
import type { DemoArea } from './areasTable.ts';
import type { Random } from './random.ts';

const outlineSchema = z.object({
  arcs: z.record(z.string(), z.array(z.tuple([z.number(), z.number()])).min(2)),
  /** Borough code -> arcs in ring order; a leading "-" runs an arc backwards. */
  boroughs: z.record(z.string(), z.array(z.string()).min(1)),
});

/** The sketched outline of each borough, by code. Neighbours share every point of their border. */
export function readOutlines(path: string): ReadonlyMap<string, Polygon> {
  const { arcs, boroughs } = outlineSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return new Map(Object.entries(boroughs).map(([code, names]) => {
    const ring: Position[] = [];
    for (const name of names) {
      const arc = arcs[name.replace(/^-/, '')];
      if (!arc) throw new Error(`${path}: borough ${code} names the arc "${name}", which is not there.`);
      ring.push(...(name.startsWith('-') ? arc.toReversed() : arc).slice(0, -1));
    }
    const [first] = ring;
    return [code, { type: 'Polygon', coordinates: [first ? [...ring, first] : ring] }];
  }));
}

/** One Voronoi cell per area, in the areas' order, cut to its borough's outline; all of them tile the county. */
export function makeShapes(areas: readonly DemoArea[], outlines: ReadonlyMap<string, Polygon>): (Polygon | MultiPolygon)[] {
  const shapes: (Polygon | MultiPolygon)[] = areas.map(() => ({ type: 'MultiPolygon', coordinates: [] }));
  for (const [code, outline] of outlines) {
    const members = areas.flatMap((area, i) => (area.boroughCode === code ? [i] : []));
    const cells = voronoiWithin(members.map((i) => [areas[i]?.longitude ?? NaN, areas[i]?.latitude ?? NaN]), outline);
    cells.forEach((cell, position) => { shapes[members[position] ?? -1] = cell; });
  }
  const missed = shapes.findIndex((shape) => shape.coordinates.length === 0);
  if (missed >= 0) throw new Error(`Area ${areas[missed]?.code} is of borough ${areas[missed]?.boroughCode}, which has no outline.`);
  return matchVertices(shapes);
}

/** Places to which an area's records are snapped, most used first. */
export interface SnapPoints {
  readonly longitude: readonly number[];
  readonly latitude: readonly number[];
  /** How often each is used, relative. */
  readonly weights: readonly number[];
}

/** Persons per snap point; the publisher's points stand for at least eight addresses each, most for many more. */
const PERSONS_PER_POINT = 90;
const DECIMALS = 1e6;

/** Snap points of each area: anywhere inside its cell, to 6 decimals. */
export function makeSnapPoints(areas: readonly DemoArea[], shapes: readonly (Polygon | MultiPolygon)[], random: Random): SnapPoints[] {
  return areas.map((area, i) => {
    const shape = shapes[i];
    if (!shape) throw new Error(`Area ${area.code} has no cell.`);
    const [west, south, east, north] = bounds(shape);
    const wanted = Math.max(8, Math.round(area.residents / PERSONS_PER_POINT));
    const longitude: number[] = [];
    const latitude: number[] = [];
    while (longitude.length < wanted) {
      const x = Math.round((west + random.next() * (east - west)) * DECIMALS) / DECIMALS;
      const y = Math.round((south + random.next() * (north - south)) * DECIMALS) / DECIMALS;
      if (!contains(shape, x, y)) continue;
      longitude.push(x);
      latitude.push(y);
    }
    return { longitude, latitude, weights: longitude.map((_, rank) => 1 / (rank + 2)) };
  });
}
