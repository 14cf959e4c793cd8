import type { Cells } from '../model/cells.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';

/** The clauses on victims (patients) that a data set's rows can answer; null = all. */
export type VictimClauses = Pick<Selection, 'ages' | 'sexes' | 'flags'>;

/** Why a row fails the clauses on victims: one bit per clause. */
export const FAILS_WHO = { ages: 1, sexes: 2, flags: 4 } as const;

type VictimColumns = Pick<Cells, 'age' | 'sex' | 'flags'>;

/** A clause without its column is not applied; `victimNotes` says so. */
export function victimClauses({ ages, sexes, flags }: VictimClauses, columns: VictimColumns): VictimClauses {
  return { ages: columns.age && ages, sexes: columns.sex && sexes, flags: columns.flags && flags };
}

export function victimNotes(selection: VictimClauses, columns: VictimColumns, { title }: Pick<DataSetEntry, 'title'>): string[] {
  const lacking = [
    ...(selection.ages && !columns.age ? ['age'] : []),
    ...(selection.sexes && !columns.sex ? ['sex'] : []),
    ...(selection.flags && !columns.flags ? ['flags'] : []),
  ];
  return lacking.map((what) => `${title} does not hold ${what === 'flags' ? 'flags' : `the ${what} of victims`}: that filter is not applied.`);
}

/** FAILS_WHO bits of every row; null where no clause is set, so that nothing need be looked up. */
export function failsWho({ ages, sexes, flags }: VictimClauses, { age, sex, flags: flagBytes }: VictimColumns, rows: number): Uint8Array | null {
  if (ages === null && sexes === null && flags === null) return null;
  const fails = new Uint8Array(rows);
  const mark = (column: Uint8Array | null, failing: (code: number) => boolean, bit: number): void => {
    if (!column) return;
    const bits = Uint8Array.from({ length: 256 }, (_, code) => (failing(code) ? bit : 0));
    for (let row = 0; row < rows; row += 1) fails[row]! |= bits[column[row]!]!;
  };
  // A victim of unknown age (code 19) is in no band, whatever was asked.
  if (ages) mark(age, (code) => code >= AGE_BAND_COUNT || !ages.includes(code), FAILS_WHO.ages);
  if (sexes) mark(sex, (code) => !sexes.includes(code), FAILS_WHO.sexes);
  if (flags) mark(flagBytes, (byte) => !flags.some((bit) => (byte >> bit) & 1), FAILS_WHO.flags);
  return fails;
}

/** What one pass over rows needs; the other columns of Cells are for charts of victims. */
export type CountedRows = Omit<Cells, 'sex' | 'flags'>;

/**
 * The rows that fail nothing, as if the others were not held: the first row left of an offence stands for it, so that
 * an offence counts where any of its victims passes.
 */
export function rowsPassing(cells: CountedRows, fails: Uint8Array | null): CountedRows {
  if (fails === null) return cells;
  const { offsets, repeats } = cells;
  const rows = fails.length;
  const kept = new Uint32Array(rows);
  const keptOffsets = new Uint32Array(offsets.length);
  const keptRepeats = repeats && new Uint8Array(rows);
  let count = 0;
  for (let slot = 0; slot + 1 < offsets.length; slot += 1) {
    const end = offsets[slot + 1]!;
    let counted = 0;
    for (let row = offsets[slot]!; row < end; row += 1) {
      const passes = fails[row] === 0 ? 1 : 0;
      // Written for every row and overwritten by the next where it fails: cheaper than a branch that cannot be foretold.
      kept[count] = row;
      if (repeats && keptRepeats) {
        counted &= -repeats[row]!;
        keptRepeats[count] = counted;
        counted |= passes;
      }
      count += passes;
    }
    keptOffsets[slot + 1] = count;
  }
  const order = kept.subarray(0, count);
  const cell = cells.cell instanceof Uint16Array ? new Uint16Array(count) : new Uint32Array(count);
  return {
    ...cells, offsets: keptOffsets, repeats: keptRepeats && keptRepeats.subarray(0, count),
    cell: gathered(cells.cell, order, cell), age: cells.age && gathered(cells.age, order, new Uint8Array(count)),
  };
}

function gathered<Column extends Uint8Array | Uint16Array | Uint32Array>(from: ArrayLike<number>, order: Uint32Array, into: Column): Column {
  for (let i = 0; i < order.length; i += 1) into[i] = from[order[i]!]!;
  return into;
}
