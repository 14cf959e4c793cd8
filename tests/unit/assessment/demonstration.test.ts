import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemonstrationPack } from '../../../geodata/demo/build.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { byArea, groupOf, inHours, readAreas, readRows, type Area, type Row } from '../worker/demonstrationByHand.ts';
import { openForAssessment, type Opened } from './openedPack.ts';
import { cellAt, cellsOf, everyNumber, figureOf, figuresOf, strayNumbers, unaccounted, valueAt } from './reading.ts';

const scratch = mkdtempSync(join(tmpdir(), 'assessment-'));
const out = join(scratch, 'bedfordshire');
const BOROUGHS = ['E06000055', 'E06000056', 'E06000032'] as const;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

let opened: Opened;
let whole: Assessment;
let areas: readonly Area[];
const rows = new Map<string, readonly Row[]>();

beforeAll(async () => {
  await buildDemonstrationPack({ areaId: 'bedfordshire', out, onProgress: () => undefined });
  opened = await openForAssessment(out);
  whole = opened.assess();
  areas = readAreas();
  for (const { id, table } of opened.pack.manifest.dataSets.filter(({ kind }) => kind !== 'street')) rows.set(id, await readRows(out, table));
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const rowsOf = (id: string): readonly Row[] => rows.get(id) ?? [];
/** Rows that count an event: one for each reference. */
function events(id: string): Row[] {
  const seen = new Set<number>();
  return rowsOf(id).filter(({ reference }) => {
    if (reference === undefined) return true;
    if (seen.has(reference)) return false;
    return seen.add(reference) !== undefined;
  });
}
const total = (some: readonly Row[]): number => some.reduce((sum, { count }) => sum + (count ?? 1), 0);

describe('the published list', () => {
  it('stands whole in figures or in what is missing', () => {
    expect(unaccounted(whole)).toEqual([]);
    expect(unaccounted({ ...whole, missing: [] })).toEqual(['Figure 26']);
  });

  it('finds a cell for every published value', () => {
    const shown = new Set(cellsOf(whole).filter(({ cell }) => cell.published !== null).map(({ path }) => path));
    const values = opened.pack.published?.values ?? [];
    expect(values.length).toBeGreaterThan(300);
    expect(values.filter(({ key }) => !shown.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('is reproduced within the tolerances of the pack’s own check', () => {
    const far = cellsOf(whole).flatMap(({ path, cell: { value, published } }) => {
      if (published === null) return [];
      const gap = Math.abs((value ?? Number.NaN) - published.value);
      return gap <= toleranceOf(path, published.value) ? [] : [`${path}: ${value} against ${published.value}`];
    });
    expect(far).toEqual([]);
  });
});

/** As `geodata verify` has them; what that only informs about has the width of what is known. */
function toleranceOf(path: string, published: number): number {
  const [figure = '', , column = ''] = path.split('/');
  // Other years: mean of 2017 to 2020 against mid-2022.
  if (figure === 'population-by-borough') return column === 'density' ? 2 : 0.1 * published;
  // The published edges are of the Census's own list of areas, rounded otherwise; ours are fifths of this pack.
  if (figure === 'density-quintiles') return 0.06 * published;
  // Years before the populations held: "up to 7% below".
  if (figure.startsWith('admissions-rates') && column === 'dsr') return 0.075 * published;
  if (path === 'attendances-by-imd-quintile/two-most-deprived/share') return 0.05;
  if (column === 'dsr') return (figure.endsWith('decile') ? 0.1 : figure.startsWith('attendances') ? 0.02 : 0.01) * published;
  if (figure.endsWith('rates-by-area')) return 10;
  // Two printed cells of Figure 14, and two of its days, are one too many for its own totals.
  if (figure === 'violence-by-weekday-hour') return 1;
  if (column === 'share' || column === 'female-share' || column === 'domestic-abuse' || column === 'hate') return path.startsWith('violence-by-type/violence-with-injury') ? 0.01 : 0.005;
  return column === 'per-weekend' ? 0.05 : 0;
}

describe('figures against plain loops over the open files', () => {
  it('counts Figure 14: months by borough, weekdays by hours', () => {
    const offences = events('police-recorded');
    const borough = new Map(areas.map((area) => [area.code, area.borough]));
    for (let month = 1; month <= 12; month += 1) {
      for (const code of BOROUGHS) {
        const own = offences.filter((row) => borough.get(row.lsoa ?? '') === code && Number(row.month.slice(5)) === month).length;
        expect(valueAt(whole, `violence-by-month/month-${month}/${code}`)).toBe(own);
      }
    }
    for (const day of DAYS) {
      for (const from of [0, 4, 8, 12, 16, 20]) {
        expect(valueAt(whole, `violence-by-weekday-hour/hours-${from}/${day}`)).toBe(offences.filter((row) => row.weekday === day && (row.hour ?? -1) >= from && (row.hour ?? -1) < from + 4).length);
      }
    }
    const placed = offences.filter((row) => borough.has(row.lsoa ?? ''));
    const midnight = placed.filter((row) => row.at_midnight === true).length;
    expect(valueAt(whole, 'violence-by-weekday-hour/midnight/share-of-placed')).toBe(midnight / placed.length);
    expect(figureOf(whole, 'violence-by-weekday-hour').finding).toContain(`${(midnight / placed.length * 100).toFixed(1)}% of those placed are stored at exactly 00:00`);
  });

  // Rates of data sets with a disclosure threshold are given to one decimal.
  it.each([['violence', 'police-recorded', (rate: number) => rate], ['attendances', 'ae-attendances', (rate: number) => Math.round(rate * 10) / 10]] as const)('standardises %s by borough and deprivation decile', (prefix, id, given) => {
    const grouped = byArea(rowsOf(id), areas);
    const months = opened.pack.manifest.dataSets.find((entry) => entry.id === id)?.months.length ?? 0;
    const same = (path: string, members: readonly Area[]): void => {
      const own = groupOf(members, grouped, months, 95).dsr;
      const cell = cellAt(whole, path);
      expect(cell.value).toBeCloseTo(given(own.value), 6);
      expect(cell.lower).toBeCloseTo(given(own.lower), 6);
      expect(cell.upper).toBeCloseTo(given(own.upper), 6);
    };
    for (const code of BOROUGHS) same(`${prefix}-rates-by-borough/${code}/dsr`, areas.filter(({ borough }) => borough === code));
    const decile = new Map(opened.pack.areas.code.map((code, area) => [code, opened.pack.areas.imdDecile[area]]));
    for (let each = 1; each <= 10; each += 1) same(`${prefix}-rates-by-imd-decile/decile-${each}/dsr`, areas.filter(({ code }) => decile.get(code) === each));
  });

  it('counts callouts of the top areas, hotspots and their weekends', () => {
    const year = rowsOf('ambulance').filter(({ month }) => month.startsWith('2023'));
    const counts = areas.map(({ code }) => total(year.filter(({ lsoa }) => lsoa === code))).toSorted((a, b) => b - a);
    const top = counts.filter((count) => count >= (counts[9] ?? 0));
    expect(valueAt(whole, 'ambulance-top-areas/top/count')).toBe(top.reduce((a, b) => a + b, 0));
    expect(cellAt(whole, 'ambulance-top-areas/top/area').text).toBe(`${top.length} areas`);
    const luton = new Set(opened.pack.areas.code.filter((_, area) => opened.pack.areas.nteHotspot[area] === 'luton'));
    const nights = rowsOf('nte-profile').filter((row) => luton.has(row.lsoa ?? '') && row.crime_type !== 'anti-social-behaviour' && inHours(row, DAYS, 19, 7));
    expect(valueAt(whole, 'night-time-hotspots/luton/offences')).toBe(nights.length);
    const weekend = nights.filter((row) => inHours(row, ['fri', 'sat'], 19, 7)).length;
    let saturdays = 0;
    for (let day = Date.UTC(2021, 4, 1); day < Date.UTC(2022, 10, 1); day += 86_400_000) saturdays += new Date(day).getUTCDay() === 6 ? 1 : 0;
    expect(valueAt(whole, 'night-time-hotspots/luton/per-weekend')).toBeCloseTo(weekend / saturdays, 10);
  });
});

describe('what is withheld', () => {
  it('is never added, printed or drawn', () => {
    expect(everyNumber([whole.sections, whole.summary, whole.cautions]).filter((number) => number >= SUPPRESSED / 2)).toEqual([]);
    expect(figuresOf(whole).filter(({ finding, caveat }) => /4,294,967|42949672/.test(`${finding} ${caveat}`)).map(({ id }) => id)).toEqual([]);
    const withheld = cellsOf(whole).filter(({ cell }) => cell.text === 'Withheld');
    expect(withheld.length).toBeGreaterThan(10);
    expect(withheld.filter(({ cell }) => cell.value !== null || cell.lower !== null)).toEqual([]);
  });

  it('cannot be had by taking the boroughs of a month from its total', () => {
    const [table] = figureOf(whole, 'ambulance-by-month').tables;
    const months = table?.rows.filter(({ total: sum }) => !sum).map((row) => row.cells.slice(1, 4).map(({ text }) => text === 'Withheld')) ?? [];
    const hidden = months.filter((row) => row.some(Boolean));
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.filter((row) => !row.every(Boolean))).toEqual([]);
    const small = areasSmall();
    expect(small.length).toBeGreaterThan(0);
    small.forEach((month) => expect(cellAt(whole, `ambulance-by-month/month-${month}/E06000056`).text).toBe('Withheld'));
  });
});

/** Months of 2023 in which Central Bedfordshire had one to four callouts. */
function areasSmall(): number[] {
  const members = new Set(areas.filter(({ borough }) => borough === 'E06000056').map(({ code }) => code));
  return Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => {
    const count = total(rowsOf('ambulance').filter((row) => members.has(row.lsoa ?? '') && row.month === `2023-${String(month).padStart(2, '0')}`));
    return count >= 1 && count <= 4;
  });
}

describe('words', () => {
  it('take every number of the summary from the cells they name', () => {
    expect(whole.summary.length).toBeGreaterThan(12);
    expect(new Set(whole.summary.map(({ question }) => question))).toEqual(new Set(['what', 'where', 'when', 'who']));
    expect(whole.summary.flatMap((sentence) => strayNumbers(whole, sentence).map((number) => `${number} in "${sentence.text}"`))).toEqual([]);
    expect(whole.summary.filter(({ from }) => from.length === 0)).toEqual([]);
    // The check itself finds a number that no cell has.
    const [first] = whole.summary;
    expect(first && strayNumbers(whole, { ...first, text: `${first.text} And 12,345.` })).toEqual(['12,345']);
  });

  it('give every figure a finding, a method and a source, and its cells names of their own', () => {
    const figures = figuresOf(whole);
    expect(figures.filter(({ finding, method, source }) => !/^.{20,}\.$/s.test(finding) || method.length < 20 || source.length < 20).map(({ id }) => id)).toEqual([]);
    expect(figures.filter(({ finding }) => /NaN|undefined|null|Infinity|–/.test(finding)).map(({ finding }) => finding)).toEqual([]);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    const paths = cellsOf(whole).map(({ path }) => path);
    expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
    expect(figures.flatMap(({ tables }) => tables).filter(({ columns, rows: own }) => own.some(({ cells }) => cells.length !== columns.length)).map(({ id }) => id)).toEqual([]);
  });

  it('explain the published intervals once, with arithmetic that holds', () => {
    const cautions = whole.cautions.filter(({ id }) => id === 'narrower-intervals');
    expect(cautions).toHaveLength(1);
    expect(cautions[0]?.paragraphs.join(' ')).toContain(`Bedfordshire: 1.96 / √5,616 × 161.2 = ${(1.959964 / Math.sqrt(5616) * 161.2).toFixed(1)}, published ${((162.9 - 159.5) / 2).toFixed(1)}`);
    expect(whole.cautions.flatMap(({ paragraphs }) => paragraphs).join(' ')).toContain('92,898; its printed total is 92,896');
  });
});

describe('the reader’s choices', () => {
  it('answer for a period, and for a data set’s own where it has none of it', () => {
    const year = opened.assess({ period: { from: '2023-01', to: '2023-12' } });
    expect(year.period).toBe('January 2023 to December 2023');
    expect(unaccounted(year)).toEqual([]);
    const offences = events('police-recorded').filter(({ month, lsoa }) => month.startsWith('2023') && areas.some(({ code }) => code === lsoa)).length;
    expect(valueAt(year, 'violence-rates-by-borough/county/count')).toBe(offences);
    expect(cellAt(year, 'violence-rates-by-borough/county/dsr').published?.note).toContain('Published for January 2019 to December 2023 (60 months); ours covers 12 of these 60 months.');
    expect(figureOf(year, 'attendances-rates-by-borough').method).toContain('The data set holds none of the chosen months and answers for its own: April 2016 to March 2021.');
    expect(valueAt(year, 'attendances-rates-by-borough/county/count')).toBe(5616);
    expect(year.cautions.find(({ id }) => id === 'periods')?.paragraphs).toContain('A&E attendances after assault: April 2016 to March 2021; it holds none of the months chosen.');
    expect(year.summary.find(({ text }) => text.includes('A&E attendances after assault than'))?.text).toContain('(2016/17 to 2020/21)');
    expect(cellAt(year, 'crimes-by-year/year-2023/share').published?.note).not.toContain('Published for');
    expect(year.summary.flatMap((sentence) => strayNumbers(year, sentence))).toEqual([]);
  });

  it('widen limits at 99.8%, and say what FDR does', () => {
    const strict = opened.assess({ confidence: 99.8 });
    const [usual, wide] = [cellAt(whole, 'violence-rates-by-borough/county/dsr'), cellAt(strict, 'violence-rates-by-borough/county/dsr')];
    expect((wide.upper ?? 0) - (wide.lower ?? 0)).toBeGreaterThan(1.4 * ((usual.upper ?? 0) - (usual.lower ?? 0)));
    expect(wide.published?.note).toContain('The published limits are at 95%.');
    expect(valueAt(strict, 'violence-rates-by-area/higher/total')).toBeLessThan(valueAt(whole, 'violence-rates-by-area/higher/total'));
    const flag = cellAt(strict, 'violence-flags/knife/share');
    expect((flag.upper ?? 0) - (flag.lower ?? 0)).toBeGreaterThan(1.4 * ((cellAt(whole, 'violence-flags/knife/share').upper ?? 0) - (cellAt(whole, 'violence-flags/knife/share').lower ?? 0)));
    const fdr = opened.assess({ confidence: 'fdr' });
    expect(figureOf(fdr, 'violence-rates-by-area').method).toContain('Benjamini-Hochberg');
    expect(cellAt(fdr, 'violence-rates-by-area/chance/total').text).toBe('Held to 5% of those marked');
  });
});
