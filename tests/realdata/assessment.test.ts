import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreaDefinition } from '../../geodata/areaDefinition.ts';
import { buildPack } from '../../geodata/pack/buildPack.ts';
import { loadPublications } from '../../geodata/sources/publications.ts';
import type { Assessment, Drawing } from '../../src/model/assessment.ts';
import { openForAssessment } from '../unit/assessment/openedPack.ts';
import { cellAt, cellsOf, figureOf, strayNumbers, unaccounted, valueAt } from '../unit/assessment/reading.ts';
import { readCounty, type RawCounty, type RawRow } from './evaluationByHand.ts';

const RAW = process.env['GEODATA_RAW'] ?? '';
const scratch = mkdtempSync(join(tmpdir(), 'assessment-real-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const [BEDFORD, CENTRAL, LUTON] = ['E06000055', 'E06000056', 'E06000032'] as const;
const BOROUGHS = [BEDFORD, CENTRAL, LUTON];
const VIOLENCE = 'Violence and sexual offences';
const ASB = 'Anti-social behaviour';

let county: RawCounty;
let codes: readonly string[];
let assessment: Assessment;
let km2: ReadonlyMap<string, number>;

/** Two columns of a published CSV without commas inside fields. */
function column(path: string, key: string, value: string): Map<string, number[]> {
  const [header = '', ...lines] = readFileSync(join(RAW, path), 'utf8').split(/\r?\n/).filter((line) => line !== '').map((line) => line.replaceAll('"', ''));
  const [k, v] = [key, value].map((name) => header.split(',').indexOf(name));
  const found = new Map<string, number[]>();
  for (const line of lines) {
    const fields = line.split(',');
    const own = fields[k ?? -1] ?? '';
    found.set(own, [...(found.get(own) ?? []), Number(fields[v ?? -1])]);
  }
  return found;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const inBorough = (row: RawRow, code: string): boolean => county.borough.get(row.area) === code;
const placed = (row: RawRow): boolean => county.borough.has(row.area);
const rowsWhere = (fits: (row: RawRow) => boolean): number => county.rows.filter(fits).length;

/** PHE's rule by counting: how many values are at least as high decides the class from above. */
function quintiles(values: readonly number[]): number[] {
  return values.map((value) => Math.max(1, Math.floor(6 - Math.ceil(values.filter((other) => other >= value).length / (values.length / 5)))));
}

function mapOf(id: string): Extract<Drawing, { kind: 'map' }> {
  const { drawing } = figureOf(assessment, id);
  if (drawing?.kind !== 'map') throw new Error(`${id} has no map`);
  return drawing;
}

beforeAll(async () => {
  if (!existsSync(RAW)) return;
  const out = join(scratch, 'bedfordshire');
  await buildPack({
    definition: await loadAreaDefinition('bedfordshire'), publications: await loadPublications('bedfordshire'), raw: RAW, out, lsoa: '2011', from: null, to: null, hubs: null, nte: null,
    built: '2024-01-01T00:00:00.000Z', onProgress: () => undefined,
  });
  const opened = await openForAssessment(out);
  county = readCounty(RAW);
  codes = opened.pack.areas.code;
  km2 = new Map(codes.map((code, area) => [code, opened.pack.areas.areaKm2[area] ?? NaN]));
  assessment = opened.assess();
}, 120_000);

describe.skipIf(!existsSync(RAW))('the assessment of the real pack, against plain loops over the published files', () => {
  it('draws Figure 6 from Census residents and areas', () => {
    const residents = column('population/census2021_lsoa2021_residents_density.csv', 'LSOA11CD', 'usual_residents_2021');
    const density = codes.map((code) => sum(residents.get(code) ?? []) / (km2.get(code) ?? NaN));
    expect([...mapOf('density-quintiles').classes]).toEqual(quintiles(density).map((quintile) => quintile - 1));
    const of = (code: string): number => sum(codes.flatMap((area) => (county.borough.get(area) === code ? residents.get(area) ?? [] : []))) / sum(codes.flatMap((area) => (county.borough.get(area) === code ? [km2.get(area) ?? NaN] : [])));
    for (const code of BOROUGHS) {
      const cell = cellAt(assessment, `population-by-borough/${code}/density`);
      expect(cell.value).toBeCloseTo(of(code), 6);
      // Published from unrounded areas: 389, 411, 5,196.
      expect(Math.abs((cell.value ?? NaN) / (cell.published?.value ?? NaN) - 1)).toBeLessThan(0.001);
    }
    const persons = county.persons.get(2020) ?? new Map<string, number>();
    expect(valueAt(assessment, 'population-by-borough/county/residents')).toBe(sum([...persons.values()]));
  });

  it('counts Table 2 and draws Figure 7, exactly as published', () => {
    const deciles = column('imd/imd2019_lsoa2011.csv', 'LSOA11CD', 'IMD_decile');
    const quintile = (code: string): number => Math.ceil((deciles.get(code)?.[0] ?? NaN) / 2);
    expect([...mapOf('imd-quintiles').classes]).toEqual(codes.map((code) => quintile(code) - 1));
    for (let each = 1; each <= 5; each += 1) {
      for (const code of BOROUGHS) {
        expect(valueAt(assessment, `imd-quintiles/quintile-${each}/${code}`)).toBe(codes.filter((area) => quintile(area) === each && county.borough.get(area) === code).length);
      }
    }
    const beside = cellsOf(assessment).filter(({ path, cell }) => path.startsWith('imd-quintiles/') && cell.published !== null);
    expect(beside).toHaveLength(29);
    expect(beside.filter(({ cell }) => Math.abs((cell.value ?? NaN) - (cell.published?.value ?? NaN)) > (cell.value !== null && cell.value < 1 ? 0.0005 : 0)).map(({ path }) => path)).toEqual([]);
  });

  it('counts Table 3: boroughs, elsewhere, and incidents apart', () => {
    const path = (row: string, name: string): number => valueAt(assessment, `crimes-by-borough/${row}/${name}`);
    for (const code of BOROUGHS) {
      expect([path(code, 'all'), path(code, 'crimes'), path(code, 'incidents')]).toEqual([
        rowsWhere((row) => inBorough(row, code)), rowsWhere((row) => inBorough(row, code) && row.type !== ASB), rowsWhere((row) => inBorough(row, code) && row.type === ASB),
      ]);
    }
    expect(BOROUGHS.map((code) => path(code, 'all'))).toEqual([52_574, 61_274, 69_269]);
    expect([path('elsewhere', 'all'), path('total', 'all')]).toEqual([6600, 189_717]);
    expect(path(LUTON, 'share')).toBe(69_269 / 189_717);
    expect(cellAt(assessment, `crimes-by-borough/${LUTON}/all`).published?.note).toContain('Published for January 2019 to December 2023 (60 months); ours covers 37 of these 60 months.');
  });

  it('counts Figures 8 and 9: categories by year and by borough', () => {
    const types = [...new Set(county.rows.map(({ type }) => type))];
    expect(types).toHaveLength(14);
    for (const type of types) {
      const id = type.toLowerCase().replaceAll(/[^a-z]+/g, '-');
      const own = county.rows.filter((row) => row.type === type && placed(row));
      expect(valueAt(assessment, `crimes-by-category/${id}/total`)).toBe(own.length);
      for (const year of ['2019', '2021', '2022', '2023']) expect(valueAt(assessment, `crimes-by-category/${id}/year-${year}`)).toBe(own.filter(({ month }) => month.startsWith(year)).length);
      for (const code of BOROUGHS) expect(valueAt(assessment, `crimes-by-borough-and-category/${id}/${code}`)).toBe(own.filter((row) => inBorough(row, code)).length);
    }
    for (const year of ['2019', '2023']) {
      const all = rowsWhere((row) => placed(row) && row.month.startsWith(year));
      const share = rowsWhere((row) => placed(row) && row.month.startsWith(year) && row.type === VIOLENCE) / all;
      expect(valueAt(assessment, `crimes-by-year/year-${year}/share`)).toBe(share);
      // Published 27% and 33%; five months of 2019 are held.
      expect(Math.abs(share - (cellAt(assessment, `crimes-by-year/year-${year}/share`).published?.value ?? NaN))).toBeLessThan(0.01);
    }
  });

  it('draws Figure 10 and counts Table 4', () => {
    const count = codes.map((code) => rowsWhere((row) => row.area === code && row.type === VIOLENCE));
    const classes = quintiles(count);
    expect([...mapOf('violence-count-quintiles').classes]).toEqual(classes.map((quintile) => quintile - 1));
    const top = codes.filter((_, i) => classes[i] === 5);
    expect(BOROUGHS.map((code) => valueAt(assessment, `violence-count-quintiles/${code}/areas`))).toEqual(BOROUGHS.map((code) => top.filter((area) => county.borough.get(area) === code).length));
    expect(valueAt(assessment, 'violence-count-quintiles/county/share')).toBe(sum(count.filter((_, i) => classes[i] === 5)) / sum(count));
    expect(valueAt(assessment, 'violence-count-quintiles/county/share').toFixed(3)).toBe('0.479');
    const wards = figureOf(assessment, 'violence-count-quintiles').tables.find(({ id }) => id === 'wards')?.rows ?? [];
    const expected = new Map<string, number>();
    for (const area of top) {
      const ward = county.ward.get(area) ?? '';
      const name = ward === 'Sharnbrook' || ward === 'Riseley' ? 'Sharnbrook and Riseley' : ward;
      expected.set(name, (expected.get(name) ?? 0) + 1);
    }
    expect(new Map(wards.filter(({ cells }) => cells[2]?.value !== 0).map(({ cells }) => [cells[0]?.text, cells[2]?.value]))).toEqual(expected);
    // Published wards that are not among ours now keep their row, with 0.
    expect(wards.filter(({ cells }) => cells[2]?.value === 0).every(({ cells }) => cells[2]?.published !== null)).toBe(true);
  });

  it('gives crude rates in place of standardised ones, and says what is missing and why', () => {
    const violence = rowsWhere((row) => placed(row) && row.type === VIOLENCE);
    expect(valueAt(assessment, 'violence-crude-rates-by-borough/county/count')).toBe(violence);
    expect(unaccounted(assessment)).toEqual([]);
    const missing = new Set(assessment.missing.map(({ numbers }) => numbers));
    for (const numbers of ['Table 5', 'Figure 11', 'Figure 12', 'Figure 13', 'Figure 14 (months)', 'Figure 15', 'Figure 16', 'Figure 18', 'Table 9', 'Table 10', 'Table 12']) expect(missing).toContain(numbers);
    expect(assessment.missing.find(({ numbers }) => numbers === 'Table 5')?.reason).toContain('does not hold the age of victims');
    expect(assessment.cautions.map(({ id }) => id)).not.toContain('narrower-intervals');
  });

  it('takes every number of its summary from its cells', () => {
    expect(assessment.summary.length).toBeGreaterThanOrEqual(5);
    expect(assessment.summary.flatMap((sentence) => strayNumbers(assessment, sentence))).toEqual([]);
    // Months are held unevenly (four Julys, two Aprils): the sentence goes by averages.
    expect(assessment.summary.find(({ question }) => question === 'when')?.text).toMatch(/^By the average of the months held, the months with most violence are [A-Z]/);
  });
});
