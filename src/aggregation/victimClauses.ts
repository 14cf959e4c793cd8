import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';
import { AGE_CODES, FLAG_BYTES, WHO_CODES } from '../tables/sortedRows.ts';

/** The clauses on victims (patients) that a data set's rows can answer; null = all. */
export type VictimClauses = Pick<Selection, 'ages' | 'sexes' | 'flags'>;

/** Which of a data set's columns of victims are there: anything but null and false. */
export type VictimColumns = Readonly<Record<'age' | 'sex' | 'flags', unknown>>;

/** The clauses on victims as lookup tables, 1 = passes. */
export interface VictimTables {
  /** By age code. */
  readonly age: Uint8Array;
  /** By code of sex and flags, one table for each of the clauses, and one for both. */
  readonly sex: Uint8Array;
  readonly flags: Uint8Array;
  readonly who: Uint8Array;
  /** Whether ages are chosen, and whether sex or flags are: otherwise their tables hold ones only. */
  readonly agesChosen: boolean;
  readonly whoChosen: boolean;
}

/** A clause without its column is not applied; `victimNotes` says so. */
export function victimClauses({ ages, sexes, flags }: VictimClauses, columns: VictimColumns): VictimClauses {
  const held = <Codes>(column: unknown, codes: Codes): Codes | null => (column === null || column === false ? null : codes);
  return { ages: held(columns.age, ages), sexes: held(columns.sex, sexes), flags: held(columns.flags, flags) };
}

export function victimNotes(selection: VictimClauses, columns: VictimClauses, { title }: Pick<DataSetEntry, 'title'>): string[] {
  const lacking = [
    ...(selection.ages && !columns.ages ? ['age'] : []),
    ...(selection.sexes && !columns.sexes ? ['sex'] : []),
    ...(selection.flags && !columns.flags ? ['flags'] : []),
  ];
  return lacking.map((what) => `${title} does not hold ${what === 'flags' ? 'flags' : `the ${what} of victims`}: that filter is not applied.`);
}

/** A victim of unknown age is in no band, whatever was asked. */
export function victimTables({ ages, sexes, flags }: VictimClauses): VictimTables {
  const age = new Uint8Array(AGE_CODES).fill(1);
  if (ages) for (let code = 0; code < AGE_CODES; code += 1) age[code] = code < AGE_BAND_COUNT && ages.includes(code) ? 1 : 0;
  const sex = new Uint8Array(WHO_CODES).fill(1);
  const flag = new Uint8Array(WHO_CODES).fill(1);
  if (sexes) for (let code = 0; code < WHO_CODES; code += FLAG_BYTES) sex.fill(sexes.includes(code / FLAG_BYTES) ? 1 : 0, code, code + FLAG_BYTES);
  if (flags) {
    const wanted = flags.reduce((bits, bit) => bits | (1 << bit), 0);
    for (let code = 0; code < WHO_CODES; code += 1) flag[code] = (code & wanted & (FLAG_BYTES - 1)) === 0 ? 0 : 1;
  }
  const whoChosen = sexes !== null || flags !== null;
  const who = whoChosen ? sex.map((one, code) => one & flag[code]!) : sex;
  return { age, sex, flags: flag, who, agesChosen: ages !== null, whoChosen };
}
