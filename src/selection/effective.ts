import type { Places, PlaceKind } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { EVERYTHING } from '../model/selection.ts';
import { unavailable } from './availability.ts';

/** A clause, or part of one, that a data set cannot answer. */
export interface DroppedClause {
  readonly clause: keyof Selection;
  /** Plain sentence: what is not applied and why. */
  readonly reason: string;
}

/** What is asked of the worker, and what had to be left out of it. */
export interface EffectiveSelection {
  readonly selection: Selection;
  readonly dropped: readonly DroppedClause[];
}

/**
 * The part of a selection that this data set can answer. The rule: a clause that it cannot answer is not applied,
 * and says so; it stays in the URL, so that it applies again where it can. A period is cut to the months of the
 * data set, and is not applied where it misses all of them; ids that the data set or the pack does not know are
 * left out, and with none left the clause is not applied.
 */
export function effectiveSelection(selection: Selection, entry: DataSetEntry, places: Places): EffectiveSelection {
  const dropped: DroppedClause[] = [];
  const known = (clause: keyof Selection, chosen: readonly string[] | null, ids: ReadonlySet<string>, where: string) => {
    const missing = chosen?.filter((id) => !ids.has(id)) ?? [];
    if (missing.length > 0) dropped.push({ clause, reason: `${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} not in ${where}, so that choice is not applied.` });
    const kept = chosen?.filter((id) => ids.has(id)) ?? [];
    return kept.length > 0 ? kept : null;
  };
  const place = (clause: keyof Selection, chosen: readonly string[] | null, kind: PlaceKind) =>
    known(clause, chosen, new Set(places.features.filter(({ properties }) => properties.kind === kind).map(({ properties }) => properties.id)), 'this pack');
  const answerable: Selection = {
    ...EVERYTHING,
    monthsOfYear: selection.monthsOfYear,
    drawn: selection.drawn,
    types: known('types', selection.types, new Set(entry.kinds.map(({ type }) => type)), `"${entry.title}"`),
    subgroups: subgroupsOf(selection, entry, dropped, known),
    period: periodWithin(selection, entry, dropped),
    ...hoursWithin(selection, entry, dropped),
    boroughs: place('boroughs', selection.boroughs, 'borough'),
    hubs: place('hubs', selection.hubs, 'hub'),
    wards: place('wards', selection.wards, 'ward'),
    nteHotspots: place('nteHotspots', selection.nteHotspots, 'nte-hotspot'),
  };
  return { selection: answerable, dropped };
}

/** True where every clause is "all". */
export function isUnfiltered(selection: Selection): boolean {
  return Object.values(selection).every((clause) => clause === null || clause === false);
}

function subgroupsOf(
  selection: Selection, entry: DataSetEntry, dropped: DroppedClause[],
  known: (clause: keyof Selection, chosen: readonly string[] | null, ids: ReadonlySet<string>, where: string) => readonly string[] | null,
): readonly string[] | null {
  const reason = unavailable(entry).subgroup;
  if (selection.subgroups === null || reason === undefined) {
    return known('subgroups', selection.subgroups, new Set(entry.kinds.flatMap(({ subgroup }) => subgroup ?? [])), `"${entry.title}"`);
  }
  dropped.push({ clause: 'subgroups', reason: `The offence subgroup is not applied. ${reason}` });
  return null;
}

function hoursWithin(selection: Selection, entry: DataSetEntry, dropped: DroppedClause[]): Pick<Selection, 'days' | 'hours' | 'midnightAside'> {
  const { days, hours, midnightAside } = selection;
  const reason = unavailable(entry).hours;
  if (reason === undefined) return { days, hours, midnightAside };
  if (days !== null) dropped.push({ clause: 'days', reason: `The choice of weekdays is not applied. ${reason}` });
  if (hours !== null) dropped.push({ clause: 'hours', reason: `The choice of hours is not applied. ${reason}` });
  if (midnightAside) dropped.push({ clause: 'midnightAside', reason: `Setting 00:00 aside is not applied. ${reason}` });
  return { days: null, hours: null, midnightAside: false };
}

function periodWithin({ period }: Selection, entry: DataSetEntry, dropped: DroppedClause[]): Selection['period'] {
  const [first, last] = [entry.months[0], entry.months.at(-1)];
  if (period === null || first === undefined || last === undefined) return null;
  const from = period.from > first ? period.from : first;
  const to = period.to < last ? period.to : last;
  if (entry.months.some((month) => month >= from && month <= to)) return from === first && to === last ? null : { from, to };
  dropped.push({ clause: 'period', reason: `The chosen period, ${period.from} to ${period.to}, has no month of "${entry.title}" (${first} to ${last}), so every month is shown.` });
  return null;
}

function quoted(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => `"${id}"`).join(', ');
  return ids.length > 3 ? `${shown} and ${ids.length - 3} more` : shown;
}
