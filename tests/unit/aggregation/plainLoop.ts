import type { Selection } from '../../../src/model/selection.ts';
import type { Scene } from './scene.ts';

/** The clauses, one predicate each: what the plain loop may leave out. */
type Clause = 'period' | 'monthsOfYear' | 'hours' | 'midnight' | 'kind' | 'ages' | 'sexes' | 'flags' | 'boroughs' | 'hubs' | 'wards' | 'nteHotspots' | 'drawn' | 'areas';
const ABOUT_RECORDS: readonly Clause[] = ['period', 'monthsOfYear', 'hours', 'midnight', 'kind', 'ages', 'sexes', 'flags'];
const WHERE: readonly Clause[] = ['boroughs', 'hubs', 'wards', 'nteHotspots', 'drawn', 'areas'];

/**
 * The engine's answers by loops over the records, one loop per question: slow, and meant to be obviously right.
 * An offence is counted at the first of its rows (by code) that passes.
 */
export function plainLoop(selection: Selection, { input, records }: Scene) {
  const { entry, areas } = input;
  const areaCount = areas.code.length;
  const rows = Array.from(records.area, (_, row) => row);
  const monthOf = (row: number): string => entry.months[records.month[row] ?? 0] ?? '';
  const slotOf = (row: number): number => records.weekdayHour?.[row] ?? 0;
  const hours = entry.fields.weekdayHour;
  const codeOf = (row: number): number => ((records.kind[row] ?? 0) * entry.months.length + (records.month[row] ?? 0)) * 175 + slotOf(row);
  const carries = (row: number, flag: number): boolean => Math.floor((records.flags?.[row] ?? 0) / 2 ** flag) % 2 === 1;
  const passesClause: Record<Clause, (row: number) => boolean> = {
    period: (row) => !selection.period || (monthOf(row) >= selection.period.from && monthOf(row) <= selection.period.to),
    monthsOfYear: (row) => !selection.monthsOfYear || selection.monthsOfYear.includes(Number(monthOf(row).slice(5, 7))),
    hours: (row) => !hours || hourChosen(selection, Math.floor(slotOf(row) / 25), slotOf(row) % 25),
    midnight: (row) => !hours || !selection.midnightAside || slotOf(row) % 25 !== 24,
    kind: (row) => {
      const kind = entry.kinds[records.kind[row] ?? 0];
      if (!kind) return false;
      const typeChosen = selection.types ? selection.types.includes(kind.type) : kind.crime;
      const subgroupChosen = !selection.subgroups || !entry.fields.subgroup || selection.subgroups.some((id) => id === kind.subgroup);
      return typeChosen && subgroupChosen;
    },
    ages: (row) => !selection.ages || !records.age || selection.ages.some((band) => band === records.age?.[row]),
    sexes: (row) => !selection.sexes || !records.sex || selection.sexes.some((sex) => sex === records.sex?.[row]),
    flags: (row) => !selection.flags || !records.flags || selection.flags.some((flag) => carries(row, flag)),
    boroughs: (row) => !selection.boroughs || selection.boroughs.includes(areas.borough[records.area[row] ?? -1] ?? ''),
    hubs: (row) => !selection.hubs || selection.hubs.some((id) => id !== '' && id === areas.hub[records.area[row] ?? -1]),
    wards: (row) => !selection.wards || selection.wards.includes(areas.wardId[records.area[row] ?? -1] ?? ''),
    nteHotspots: (row) => !selection.nteHotspots || selection.nteHotspots.some((id) => id === areas.nteHotspot[records.area[row] ?? -1]),
    drawn: (row) => {
      const area = records.area[row] ?? -1;
      return !selection.drawn || ((areas.longitude[area] ?? 9) <= 0.7 && (areas.latitude[area] ?? 9) <= 0.7);
    },
    areas: (row) => !selection.areas || selection.areas.includes(areas.code[records.area[row] ?? -1] ?? ''),
  };
  const passes = (row: number, but: readonly Clause[]): boolean => [...ABOUT_RECORDS, ...WHERE].every((clause) => but.includes(clause) || passesClause[clause](row));
  /** Number of offences per value of `by`, each counted once. */
  const offences = (but: readonly Clause[], where: (row: number) => boolean, by: (row: number) => number, length: number): number[] => {
    const counts = Array.from({ length }, () => 0);
    const seen = new Set<string>();
    for (const row of rows.toSorted((a, b) => codeOf(a) - codeOf(b))) {
      if (!where(row) || !passes(row, but)) continue;
      const offence = `${records.area[row]}/${records.reference?.[row] ?? `row ${row}`}`;
      if (seen.has(offence)) continue;
      seen.add(offence);
      counts[by(row)] = (counts[by(row)] ?? 0) + 1;
    }
    return counts;
  };
  const located = (row: number): boolean => (records.area[row] ?? -1) >= 0;
  const areaOf = (row: number): number => records.area[row] ?? 0;
  const place = (clause: Clause, id: string, column: readonly string[]): number =>
    offences([clause], (row) => located(row) && column[areaOf(row)] === id, one, 1)[0] ?? 0;
  const victims = (but: readonly Clause[], where: (row: number) => boolean): number => rows.filter((row) => where(row) && passes(row, but)).length;
  const { places } = input;
  return {
    countByArea: offences(WHERE, located, areaOf, areaCount),
    victimsByArea: areas.code.map((_, area) => victims(WHERE, (row) => records.area[row] === area)),
    victimsByAge: areas.code.flatMap((_, area) => Array.from({ length: 20 }, (__, band) => victims(WHERE, (row) => records.area[row] === area && records.age?.[row] === band))),
    byMonth: offences(['period', 'monthsOfYear'], located, (row) => records.month[row] ?? 0, entry.months.length),
    byMonthOfYear: offences(['monthsOfYear'], located, (row) => Number(monthOf(row).slice(5, 7)) - 1, 12),
    byWeekdayHour: hours ? offences(['hours', 'midnight'], located, slotOf, 175) : null,
    byKind: offences(['kind'], located, (row) => records.kind[row] ?? 0, entry.kinds.length),
    byAge: records.age && countUp(20, (band) => victims(['ages'], (row) => located(row) && records.age?.[row] === band)),
    bySex: records.sex && countUp(3, (sex) => victims(['sexes'], (row) => located(row) && records.sex?.[row] === sex)),
    byFlag: records.flags && countUp(7, (flag) => offences(['flags'], (row) => located(row) && carries(row, flag), one, 1)[0] ?? 0),
    byAgeSex: (records.age ?? records.sex) && countUp(60, (cell) => victims([], (row) => located(row)
      && (records.sex?.[row] ?? 2) === Math.floor(cell / 20) && (records.age?.[row] ?? 19) === cell % 20)),
    byBorough: places.borough.ids.map((id) => place('boroughs', id, areas.borough)),
    byHub: places.hub.ids.map((id) => place('hubs', id, areas.hub)),
    byWard: places.ward.ids.map((id) => place('wards', id, areas.wardId)),
    byNteHotspot: places.nteHotspot.ids.map((id) => place('nteHotspots', id, areas.nteHotspot)),
    matching: offences([], located, one, 1)[0] ?? 0,
    matchingVictims: victims([], located),
    withoutLocation: offences(WHERE, (row) => records.area[row] === -1, one, 1)[0] ?? 0,
    outsideCounty: offences(WHERE, (row) => records.area[row] === -2, one, 1)[0] ?? 0,
    atMidnight: hours ? offences(['midnight'], (row) => located(row) && slotOf(row) % 25 === 24, one, 1)[0] ?? 0 : 0,
  };
}

const one = (): number => 0;
const countUp = (length: number, of: (code: number) => number): number[] => Array.from({ length }, (_, code) => of(code));

/** Whether an hour of the week lies in the window that starts on one of the chosen days. */
function hourChosen({ days, hours }: Selection, weekday: number, slot: number): boolean {
  const hour = weekday * 24 + (slot === 24 ? 0 : slot);
  const from = hours?.from ?? 0;
  const length = hours ? (hours.to > hours.from ? hours.to - hours.from : hours.to - hours.from + 24) : 24;
  return (days ?? [0, 1, 2, 3, 4, 5, 6]).some((day) => (hour - (day * 24 + from) + 336) % 168 < length);
}
