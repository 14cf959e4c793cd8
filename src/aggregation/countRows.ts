import { AGE_CODES } from '../tables/sortedRows.ts';
import type { RecordIndex } from '../tables/recordIndex.ts';
import type { ChartCounts } from './charts.ts';
import { chosenCodes } from './chosenCodes.ts';
import type { CompiledSelection } from './compileSelection.ts';
import { countSeveral } from './countSeveral.ts';
import { emptyCharts, foldCharts } from './foldCharts.ts';
import { matchingRows } from './matchingRows.ts';

/** Columns of an area's row in `victimsByAge`: 19 bands and one for unknown age. */
export const AGE_COLUMNS = AGE_CODES;

export interface RowCounts {
  /** Matching offences by area slot (areas, then no location, then outside the county). */
  readonly offences: Uint32Array;
  /** Matching rows (victims) by area slot. */
  readonly victims: Uint32Array;
  /** Matching victims by slot and age: `slot * AGE_COLUMNS + band`; null where the data set has no age. */
  readonly victimsByAge: Uint32Array | null;
  /** As `victimsByAge`, whatever ages are chosen; one column where the data set has no age. Not to be changed. */
  readonly openByAge: Uint32Array;
  /** Offences of the chosen areas. */
  readonly charts: ChartCounts;
}

/**
 * Counts of rows and offences. Counts per area ignore places; charts take the areas of `inPlace` only.
 *
 * An offence counts once per chart: at the first of its rows that passes every clause but the chart's own. Which
 * row that is matters only where the victims of one offence differ, in dirty extracts and under filters of victims.
 * Every row is counted as if it were an offence, and what that is too much by is set right over the offences with
 * several rows: these are few.
 */
export function countRows(index: RecordIndex, compiled: CompiledSelection, inPlace: Uint8Array): RowCounts {
  const openByAge = matchingRows(index, compiled);
  const { ages, victims } = victimsOf(openByAge, index.holds.age, compiled);
  const offences = index.several ? victims.slice() : victims;
  const perCode = chosenCodes(index, compiled.victims, inPlace);
  const charts = emptyCharts(index);
  if (index.several) countSeveral(index, index.several, compiled, { inPlace, offences, perCode, charts });
  foldCharts(index, compiled, perCode, charts);
  return { offences, victims, victimsByAge: ages, openByAge, charts };
}

/** Victims of the chosen ages, by slot and age and by slot. */
function victimsOf(openByAge: Uint32Array, hasAge: boolean, { victims: { age, agesChosen } }: CompiledSelection): { ages: Uint32Array | null; victims: Uint32Array } {
  if (!hasAge) return { ages: null, victims: openByAge.slice() };
  const ages = openByAge.slice();
  const victims = new Uint32Array(ages.length / AGE_COLUMNS);
  for (let slot = 0; slot < victims.length; slot += 1) {
    const start = slot * AGE_COLUMNS;
    let sum = 0;
    for (let band = 0; band < AGE_COLUMNS; band += 1) {
      if (agesChosen && age[band] !== 1) ages[start + band] = 0;
      sum += ages[start + band]!;
    }
    victims[slot] = sum;
  }
  return { ages, victims };
}
