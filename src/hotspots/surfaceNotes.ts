import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { MASTER_LIST } from './notes.ts';

/** What points of street-level crime cannot say, and that one period of them mixes two lists; null for other points. */
export function surfaceCaution({ kind, months }: Pick<DataSetEntry, 'kind' | 'months'>, { period }: Pick<Selection, 'period'>): string | null {
  if (kind !== 'street') return null;
  const chosen = months.filter((month) => period === null || (period.from <= month && month <= period.to));
  const both = chosen.some((month) => month < MASTER_LIST) && chosen.some((month) => month >= MASTER_LIST);
  return `Points of street-level crime are moved to the nearest of a list of places: no line is about a street or an address. The list was replaced in July 2022: never compare surfaces across that date.${both ? ' This period mixes both lists.' : ''}`;
}

interface Made {
  readonly bandwidthMetres: number;
  readonly cellMetres: number;
  readonly missing: number;
}

const metres = (value: number): string => `${value.toLocaleString('en-GB')} m`;

/** How a surface was made and what is not in it, in plain sentences. */
export function surfaceNotes({ bandwidthMetres, cellMetres, missing }: Made): string[] {
  return [
    `Quartic kernel of ${metres(bandwidthMetres)} on cells of ${metres(cellMetres)}. Within that distance of the county’s edge, or of the places chosen, it is too low, because events beyond are not in it.`,
    ...(missing > 0 ? [`${missing === 1 ? '1 event has' : `${missing.toLocaleString('en-GB')} events have`} no point and ${missing === 1 ? 'is' : 'are'} not in it.`] : []),
  ];
}
