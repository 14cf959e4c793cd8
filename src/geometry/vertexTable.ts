/** Numbers points so that points within a tolerance of one another have the same number. */
export interface VertexTable {
  /** Number of the point, a new one where none is near; -1 for coordinates that are not finite. */
  readonly numberOf: (x: number, y: number) => number;
  readonly count: () => number;
  readonly x: (vertex: number) => number;
  readonly y: (vertex: number) => number;
}

/** Cells are so many tolerances wide: few points reach over a cell's edge, and few cells hold two points. */
const CELL = 16;

/**
 * A hash of square cells: a point looks into the cells within the tolerance of it, mostly its own alone. The first of
 * several points in reach is taken, so that chains of points do not drift together.
 */
export function makeVertexTable(tolerance: number): VertexTable {
  const xs: number[] = [];
  const ys: number[] = [];
  const next: number[] = [];
  let heads = new Int32Array(1 << 12).fill(-1);
  const slot = (column: number, row: number): number => hash(column, row) & (heads.length - 1);
  const size = CELL * tolerance;
  const square = tolerance * tolerance;
  const cell = (value: number): number => Math.floor(value / size);
  const grow = (): void => {
    heads = new Int32Array(heads.length * 2).fill(-1);
    for (let vertex = 0; vertex < xs.length; vertex += 1) {
      const at = slot(cell(xs[vertex] ?? 0), cell(ys[vertex] ?? 0));
      next[vertex] = heads[at] ?? -1;
      heads[at] = vertex;
    }
  };
  const near = (x: number, y: number): number => {
    let first = -1;
    const [east, north] = [cell(x + tolerance), cell(y + tolerance)];
    for (let column = cell(x - tolerance); column <= east; column += 1) {
      for (let row = cell(y - tolerance); row <= north; row += 1) {
        for (let vertex = heads[slot(column, row)] ?? -1; vertex >= 0; vertex = next[vertex] ?? -1) {
          const dx = (xs[vertex] ?? 0) - x;
          const dy = (ys[vertex] ?? 0) - y;
          if (dx * dx + dy * dy <= square && (first < 0 || vertex < first)) first = vertex;
        }
      }
    }
    return first;
  };
  return {
    numberOf: (x, y) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return -1;
      const found = near(x, y);
      if (found >= 0) return found;
      if (xs.length >= heads.length) grow();
      const at = slot(cell(x), cell(y));
      xs.push(x);
      ys.push(y);
      next.push(heads[at] ?? -1);
      heads[at] = xs.length - 1;
      return xs.length - 1;
    },
    count: () => xs.length,
    x: (vertex) => xs[vertex] ?? Number.NaN,
    y: (vertex) => ys[vertex] ?? Number.NaN,
  };
}

/** Cells can number more than 2^32: both halves of each coordinate are mixed in. */
function hash(column: number, row: number): number {
  let mixed = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(Math.floor(column / 4294967296) | 0, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ Math.imul(row | 0, 0xc2b2ae35) ^ Math.imul(Math.floor(row / 4294967296) | 0, 0x27d4eb2f);
  mixed ^= mixed >>> 13;
  return Math.imul(mixed, 0x297a2d39) ^ (mixed >>> 16);
}
