import type { Cells } from '../model/cells.ts';
import { AGE_BAND_COUNT, SEXES } from '../model/vocabulary.ts';

/** Codes of age: 19 bands and one for unknown. */
export const AGE_CODES = AGE_BAND_COUNT + 1;

/** Flag bytes; a row's sex and flags are one code, `sex * FLAG_BYTES + flags`. */
export const FLAG_BYTES = 256;
/** Codes of sex and flags together. */
export const WHO_CODES = SEXES.length * FLAG_BYTES;

/** Rows by slot, age and code, so that all rows of a slot and age are neighbours. */
export interface SortedRows {
  /** Groups of each slot: AGE_CODES, or 1 where the data set has no age. */
  readonly ages: number;
  /** First row of each group, `slot * ages + age`, and the number of rows at the end. */
  readonly starts: Uint32Array;
  /** Cell codes. */
  readonly code: Uint16Array | Uint32Array;
  /** Codes of sex and flags; null where neither is held. What is not held counts as not recorded, and as no flag. */
  readonly who: Uint16Array | null;
}

/** Sorts rows by age within their slot; without age they stay as they are, and their codes are not copied. */
export function sortedRows({ offsets, cell, age, sex, flags }: Cells): SortedRows {
  const who = whoCodes(sex, flags);
  if (age === null) return { ages: 1, starts: offsets, code: cell, who };
  const slots = offsets.length - 1;
  const starts = new Uint32Array(slots * AGE_CODES + 1);
  const code = cell instanceof Uint16Array ? new Uint16Array(cell.length) : new Uint32Array(cell.length);
  const sortedWho = who && new Uint16Array(who.length);
  const next = new Uint32Array(AGE_CODES);
  for (let slot = 0; slot < slots; slot += 1) {
    const [first, end] = [offsets[slot]!, offsets[slot + 1]!];
    next.fill(0);
    for (let row = first; row < end; row += 1) next[age[row]!]! += 1;
    let start = first;
    for (let band = 0; band < AGE_CODES; band += 1) {
      starts[slot * AGE_CODES + band] = start;
      start += next[band]!;
      next[band] = starts[slot * AGE_CODES + band]!;
    }
    for (let row = first; row < end; row += 1) {
      const place = next[age[row]!]!++;
      code[place] = cell[row]!;
      if (who && sortedWho) sortedWho[place] = who[row]!;
    }
  }
  starts[slots * AGE_CODES] = cell.length;
  return { ages: AGE_CODES, starts, code, who: sortedWho };
}

/** Sex and flags of each row as one code; null where neither is held. */
export function whoCodes(sex: Uint8Array | null, flags: Uint8Array | null): Uint16Array | null {
  const held = sex ?? flags;
  if (held === null) return null;
  const codes = new Uint16Array(held.length);
  for (let row = 0; row < codes.length; row += 1) codes[row] = (sex ? sex[row]! : SEXES.length - 1) * FLAG_BYTES + (flags ? flags[row]! : 0);
  return codes;
}
