import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { AreaShapes, AreaTable } from '../model/areas.ts';
import type { Outcome } from '../model/pack.ts';
import { decodeFlatGeobuf } from './flatgeobufReader.ts';
import { encodeFlatGeobuf } from './flatgeobufWriter.ts';
import { failed, succeeded } from './outcome.ts';
import { AREA_COLUMNS, PART_COLUMN } from './packColumns.ts';

export const FILE = 'areas.fgb';
export const REBUILD = 'Build the pack again.';
type AreaColumn = (typeof AREA_COLUMNS)[number]['name'];

/**
 * `areas.fgb`: geometries in the order of the table, one each. NaN becomes missing. Throws when the two differ in
 * length or a code stands twice. `parts`, of a pack in partitions, is the part of each area and becomes the last column.
 */
export function encodeAreas(table: AreaTable, geometries: readonly (Polygon | MultiPolygon)[], parts?: readonly string[]): Uint8Array {
  if (geometries.length !== table.code.length) throw new RangeError(`${geometries.length} geometries for ${table.code.length} areas.`);
  if (new Set(table.code).size !== table.code.length) throw new RangeError('An area code stands twice.');
  const features = geometries.map((geometry, i) => {
    const properties: Record<AreaColumn, unknown> = {
      code: table.code[i], name: table.name[i], borough: table.borough[i], ward: table.ward[i], ward_id: table.wardId[i],
      hub: table.hub[i], imd_rank: table.imdRank[i], imd_decile: table.imdDecile[i], area_km2: table.areaKm2[i],
      residents: table.residents[i], longitude: table.longitude[i], latitude: table.latitude[i], nte_hotspot: table.nteHotspot[i],
    };
    return { geometry, properties: parts ? { ...properties, [PART_COLUMN.name]: parts[i] } : properties };
  });
  return encodeFlatGeobuf({ name: 'areas', columns: parts ? [...AREA_COLUMNS, PART_COLUMN] : AREA_COLUMNS, features });
}

/** Areas with their polygons, in ascending order of code. A shape's `id` is its area number. */
export interface Areas {
  readonly table: AreaTable;
  readonly shapes: AreaShapes;
}

/**
 * Table and shapes from `areas.fgb`, in ascending order of code whatever the order in the file (the index reorders
 * features). A Problem when a code is missing or stands twice, when a geometry is no polygon, or when the file is not a
 * sound FlatGeobuf.
 */
export async function decodeAreas(bytes: Uint8Array): Promise<Outcome<Areas>> {
  const read = await decodeFlatGeobuf(bytes, FILE);
  if (!read.ok) return read;
  const areas = areasOf(read.value.features);
  return areas.ok ? succeeded(areas.value, read.notes) : areas;
}

/** Areas in ascending order of code, from features read. A Problem as from `decodeAreas`. */
export function areasOf(read: readonly Feature[]): Outcome<Areas> {
  const areas: { code: string; geometry: Polygon | MultiPolygon; feature: Feature }[] = [];
  for (const feature of read) {
    const code = textOf(feature, 'code');
    const { geometry } = feature;
    if (code === '') return failed('An area has no code.', `${FILE}, feature ${String(feature.id)}`, REBUILD);
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return failed(`Area ${code} is a ${geometry.type}, not a polygon.`, FILE, REBUILD);
    areas.push({ code, geometry, feature });
  }
  areas.sort((a, b) => compareCodes(a.code, b.code));
  const twice = areas.find((area, i) => area.code === areas[i - 1]?.code);
  if (twice) return failed(`Area ${twice.code} stands twice.`, FILE, REBUILD);
  return succeeded({
    table: tableOf(areas.map(({ feature }) => feature)),
    shapes: {
      type: 'FeatureCollection',
      features: areas.map(({ code, geometry }, area) => ({ type: 'Feature', id: area, geometry, properties: { code, area } })),
    },
  });
}

/** By code unit, not by locale, so that every machine gives an area the same number. */
function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function tableOf(features: readonly Feature[]): AreaTable {
  const texts = (column: AreaColumn) => features.map((feature) => textOf(feature, column));
  const numbers = (column: AreaColumn) => Float64Array.from(features, (feature) => numberOf(feature, column));
  return {
    code: texts('code'), name: texts('name'), borough: texts('borough'), ward: texts('ward'), wardId: texts('ward_id'),
    hub: texts('hub'), imdRank: numbers('imd_rank'), imdDecile: numbers('imd_decile'), areaKm2: numbers('area_km2'),
    residents: numbers('residents'), longitude: numbers('longitude'), latitude: numbers('latitude'), nteHotspot: texts('nte_hotspot'),
  };
}

/** A column of a feature as text; none is empty text. */
export function textOf(feature: Feature, column: AreaColumn | typeof PART_COLUMN.name): string {
  const value: unknown = feature.properties?.[column];
  return typeof value === 'string' ? value : '';
}

function numberOf(feature: Feature, column: AreaColumn): number {
  const value: unknown = feature.properties?.[column];
  return typeof value === 'number' ? value : NaN;
}
