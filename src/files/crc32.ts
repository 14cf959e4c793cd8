/** Four tables, so that four bytes are taken per step ("slicing by 4"). */
const TABLES = makeTables();

function makeTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const tables = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    tables[0][byte] = remainder;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (const [before, after] of [[0, 1], [1, 2], [2, 3]] as const) {
      const remainder = tables[before][byte] ?? 0;
      tables[after][byte] = (remainder >>> 8) ^ (tables[0][remainder & 255] ?? 0);
    }
  }
  return tables;
}

/** CRC-32 of ISO 3309 (as in gzip, zip and PNG), as an unsigned 32-bit integer; 0 for no bytes. */
export function crc32(bytes: Uint8Array): number {
  const [first, second, third, fourth] = TABLES;
  const whole = bytes.length - (bytes.length % 4);
  let crc = -1;
  let i = 0;
  // Indexes into the tables are masked to a byte, so `!` states what the mask guarantees without a test per byte.
  for (; i < whole; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = fourth[crc & 255]! ^ third[(crc >>> 8) & 255]! ^ second[(crc >>> 16) & 255]! ^ first[crc >>> 24]!;
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ first[(crc ^ bytes[i]!) & 255]!;
  return ~crc >>> 0;
}
