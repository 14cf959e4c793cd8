import type { Position } from 'geojson';
import { polygonsOf, surfaceOf, xOf, yOf, type Surface } from './rings.ts';

/**
 * Makes neighbours share exactly the same vertices: vertices closer than the tolerance become one, and a vertex
 * that lies on a neighbour's edge is inserted there (T-junctions), so that shared edges become equal and a
 * union leaves no slivers. Returns copies in the same order; rings that collapse are dropped (a surface can
 * come back empty, as a MultiPolygon without polygons).
 *
 * `tolerance` is in the units of the coordinates; the default for degrees is about 1 cm.
 */
export function matchVertices(geometries: readonly Surface[], tolerance = 1e-7): Surface[] {
  const merged = mergeVertices(geometries, tolerance);
  const inserted = verticesOnEdges(merged, tolerance);
  return merged.map((surface) => rebuild(surface, (ring) => ring.flatMap((vertex, i) => {
    const next = ring[i + 1];
    return next === undefined ? [vertex] : [vertex, ...inserted(vertex, next)];
  })));
}

/** Text key of a vertex: equal exactly when both coordinates are. */
export function keyOf(vertex: Position): string {
  return `${xOf(vertex)},${yOf(vertex)}`;
}

/** Every vertex becomes the first vertex met within the tolerance of it. */
function mergeVertices(geometries: readonly Surface[], tolerance: number): Surface[] {
  const cells = new Map<string, Position[]>();
  const representative = (vertex: Position): Position => {
    const column = Math.floor(xOf(vertex) / tolerance);
    const row = Math.floor(yOf(vertex) / tolerance);
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        const near = cells.get(`${x},${y}`)?.find((other) => distance(other, vertex) <= tolerance);
        if (near !== undefined) return near;
      }
    }
    const key = `${column},${row}`;
    const own: Position = [xOf(vertex), yOf(vertex)];
    cells.set(key, [...(cells.get(key) ?? []), own]);
    return own;
  };
  return geometries.map((surface) => rebuild(surface, (ring) => ring.map((vertex) => representative(vertex))));
}

/** Applies a change to each ring, then drops repeated neighbours, spikes and rings without area. */
function rebuild(surface: Surface, change: (ring: Position[]) => Position[]): Surface {
  const polygons = polygonsOf(surface).map((rings) => rings.map((ring) => withoutSpikes(change(ring))));
  return surfaceOf(polygons
    .filter(([outer]) => (outer?.length ?? 0) >= 4)
    .map((rings) => rings.filter((ring) => ring.length >= 4)));
}

/** The ring without zero-length edges and without spikes (there and back along the same edge). */
function withoutSpikes(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const vertex of ring.slice(0, -1)) {
    kept.push(vertex);
    while (kept.length > 1) {
      if (same(kept.at(-1), kept.at(-2))) kept.pop();
      else if (kept.length > 2 && same(kept.at(-1), kept.at(-3))) kept.length -= 2;
      else break;
    }
  }
  while (kept.length > 2) {
    if (same(kept[0], kept.at(-1))) kept.pop();
    else if (same(kept[0], kept.at(-2))) kept.length -= 2;
    else if (same(kept[1], kept.at(-1))) kept.splice(0, 2);
    else break;
  }
  const [first] = kept;
  return kept.length >= 3 && first !== undefined ? [...kept, first] : [];
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return xOf(a) === xOf(b) && yOf(a) === yOf(b);
}

/** For an edge, the vertices of others that lie on it, in the order in which it meets them. */
function verticesOnEdges(geometries: readonly Surface[], tolerance: number): (from: Position, to: Position) => Position[] {
  const { near } = vertexIndex(geometries);
  return (from, to) => {
    const length = distance(from, to);
    const along = near(from, to, tolerance).flatMap((vertex) => {
      const x = xOf(vertex) - xOf(from);
      const y = yOf(vertex) - yOf(from);
      const ex = (xOf(to) - xOf(from)) / length;
      const ey = (yOf(to) - yOf(from)) / length;
      const position = x * ex + y * ey;
      const off = Math.abs(x * ey - y * ex);
      return position > 0 && position < length && off <= tolerance ? [{ vertex, position }] : [];
    });
    const ends = new Set([keyOf(from), keyOf(to)]);
    return along.filter(({ vertex }) => !ends.has(keyOf(vertex)))
      .toSorted((a, b) => a.position - b.position).map(({ vertex }) => vertex);
  };
}

/** Distinct vertices in a grid of about one vertex a cell; `near` gives those in the cells an edge's box covers. */
function vertexIndex(geometries: readonly Surface[]): { near: (from: Position, to: Position, margin: number) => Position[] } {
  const vertices = new Map<string, Position>();
  for (const surface of geometries) {
    for (const ring of polygonsOf(surface).flat()) for (const vertex of ring) vertices.set(keyOf(vertex), vertex);
  }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const vertex of vertices.values()) {
    west = Math.min(west, xOf(vertex));
    east = Math.max(east, xOf(vertex));
    south = Math.min(south, yOf(vertex));
    north = Math.max(north, yOf(vertex));
  }
  const size = Math.max(east - west, north - south) / Math.max(1, Math.sqrt(vertices.size)) || 1;
  const cells = new Map<string, Position[]>();
  const slot = (value: number, low: number): number => Math.floor((value - low) / size);
  for (const vertex of vertices.values()) {
    const key = `${slot(xOf(vertex), west)},${slot(yOf(vertex), south)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [vertex]);
    else cell.push(vertex);
  }
  const near = (from: Position, to: Position, margin: number): Position[] => {
    const found: Position[] = [];
    const lastX = slot(Math.max(xOf(from), xOf(to)) + margin, west);
    const lastY = slot(Math.max(yOf(from), yOf(to)) + margin, south);
    for (let x = slot(Math.min(xOf(from), xOf(to)) - margin, west); x <= lastX; x += 1) {
      for (let y = slot(Math.min(yOf(from), yOf(to)) - margin, south); y <= lastY; y += 1) {
        found.push(...(cells.get(`${x},${y}`) ?? []));
      }
    }
    return found;
  };
  return { near };
}

function distance(a: Position, b: Position): number {
  return Math.hypot(xOf(a) - xOf(b), yOf(a) - yOf(b));
}
