import type { TypeBarItem } from '../../../charts/props.ts';
import type { DataSetEntry, KindEntry } from '../../../model/manifest.ts';
import { isWithheld, sumCounts } from '../../../ui/formats.ts';

interface Group {
  readonly id: string;
  readonly title: string;
  readonly crime: boolean;
  readonly count: number;
}

/** Crime types of a data set with their counts, one per type, in the order of its kinds. */
export function typeGroups(entry: DataSetEntry, byKind: ArrayLike<number> | null): Group[] {
  return grouped(entry, byKind, (kind) => kind.type, (kind) => kind.typeTitle);
}

/** Offence subgroups with their counts; empty where the data set has none. */
export function subgroupGroups(entry: DataSetEntry, byKind: ArrayLike<number> | null): Group[] {
  return grouped(entry, byKind, (kind) => kind.subgroup, (kind) => kind.subgroupTitle);
}

function grouped(entry: DataSetEntry, byKind: ArrayLike<number> | null, idOf: (kind: KindEntry) => string | null, titleOf: (kind: KindEntry) => string | null): Group[] {
  const ids = [...new Set(entry.kinds.flatMap((kind) => idOf(kind) ?? []))];
  return ids.map((id) => {
    const held = entry.kinds.map((kind, index) => ({ kind, count: byKind?.[index] ?? 0 })).filter(({ kind }) => idOf(kind) === id);
    const [first] = held;
    return {
      id,
      title: (first && titleOf(first.kind)) ?? id,
      crime: held.every(({ kind }) => kind.crime),
      count: sumCounts(held.map(({ count }) => count)),
    };
  });
}

/** Largest first. The order is made once per data set, so that bars do not jump while filtering. */
export function orderBySize(groups: readonly Group[]): string[] {
  const size = ({ count }: Group): number => (isWithheld(count) ? 0 : count);
  return groups.toSorted((a, b) => size(b) - size(a) || a.title.localeCompare(b.title, 'en-GB')).map(({ id }) => id);
}

/** Bars in a given order; ids that the order does not know come last. */
export function toItems(groups: readonly Group[], order: readonly string[], chosen: readonly string[] | null): TypeBarItem[] {
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return groups.toSorted((a, b) => place(a.id) - place(b.id)).map(({ id, title, count }) => ({ id, title, count, chosen: chosen?.includes(id) ?? false }));
}

/** Adds or takes away one id; with none left the clause is "all" again. */
export function toggled(chosen: readonly string[] | null, id: string): readonly string[] | null {
  const next = chosen?.includes(id) ? chosen.filter((other) => other !== id) : [...(chosen ?? []), id];
  return next.length === 0 ? null : next;
}
