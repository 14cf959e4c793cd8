import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Polygon } from 'geojson';
import { afterAll } from 'vitest';
import { parseAreaDefinition, type AreaDefinition } from '../../../../geodata/areaDefinition.ts';
import { buildPack, type BuildOptions, type BuildResult } from '../../../../geodata/pack/buildPack.ts';
import type { Publications } from '../../../../geodata/sources/publications.ts';

/**
 * An invented county for the builder's tests: two boroughs, four 2011 LSOAs in a row of squares. The fourth was split
 * in 2021 into a southern and a northern half. Every input a pack needs, in publishers' forms.
 */
export const NORTHAM = 'E06000901', SOUTHAM = 'E06000902';
export const OLDER = ['E01900001', 'E01900002', 'E01900003', 'E01900004'] as const;
export const NEWER = ['E01900001', 'E01900002', 'E01900003', 'E01900005', 'E01900006'] as const;

const square = (west: number, south = 52, north = 52.02): Polygon => ({
  type: 'Polygon', coordinates: [[[west, south], [west + 0.02, south], [west + 0.02, north], [west, north], [west, south]]],
});
const west = (index: number): number => Number((-0.5 + index * 0.02).toFixed(2));

const POLYGONS: Readonly<Record<string, Polygon>> = {
  E01900001: square(west(0)), E01900002: square(west(1)), E01900003: square(west(2)), E01900004: square(west(3)),
  E01900005: square(west(3), 52, 52.01), E01900006: square(west(3), 52.01, 52.02),
};

/** The square of an LSOA of the county. */
export function shapeOf(code: string): Polygon {
  const shape = POLYGONS[code];
  if (!shape) throw new Error(`no square for ${code}`);
  return shape;
}

export function geojson(codes: readonly string[], property: string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((code) => ({ type: 'Feature', properties: { FID: 1, [property]: code, LSOA11NM: code }, geometry: POLYGONS[code] })),
  });
}

const boroughOf = (code: string): string => (code <= 'E01900002' ? NORTHAM : SOUTHAM);
const table = (rows: readonly (readonly (string | number)[])[], end = '\n'): string => rows.map((row) => row.join(',')).join(end) + end;
const ages = Array.from({ length: 91 }, (_, age) => (age === 90 ? '90+' : String(age)));

/** Persons: 10 of every age, 20 in the second LSOA. */
export function population(codes: readonly string[] = OLDER, column = 'LSOA11CD'): string {
  return table([[column, 'all_ages', ...ages], ...codes.map((code) => {
    const each = code === 'E01900002' ? 20 : 10;
    return [code, each * 91, ...ages.map(() => each)];
  })]);
}

const STREET = ['Crime ID', 'Month', 'Reported by', 'Falls within', 'Longitude', 'Latitude', 'Location', 'LSOA code', 'LSOA name', 'Crime type', 'Last outcome category', 'Context'];

export interface StreetRow { id?: string; month?: string; force?: string; point?: readonly [number | string, number | string]; code?: string; type?: string }

export function street(rows: readonly StreetRow[], end = '\n'): string {
  return table([STREET, ...rows.map(({ id = '', month = '2021-05', force = 'Midshire Police', point = ['', ''], code = '', type = 'Drugs' }) =>
    [id, month, force, force, ...point, 'On or near', code, '', type, '', ''])], end);
}

