import type { Cells } from '../model/cells.ts';
import type { DataSetEntry, Manifest } from '../model/manifest.ts';
import type { PopulationTable } from '../model/areas.ts';
import type { OpenedPack, Outcome, Problem } from '../model/pack.ts';
import type { PublishedFigures } from '../model/published.ts';
import { readBytes, type ByteSource } from '../files/byteSource.ts';
import { decodeCells } from '../files/cellsFormat.ts';
import { parseManifest } from '../files/manifestSchema.ts';
import { failed, messageOf, succeeded } from '../files/outcome.ts';
import { decodeAreas, decodePlaces, decodePopulation } from '../files/packFiles.ts';
import { decodePublished } from '../files/publishedFile.ts';
import { placeIndex, type PlaceIndex } from '../tables/placeIndex.ts';
import { densityOf } from './density.ts';
import { LoadProgress } from './progress.ts';
import type { LoadOptions } from './protocol.ts';
import { verifyFile } from './verifyFile.ts';

/** Bytes by path; how a path becomes bytes is the caller's: HTTP in the browser, files in Node, memory in tests. */
export type OpenSource = (path: string) => ByteSource;

/** A pack as the worker keeps it. */
export interface LoadedPack {
  readonly path: string;
  readonly opened: OpenedPack;
  readonly population: PopulationTable;
  readonly places: PlaceIndex;
  readonly cells: Map<string, Cells>;
}

const MANIFEST = 'manifest.json';
const FILES = { areas: 'areas.fgb', places: 'places.fgb', population: 'population.parquet' } as const;

/** Reads what every view of a pack needs, all files at once; records follow per data set. */
export async function loadPack(path: string, openSource: OpenSource, options: LoadOptions): Promise<Outcome<LoadedPack>> {
  const progress = new LoadProgress('Loading areas and population', options.onProgress);
  const read = (file: string) => readBytes(openSource(inside(path, file)), readOptions(progress.of(file), options));
  const [manifest, ...files] = await Promise.all([
    readManifest(path, openSource, options, progress),
    read(FILES.areas), read(FILES.places), read(FILES.population),
  ]);
  if (!manifest.ok) return manifest;
  const [areasFile, placesFile, populationFile] = await Promise.all(
    Object.values(FILES).map(async (name, i) => verified(files[i] ?? failed('The file was not read.', name, 'Reload the page.'), name, manifest.value)),
  );
  if (!areasFile?.ok) return areasFile ?? failed('The file was not read.', FILES.areas, 'Reload the page.');
  if (!placesFile?.ok) return placesFile ?? failed('The file was not read.', FILES.places, 'Reload the page.');
  if (!populationFile?.ok) return populationFile ?? failed('The file was not read.', FILES.population, 'Reload the page.');
  const areas = await decodeAreas(areasFile.value);
  if (!areas.ok) return areas;
  const [places, population] = await Promise.all([decodePlaces(placesFile.value), decodePopulation(populationFile.value, areas.value.table.code)]);
  if (!places.ok) return places;
  if (!population.ok) return population;
  options.signal?.throwIfAborted();
  const published = await readPublished(path, manifest.value, openSource, options);
  if (!published.ok) return published;
  const { table, shapes } = areas.value;
  const opened: OpenedPack = {
    id: manifest.value.area.id,
    manifest: manifest.value,
    areas: table,
    shapes,
    places: places.value,
    published: published.value,
    density: densityOf(table, manifest.value.densityEdges),
  };
  return succeeded(
    { path, opened, population: population.value, places: placeIndex(table, places.value), cells: new Map() },
    [...manifest.notes, ...areas.notes, ...places.notes, ...population.notes],
  );
}

/** Figures published before; null where the pack brings none. A few kilobytes, so they are read with the pack. */
async function readPublished(path: string, manifest: Manifest, openSource: OpenSource, options: LoadOptions): Promise<Outcome<PublishedFigures | null>> {
  if (manifest.published === undefined) return succeeded(null);
  const read = await readBytes(openSource(inside(path, manifest.published)), readOptions(null, options));
  const file = await verified(read, manifest.published, manifest);
  return file.ok ? decodePublished(file.value, manifest.published) : file;
}

/** Reads the records of a data set and checks that they are of this pack. */
export async function loadCells(pack: LoadedPack, entry: DataSetEntry, openSource: OpenSource, options: LoadOptions): Promise<Outcome<Cells>> {
  const { manifest, areas } = pack.opened;
  const progress = new LoadProgress(`Loading ${entry.title}`, options.onProgress);
  progress.expect(manifest.files.find((file) => file.path === entry.cells)?.bytes ?? 0);
  const read = await readBytes(openSource(inside(pack.path, entry.cells)), readOptions(progress.of(entry.cells), options));
  const file = await verified(read, entry.cells, manifest);
  if (!file.ok) return file;
  const decoded = decodeCells(file.value, entry.cells);
  if (!decoded.ok) return decoded;
  const wrong = mismatch(decoded.value, entry, areas.code);
  if (wrong !== null) return failed(wrong, entry.cells, 'Build the pack again: its files are not of one build.');
  options.signal?.throwIfAborted();
  return decoded;
}

async function readManifest(path: string, openSource: OpenSource, options: LoadOptions, progress: LoadProgress): Promise<Outcome<Manifest>> {
  const bytes = await readBytes(openSource(inside(path, MANIFEST)), readOptions(null, options));
  if (!bytes.ok) return bytes;
  const json = parseJson(bytes.value);
  if (!json.ok) return json;
  const manifest = parseManifest(json.value, MANIFEST);
  if (manifest.ok) {
    const expected: readonly string[] = Object.values(FILES);
    progress.expect(manifest.value.files.filter((file) => expected.includes(file.path)).reduce((sum, file) => sum + file.bytes, 0));
  }
  return manifest;
}

function parseJson(bytes: Uint8Array): Outcome<unknown> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return succeeded(json);
  } catch (error) {
    return failed(`The manifest is not JSON: ${messageOf(error)}`, MANIFEST, 'Build the pack again.');
  }
}

async function verified(read: Outcome<Uint8Array>, path: string, manifest: Manifest): Promise<Outcome<Uint8Array>> {
  if (!read.ok) return read;
  const problem: Problem | null = await verifyFile(read.value, path, manifest.files);
  return problem ? { ok: false, problem } : read;
}

/** What of the records does not fit the pack; null when all does. */
function mismatch(cells: Cells, entry: DataSetEntry, codes: readonly string[]): string | null {
  if (cells.areaCodes.length !== codes.length || cells.areaCodes.some((code, area) => code !== codes[area])) return 'The records are of other areas than the pack.';
  if (cells.months !== entry.months.length || cells.kinds !== entry.kinds.length) return 'The records have other months or crime types than the manifest says.';
  if ((cells.weekdayHours === 175) !== entry.fields.weekdayHour || (cells.age !== null) !== entry.fields.age) return 'The records and the manifest do not agree on hours and ages.';
  return null;
}

function inside(path: string, file: string): string {
  return `${path.replace(/\/+$/, '')}/${file}`;
}

function readOptions(onProgress: ((done: number) => void) | null, { signal }: LoadOptions) {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}
