import type { AreaTable } from '../model/areas.ts';
import type { RecordColumns } from '../model/cells.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { SEXES } from '../model/vocabulary.ts';
import type { PlaceIndex } from '../tables/placeIndex.ts';
import { FLAG_BYTES } from '../tables/sortedRows.ts';
import { chosenAreas } from './chosenAreas.ts';
import { compileSelection } from './compileSelection.ts';

/** What points are chosen from: records as their open form gives them, which is the order of the answer. */
export interface PointInput {
  readonly entry: DataSetEntry;
  readonly records: RecordColumns;
  readonly areas: AreaTable;
  readonly places: PlaceIndex;
}

/**
 * Rows of the offences that match a selection in the chosen areas of the county, each offence once in an area: at the
 * first of its rows that passes every clause. By area they are as many as `aggregate` counts. Records without an area
 * are left out. As there, clauses that the data set cannot answer are not applied.
 */
export function matchingPoints(selection: Selection, { entry, records, areas, places }: PointInput): Int32Array {
  const { kind, month, weekdayHour, age, sex, flags, reference } = records;
  const shape = { kinds: entry.kinds.length, months: entry.months.length, weekdayHours: weekdayHour === null ? 1 : 175 } as const;
  const { kindChosen, monthChosen, hourPasses, victims } = compileSelection(selection, entry, shape, { age: age !== null, sex: sex !== null, flags: flags !== null });
  const { inPlace } = chosenAreas(selection, areas, places);
  const seen = new Set<number>();
  const rows: number[] = [];
  for (let row = 0; row < kind.length; row += 1) {
    const area = records.area[row]!;
    if (area < 0 || inPlace[area] !== 1 || kindChosen[kind[row]!] !== 1 || monthChosen[month[row]!] !== 1 || hourPasses[weekdayHour?.[row] ?? 0] !== 1) continue;
    if (victims.agesChosen && age !== null && victims.age[age[row]!] !== 1) continue;
    if (victims.whoChosen && victims.who[(sex?.[row] ?? SEXES.length - 1) * FLAG_BYTES + (flags?.[row] ?? 0)] !== 1) continue;
    if (reference !== null) {
      const offence = reference[row]! * inPlace.length + area;
      if (seen.has(offence)) continue;
      seen.add(offence);
    }
    rows.push(row);
  }
  return Int32Array.from(rows);
}
