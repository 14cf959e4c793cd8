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

export interface VictimChartInput {
  readonly cells: Cells;
  readonly counts: CompiledSelection['counts'];
  /** FAILS_WHO bits by row; null where no clause on victims is set. */
  readonly fails: Uint8Array | null;
  readonly inPlace: Uint8Array;
}

/** @param victimsByAge matching victims under every clause: the ages chart where no ages are chosen. */
export function victimCharts(input: VictimChartInput, victimsByAge: Uint32Array | null, agesChosen: boolean): VictimCharts {
  const { age, sex, flags } = input.cells;
  return {
    byAge: age && (agesChosen || !victimsByAge ? victimsBy(input, FAILS_WHO.ages, age, AGE_COLUMNS) : agesOf(victimsByAge, input.inPlace)),
    bySex: sex && victimsBy(input, FAILS_WHO.sexes, sex, SEXES.length),
    byFlag: flags && offencesByFlag(input, flags),
  };
}

/** Matching victims of the chosen areas: `sex * AGE_COLUMNS + age`; what is not held counts as not recorded. Null with neither. */
export function victimsByAgeAndSex(input: VictimChartInput): Uint32Array | null {
  const { age, sex, cell } = input.cells;
  if (!age && !sex) return null;
  const both = age ? age.slice() : new Uint8Array(cell.length).fill(AGE_UNKNOWN);
  if (sex) for (let row = 0; row < both.length; row += 1) both[row]! += sex[row]! * AGE_COLUMNS;
  else for (let row = 0; row < both.length; row += 1) both[row]! += SEX_UNKNOWN * AGE_COLUMNS;
  return victimsBy(input, 0, both, SEXES.length * AGE_COLUMNS);
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

function victimsBy({ cells, counts, fails, inPlace }: VictimChartInput, overlooked: number, column: Uint8Array, length: number): Uint32Array {
  const sums = new Uint32Array(length);
  const passes = passing(overlooked);
  const { cell, offsets } = cells;
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    const end = offsets[area + 1]!;
    if (fails === null) for (let row = offsets[area]!; row < end; row += 1) sums[column[row]!]! += counts[cell[row]!]! & COUNTS.all;
    else for (let row = offsets[area]!; row < end; row += 1) sums[column[row]!]! += counts[cell[row]!]! & passes[fails[row]!]!;
  }
  return sums;
}

/** Counted by flag byte first, and unfolded into flags at the end. */
function offencesByFlag({ cells, counts, fails, inPlace }: VictimChartInput, flags: Uint8Array): Uint32Array {
  const byByte = new Uint32Array(256);
  const passes = passing(FAILS_WHO.flags);
  const { cell, offsets, repeats } = cells;
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    const end = offsets[area + 1]!;
    let seen = 0;
    for (let row = offsets[area]!; row < end; row += 1) {
      const matches = counts[cell[row]!]! & (fails === null ? COUNTS.all : passes[fails[row]!]!);
      const carried = flags[row]! & -matches;
      seen &= repeats === null ? 0 : -repeats[row]!;
      byByte[carried & ~seen]! += 1;
      seen |= carried;
    }
  }
  return Uint32Array.from(FLAGS, (_, bit) => byByte.reduce((sum, offences, byte) => ((byte >> bit) & 1 ? sum + offences : sum), 0));
}
