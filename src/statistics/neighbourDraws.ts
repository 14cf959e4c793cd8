import { randomBelow, seededRandom, type RandomSource } from './seededRandom.ts';

/**
 * How an area's neighbours are drawn from the other areas: each other area at most once (PySAL, GeoDa), or
 * `with-replacement` (spdep 1.2).
 */
export type Sampling = 'without-replacement' | 'with-replacement';

/** What decides a set of draws: the same of it give the same draws. */
export interface DrawsOptions {
  /** Draws that each area shall have at the least on average, 1 or more. */
  readonly permutations: number;
  readonly seed: number;
  /** Default `without-replacement`. */
  readonly sampling?: Sampling;
}

/** Draws of areas in a random order, shared by all areas. The first k of a draw are a draw of k areas. */
export interface NeighbourDraws {
  readonly draws: number;
  /** Areas in each draw. */
  readonly length: number;
  /** Positions of areas, draw after draw. */
  readonly drawn: Int32Array;
  /** An area may come more than once in a draw. */
  readonly repeats: boolean;
}

/** The last draws made: the tests of one request and the steps of one series share theirs. */
let last: { readonly key: string; readonly made: NeighbourDraws } | null = null;

/**
 * So many draws of `length` of the areas that, leaving out those that contain a certain area, `permutations` of them are
 * left on average. Throws RangeError for fewer than one permutation.
 */
export function neighbourDraws(areas: number, length: number, { permutations, seed, sampling = 'without-replacement' }: DrawsOptions): NeighbourDraws {
  if (!(permutations >= 1)) throw new RangeError(`There must be at least one permutation; there are ${permutations}.`);
  const key = [areas, length, permutations, seed, sampling].join(' ');
  if (last?.key !== key) last = { key, made: madeDraws(areas, length, permutations, seededRandom(seed), sampling) };
  return last.made;
}

function madeDraws(areas: number, length: number, permutations: number, random: RandomSource, sampling: Sampling): NeighbourDraws {
  const without = sampling === 'with-replacement' ? (1 - 1 / areas) ** length : 1 - length / areas;
  const draws = Math.ceil(permutations / without);
  const drawn = new Int32Array(draws * length);
  if (sampling === 'with-replacement') {
    for (let place = 0; place < drawn.length; place += 1) drawn[place] = randomBelow(areas, random);
  } else shuffledStarts(areas, length, drawn, random);
  return { draws, length, drawn, repeats: sampling === 'with-replacement' };
}

/** The first places of an order that is never put back: shuffled or not, it is as random as any. */
function shuffledStarts(areas: number, length: number, drawn: Int32Array, random: RandomSource): void {
  const order = Int32Array.from({ length: areas }, (_, area) => area);
  for (let start = 0; start < drawn.length; start += length) {
    for (let k = 0; k < length; k += 1) {
      const other = k + randomBelow(areas - k, random);
      const area = order[other] ?? 0;
      order[other] = order[k] ?? 0;
      order[k] = area;
      drawn[start + k] = area;
    }
  }
}
