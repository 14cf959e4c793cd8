import type { DataSetEntry, KindEntry } from './manifest.ts';
import type { Selection } from './selection.ts';

/** "A", "A and B", "A, B and C". */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * What a choice of types and subgroups counts, in the one wording of summary, legend, print and export: "Rape",
 * "Burglary and Drugs"; without a choice what the data set counts by default, such as "All crimes without
 * anti-social behaviour". A health source of a single type goes by its own title ("A&E attendances after assault").
 * More than `most` titles become their number ("3 types"). An id that the data set does not know is shown as it is.
 */
export function kindsTitle(entry: Pick<DataSetEntry, 'kind' | 'kinds' | 'title' | 'unit'>, { types, subgroups }: Pick<Selection, 'types' | 'subgroups'>, most = Infinity): string {
  // Health sources have one type of the same name each, which alone would not say which of them is shown.
  if (entry.kind === 'health-counts' && new Set(entry.kinds.map(({ type }) => type)).size === 1) return entry.title;
  if (subgroups !== null) return listed(titlesOf(entry.kinds, 'subgroup', subgroups), 'offence subgroups', most);
  if (types !== null) return listed(titlesOf(entry.kinds, 'type', types), 'types', most);
  const titles = new Set(entry.kinds.filter(({ crime }) => crime).map(({ typeTitle }) => typeTitle));
  const [only] = titles;
  if (titles.size === 1 && only !== undefined) return only;
  const incidents = entry.kinds.filter(({ crime }) => !crime).map(({ typeTitle }) => typeTitle.toLowerCase());
  return incidents.length > 0 ? `All ${entry.unit} without ${joined([...new Set(incidents)])}` : `All ${entry.unit}`;
}

/** In the data set's order; ids that it does not know come last. */
function titlesOf(kinds: readonly KindEntry[], by: 'type' | 'subgroup', chosen: readonly string[]): string[] {
  const titles = new Map(kinds.map((kind) => [kind[by], kind[`${by}Title`]]));
  const known = [...titles].flatMap(([id, title]) => (id !== null && chosen.includes(id) ? [title ?? id] : []));
  return [...known, ...chosen.filter((id) => !titles.has(id))];
}

function listed(titles: readonly string[], what: string, most: number): string {
  return titles.length > most ? `${titles.length} ${what}` : joined(titles);
}

/** What is counted, plural. Anti-social behaviour is incidents and never called crime. */
export function unitOf(entry: Pick<DataSetEntry, 'kinds' | 'unit'>, { types }: Pick<Selection, 'types'>): string {
  const chosen = entry.kinds.filter(({ type, crime }) => (types === null ? crime : types.includes(type)));
  const incidents = chosen.filter(({ crime }) => !crime).length;
  if (incidents === 0) return entry.unit;
  return incidents === chosen.length ? 'incidents' : `${entry.unit} and incidents`;
}

/** Who the records are of, one and several: patients in health data, victims elsewhere. */
export function peopleOf({ kind }: Pick<DataSetEntry, 'kind'>): { readonly one: string; readonly many: string } {
  return kind === 'health-counts' ? { one: 'patient', many: 'patients' } : { one: 'victim', many: 'victims' };
}
