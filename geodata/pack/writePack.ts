import type { MultiPolygon, Polygon } from 'geojson';
import { encodeCells } from '../../src/files/cellsFormat.ts';
import { encodeAreas, encodeCounts, encodePlaces, encodePopulation, encodeRecords } from '../../src/files/packFiles.ts';
import { encodePopulationColumns, POPULATION_COLUMNS_FILE } from '../../src/files/populationColumns.ts';
import type { AreaTable, Places, PopulationTable } from '../../src/model/areas.ts';
import type { RecordColumns } from '../../src/model/cells.ts';
import { PACK_VERSION, type DataSetEntry, type FileEntry, type Manifest } from '../../src/model/manifest.ts';
import type { PublishedFigures } from '../../src/model/published.ts';
import { cellShape, packRecords } from '../../src/tables/packRecords.ts';
import { stop } from '../problem.ts';
import { faultOf } from './accounts.ts';
import { replacePack } from './replacePack.ts';

const PUBLISHED = 'published.json';

export interface PackInput {
  readonly manifest: Omit<Manifest, 'files' | 'version' | 'published'>;
  /** Figures published before, to stand beside the pack's; null where there are none. */
  readonly published?: PublishedFigures | null | undefined;
  readonly areas: AreaTable;
  /** In AreaTable order. */
  readonly geometries: (Polygon | MultiPolygon)[];
  readonly places: Places;
  readonly population: PopulationTable;
  /** The same data sets, in the same order, as `manifest.dataSets`. */
  readonly dataSets: readonly { readonly entry: DataSetEntry; readonly records: RecordColumns }[];
}

/** Writes a pack folder, replacing the previous one as a whole (`replacePack`). */
export async function writePack(out: string, input: PackInput): Promise<void> {
  checkInput(input);
  await replacePack(out, async (write) => {
    const files: FileEntry[] = [];
    for (const [path, encode] of contents(input)) files.push(await write(path, encode()));
    return { version: PACK_VERSION, ...input.manifest, files, ...(input.published ? { published: PUBLISHED } : {}) };
  });
}

/** The pack's files in writing order, each made only when its turn comes. */
function* contents(input: PackInput): Generator<[string, () => Uint8Array]> {
  const { areas } = input;
  yield ['areas.fgb', () => encodeAreas(areas, [...input.geometries])];
  yield ['places.fgb', () => encodePlaces(input.places)];
  yield ['population.parquet', () => encodePopulation(areas.code, input.population)];
  yield [POPULATION_COLUMNS_FILE, () => encodePopulationColumns(areas.code, input.population)];
  const { published } = input;
  if (published) yield [PUBLISHED, () => new TextEncoder().encode(`${JSON.stringify(published, null, 1)}\n`)];
  for (const { entry, records } of input.dataSets) {
    yield [entry.table, () => (entry.kind === 'health-counts' ? encodeCounts(records, entry, areas.code) : encodeRecords(records, entry, areas.code))];
    yield [entry.cells, () => encodeCells(packRecords(records, cellShape(areas.code, entry)))];
  }
}

function checkInput(input: PackInput): void {
  const count = input.areas.code.length;
  const where = `pack "${input.manifest.area.id}"`;
  const remedy = 'This is a fault of the builder: please report it.';
  if (input.geometries.length !== count) stop(`${count} areas but ${input.geometries.length} polygons`, where, remedy);
  if (input.population.areas !== count) stop(`${count} areas but populations for ${input.population.areas}`, where, remedy);
  const listed = input.manifest.dataSets.map((entry) => entry.id).join(', ');
  const given = input.dataSets.map(({ entry }) => entry.id).join(', ');
  if (listed !== given) stop(`The manifest lists data sets "${listed}" but the records are of "${given}"`, where, remedy);
  for (const { entry, records } of input.dataSets) {
    const fault = faultOf(entry.account, entry.kind === 'health-counts' ? null : records.area.length);
    if (fault) stop(fault, `${where}, data set ${entry.id}`, remedy);
  }
}
