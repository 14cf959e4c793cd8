import type { Cells } from '../model/cells.ts';
import { whoCodes } from './sortedRows.ts';

/** The rows of offences that have several, by slot, in the order of the records: an offence's rows follow one another. */
export interface SeveralRows {
  /** First row of each slot, and the number of rows at the end. */
  readonly starts: Uint32Array;
  readonly code: Uint16Array | Uint32Array;
  /** 1 for a further row of the offence of the row before. */
  readonly again: Uint8Array;
  /** Null where the data set has no age. */
  readonly age: Uint8Array | null;
  /** Codes of sex and flags; null where neither is held. */
  readonly who: Uint16Array | null;
}

/** Null where every row is an offence of its own. */
export function severalRows({ offsets, cell, age, sex, flags, repeats }: Cells): SeveralRows | null {
  if (repeats === null) return null;
  const slots = offsets.length - 1;
  const starts = new Uint32Array(slots + 1);
  const kept: number[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const end = offsets[slot + 1]!;
    for (let row = offsets[slot]!; row < end; row += 1) {
      if (repeats[row] === 1 || (row + 1 < end && repeats[row + 1] === 1)) kept.push(row);
    }
    starts[slot + 1] = kept.length;
  }
  const rows = Uint32Array.from(kept);
  const taken = <Column extends Uint8Array | Uint16Array | Uint32Array>(from: Column, into: Column): Column => {
    for (let i = 0; i < rows.length; i += 1) into[i] = from[rows[i]!]!;
    return into;
  };
  const bytes = (column: Uint8Array | null): Uint8Array | null => column && taken(column, new Uint8Array(rows.length));
  return {
    starts, again: taken(repeats, new Uint8Array(rows.length)), age: bytes(age), who: whoCodes(bytes(sex), bytes(flags)),
    code: cell instanceof Uint16Array ? taken(cell, new Uint16Array(rows.length)) : taken(cell, new Uint32Array(rows.length)),
  };
}
