import type { PopulationTable } from '../model/areas.ts';
import type { Cells } from '../model/cells.ts';
import type { DataSetEntry, Manifest } from '../model/manifest.ts';
import type { OpenedPack, Outcome } from '../model/pack.ts';
import type { PublishedFigures } from '../model/published.ts';
import { decodeAreas } from '../files/areasFile.ts';
import { readBytes } from '../files/byteSource.ts';
import { parseManifest } from '../files/manifestSchema.ts';
import { failed, messageOf, succeeded } from '../files/outcome.ts';
import { decodePlaces } from '../files/placesFile.ts';
import { decodePopulationColumns, POPULATION_COLUMNS_FILE } from '../files/populationColumns.ts';
import { decodePublished } from '../files/publishedFile.ts';
import { placeIndex, type PlaceIndex } from '../tables/placeIndex.ts';
import { densityOf } from './density.ts';
import type { HeldParts, OpenedParts } from './openParts.ts';
import { bytesOf, inside, type OpenSource, readCells, readOptions, verified } from './packSource.ts';
import { LoadProgress } from './progress.ts';
import type { LoadOptions, OpenOptions } from './protocol.ts';

export type { OpenSource } from './packSource.ts';

/** A pack, or a choice of its parts, as the worker keeps it. */
export interface LoadedPack {
  readonly path: string;
  readonly opened: OpenedPack;
  readonly population: PopulationTable;
  readonly places: PlaceIndex;
  readonly cells: Map<string, Cells>;
  /** What other choices of parts can be made from; null for a pack that is opened whole. */
  readonly held: HeldParts | null;
}

const MANIFEST = 'manifest.json';
/** Read beside the manifest; which file holds the population it must tell first. */
const EARLY = ['areas.fgb', 'places.fgb'] as const;
const OPEN_POPULATION = 'population.parquet';

/**
 * Reads what every view of a pack needs; records follow per data set. Of a pack that is opened whole areas and places are
 * read beside the manifest, the population after it; where this then tells of partitions, that is stopped and only what is wanted is read.
 * @param packs those that are open: parts that they hold are not read again.
 */
export async function loadPack(path: string, openSource: OpenSource, options: OpenOptions, packs: readonly LoadedPack[] = []): Promise<Outcome<LoadedPack>> {
  const progress = new LoadProgress('Loading areas and population', options.onProgress);
  const whole = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, whole.signal]) : whole.signal;
  const read = (file: string) => readBytes(openSource(inside(path, file)), readOptions(progress.of(file), { signal }));
  const early = options.partitioned === true ? null : EARLY.map(read);
  // Nobody may be waiting for them when they are stopped.
  early?.forEach((file) => void file.catch(() => undefined));
  const manifest = await readManifest(path, openSource, options);
  if (!manifest.ok || manifest.value.manifest.partitions) whole.abort();
  if (!manifest.ok) return manifest;
  const { manifest: said, text } = manifest.value;
  const loaded = said.partitions
    // Only packs in partitions need this code.
    ? await (await import('./openParts.ts')).openParts({ path, manifest: said, text, progress: new LoadProgress('Loading areas and population', options.onProgress) }, openSource, options, packs)
    : await openWhole(said, early ?? EARLY.map(read), read, progress);
  if (!loaded.ok) return loaded;
  options.signal?.throwIfAborted();
  const published = await readPublished(path, loaded.value.manifest, openSource, options);
  if (!published.ok) return published;
  const { manifest: shown, parts, areas: { table, shapes }, places, population, held, cells } = loaded.value;
  const opened: OpenedPack = {
    id: said.area.id,
    manifest: shown,
    ...(parts === null ? {} : { parts }),
    areas: table,
    shapes,
    places,
    published: published.value,
    density: densityOf(table, said.densityEdges),
  };
  return succeeded({ path, opened, population, places: placeIndex(table, places), cells, held }, [...manifest.notes, ...loaded.notes]);
}

async function openWhole(manifest: Manifest, early: readonly Promise<Outcome<Uint8Array>>[], readNow: (file: string) => Promise<Outcome<Uint8Array>>, progress: LoadProgress): Promise<Outcome<OpenedParts>> {
  const population = manifest.files.some(({ path }) => path === POPULATION_COLUMNS_FILE) ? POPULATION_COLUMNS_FILE : OPEN_POPULATION;
  const names = [...EARLY, population];
  progress.expect(names.reduce((sum, name) => sum + bytesOf(manifest, name), 0));
  const read = await Promise.all([...early, readNow(population)]);
  const [areasFile, placesFile, populationFile] = await Promise.all(
    names.map(async (name, i) => verified(read[i] ?? failed('The file was not read.', name, 'Reload the page.'), name, manifest)),
  );
  if (!areasFile?.ok) return areasFile ?? failed('The file was not read.', names[0] ?? '', 'Reload the page.');
  if (!placesFile?.ok) return placesFile ?? failed('The file was not read.', names[1] ?? '', 'Reload the page.');
  if (!populationFile?.ok) return populationFile ?? failed('The file was not read.', population, 'Reload the page.');
  const areas = await decodeAreas(areasFile.value);
  if (!areas.ok) return areas;
  const [places, people] = await Promise.all([decodePlaces(placesFile.value), populationIn(populationFile.value, population, areas.value.table.code)]);
  if (!places.ok) return places;
  if (!people.ok) return people;
  return succeeded(
    { manifest, parts: null, areas: areas.value, places: places.value, population: people.value, cells: new Map(), held: null },
    [...areas.notes, ...places.notes, ...people.notes],
  );
}

/** Only packs built before need the code that reads the open form. */
async function populationIn(bytes: Uint8Array, file: string, codes: readonly string[]): Promise<Outcome<PopulationTable>> {
  if (file === POPULATION_COLUMNS_FILE) return decodePopulationColumns(bytes, codes);
  const { decodePopulation } = await import('../files/populationFile.ts');
  return decodePopulation(bytes, codes);
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
  progress.expect(bytesOf(manifest, entry.cells));
  return readCells({ path: pack.path, file: entry.cells, codes: areas.code, progress }, manifest, entry, openSource, options);
}

async function readManifest(path: string, openSource: OpenSource, options: LoadOptions): Promise<Outcome<{ readonly manifest: Manifest; readonly text: string }>> {
  const bytes = await readBytes(openSource(inside(path, MANIFEST)), readOptions(null, options));
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  const json = parseJson(text);
  if (!json.ok) return json;
  const manifest = parseManifest(json.value, MANIFEST);
  return manifest.ok ? succeeded({ manifest: manifest.value, text }, manifest.notes) : manifest;
}

function parseJson(text: string): Outcome<unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return succeeded(json);
  } catch (error) {
    return failed(`The manifest is not JSON: ${messageOf(error)}`, MANIFEST, 'Build the pack again.');
  }
}
