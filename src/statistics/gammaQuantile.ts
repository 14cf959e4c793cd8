import { logGamma, massAt } from './gammaFunction.ts';
import { normalQuantile } from './normalQuantile.ts';

const STEPS = 500;

/**
 * The value below which a gamma variable (scale 1) falls with the given probability. Half a chi-square quantile:
 * the exact limits of a Poisson count c are gammaQuantile(a, c) and gammaQuantile(1 - a, c + 1).
 *
 * Relative error below 1e-12 for shapes from 0.1 to 1e6 (1e-11 from 0.001) and probabilities from 1e-12 to 1 - 1e-12 (as far
 * as 1 - p can be told from 1). 0 at probability 0, Infinity at 1. Throws RangeError for a probability outside
 * 0 to 1 and for a shape that is not positive and finite.
 *
 * Halley's method on the incomplete gamma function, whichever tail is smaller, started from Wilson and Hilferty's
 * cube root (or the leading term near 0) and kept inside a shrinking bracket.
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`A probability lies between 0 and 1; this is ${probability}.`);
  if (!(shape > 0 && Number.isFinite(shape))) throw new RangeError(`The shape must be positive; it is ${shape}.`);
  if (probability === 0) return 0;
  if (probability === 1) return Infinity;
  const lowerTail = probability <= 0.5;
  const target = lowerTail ? probability : 1 - probability;
  let low = 0;
  let high = Infinity;
  let x = start(probability, shape);
  for (let step = 0; step < STEPS; step += 1) {
    const tail = gammaTail(x, shape, lowerTail);
    if (tail > target === lowerTail) high = Math.min(high, x);
    else low = Math.max(low, x);
    const next = x + halleyStep(x, shape, lowerTail ? tail - target : target - tail);
    const inside = next > low && next < high ? next : middle(low, high);
    if (Math.abs(inside - x) <= 2e-16 * x || inside === low || inside === high) return inside;
    x = inside;
  }
  return x;
}

/**
 * Probability that a gamma variable (scale 1) lies below x (`lower`) or above it, each computed without
 * subtracting from 1 where it is small. 0 and 1 at the ends.
 */
export function gammaTail(x: number, shape: number, lower: boolean): number {
  if (x <= 0) return lower ? 0 : 1;
  if (x === Infinity) return lower ? 1 : 0;
  const bySeries = x < shape + 1;
  const tail = bySeries ? lowerSeries(x, shape) : upperFraction(x, shape);
  return bySeries === lower ? tail : 1 - tail;
}

/** Where to begin: the Wilson-Hilferty approximation, or p = x^a / Gamma(a + 1) where that is too close to 0. */
function start(probability: number, shape: number): number {
  const cubeRoot = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  if (cubeRoot > 0.3) return shape * cubeRoot ** 3;
  return Math.max(Number.MIN_VALUE, Math.exp((Math.log(probability) + logGamma(shape + 1)) / shape));
}

/** Step of Halley's method for F(x) - p = excess; the density's log derivative is (a - 1) / x - 1. */
function halleyStep(x: number, shape: number, excess: number): number {
  const newton = excess / (massAt(x, shape) * shape / x);
  const curvature = newton * ((shape - 1) / x - 1) / 2;
  return -newton / Math.max(0.5, 1 - Math.max(-1, Math.min(1, curvature)));
}

/** Between two bounds; geometric where the quantile may be many orders of magnitude below the upper one. */
function middle(low: number, high: number): number {
  if (high === Infinity) return 2 * low || 1;
  return low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high / 16;
}

/** Lower tail by its power series, which converges fast below the mean. */
function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-18; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * massAt(x, shape);
}

/** Upper tail by Legendre's continued fraction (modified Lentz), which converges fast above the mean. */
function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1e6; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return h * shape * massAt(x, shape);
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
