import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCells } from '../../../../src/files/cellsFormat.ts';
import { valueOf } from '../../../../geodata/problem.ts';
import { build, INPUTS, temporaryFolder, writeInputs } from '../pack/miniCounty.ts';
import { ask } from '../synthetic/miniCountry.ts';

/** The street files of the invented county as Parquet, one file a month. */
async function streetAsParquet(where = 'TRUE'): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(INPUTS).filter(([path]) => path.startsWith('police/'))) {
    const csv = join(folder, name.replace('police/', ''));
    await writeFile(csv, text);
    await mkdir(join(folder, 'records'), { recursive: true });
    await ask(`COPY (SELECT "LSOA code" AS lsoa, "Crime type" AS crime_type, "Month" AS month, "Reported by" AS force, CAST("Longitude" AS DOUBLE) AS longitude, CAST("Latitude" AS DOUBLE) AS latitude
      FROM read_csv('${csv}', all_varchar = true) WHERE ${where}) TO '${join(folder, 'records', name.replace('police/', '').replace('.csv', '.parquet'))}' (FORMAT parquet)`);
  }
  return join(folder, 'records');
}

async function cellsOf(out: string) {
  return valueOf(decodeCells(new Uint8Array(await readFile(join(out, 'records/street.cells'))), 'street.cells'));
}

const openForm = (out: string) => ask(`SELECT * FROM '${out}/records/street.parquet' ORDER BY ALL`);

describe('one county\'s records as Parquet', () => {
  it.each(['2011', '2021'] as const)('give the cells and the account that its street files give, on %s LSOAs', async (lsoa) => {
    const raw = await writeInputs();
    const [fromFiles, fromParquet] = [join(await temporaryFolder(), 'midshire'), join(await temporaryFolder(), 'midshire')];
    const expected = await build(raw, fromFiles, { lsoa });
    const found = await build(raw, fromParquet, { lsoa, records: { pattern: await streetAsParquet(), temp: null } });
    expect(await cellsOf(fromParquet)).toEqual(await cellsOf(fromFiles));
    const [one, other] = [expected, found].map(({ manifest }) => manifest.dataSets[0]);
    expect(other?.account).toEqual(one?.account);
    expect(other?.files.map(({ vintage, read, kept }) => [vintage, read, kept])).toEqual(one?.files.map(({ vintage, read, kept }) => [vintage, read, kept]));
    expect(await openForm(fromParquet)).toEqual(await openForm(fromFiles));
    expect(found.unused.filter(({ why }) => why === 'the records come from --records')).toHaveLength(2);
  });

  it('need no street files, and set other forces\' reports aside', async () => {
    const raw = await writeInputs({ 'police/2019-01-midshire-street.csv': null, 'police/2021-05-midshire-street.csv': null });
    const records = await streetAsParquet("\"Month\" = '2021-05'");
    await ask(`COPY (SELECT 'E01900001' AS lsoa, 'Drugs' AS crime_type, '2021-05' AS month, 'Otherton Police' AS force) TO '${records}/other.parquet' (FORMAT parquet)`);
    const { manifest } = await build(raw, join(await temporaryFolder(), 'midshire'), { records: { pattern: records, temp: null } });
    expect(manifest.dataSets[0]?.account).toEqual({ read: 9, kept: 6, setAside: [
      { reason: 'No location', rows: 1, inRecords: true }, { reason: 'Outside the county', rows: 1, inRecords: true }, { reason: 'Reported by another force', rows: 1, inRecords: false },
    ] });
  });
});
