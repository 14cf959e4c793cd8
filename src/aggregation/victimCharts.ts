import { AGE_UNKNOWN, FLAGS, SEXES } from '../model/vocabulary.ts';
import type { RecordIndex } from '../tables/recordIndex.ts';
import { FLAG_BYTES, WHO_CODES, type SortedRows } from '../tables/sortedRows.ts';
import { COUNTS } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { AGE_COLUMNS, type RowCounts } from './countRows.ts';

/** Code of a victim whose sex is not recorded: the last of SEXES. */
const SEX_UNKNOWN = SEXES.length - 1;

/** Charts of who the victims are, in the chosen areas; each ignores its own clause. Null without the column. */
export interface VictimCharts {
  /** Victims by age band, unknown last. */
  readonly byAge: Uint32Array | null;
  /** Victims by SEXES. */
  readonly bySex: Uint32Array | null;
  /** Offences by FLAGS: an offence counts once in each flag that any of its matching victims' rows carries, as it does under that flag alone. */
  readonly byFlag: Uint32Array | null;
}

export interface CountedVictims {
  readonly charts: VictimCharts;
  /** Under every clause, `sex * AGE_COLUMNS + age`; what is not held counts as not recorded. Null with neither. */
  readonly byAgeSex: Uint32Array | null;
}

/** Without sex and flags the ages are those of the areas; otherwise one more pass over the chosen areas' rows tells all. */
export function victimCharts(index: RecordIndex, compiled: CompiledSelection, inPlace: Uint8Array, counted: RowCounts): CountedVictims {
  const { rows, holds } = index;
  if (rows?.who) return fromEveryone(countEveryone(rows, rows.who, compiled.counts, inPlace), index, compiled, counted.repeatedFlags);
  if (!holds.age) return { charts: { byAge: null, bySex: null, byFlag: null }, byAgeSex: null };
  const byAge = agesOf(counted.openByAge, inPlace);
  const byAgeSex = new Uint32Array(SEXES.length * AGE_COLUMNS);
  byAgeSex.set(byAge.map((victims, age) => victims * compiled.victims.age[age]!), SEX_UNKNOWN * AGE_COLUMNS);
  return { charts: { byAge, bySex: null, byFlag: null }, byAgeSex };
}

function agesOf(byAge: Uint32Array, inPlace: Uint8Array): Uint32Array {
  const sums = new Uint32Array(AGE_COLUMNS);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    for (let age = 0; age < AGE_COLUMNS; age += 1) sums[age]! += byAge[area * AGE_COLUMNS + age]!;
  }
  return sums;
}

/** Rows of the chosen areas that match what and when, `age * WHO_CODES + who`; all in the first age where none is held. */
function countEveryone({ ages, starts, code }: SortedRows, who: Uint16Array, counts: Uint8Array, inPlace: Uint8Array): Uint32Array {
  const everyone = new Uint32Array(ages * WHO_CODES);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    for (let age = 0; age < ages; age += 1) {
      const into = age * WHO_CODES;
      const end = starts[area * ages + age + 1]!;
      for (let row = starts[area * ages + age]!; row < end; row += 1) everyone[into + who[row]!]! += counts[code[row]!]! & COUNTS.all;
    }
  }
  return everyone;
}

function fromEveryone(everyone: Uint32Array, { holds }: RecordIndex, { victims: clauses }: CompiledSelection, repeatedFlags: Uint32Array): CountedVictims {
  const [byAge, bySex, byFlagByte, byAgeSex] = [AGE_COLUMNS, SEXES.length, FLAG_BYTES, SEXES.length * AGE_COLUMNS].map((length) => new Uint32Array(length)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  for (let cell = 0; cell < everyone.length; cell += 1) {
    const victims = everyone[cell]!;
    if (victims === 0) continue;
    const who = cell % WHO_CODES;
    const age = holds.age ? (cell - who) / WHO_CODES : AGE_UNKNOWN;
    const sex = who >> 8;
    const [ofAge, ofSex, ofFlags] = [holds.age ? clauses.age[age]! : 1, clauses.sex[who]!, clauses.flags[who]!];
    byAge[age]! += victims * (ofSex & ofFlags);
    bySex[sex]! += victims * (ofAge & ofFlags);
    byFlagByte[who & (FLAG_BYTES - 1)]! += victims * (ofAge & ofSex);
    byAgeSex[sex * AGE_COLUMNS + age]! += victims * (ofAge & ofSex & ofFlags);
  }
  repeatedFlags.forEach((rows, byte) => {
    byFlagByte[byte]! -= rows;
  });
  const charts = { byAge: holds.age ? byAge : null, bySex: holds.sex ? bySex : null, byFlag: holds.flags ? flagsOf(byFlagByte) : null };
  return { charts, byAgeSex: holds.age || holds.sex ? byAgeSex : null };
}

/** Bits are added one by one: a byte may hold fewer than nothing, because a row repeats some of its flags only. */
function flagsOf(byFlagByte: Uint32Array): Uint32Array {
  const byFlag = new Uint32Array(FLAGS.length);
  for (let byte = 0; byte < byFlagByte.length; byte += 1) {
    for (let bit = 0; bit < byFlag.length; bit += 1) if ((byte >> bit) & 1) byFlag[bit]! += byFlagByte[byte]!;
  }
  return byFlag;
}
