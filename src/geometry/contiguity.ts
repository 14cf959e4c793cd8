import { unsharedContacts } from './contactsOnEdges.ts';
import { listsFromPairs, type NeighbourLists } from './neighbourLists.ts';
import { polygonsOf, xOf, yOf, type Surface } from './rings.ts';
import { makeVertexTable } from './vertexTable.ts';

/** `queen`: areas that share at least one point of their boundaries. `rook`: that share a stretch of boundary. */
export type Contiguity = 'queen' | 'rook';

/** Edges of all areas between numbered vertices, each area's own edges once. */
export interface Edges {
  readonly area: number[];
  readonly from: number[];
  readonly to: number[];
}

/**
 * Neighbours by shared boundary. Vertices within `tolerance` of one another are one point, and a vertex that lies on
 * another area's edge (a T-junction) touches it, so that meshes whose neighbours do not repeat each other's
 * vertices are joined as well; real gaps stay gaps. A hole's filling is its surroundings' neighbour; surfaces that
 * overlap are neighbours only where boundaries touch.
 *
 * `tolerance` is in the units of the coordinates; the default is about 1 cm in degrees, and for metres in effect "exactly
 * the same". Time grows with the number of vertices, not of pairs. A surface without vertices has no neighbours.
 * Source: R's `spdep::poly2nb`, which sees no T-junctions.
 */
export function contiguousNeighbours(surfaces: readonly Surface[], rule: Contiguity, tolerance = 1e-7): NeighbourLists {
  if (!(tolerance > 0)) throw new RangeError(`A tolerance is positive; this is ${tolerance}.`);
  const table = makeVertexTable(tolerance);
  const edges = edgesOf(surfaces, table.numberOf);
  const from: number[] = [];
  const to: number[] = [];
  const join = (a: number, b: number): void => {
    from.push(a);
    to.push(b);
  };
  const loose = pairEdges(edges, table.count(), rule === 'rook' ? join : undefined);
  if (rule === 'queen') joinAtVertices(edges, table.count(), join);
  unsharedContacts(edges, loose, table, tolerance, rule, join);
  return listsFromPairs(surfaces.length, from, to);
}

function edgesOf(surfaces: readonly Surface[], numberOf: (x: number, y: number) => number): Edges {
  const edges: Edges = { area: [], from: [], to: [] };
  surfaces.forEach((surface, area) => {
    for (const rings of polygonsOf(surface)) {
      for (const ring of rings) {
        let last = -1;
        for (const vertex of ring) {
          const next = numberOf(xOf(vertex), yOf(vertex));
          if (next < 0) continue;
          if (last >= 0 && next !== last) {
            edges.area.push(area);
            edges.from.push(last);
            edges.to.push(next);
          }
          last = next;
        }
      }
    }
  });
  return edges;
}

/** Joins areas that have an edge in common; gives back the edges that no other area has. */
function pairEdges({ area, from, to }: Edges, vertices: number, join?: (a: number, b: number) => void): number[] {
  const heads = new Int32Array(vertices).fill(-1);
  const next = new Int32Array(area.length).fill(-1);
  const shared = new Uint8Array(area.length);
  for (let edge = 0; edge < area.length; edge += 1) {
    const low = Math.min(from[edge] ?? 0, to[edge] ?? 0);
    const high = Math.max(from[edge] ?? 0, to[edge] ?? 0);
    for (let other = heads[low] ?? -1; other >= 0; other = next[other] ?? -1) {
      if (Math.max(from[other] ?? 0, to[other] ?? 0) !== high || area[other] === area[edge]) continue;
      shared[edge] = 1;
      shared[other] = 1;
      join?.(area[edge] ?? -1, area[other] ?? -1);
    }
    next[edge] = heads[low] ?? -1;
    heads[low] = edge;
  }
  return Array.from(area.keys()).filter((edge) => shared[edge] === 0);
}

/** Joins all areas that meet at a vertex. Every vertex of a closed ring begins one of its edges. */
function joinAtVertices({ area, from }: Edges, vertices: number, join: (a: number, b: number) => void): void {
  const heads = new Int32Array(vertices).fill(-1);
  const next = new Int32Array(area.length).fill(-1);
  for (let edge = 0; edge < area.length; edge += 1) {
    const vertex = from[edge] ?? 0;
    for (let other = heads[vertex] ?? -1; other >= 0; other = next[other] ?? -1) {
      if (area[other] !== area[edge]) join(area[edge] ?? -1, area[other] ?? -1);
    }
    next[edge] = heads[vertex] ?? -1;
    heads[vertex] = edge;
  }
}
