import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreaDefinition } from '../../geodata/areaDefinition.ts';
import { writeNewArea } from '../../geodata/newArea.ts';
import { buildPack, type BuildOptions } from '../../geodata/pack/buildPack.ts';
import { valueOf } from '../../geodata/problem.ts';
import { loadPublications } from '../../geodata/sources/publications.ts';
import { decodeCells } from '../../src/files/cellsFormat.ts';
import { parseManifest } from '../../src/files/manifestSchema.ts';
import { decodeAreas, decodePlaces, decodePopulation } from '../../src/files/packFiles.ts';
import { areaKm2 } from '../../src/geometry/area.ts';
import { dissolve } from '../../src/geometry/dissolve.ts';
import type { AreaTable } from '../../src/model/areas.ts';
import type { Cells } from '../../src/model/cells.ts';
import type { DataSetEntry, Manifest } from '../../src/model/manifest.ts';
import { quantileClasses } from '../../src/statistics/quantileClasses.ts';

const RAW = process.env['GEODATA_RAW'];
/** The strict FlatGeobuf check, where it lies beside the data. */
const CHECK_FGB = join(RAW ?? '', '..', 'reference', 'check_fgb.py');
const BEDFORD = 'E06000055', CENTRAL = 'E06000056', LUTON = 'E06000032';

