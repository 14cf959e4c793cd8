import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../../src/files/manifestSchema.ts';
import type { DataSetEntry } from '../../../../src/model/manifest.ts';
import type { RecordColumns } from '../../../../src/model/cells.ts';
import type { AreaDefinition } from '../../../../geodata/areaDefinition.ts';
import { valueOf } from '../../../../geodata/problem.ts';
import { buildAreaTable } from '../../../../geodata/pack/areaTable.ts';
import { buildJumps, buildPlaces } from '../../../../geodata/pack/places.ts';
import { updatePackIndex } from '../../../../geodata/pack/packIndex.ts';
import { writePack, type PackInput } from '../../../../geodata/pack/writePack.ts';
import { DEFINITION, NORTHAM, OLDER, shapeOf, SOUTHAM, temporaryFolder } from './miniCounty.ts';

const entry: DataSetEntry = {
  id: 'street', title: 'Street', unit: 'crimes', kind: 'street', months: ['2021-05'],
  kinds: [{ type: 'drugs', typeTitle: 'Drugs', subgroup: null, subgroupTitle: null, crime: true }],
  fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false }, rowsAreVictims: false, disclosureThreshold: 0,
  account: { read: 3, kept: 2, setAside: [{ reason: 'No location', rows: 1, inRecords: true }] }, files: [], caveats: [], attribution: '',
  cells: 'records/street.cells', table: 'records/street.parquet',
};
const records: RecordColumns = {
  area: Int32Array.of(0, 3, -1), sourceCode: ['E01900001', 'E01900004', ''], kind: Uint8Array.of(0, 0, 0), month: Uint16Array.of(0, 0, 0),
  weekdayHour: null, day: null, age: null, sex: null, flags: null, reference: null, longitude: null, latitude: null,
};

function input(change: { records?: Partial<RecordColumns>; entry?: Partial<DataSetEntry>; title?: string } = {}): PackInput {
  const rows = OLDER.map((code) => ({
    code, name: code, borough: code < 'E01900003' ? NORTHAM : SOUTHAM, ward: '', imdRank: NaN, imdDecile: NaN, residents: NaN,
    geometry: shapeOf(code),
  }));
  const { areas, geometries } = buildAreaTable(DEFINITION, '2011', rows.toReversed());
  const full = { ...entry, ...change.entry };
  return {
    manifest: {
      area: { id: 'midshire', title: change.title ?? 'Midshire' }, benchmark: 'Midshire', lsoaVintage: '2011', imd: { edition: '2019', title: 'IMD' }, densityEdges: null,
      demonstration: false, seed: null, built: '2026-01-01T00:00:00.000Z', sources: [], population: { years: [2019], basis: '' }, dataSets: [full], opens: 'street',
      jumps: buildJumps(DEFINITION, geometries), notes: [],
    },
    areas, geometries, places: buildPlaces(DEFINITION, areas, geometries),
    population: { years: [2019], areas: 4, persons: new Float64Array(4 * 19) },
    dataSets: [{ entry: full, records: { ...records, ...change.records } }],
  };
}

