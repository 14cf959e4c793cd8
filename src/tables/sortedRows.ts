import type { Cells } from '../model/cells.ts';
import { AGE_BAND_COUNT, AGE_UNKNOWN, SEXES } from '../model/vocabulary.ts';

/** Codes of age: 19 bands and one for unknown. */
export const AGE_CODES = AGE_BAND_COUNT + 1;

/** Flag bytes; a row's sex and flags are one code, `sex * FLAG_BYTES + flags`. */
export const FLAG_BYTES = 256;
/** Codes of sex and flags together. */
export const WHO_CODES = SEXES.length * FLAG_BYTES;
/** A victim's age, sex and flags are one code too, `age * WHO_CODES + who`. */
export const VICTIM_CODES = AGE_CODES * WHO_CODES;

/** Rows by slot, age and code, so that all rows of a slot and age are neighbours. */
export interface SortedRows {
  /** Groups of each slot: AGE_CODES, or 1 where the data set has no age. */
  readonly ages: number;
  /** First row of each group, `slot * ages + age`, and the number of rows at the end. */
  readonly starts: Uint32Array;
  /** Cell codes. */
  readonly code: Uint16Array | Uint32Array;
  /** Victim codes; null where neither sex nor flags are held. */
  readonly victim: Uint16Array | null;
}

/** Sorts rows by age within their slot; without age they stay as they are, and their codes are not copied. */
export function sortedRows(cells: Pick<Cells, 'offsets' | 'cell' | 'age' | 'sex' | 'flags'>): SortedRows {
  const { offsets, cell, age, sex, flags } = cells;
  const victim = sex || flags ? victimCodes(cells) : null;
  if (age === null) return { ages: 1, starts: offsets, code: cell, victim };
  const slots = offsets.length - 1;
  const starts = new Uint32Array(slots * AGE_CODES + 1);
  const code = cell instanceof Uint16Array ? new Uint16Array(cell.length) : new Uint32Array(cell.length);
  const sorted = victim && new Uint16Array(victim.length);
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
      if (victim && sorted) sorted[place] = victim[row]!;
    }
  }
  starts[slots * AGE_CODES] = cell.length;
  return { ages: AGE_CODES, starts, code, victim: sorted };
}

/** Victim codes of rows. What is not held counts as unknown, and as no flag. */
export function victimCodes({ cell, age, sex, flags }: Pick<Cells, 'cell' | 'age' | 'sex' | 'flags'>): Uint16Array {
  const codes = new Uint16Array(cell.length);
  for (let row = 0; row < codes.length; row += 1) {
    const who = (sex ? sex[row]! : SEXES.length - 1) * FLAG_BYTES + (flags ? flags[row]! : 0);
    codes[row] = (age ? age[row]! : AGE_UNKNOWN) * WHO_CODES + who;
  }
  return codes;
}
