import { seededRandom as seededSource } from '../statistics/seededRandom.ts';

/** Uniform numbers from a seed: the same seed gives the same plan, draw and test on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 to below `limit`; 0 where the limit is 1 or less. */
  below(limit: number): number;
  /** A new list in random order (Fisher and Yates: every order is equally likely). */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * The generator of `src/statistics` from the whole number `seed` (taken modulo 2^32). Throws RangeError for a seed that
 * is not a whole number. `stream` gives independent sequences for different purposes under one seed.
 */
export function seededRandom(seed: number, stream = 0): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`A seed is a whole number; it is ${seed}.`);
  const next = seededSource((scrambled(seed >>> 0) ^ scrambled(stream + 0x9e3779b9)) >>> 0);
  const below = (limit: number): number => Math.floor(next() * Math.max(1, limit));
  return { next, below, shuffled: (list) => shuffled(list, below) };
}

/** Neighbouring seeds far apart (the finaliser of MurmurHash3). */
function scrambled(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function shuffled<T>(list: readonly T[], below: (limit: number) => number): T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
