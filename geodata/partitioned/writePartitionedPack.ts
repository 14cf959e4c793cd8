import type { MultiPolygon, Polygon } from 'geojson';
import { bounds } from '../../src/geometry/bounds.ts';
import { encodeCells } from '../../src/files/cellsFormat.ts';
import { encodeAreas, encodePlaces } from '../../src/files/packFiles.ts';
import { encodePopulationOfParts } from '../../src/files/populationParts.ts';
import type { AreaTable, Places, PopulationTable } from '../../src/model/areas.ts';
import { PART_IN_PATH, PARTITIONED_PACK_VERSION, type DataSetEntry, type FileEntry, type Manifest, type PartEntry, type RowAccount } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import { AGE_BAND_COUNT } from '../../src/model/vocabulary.ts';
import { faultOf, sumAccounts } from '../pack/accounts.ts';
import { replacePack, type WriteFile } from '../pack/replacePack.ts';
import { stop } from '../problem.ts';
import { cellsOf, encodePartRecords, type PartRecords } from './partRecords.ts';

/** What a pack in partitions is put together from. Records come one part at a time. */
export interface PartitionedInput {
  readonly manifest: Omit<Manifest, 'files' | 'version' | 'published' | 'partitions' | 'dataSets'>;
  readonly parts: readonly Pick<PartEntry, 'id' | 'title'>[];
  /** Id of the part that opens where the address names none. */
  readonly opensPart: string;
  readonly areas: AreaTable;
  /** In AreaTable order. */
  readonly geometries: readonly (Polygon | MultiPolygon)[];
  /** Position in `parts` of each area. */
  readonly partOfArea: readonly number[];
  readonly places: Places;
  /** Position in `parts` of each place; -1 where it spans several. */
  readonly partOfPlace: readonly number[];
  readonly population: PopulationTable;
  readonly dataSets: readonly PartedDataSet[];
  readonly onProgress: (progress: Progress) => void;
}

export interface PartedDataSet {
  /** `account` is made here: the sum of the parts'. */
  readonly entry: Omit<DataSetEntry, 'account' | 'cells' | 'table'>;
  /** The records of part number `part`; called once for each, in order. */
  readonly recordsOf: (part: number) => PartRecords | Promise<PartRecords>;
}

/**
 * Writes a pack in partitions (manifest version 2), replacing the previous one as a whole: areas, places and population
 * of all parts in one file each, records in one file for every part. No more than one part's records are held.
 */
export async function writePartitionedPack(out: string, input: PartitionedInput): Promise<Manifest> {
  let written: Manifest | null = null;
  await replacePack(out, async (write) => {
    written = await writeFiles(write, input);
    return written;
  });
  return written ?? stop('The pack was not written', out, 'This is a fault of the builder: please report it.');
}

async function writeFiles(write: WriteFile, input: PartitionedInput): Promise<Manifest> {
  const { areas, geometries, parts, places, population, manifest } = input;
  const idOf = (part: number): string => parts[part]?.id ?? '';
  const members = parts.map((_, part) => input.partOfArea.flatMap((of, area) => (of === part ? [area] : [])));
  const files: FileEntry[] = [];
  input.onProgress({ step: 'Writing areas, places and population', done: 0, total: 0 });
  files.push(await write('areas.fgb', encodeAreas(areas, geometries, input.partOfArea.map(idOf))));
  files.push(await write('places.fgb', encodePlaces(places, input.partOfPlace.map(idOf))));
  files.push(await write('population.parquet', encodePopulationOfParts(areas.code, population, members)));
  const dataSets: DataSetEntry[] = [];
  const accounts: Record<string, RowAccount>[] = parts.map(() => ({}));
  for (const set of input.dataSets) {
    const path = `records/${set.entry.id}/${PART_IN_PATH}`;
    const entry = { ...set.entry, cells: `${path}.cells`, table: `${path}.parquet` };
    for (const [part, { title }] of parts.entries()) {
      input.onProgress({ step: `Writing records of ${set.entry.title}`, done: part, total: parts.length });
      const records = await set.recordsOf(part);
      const fault = faultOf(records.account, records.cell.length);
      if (fault) stop(fault, `${title}, data set ${entry.id}`, 'This is a fault of the builder: please report it.');
      const codes = (members[part] ?? []).map((area) => areas.code[area] ?? '');
      files.push(await write(entry.cells.replace(PART_IN_PATH, idOf(part)), encodeCells(cellsOf(records, codes, entry))));
      files.push(await write(entry.table.replace(PART_IN_PATH, idOf(part)), encodePartRecords(records, codes, entry)));
      accounts[part] = { ...accounts[part], [entry.id]: records.account };
    }
    dataSets.push({ ...entry, account: sumAccounts(accounts.flatMap((of) => of[entry.id] ?? [])) });
  }
  let first = 0;
  const entries = parts.map(({ id, title }, part): PartEntry => {
    const own = members[part] ?? [];
    const rows = own.length * population.years.length * AGE_BAND_COUNT;
    first += rows;
    return { id, title, box: boxOf(input, part, own), areas: own.length, population: { first: first - rows, rows }, accounts: accounts[part] ?? {} };
  });
  return { version: PARTITIONED_PACK_VERSION, ...manifest, dataSets, files, partitions: { by: 'police-force', parts: entries, opens: input.opensPart } };
}

/** The part's box: of its areas and of the places that are its own. */
function boxOf({ geometries, places, partOfPlace }: PartitionedInput, part: number, own: readonly number[]): PartEntry['box'] {
  const box = bounds(own.flatMap((area) => geometries[area] ?? []));
  places.features.forEach(({ geometry }, i) => {
    if (partOfPlace[i] !== part) return;
    const [west, south, east, north] = geometry.type === 'Point' ? pointBox(geometry.coordinates) : bounds(geometry);
    box[0] = Math.min(box[0], west);
    box[1] = Math.min(box[1], south);
    box[2] = Math.max(box[2], east);
    box[3] = Math.max(box[3], north);
  });
  return box;
}

function pointBox([x = NaN, y = NaN]: readonly number[]): [number, number, number, number] {
  return [x, y, x, y];
}
