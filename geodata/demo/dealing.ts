import type { Random } from './random.ts';

/** Fisher-Yates, in place. */
function shuffle(values: Uint16Array | Uint32Array | Int32Array | Uint8Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    const kept = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = kept;
  }
}

/** Each position as often as its count says: [2, 0, 1] -> 0, 0, 2. */
export function repeatEach(counts: ArrayLike<number>): Uint16Array {
  const total = Array.from(counts).reduce((a, b) => a + b, 0);
  const out = new Uint16Array(total);
  let next = 0;
  for (let i = 0; i < counts.length; i += 1) {
    out.fill(i, next, next + (counts[i] ?? 0));
    next += counts[i] ?? 0;
  }
  return out;
}

/** A shuffled pack of cards: each position as often as its count says, in random order. */
export function deal(counts: ArrayLike<number>, random: Random): Uint16Array {
  const cards = repeatEach(counts);
  shuffle(cards, random);
  return cards;
}

/**
 * Chooses exactly `count` positions, each with a chance that grows with its weight (weight 0 = never):
 * weighted sampling without replacement by exponential keys (Efraimidis and Spirakis 2006).
 * Gives 1 for the chosen and 0 for the others; throws where fewer than `count` have a weight.
 */
export function chooseExactly(count: number, weights: ArrayLike<number>, random: Random): Uint8Array {
  const keys = Float64Array.from(weights, (weight) => (weight > 0 ? -Math.log(1 - random.next()) / weight : Infinity));
  const sorted = keys.toSorted();
  const limit = count > 0 ? sorted[count - 1] : -1;
  if (limit === undefined || limit === Infinity) throw new Error(`Choosing ${count} of ${keys.filter(Number.isFinite).length}: too few to choose from.`);
  const chosen = new Uint8Array(keys.length);
  let left = count;
  keys.forEach((key, i) => {
    if (key > limit || left === 0) return;
    chosen[i] = 1;
    left -= 1;
  });
  return chosen;
}

/** A position drawn with probability proportional to its weight. */
export function pick(weights: readonly number[], random: Random): number {
  const total = weights.reduce((a, b) => a + b, 0);
  let left = random.next() * total;
  for (let i = 0; i < weights.length; i += 1) {
    left -= weights[i] ?? 0;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
