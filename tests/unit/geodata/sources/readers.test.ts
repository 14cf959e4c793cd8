import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../../geodata/sources/inputFile.ts';
import { listInputFiles, textOf } from '../../../../geodata/sources/inputFile.ts';
import { takeInventory } from '../../../../geodata/sources/inventory.ts';
import type { LsoaLookup } from '../../../../geodata/sources/lookups.ts';
import { Placer } from '../../../../geodata/sources/placement.ts';
import { readPopulation, readResidents } from '../../../../geodata/sources/population.ts';
import { recogniseCsv } from '../../../../geodata/sources/recognise.ts';
import { readStreetFile } from '../../../../geodata/sources/street.ts';
import { OLDER, shapeOf, street, temporaryFolder } from '../pack/miniCounty.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (text: string, name = 'file_mid2019.csv'): InputFile => ({ label: name, name, bytes: async function* bytes() { yield encode(text.slice(0, 7)); yield encode(text.slice(7)); } });
const candidate = (text: string, name?: string) => {
  const header = (text.split('\n')[0] ?? '').split(',').map((column) => column.replaceAll('"', ''));
  const is = recogniseCsv(header);
  if (is.role === null) throw new Error(is.why);
  return { file: file(text, name), header, is };
};
const textIn = async (folder: string): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const each of await listInputFiles(folder)) {
    texts[each.label] = '';
    for await (const chunk of textOf(each)) texts[each.label] += chunk;
  }
  return texts;
};
const members = {
  '2011': new Map(OLDER.map((code) => [code, { code, name: '', borough: '' }])),
  '2021': new Map([...OLDER.slice(0, 3), 'E01900005'].map((code) => [code, { code, name: '', borough: '' }])),
};

describe('listInputFiles', () => {
  it('opens plain, gzipped and zipped files by their first bytes', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'plain.txt'), 'a');
    await writeFile(join(folder, 'no-extension'), gzipSync('b'));
    await writeFile(join(folder, 'archive.bin'), zipSync({ 'deep/x.csv': encode('c'), 'deep/y.csv.gz': gzipSync('d'), '__MACOSX/._x.csv': encode('junk') }));
    await writeFile(join(folder, '.hidden'), 'junk');
    expect(await textIn(folder)).toEqual({ 'plain.txt': 'a', 'no-extension': 'b', 'archive.bin / deep/x.csv': 'c', 'archive.bin / deep/y.csv.gz': 'd' });
  });

  it('notices an archive that is cut short or damaged', async () => {
    const folder = await temporaryFolder();
    const archive = zipSync({ 'x.csv': encode('hello, hello, hello') }, { level: 0 });
    await writeFile(join(folder, 'a.zip'), archive.subarray(0, archive.length - 30));
    await expect(listInputFiles(folder)).rejects.toThrow('The zip archive has no directory at its end');
    const flipped = Uint8Array.from(archive);
    const at = Buffer.from(flipped).indexOf('hello');
    flipped[at] = 'j'.charCodeAt(0);
    await writeFile(join(folder, 'a.zip'), flipped);
    await expect(textIn(folder)).rejects.toThrow('not what the archive says it holds (CRC-32)');
  });

  it('says what it does not use, and refuses an empty or missing folder', async () => {
    const folder = await temporaryFolder();
    await expect(takeInventory(folder)).rejects.toThrow('The folder holds no files');
    await expect(takeInventory(join(folder, 'nowhere'))).rejects.toThrow('There is no such folder');
    await writeFile(join(folder, 'picture.png'), Uint8Array.of(0x89, 0x50, 0xff, 0xfe));
    await writeFile(join(folder, 'notes.md'), '# Notes');
    expect((await takeInventory(folder)).unused).toEqual([{ label: 'notes.md', why: 'no column that this builder uses' }, { label: 'picture.png', why: 'not text' }]);
  });
});

