import { bounds } from './bounds.ts';
import { polygonsOf, xOf, yOf, type Surface } from './rings.ts';

/** Square cells over a box, in the units of the shapes: x fastest, rows from south to north. */
export interface CellGrid {
  readonly west: number;
  readonly south: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Position of the surface that holds each cell's centre; -1 where none does, the later where several do. By crossing
 * rows with edges: a cell costs nothing, however many there are. Surfaces without a ring hold no cell.
 */
export function areaOfCells(surfaces: readonly Surface[], grid: CellGrid): Int32Array {
  const areas = new Int32Array(grid.columns * grid.rows).fill(-1);
  surfaces.forEach((surface, area) => fillCells(surface, area, grid, areas));
  return areas;
}

/** Columns whose centres lie between the first and second, third and fourth ... crossing of a row are inside. */
function fillCells(surface: Surface, area: number, { west, south, cellMetres, columns, rows }: CellGrid, areas: Int32Array): void {
  const [, low, , high] = bounds(surface);
  if (!(low <= high)) return;
  const rowAfter = (y: number): number => Math.ceil((y - south) / cellMetres - 0.5);
  const first = Math.max(0, rowAfter(low));
  const crossings: number[][] = Array.from({ length: Math.max(0, Math.min(rows, rowAfter(high)) - first) }, () => []);
  for (const ring of polygonsOf(surface).flat()) {
    for (let i = 0; i < ring.length; i += 1) {
      const [from, to] = [ring[i], ring[(i + 1) % ring.length]];
      const [x, y, slope] = [xOf(from), yOf(from), (xOf(to) - xOf(from)) / (yOf(to) - yOf(from))];
      const [bottom, top] = [Math.min(y, yOf(to)), Math.max(y, yOf(to))];
      // Half open, so that a row through a corner crosses one of its two edges.
      for (let row = Math.max(first, rowAfter(bottom)); row < Math.min(rows, rowAfter(top)); row += 1) {
        crossings[row - first]?.push(x + (south + (row + 0.5) * cellMetres - y) * slope);
      }
    }
  }
  crossings.forEach((xs, step) => {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const column = (x: number): number => Math.min(columns, Math.max(0, Math.ceil((x - west) / cellMetres - 0.5)));
      areas.fill(area, (first + step) * columns + column(xs[i]!), (first + step) * columns + column(xs[i + 1]!));
    }
  });
}
