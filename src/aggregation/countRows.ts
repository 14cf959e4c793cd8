import { AGE_BAND_COUNT, AGE_UNKNOWN } from '../model/vocabulary.ts';
import { COUNTS, type ChartCounts } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { addToCharts, emptyCharts, foldCharts } from './foldCharts.ts';
import type { CountedRows } from './victimClauses.ts';

/** Columns of an area's row in `victimsByAge`: 19 bands and one for unknown age. */
export const AGE_COLUMNS = AGE_BAND_COUNT + 1;

export interface RowCounts {
  /** Matching offences by area slot (areas, then no location, then outside the county). */
  readonly offences: Uint32Array;
  /** Matching rows (victims) by area slot. */
  readonly victims: Uint32Array;
  /** Matching victims by slot and age: `slot * AGE_COLUMNS + band`; null where the data set has no age. */
  readonly victimsByAge: Uint32Array | null;
  /** Offences of the chosen areas. */
  readonly charts: ChartCounts;
}

/**
 * One pass over the rows, area by area. Counts per area ignore places; charts take the areas of `inPlace` only,
 * through a count per cell code that is folded afterwards, because a fold over codes is cheaper than four
 * scattered additions per row.
 *
 * An offence counts once per chart: at the first of its rows that passes every clause but the chart's own. Which
 * row that is matters only where the victims of one offence differ, in dirty extracts and under filters of victims.
 */
export function countRows(cells: CountedRows, compiled: CompiledSelection, inPlace: Uint8Array): RowCounts {
  const { counts } = compiled;
  const slots = cells.areaCodes.length + 2;
  const offences = new Uint32Array(slots);
  const perCode = new Uint32Array(counts.length);
  const victimsByAge = cells.age ? new Uint32Array(slots * AGE_COLUMNS) : null;
  const charts = emptyCharts(cells);
  let victims = offences;
  if (cells.repeats) {
    // Without age every victim goes to one column, so that one loop serves both.
    const byAge = victimsByAge ?? new Uint32Array(slots * AGE_COLUMNS);
    const age = cells.age ?? new Uint8Array(cells.cell.length).fill(AGE_UNKNOWN);
    countVictims({ cells, counts, inPlace, offences, perCode, charts }, cells.repeats, age, byAge);
    victims = offences.map((_, slot) => sum(byAge, slot * AGE_COLUMNS, AGE_COLUMNS));
  } else if (cells.age && victimsByAge) countAged(cells, counts, inPlace, offences, perCode, cells.age, victimsByAge);
  else countPlain(cells, counts, inPlace, offences, perCode);
  foldCharts(cells, compiled, perCode, charts);
  return { offences, victims, victimsByAge, charts };
}

function sum(values: Uint32Array, start: number, length: number): number {
  let total = 0;
  for (let i = start; i < start + length; i += 1) total += values[i]!;
  return total;
}

/** Every row is an offence, without age. */
function countPlain({ cell, offsets }: CountedRows, counts: Uint8Array, inPlace: Uint8Array, offences: Uint32Array, perCode: Uint32Array): void {
  for (let slot = 0; slot < offences.length; slot += 1) {
    const end = offsets[slot + 1]!;
    let matching = 0;
    if (inPlace[slot] === 1) {
      for (let row = offsets[slot]!; row < end; row += 1) {
        const code = cell[row]!;
        perCode[code]!++;
        matching += counts[code]! & COUNTS.all;
      }
    } else {
      for (let row = offsets[slot]!; row < end; row += 1) matching += counts[cell[row]!]! & COUNTS.all;
    }
    offences[slot] = matching;
  }
}

/** Every row is an offence with one victim's age. */
function countAged(
  { cell, offsets }: CountedRows, counts: Uint8Array, inPlace: Uint8Array, offences: Uint32Array, perCode: Uint32Array,
  age: Uint8Array, victimsByAge: Uint32Array,
): void {
  for (let slot = 0; slot < offences.length; slot += 1) {
    const end = offsets[slot + 1]!;
    const chosen = inPlace[slot] === 1 ? 1 : 0;
    const ages = slot * AGE_COLUMNS;
    let matching = 0;
    for (let row = offsets[slot]!; row < end; row += 1) {
      const code = cell[row]!;
      const matches = counts[code]! & COUNTS.all;
      perCode[code]! += chosen;
      victimsByAge[ages + age[row]!]! += matches;
      matching += matches;
    }
    offences[slot] = matching;
  }
}

interface VictimTargets {
  readonly cells: CountedRows;
  readonly counts: Uint8Array;
  readonly inPlace: Uint8Array;
  readonly offences: Uint32Array;
  readonly perCode: Uint32Array;
  readonly charts: ChartCounts;
}

/**
 * Rows are victims: `seen` holds what the offence already counted towards. `perCode` takes the first row of each
 * offence; what only a later row counts towards goes to the charts one by one (rare).
 */
function countVictims(targets: VictimTargets, repeats: Uint8Array, age: Uint8Array, victimsByAge: Uint32Array): void {
  const { cells, counts, inPlace, offences, perCode, charts } = targets;
  const { cell, offsets } = cells;
  for (let slot = 0; slot < offences.length; slot += 1) {
    const end = offsets[slot + 1]!;
    const chosen = inPlace[slot] === 1 ? 1 : 0;
    const ages = slot * AGE_COLUMNS;
    let matching = 0;
    let seen = 0;
    for (let row = offsets[slot]!; row < end; row += 1) {
      const code = cell[row]!;
      const passes = counts[code]!;
      const again = repeats[row]!;
      // All bits for a further victim, none for an offence's first row: masks, so that no branch depends on the filter.
      const further = -again;
      seen &= further;
      const fresh = passes & ~seen;
      seen |= passes;
      victimsByAge[ages + age[row]!]! += passes & COUNTS.all;
      perCode[code]! += chosen & ~again;
      matching += fresh & COUNTS.all;
      if ((fresh & further) !== 0 && chosen === 1) addToCharts(cells, code, fresh, charts);
    }
    offences[slot] = matching;
  }
}
