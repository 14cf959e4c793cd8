import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BuildProblem } from '../../../../geodata/problem.ts';
import { openEngine, sqlOf } from '../../../../geodata/records/engine.ts';
import { findRecordFiles } from '../../../../geodata/records/findFiles.ts';
import { openInput } from '../../../../geodata/records/input.ts';
import { temporaryFolder } from '../pack/miniCounty.ts';
import { ask, buildCountry, OUTSIDE, ROWS, type BuiltCountry } from '../synthetic/miniCountry.ts';

let made: BuiltCountry;
beforeAll(async () => { made = await buildCountry(); });

/** The made pack's records with their force, as any engine could have them. */
const madeRecords = (): string => `SELECT lsoa, crime_type, month, longitude, latitude, regexp_extract(filename, '([a-z]+)\\.parquet', 1) AS force FROM read_parquet('${made.out}/records/street/*.parquet', filename = true)`;

/** Writes the answer of a query as Parquet: one file, or folders by columns. Gives the folder. */
async function writeParquet(query: string, partitionBy: string | null = null): Promise<string> {
  const folder = join(await temporaryFolder(), 'records');
  await mkdir(folder);
  await ask(`COPY (${query}) TO '${partitionBy ? folder : join(folder, 'all.parquet')}' (FORMAT parquet${partitionBy ? `, PARTITION_BY (${partitionBy}), OVERWRITE_OR_IGNORE` : ''}, COMPRESSION zstd)`);
  return folder;
}

const buildFrom = (pattern: string, options: { from?: number; out?: string } = {}) =>
  buildCountry({ records: { pattern, from: options.from ?? null, to: null, temp: null }, ...(options.out ? { out: options.out } : {}) });

/** The rows of a pack's cells, part by part. */
const cellsIn = (pack: BuiltCountry) => Promise.all(pack.parts.map((part) => pack.cellsOf(part)));

const openForm = ({ out }: BuiltCountry) => ask(`SELECT * FROM '${out}/records/street/*.parquet' ORDER BY ALL`);

describe('records as a folder of Parquet files', () => {
  it('give the same pack again, from folders by force and month', async () => {
    const folder = await writeParquet(madeRecords(), 'force, month');
    const again = await buildFrom(`${folder}/**/*.parquet`);
    expect(await cellsIn(again)).toEqual(await cellsIn(made));
    expect(again.entry.account).toEqual(made.entry.account);
    expect(again.parts.map(({ accounts }) => accounts)).toEqual(made.parts.map(({ accounts }) => accounts));
    expect(await openForm(again)).toEqual(await openForm(made));
    expect(again.entry.files.map(({ file }) => file)).toContain('force=east/month=2019-01/data_0.parquet');
  });

  it('give the same pack from one file in any order, whatever its types and whichever way forces and types are written', async () => {
    const folder = await writeParquet(`SELECT latitude, longitude, CAST(month || '-01' AS DATE) AS month, UPPER(force) AS force, 'x' AS unknown, lsoa,
      CASE crime_type WHEN 'anti-social-behaviour' THEN 'Anti-social behaviour' ELSE crime_type END AS "Crime_Type" FROM (${madeRecords()}) ORDER BY md5(concat(lsoa, longitude))`);
    expect(await cellsIn(await buildFrom(folder))).toEqual(await cellsIn(made));
  });

  it('give the same pack aggregated by the SQL for larger engines, in more files than the manifest lists', async () => {
    const engine = await openEngine();
    const aggregated = join(await temporaryFolder(), 'aggregated');
    try {
      const folder = await writeParquet(madeRecords());
      await openInput(await findRecordFiles(folder, engine), folder, engine);
      await engine.run(await sqlOf('01_standard'));
      const sql = (await sqlOf('aggregate')).replace(/;\s*$/, '');
      await engine.run(`COPY (${sql}) TO '${aggregated}' (FORMAT parquet, PARTITION_BY (month, crime_type))`);
    } finally {
      await engine.close();
    }
    const again = await buildFrom(aggregated);
    expect(await cellsIn(again)).toEqual(await cellsIn(made));
    expect(again.entry.account).toEqual(made.entry.account);
    expect(again.entry.files.map(({ read, kept }) => [read, kept])).toEqual([[ROWS, made.entry.account.kept]]);
    expect(again.entry.files[0]?.file).toMatch(/^\d{3} files, month=2019-01/);
  });

  it('keep the months chosen and count the others', async () => {
    const folder = await writeParquet(madeRecords());
    const later = await buildFrom(folder, { from: 2019 * 12 + 6 });
    expect(later.entry.months).toEqual(made.entry.months.slice(6));
    const [[before] = []] = await ask(`SELECT COUNT(*) FROM '${folder}/*.parquet' WHERE month < '2019-07'`);
    expect(later.entry.account.setAside).toContainEqual({ reason: 'Outside the chosen months', rows: Number(before), inRecords: false });
    expect(later.entry.account.read).toBe(ROWS);
  });

  it('count every row that cannot be used under its reason', async () => {
    const [area] = (await cellsIn(made)).flatMap(({ areaCodes }) => areaCodes).slice(-1);
    const good = { lsoa: `'${area}'`, crime_type: "'drugs'", month: "'2020-02'", force: "'west'", count: '2', longitude: '-0.1', latitude: '52.2' };
    const rows: Partial<Record<keyof typeof good, string>>[] = [
      {}, { count: '1', longitude: '8' }, { count: '0', month: "'2020-01'" }, { crime_type: "'arson'" }, { crime_type: 'NULL' }, { month: "'2020-13'" }, { month: 'NULL' }, { month: "'202002'" }, { count: 'NULL' }, { count: '-3' },
      { lsoa: 'NULL', longitude: 'NULL', latitude: 'NULL' }, { lsoa: "' '" }, { lsoa: "'S01000001'" }, { lsoa: 'NULL', force: "'south'" }, { lsoa: "'S01000001'", force: 'NULL' }, { force: "'south'" },
    ];
    const folder = await writeParquet(rows.map((row) => `SELECT ${Object.entries({ ...good, ...row }).map(([name, value]) => `CAST(${value} AS ${name === 'count' ? 'INTEGER' : name.endsWith('tude') ? 'DOUBLE' : 'VARCHAR'}) AS "${name}"`).join(', ')}`).join(' UNION ALL '));
    const pack = await buildFrom(folder);
    // 15 rows of 2 records but: one of 1, one of 0, and two whose number is no number, which count as 1.
    expect(pack.entry.account).toEqual({
      read: 27, kept: 5, setAside: [
        { reason: 'Month missing or not a month', rows: 6, inRecords: false },
        { reason: 'Neither an area of the pack nor a police force of it', rows: 4, inRecords: false },
        { reason: 'Unknown crime type', rows: 4, inRecords: false },
        { reason: 'Count that is not a whole number', rows: 2, inRecords: false },
        { reason: 'No LSOA code, though a point is given', rows: 2, inRecords: true },
        { reason: 'No location', rows: 2, inRecords: true },
        { reason: OUTSIDE, rows: 2, inRecords: true },
      ],
    });
    expect(pack.entry.months).toEqual(['2020-01', '2020-02']);
    expect(pack.entry.caveats).toContain('1 records carry a point that cannot lie in the United Kingdom. The records are kept by their LSOA code, their points are left out.');
    const west = pack.parts.findIndex(({ id }) => id === 'west');
    expect(pack.parts.map(({ accounts }) => accounts['street']?.read)).toEqual([4, 0, 0, 23]);
    expect([...(await cellsIn(pack))[west]?.offsets ?? []].slice(-4)).toEqual([0, 5, 9, 11]);
    expect(await ask(`SELECT lsoa, COUNT(*), COUNT(longitude) FROM '${pack.out}/records/street/west.parquet' GROUP BY lsoa ORDER BY lsoa`)).toEqual([['S01000001', '2', '2'], [area, '5', '4'], [null, '4', '2']]);
  });

  it('need no points', async () => {
    const folder = await writeParquet(`SELECT lsoa, crime_type, month, force FROM (${madeRecords()})`);
    const pack = await buildFrom(folder);
    expect(await cellsIn(pack)).toEqual(await cellsIn(made));
    expect((await ask(`DESCRIBE SELECT * FROM '${pack.out}/records/street/west.parquet'`)).map(([name]) => name)).toEqual(['lsoa', 'crime_type', 'month']);
  });
});

