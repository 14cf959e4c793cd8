import type { DataSetEntry, Manifest, PartEntry } from '../../model/manifest.ts';
import { PART_IN_PATH } from '../../model/manifest.ts';
import { formatBytes, formatNumber, plural } from '../../ui/formats.ts';

export interface ForcesCost {
  readonly areas: number;
  /** Rows of the data set's records that are held, with and without an area. */
  readonly rows: number;
  /** Bytes of records to read; areas and population come to it. */
  readonly bytes: number;
}

/** What opening some forces means for a data set. */
export function costOfForces({ files }: Pick<Manifest, 'files'>, { id, cells }: Pick<DataSetEntry, 'id' | 'cells'>, parts: readonly PartEntry[]): ForcesCost {
  const sum = (of: (part: PartEntry) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return {
    areas: sum(({ areas }) => areas),
    rows: sum(({ accounts: { [id]: account } }) => (account?.kept ?? 0) + (account?.setAside.reduce((held, { rows, inRecords }) => held + (inRecords ? rows : 0), 0) ?? 0)),
    bytes: sum((part) => sizes.get(cells.replace(PART_IN_PATH, part.id)) ?? 0),
  };
}

/** "417 areas, 25,725 records, 58 kB". */
export function costWords({ areas, rows, bytes }: ForcesCost): string {
  return `${plural(areas, 'area', 'areas')}, ${formatNumber(rows)} records, ${formatBytes(bytes)}`;
}
