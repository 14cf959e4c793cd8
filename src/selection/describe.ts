import type { AreaTable, PlaceKind, Places } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { joined, kindsTitle } from '../model/kinds.ts';
import { MONTH_TITLES, monthRange, monthTitle, parseMonth } from '../model/months.ts';
import type { Hours, Selection } from '../model/selection.ts';
import { WEEKDAYS } from '../model/vocabulary.ts';
import { describeFlags, describeVictims } from './describePeople.ts';

export { monthTitle } from '../model/months.ts';
export { benchmarkTitle } from './benchmarkTitle.ts';
export { describeFlags, describeVictims } from './describePeople.ts';

/**
 * One plain sentence part for a filter: "Violence and sexual offences, female victims aged 10 and over, with domestic
 * abuse, Fri and Sat 19:00-07:00, Luton, Jan 2019 to Dec 2023". Describe the effective selection where a label must say
 * what was applied. Ids without a title are shown as they are.
 * @param areas the pack's areas, for the names of one or two chosen ones; without them their codes.
 */
export function describeSelection(selection: Selection, entry: DataSetEntry, places: Places, areas: Pick<AreaTable, 'code' | 'name'> | null = null): string {
  return [
    kindsTitle(entry, selection),
    describeVictims(selection, entry),
    describeFlags(selection),
    describeHoursOfWeek(selection),
    selection.midnightAside ? 'without records at exactly 00:00' : null,
    selection.monthsOfYear && joined(runs(selection.monthsOfYear, 1, 12).map((run) => runText(run, (month) => MONTH_TITLES[month - 1] ?? ''))),
    describePlaces(selection, places, areas),
    describePeriod(selection, entry),
  ].filter((part) => part !== null && part !== '').join(', ');
}

/** "Fri and Sat 19:00-07:00", "every day 15:00-18:00"; null for the whole week. */
export function describeHoursOfWeek({ days, hours }: Pick<Selection, 'days' | 'hours'>): string | null {
  if (days === null && hours === null) return null;
  const dayText = days === null ? 'every day' : joined(runs(days, 0, 6).map((run) => runText(run, (day) => WEEKDAYS[day]?.title.slice(0, 3) ?? '')));
  return hours === null ? dayText : `${dayText} ${describeHours(hours)}`;
}

/** "19:00-07:00". */
function describeHours({ from, to }: Hours): string {
  return `${String(from).padStart(2, '0')}:00-${String(to).padStart(2, '0')}:00`;
}

/**
 * "Jan 2019 to Dec 2023"; without a choice, the first and last month of the data set. Where it lacks months in
 * between, "Jan 2019 to Dec 2023 (37 of 60 months held)": those months are missing, not zero.
 */
export function describePeriod({ period }: Pick<Selection, 'period'>, entry: Pick<DataSetEntry, 'months'>): string {
  const from = period?.from ?? entry.months[0];
  const to = period?.to ?? entry.months.at(-1);
  if (from === undefined || to === undefined) return 'no months';
  if (from === to) return monthTitle(from);
  const [first, last] = [parseMonth(from), parseMonth(to)];
  const months = first === null || last === null ? 0 : monthRange(first, last).length;
  const held = entry.months.filter((month) => month >= from && month <= to).length;
  return `${monthTitle(from)} to ${monthTitle(to)}${held < months ? ` (${held} of ${months} months held)` : ''}`;
}

function describePlaces(selection: Selection, places: Places, areas: Pick<AreaTable, 'code' | 'name'> | null): string {
  const titles = (kind: PlaceKind, ids: readonly string[] | null) =>
    ids?.map((id) => places.features.find(({ properties }) => properties.kind === kind && properties.id === id)?.properties.title ?? id) ?? [];
  const groups = [
    joined(titles('borough', selection.boroughs)),
    joined(titles('hub', selection.hubs)),
    joined(titles('ward', selection.wards)),
    joined(titles('nte-hotspot', selection.nteHotspots)),
    describeAreas(selection.areas ?? [], areas),
    selection.drawn === null ? '' : 'in the drawn area',
  ];
  return groups.filter((text) => text !== '').join(', ');
}

/** Names of one or two areas, the number of more. */
function describeAreas(codes: readonly string[], areas: Pick<AreaTable, 'code' | 'name'> | null): string {
  if (codes.length > 2) return `${codes.length} chosen areas`;
  return joined(codes.map((code) => areas?.name[areas.code.indexOf(code)] ?? code));
}

/** Runs of neighbours in a cycle: months [11, 12, 1] are one run. Two neighbours stay two, as "Fri and Sat" reads better. */
function runs(values: readonly number[], low: number, high: number): number[][] {
  const chosen = new Set(values);
  const size = high - low + 1;
  const step = (value: number, by: number) => low + ((value - low + by + size) % size);
  if (chosen.size >= size) return [Array.from({ length: size }, (_, index) => low + index)];
  return [...chosen].filter((value) => !chosen.has(step(value, -1))).toSorted((a, b) => a - b).flatMap((start) => {
    const run = [start];
    while (chosen.has(step(run.at(-1) ?? start, 1))) run.push(step(run.at(-1) ?? start, 1));
    return run.length > 2 ? [run] : run.map((value) => [value]);
  });
}

function runText(run: readonly number[], title: (value: number) => string): string {
  const [first, last] = [run[0] ?? 0, run.at(-1) ?? 0];
  return first === last ? title(first) : `${title(first)} to ${title(last)}`;
}
