import type { Feature, MultiPolygon, Point, Polygon } from 'geojson';
import type { PlaceProperties, Places } from '../model/areas.ts';
import type { Outcome } from '../model/pack.ts';
import { decodeFlatGeobuf } from './flatgeobufReader.ts';
import { encodeFlatGeobuf } from './flatgeobufWriter.ts';
import { failed, succeeded } from './outcome.ts';
import { PART_COLUMN, PLACE_COLUMNS } from './packColumns.ts';
import { hubProfile, nteProfile } from './placeProfiles.ts';
import * as z from '../model/schema.ts';

export const FILE = 'places.fgb';

const text = z.string().check(z.minLength(1));
const placeSchema: z.ZodMiniType<PlaceProperties> = z.strictObject({
  kind: z.enum(['borough', 'ward', 'hub', 'nte-hotspot', 'label']),
  id: text,
  title: text,
  borough: z.string(),
  rank: z.int(),
  approximate: z.boolean(),
  profile: z.withDefault(z.nullable(z.discriminatedUnion('kind', [hubProfile, nteProfile])), null),
});

/**
 * `places.fgb`: boroughs, wards, hubs and NTE hotspots as polygons, labels as points. `parts`, of a pack in partitions, is
 * the part of each place ('' where it spans several) and becomes the last column.
 */
export function encodePlaces(places: Places, parts?: readonly string[]): Uint8Array {
  return encodeFlatGeobuf({
    name: 'places',
    columns: parts ? [...PLACE_COLUMNS, PART_COLUMN] : PLACE_COLUMNS,
    features: places.features.map(({ geometry, properties }, i) => ({ geometry, properties: { ...properties, ...(parts ? { [PART_COLUMN.name]: parts[i] } : {}) } })),
  });
}

/**
 * Places in the order: kind as declared in `PlaceKind`, then id; each with its position as feature id. A Problem
 * when a place's properties or profile are not of the form written by `encodePlaces`.
 */
export async function decodePlaces(bytes: Uint8Array): Promise<Outcome<Places>> {
  const read = await decodeFlatGeobuf(bytes, FILE);
  if (!read.ok) return read;
  const places = placesOf(read.value.features);
  return places.ok ? succeeded(places.value, read.notes) : places;
}

/** Places in their order, from features read. A Problem as from `decodePlaces`. */
export function placesOf(features: readonly Feature[]): Outcome<Places> {
  const places: Places['features'] = [];
  for (const feature of features) {
    const { geometry } = feature;
    const properties = placeSchema.safeParse(feature.properties);
    if (!isPlaceGeometry(geometry) || !properties.success) {
      const issue = properties.error?.issues[0];
      const what = issue ? `property ${issue.path.join('.')}: ${issue.message}` : `a ${geometry.type} is neither an area nor a point`;
      return failed(`A place cannot be read: ${what}.`, `${FILE}, feature ${String(feature.id)}`, 'Build the pack again.');
    }
    places.push({ type: 'Feature', geometry, properties: properties.data });
  }
  return succeeded(inOrder(places));
}

/** Places by kind and id, each with its position as feature id. */
export function inOrder(places: Places['features']): Places {
  const sorted = places.toSorted((a, b) => order(a.properties) - order(b.properties) || (a.properties.id < b.properties.id ? -1 : 1));
  return { type: 'FeatureCollection', features: sorted.map((place, id) => ({ ...place, id })) };
}

const KIND_ORDER: readonly string[] = ['borough', 'ward', 'hub', 'nte-hotspot', 'label'];

function order(place: PlaceProperties): number {
  return KIND_ORDER.indexOf(place.kind);
}

function isPlaceGeometry(geometry: Feature['geometry']): geometry is Polygon | MultiPolygon | Point {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' || geometry.type === 'Point';
}
