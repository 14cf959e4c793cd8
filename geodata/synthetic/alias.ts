import type { Random } from '../demo/random.ts';

/** Draws positions with given weights, each draw in the same time however many there are. */
export type Sampler = (random: Random) => number;

/**
 * Walker's alias method in Vose's form (M. D. Vose 1991, "A linear algorithm for generating random numbers with a given
 * distribution", IEEE Transactions on Software Engineering 17, 972-975), one random number a draw. Weights are not
 * negative and not all zero; those of zero are never drawn.
 */
export function makeSampler(weights: ArrayLike<number>): Sampler {
  const count = weights.length;
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('There is nothing to draw: all weights are zero.');
  const share = Float64Array.from(weights, (weight) => (weight * count) / total);
  const alias = Uint32Array.from(weights, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((value, i) => (value < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() ?? 0;
    const high = large.at(-1) ?? 0;
    alias[low] = high;
    share[high] = (share[high] ?? 0) + (share[low] ?? 0) - 1;
    if ((share[high] ?? 0) < 1) small.push(large.pop() ?? 0);
  }
  // What is left over is full, but for rounding.
  for (const left of large) share[left] = 1;
  for (const left of small) if ((weights[left] ?? 0) > 0) share[left] = 1;
  return (random) => {
    const draw = random.next() * count;
    const slot = Math.floor(draw);
    return draw - slot < (share[slot] ?? 1) ? slot : (alias[slot] ?? slot);
  };
}
