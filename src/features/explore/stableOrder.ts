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
  const keys = new Float64Array(items.length);
  // Nothing below zero is zero too, hence + 0.
  for (let at = 0; at < items.length; at += 1) keys[at] = keyOf(items[at] ?? 0) + 0;
  const bits = sortableBits(keys);
  const digits = new Uint16Array(items.length);
  let order = items.slice();
  let next = new Uint32Array(items.length);
  let places = Uint32Array.from(items.keys());
  let nextPlaces = new Uint32Array(items.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const starts = countDigits(bits, pass * DIGIT_BITS, digits);
    // Every key has the same digit: the order stands.
    if (starts === null) continue;
    for (let at = 0; at < order.length; at += 1) {
      const place = places[at] ?? 0;
      const digit = digits[place] ?? 0;
      const to = starts[digit] ?? 0;
      starts[digit] = to + 1;
      next[to] = order[at] ?? 0;
      nextPlaces[to] = place;
    }
    [order, next, places, nextPlaces] = [next, order, nextPlaces, places];
  }
  return order;
}

/** Pairs of 32 bits, low ones first, that are in order as unsigned numbers where the keys are. */
function sortableBits(keys: Float64Array<ArrayBuffer>): Uint32Array {
  const bits = new Uint32Array(keys.buffer);
  for (let high = 1; high < bits.length; high += 2) {
    const sign = bits[high] ?? 0;
    if (sign >= 0x8000_0000) {
      bits[high] = ~sign;
      bits[high - 1] = ~(bits[high - 1] ?? 0);
    } else bits[high] = sign | 0x8000_0000;
  }
  return bits;
}

/** Writes each key's digit and gives where each digit's items begin; null where there is one digit only. */
function countDigits(bits: Uint32Array, shift: number, digits: Uint16Array): Uint32Array | null {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < digits.length; at += 1) {
    const low = bits[2 * at] ?? 0;
    const high = bits[2 * at + 1] ?? 0;
    const digit = (shift >= 32 ? high >>> (shift - 32) : shift + DIGIT_BITS <= 32 ? low >>> shift : (low >>> shift) | (high << (32 - shift))) & (BUCKETS - 1);
    digits[at] = digit;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  if (digits.length === 0 || starts[(digits[0] ?? 0) + 1] === digits.length) return null;
  for (let digit = 0; digit < BUCKETS; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  return starts;
}
