/** Seeded uniform numbers in [0, 1): mulberry32, whose 32 bits are plenty for coverage to a tenth of a per cent. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A Poisson count by Knuth's product of uniforms, in pieces of mean 20 so that the product does not underflow. */
export function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 20) {
    const limit = Math.exp(-Math.min(left, 20));
    for (let product = random(); product > limit; product *= random()) count += 1;
  }
  return count;
}
