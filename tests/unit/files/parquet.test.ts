import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeParquet, encodeParquet, type ParquetColumn } from '../../../src/files/parquet.ts';
import { randomNumbers } from './shapes.ts';

const ROWS = 200_000;
const random = randomNumbers(5);
const some = <T>(make: (i: number) => T) => Array.from({ length: ROWS }, (_, i) => make(i));
const words = some(() => `E0${Math.floor(random() * 400)}`);
const hours = some((i) => (i % 11 === 0 ? null : Math.floor(random() * 24)));
const dates = Int32Array.from(some(() => 17_897 + Math.floor(random() * 1826)));
const flags = some((i) => (i % 13 === 0 ? null : random() < 0.3));
const longitudes = Float64Array.from(some((i) => (i % 17 === 0 ? NaN : -0.4 + random() / 10)));
const COLUMNS: readonly ParquetColumn[] = [
  { name: 'lsoa', type: 'string', values: words },
  { name: 'hour', type: 'int32', values: hours },
  { name: 'date', type: 'date', values: dates },
  { name: 'flag', type: 'boolean', values: flags },
  { name: 'longitude', type: 'double', values: longitudes },
];
const given = (values: ArrayLike<number | null>) => Array.from(values).filter((value): value is number => value !== null && !Number.isNaN(value));
const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

let folder = '';
let duckdb: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  duckdb = await (await DuckDBInstance.create()).connect();
  writeFileSync(join(folder, 'ours.parquet'), encodeParquet(COLUMNS));
});
afterAll(() => {
  duckdb.closeSync();
  rmSync(folder, { recursive: true });
});
const ask = async (sql: string) => (await duckdb.runAndReadAll(sql.replaceAll('$F', folder))).getRowsJson();

async function tableOf(bytes: Uint8Array, columns?: string[]): Promise<Record<string, unknown[]>> {
  const read = await decodeParquet(bytes, 'test.parquet', columns);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
}

async function problemOf(bytes: Uint8Array, columns?: string[]): Promise<string> {
  const read = await decodeParquet(bytes, 'test.parquet', columns);
  if (read.ok) throw new Error('The file was read.');
  expect(read.problem.where).toBe('test.parquet');
  return read.problem.what;
}

describe('what encodeParquet writes', () => {
  it('gives DuckDB the same sums, counts and types', async () => {
    const [row] = await ask(`select count(*), sum(hour), count(hour), count(distinct lsoa), count(flag), sum(flag::int), count(longitude), sum(longitude), min(date), max(date) from '$F/ours.parquet'`);
    expect(row?.slice(0, 7)).toEqual([
      ROWS, sum(given(hours)), given(hours).length, new Set(words).size, flags.filter((flag) => flag !== null).length, flags.filter((flag) => flag === true).length, given(longitudes).length,
    ].map(String));
    expect(Number(row?.[7])).toBeCloseTo(sum(given(longitudes)), 6);
    expect(row?.slice(8)).toEqual([day(Math.min(...new Set(dates))), day(Math.max(...new Set(dates)))]);
    const types = await ask(`describe select * from '$F/ours.parquet'`);
    expect(types.map(([name, type]) => [name, type])).toEqual([['lsoa', 'VARCHAR'], ['hour', 'INTEGER'], ['date', 'DATE'], ['flag', 'BOOLEAN'], ['longitude', 'DOUBLE']]);
  });

  it('is compressed, in several row groups, with dictionaries for words', async () => {
    const [groups] = await ask(`select count(distinct row_group_id) from parquet_metadata('$F/ours.parquet')`);
    expect(groups).toEqual(['2']);
    const columns = await ask(`select distinct path_in_schema, compression, encodings from parquet_metadata('$F/ours.parquet') where path_in_schema = 'lsoa'`);
    expect(JSON.stringify(columns)).toMatch(/SNAPPY.*DICTIONARY/);
  });

  it('comes back as it went in, missing values as null', async () => {
    const table = await tableOf(encodeParquet(COLUMNS));
    expect(table['lsoa']).toEqual(words);
    expect(table['hour']).toEqual(hours);
    expect(table['date']).toEqual([...dates]);
    expect(table['flag']).toEqual(flags);
    expect(table['longitude']).toEqual(Array.from(longitudes, (value) => (Number.isNaN(value) ? null : value)));
  });

  it('is the same for the same columns', () => {
    expect(Buffer.compare(encodeParquet(COLUMNS), encodeParquet(COLUMNS))).toBe(0);
  });

  it('may have no rows', async () => {
    const bytes = encodeParquet(COLUMNS.map(({ name }) => ({ name, type: 'string', values: [] })));
    expect(await tableOf(bytes)).toEqual({ lsoa: [], hour: [], date: [], flag: [], longitude: [] });
    writeFileSync(join(folder, 'none.parquet'), bytes);
    expect(await ask(`select count(*) from '$F/none.parquet'`)).toEqual([['0']]);
  });

  it('refuses columns of unequal length and values that do not fit', () => {
    expect(() => encodeParquet([{ name: 'a', type: 'int32', values: [1] }, { name: 'b', type: 'int32', values: [1, 2] }])).toThrow(/"b" has 2 values, expected 1/);
    expect(() => encodeParquet([{ name: 'a', type: 'int32', values: [0, 1.5] }])).toThrow(/Row 1: 1.5 does not fit column "a"/);
    expect(() => encodeParquet([{ name: 'a', type: 'int32', values: [2 ** 31] }])).toThrow(/does not fit/);
  });
});

