import type { AreaTable, Places, PlaceKind } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { EVERYTHING } from '../model/selection.ts';
import { joined } from '../model/kinds.ts';
import { type Unavailable, unavailable } from './availability.ts';
import { fittingKinds, type KindClauses } from './kindClauses.ts';

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
 * left out, and with none left the clause is not applied. Types and subgroups that shut one another out are left out
 * too (see kindClauses.ts), or the answer would be 0 under a title that names only one of them.
 * @param areas the pack's areas, to check LSOA codes against; without them every code is taken as known.
 */
export function effectiveSelection(selection: Selection, entry: DataSetEntry, places: Places, areas: Pick<AreaTable, 'code'> | null = null): EffectiveSelection {
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
    ...kindsWithin(
      {
        types: known('types', selection.types, new Set(entry.kinds.map(({ type }) => type)), `"${entry.title}"`),
        subgroups: subgroupsOf(selection, entry, dropped, known),
      },
      entry, dropped,
    ),
    period: periodWithin(selection, entry, dropped),
    ...hoursWithin(selection, entry, dropped),
    ...peopleWithin(selection, entry, dropped),
    boroughs: place('boroughs', selection.boroughs, 'borough'),
    hubs: place('hubs', selection.hubs, 'hub'),
    wards: place('wards', selection.wards, 'ward'),
    nteHotspots: place('nteHotspots', selection.nteHotspots, 'nte-hotspot'),
    areas: areas === null ? selection.areas : known('areas', selection.areas, new Set(areas.code), 'this pack'),
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

function kindsWithin(clauses: KindClauses, entry: DataSetEntry, dropped: DroppedClause[]): KindClauses {
  const { types, subgroups, conflict } = fittingKinds(clauses, entry);
  if (conflict.subgroups.length > 0) {
    dropped.push({ clause: 'subgroups', reason: `${quoted(conflict.subgroups)} ${conflict.subgroups.length === 1 ? 'is' : 'are'} not among the chosen crime types, so that choice is not applied.` });
  }
  if (conflict.types.length > 0) {
    dropped.push({ clause: 'types', reason: `${quoted(conflict.types)} ${conflict.types.length === 1 ? 'has' : 'have'} none of the chosen offence subgroups, so that choice is not applied.` });
  }
  return { types, subgroups };
}

/** The clauses share one sentence, as they share the reason. */
function hoursWithin(selection: Selection, entry: DataSetEntry, dropped: DroppedClause[]): Pick<Selection, 'days' | 'hours' | 'midnightAside'> {
  const { days, hours, midnightAside } = selection;
  const reason = unavailable(entry).hours;
  if (reason === undefined) return { days, hours, midnightAside };
  const chosen = [
    ...(days === null ? [] : [{ clause: 'days', title: 'weekdays' } as const]),
    ...(hours === null ? [] : [{ clause: 'hours', title: 'hours' } as const]),
    ...(midnightAside ? [{ clause: 'midnightAside', title: 'records at 00:00' } as const] : []),
  ];
  const sentence = `The choice of ${joined(chosen.map(({ title }) => title))} is not applied. ${reason}`;
  dropped.push(...chosen.map(({ clause }) => ({ clause, reason: sentence })));
  return { days: null, hours: null, midnightAside: false };
}

const PEOPLE_CLAUSES = [
  { clause: 'ages', title: 'ages', needs: 'age' },
  { clause: 'sexes', title: 'sex', needs: 'sex' },
  { clause: 'flags', title: 'flags', needs: 'flags' },
] as const satisfies readonly { clause: keyof Selection; title: string; needs: keyof Unavailable }[];

function peopleWithin(selection: Selection, entry: DataSetEntry, dropped: DroppedClause[]): Pick<Selection, 'ages' | 'sexes' | 'flags'> {
  const lacks = unavailable(entry);
  const kept = { ages: selection.ages, sexes: selection.sexes, flags: selection.flags };
  for (const { clause, title, needs } of PEOPLE_CLAUSES) {
    const reason = lacks[needs];
    if (kept[clause] === null || reason === undefined) continue;
    kept[clause] = null;
    dropped.push({ clause, reason: `The choice of ${title} is not applied. ${reason}` });
  }
  return kept;
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
