/**
 * Seeded random numbers: xoshiro128** (Blackman and Vigna 2018, https://prng.di.unimi.it/xoshiro128starstar.c),
 * its state filled by splitmix32. Small, fast, well tested, and the same on every machine, which
 * Math.random is not: the same seed must give the same pack, byte for byte.
 */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  next(): number;
  /** Uniform whole number from 0 to below - 1. */
  below(below: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
}

export type State = [number, number, number, number];

/** The generator's raw 32-bit numbers from a given state; exported so that the test can use published vectors. */
export function xoshiro128StarStar(state: State): () => number {
  const s: State = [...state];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotateLeft(s[3], 11);
    return result;
  };
}

/**
 * A stream of random numbers for one purpose. Streams of one seed are independent by name, so that a change
 * in one data set leaves the others as they were.
 */
export function makeRandom(seed: number, stream: string): Random {
  const mix = splitMix32((seed ^ hashText(stream)) >>> 0);
  const bits = xoshiro128StarStar([mix(), mix(), mix(), mix()]);
  const next = (): number => bits() / 2 ** 32;
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
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
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
