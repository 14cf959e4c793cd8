import type { RecordColumns } from '../../src/model/cells.ts';
import type { Selection } from '../../src/model/selection.ts';
import type { AggregationInput } from '../../src/aggregation/aggregate.ts';
import { chosenAreas } from '../../src/aggregation/chosenAreas.ts';
import { hoursOfWeekMask } from '../../src/selection/hoursOfWeek.ts';

/**
 * The baseline: one plain pass over unsorted columns that tests each clause and counts the same charts,
 * written as one would at first. Typed columns, no strings in the loop; victims of one offence follow one another.
 */
export function plainPass(selection: Selection, records: RecordColumns, { entry, areas, places }: AggregationInput): number {
  const { inPlace } = chosenAreas(selection, areas, places);
  const inPeriod = entry.months.map((month) => !selection.period || (month >= selection.period.from && month <= selection.period.to));
  const inSeason = entry.months.map((month) => !selection.monthsOfYear || selection.monthsOfYear.includes(Number(month.slice(5))));
  const monthOfYear = entry.months.map((month) => Number(month.slice(5)) - 1);
  const kindChosen = entry.kinds.map((kind) => (selection.types ? selection.types.includes(kind.type) : kind.crime) && (!selection.subgroups || selection.subgroups.includes(kind.subgroup ?? '')));
  const hourChosen = hoursOfWeekMask(selection);
  const ageChosen = Array.from({ length: 20 }, (_, band) => selection.ages?.includes(band) ?? true);
  const sexChosen = [0, 1, 2].map((sex) => selection.sexes?.includes(sex) ?? true);
  const flagsChosen = selection.flags?.reduce((byte, bit) => byte | (1 << bit), 0) ?? 0;
  const count = new Uint32Array(areas.code.length + 2);
  const byAge = new Uint32Array(areas.code.length * 20);
  const byMonth = new Uint32Array(entry.months.length);
  const byMonthOfYear = new Uint32Array(12);
  const byHour = new Uint32Array(175);
  const byKind = new Uint32Array(entry.kinds.length);
  const byAgeOfAll = new Uint32Array(20);
  const bySex = new Uint32Array(3);
  const byFlag = new Uint32Array(7);
  let counted = false;
  let carried = 0;
  for (let row = 0; row < records.area.length; row += 1) {
    const area = records.area[row] ?? -1;
    const month = records.month[row] ?? 0;
    const kind = records.kind[row] ?? 0;
    const hour = records.weekdayHour?.[row] ?? 0;
    const when = inPeriod[month] === true;
    const season = inSeason[month] === true;
    const hours = records.weekdayHour ? hourChosen[hour] === 1 : true;
    const what = kindChosen[kind] === true;
    const age = ageChosen[records.age?.[row] ?? 19] === true;
    const sex = sexChosen[records.sex?.[row] ?? 2] === true;
    const flags = records.flags?.[row] ?? 0;
    const flagged = selection.flags === null || (flags & flagsChosen) !== 0;
    const again = records.reference !== null && row > 0 && records.reference[row] === records.reference[row - 1];
    if (!again) {
      counted = false;
      carried = 0;
    }
    if (when && season && hours && what && inPlace[area] === 1) {
      if (records.age && sex && flagged) byAgeOfAll[records.age[row] ?? 19]! += 1;
      if (records.sex && age && flagged) bySex[records.sex[row] ?? 2]! += 1;
      if (age && sex && flags !== 0) for (let bit = 0; bit < 7; bit += 1) if (((flags & ~carried) >> bit) & 1) byFlag[bit]! += 1;
      if (age && sex) carried |= flags;
    }
    if (!age || !sex || !flagged) continue;
    if (records.age && area >= 0 && when && season && hours && what) byAge[area * 20 + (records.age[row] ?? 19)]! += 1;
    if (counted) continue;
    counted = true;
    if (when && season && hours && what) count[area >= 0 ? area : areas.code.length - 1 - area]! += 1;
    if (area < 0 || inPlace[area] !== 1) continue;
    if (hours && what) byMonth[month]! += 1;
    if (hours && what && when) byMonthOfYear[monthOfYear[month] ?? 0]! += 1;
    if (when && season && what) byHour[hour]! += 1;
    if (when && season && hours) byKind[kind]! += 1;
  }
  return count.reduce((sum, value) => sum + value, 0);
}