interface Built { out: string; manifest: Manifest; entry: DataSetEntry; areas: AreaTable; cells: Cells; seconds: number }
const folder = mkdtempSync(join(tmpdir(), 'atlas-real-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(path));

async function built(name: string, options: Partial<BuildOptions> = {}): Promise<Built> {
  const out = join(folder, name);
  const started = performance.now();
  await buildPack({
    definition: await loadAreaDefinition('bedfordshire'), publications: await loadPublications('bedfordshire'), raw: RAW ?? '', out, lsoa: '2011',
    from: null, to: null, hubs: null, nte: null, built: '2026-01-01T00:00:00.000Z', onProgress: () => undefined, ...options,
  });
  const seconds = (performance.now() - started) / 1000;
  const manifest = valueOf(parseManifest(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')), 'manifest.json'));
  const [entry] = manifest.dataSets;
  if (!entry) throw new Error('no data set');
  return {
    out, manifest, entry, seconds, areas: valueOf(await decodeAreas(await bytesOf(join(out, 'areas.fgb')))).table,
    cells: valueOf(decodeCells(await bytesOf(join(out, entry.cells)), entry.cells)),
  };
}

/** Rows by area slot, of one crime type or of all, counted from the cell codes. */
function countsOf({ cells, entry }: Built, type: string | null): number[] {
  const kind = entry.kinds.findIndex((each) => each.type === type);
  return Array.from({ length: cells.offsets.length - 1 }, (_, slot) => {
    const rows = cells.cell.subarray(cells.offsets[slot], cells.offsets[slot + 1]);
    return type === null ? rows.length : rows.filter((cell) => Math.floor(cell / cells.months) === kind).length;
  });
}

const inBorough = (pack: Built, counts: readonly number[], borough: string): number => counts.reduce((sum, count, area) => sum + (pack.areas.borough[area] === borough ? count : 0), 0);

describe.skipIf(!RAW)('a pack from the published files', () => {
  let pack: Built;
  beforeAll(async () => { pack = await built('bedfordshire'); });

  it('takes well under 15 seconds', () => {
    expect(pack.seconds).toBeLessThan(15);
  });

  it('accounts for all 189,717 rows', () => {
    const { account, files } = pack.entry;
    expect(account.read).toBe(189_717);
    expect(account.kept).toBe(183_117);
    expect(account.setAside).toEqual([{ reason: 'No location', rows: 5522, inRecords: true }, { reason: 'Outside the county', rows: 1078, inRecords: true }]);
    expect(files).toHaveLength(37);
    expect(files.reduce((sum, file) => sum + file.read, 0)).toBe(189_717);
    expect(pack.cells.cell.length).toBe(189_717);
  });

  it('agrees month by month with the counts that came with the files', async () => {
    const [header = '', ...lines] = (await readFile(join(RAW ?? '', 'police', 'months.csv'), 'utf8')).trim().split('\n');
    const columns = header.split(',');
    const field = (line: string, name: string): string => line.split(',')[columns.indexOf(name)] ?? '';
    expect(pack.entry.files.map((file) => [file.file.slice(0, 7), file.read, file.kept, file.vintage, file.sha256])).toEqual(
      lines.map((line) => [field(line, 'month'), Number(field(line, 'rows')), Number(field(line, 'rows_lsoa_in_bedfordshire')), field(line, 'lsoa_code_vintage'), field(line, 'sha256')]));
    expect(pack.entry.months).toEqual(lines.map((line) => field(line, 'month')));
  });

  it('has the boroughs and the violence of the accounting', () => {
    const all = countsOf(pack, null);
    expect([BEDFORD, CENTRAL, LUTON].map((borough) => inBorough(pack, all, borough))).toEqual([52_574, 61_274, 69_269]);
    const violence = countsOf(pack, 'violence-and-sexual-offences').slice(0, 381);
    expect(violence.reduce((sum, count) => sum + count, 0)).toBe(56_460);
  });

  it('puts 47.9% of violence into the 76 areas of the top count quintile', () => {
    const violence = countsOf(pack, 'violence-and-sexual-offences').slice(0, 381);
    const top = [...quantileClasses(violence, 5)].map((quintile) => quintile === 5);
    expect(top.filter(Boolean)).toHaveLength(76);
    expect([LUTON, BEDFORD, CENTRAL].map((code) => inBorough(pack, top.map(Number), code))).toEqual([35, 22, 19]);
    const share = violence.reduce((sum, count, area) => sum + (top[area] ? count : 0), 0) / 56_460;
    expect(Math.round(share * 1000)).toBe(479);
  });

  it('reports repeated Crime IDs and drops none', () => {
    expect(pack.entry.caveats.join(' ')).toContain('184 rows repeat the Crime ID of an earlier row of the same file, 130 of them alike in every column');
  });

  it('has no sliver, gap or overlap beyond the input\'s own', async () => {
    const { shapes } = valueOf(await decodeAreas(await bytesOf(join(pack.out, 'areas.fgb'))));
    const parts = shapes.features.map((feature) => areaKm2(feature.geometry)).reduce((sum, km2) => sum + km2, 0);
    const county = dissolve(shapes.features.map((feature) => feature.geometry));
    expect(county.type).toBe('Polygon');
    expect(county.coordinates).toHaveLength(1);
    expect(Math.abs(areaKm2(county) - parts)).toBeLessThan(1e-6);
    expect(parts).toBeCloseTo(1235.32, 2);
    const places = valueOf(await decodePlaces(await bytesOf(join(pack.out, 'places.fgb'))));
    const surfaces = (kind: string) => places.features.filter(({ properties }) => properties.kind === kind).map(({ geometry }) => (geometry.type === 'Point' ? 0 : areaKm2(geometry)));
    for (const kind of ['borough', 'ward', 'hub']) expect(surfaces(kind).reduce((sum, km2) => sum + km2, 0)).toBeCloseTo(parts, 6);
    expect([surfaces('borough').length, surfaces('ward').length, surfaces('hub').length, surfaces('nte-hotspot').length]).toEqual([3, 77, 7, 4]);
    expect(surfaces('borough').map((km2) => km2.toFixed(2)).toSorted()).toEqual(['43.36', '476.37', '715.58']);
  });

  it.skipIf(!RAW || !existsSync(CHECK_FGB))('writes FlatGeobuf that the strict check accepts', () => {
    for (const file of ['areas.fgb', 'places.fgb']) {
      const { status, stdout } = spawnSync('python3', [CHECK_FGB, '--require-index', join(pack.out, file)], { encoding: 'utf8' });
      expect({ file, status, problems: status === 0 ? '' : stdout }).toEqual({ file, status: 0, problems: '' });
    }
  });

  it('writes Parquet that DuckDB opens, with every row', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS().flat().map(Number);
    const street = join(pack.out, pack.entry.table), people = join(pack.out, 'population.parquet');
    expect(await query(`select count(*), count(lsoa), count(longitude), count(distinct month) from '${street}'`)).toEqual([189_717, 184_195, 184_195, 37]);
    expect(await query(`select count(*) from '${street}' where crime_type = 'violence-and-sexual-offences' and lsoa in (select distinct area from '${people}')`)).toEqual([56_460]);
    expect(await query(`select sum(persons) from '${people}' group by year order by year`)).toEqual([664_600, 674_992, 682_311]);
    connection.closeSync();
  });

  it('carries IMD, residents, wards and hubs for all 381 areas', async () => {
    const { areas } = pack;
    expect(areas.code).toHaveLength(381);
    const quintiles = Array.from(areas.imdRank, (rank) => Math.ceil((rank * 5) / 32_844));
    expect([1, 2, 3, 4, 5].map((quintile) => quintiles.filter((each) => each === quintile).length)).toEqual([50, 76, 73, 84, 98]);
    expect(areas.residents.reduce((sum, residents) => sum + residents, 0)).toBe(704_736);
    expect(areas.ward.filter((ward) => ward === '')).toEqual([]);
    expect(areas.hub.filter((hub) => hub === '')).toEqual([]);
    expect(new Set(areas.nteHotspot)).toEqual(new Set(['', 'luton', 'bedford', 'dunstable', 'leighton-buzzard']));
    const people = valueOf(await decodePopulation(await bytesOf(join(pack.out, 'population.parquet')), areas.code));
    expect(people.years).toEqual([2017, 2019, 2020]);
  });

  it('states where every file came from', () => {
    expect(pack.manifest.sources).toHaveLength(8 + 37);
    expect(pack.manifest.sources.filter(({ publisher, licence }) => publisher === 'Not stated' || !licence.startsWith('Open Government Licence'))).toEqual([]);
  });
});

describe.skipIf(!RAW)('other packs from the same files', () => {
  it('is on 2021 LSOAs when asked', async () => {
    const pack = await built('bedfordshire-2021', { lsoa: '2021' });
    const { account } = pack.entry;
    expect(pack.areas.code).toHaveLength(417);
    expect(account.read).toBe(189_717);
    const ambiguous = account.setAside.find(({ reason }) => reason.startsWith('LSOA changed'))?.rows ?? 0;
    expect(account.kept + ambiguous).toBe(183_117);
    // Only rows of 2019 carry 2011 codes; those whose point lies just outside the parts of a split area are few.
    expect(ambiguous).toBe(46);
    expect(pack.manifest.imd.edition).toBe('2025');
    expect(pack.areas.hub.filter((hub) => hub === '')).toEqual([]);
    const people = valueOf(await decodePopulation(await bytesOf(join(pack.out, 'population.parquet')), pack.areas.code));
    const sums = people.years.map((_, year) => people.persons.subarray(year * 417 * 19, (year + 1) * 417 * 19).reduce((sum, persons) => sum + persons, 0));
    expect(sums.map((sum) => Math.round(sum * 1000) / 1000)).toEqual([664_600, 674_992, 682_311]);
  });

  it('is of Luton alone from a new definition', async () => {
    const areas = join(folder, 'areas');
    await writeNewArea({ id: 'luton', lad: [LUTON], title: 'Luton' }, areas);
    const pack = await built('luton', { definition: await loadAreaDefinition('luton', areas), publications: await loadPublications('luton', areas) });
    expect(pack.areas.code).toHaveLength(121);
    expect(pack.entry.account).toMatchObject({ read: 189_717, kept: 69_269 });
    expect(pack.entry.account.setAside).toContainEqual({ reason: 'Outside the county', rows: 1078 + 52_574 + 61_274, inRecords: true });
  });

  it('is the same whatever the folders are called, byte for byte', async () => {
    const moved = join(folder, 'moved');
    await cp(join(RAW ?? '', 'police', 'street'), join(moved, 'a', 'b'), { recursive: true });
    for (const each of ['boundaries', 'imd', 'lookups', 'population']) await cp(join(RAW ?? '', each), join(moved, `z${each}`), { recursive: true });
    const [one, two] = [await built('one'), await built('two', { raw: moved })];
    expect(two.manifest).toEqual(one.manifest);
    expect(await bytesOf(join(two.out, 'manifest.json'))).toEqual(await bytesOf(join(one.out, 'manifest.json')));
  });
});
