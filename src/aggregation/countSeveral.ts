import type { Cells } from '../model/cells.ts';
import type { SeveralRows } from '../tables/severalRows.ts';
import { FLAG_BYTES } from '../tables/sortedRows.ts';
import { COUNTS, type ChartCounts } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { addToCharts } from './foldCharts.ts';

interface SeveralTargets {
  readonly shape: Pick<Cells, 'kinds' | 'months' | 'weekdayHours'>;
  readonly inPlace: Uint8Array;
  /** Matching rows by slot: becomes offences. */
  readonly offences: Uint32Array;
  /** Rows of the chosen areas that pass the clauses on victims, by code: becomes the first one of each offence. */
  readonly perCode: Uint32Array;
  /** Takes what only a later row of an offence counts towards, one by one (rare). */
  readonly charts: ChartCounts;
}

/**
 * Offences with several rows, each of which was counted as if it were an offence. `seen` holds what the offence already
 * counted towards, `counted` whether a row before passed the clauses on victims.
 *
 * @returns of the chosen areas, further rows by the flags they repeat: rows that match all but the clause on flags
 */
export function countSeveral(several: SeveralRows, compiled: CompiledSelection, { shape, inPlace, offences, perCode, charts }: SeveralTargets): Uint32Array {
  const { starts, code, again, age, who } = several;
  const { counts, victims } = compiled;
  const repeatedFlags = new Uint32Array(FLAG_BYTES);
  for (let slot = 0; slot < offences.length; slot += 1) {
    const end = starts[slot + 1]!;
    const chosen = inPlace[slot] === 1;
    let twice = 0;
    let seen = 0;
    let counted = 0;
    let carried = 0;
    for (let row = starts[slot]!; row < end; row += 1) {
      const cell = code[row]!;
      // All bits for a further row, none for an offence's first.
      const further = -again[row]!;
      seen &= further;
      counted &= further;
      const ofAge = age ? victims.age[age[row]!]! : 1;
      const passes = who ? ofAge & victims.who[who[row]!]! : ofAge;
      const towards = counts[cell]! & -passes;
      twice += towards & seen & COUNTS.all;
      if ((counted & passes) === 1 && chosen) {
        perCode[cell]! -= 1;
        const fresh = towards & ~seen;
        if (fresh !== 0) addToCharts(shape, cell, fresh, charts);
      }
      seen |= towards;
      counted |= passes;
      if (!who || !chosen) continue;
      carried &= further;
      const flags = who[row]! & -(counts[cell]! & ofAge & victims.sex[who[row]!]!) & (FLAG_BYTES - 1);
      repeatedFlags[flags & carried]! += 1;
      carried |= flags;
    }
    offences[slot]! -= twice;
  }
  return repeatedFlags;
}
