import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { printedTable } from './printed.ts';
import { revisit } from './visit.ts';

const ask = packFiles();
const read = (text: string) => Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;

describe('The CSV', () => {
  test('has the lines of the table, unrounded, and says what it is', () => revisit(async (atlas) => {
    await atlas.filters.pressPreset('Friday and Saturday nights');
    await atlas.filters.chooseBorough('Luton');
    const { name, text } = await atlas.download('table');
    expect(name).toMatch(/^demonstration-.*\.csv$/);
    const rows = read(text);
    const answer = await ask({ records: '(isodow(date) IN (5, 6) AND hour >= 19) OR (isodow(date) IN (6, 7) AND hour < 7)', places: "borough = 'E06000032'" });
    expect(rows.map((row) => row['LSOA name'])).toEqual(printedTable(answer).map((line) => line.name));
    const byCode = new Map(answer.areas.map((area) => [area.code, area]));
    const rate = rateColumn(rows);
    expect(rate).toContain('hours');
    for (const row of rows) {
      const area = byCode.get(row['LSOA code'] ?? '');
      expect(row).toMatchObject({
        Ward: area?.ward, 'Count of offences': String(area?.offences), 'In chosen places': area?.inPlace ? 'yes' : 'no', Class: area?.className,
        [rate]: figure(area?.rate?.value), 'Lower 95% limit': figure(area?.rate?.lower), 'Upper 95% limit': figure(area?.rate?.upper),
        Data: 'Demonstration data: synthetic records', Filter: 'Violence and sexual offences, Fri and Sat 19:00-07:00, Luton, Jan 2019 to Dec 2023',
      });
    }
  }));

  test('gives the reason where there is no rate', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Homicide');
    const rows = read((await atlas.download('header')).text);
    expect(rows).toHaveLength(381);
    expect(new Set(rows.map((row) => row['Why no rate']))).toEqual(new Set(['Fewer than 10 events']));
    expect(new Set(rows.map((row) => row[rateColumn(rows)]))).toEqual(new Set(['too few']));
  }));
});

/** The column of the rate; its title says per whom, and in which hours. */
function rateColumn(rows: readonly Record<string, string>[]): string {
  return Object.keys(rows[0] ?? {}).find((title) => title.startsWith('DSR per 100,000')) ?? 'no such column';
}

/** To two decimals without trailing zeros; no figure where there are too few events: an empty cell could be taken for zero. */
function figure(value: number | undefined): string {
  return value === undefined ? 'too few' : String(Number(value.toFixed(2)));
}
