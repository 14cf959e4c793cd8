import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeAreas, decodePlaces, decodePopulation, decodeRecords } from '../../../../src/files/packFiles.ts';
import { decodeCells } from '../../../../src/files/cellsFormat.ts';
import { parseManifest } from '../../../../src/files/manifestSchema.ts';
import { readPackIndex } from '../../../../src/store/packIndex.ts';
import type { Manifest } from '../../../../src/model/manifest.ts';
import { BuildProblem, valueOf } from '../../../../geodata/problem.ts';
import { build, geojson, INPUTS, OLDER, population, SOUTHAM, street, temporaryFolder, writeInputs } from './miniCounty.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readPack(folder: string): Promise<{ manifest: Manifest; read: (path: string) => Promise<Uint8Array> }> {
  const manifest = valueOf(parseManifest(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')), 'manifest.json'));
  return { manifest, read: async (path) => new Uint8Array(await readFile(join(folder, path))) };
}

async function built(changes: Parameters<typeof writeInputs>[0] = {}, options: Parameters<typeof build>[2] = {}) {
  const out = join(await temporaryFolder(), 'packs', 'midshire');
  const result = await build(await writeInputs(changes), out, options);
  return { out, result, ...(await readPack(out)) };
}

async function problemOf(changes: Parameters<typeof writeInputs>[0], options: Parameters<typeof build>[2] = {}): Promise<string> {
  const out = join(await temporaryFolder(), 'midshire');
  const error: unknown = await build(await writeInputs(changes), out, options).then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(BuildProblem);
  expect(existsSync(out)).toBe(false);
  expect(existsSync(`${out}.building`)).toBe(false);
  if (!(error instanceof BuildProblem)) return '';
  expect(error.problem.remedy.length).toBeGreaterThan(10);
  return `${error.problem.where}: ${error.problem.what}`;
}

describe('a pack on 2011 LSOAs', () => {
  it('accounts for every row, by file and in all', async () => {
    const { manifest } = await built();
    const [entry] = manifest.dataSets;
    expect(entry?.account).toEqual({
      read: 12, kept: 10, setAside: [{ reason: 'No location', rows: 1, inRecords: true }, { reason: 'Outside the county', rows: 1, inRecords: true }],
    });
    expect(entry?.files.map(({ file, read, kept, vintage }) => [file, read, kept, vintage])).toEqual([
      ['2019-01-midshire-street.csv', 4, 4, '2011'], ['2021-05-midshire-street.csv', 8, 6, '2021'],
    ]);
    expect(entry?.months).toEqual(['2019-01', '2021-05']);
    expect(entry?.caveats.join(' ')).toContain('2 rows repeat the Crime ID of an earlier row of the same file, 1 of them alike');
    expect(entry?.caveats.join(' ')).toContain('27 of the 29 months');
  });

  it('maps 2021 codes to their 2011 parent and keeps the published code', async () => {
    const { manifest, read } = await built();
    const entry = manifest.dataSets[0];
    if (!entry) throw new Error('no data set');
    const records = valueOf(await decodeRecords(await read(entry.table), entry.table, OLDER, entry));
    const split = [...records.area].flatMap((area, row) => (area === 3 ? [records.sourceCode[row]] : []));
    expect(split).toEqual(['E01900004', 'E01900004', 'E01900005', 'E01900005']);
    expect([...records.area].filter((area) => area === -1)).toHaveLength(1);
    expect([...records.area].filter((area) => area === -2)).toHaveLength(1);
    expect(records.longitude?.[0]).toBe(-0.49);
    const cells = valueOf(decodeCells(await read(entry.cells), entry.cells));
    expect([...cells.offsets]).toEqual([0, 1, 4, 6, 10, 11, 12]);
    expect(cells.areaCodes).toEqual(OLDER);
  });

  it('joins everything to the areas by code', async () => {
    const { read } = await built();
    const { table } = valueOf(await decodeAreas(await read('areas.fgb')));
    expect(table.code).toEqual(OLDER);
    expect(table.wardId).toEqual(['northam--town', 'northam--field', 'southam-and-port--harbour', 'southam-and-port--harbour']);
    expect(table.hub).toEqual(['north', 'north', 'south', 'south']);
    expect(table.nteHotspot).toEqual(['centre', '', '', '']);
    expect([...table.imdRank]).toEqual([1000, 2000, 3000, 4000]);
    expect([...table.residents]).toEqual([1000, 1100, 1200, 2700]);
    // A 0.02 by 0.02 degree square at 52.01 N: 111.25 km and 68.67 km per degree.
    expect(table.areaKm2[0]).toBeCloseTo(3.056, 2);
    const people = valueOf(await decodePopulation(await read('population.parquet'), table.code));
    expect(people.years).toEqual([2019]);
    expect(Array.from(people.persons.slice(19, 38))).toEqual([...Array.from({ length: 18 }, () => 100), 20]);
  });

  it('draws boroughs, wards, hubs, hotspots and labels', async () => {
    const { manifest, read } = await built();
    const places = valueOf(await decodePlaces(await read('places.fgb')));
    const ids = (kind: string) => places.features.filter(({ properties }) => properties.kind === kind).map(({ properties }) => properties.id).toSorted();
    expect(ids('borough')).toEqual(['E06000901', 'E06000902']);
    expect(ids('ward')).toEqual(['northam--field', 'northam--town', 'southam-and-port--harbour']);
    expect(ids('hub')).toEqual(['north', 'south']);
    expect(ids('label')).toEqual(['northam']);
    const harbour = places.features.find(({ properties }) => properties.id === 'southam-and-port--harbour');
    expect(harbour?.geometry.type).toBe('Polygon');
    expect(places.features.filter(({ properties }) => properties.approximate).map(({ properties }) => properties.id).toSorted()).toEqual(['centre', 'north', 'south']);
    expect(manifest.jumps.map(({ title, box }) => [title, ...box])).toEqual([['All', -0.5, 52, -0.42, 52.02], ['Port', -0.46, 52, -0.42, 52.02]]);
  });

  it('lists the pack beside it and states each file it wrote', async () => {
    const { out, manifest, read } = await built();
    const readIndex = async (): Promise<unknown> => JSON.parse(await readFile(join(out, '..', 'index.json'), 'utf8'));
    expect(valueOf(await readPackIndex(readIndex, 'packs', new AbortController().signal))).toEqual([{ id: 'midshire', title: 'Midshire', path: 'midshire', demonstration: false }]);
    expect(manifest.files.map(({ path }) => path)).toEqual(['areas.fgb', 'places.fgb', 'population.parquet', 'population.columns', 'records/street.parquet', 'records/street.cells']);
    for (const file of manifest.files) expect((await read(file.path)).length).toBe(file.bytes);
    expect((await readdir(join(out, '..'))).toSorted()).toEqual(['index.json', 'midshire']);
  });

  it('keeps only the chosen months and says how many rows that leaves out', async () => {
    const { manifest } = await built({}, { from: '2021-01', to: '2021-12' });
    expect(manifest.dataSets[0]?.account).toMatchObject({ read: 12, kept: 6 });
    expect(manifest.dataSets[0]?.account.setAside).toContainEqual({ reason: 'Outside the chosen months', rows: 4, inRecords: false });
    expect(manifest.dataSets[0]?.months).toEqual(['2021-05']);
  });
});

describe('a pack on 2021 LSOAs', () => {
  it('places rows with a split 2011 code by their point, and counts those it cannot place', async () => {
    const { manifest, read } = await built({ 'wards.csv': null }, { lsoa: '2021' });
    expect(manifest.dataSets[0]?.account).toEqual({
      read: 12, kept: 9,
      setAside: [
        { reason: 'LSOA changed between 2011 and 2021 and the point lies in none of its parts', rows: 1, inRecords: true },
        { reason: 'No location', rows: 1, inRecords: true }, { reason: 'Outside the county', rows: 1, inRecords: true },
      ],
    });
    const { table } = valueOf(await decodeAreas(await read('areas.fgb')));
    const cells = valueOf(decodeCells(await read('records/street.cells'), 'cells'));
    // The southern half holds the point of the one 2019 row that can be placed and both rows of 2021.
    expect(cells.offsets[4]).toBe(9);
    expect((cells.offsets[4] ?? 0) - (cells.offsets[3] ?? 0)).toBe(3);
    expect(table.hub).toEqual(['north', '', '', '', '']);
    expect(manifest.imd.edition).toBe('2025');
  });

  it('shares the population of split areas by census residents and says so', async () => {
    const { manifest, read } = await built({}, { lsoa: '2021' });
    const people = valueOf(await decodePopulation(await read('population.parquet'), ['E01900001', 'E01900002', 'E01900003', 'E01900005', 'E01900006']));
    expect(people.persons[3 * 19]).toBeCloseTo(50 * 1300 / 2700, 9);
    expect((people.persons[3 * 19] ?? 0) + (people.persons[4 * 19] ?? 0)).toBeCloseTo(50, 9);
    expect(manifest.population.basis).toContain('shared by Census 2021 residents');
  });
});

describe('files given twice or in another packing', () => {
  it('gives the same pack from .csv, .csv.gz and .zip', async () => {
    const name = 'police/2021-05-midshire-street.csv';
    const text = INPUTS[name] ?? '';
    const plain = await built();
    const packed = await built({ [name]: null, 'elsewhere/x.csv.gz': null, 'a/2021-05-midshire-street.csv.gz': gzipSync(text) });
    const zipped = await built({ [name]: null, 'download.zip': zipSync({ '2021-05': { '2021-05-midshire-street.csv': bytes(text) } }) });
    expect(packed.manifest).toEqual(plain.manifest);
    expect(zipped.manifest).toEqual(plain.manifest);
  });

  it('ignores a month that is also in an archive, whatever its line ends, and says so', async () => {
    const text = (INPUTS['police/2021-05-midshire-street.csv'] ?? '').replaceAll('\r', '');
    const { manifest, result } = await built({ 'z.zip': zipSync({ 'x.csv': bytes(text) }) });
    expect(manifest.dataSets[0]?.account.read).toBe(12);
    expect(result.unused).toContainEqual({ label: 'z.zip / x.csv', why: 'the same rows as police/2021-05-midshire-street.csv' });
  });

  it('stops at a month given twice with different content', async () => {
    expect(await problemOf({ 'z.csv': street([{ id: 'q', code: 'E01900001', point: [-0.49, 52.01] }]) }))
      .toBe('police/2021-05-midshire-street.csv and z.csv: Midshire Police 2021-05 is in two files with different content');
  });

  it('leaves files of other forces aside', async () => {
    const { manifest, result } = await built({ 'other.csv': street([{ id: 'q', force: 'Farshire Police', code: 'E01900001', point: [-0.49, 52.01] }]) });
    expect(manifest.dataSets[0]?.account.read).toBe(12);
    expect(result.unused).toContainEqual({ label: 'other.csv', why: 'reported by Farshire Police, not Midshire Police' });
  });

  it('joins populations that come borough by borough, and misses none', async () => {
    const parts = { 'people/persons_mid2019.csv': null, 'n_mid2019.csv': population(OLDER.slice(0, 2)), 's_mid2019.csv': population(OLDER.slice(2)) };
    const { manifest } = await built(parts);
    const whole = await built();
    expect(manifest.files.find(({ path }) => path === 'population.parquet')).toEqual(whole.manifest.files.find(({ path }) => path === 'population.parquet'));
    expect(await problemOf({ ...parts, 's_mid2019.csv': population(OLDER.slice(2, 3)) })).toContain('1 of 4 LSOAs have no row: E01900004');
  });

  it('builds a smaller area from the same files', async () => {
    const { DEFINITION } = await import('./miniCounty.ts');
    const { manifest } = await built({}, { definition: { ...DEFINITION, boroughs: [{ code: SOUTHAM, name: 'Southam' }], hubs: [], nteHotspots: [] } });
    expect(manifest.dataSets[0]?.account).toMatchObject({ read: 12, kept: 6 });
  });
});

describe('bad input', () => {
  it.each<[string, Parameters<typeof writeInputs>[0], string]>([
    ['a truncated .gz', { 'police/2021-05-midshire-street.csv': null, 's.csv.gz': gzipSync(INPUTS['police/2021-05-midshire-street.csv'] ?? '').subarray(0, 150) }, 's.csv.gz: The compressed file cannot be unpacked: unexpected end of file'],
    ['GeoJSON cut short', { 'shapes/anything.geojson': geojson(OLDER, 'LSOA11CD').slice(0, -40) }, 'shapes/anything.geojson: The file is not JSON'],
    ['a street file without a column', { 'police/2019-01-midshire-street.csv': (INPUTS['police/2019-01-midshire-street.csv'] ?? '').replace('Crime type', 'Kind') }, 'police/2019-01-midshire-street.csv: Columns missing: Crime type'],
    ['an impossible LSOA code', { 'police/2019-01-midshire-street.csv': street([{ month: '2019-01', code: 'E0190001' }]) }, 'police/2019-01-midshire-street.csv, line 2: The LSOA code is "E0190001"'],
    ['an unknown crime type', { 'police/2019-01-midshire-street.csv': street([{ month: '2019-01', type: 'Violent crime' }]) }, 'line 2: The crime type "Violent crime"'],
    ['a bad month', { 'police/2019-01-midshire-street.csv': street([{ month: '2019-13' }]) }, 'line 2: The month is "2019-13"'],
    ['a point that is no longitude', { 'police/2019-01-midshire-street.csv': street([{ month: '2019-01', point: ['506000', '52.0'] }]) }, 'line 2: The longitude is "506000"'],
    ['a negative age', { 'people/persons_mid2019.csv': population().replace('E01900003,910,10', 'E01900003,910,-10') }, 'people/persons_mid2019.csv, line 4: Persons in column "0" of E01900003 is "-10"'],
    ['a missing age', { 'people/persons_mid2019.csv': population().replace('E01900003,910,10', 'E01900003,910,') }, 'people/persons_mid2019.csv, line 4: Persons in column "0" of E01900003 is missing'],
    ['ages that do not add up', { 'people/persons_mid2019.csv': population().replace('E01900003,910,10', 'E01900003,910,11') }, 'line 4: The ages of E01900003 sum to 911'],
    ['an age column lost', { 'people/persons_mid2019.csv': population().replace(',45,', ',forty-five,') }, 'The file lacks single years of age'],
    ['an LSOA without a boundary', { 'shapes/anything.geojson': geojson(OLDER.slice(1), 'LSOA11CD') }, '1 of 4 LSOAs have no boundary: E01900001'],
    ['an LSOA without deprivation', { 'imd.csv': (INPUTS['imd.csv'] ?? '').replace('E01900002', 'E01900092') }, 'imd.csv: 1 of 4 LSOAs have no row: E01900002'],
    ['a rank beyond the last', { 'imd.csv': (INPUTS['imd.csv'] ?? '').replace(',4000,', ',32845,') }, 'imd.csv, line 5: The IMD rank is "32845"'],
    ['no lookup', { 'lookup.csv': null }, 'No file with the lookup of 2011 to 2021 LSOAs'],
    ['no street files', { 'police/2019-01-midshire-street.csv': null, 'police/2021-05-midshire-street.csv': null }, 'No street-level crime file was found'],
    ['no population', { 'people/persons_mid2019.csv': null }, 'No mid-year population'],
    ['two boundary files', { 'shapes/again.geojson': geojson(OLDER, 'LSOA11CD') }, 'Two files hold 2011 LSOA boundaries'],
    ['a quote that does not end', { 'wards.csv': 'LSOA11CD,WD13CD,WD13NM\nE01900001,"E05,Town\n' }, 'wards.csv, line 2'],
    ['another area', { 'lookup.csv': (INPUTS['lookup.csv'] ?? '').replaceAll('E06000901', 'E06000777') }, 'No LSOA of Northam (E06000901) is in the lookup'],
  ])('stops at %s and says where', async (_what, changes, expected) => {
    expect(await problemOf(changes)).toContain(expected);
  });

  it('leaves the previous pack as it was', async () => {
    const out = join(await temporaryFolder(), 'midshire');
    await build(await writeInputs(), out);
    const before = await readFile(join(out, 'manifest.json'));
    await writeFile(join(out, 'marker'), 'mine');
    await expect(build(await writeInputs({ 'imd.csv': 'LSOA11CD,IMD_rank,IMD_decile\nE01900001,1,11\n' }), out)).rejects.toThrow('The IMD decile is "11"');
    expect(await readFile(join(out, 'manifest.json'))).toEqual(before);
    expect(existsSync(join(out, 'marker'))).toBe(true);
    expect((await readdir(join(out, '..'))).toSorted()).toEqual(['index.json', 'midshire']);
  });
});
