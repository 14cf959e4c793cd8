import { ByteBuffer } from 'flatbuffers';
import { Feature as FlatFeature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { fromFeature } from 'flatgeobuf/lib/mjs/geojson/feature.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Feature, FeatureCollection } from 'geojson';
import type { Outcome } from '../model/pack.ts';
import { geometryBox } from './flatgeobufGeometry.ts';
import { checkStructure, close } from './flatgeobufStructure.ts';
import type { Box } from './hilbert.ts';
import { failed, messageOf, succeeded } from './outcome.ts';

export interface FlatGeobufLayer {
  /** "EPSG:4326"; null where the file does not say. */
  readonly crs: string | null;
  /** In file order; ids are positions in the file. Properties without a value are absent. */
  readonly features: readonly Feature[];
}

const REMEDY = 'Fetch or export the file again, for example with ogr2ogr.';
/** Longitude and latitude in degrees: WGS 84, and the same with the axes named the other way round. */
const DEGREES = new Set(['EPSG:4326', 'OGC:CRS84', 'OGC:84']);

/**
 * A FlatGeobuf file as GeoJSON, which means longitude and latitude: a file in another reference system is refused
 * (use `readFlatGeobuf` and project it), one without any is taken as EPSG:4326 with a note. The whole structure is
 * checked first, and every geometry against its box in the index; the first fault found is the Problem.
 */
export async function decodeFlatGeobuf(bytes: Uint8Array, name: string): Promise<Outcome<FeatureCollection>> {
  const read = await readFlatGeobuf(bytes, name);
  return read.ok ? inDegrees(read.value, name) : read;
}

/** A layer as GeoJSON; a Problem where it is in another reference system, a note where it names none. */
export function inDegrees({ crs, features }: FlatGeobufLayer, name: string): Outcome<FeatureCollection> {
  if (crs !== null && !DEGREES.has(crs)) {
    return failed(`The file is in ${crs}, not in longitude and latitude.`, name, 'Convert it: ogr2ogr -t_srs EPSG:4326 converted.fgb original.fgb');
  }
  const notes = crs === null ? [`${name} names no reference system; read as longitude and latitude (EPSG:4326).`] : [];
  return succeeded({ type: 'FeatureCollection', features: [...features] }, notes);
}

/** As `decodeFlatGeobuf`, in whatever reference system the file is; the caller looks at `crs`. */
export function readFlatGeobuf(bytes: Uint8Array, name: string): Promise<Outcome<FlatGeobufLayer>> {
  // The work is synchronous; the promise keeps the signature when large files come to be read in parts.
  return Promise.resolve(readLayer(bytes, name));
}

function readLayer(bytes: Uint8Array, name: string): Outcome<FlatGeobufLayer> {
  const structure = checkStructure(bytes, name);
  if (!structure.ok) return structure;
  const { header } = structure.value;
  const features: Feature[] = [];
  for (const [id, { start, length, box }] of structure.value.features.entries()) {
    const feature = checkedFeature(bytes.subarray(start, start + length), { id, box, header, name });
    if (!feature.ok) return feature;
    features.push(feature.value);
  }
  return succeeded({ crs: crsOf(header), features });
}

/** A feature from its bytes, with the size prefix; a Problem where it cannot be read or its box in the index is another. */
export function checkedFeature(bytes: Uint8Array, { id, box, header, name }: { id: number; box: Box | null; header: HeaderMeta; name: string }): Outcome<Feature> {
  const where = `${name}, feature ${id}`;
  try {
    const feature = readFeature(bytes, id, header);
    const actual = geometryBox(feature.geometry, 'the geometry');
    if (box && !sameBox(box, actual)) return failed("The feature's box in the spatial index is not that of its geometry.", where, REMEDY);
    return succeeded(feature);
  } catch (error) {
    return failed(`The feature cannot be read: ${messageOf(error)}`, where, REMEDY);
  }
}

function readFeature(bytes: Uint8Array, id: number, header: HeaderMeta): Feature {
  // A copy, because the feature's doubles must lie at a multiple of eight of their buffer.
  const feature = FlatFeature.getSizePrefixedRootAsFeature(new ByteBuffer(new Uint8Array(bytes)));
  if (!feature.geometry()) throw new RangeError('it has no geometry.');
  const { geometry, properties } = fromFeature(id, feature, header);
  return { type: 'Feature', id, geometry, properties };
}

function sameBox(a: Box, b: Box): boolean {
  return close(a.minX, b.minX) && close(a.minY, b.minY) && close(a.maxX, b.maxX) && close(a.maxY, b.maxY);
}

/** The reference system that a header names; null where it names none. */
export function crsOf({ crs }: HeaderMeta): string | null {
  if (!crs || (crs.code === 0 && !crs.code_string)) return null;
  return `${crs.org ?? 'EPSG'}:${crs.code_string ?? crs.code}`;
}
