/** What a pack in partitions is read by: pieces of its files. Apart from `packFiles.ts`, because a pack opened whole needs none of this code. */
import type { Feature } from 'geojson';
import type { Places } from '../model/areas.ts';
import type { PartEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import { areasOf, FILE as AREAS_FILE, REBUILD, textOf, type Areas } from './areasFile.ts';
import type { RangeReader } from './byteRanges.ts';
import { readBoxes } from './flatgeobufBoxes.ts';
import { inDegrees } from './flatgeobufReader.ts';
import { failed, succeeded } from './outcome.ts';
import { PART_COLUMN } from './packColumns.ts';
import { readParquetRows } from './parquetRows.ts';
import { FILE as PLACES_FILE, placesOf } from './placesFile.ts';
import { COLUMN_NAMES, FILE as POPULATION_FILE, OPTIONAL_COLUMNS, type PopulationRows } from './populationFile.ts';

const boxesOf = (parts: readonly PartEntry[]) => parts.map(({ box: [minX, minY, maxX, maxY] }) => ({ minX, minY, maxX, maxY }));

/**
 * The areas of some parts of a pack from its `areas.fgb`, each part by itself, reading only what lies in the parts'
 * boxes (see `readBoxes`). A Problem as from `decodeAreas`, and where a part has another number of areas than its entry
 * says: an area outside its part's box would be missing.
 */
export async function readAreasOfParts(reader: RangeReader, parts: readonly PartEntry[]): Promise<Outcome<ReadonlyMap<string, Areas>>> {
  const layer = await readBoxes(reader, boxesOf(parts), AREAS_FILE);
  if (!layer.ok) return layer;
  const degrees = inDegrees(layer.value, AREAS_FILE);
  if (!degrees.ok) return degrees;
  const byPart = new Map<string, Feature[]>(parts.map(({ id }) => [id, []]));
  for (const feature of degrees.value.features) byPart.get(textOf(feature, PART_COLUMN.name))?.push(feature);
  const areas = new Map<string, Areas>();
  for (const part of parts) {
    const read = areasOf(byPart.get(part.id) ?? []);
    if (!read.ok) return read;
    const found = read.value.table.code.length;
    if (found !== part.areas) return failed(`${part.title} has ${part.areas} areas by the manifest; ${found} were found in its box.`, AREAS_FILE, REBUILD);
    areas.set(part.id, read.value);
  }
  return succeeded(areas, degrees.notes);
}

/** Places of parts of a pack. */
export interface PartPlaces {
  readonly byPart: ReadonlyMap<string, Places['features']>;
  /** Places of several parts, as far as they touch the boxes of those read: whether they are wanted depends on the areas. */
  readonly shared: Places['features'];
}

/**
 * The places of some parts of a pack, reading only what lies in their boxes (see `readBoxes`). A Problem as from
 * `decodePlaces`. Places of other parts are left out. `inOrder` makes one list of those wanted.
 */
export async function readPlacesOfParts(reader: RangeReader, parts: readonly PartEntry[]): Promise<Outcome<PartPlaces>> {
  const layer = await readBoxes(reader, boxesOf(parts), PLACES_FILE);
  if (!layer.ok) return layer;
  const degrees = inDegrees(layer.value, PLACES_FILE);
  if (!degrees.ok) return degrees;
  const byPart = new Map<string, Places['features']>(parts.map(({ id }) => [id, []]));
  const shared: Places['features'] = [];
  for (const feature of degrees.value.features) {
    const { [PART_COLUMN.name]: part = '', ...properties } = feature.properties ?? {};
    const into = part === '' ? shared : byPart.get(String(part));
    if (into === undefined) continue;
    const places = placesOf([{ ...feature, properties }]);
    if (!places.ok) return places;
    into.push(...places.value.features);
  }
  return succeeded({ byPart, shared }, degrees.notes);
}

/** The rows of some parts, in the order given, reading only these. `populationOf` makes tables of them. */
export function readPopulationRows(reader: RangeReader, parts: readonly PartEntry[]): Promise<Outcome<readonly PopulationRows[]>> {
  return readParquetRows(reader, { name: POPULATION_FILE, columns: COLUMN_NAMES, optional: OPTIONAL_COLUMNS, runs: parts.map(({ population }) => population) });
}