export const INPUTS: Readonly<Record<string, string>> = {
  'shapes/anything.geojson': geojson(OLDER, 'LSOA11CD'),
  'shapes/newer.json': geojson(NEWER, 'lsoa21cd'),
  'lookup.csv': table([['LSOA11CD', 'LSOA11NM', 'CHGIND', 'LSOA21CD', 'LSOA21NM', 'LAD22CD', 'LAD22NM'],
    ...NEWER.map((code) => [code >= 'E01900005' ? 'E01900004' : code, 'Old', code >= 'E01900005' ? 'S' : 'U', code, 'New', boroughOf(code), 'x']),
    ['E01800001', 'Far', 'U', 'E01800001', 'Far', 'E06000999', 'Elsewhere']], '\r\n'),
  'wards.csv': table([['LSOA11CD', 'WD13CD', 'WD13NM'], ...OLDER.map((code, index) => [code, `E0500000${index}`, ['Town', 'Field', 'Harbour', 'Harbour'][index] ?? ''])]),
  'imd.csv': table([['LSOA code (2011)', 'LSOA name (2011)', 'Local Authority District code (2019)', '"Index of Multiple Deprivation (IMD) Score"',
    '"Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"', '"Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"'],
    ...OLDER.map((code, index) => [code, 'x', boroughOf(code), 12.5, 1000 * (index + 1), index + 1])]),
  'imd25.csv': table([['LSOA21CD', 'IMD_decile', 'IMD_rank'], ...NEWER.map((code, index) => [code, index + 1, 1000 * (index + 1)])]),
  'people/persons_mid2019.csv': population(),
  'census.csv': table([['LSOA21CD', 'LSOA11CD', 'usual_residents_2021'], ...NEWER.map((code, index) => [code, 'x', 1000 + index * 100])]),
  'police/2019-01-midshire-street.csv': street([
    { id: 'a1', month: '2019-01', code: 'E01900001', point: [-0.49, 52.01], type: 'Violence and sexual offences' },
    { id: 'a2', month: '2019-01', code: 'E01900004', point: [-0.43, 52.005] },
    { id: 'a3', month: '2019-01', code: 'E01900004', point: [-0.2, 52.3] },
    { month: '2019-01', code: 'E01900002', point: [-0.47, 52.01], type: 'Anti-social behaviour' },
  ]),
  'police/2021-05-midshire-street.csv': street([
    { id: 'b1', code: 'E01900005', point: [-0.43, 52.001] },
    { id: 'b1', code: 'E01900005', point: [-0.43, 52.001] },
    { id: 'b2', code: 'E01900003', point: [-0.45, 52.01], type: 'Violence and sexual offences' },
    { id: 'b2', code: 'E01900003', point: [-0.45, 52.01], type: 'Robbery' },
    { code: 'E01900002', point: [-0.47, 52.01], type: 'Anti-social behaviour' },
    { code: 'E01900002', point: [-0.47, 52.01], type: 'Anti-social behaviour' },
    { id: 'b3' },
    { id: 'b4', code: 'E01800001', point: [-1, 51] },
  ], '\r\n'),
};

export const DEFINITION: AreaDefinition = parseAreaDefinition({
  id: 'midshire', title: 'Midshire', benchmark: 'Midshire', boroughs: [{ code: NORTHAM, name: 'Northam' }, { code: SOUTHAM, name: 'Southam & Port' }],
  forces: ['Midshire Police'], lsoa: '2011', wardEditions: { '2011': '13', '2021': null }, densityEdges: null,
  hubs: [
    { id: 'north', title: 'North hub', borough: NORTHAM, wards: { '2011': ['Town', 'Field'], '2021': [] }, lsoas: { '2011': [], '2021': ['E01900001'] }, profile: { kind: 'hub', staffing: [] } },
    { id: 'south', title: 'South hub', borough: SOUTHAM, wards: { '2011': ['Harbour'], '2021': [] }, lsoas: { '2011': [], '2021': [] }, profile: null },
  ],
  nteHotspots: [{ id: 'centre', title: 'Centre', borough: NORTHAM, circles: [{ around: 'Square', longitude: -0.49, latitude: 52.01, metres: 500 }], profile: null }],
  labels: [{ title: 'Northam', borough: NORTHAM, longitude: -0.49, latitude: 52.01, rank: 1 }],
  jumps: [{ title: 'All', box: null }, { title: 'Port', box: [-0.46, 52, -0.42, 52.02] }], notes: ['Hub boundaries are approximate.'],
}, 'test');

export const PUBLICATIONS: Publications = { attribution: 'Invented', sources: [] };

const folders: string[] = [];
afterAll(async () => { await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))); });

/** A folder that is removed after the test file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-'));
  folders.push(folder);
  return folder;
}

/** Writes inputs into a new folder; `changes` replace files (null leaves one out). */
export async function writeInputs(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries({ ...INPUTS, ...changes })) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export function build(raw: string, out: string, options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  return buildPack({
    definition: DEFINITION, publications: PUBLICATIONS, raw, out, lsoa: '2011', from: null, to: null, hubs: null, nte: null,
    built: '2026-01-01T00:00:00.000Z', onProgress: () => undefined, ...options,
  });
}
