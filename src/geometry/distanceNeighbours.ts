import { listsFrom, type NeighbourLists } from './neighbourLists.ts';

/** Points in metres (British National Grid): easting and northing by area. */
export interface GridPoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Distances that differ by less than this, relatively, are equal: the difference is rounding. */
const ROUNDING = 1e-12;
/** Points to a bucket of the index, about. */
const PER_BUCKET = 2;

/**
 * The k points nearest to each point, ascending by position; of equally near ones those that come first. One-sided: A
 * may be among B's nearest and not B among A's. Throws RangeError for points that are not finite and
 * unless there are more than k points. Source: as R's `spdep::knearneigh`.
 */
export function nearestNeighbours(points: GridPoints, k: number): NeighbourLists {
  const index = makeIndex(points);
  if (!(Number.isInteger(k) && k >= 1 && k < points.x.length)) throw new RangeError(`Each of ${points.x.length} points cannot have ${k} neighbours.`);
  return listsFrom(Array.from({ length: points.x.length }, (_, point) => nearest(point, k, points, index)));
}

/**
 * All points within `metres` of each point, a distance of exactly that included; ascending by position. Points that
 * coincide are neighbours. Throws RangeError for points that are not finite and a distance that is not positive.
 * Source: as R's `spdep::dnearneigh`.
 */
export function neighboursWithin(points: GridPoints, metres: number): NeighbourLists {
  if (!(metres > 0 && metres < Infinity)) throw new RangeError(`A distance is positive; this is ${metres} m.`);
  const index = makeIndex(points, metres);
  const limit = metres * metres * (1 + ROUNDING);
  return listsFrom(Array.from({ length: points.x.length }, (_, point) => {
    const found: number[] = [];
    const [column, row] = index.cellOf(point);
    const reach = Math.ceil(metres / index.size);
    index.visit(column - reach, row - reach, column + reach, row + reach, (other) => {
      if (other !== point && squareDistance(points, point, other) <= limit) found.push(other);
    });
    return found;
  }));
}

function nearest(point: number, k: number, points: GridPoints, index: Index): number[] {
  const [column, row] = index.cellOf(point);
  const found: { other: number; square: number }[] = [];
  for (let ring = 0; ; ring += 1) {
    index.visitRing(column, row, ring, (other) => {
      if (other === point) return;
      const square = squareDistance(points, point, other);
      if (found.length === k && !nearer(square, other, found.at(-1))) return;
      const at = found.findIndex((held) => nearer(square, other, held));
      found.splice(at < 0 ? found.length : at, 0, { other, square });
      if (found.length > k) found.pop();
    });
    // Everything within `ring` cells of the point's own cell has been seen.
    const seen = ring * index.size;
    if ((found.length === k && (found.at(-1)?.square ?? Infinity) < seen * seen) || ring > index.side) return found.map(({ other }) => other);
  }
}

function nearer(square: number, other: number, held: { other: number; square: number } | undefined): boolean {
  if (held === undefined) return true;
  if (Math.abs(square - held.square) > ROUNDING * held.square) return square < held.square;
  return other < held.other;
}

function squareDistance({ x, y }: GridPoints, a: number, b: number): number {
  const east = (x[a] ?? Number.NaN) - (x[b] ?? Number.NaN);
  const north = (y[a] ?? Number.NaN) - (y[b] ?? Number.NaN);
  return east * east + north * north;
}

interface Index {
  /** Metres along a cell's side, and cells along the longer side of all. */
  readonly size: number;
  readonly side: number;
  readonly cellOf: (point: number) => [number, number];
  readonly visit: (west: number, south: number, east: number, north: number, each: (point: number) => void) => void;
  /** The cells that are exactly `ring` cells away, in either direction. */
  readonly visitRing: (column: number, row: number, ring: number, each: (point: number) => void) => void;
}

/** Square buckets over the points, each holding a few, or as wide as `atLeast` metres where that is wider. */
function makeIndex({ x, y }: GridPoints, atLeast = 0): Index {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`${n} eastings and ${y.length} northings do not match.`);
  const [west, east, south, north] = [least(x, 1), -least(x, -1), least(y, 1), -least(y, -1)];
  const [wide, high] = [n === 0 ? 0 : east - west, n === 0 ? 0 : north - south];
  const even = Math.max(Math.sqrt(wide * high * PER_BUCKET / Math.max(1, n)), Math.max(wide, high) * PER_BUCKET / Math.max(1, n));
  // No more than a few buckets to a point, however small the distance asked for.
  const size = Math.max(even, Math.min(atLeast, Math.max(wide, high))) || 1;
  const columns = Math.floor(wide / size) + 1;
  const rows = Math.floor(high / size) + 1;
  const cellOf = (point: number): [number, number] => [Math.floor(((x[point] ?? 0) - west) / size), Math.floor(((y[point] ?? 0) - south) / size)];
  const buckets: number[][] = Array.from({ length: columns * rows }, () => []);
  for (let point = 0; point < n; point += 1) {
    const [column, row] = cellOf(point);
    buckets[row * columns + column]?.push(point);
  }
  const visit: Index['visit'] = (fromColumn, fromRow, toColumn, toRow, each) => {
    for (let row = Math.max(0, fromRow); row <= Math.min(rows - 1, toRow); row += 1) {
      for (let column = Math.max(0, fromColumn); column <= Math.min(columns - 1, toColumn); column += 1) buckets[row * columns + column]?.forEach(each);
    }
  };
  const visitRing: Index['visitRing'] = (column, row, ring, each) => {
    if (ring === 0) return visit(column, row, column, row, each);
    visit(column - ring, row - ring, column + ring, row - ring, each);
    visit(column - ring, row + ring, column + ring, row + ring, each);
    visit(column - ring, row - ring + 1, column - ring, row + ring - 1, each);
    return visit(column + ring, row - ring + 1, column + ring, row + ring - 1, each);
  };
  return { size, side: Math.max(columns, rows), cellOf, visit, visitRing };
}

/** The least of sign * value. */
function least(values: ArrayLike<number>, sign: 1 | -1): number {
  let found = Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value)) throw new RangeError(`Point ${i} has no finite easting and northing.`);
    found = Math.min(found, sign * value);
  }
  return found;
}
