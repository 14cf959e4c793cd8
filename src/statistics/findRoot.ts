const STEPS = 200;

/**
 * Where a continuous function changes sign between `low` and `high`, to the last bits of the number: bisection
 * sped up by inverse quadratic interpolation. Both ends must be finite; throws RangeError where the function has
 * the same sign at both or is not a number there. Infinite values are allowed (they are bisected).
 * Source: Chandrupatla, Advances in Engineering Software 28 (1997), 145-149.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [high, low];
  let [fa, fb] = [f(a), f(b)];
  let [c, fc] = [a, fa];
  if (!(fa * fb <= 0)) throw new RangeError(`No change of sign between ${low} (${fb}) and ${high} (${fa}).`);
  let share = 0.5;
  for (let step = 0; step < STEPS; step += 1) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const [best, fbest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const tolerance = (2 * Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - c);
    if (tolerance > 0.5 || fbest === 0 || a === b) return best;
    share = Math.max(tolerance, Math.min(1 - tolerance, shareOf([a, b, c], [fa, fb, fc])));
  }
  return a;
}

type Three = readonly [number, number, number];

/** How far from a to b the next point lies: interpolated where that is sure to converge, else half way. */
function shareOf([a, b, c]: Three, [fa, fb, fc]: Three): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const share = fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
  return Number.isFinite(share) ? share : 0.5;
}

/** Steps out from `from` in the given direction, doubling, until `passed`: the far end of a bracket. */
export function stepOut(from: number, step: number, passed: (x: number) => boolean): number {
  let x = from;
  for (let reach = step; !passed(x); reach *= 2) {
    if (!Number.isFinite(x)) throw new RangeError('There is no root in reach.');
    x += reach;
  }
  return x;
}