/** What stopped the build; nothing may stand where the pack would, unless it stood there before. */
async function problemOf(pattern: string, out?: string): Promise<BuildProblem['problem']> {
  const target = out ?? join(await temporaryFolder(), 'island');
  const error: unknown = await buildFrom(pattern, { out: target }).then(() => null, (reason: unknown) => reason);
  if (!(error instanceof BuildProblem)) throw error ?? new Error('nothing was wrong');
  expect(out !== undefined || !existsSync(target)).toBe(true);
  return error.problem;
}
const columns = (change: string): string => `SELECT ${change} FROM (SELECT 'X01000001' AS lsoa, 'drugs' AS crime_type, '2020-01' AS month)`;

describe('records that cannot be read', () => {
  it.each([
    ['no column', columns('lsoa, month'), 'The records have no column "crime_type"', 'Columns found: lsoa, month.'],
    ['a wrong type', columns('lsoa, crime_type, 202001 AS month'), 'The column "month" is of type INTEGER, expected text such as 2023-01, or a date', 'lists the columns'],
    ['a count in words', columns("*, 'two' AS count"), 'The column "count" is of type VARCHAR, expected a whole number', 'lists the columns'],
    ['half a point', columns('*, 0.5 AS longitude'), 'Only one of the columns "longitude" and "latitude" is there', 'lists the columns'],
    ['no month', columns("lsoa, crime_type, 'May' AS month"), 'No row of the records has a month', 'Write months as 2023-01'],
    ['no area', columns("'E01000001' AS lsoa, crime_type, month"), 'No record lies in an area of the pack', 'Check that the column "lsoa"'],
  ])('stop the builder: %s', async (_what, query, what, remedy) => {
    const problem = await problemOf(await writeParquet(query));
    expect(problem.what).toBe(what);
    expect(problem.remedy).toContain(remedy);
  });

  it('stop the builder: no files, files that are none, files that do not go together', async () => {
    const empty = await temporaryFolder();
    expect((await problemOf(`${empty}/**/*.parquet`)).what).toBe('There are no Parquet files of records');
    await writeFile(join(empty, 'a.parquet'), 'lsoa,month');
    const { what, where, remedy } = await problemOf(empty);
    expect([what.startsWith('The records cannot be read: '), where, remedy.startsWith('Write every file as Parquet')]).toEqual([true, empty, true]);
    const mixed = await writeParquet(columns('lsoa, crime_type, month'));
    await ask(`COPY (${columns('lsoa, crime_type, [month] AS month')}) TO '${mixed}/b.parquet' (FORMAT parquet)`);
    expect((await problemOf(mixed)).what).toBe('The column "month" is of type VARCHAR[], expected text such as 2023-01, or a date');
  });

  it('leave the previous pack as it was', async () => {
    const { out, manifest } = await buildCountry({ records: { rows: 100, months: 2 } });
    await problemOf(await writeParquet(columns('lsoa')), out);
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest);
  });

});
