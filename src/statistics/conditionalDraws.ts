import { randomBelow, type RandomSource } from './seededRandom.ts';
import type { SpatialWeights } from './spatialWeights.ts';

/**
 * How an area's neighbours are drawn from the other areas: each other area at most once (PySAL, GeoDa), or
 * `with-replacement` (spdep 1.2).
 */
export type Sampling = 'without-replacement' | 'with-replacement';

/** How many draws of neighbours had a weighted sum at least as high, and at most as high, as the one found. */
export interface DrawCounts {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** Up to so many neighbours, drawing again where one comes twice is quicker than keeping an order of all areas. */
const FEW = 12;

/**
 * Conditional permutations: every area keeps its value, its neighbours' values are drawn from all other areas, and the
 * weighted sum is compared with the one found (`sums`; equal but for rounding counts on both sides). Areas without
 * neighbours count none. The area itself is never among the neighbours drawn, so the weights must not include it.
 */
export function conditionalDraws(
  values: Float64Array, weights: SpatialWeights, sums: Float64Array, permutations: number, random: RandomSource, sampling: Sampling,
): DrawCounts {
  if (!(permutations >= 1)) throw new RangeError(`There must be at least one permutation; there are ${permutations}.`);
  const n = values.length;
  const high = new Float64Array(n);
  const low = new Float64Array(n);
  const slack = 1e-12 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const again = redrawn(values, random, sampling === 'without-replacement');
  const ordered = fromOrder(values, random);
  for (let area = 0; area < n; area += 1) {
    const from = weights.offsets[area] ?? 0;
    const to = weights.offsets[area + 1] ?? 0;
    if (from === to) continue;
    const few = to - from <= FEW && 2 * (to - from) < n;
    const draw = sampling === 'with-replacement' || few ? again : ordered;
    const near = slack * (to - from);
    draw.begin(area);
    for (let permutation = 0; permutation < permutations; permutation += 1) {
      let total = 0;
      for (let k = from; k < to; k += 1) total += (weights.weights[k] ?? 0) * draw.next(k - from);
      if (total >= (sums[area] ?? 0) - near) high[area] = (high[area] ?? 0) + 1;
      if (total <= (sums[area] ?? 0) + near) low[area] = (low[area] ?? 0) + 1;
    }
  }
  return { high, low };
}

/** Starts an area's draws, then gives one value after another; `drawn` counts from 0 in each permutation. */
interface Draw {
  readonly begin: (area: number) => void;
  readonly next: (drawn: number) => number;
}

/** Any other area; where each may come once, again until it is a new one. */
function redrawn(values: Float64Array, random: RandomSource, once: boolean): Draw {
  const chosen = new Int32Array(FEW);
  const others = values.length - 1;
  let own = -1;
  return {
    begin: (area) => { own = area; },
    next: (drawn) => {
      for (;;) {
        const other = randomBelow(others, random);
        let known = false;
        for (let i = 0, end = once ? drawn : 0; i < end; i += 1) known ||= chosen[i] === other;
        if (known) continue;
        chosen[drawn] = other;
        return values[other < own ? other : other + 1] ?? 0;
      }
    },
  };
}

/** The first places of an order that is never put back: shuffled or not, it is as random as any. */
function fromOrder(values: Float64Array, random: RandomSource): Draw {
  const owner = Int32Array.from(values.keys());
  const place = owner.slice();
  const last = values.length - 1;
  const swap = (a: number, b: number): void => {
    const [first, second] = [owner[a] ?? 0, owner[b] ?? 0];
    owner[a] = second;
    owner[b] = first;
    place[second] = a;
    place[first] = b;
  };
  return {
    // The area itself waits at the end, where no draw reaches it.
    begin: (area) => swap(place[area] ?? 0, last),
    next: (drawn) => {
      swap(drawn, drawn + randomBelow(last - drawn, random));
      return values[owner[drawn] ?? 0] ?? 0;
    },
  };
}
