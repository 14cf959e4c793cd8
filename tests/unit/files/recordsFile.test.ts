import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { decodeCounts, decodeRecords, encodeCounts, encodeRecords } from '../../../src/files/packFiles.ts';
import { decodeParquet } from '../../../src/files/parquet.ts';
import type { RecordColumns } from '../../../src/model/cells.ts';
import type { KindEntry } from '../../../src/model/manifest.ts';
import { problemOf, valueOf } from './outcomes.ts';
import { randomNumbers } from './shapes.ts';

const AREAS = 40;
const CODES = Array.from({ length: AREAS }, (_, i) => `E0101${5000 + i}`);
const kind = (type: string, subgroup: string | null): KindEntry => ({ type, typeTitle: type, subgroup, subgroupTitle: subgroup, crime: true });
/** The records as sorted lines, to compare them whatever their order. */
const profile = (records: RecordColumns) => Array.from(records.area, (number, i) => [number, records.sourceCode[i], records.kind[i], records.month[i], records.age?.[i]].join()).toSorted();

describe('records', () => {
  const ROWS = 5000;
  const random = randomNumbers(11);
  const below = (limit: number) => Math.floor(random() * limit);
  const months = ['2019-01', '2019-02', '2020-12'];
  const area = Int32Array.from({ length: ROWS }, () => below(AREAS + 2) - 2);
  const full: RecordColumns = {
    area,
    sourceCode: Array.from(area, (number) => (number >= 0 ? CODES[number] ?? '' : number === -1 ? '' : 'E01099999')),
    kind: Uint8Array.from({ length: ROWS }, () => below(3)), month: Uint16Array.from({ length: ROWS }, () => below(3)),
    weekdayHour: Uint8Array.from({ length: ROWS }, () => below(175)), day: Int32Array.from({ length: ROWS }, () => 17_900 + below(700)),
    age: Uint8Array.from({ length: ROWS }, () => below(20)), sex: Uint8Array.from({ length: ROWS }, () => below(3)), flags: Uint8Array.from({ length: ROWS }, () => below(128)),
    reference: Uint32Array.from({ length: ROWS }, (_, i) => i >> 1), longitude: Float64Array.from({ length: ROWS }, (_, i) => (i % 9 ? random() : NaN)), latitude: Float64Array.from({ length: ROWS }, (_, i) => (i % 9 ? 52 : NaN)),
  };
  const entry = {
    kinds: [kind('violence', 'rape'), kind('violence', 'homicide'), kind('robbery', null)], months, rowsAreVictims: true,
    fields: { weekdayHour: true, subgroup: true, age: true, sex: true, flags: true },
  };
  const street: RecordColumns = { ...full, weekdayHour: null, day: null, age: null, sex: null, flags: null, reference: null, longitude: null, latitude: null };
  const streetEntry = { ...entry, kinds: ['drugs', 'burglary', 'robbery'].map((type) => kind(type, null)), rowsAreVictims: false, fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false } };

  it('come back with every column', async () => {
    expect(valueOf(await decodeRecords(encodeRecords(full, entry, CODES), 'r.parquet', CODES, entry))).toEqual(full);
  });

  it('carry only the columns the data set has', async () => {
    const bytes = encodeRecords(street, streetEntry, CODES);
    expect(Object.keys(valueOf(await decodeParquet(bytes, 'r.parquet')))).toEqual(['lsoa', 'crime_type', 'month']);
    expect(valueOf(await decodeRecords(bytes, 'r.parquet', CODES, streetEntry))).toEqual(street);
  });

  it('keep the published code beside the pack\'s own where the two differ', async () => {
    const recoded = { ...street, sourceCode: street.sourceCode.map((code) => code.replace('E0101', 'E0103')) };
    const bytes = encodeRecords(recoded, streetEntry, CODES);
    const table = valueOf(await decodeParquet(bytes, 'r.parquet'));
    const located = area.findIndex((number) => number === 3);
    expect([table['lsoa']?.[located], table['source_lsoa']?.[located]]).toEqual(['E01015003', 'E01035003']);
    expect(valueOf(await decodeRecords(bytes, 'r.parquet', CODES, streetEntry))).toEqual(recoded);
    expect(valueOf(await decodeParquet(encodeRecords(recoded, streetEntry), 'r.parquet'))['lsoa']?.[located]).toBe('E01035003');
  });

  it('keep a row that could not be placed without an area, though its source names one', async () => {
    const named = { ...street, sourceCode: street.sourceCode.map((code, row) => (area[row] === -1 ? 'E01033333' : code)) };
    const bytes = encodeRecords(named, streetEntry, CODES);
    expect(valueOf(await decodeRecords(bytes, 'r.parquet', CODES, streetEntry))).toEqual(named);
  });

  it('say in words what DuckDB then counts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'));
    const duckdb = await (await DuckDBInstance.create()).connect();
    writeFileSync(join(folder, 'r.parquet'), encodeRecords(full, entry, CODES));
    const [row] = (await duckdb.runAndReadAll(`
      select count(*) filter (where lsoa is null), count(*) filter (where weekday = 'fri' and hour = 0), count(*) filter (where at_midnight), count(*) filter (where age_band = '90+'),
        count(*) filter (where age_band is null), count(*) filter (where sex = 'male'), count(*) filter (where knife), count(distinct reference), count(*) filter (where subgroup = 'homicide' and month = '2020-12'), max(hour)
      from '${folder}/r.parquet'`)).getRowsJson();
    duckdb.closeSync();
    rmSync(folder, { recursive: true });
    const count = (test: (i: number) => boolean) => Array.from({ length: ROWS }, (_, i) => i).filter(test).length;
    expect(row?.map(Number)).toEqual([
      count((i) => area[i] === -1), count((i) => full.weekdayHour?.[i] === 100 || full.weekdayHour?.[i] === 124), count((i) => (full.weekdayHour?.[i] ?? 0) % 25 === 24), count((i) => full.age?.[i] === 18),
      count((i) => full.age?.[i] === 19), count((i) => full.sex?.[i] === 1), count((i) => ((full.flags?.[i] ?? 0) & 4) > 0), ROWS / 2, count((i) => full.kind[i] === 1 && full.month[i] === 2), 23,
    ]);
  });

  it('are refused with words that the data set does not list, or without a column it promises', async () => {
    const bytes = encodeRecords(street, streetEntry, CODES);
    expect(problemOf(await decodeRecords(bytes, 'r.parquet', CODES, { ...streetEntry, months: ['2019-01', '2019-02'] }))).toMatch(/^r\.parquet, row \d+: Column "month" has "2020-12"/);
    expect(problemOf(await decodeRecords(bytes, 'r.parquet', CODES, { ...streetEntry, kinds: [kind('drugs', null)] }))).toMatch(/Column "crime_type" has/);
    expect(problemOf(await decodeRecords(bytes, 'r.parquet', CODES, entry))).toMatch(/column "\w+" is missing/);
    expect(() => encodeRecords(street, { ...streetEntry, months: [] }, CODES)).toThrow(/has month \d, but there are 0/);
    expect(() => encodeRecords(street, streetEntry, CODES.slice(0, 3))).toThrow(/there are 3 areas/);
  });

  it('become counts and the counts the same records in order', async () => {
    const health = { ...full, weekdayHour: null, day: null, sex: null, flags: null, reference: null, longitude: null, latitude: null };
    const healthEntry = { ...streetEntry, fields: { ...streetEntry.fields, age: true } };
    const bytes = encodeCounts(health, healthEntry, CODES);
    const table = valueOf(await decodeParquet(bytes, 'c.parquet'));
    expect(Object.keys(table)).toEqual(['lsoa', 'age_band', 'month', 'crime_type', 'count']);
    expect(table['count']?.reduce((sum: number, value) => sum + Number(value), 0)).toBe(ROWS);
    const keys = table['lsoa']?.map((code, row) => [code, table['age_band']?.[row], table['month']?.[row], table['crime_type']?.[row]].join());
    expect(new Set(keys).size).toBe(keys?.length);
    const read = valueOf(await decodeCounts(bytes, 'c.parquet', CODES, healthEntry));
    expect(profile(read)).toEqual(profile(health));
    expect(encodeCounts(read, healthEntry, CODES)).toEqual(bytes);
  });
});
