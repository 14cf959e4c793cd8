import type { Cells } from '../model/cells.ts';
import { AGE_UNKNOWN, FLAGS, SEXES } from '../model/vocabulary.ts';
import { COUNTS } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { AGE_COLUMNS } from './countRows.ts';
import { FAILS_WHO } from './victimClauses.ts';

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

interface VictimChartInput {
  readonly cells: Cells;
  readonly counts: CompiledSelection['counts'];
  /** FAILS_WHO bits by row; null where no clause on victims is set. */
  readonly fails: Uint8Array | null;
  readonly inPlace: Uint8Array;
}

/** @param victimsByAge matching victims under every clause: the ages chart where no ages are chosen, so that no second pass is needed. */
export function victimCharts(input: VictimChartInput, victimsByAge: Uint32Array | null, agesChosen: boolean): VictimCharts {
  const { age, sex, flags } = input.cells;
  const ages = victimsByAge && !agesChosen ? agesOf(victimsByAge, input.inPlace) : null;
  if (!sex && !flags && (ages || !age)) return { byAge: ages, bySex: null, byFlag: null };
  const counted = countVictimCharts(input);
  return { byAge: age && (ages ?? counted.byAge), bySex: sex && counted.bySex, byFlag: flags && flagsOf(counted.byFlagByte) };
}

/** Matching victims of the chosen areas: `sex * AGE_COLUMNS + age`; what is not held counts as not recorded. Null with neither. */
export function victimsByAgeAndSex(input: VictimChartInput): Uint32Array | null {
  const { age, sex, cell } = input.cells;
  if (!age && !sex) return null;
  const { cells: { offsets }, counts, fails, inPlace } = input;
  const sums = new Uint32Array(SEXES.length * AGE_COLUMNS);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    for (let row = offsets[area]!; row < offsets[area + 1]!; row += 1) {
      if (fails && fails[row] !== 0) continue;
      sums[(sex ? sex[row]! : SEX_UNKNOWN) * AGE_COLUMNS + (age ? age[row]! : AGE_UNKNOWN)]! += counts[cell[row]!]! & COUNTS.all;
    }
  }
  return sums;
}

function agesOf(victimsByAge: Uint32Array, inPlace: Uint8Array): Uint32Array {
  const sums = new Uint32Array(AGE_COLUMNS);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    for (let age = 0; age < AGE_COLUMNS; age += 1) sums[age]! += victimsByAge[area * AGE_COLUMNS + age]!;
  }
  return sums;
}

/** 1 by FAILS_WHO bits for rows that fail at most `overlooked`. */
function passing(overlooked: number): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, fails) => ((fails & ~overlooked) === 0 ? 1 : 0));
}

/**
 * One pass for all three charts; what is not held counts as code 0, which nobody asks for. Offences are counted by the
 * flags that they add to those counted already, as one byte.
 */
function countVictimCharts({ cells, counts, fails, inPlace }: VictimChartInput): { byAge: Uint32Array; bySex: Uint32Array; byFlagByte: Uint32Array } {
  const { cell, offsets } = cells;
  const none = new Uint8Array(cell.length);
  const [age, sex, flags, repeats, failing] = [cells.age ?? none, cells.sex ?? none, cells.flags ?? none, cells.repeats ?? none, fails ?? none];
  const [ofAges, ofSexes, ofFlags] = [passing(FAILS_WHO.ages), passing(FAILS_WHO.sexes), passing(FAILS_WHO.flags)];
  const [byAge, bySex, byFlagByte] = [new Uint32Array(AGE_COLUMNS), new Uint32Array(SEXES.length), new Uint32Array(256)];
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    const end = offsets[area + 1]!;
    let seen = 0;
    for (let row = offsets[area]!; row < end; row += 1) {
      const matches = counts[cell[row]!]! & COUNTS.all;
      const why = failing[row]!;
      byAge[age[row]!]! += matches & ofAges[why]!;
      bySex[sex[row]!]! += matches & ofSexes[why]!;
      const carried = flags[row]! & -(matches & ofFlags[why]!);
      seen &= -repeats[row]!;
      byFlagByte[carried & ~seen]! += 1;
      seen |= carried;
    }
  }
  return { byAge, bySex, byFlagByte };
}

function flagsOf(byFlagByte: Uint32Array): Uint32Array {
  return Uint32Array.from(FLAGS, (_, bit) => byFlagByte.reduce((sum, offences, byte) => ((byte >> bit) & 1 ? sum + offences : sum), 0));
}
