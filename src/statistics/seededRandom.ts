/** Uniform numbers in [0, 1), the same ones for the same seed on every machine. */
export type RandomSource = () => number;

export type Xoshiro128State = readonly [number, number, number, number];

/**
 * xoshiro128**'s raw numbers of 32 bits from a state that is not all 0.
 * Source: Blackman and Vigna, ACM Trans. Math. Softw. 47 (2021), https://prng.di.unimi.it/xoshiro128starstar.c.
 */
export function xoshiro128StarStar([first, second, third, fourth]: Xoshiro128State): () => number {
  let [a, b, c, d] = [first, second, third, fourth];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

/**
 * Seeded uniform numbers in [0, 1) of 32 bits: xoshiro128**, its state filled by splitmix32, so that seeds that
 * differ in one bit start far apart. The seed (any finite number; its lowest 32 bits count) belongs beside the result.
 *
 * @example const random = seededRandom(5); random(); // always the same
 */
export function seededRandom(seed: number): RandomSource {
  if (!Number.isFinite(seed)) throw new RangeError(`A seed is a number; it is ${seed}.`);
  const mix = splitMix32(seed | 0);
  const bits = xoshiro128StarStar([mix(), mix(), mix(), mix()]);
  return () => bits() / 4294967296;
}

/** A whole number from 0 to below - 1. */
export function randomBelow(below: number, random: RandomSource): number {
  return Math.floor(random() * below);
}

/** Puts the values in random order, every order equally likely (Fisher and Yates). In place; gives them back. */
export function shuffle<Values extends Float64Array | Int32Array>(values: Values, random: RandomSource): Values {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = randomBelow(i + 1, random);
    const held = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = held;
  }
  return values;
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function splitMix32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
}
