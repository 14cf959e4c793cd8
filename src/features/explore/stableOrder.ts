const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const PASSES = 6;

/**
 * Items by ascending key; equal keys keep their order. A radix sort on the bits of the keys (Knuth, The Art of Computer
 * Programming 3, 5.2.5): its cost grows with the number of items alone, and nothing is compared.
 *
 * @param keyOf finite
 * @returns new array
 */
export function stableOrder(items: Uint32Array, keyOf: (item: number) => number): Uint32Array {
  const bits = sortableBits(Float64Array.from(items, keyOf));
  let order = Uint32Array.from(items.keys());
  let next = new Uint32Array(items.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    if (byDigit(bits, pass * DIGIT_BITS, order, next)) [order, next] = [next, order];
  }
  return order.map((position) => items[position] ?? 0);
}

/** Pairs of 32 bits, low ones first, that are in order as unsigned numbers where the keys are. */
function sortableBits(keys: Float64Array): Uint32Array {
  // Nothing below zero is zero too.
  const bits = new Uint32Array(keys.map((key) => key + 0).buffer);
  for (let high = 1; high < bits.length; high += 2) {
    const negative = ((bits[high] ?? 0) & 0x8000_0000) !== 0;
    bits[high] = negative ? ~(bits[high] ?? 0) : (bits[high] ?? 0) | 0x8000_0000;
    if (negative) bits[high - 1] = ~(bits[high - 1] ?? 0);
  }
  return bits;
}

/** One pass. False where every key has the same digit: the order stands. */
function byDigit(bits: Uint32Array, shift: number, order: Uint32Array, next: Uint32Array): boolean {
  const starts = new Uint32Array(BUCKETS + 1);
  const digitOf = (position: number): number => {
    const [low, high] = [bits[2 * position] ?? 0, bits[2 * position + 1] ?? 0];
    if (shift >= 32) return (high >>> (shift - 32)) & (BUCKETS - 1);
    return shift + DIGIT_BITS <= 32 ? (low >>> shift) & (BUCKETS - 1) : ((low >>> shift) | (high << (32 - shift))) & (BUCKETS - 1);
  };
  for (const position of order) {
    const after = digitOf(position) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  if (starts.includes(order.length)) return false;
  for (let digit = 0; digit < BUCKETS; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  for (const position of order) {
    const digit = digitOf(position);
    next[starts[digit] ?? 0] = position;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  return true;
}
