import type { Position } from 'geojson';
import { feature, featureCollection } from '@turf/helpers';
import { union } from '@turf/union';
import { areaKm2 } from './area.ts';
import { contains } from './containment.ts';
import { edgesCross } from './edgesCross.ts';
import { keyOf, matchVertices } from './matchVertices.ts';
import { polygonsOf, signedArea, surfaceOf, wound, xOf, yOf, type Surface } from './rings.ts';

/** A hole or piece smaller than one square metre is an artefact of rounding, not a place. */
const SLIVER_KM2 = 1e-6;

/**
 * The union of surfaces, in degrees. Where they tile the ground (boroughs from LSOAs), edges that two of them
 * share vanish exactly, nothing is recomputed and no sliver can arise; T-junctions and gaps up to about 1 cm are
 * closed first. Where they overlap, turf's general union is used and pieces and holes under 1 m2 are dropped.
 * Outer rings run anticlockwise, holes clockwise. Throws RangeError when there is nothing to dissolve.
 */
export function dissolve(geometries: readonly Surface[]): Surface {
  const matched = matchVertices(geometries).filter((surface) => polygonsOf(surface).length > 0);
  if (matched.length === 0) throw new RangeError('There is no surface to dissolve.');
  const edges = outlineEdges(matched);
  const tiles = edges === null || edgesCross(edges) ? null : assemble(ringsOf(edges));
  return tiles ?? overlay(matched);
}

type Edge = readonly [Position, Position];

/** Directed edges that no neighbour runs along the other way; null where two surfaces run along one the same way. */
function outlineEdges(geometries: readonly Surface[]): Edge[] | null {
  const edges = new Map<string, Edge>();
  for (const surface of geometries) {
    for (const rings of polygonsOf(surface)) {
      for (const [index, ring] of rings.entries()) {
        const directed = wound(ring, index === 0);
        for (let i = 0; i + 1 < directed.length; i += 1) {
          const from = directed[i];
          const to = directed[i + 1];
          if (from === undefined || to === undefined) continue;
          const key = `${keyOf(from)} ${keyOf(to)}`;
          if (edges.has(key)) return null;
          edges.set(key, [from, to]);
        }
      }
    }
  }
  return [...edges.values()].filter(([from, to]) => !edges.has(`${keyOf(to)} ${keyOf(from)}`));
}

/** Follows the edges into closed rings that touch themselves nowhere. */
function ringsOf(edges: readonly Edge[]): Position[][] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = keyOf(edge[0]);
    leaving.set(key, [...(leaving.get(key) ?? []), edge]);
  }
  const rings: Position[][] = [];
  for (const start of edges) {
    const path: Position[] = [];
    let edge: Edge | undefined = take(leaving, start);
    while (edge !== undefined) {
      path.push(edge[0]);
      const next = sharpestLeft(edge, leaving.get(keyOf(edge[1])) ?? []);
      edge = next === undefined ? undefined : take(leaving, next);
    }
    if (path.length > 0) rings.push(...simpleLoops(path));
  }
  return rings;
}

/** Removes an edge from those still to be followed; undefined where it has been followed before. */
function take(leaving: Map<string, Edge[]>, edge: Edge): Edge | undefined {
  const at = leaving.get(keyOf(edge[0])) ?? [];
  if (!at.includes(edge)) return undefined;
  leaving.set(keyOf(edge[0]), at.filter((other) => other !== edge));
  return edge;
}

/** Of the edges that leave where `edge` ends, the one that keeps to the same side: the sharpest turn to the left. */
function sharpestLeft(edge: Edge, choices: readonly Edge[]): Edge | undefined {
  if (choices.length < 2) return choices[0];
  const back = direction(edge[1], edge[0]);
  const turn = (choice: Edge): number => {
    const clockwise = back - direction(choice[0], choice[1]);
    return clockwise <= 0 ? clockwise + 2 * Math.PI : clockwise;
  };
  return choices.toSorted((a, b) => turn(a) - turn(b))[0];
}

function direction(from: Position, to: Position): number {
  return Math.atan2(yOf(to) - yOf(from), xOf(to) - xOf(from));
}

/** Cuts a closed path at every vertex it visits twice, so that a hole that touches the outline is a ring of its own. */
function simpleLoops(path: readonly Position[]): Position[][] {
  const loops: Position[][] = [];
  const open: Position[] = [];
  const depth = new Map<string, number>();
  for (const vertex of path) {
    const seen = depth.get(keyOf(vertex));
    if (seen !== undefined) {
      const loop = open.splice(seen);
      for (const visited of loop) depth.delete(keyOf(visited));
      loops.push([...loop, vertex]);
    }
    depth.set(keyOf(vertex), open.length);
    open.push(vertex);
  }
  const [first] = open;
  if (first !== undefined) loops.push([...open, first]);
  return loops;
}

/** Rings into polygons with holes; null where rings nest as no tiling does (one surface inside another). */
function assemble(rings: readonly Position[][]): Surface | null {
  const outer = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  for (const [ring] of outer) {
    const depth = around(ring ?? [], outer.map(([other]) => other ?? [])).length - around(ring ?? [], holes).length;
    if (depth !== 0) return null;
  }
  for (const hole of holes) {
    const hosts = around(hole, outer.map(([ring]) => ring ?? []));
    if (hosts.length - around(hole, holes).length !== 1) return null;
    // The smallest ring around a hole is its own: larger ones hold islands inside other holes.
    const [host] = hosts.toSorted((a, b) => signedArea(a) - signedArea(b));
    outer.find(([ring]) => ring === host)?.push(hole);
  }
  return outer.length === 0 ? null : surfaceOf(outer);
}

/** Those of the candidate rings that a ring lies in. */
function around(ring: readonly Position[], candidates: readonly Position[][]): Position[][] {
  const [longitude, latitude] = middle(ring);
  return candidates.filter((other) => other !== ring && contains({ type: 'Polygon', coordinates: [other] }, longitude, latitude));
}

/** Middle of a ring's first edge: a point of this ring that lies on no other ring, since rings share vertices only. */
function middle(ring: readonly Position[]): [number, number] {
  return [(xOf(ring[0]) + xOf(ring[1])) / 2, (yOf(ring[0]) + yOf(ring[1])) / 2];
}

/** Union of surfaces that overlap. */
function overlay(geometries: readonly Surface[]): Surface {
  const [only] = geometries;
  const merged = geometries.length === 1 && only !== undefined
    ? only
    : union(featureCollection(geometries.map((surface) => feature(surface))))?.geometry;
  const polygons = (merged === undefined ? [] : polygonsOf(merged))
    .map((rings) => rings.filter(isWide).map((ring, index) => wound(ring, index === 0)))
    .filter((rings) => rings.length > 0);
  if (polygons.length === 0) throw new RangeError('There is no surface to dissolve.');
  return surfaceOf(polygons);
}

function isWide(ring: Position[]): boolean {
  return areaKm2({ type: 'Polygon', coordinates: [ring] }) >= SLIVER_KM2;
}
