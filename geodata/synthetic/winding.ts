import type { Position } from 'geojson';
import { keyOf } from '../../src/geometry/matchVertices.ts';
import { xOf, yOf } from '../../src/geometry/rings.ts';

/** The points between two neighbouring vertices of a cell, in order; the same for both cells that share the edge. */
export type Winding = (from: Position, to: Position) => Position[];

/** One further point for so many degrees of an edge (about 150 m), and at most so many. */
const DEGREES_PER_POINT = 0.0018;
const MOST_POINTS = 7;
/** How far a point may be drawn from the edge towards the site of a cell, as a share of the way. */
const DEEPEST = 0.14;
const DECIMALS = 1e6;

/**
 * Gives straight cells winding borders of about as many vertices as generalised boundaries have, so that drawing and
 * loading them costs what real ones cost. The points of an edge all lie in the triangle between the edge and the site
 * of one of its two cells: those triangles do not overlap in a Voronoi diagram, so no border can cross another.
 */
export function makeWinding(rings: readonly Position[][], sites: readonly (readonly [number, number])[]): Winding {
  const towards = new Map<string, readonly [number, number]>();
  rings.forEach((ring, cell) => {
    const site = sites[cell];
    ring.forEach((vertex, i) => {
      const next = ring[i + 1];
      if (!site || next === undefined) return;
      const key = edgeKey(vertex, next);
      // The first cell of the two, or the second where the edge's hash says so.
      if (!towards.has(key) || hashOf(key) % 2 === 1) towards.set(key, site);
    });
  });
  return (from, to) => {
    const forwards = keyOf(from) < keyOf(to);
    const key = edgeKey(from, to);
    const site = towards.get(key);
    if (!site) return [];
    const points = pointsOf(forwards ? from : to, forwards ? to : from, site, hashOf(key));
    return forwards ? points : points.toReversed();
  };
}

function edgeKey(a: Position, b: Position): string {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}

function pointsOf(from: Position, to: Position, [siteX, siteY]: readonly [number, number], seed: number): Position[] {
  const [dx, dy] = [xOf(to) - xOf(from), yOf(to) - yOf(from)];
  const count = Math.min(MOST_POINTS, Math.round(Math.hypot(dx, dy) / DEGREES_PER_POINT));
  let state = seed;
  return Array.from({ length: count }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const along = (i + 1) / (count + 1);
    const depth = (DEEPEST * state) / 2 ** 32;
    const [x, y] = [xOf(from) + dx * along, yOf(from) + dy * along];
    return [round(x + (siteX - x) * depth), round(y + (siteY - y) * depth)];
  });
}

function round(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

/** FNV-1a, 32 bits, mixed once more so that its last bit is even-handed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
