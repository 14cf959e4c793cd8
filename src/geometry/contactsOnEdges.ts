import type { Contiguity, Edges } from './contiguity.ts';
import type { VertexTable } from './vertexTable.ts';

/**
 * Finds where the edges that no other area repeats touch another area's such edges: an end of one on the other. One
 * point is a queen's contact; two that lie apart are a stretch of common boundary. In a clean mesh these edges are
 * the outline alone, so this costs little.
 */
export function unsharedContacts(
  edges: Edges, loose: readonly number[], table: VertexTable, tolerance: number, rule: Contiguity, join: (a: number, b: number) => void,
): void {
  const cells = new Map<number, number[]>();
  const size = cellSize(edges, loose, table);
  for (const edge of loose) {
    const box = boxOf(edges, edge, table, tolerance);
    const seen = new Set<number>();
    for (let column = Math.floor(box[0] / size); column <= Math.floor(box[2] / size); column += 1) {
      for (let row = Math.floor(box[1] / size); row <= Math.floor(box[3] / size); row += 1) {
        // Collisions of the key only cost a comparison.
        const key = column * 2 ** 24 + row;
        const others = cells.get(key);
        if (others === undefined) cells.set(key, [edge]);
        else {
          for (const other of others) {
            if (seen.has(other) || edges.area[other] === edges.area[edge]) continue;
            seen.add(other);
            if (touch(edges, edge, other, table, tolerance, rule)) join(edges.area[edge] ?? -1, edges.area[other] ?? -1);
          }
          others.push(edge);
        }
      }
    }
  }
}

function touch(edges: Edges, a: number, b: number, table: VertexTable, tolerance: number, rule: Contiguity): boolean {
  const [a0, a1, b0, b1] = [edges.from[a] ?? -1, edges.to[a] ?? -1, edges.from[b] ?? -1, edges.to[b] ?? -1];
  const contacts = [
    ...[a0, a1].filter((vertex) => vertex === b0 || vertex === b1 || liesOn(vertex, b0, b1, table, tolerance)),
    ...[b0, b1].filter((vertex) => liesOn(vertex, a0, a1, table, tolerance)),
  ];
  if (rule === 'queen') return contacts.length > 0;
  return contacts.some((vertex) => contacts.some((other) => distance(vertex, other, table) > 2 * tolerance));
}

function liesOn(vertex: number, from: number, to: number, table: VertexTable, tolerance: number): boolean {
  const [x, y, x0, y0] = [table.x(vertex), table.y(vertex), table.x(from), table.y(from)];
  const [dx, dy] = [table.x(to) - x0, table.y(to) - y0];
  const length = Math.hypot(dx, dy);
  const along = ((x - x0) * dx + (y - y0) * dy) / length;
  return along > 0 && along < length && Math.abs((x - x0) * dy - (y - y0) * dx) / length <= tolerance;
}

function distance(a: number, b: number, table: VertexTable): number {
  return Math.hypot(table.x(a) - table.x(b), table.y(a) - table.y(b));
}

function boxOf(edges: Edges, edge: number, table: VertexTable, margin: number): [number, number, number, number] {
  const [from, to] = [edges.from[edge] ?? -1, edges.to[edge] ?? -1];
  return [
    Math.min(table.x(from), table.x(to)) - margin, Math.min(table.y(from), table.y(to)) - margin,
    Math.max(table.x(from), table.x(to)) + margin, Math.max(table.y(from), table.y(to)) + margin,
  ];
}

/** Twice the mean extent of an edge, so that an edge covers few cells and a cell holds few edges. */
function cellSize(edges: Edges, loose: readonly number[], table: VertexTable): number {
  const total = loose.reduce((sum, edge) => sum + distance(edges.from[edge] ?? -1, edges.to[edge] ?? -1, table), 0);
  return 2 * total / loose.length || 1;
}
