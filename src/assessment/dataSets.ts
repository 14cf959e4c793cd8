import type { DataSetEntry, Manifest } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';

/** Which data set of a pack serves which part of an assessment; null where none does. */
export interface AssessmentDataSets {
  /** All crime by month and area. */
  readonly street: DataSetEntry | null;
  /** The force's own records of violence. */
  readonly police: DataSetEntry | null;
  readonly ambulance: DataSetEntry | null;
  readonly attendances: DataSetEntry | null;
  readonly admissions: DataSetEntry | null;
  readonly nightTime: DataSetEntry | null;
}

const VIOLENCE = 'violence-and-sexual-offences';

/**
 * Chooses by kind, unit and fields, never by id, so that it holds for any force. Of several of a kind, the one with
 * victims' ages, then the one with most months, then the first.
 */
export function chooseDataSets({ dataSets }: Pick<Manifest, 'dataSets'>): AssessmentDataSets {
  const best = (fits: (entry: DataSetEntry) => boolean): DataSetEntry | null =>
    dataSets.filter(fits).toSorted((a, b) => Number(b.fields.age) - Number(a.fields.age) || b.months.length - a.months.length)[0] ?? null;
  const health = (unit: DataSetEntry['unit']) => best(({ kind, unit: own }) => kind === 'health-counts' && own === unit);
  return {
    street: best(({ kind }) => kind === 'street'),
    police: best(({ kind }) => kind === 'police-extract'),
    ambulance: health('callouts'),
    attendances: health('attendances'),
    admissions: health('admissions'),
    nightTime: best(({ kind }) => kind === 'nte-profile'),
  };
}

/** Clause that keeps to violence and sexual offences where a data set holds other crime too. */
export function violenceOf({ kinds }: Pick<DataSetEntry, 'kinds'>): Pick<Selection, 'types'> {
  return { types: kinds.some(({ type }) => type === VIOLENCE) ? [VIOLENCE] : null };
}

/** Clause that names every type, so that incidents count as well as crimes. */
export function everyTypeOf({ kinds }: Pick<DataSetEntry, 'kinds'>): Pick<Selection, 'types'> {
  return { types: [...new Set(kinds.map(({ type }) => type))] };
}

export { VIOLENCE };
