import { checkBandwidth, kernelMassWithin, type Kernel, type Rectangle } from './kernels.ts';

/** Events in metres (British National Grid), with a weight each (default 1). */
export interface WeightedPoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

/** Where the density is asked for: every easting with every northing, both ascending, in metres. */
export interface GridCentres {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface KernelOptions {
  readonly kernel: Kernel;
  /**
   * In metres: the radius of a quartic or Epanechnikov kernel, the standard deviation of a Gaussian one.
   * `bandwidthForSigma` converts.
   */
  readonly bandwidth: number;
  /**
   * What is lost over the edge of `window`: `none` (default) leaves it lost; `uniform` divides each density by the
   * share of the kernel there that lies in the window; `jones-diggle` divides each event's weight by the share of its
   * own kernel, so that the sum over the window is that of the weights.
   */
  readonly edge?: 'none' | 'uniform' | 'jones-diggle';
  /** Needed for a correction: the rectangle in which events were looked for. */
  readonly window?: Rectangle;
  /**
   * A Gaussian kernel is taken for 0 beyond so many standard deviations. Default never; 8 leaves out 1e-14 of its
   * height.
   */
  readonly cutOff?: number;
}

export interface KernelDensity {
  /** Events (sum of weights) per square metre: x fastest, then y from south to north. */
  readonly density: Float64Array;
  /** Points without a finite place or weight, which are not in it. */
  readonly missing: number;
}

/**
 * Kernel density at the grid's points: the sum of the kernels of all events, term by term, without binning or
 * transform. It integrates to the number of events. Street-crime points are snapped to a list of places (police.uk), so
 * what the surface shows below a few hundred metres is that list; use a bandwidth well above the spacing of snap
 * points.
 *
 * Time: points x grid points within reach; `mergePoints` first where many points coincide. Points without place or
 * weight (NaN) are counted in `missing`. Throws RangeError for a bandwidth that is not positive, a grid that does not
 * ascend and a correction without window. Source: Silverman, Density Estimation (1986), ch. 4; Diggle, Applied
 * Statistics 34 (1985), 138-147.
 */
export function kernelDensity(points: WeightedPoints, grid: GridCentres, options: KernelOptions): KernelDensity {
  const { kernel, bandwidth, edge = 'none', window, cutOff = Infinity } = options;
  checkBandwidth(bandwidth);
  checkAscending(grid.x, 'eastings');
  checkAscending(grid.y, 'northings');
  if (edge !== 'none' && window === undefined) throw new RangeError('A correction at the edge needs the window in which events were looked for.');
  const share = (x: number, y: number): number => (window === undefined ? 1 : kernelMassWithin(kernel, bandwidth, x, y, window));
  const density = new Float64Array(grid.x.length * grid.y.length);
  const add = kernel === 'gaussian' ? gaussian(grid, bandwidth, cutOff, density) : withinRadius(kernel, grid, bandwidth, density);
  let missing = 0;
  for (let i = 0; i < points.x.length; i += 1) {
    const [x, y, weight] = [points.x[i] ?? Number.NaN, points.y[i] ?? Number.NaN, points.weights === undefined ? 1 : points.weights[i] ?? Number.NaN];
    if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(weight)) missing += 1;
    else if (weight !== 0) add(x, y, edge === 'jones-diggle' ? weight / share(x, y) : weight);
  }
  if (edge === 'uniform') {
    for (let at = 0; at < density.length; at += 1) {
      density[at] = (density[at] ?? 0) / share(grid.x[at % grid.x.length] ?? 0, grid.y[Math.floor(at / grid.x.length)] ?? 0);
    }
  }
  return { density, missing };
}

/** Points at the same place become one with the sum of their weights; points without place or weight stay as they are. */
export function mergePoints(points: WeightedPoints): Required<WeightedPoints> {
  const places = new Map<string, number>();
  const merged: { x: number[]; y: number[]; weights: number[] } = { x: [], y: [], weights: [] };
  for (let i = 0; i < points.x.length; i += 1) {
    const [x, y, weight] = [points.x[i] ?? Number.NaN, points.y[i] ?? Number.NaN, points.weights === undefined ? 1 : points.weights[i] ?? Number.NaN];
    const key = `${x},${y}`;
    const place = Number.isFinite(x + y + weight) ? places.get(key) : undefined;
    if (place !== undefined) merged.weights[place] = (merged.weights[place] ?? 0) + weight;
    else {
      if (Number.isFinite(x + y + weight)) places.set(key, merged.x.length);
      merged.x.push(x);
      merged.y.push(y);
      merged.weights.push(weight);
    }
  }
  return merged;
}

type Add = (x: number, y: number, weight: number) => void;

function withinRadius(kernel: 'quartic' | 'epanechnikov', grid: GridCentres, radius: number, density: Float64Array): Add {
  const columns = grid.x.length;
  const square = radius * radius;
  const height = (kernel === 'quartic' ? 3 : 2) / (Math.PI * square);
  return (x, y, weight) => {
    for (let row = firstFrom(grid.y, y - radius); row < grid.y.length; row += 1) {
      const north = (grid.y[row] ?? 0) - y;
      if (north >= radius) return;
      const half = Math.sqrt(square - north * north);
      for (let column = firstFrom(grid.x, x - half); column < columns; column += 1) {
        const east = (grid.x[column] ?? 0) - x;
        const left = 1 - (east * east + north * north) / square;
        if (left <= 0) {
          if (east > 0) break;
          continue;
        }
        const at = row * columns + column;
        density[at] = (density[at] ?? 0) + weight * height * (kernel === 'quartic' ? left * left : left);
      }
    }
  };
}

/** A Gaussian is the product of one along x and one along y. */
function gaussian(grid: GridCentres, sigma: number, cutOff: number, density: Float64Array): Add {
  const columns = grid.x.length;
  const reach = sigma * cutOff;
  const along = new Float64Array(columns);
  const height = 1 / (2 * Math.PI * sigma * sigma);
  const fall = (distance: number): number => Math.exp(-distance * distance / (2 * sigma * sigma));
  return (x, y, weight) => {
    const from = firstFrom(grid.x, x - reach);
    let to = from;
    for (; to < columns && (grid.x[to] ?? 0) <= x + reach; to += 1) along[to] = fall((grid.x[to] ?? 0) - x);
    for (let row = firstFrom(grid.y, y - reach); row < grid.y.length && (grid.y[row] ?? 0) <= y + reach; row += 1) {
      const scale = weight * height * fall((grid.y[row] ?? 0) - y);
      for (let column = from; column < to; column += 1) density[row * columns + column] = (density[row * columns + column] ?? 0) + scale * (along[column] ?? 0);
    }
  };
}

/** Position of the first value that is not below `from`. */
function firstFrom(values: ArrayLike<number>, from: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkAscending(values: ArrayLike<number>, what: string): void {
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i]) || (i > 0 && (values[i] ?? 0) <= (values[i - 1] ?? 0))) throw new RangeError(`The grid's ${what} do not ascend at position ${i}.`);
  }
}
