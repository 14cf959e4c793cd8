import type { RecordIndex, SeveralIndex } from '../tables/recordIndex.ts';
import type { SeveralRows } from '../tables/severalRows.ts';
import { FLAG_BYTES } from '../tables/sortedRows.ts';
import { COUNTS, type ChartCounts } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { addToCharts } from './foldCharts.ts';
import { countCodes } from './matchingRows.ts';
import { passesByVictim } from './victimClauses.ts';

interface SeveralTargets {
  readonly inPlace: Uint8Array;
  /** Matching rows by slot: becomes offences. */
  readonly offences: Uint32Array;
  /** What `chosenCodes` gives: becomes the first row of each offence. */
  readonly perCode: Uint32Array;
  /** Takes what only a later row of an offence counts towards, one by one (rare). */
  readonly charts: ChartCounts;
}

/**
 * Sets right what is counted of offences with several rows, each of which was counted as if it were an offence. Where
 * nothing is asked of victims, further rows are simply too many (`perCode` is without them already); only offences whose
 * rows differ take more thought.
 */
export function countSeveral(index: RecordIndex, { all, differing, further }: SeveralIndex, compiled: CompiledSelection, targets: SeveralTargets): void {
  const { agesChosen, whoChosen } = compiled.victims;
  if (agesChosen || whoChosen) {
    countOneByOne(index, all, compiled, targets);
    return;
  }
  const tooMany = countCodes(further, compiled.counts);
  for (let slot = 0; slot < targets.offences.length; slot += 1) targets.offences[slot]! -= tooMany[slot]!;
  countOneByOne(index, differing, compiled, targets);
}

/** `seen` holds what the offence already counted towards, `counted` whether a row before passed the clauses on victims. */
function countOneByOne(index: RecordIndex, { starts, code, again, victim }: SeveralRows, compiled: CompiledSelection, { inPlace, offences, perCode, charts }: SeveralTargets): void {
  const { counts, victims } = compiled;
  const passing = passesByVictim(victims.age, victims.who);
  const all = COUNTS.all;
  for (let slot = 0; slot < offences.length; slot += 1) {
    const end = starts[slot + 1]!;
    const chosen = inPlace[slot] === 1 ? 1 : 0;
    let twice = 0;
    let seen = 0;
    let counted = 0;
    for (let row = starts[slot]!; row < end; row += 1) {
      const cell = code[row]!;
      // All bits for a further row, none for an offence's first: masks, so that no branch depends on the filter.
      const further = -again[row]!;
      const passes = passing[victim[row]!]!;
      const towards = counts[cell]! & -passes;
      const before = counted & further & passes & chosen;
      seen &= further;
      twice += towards & seen & all;
      perCode[cell]! -= before;
      const fresh = towards & ~seen & -before;
      if (fresh !== 0) addToCharts(index, cell, fresh, charts);
      seen |= towards;
      counted = (counted & further) | passes;
    }
    offences[slot]! -= twice;
  }
}

/**
 * Of the chosen areas, rows that match all but the clause on flags, by the flags (a byte) that a row of the same offence
 * before them carried already: what the flags chart has too much of.
 */
export function repeatedFlags({ starts, code, again, victim }: SeveralRows, { counts, victims }: CompiledSelection, inPlace: Uint8Array): Uint32Array {
  const repeated = new Uint32Array(FLAG_BYTES);
  const passing = passesByVictim(victims.age, victims.sex);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    const end = starts[area + 1]!;
    let carried = 0;
    for (let row = starts[area]!; row < end; row += 1) {
      const who = victim[row]!;
      const flags = who & -(counts[code[row]!]! & passing[who]!) & (FLAG_BYTES - 1);
      carried &= -again[row]!;
      repeated[flags & carried]! += 1;
      carried |= flags;
    }
  }
  return repeated;
}
