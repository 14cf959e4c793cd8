import { upperNormalTail as upperTail } from './normalTail.ts';

/**
 * How an event's weight of 1 spreads over the plane, per square metre:
 * - `quartic`: 3 / (pi R^2) (1 - d^2 / R^2)^2 within the radius R;
 * - `epanechnikov`: 2 / (pi R^2) (1 - d^2 / R^2) within R;
 * - `gaussian`: exp(-d^2 / 2 s^2) / (2 pi s^2), which never ends.
 */
export type Kernel = 'quartic' | 'epanechnikov' | 'gaussian';

/** Radius over the standard deviation along an axis. A Gaussian has no radius. */
const RADIUS_IN_SIGMAS = { quartic: Math.sqrt(8), epanechnikov: Math.sqrt(6) } as const;

/** Panels of the integral over the rows of a cut kernel, each with 20 nodes. */
const NODES = gaussLegendre(20);

/**
 * The bandwidth that this kernel takes for a given standard deviation along an axis (spatstat's sigma), in metres:
 * sqrt(8) sigma for a quartic radius, sqrt(6) sigma for Epanechnikov's, sigma itself for a Gaussian. So that kernels
 * can be compared.
 */
export function bandwidthForSigma(kernel: Kernel, sigma: number): number {
  return kernel === 'gaussian' ? sigma : RADIUS_IN_SIGMAS[kernel] * sigma;
}

/** Throws RangeError unless the bandwidth is positive and finite. */
export function checkBandwidth(bandwidth: number): void {
  if (!(bandwidth > 0 && bandwidth < Infinity)) throw new RangeError(`A bandwidth is a positive number of metres; it is ${bandwidth}.`);
}

/** A rectangle in metres. */
export interface Rectangle {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * The share of a kernel round (x, y) that lies within the rectangle, 0 to 1: exact for a Gaussian, to about 1e-12 for
 * the others. What edge corrections divide by.
 */
export function kernelMassWithin(kernel: Kernel, bandwidth: number, x: number, y: number, { west, south, east, north }: Rectangle): number {
  checkBandwidth(bandwidth);
  const [left, right, low, high] = [(west - x) / bandwidth, (east - x) / bandwidth, (south - y) / bandwidth, (north - y) / bandwidth];
  if (kernel === 'gaussian') return normalBetween(left, right) * normalBetween(low, high);
  const [from, to] = [Math.max(-1, low), Math.min(1, high)];
  if (!(from < to) || left >= 1 || right <= -1) return 0;
  // Where the disc's edge passes a side of the rectangle the integrand bends: integrate between those heights.
  const bends = [left, right].filter((side) => Math.abs(side) < 1).flatMap((side) => [Math.sqrt(1 - side * side), -Math.sqrt(1 - side * side)]);
  const heights = [from, ...bends.filter((height) => height > from && height < to).toSorted((a, b) => a - b), to].map(Math.asin);
  let mass = 0;
  for (let i = 1; i < heights.length; i += 1) {
    const [start, end] = [heights[i - 1] ?? 0, heights[i] ?? 0];
    // By the angle, as the disc's half-width has no slope limit at its top.
    for (const [node, weight] of NODES) {
      const angle = start + (end - start) * (node + 1) / 2;
      mass += weight * (end - start) / 2 * Math.cos(angle) * rowMass(kernel, Math.cos(angle), left, right);
    }
  }
  return mass;
}

/** Integral of the unit kernel along a row whose half-width within the unit disc is given, between two x. */
function rowMass(kernel: 'quartic' | 'epanechnikov', half: number, left: number, right: number): number {
  const square = half * half;
  const upTo = (x: number): number => (kernel === 'quartic'
    ? 3 / Math.PI * (square * square * x - 2 * square * x ** 3 / 3 + x ** 5 / 5)
    : 2 / Math.PI * (square * x - x ** 3 / 3));
  const [from, to] = [Math.max(-half, left), Math.min(half, right)];
  return from < to ? upTo(to) - upTo(from) : 0;
}

function normalBetween(low: number, high: number): number {
  return low > 0 ? upperTail(low) - upperTail(high) : upperTail(-high) - upperTail(-low);
}

/** Nodes and weights on -1 to 1, by Newton's method on the Legendre polynomial. */
function gaussLegendre(count: number): readonly (readonly [node: number, weight: number])[] {
  return Array.from({ length: count }, (_, i) => {
    let x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step += 1) {
      let [before, value] = [1, x];
      for (let k = 2; k <= count; k += 1) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = count * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    return [x, 2 / ((1 - x * x) * slope * slope)];
  });
}
