import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import { encodeCells } from '../../src/files/cellsFormat.ts';
import { encodeAreas, encodeCounts, encodePlaces, encodePopulation, encodeRecords } from '../../src/files/packFiles.ts';
import type { AreaTable, Places, PopulationTable } from '../../src/model/areas.ts';
import type { RecordColumns } from '../../src/model/cells.ts';
import { PACK_VERSION, type DataSetEntry, type FileEntry, type Manifest } from '../../src/model/manifest.ts';
import type { PublishedFigures } from '../../src/model/published.ts';
import { cellShape, packRecords } from '../../src/tables/packRecords.ts';
import { stop } from '../problem.ts';
import { looksLikePack, updatePackIndex } from './packIndex.ts';

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

/**
 * Writes a pack folder. It is built beside its place (`out` + ".building"), every file is flushed to the disk,
 * and only then are the folders exchanged; whatever goes wrong before that leaves the previous pack as it was.
 * A run that died between the two renames is mended by the next one.
 */
export async function writePack(out: string, input: PackInput): Promise<void> {
  checkInput(input);
  const target = resolve(out);
  const building = `${target}.building`;
  await mkdir(dirname(target), { recursive: true });
  await restoreInterrupted(target);
  await refuseOtherFolder(target);
  await rm(building, { recursive: true, force: true });
  try {
    const files: FileEntry[] = [];
    for (const [path, encode] of contents(input)) files.push(await writeDurably(building, path, encode()));
    const manifest: Manifest = { version: PACK_VERSION, ...input.manifest, files, ...(input.published ? { published: PUBLISHED } : {}) };
    await writeDurably(building, 'manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));
    await exchange(building, target);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await updatePackIndex(dirname(target));
}

/** The pack's files in writing order, each made only when its turn comes. */
function* contents(input: PackInput): Generator<[string, () => Uint8Array]> {
  const { areas } = input;
  yield ['areas.fgb', () => encodeAreas(areas, [...input.geometries])];
  yield ['places.fgb', () => encodePlaces(input.places)];
  yield ['population.parquet', () => encodePopulation(areas.code, input.population)];
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
    const { read, kept, setAside } = entry.account;
    const accounted = kept + setAside.reduce((sum, each) => sum + each.rows, 0);
    if (accounted !== read) stop(`${read} rows read but ${accounted} accounted for`, `${where}, data set ${entry.id}`, remedy);
    const inRecords = kept + setAside.reduce((sum, each) => sum + (each.inRecords ? each.rows : 0), 0);
    if (entry.kind !== 'health-counts' && inRecords !== records.area.length) {
      stop(`${inRecords} rows accounted for but ${records.area.length} records`, `${where}, data set ${entry.id}`, remedy);
    }
  }
}

async function writeDurably(folder: string, path: string, bytes: Uint8Array): Promise<FileEntry> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function exchange(building: string, target: string): Promise<void> {
  const previous = `${target}.previous`;
  await syncFolder(building);
  if (existsSync(target)) await rename(target, previous);
  try {
    await rename(building, target);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, target);
    throw error;
  }
  await syncFolder(dirname(target));
  await rm(previous, { recursive: true, force: true });
}

/** A run that died half-way through an exchange left the good pack under ".previous": put it back. */
async function restoreInterrupted(target: string): Promise<void> {
  const previous = `${target}.previous`;
  if (!existsSync(previous)) return;
  if (existsSync(target)) await rm(previous, { recursive: true, force: true });
  else await rename(previous, target);
}

/** Replacing deletes what was there: only a pack, or an empty folder, may be replaced. */
async function refuseOtherFolder(target: string): Promise<void> {
  const entries = await readdir(target).catch(() => null);
  if (entries === null ? !existsSync(target) : entries.length === 0) return;
  const manifest = await readFile(join(target, 'manifest.json'), 'utf8').catch(() => '');
  if (!looksLikePack(manifest)) {
    stop('There is already something else at the place of the pack', target, 'Choose a new folder with --out, or remove this one yourself.');
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Folders cannot be opened for syncing on every system; the rename itself is still atomic there.
  const handle = await open(folder, 'r').catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