describe('readPopulation', () => {
  const ages = Array.from({ length: 91 }, (_, age) => age);

  it('adds the sexes up', async () => {
    const header = ['LSOA 2021 Code', 'Total', ...ages.map((age) => `F${age}`), ...ages.map((age) => `M${age}`)].join(',');
    const row = ['E01900005', '"2,730"', ...ages.map(() => 10), ...ages.map(() => 20)].join(',');
    const [year] = await readPopulation(candidate(`${header}\n${row}\n`), members);
    expect(year).toMatchObject({ year: 2019, vintage: '2021' });
    expect([...(year?.bands.get('E01900005') ?? [])]).toEqual([...Array.from({ length: 18 }, () => 150), 30]);
  });

  it('reads the long form of Nomis, several years at once, by the codes\' vintage', async () => {
    const rows = [2019, 2020].flatMap((year) => ages.map((age) => `${year},E01900004,${age === 90 ? 'Aged 90+' : `Age ${age}`},${year - 2018}`));
    const text = ['DATE_NAME,GEOGRAPHY_CODE,C_AGE_NAME,OBS_VALUE', ...rows, '2019,E01900004,All Ages,91'].join('\n');
    const years = await readPopulation(candidate(text, 'nomis.csv'), members);
    expect(years.map(({ year, vintage, bands }) => [year, vintage, bands.get('E01900004')?.[0], bands.get('E01900004')?.[18]])).toEqual([[2019, '2011', 5, 1], [2020, '2011', 10, 2]]);
    const short = text.replace('2019,E01900004,Age 40,1\n', '');
    await expect(readPopulation(candidate(short, 'nomis.csv'), members)).rejects.toThrow('90 single years of age, expected 91');
    const twice = text.replace('Age 40,', 'Age 41,');
    await expect(readPopulation(candidate(twice, 'nomis.csv'), members)).rejects.toThrow('E01900004 has age 41 twice');
  });

  it('stops at an area given twice', async () => {
    const header = ['LSOA11CD', ...ages.slice(0, 90), '90+'].join(',');
    const row = ['E01900001', ...ages].join(',');
    await expect(readPopulation(candidate(`${header}\n${row}\n${row}\n`), members)).rejects.toThrow('E01900001 has a second row for 2019 (file_mid2019.csv, line 3)');
  });
});

describe('readResidents', () => {
  it('reads the table of Nomis and needs every area', async () => {
    const text = `date,geography,geography code,Residence type: Total; measures: Value\n${[...members['2021'].keys()].map((code) => `2021,x,${code},100`).join('\n')}\n2021,England,E92000001,56490048\n`;
    const { residents, vintage } = await readResidents(candidate(text), members);
    expect([vintage, residents.size, residents.get('E01900005')]).toEqual(['2021', 4, 100]);
    await expect(readResidents(candidate(text.replace('E01900005', 'E01900009')), members)).rejects.toThrow('1 of 4 LSOAs have no row: E01900005');
  });
});

describe('readStreetFile', () => {
  const unchanged = OLDER.slice(0, 3).map((code): [string, string[]] => [code, [code]]);
  const lookup: LsoaLookup = {
    members, sha256: '',
    parents: new Map<string, string[]>([...unchanged, ['E01900005', ['E01900004']], ['E01900006', ['E01900004']]]),
    children: new Map<string, string[]>([...unchanged, ['E01900004', ['E01900005', 'E01900006']]]),
  };
  const placer = new Placer('2011', OLDER, OLDER.map((code) => shapeOf(code)), lookup);
  const read = (text: string, forces: readonly string[] | null = null) => readStreetFile(file(text), { placer, from: null, to: null, forces });

  const vintage = async (...codes: string[]) => (await read(street(codes.map((code) => ({ code }))))).account.vintage;

  it('never compares anti-social behaviour, and reports repeated Crime IDs without dropping them', async () => {
    const asb = { code: 'E01900001', type: 'Anti-social behaviour', id: '' };
    const crime = { code: 'E01900001', id: 'x' };
    const found = await read(street([asb, asb, asb, { ...asb, id: 'x' }, crime, crime, { ...crime, type: 'Robbery' }]));
    expect(found.account).toMatchObject({ read: 7, kept: 7, setAside: [] });
    expect([found.repeatedIds, found.identicalRows]).toEqual([2, 1]);
  });

  it('tells the vintage by the codes', async () => {
    expect(await vintage('E01900001', 'E01900004')).toBe('2011');
    expect(await vintage('E01900001', 'E01900005')).toBe('2021');
    expect(await vintage('E01900004', 'E01900005')).toBe('mixed');
    expect(await vintage('E01900001', '', 'E01800001')).toBe('none');
  });

  it('names each reason why a row has no area', async () => {
    const found = await read(street([
      { code: 'E01900001' }, {}, { point: [-0.49, 52.01] }, { code: 'W01000001' }, { force: 'Far', code: 'E01900001' },
    ]), ['Midshire Police']);
    expect(found.account.kept).toBe(1);
    expect(found.account.setAside).toEqual([
      { reason: 'No LSOA code, though a point is given', rows: 1, inRecords: true }, { reason: 'No location', rows: 1, inRecords: true },
      { reason: 'Outside the county', rows: 1, inRecords: true }, { reason: 'Reported by another force', rows: 1, inRecords: false },
    ]);
    expect(found.rows.area).toEqual([0, -1, -1, -2]);
  });

  it('counts alike with LF and CRLF', async () => {
    const rows = [{ code: 'E01900001' }, { code: 'E01900004' }];
    const [lf, crlf] = [await read(street(rows)), await read(street(rows, '\r\n'))];
    expect(crlf.textSha256).toBe(lf.textSha256);
    expect(crlf.account.sha256).not.toBe(lf.account.sha256);
    expect(crlf.rows).toEqual(lf.rows);
  });

  it('stops at half a point', async () => {
    await expect(read(street([{ point: [-0.4, ''] }]))).rejects.toThrow('file_mid2019.csv, line 2');
  });
});
