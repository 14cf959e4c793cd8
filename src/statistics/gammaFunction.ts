const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
/** Arguments from here on use Stirling's series directly; below, they are shifted up to it. */
const LARGE = 16;

/** x^a e^-x / Gamma(a + 1): the Poisson probability of a at mean x, also for fractional a (Loader 2000). */
export function massAt(x: number, shape: number): number {
  if (shape < LARGE) return Math.exp(shape * Math.log(x) - x - logGamma(shape + 1));
  return Math.exp(-stirlingSeries(shape) - deviance(shape, x)) / Math.sqrt(2 * Math.PI * shape);
}

/** ln Gamma(a) for a > 0, by Stirling's series after shifting small arguments up. */
export function logGamma(shape: number): number {
  let shift = 1;
  let a = shape;
  for (; a < LARGE; a += 1) shift *= a;
  return (a - 0.5) * Math.log(a) - a + HALF_LOG_TWO_PI + stirlingSeries(a) - Math.log(shift);
}

/** ln Gamma(a + 1) less Stirling's formula, for any a of 0 and more (Infinity at 0, as the formula has ln 0). */
export function stirlingError(a: number): number {
  return a >= LARGE ? stirlingSeries(a) : logGamma(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
}

/** ln Gamma(a + 1) less Stirling's formula (a + 1/2) ln a - a + ln sqrt(2 pi), for a of 16 and more. */
function stirlingSeries(a: number): number {
  const square = a * a;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188) / square) / square) / square) / square) / a;
}

/** a ln(a / x) + x - a without cancellation where x is near a (Loader 2000). */
export function deviance(a: number, x: number): number {
  if (Math.abs(a - x) >= 0.1 * (a + x)) return a * Math.log(a / x) + x - a;
  const v = (a - x) / (a + x);
  let sum = (a - x) * v;
  let term = 2 * a * v;
  for (let j = 1; ; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}
