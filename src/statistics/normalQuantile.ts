/** Coefficients by rising power, first of the numerator, then of the denominator (Wichura 1988, PPND16), as doubles. */
const CENTRE = [
  [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227],
  [1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
    21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854],
] as const;
const SHOULDER = [
  [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414],
  [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
    0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09],
] as const;
const TAIL = [
  [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07],
  [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
    0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15],
] as const;

/**
 * The value below which a standard normal variable falls with the given probability (0.975 -> 1.959964).
 * Relative error about 1e-15. -Infinity at 0, Infinity at 1; throws RangeError outside 0 to 1.
 * Source: M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), 477-484.
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`A probability lies between 0 and 1; this is ${probability}.`);
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  if (r === Infinity) return q < 0 ? -Infinity : Infinity;
  return Math.sign(q) * (r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5));
}

function ratio([numerator, denominator]: readonly [readonly number[], readonly number[]], x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

// The few levels that are in use: limits of every area ask for the same one.
const held = new Map<number, number>();

/** The z of two-sided limits: 0.95 -> 1.959964. Throws RangeError outside 0 to 1. */
export function twoSidedZ(confidence: number): number {
  const known = held.get(confidence);
  if (known !== undefined) return known;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  if (held.size >= 16) held.clear();
  held.set(confidence, z);
  return z;
}
