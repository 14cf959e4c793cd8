import { createHash } from 'node:crypto';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { z } from 'zod';
import { parseJson } from '../../src/files/text.ts';
import type { LsoaVintage } from '../areaDefinition.ts';
import { stop, valueOf } from '../problem.ts';
import type { Candidate } from './inventory.ts';
import { wholeText } from './inventory.ts';
import type { Member } from './lookups.ts';

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
});
const position = z.array(z.number()).min(2);
const ring = z.array(position).min(4);
const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

/**
 * LSOA polygons of the members, by code. National files are cut down to the members; a member without a polygon,
 * a repeated code, another geometry than a polygon and coordinates that are not degrees stop the builder.
 */
export async function readBoundaries(
  candidate: Candidate, vintage: LsoaVintage, members: ReadonlyMap<string, Member>,
): Promise<{ geometries: ReadonlyMap<string, Polygon | MultiPolygon>; sha256: string }> {
  const hash = createHash('sha256');
  const { label } = candidate.file;
  const text = await wholeText(candidate.file, (bytes) => hash.update(bytes));
  const parsed = collection.safeParse(valueOf(parseJson(text, label)));
  if (!parsed.success) stop('The file is not a GeoJSON FeatureCollection with features', label, 'Export the boundaries as GeoJSON again.');
  const geometries = new Map<string, Polygon | MultiPolygon>();
  parsed.data.features.forEach((each, index) => {
    const where = `${label}, feature ${index + 1}`;
    const { code, geometry } = readFeature(each, vintage, where);
    if (!members.has(code)) return;
    if (geometries.has(code)) stop(`${code} has a second feature`, where, 'Keep one feature per LSOA (a MultiPolygon where it has several parts).');
    geometries.set(code, readShape(geometry, `${where} (${code})`));
  });
  const missing = [...members.keys()].filter((code) => !geometries.has(code));
  if (missing.length > 0) {
    stop(`${missing.length} of ${members.size} LSOAs have no boundary: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', ...' : ''}`, label,
      `Use ${vintage} LSOA boundaries that cover the whole area.`);
  }
  return { geometries, sha256: hash.digest('hex') };
}

function readFeature(json: unknown, vintage: LsoaVintage, where: string): { code: string; geometry: { type: string; coordinates?: unknown } | null } {
  const parsed = feature.safeParse(json);
  if (!parsed.success) stop('The entry is not a GeoJSON feature', where, 'Export the boundaries as GeoJSON again.');
  const wanted = `lsoa${vintage.slice(2)}cd`;
  const found = Object.entries(parsed.data.properties).find(([name]) => name.toLowerCase() === wanted)?.[1];
  if (typeof found !== 'string' || !/^[EW]01\d{6}$/.test(found)) {
    stop(`The property ${wanted.toUpperCase()} is ${JSON.stringify(found) ?? 'missing'}, expected a code such as E01015693`, where, 'Use the ONS LSOA boundaries with their code property.');
  }
  return { code: found, geometry: parsed.data.geometry };
}

/** Checks a geometry: polygon, closed rings, degrees. Also used for the force's own hub and NTE boundaries. */
export function readShape(geometry: { type: string; coordinates?: unknown } | null, where: string): Polygon | MultiPolygon {
  const type = geometry?.type;
  if (type !== 'Polygon' && type !== 'MultiPolygon') stop(`The geometry is ${type ?? 'missing'}, expected a polygon`, where, 'Use boundaries, not points or lines.');
  const parsed = shape.safeParse(geometry);
  if (!parsed.success) stop('The polygon has a ring with fewer than four positions, or positions that are not numbers', where, 'Repair it, for example with QGIS "Fix geometries".');
  const rings = parsed.data.type === 'Polygon' ? parsed.data.coordinates : parsed.data.coordinates.flat();
  for (const each of rings) checkRing(each, where);
  return parsed.data;
}

function checkRing(positions: readonly Position[], where: string): void {
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) stop('A ring of the polygon is not closed', where, 'Its last position must repeat its first.');
  const outside = positions.find(([longitude = NaN, latitude = NaN]) => !(longitude > -9 && longitude < 3 && latitude > 49 && latitude < 62));
  if (outside) {
    stop(`A position is [${outside.slice(0, 2).join(', ')}], expected longitude and latitude in Great Britain`, where,
      'Export the file in EPSG:4326 (WGS 84); eastings and northings must be converted first.');
  }
}
