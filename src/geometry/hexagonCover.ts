import type { Position } from 'geojson';
import { toBritishGrid } from './grid.ts';
import { hexagonCentre, hexagonCorners, hexagonOf, type Hexagon, type HexagonGrid } from './hexagons.ts';
import { mapVertices, planarArea, polygonsOf, signedArea, xOf, yOf, type Surface } from './rings.ts';

/** The hexagons that a study area touches, with what of each lies in it. */
export interface HexagonCover {
  /** From south to north, in a row from west to east. */
  readonly hexagons: readonly Hexagon[];
  /** Surface of each within the study area in km2: what a share of surface is made of. */
  readonly km2: Float64Array;
  /** Position of the hexagon that holds a point in metres; -1 outside all of them or for a point that is not finite. */
  readonly find: (easting: number, northing: number) => number;
}

/** More hexagons than this are too many to draw and to rank. */
export const MOST_HEXAGONS = 100_000;

/**
 * All hexagons that have some of the study area (in longitude and latitude) in them; its edges are taken as straight in
 * the grid. Counts by hexagon come from points only: counts by area cannot be cut. Throws RangeError where there would
 * be more than 100,000 and for an area without surface.
 */
export function hexagonCover(area: Surface, grid: HexagonGrid): HexagonCover {
  const planar = mapVertices(area, toBritishGrid);
  if (planarArea(planar) / 1e6 / grid.km2 > MOST_HEXAGONS) throw new RangeError(`Hexagons ${grid.width} m wide would be more than ${MOST_HEXAGONS}: choose a larger size.`);
  const rings = polygonsOf(planar).flatMap((polygon) => polygon.map((ring, i) => ({ ring, hole: i > 0 })));
  const parts = sharesByHexagon(rings, grid);
  // A hexagon that is merely touched along a line has nothing of the area in it.
  const found = [...parts.values()].filter(({ share }) => share > 1e-9).toSorted((a, b) => a.hexagon.r - b.hexagon.r || a.hexagon.q - b.hexagon.q);
  if (found.length === 0) throw new RangeError('The study area has no surface.');
  const places = new Map(found.map(({ hexagon }, place) => [keyOf(hexagon), place]));
  return {
    hexagons: found.map(({ hexagon }) => hexagon), km2: Float64Array.from(found, ({ share }) => Math.min(1, share) * grid.km2),
    find: (easting, northing) => {
      const hexagon = hexagonOf(grid, easting, northing);
      return hexagon === null ? -1 : places.get(keyOf(hexagon)) ?? -1;
    },
  };
}

interface Ring {
  readonly ring: readonly Position[];
  readonly hole: boolean;
}

/** Share of each hexagon inside the rings: those on a border by cutting, those within a row between borders whole. */
function sharesByHexagon(rings: readonly Ring[], grid: HexagonGrid): Map<string, { hexagon: Hexagon; share: number }> {
  const parts = new Map<string, { hexagon: Hexagon; share: number }>();
  for (const { ring, hole } of rings) {
    const sign = Math.sign(signedArea(ring)) * (hole ? -1 : 1);
    for (let r = rowOf(grid, ring, Math.min); r <= rowOf(grid, ring, Math.max); r += 1) {
      // First what lies in the row's strip, which is as high as its hexagons, then each hexagon of that.
      const middle = hexagonCentre(grid, { q: 0, r })[1];
      const side = grid.width / Math.sqrt(3);
      const strip = cut(cut(ring, [0, 1, middle + side]), [0, -1, side - middle]);
      if (strip.length === 0) continue;
      const xs = strip.map((vertex) => xOf(vertex) / grid.width - r / 2);
      for (let q = Math.round(least(xs)); q <= Math.round(-least(xs.map((x) => -x))); q += 1) {
        const share = sign * signedArea(closed(clipped(strip, grid, { q, r }))) / (grid.km2 * 1e6);
        const held = parts.get(keyOf({ q, r }));
        parts.set(keyOf({ q, r }), { hexagon: { q, r }, share: (held?.share ?? 0) + share });
      }
    }
  }
  return parts;
}

function rowOf(grid: HexagonGrid, ring: readonly Position[], pick: (...values: number[]) => number): number {
  const northing = ring.reduce((found, vertex) => pick(found, yOf(vertex)), yOf(ring[0]));
  return Math.round(northing / (grid.width * Math.sqrt(3) / 2)) + (pick === Math.min ? -1 : 1);
}

/**
 * What of the ring lies in the hexagon, cut side by side (Sutherland and Hodgman): parts may be joined by edges without
 * surface.
 */
function clipped(ring: readonly Position[], grid: HexagonGrid, hexagon: Hexagon): Position[] {
  const corners = hexagonCorners(grid, hexagon);
  return corners.reduce<Position[]>((left, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    const normal: [number, number] = [nextY - y, x - nextX];
    return left.length === 0 ? left : cut(left, [...normal, normal[0] * x + normal[1] * y]);
  }, [...ring]);
}

/** The ring where a x + b y <= c. */
function cut(ring: readonly Position[], [a, b, c]: readonly [number, number, number]): Position[] {
  const over = (vertex: Position | undefined): number => a * xOf(vertex) + b * yOf(vertex) - c;
  const kept: Position[] = [];
  ring.forEach((vertex, i) => {
    const before = ring[i === 0 ? ring.length - 1 : i - 1];
    const [was, is] = [over(before), over(vertex)];
    if ((was < 0 && is > 0) || (was > 0 && is < 0)) {
      const along = was / (was - is);
      kept.push([xOf(before) + along * (xOf(vertex) - xOf(before)), yOf(before) + along * (yOf(vertex) - yOf(before))]);
    }
    if (is <= 0) kept.push(vertex);
  });
  return kept;
}

function closed(ring: readonly Position[]): Position[] {
  const [first] = ring;
  return first === undefined ? [] : [...ring, first];
}

function least(values: readonly number[]): number {
  return values.reduce((found, value) => Math.min(found, value), Infinity);
}

function keyOf({ q, r }: Hexagon): string {
  return `${q},${r}`;
}
