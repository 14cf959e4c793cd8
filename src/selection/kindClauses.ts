import type { DataSetEntry, KindEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';

/** The clauses that choose kinds of offences. A kind counts where both hold. */
export type KindClauses = Pick<Selection, 'types' | 'subgroups'>;

/** Chosen subgroups and types that would count nothing because of one another, as titles. */
export interface KindConflict {
  /** Subgroups of types that are not chosen. */
  readonly subgroups: readonly string[];
  /** Types without any of the chosen subgroups. */
  readonly types: readonly string[];
}

/**
 * Types and subgroups of a data set that fit together: each chosen subgroup is of a chosen type (of a crime, where no
 * type is chosen), and each chosen type has a chosen subgroup where any is chosen. What does not fit is left out:
 * first the subgroups, then the types.
 */
export function fittingKinds({ types, subgroups }: KindClauses, { kinds }: Pick<DataSetEntry, 'kinds'>): KindClauses & { readonly conflict: KindConflict } {
  const ofTypes = kinds.filter(({ type, crime }) => (types === null ? crime : types.includes(type)));
  const kept = someOf(subgroups?.filter((id) => ofTypes.some(({ subgroup }) => subgroup === id)));
  const keptTypes = kept === null ? types : someOf(types?.filter((id) => ofTypes.some(({ type, subgroup }) => type === id && subgroup !== null && kept.includes(subgroup))));
  return {
    types: keptTypes,
    subgroups: kept,
    conflict: {
      subgroups: titlesOf(kinds, 'subgroup', subgroups?.filter((id) => kept?.includes(id) !== true)),
      types: titlesOf(kinds, 'type', types?.filter((id) => keptTypes?.includes(id) !== true)),
    },
  };
}

/**
 * A selection after the reader changed one of the two clauses: the newer choice wins. New subgroups leave only their
 * own types chosen; new types take the subgroups back as far as the two do not fit together.
 */
export function newerKindsWin(selection: Selection, patch: Partial<Selection>, entry: DataSetEntry | null): Selection {
  const { types, subgroups } = selection;
  if (entry === null || !entry.fields.subgroup || types === null || subgroups === null) return selection;
  if (patch.types === undefined && patch.subgroups !== undefined) {
    const own = entry.kinds.filter(({ subgroup }) => subgroup !== null && subgroups.includes(subgroup)).map(({ type }) => type);
    return own.length === 0 ? selection : { ...selection, types: [...new Set(own)] };
  }
  if (patch.types === undefined) return selection;
  const fitting = fittingKinds(selection, entry);
  return { ...selection, subgroups: fitting.conflict.types.length > 0 ? null : fitting.subgroups };
}

function someOf(ids: readonly string[] | undefined): readonly string[] | null {
  return ids !== undefined && ids.length > 0 ? ids : null;
}

function titlesOf(kinds: readonly KindEntry[], by: 'type' | 'subgroup', ids: readonly string[] = []): string[] {
  return ids.map((id) => kinds.find((kind) => kind[by] === id)?.[`${by}Title`] ?? id);
}
