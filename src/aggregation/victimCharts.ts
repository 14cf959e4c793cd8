import { FLAGS, SEXES } from '../model/vocabulary.ts';
import type { RecordIndex } from '../tables/recordIndex.ts';
import { FLAG_BYTES, VICTIM_CODES, WHO_CODES, type SortedRows } from '../tables/sortedRows.ts';
import { COUNTS } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { repeatedFlags } from './countSeveral.ts';
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
export function victimCharts(index: RecordIndex, compiled: CompiledSelection, inPlace: Uint8Array, { openByAge }: RowCounts): CountedVictims {
  const { counted: { rows }, several, holds } = index;
  if (rows?.victim) {
    const repeated = several && holds.flags ? repeatedFlags(several.all, compiled, inPlace) : null;
    return fromEveryone(countEveryone(rows, rows.victim, compiled.counts, inPlace), index, compiled, repeated);
  }
  if (!holds.age) return { charts: { byAge: null, bySex: null, byFlag: null }, byAgeSex: null };
  const byAge = agesOf(openByAge, inPlace);
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

/**
 * Rows of the chosen areas that match what and when, by victim code. The matching rows of an area are put together
 * before they are counted: most rows of a filter do not match, and those that do often add to the same number, which
 * waits for itself.
 */
function countEveryone({ ages, starts, code }: SortedRows, victim: Uint16Array, counts: Uint8Array, inPlace: Uint8Array): Uint32Array {
  const everyone = new Uint32Array(VICTIM_CODES);
  const all = COUNTS.all;
  let largest = 0;
  for (let area = 0; area < inPlace.length; area += 1) largest = Math.max(largest, starts[(area + 1) * ages]! - starts[area * ages]!);
  const matching = new Uint16Array(largest + 1);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    const end = starts[(area + 1) * ages]!;
    let found = 0;
    for (let row = starts[area * ages]!; row < end; row += 1) {
      matching[found] = victim[row]!;
      found += counts[code[row]!]! & all;
    }
    for (let i = 0; i < found; i += 1) everyone[matching[i]!]! += 1;
  }
  return everyone;
}

function fromEveryone(everyone: Uint32Array, { holds }: RecordIndex, { victims: clauses }: CompiledSelection, repeated: Uint32Array | null): CountedVictims {
  const [byAge, bySex, byFlagByte, byAgeSex] = [new Uint32Array(AGE_COLUMNS), new Uint32Array(SEXES.length), new Uint32Array(FLAG_BYTES), new Uint32Array(SEXES.length * AGE_COLUMNS)];
  for (let age = 0; age < AGE_COLUMNS; age += 1) {
    const ofAge = clauses.age[age]!;
    for (let who = 0; who < WHO_CODES; who += 1) {
      const victims = everyone[age * WHO_CODES + who]!;
      if (victims === 0) continue;
      const sex = Math.floor(who / FLAG_BYTES);
      const [ofSex, ofFlags] = [clauses.sex[who]!, clauses.flags[who]!];
      byAge[age]! += victims * (ofSex & ofFlags);
      bySex[sex]! += victims * (ofAge & ofFlags);
      byFlagByte[who % FLAG_BYTES]! += victims * (ofAge & ofSex);
      byAgeSex[sex * AGE_COLUMNS + age]! += victims * (ofAge & ofSex & ofFlags);
    }
  }
  repeated?.forEach((rows, byte) => {
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