async function titleIn(folder: string): Promise<string> {
  return valueOf(parseManifest(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')), 'manifest.json')).area.title;
}

describe('writePack', () => {
  it('replaces a pack as a whole and leaves nothing beside it', async () => {
    const out = join(await temporaryFolder(), 'midshire');
    await writePack(out, input());
    await writeFile(join(out, 'stray'), '');
    await writePack(out, input({ title: 'Second' }));
    expect(await titleIn(out)).toBe('Second');
    expect((await readdir(out)).toSorted()).toEqual(['areas.fgb', 'manifest.json', 'places.fgb', 'population.columns', 'population.parquet', 'records']);
    expect((await readdir(join(out, '..'))).toSorted()).toEqual(['index.json', 'midshire']);
  });

  it('keeps the previous pack when writing fails half-way', async () => {
    const out = join(await temporaryFolder(), 'midshire');
    await writePack(out, input());
    // Kind 9 is not in the entry: the records, written after areas and places, cannot be encoded.
    await expect(writePack(out, input({ title: 'Second', records: { kind: Uint8Array.of(0, 9, 0) } }))).rejects.toThrow('Row 1 has kind 9, but there are 1.');
    expect(await titleIn(out)).toBe('Midshire');
    expect(existsSync(`${out}.building`)).toBe(false);
  });

  it('mends an exchange that was cut off', async () => {
    const out = join(await temporaryFolder(), 'midshire');
    await writePack(out, input());
    await rename(out, `${out}.previous`);
    await mkdir(`${out}.building`);
    await expect(writePack(out, input({ records: { kind: Uint8Array.of(9, 9, 9) } }))).rejects.toThrow('Row 0 has kind 9, but there are 1.');
    expect(await titleIn(out)).toBe('Midshire');
  });

  it('never replaces a folder that is not a pack', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'letter.txt'), 'mine');
    await expect(writePack(folder, input())).rejects.toThrow('There is already something else at the place of the pack');
    await writeFile(join(folder, 'manifest.json'), '{"name":"an extension","version":"1"}');
    await expect(writePack(folder, input())).rejects.toThrow('There is already something else');
    await expect(writePack(join(folder, 'letter.txt'), input())).rejects.toThrow('There is already something else');
    expect((await readdir(folder)).toSorted()).toEqual(['letter.txt', 'manifest.json']);
    await mkdir(join(folder, 'empty'));
    await writePack(join(folder, 'empty'), input());
    expect(await titleIn(join(folder, 'empty'))).toBe('Midshire');
  });

  it.each<[string, Parameters<typeof input>[0], string]>([
    ['rows that do not add up', { entry: { account: { ...entry.account, read: 4 } } }, '4 rows read but 3 accounted for'],
    ['records that are not those accounted for', { entry: { account: { read: 3, kept: 3, setAside: [{ reason: 'x', rows: 0, inRecords: false }] } }, records: { area: Int32Array.of(0, 1) } }, '3 rows accounted for but 2 records'],
  ])('refuses %s', async (_what, change, message) => {
    await expect(writePack(join(await temporaryFolder(), 'midshire'), input(change))).rejects.toThrow(message);
  });

  it('leaves out missing figures instead of inventing them', () => {
    expect(Number.isNaN(input().areas.imdRank[0])).toBe(true);
    expect(input().areas.wardId[0]).toBe('');
  });
});

function hotspot(metres: number): AreaDefinition {
  return { ...DEFINITION, nteHotspots: [{ id: 'centre', title: 'Centre', borough: NORTHAM, profile: null, circles: [{ around: 'x', longitude: -0.49, latitude: 52.01, metres }] }] };
}

describe('updatePackIndex', () => {
  it('lists real packs first and only packs that are there', async () => {
    const folder = await temporaryFolder();
    await writePack(join(folder, 'b-real'), input());
    await writePack(join(folder, 'a-demo'), { ...input({ title: 'Demo' }), manifest: { ...input({ title: 'Demo' }).manifest, demonstration: true } });
    await mkdir(join(folder, 'not-a-pack'));
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'manifest.json'), '{"name":"something else"}');
    const { packs } = await updatePackIndex(folder);
    expect(packs).toEqual([
      { id: 'b-real', title: 'Midshire', path: 'b-real', demonstration: false }, { id: 'a-demo', title: 'Demo', path: 'a-demo', demonstration: true },
    ]);
  });
});

describe('buildAreaTable', () => {
  it('refuses a ward in two hubs and an area given twice', () => {
    const rows = OLDER.map((code) => ({ code, name: '', borough: NORTHAM, ward: 'Town', imdRank: 1, imdDecile: 1, residents: 1, geometry: shapeOf(code) }));
    const [north] = DEFINITION.hubs;
    if (!north) throw new Error('no hub');
    expect(() => buildAreaTable({ ...DEFINITION, hubs: [north, { ...north, id: 'again' }] }, '2011', rows)).toThrow('is listed by two hubs, north and again');
    expect(() => buildAreaTable(DEFINITION, '2011', [...rows, ...rows.slice(0, 1)])).toThrow('Area E01900001 occurs twice');
  });

  it('puts an area into a hotspot by a quarter of its surface too', () => {
    const geometry = shapeOf('E01900001');
    const row = { code: 'E01900001', name: '', borough: NORTHAM, ward: '', imdRank: 1, imdDecile: 1, residents: 1, geometry, inside: [-0.481, 52.019] as const };
    // The square has 3.06 km2: a circle of 500 m covers 26% of it, one of 450 m 21%; the inside point is in neither.
    expect(buildAreaTable(hotspot(500), '2011', [row]).areas.nteHotspot).toEqual(['centre']);
    expect(buildAreaTable(hotspot(450), '2011', [row]).areas.nteHotspot).toEqual(['']);
  });
});
