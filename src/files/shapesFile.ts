import type { Outcome } from '../model/pack.ts';
import { isRecord } from '../model/records.ts';
import { readFlatGeobuf } from './flatgeobufReader.ts';
import { failed, succeeded } from './outcome.ts';
import { parseJson } from './text.ts';

/** A feature as a file has it; nothing of its geometry is checked yet. */
export interface LooseFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Null for a feature without one. */
  readonly geometry: Readonly<Record<string, unknown>> | null;
}

export interface ShapesLayer {
  /** "EPSG:27700"; null where the file names none, which for GeoJSON means longitude and latitude. */
  readonly crs: string | null;
  readonly features: readonly LooseFeature[];
}

const FLATGEOBUF = [0x66, 0x67, 0x62];

/** A file of shapes, FlatGeobuf or GeoJSON by its first bytes: a collection, one feature or one geometry. */
export async function readShapesFile(bytes: Uint8Array, name: string): Promise<Outcome<ShapesLayer>> {
  if (!FLATGEOBUF.every((byte, at) => bytes[at] === byte)) return readGeoJson(bytes, name);
  const read = await readFlatGeobuf(bytes, name);
  if (!read.ok) return read;
  return succeeded({ crs: read.value.crs, features: read.value.features.map(({ properties, geometry }) => looseFeature({ type: 'Feature', properties, geometry })) }, read.notes);
}

function readGeoJson(bytes: Uint8Array, name: string): Outcome<ShapesLayer> {
  const parsed = parseJson(bytes, name);
  if (!parsed.ok) return failed('The file is neither GeoJSON nor FlatGeobuf.', name, 'Export the areas as GeoJSON or FlatGeobuf, for example from QGIS.');
  const { value } = parsed;
  if (!isRecord(value)) return notGeoJson(name);
  const crs = crsOf(value['crs']);
  if (value['type'] === 'FeatureCollection' && Array.isArray(value['features'])) return succeeded({ crs, features: value['features'].map(looseFeature) });
  if (value['type'] === 'Feature') return succeeded({ crs, features: [looseFeature(value)] });
  return 'coordinates' in value ? succeeded({ crs, features: [{ properties: {}, geometry: value }] }) : notGeoJson(name);
}

function notGeoJson(name: string): Outcome<ShapesLayer> {
  return failed('The file is JSON, but not GeoJSON.', name, 'Export the areas as GeoJSON: a FeatureCollection of polygons.');
}

function looseFeature(value: unknown): LooseFeature {
  if (!isRecord(value)) return { properties: {}, geometry: null };
  const { properties, geometry } = value;
  return { properties: isRecord(properties) ? properties : {}, geometry: isRecord(geometry) ? geometry : null };
}

/** The old member of GeoJSON, as QGIS and ogr2ogr still write it: "urn:ogc:def:crs:EPSG::27700". */
function crsOf(crs: unknown): string | null {
  const name = isRecord(crs) && isRecord(crs['properties']) ? crs['properties']['name'] : null;
  const [, authority, code] = typeof name === 'string' ? /(EPSG|OGC):.*?(\w+)$/.exec(name) ?? [] : [];
  return authority === undefined || code === undefined ? null : `${authority}:${code}`;
}
