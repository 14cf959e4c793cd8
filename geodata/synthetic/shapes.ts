import type { MultiPolygon, Polygon, Position } from 'geojson';
import { dissolve } from '../../src/geometry/dissolve.ts';
import { openVoronoi } from '../../src/geometry/openVoronoi.ts';
import { polygonsOf, rewind, surfaceOf, xOf, yOf } from '../../src/geometry/rings.ts';
import type { Random } from '../demo/random.ts';
import { fromPlane, type PlanePoint } from './plane.ts';
import type { Territory } from './territory.ts';
import { makeWinding, type Winding } from './winding.ts';

type Surface = Polygon | MultiPolygon;

/** What the areas look like. */
export interface Shapes {
  /** One polygon per point, in the points' order; together they tile the land. Borders wind as real ones do. */
  readonly polygons: readonly Polygon[];
  /** The same with straight borders: rings [x0, y0, x1, y1, ...] in degrees, closed. */
  readonly straight: readonly Float64Array[];
  /** A point inside each: its own point in degrees. */
  readonly inside: readonly (readonly [number, number])[];
  /** The outline of several areas together, its borders exactly theirs. */
  outlineOf(areas: readonly number[]): Surface;
}

/** Points of the sea, one every so many km: cells of the land end half-way to them. */
const SEA_KM = 5;
const MARGIN_KM = 15;

/**
 * Voronoi cells of the areas' points, with points of the sea around them whose cells are dropped: so the coast winds,
 * nothing has to be cut, and neighbours have exactly the same vertices.
 */
export function makeCells(points: readonly PlanePoint[], territory: Territory, random: Random): Shapes {
  const [west, south, east, north] = territory.box;
  const frame = [west - MARGIN_KM, south - MARGIN_KM, east + MARGIN_KM, north + MARGIN_KM] as const;
  const all = [...points, ...seaPoints(frame, territory, random)];
  const rings = openVoronoi(all, frame).map((ring) => withoutRepeats(ring.map((vertex) => fromPlane([xOf(vertex), yOf(vertex)]))));
  const sites = all.map(fromPlane);
  const wind = makeWinding(rings, sites);
  const straight = rings.slice(0, points.length);
  return {
    polygons: straight.map((ring) => windPolygon({ type: 'Polygon', coordinates: [ring] }, wind)),
    straight: straight.map((ring) => Float64Array.from(ring.flat())),
    inside: sites.slice(0, points.length),
    outlineOf: (areas) => surfaceOf(polygonsOf(dissolve(areas.map((area): Polygon => ({ type: 'Polygon', coordinates: [straight[area] ?? []] }))))
      .map((polygon) => polygon.map((ring) => windRing(ring, wind)))),
  };
}

function seaPoints([west, south, east, north]: readonly [number, number, number, number], territory: Territory, random: Random): PlanePoint[] {
  const points: PlanePoint[] = [];
  for (let x = west + SEA_KM / 2; x < east; x += SEA_KM) {
    for (let y = south + SEA_KM / 2; y < north; y += SEA_KM) {
      const point: PlanePoint = [x + (random.next() - 0.5) * SEA_KM * 0.8, y + (random.next() - 0.5) * SEA_KM * 0.8];
      if (!territory.onLand(point)) points.push(point);
    }
  }
  return points;
}

/** Rounding to degrees can make neighbouring vertices one. */
function withoutRepeats(ring: readonly [number, number][]): Position[] {
  return ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1]);
}

function windRing(ring: readonly Position[], wind: Winding): Position[] {
  return ring.flatMap((vertex, i) => {
    const next = ring[i + 1];
    return next === undefined ? [vertex] : [vertex, ...wind(vertex, next)];
  });
}

function windPolygon(polygon: Polygon, wind: Winding): Polygon {
  const wound = rewind({ type: 'Polygon', coordinates: polygon.coordinates.map((ring) => windRing(ring, wind)) });
  return wound.type === 'Polygon' ? wound : polygon;
}
