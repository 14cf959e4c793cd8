import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';
import type { RecordIndex } from '../tables/recordIndex.ts';
import { AGE_CODES, FLAG_BYTES, VICTIM_CODES, WHO_CODES } from '../tables/sortedRows.ts';

/** The clauses on victims (patients) that a data set's rows can answer; null = all. */
export type VictimClauses = Pick<Selection, 'ages' | 'sexes' | 'flags'>;

/** Which columns of victims a data set has. */
export type VictimColumns = RecordIndex['holds'];

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
  return { ages: columns.age ? ages : null, sexes: columns.sex ? sexes : null, flags: columns.flags ? flags : null };
}

export function victimNotes(selection: VictimClauses, columns: VictimClauses, { title }: Pick<DataSetEntry, 'title'>): string[] {
  const lacking = [
    ...(selection.ages && !columns.ages ? ['age'] : []),
    ...(selection.sexes && !columns.sexes ? ['sex'] : []),
    ...(selection.flags && !columns.flags ? ['flags'] : []),
  ];
  return lacking.map((what) => `${title} does not hold ${what === 'flags' ? 'flags' : `the ${what} of victims`}: that filter is not applied.`);
}

/** 1 for the victim codes that pass a table by age and one by sex and flags. */
export function passesByVictim(age: Uint8Array, who: Uint8Array): Uint8Array {
  const passes = new Uint8Array(VICTIM_CODES);
  for (let code = 0; code < AGE_CODES; code += 1) if (age[code] === 1) passes.set(who, code * WHO_CODES);
  return passes;
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
