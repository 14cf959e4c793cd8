/** Bits sorted by in each pass, and their number of values. */
const DIGIT = 11;
const DIGITS = 2 ** DIGIT;

/**
 * Positions of the values from the smallest up; equal ones in the order given. Values are numbers from 0 up, not NaN:
 * these sort as the whole numbers that their bits spell, so that three passes over 11 bits each put them in order but for
 * those that agree in 20 binary digits, which are few and neighbours. Some ten times as fast as sorting by comparing.
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  let order = new Uint32Array(values.length);
  let next = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    starts.fill(0);
    // The upper word of each number is the second (little-endian, as every platform of a browser is).
    for (let i = 0; i < order.length; i += 1) starts[((words[2 * i + 1]! >>> shift) & (DIGITS - 1)) + 1]! += 1;
    for (let digit = 0; digit < DIGITS; digit += 1) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < order.length; i += 1) next[starts[(words[2 * order[i]! + 1]! >>> shift) & (DIGITS - 1)]!++] = order[i]!;
    [order, next] = [next, order];
  }
  putInOrder(values, order);
  return order;
}

/** By insertion: nearly all are in order already. */
function putInOrder(values: Float64Array, order: Uint32Array): void {
  for (let i = 1; i < order.length; i += 1) {
    const position = order[i]!;
    const value = values[position]!;
    let to = i;
    for (; to > 0 && values[order[to - 1]!]! > value; to -= 1) order[to] = order[to - 1]!;
    order[to] = position;
  }
}
