import { randomBelow, seededRandom } from '../../src/statistics/seededRandom.ts';

/** Seeded random numbers, the same on every machine: the same seed must give the same pack, byte for byte. */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  next(): number;
  /** Uniform whole number from 0 to below - 1. */
  below(below: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
}

/**
 * A stream of random numbers for one purpose. Streams of one seed are independent by name, so that a change
 * in one data set leaves the others as they were.
 */
export function makeRandom(seed: number, stream: string): Random {
  const next = seededRandom(seed ^ hashText(stream));
  return {
    next,
    below: (below) => randomBelow(below, next),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
