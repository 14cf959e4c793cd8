import { deviance, stirlingError } from './gammaFunction.ts';

/**
 * Probability that a beta variable with shapes a and b lies below (`lower`) or above odds / (1 + odds), each
 * without subtracting from 1 where it is small. As odds, because a proportion near 1 loses its digits.
 * So for X of n events with odds p / (1 - p): P(X >= x) is the lower tail with x and n - x + 1, P(X <= x) the
 * upper one with x + 1 and n - x. Relative error below 2e-12 for shapes up to 20,000.
 *
 * Throws RangeError for shapes that are not positive. Source: continued fraction DLMF 8.17.22.
 */
export function betaTail(odds: number, a: number, b: number, lower: boolean): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`Shapes are positive; they are ${a} and ${b}.`);
  if (!(odds > 0)) return lower ? 0 : 1;
  if (odds === Infinity) return lower ? 1 : 0;
  const x = odds / (1 + odds);
  const small = x < (a + 1) / (a + b + 2);
  const tail = small ? smallTail(odds, a, b) : smallTail(1 / odds, b, a);
  return small === lower ? tail : 1 - tail;
}

/**
 * Probability of a of a + b events where each has the given odds; also for fractional a and b.
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function binomialMass(odds: number, a: number, b: number): number {
  if (a === 0) return Math.exp(-b * Math.log1p(odds));
  if (b === 0) return Math.exp(-a * Math.log1p(1 / odds));
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b)
    - deviance(a, n * odds / (1 + odds)) - deviance(b, n / (1 + odds));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a) / b);
}

/** Lower tail by its continued fraction (modified Lentz), which converges fast below the mean. */
function smallTail(odds: number, a: number, b: number): number {
  const x = odds / (1 + odds);
  let c = 1;
  let d = 1 / nonZero(1 - (a + b) * x / (a + 1));
  let h = d;
  const step = (term: number): number => {
    d = 1 / nonZero(1 + term * d);
    c = nonZero(1 + term / c);
    h *= d * c;
    return d * c;
  };
  for (let m = 1; m < 1e6; m += 1) {
    step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
    const factor = step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return binomialMass(odds, a, b) * b / (a + b) * h;
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
