import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import { decodeFlatGeobuf } from '../../src/files/flatgeobufReader.ts';
import { parseJson } from '../../src/files/text.ts';
import { bounds } from '../../src/geometry/bounds.ts';
import { slug } from '../../src/model/vocabulary.ts';
import type { AreaDefinition } from '../areaDefinition.ts';
import type { Extent } from '../pack/extents.ts';
import { stop, valueOf } from '../problem.ts';
import { readShape } from './boundaries.ts';

export interface ReplacementFile {
  readonly extents: readonly Extent[];
  readonly name: string;
  readonly sha256: string;
  readonly notes: readonly string[];
}

type Known = Pick<Extent, 'id' | 'title' | 'borough' | 'profile'>;

const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({
    properties: z.record(z.string(), z.unknown()).nullable(),
    geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
  })).min(1),
});
type OwnFeature = z.infer<typeof collection>['features'][number];

/**
 * The force's own boundaries of hubs or NTE hotspots (--hubs, --nte), FlatGeobuf or GeoJSON in EPSG:4326, one
 * feature each with a property "id", "title" or "name". A name known to the area definition keeps its profile
 * (staffing, offences); another becomes a place without one. Stops at a feature without a name, with a name
 * already used, that is no polygon, or that lies wholly outside the area.
 */
export async function readReplacements(path: string, role: 'hubs' | 'nte', definition: AreaDefinition, geometries: readonly (Polygon | MultiPolygon)[]): Promise<ReplacementFile> {
  const bytes = await readFile(path).catch(() => stop('There is no such file', path, `Check the path given with --${role}.`));
  const features = await readFeatures(bytes, path);
  const known: readonly Known[] = role === 'hubs' ? definition.hubs : definition.nteHotspots;
  const [west, south, east, north] = bounds([...geometries]);
  const extents: Extent[] = [];
  const notes: string[] = [];
  features.forEach((each, index) => {
    const where = `${path}, feature ${index + 1}`;
    const title = nameOf(each, where);
    const match = known.find((place) => [place.id, slug(place.title)].includes(slug(title))) ?? null;
    const id = match?.id ?? slug(title);
    if (extents.some((extent) => extent.id === id)) stop(`"${title}" occurs twice`, where, 'Join its parts into one MultiPolygon.');
    const geometry = readShape(each.geometry, `${where} ("${title}")`);
    const box = bounds(geometry);
    if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) stop(`"${title}" lies wholly outside ${definition.title}`, where, 'Check that the file is of this area, in EPSG:4326.');
    if (!match) notes.push(`"${title}" in ${basename(path)} is not named in area.json, so it has no profile.`);
    extents.push({ id, title: match?.title ?? title, borough: match?.borough ?? '', profile: match?.profile ?? null, approximate: false, geometry });
  });
  return { extents, name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), notes };
}

async function readFeatures(bytes: Buffer, path: string): Promise<readonly OwnFeature[]> {
  const isFlatGeobuf = bytes.subarray(0, 3).toString('latin1') === 'fgb';
  const json = valueOf<unknown>(isFlatGeobuf ? await decodeFlatGeobuf(bytes, path) : parseJson(bytes, path));
  const parsed = collection.safeParse(json);
  return parsed.success ? parsed.data.features : stop('The file is neither FlatGeobuf nor a GeoJSON FeatureCollection with features', path, 'Export it as GeoJSON or FlatGeobuf.');
}

function nameOf(feature: OwnFeature, where: string): string {
  for (const wanted of ['id', 'title', 'name']) {
    const found = Object.entries(feature.properties ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];
    if (typeof found === 'string' && slug(found) !== '') return found.trim();
  }
  return stop('The feature has no name', where, 'Give it a text property "id", "title" or "name".');
}
