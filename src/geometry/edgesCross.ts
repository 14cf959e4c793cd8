import type { Position } from 'geojson';
import { xOf, yOf } from './rings.ts';

type Edge = readonly [Position, Position];

/**
 * Whether any two edges cross at a point inside both (meeting at ends is not crossing). Edges are compared
 * only where they pass through the same cell of a grid.
 */
export function edgesCross(edges: readonly Edge[]): boolean {
  const cells = new Map<string, Edge[]>();
  const size = cellSize(edges);
  for (const edge of edges) {
    const xs = [xOf(edge[0]), xOf(edge[1])].map((x) => Math.floor(x / size)).toSorted((a, b) => a - b);
    const ys = [yOf(edge[0]), yOf(edge[1])].map((y) => Math.floor(y / size)).toSorted((a, b) => a - b);
    for (let x = xs[0] ?? 0; x <= (xs[1] ?? -1); x += 1) {
      for (let y = ys[0] ?? 0; y <= (ys[1] ?? -1); y += 1) {
        const key = `${x},${y}`;
        const others = cells.get(key) ?? [];
        if (others.some((other) => cross(edge, other))) return true;
        others.push(edge);
        cells.set(key, others);
      }
    }
  }
  return false;
}

/** Twice the mean extent of an edge, so that an edge covers few cells and a cell holds few edges. */
function cellSize(edges: readonly Edge[]): number {
  let total = 0;
  for (const [from, to] of edges) total += Math.abs(xOf(to) - xOf(from)) + Math.abs(yOf(to) - yOf(from));
  return 2 * total / edges.length || 1;
}

function cross([a, b]: Edge, [c, d]: Edge): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Sign tells on which side of the line from a to b the vertex c lies. */
function side(a: Position, b: Position, c: Position): number {
  return Math.sign((xOf(b) - xOf(a)) * (yOf(c) - yOf(a)) - (yOf(b) - yOf(a)) * (xOf(c) - xOf(a)));
}
