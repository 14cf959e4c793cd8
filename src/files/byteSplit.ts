/**
 * Byte-split form of a column of unsigned integers: the low bytes of all values, then the next bytes, and so on.
 * Neighbouring values share their high bytes, so that gzip and Brotli pack this form about twice as well.
 */
export function splitBytes(values: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  const { length, BYTES_PER_ELEMENT: width } = values;
  const split = new Uint8Array(length * width);
  for (let byte = 0; byte < width; byte++) {
    const start = byte * length;
    const shift = byte * 8;
    for (let i = 0; i < length; i++) split[start + i] = (values[i] ?? 0) >>> shift;
  }
  return split;
}

/** Joins byte-split 16-bit values. */
export function joinUint16(split: Uint8Array): Uint16Array {
  const length = split.length / 2;
  const values = new Uint16Array(length);
  for (let i = 0; i < length; i++) values[i] = (split[i] ?? 0) | ((split[length + i] ?? 0) << 8);
  return values;
}

/** Joins byte-split 32-bit values. */
export function joinUint32(split: Uint8Array): Uint32Array {
  const length = split.length / 4;
  const values = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    values[i] = (split[i] ?? 0) | ((split[length + i] ?? 0) << 8) | ((split[2 * length + i] ?? 0) << 16) | ((split[3 * length + i] ?? 0) << 24);
  }
  return values;
}
