import { byarLimits } from './countLimits.ts';

/** Limits of larger counts are worked out each time. */
const LARGEST = 2 ** 16;
/** Levels that are kept; three are in use. */
const LEVELS = 8;

/** Byar's limits of the whole counts from 0 on, as `byarLimits` gives them. */
export interface ByarTable {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

const tables = new Map<number, ByarTable>();

/**
 * Limits of the counts up to `most` at least, or up to 65,535 where that is less: areas share few counts, and their
 * limits depend on nothing else. Kept between calls; not to be changed.
 */
export function byarTable(confidence: number, most: number): ByarTable {
  const held = tables.get(confidence);
  const from = held?.lower.length ?? 0;
  if (held && (most < from || from === LARGEST)) return held;
  const length = Math.min(LARGEST, Math.max(256, 2 ** Math.ceil(Math.log2(most + 1))));
  const table: ByarTable = { lower: new Float64Array(length), upper: new Float64Array(length) };
  if (held) {
    table.lower.set(held.lower);
    table.upper.set(held.upper);
  }
  for (let count = from; count < length; count += 1) {
    const limits = byarLimits(count, confidence);
    table.lower[count] = limits.lower;
    table.upper[count] = limits.upper;
  }
  if (tables.size >= LEVELS) tables.clear();
  tables.set(confidence, table);
  return table;
}