describe('decodeParquet', () => {
  it('reads what DuckDB writes, 64-bit whole numbers as numbers', async () => {
    await ask(`copy (select lsoa, hour::bigint as hour, date, date::timestamp as moment from '$F/ours.parquet') to '$F/theirs.parquet' (format parquet)`);
    const table = await tableOf(readFileSync(join(folder, 'theirs.parquet')));
    expect(table['hour']).toEqual(hours);
    expect(table['date']).toEqual([...dates]);
    expect(table['moment']?.[0]).toEqual(new Date((dates[0] ?? 0) * 86_400_000));
  });

  it('reads only the columns asked for', async () => {
    expect(Object.keys(await tableOf(encodeParquet(COLUMNS), ['date', 'lsoa'])).toSorted()).toEqual(['date', 'lsoa']);
  });

  it('says which columns are missing and which there are', async () => {
    expect(await problemOf(encodeParquet(COLUMNS), ['lsoa', 'month', 'sex'])).toBe('Columns missing: month, sex.');
  });

  it('refuses whole numbers that a double cannot hold, other compressions, other and truncated files', async () => {
    await ask(`copy (select 9007199254740993::bigint as big) to '$F/big.parquet' (format parquet)`);
    expect(await problemOf(readFileSync(join(folder, 'big.parquet')))).toMatch(/"big" holds 9007199254740993, too large/);
    await ask(`copy (select 1 as a) to '$F/zstd.parquet' (format parquet, compression zstd)`);
    expect(await problemOf(readFileSync(join(folder, 'zstd.parquet')))).toMatch(/ZSTD/);
    expect(await problemOf(new Uint8Array(3))).toMatch(/cannot be read as Parquet/);
    const bytes = encodeParquet(COLUMNS);
    expect(await problemOf(bytes.subarray(0, bytes.length / 2))).toMatch(/cannot be read as Parquet/);
    const damaged = bytes.slice();
    damaged.fill(0xff, 1000, 3000);
    expect(await problemOf(damaged)).toMatch(/cannot be read as Parquet/);
  });

  it('reads a view into a larger buffer', async () => {
    const bytes = encodeParquet([{ name: 'a', type: 'int32', values: [1, 2] }]);
    const larger = Buffer.concat([Buffer.from('xyz'), bytes, Buffer.from('xyz')]);
    expect(await tableOf(larger.subarray(3, 3 + bytes.length))).toEqual({ a: [1, 2] });
  });
});
