import { describe, expect, it } from 'vitest';
import { areasCsv } from '../../../src/features/explore/exportAreas.ts';
import { REASON } from '../../../src/model/measures.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';
import { evaluationOf } from '../map/scene.ts';

/** Lines as lists of cells; the sample has no quotes inside quotes. */
function read(text: string): string[][] {
  return text.replace('\uFEFF', '').trimEnd().split('\r\n').map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
}

describe('areasCsv', () => {
  const evaluation = evaluationOf({
    columns: { count: [2237, 20, SUPPRESSED, 3, 0], rate: [19_973.456, 900, Number.NaN, Number.NaN, Number.NaN], rateClass: [4, 3, 1, 1, 1], rateReason: [0, 0, REASON.belowThreshold, REASON.fewerThan10, REASON.fewerThan10], inPlace: [1, 1, 1, 0, 0] },
    selection: { boroughs: ['E06000032'] },
  });
  const [header = [], ...rows] = read(areasCsv(samplePack(), STREET, evaluation, 'rate'));
  const column = (title: string) => rows.map((row) => row[header.indexOf(title)]);

  it('has every area once, under as many headings as cells', () => {
    expect(new Set(column('LSOA code'))).toEqual(new Set(samplePack().areas.code));
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  it('gives the figures of the answer, and a word with a reason where there are none', () => {
    expect(rows[0]?.slice(0, 9)).toEqual(['E01000001', 'Luton 001A', 'South', 'Luton', 'yes', '2237', '19973.46', '19973.46', '19973.46']);
    const withheld = rows.find(([code]) => code === 'E01000003') ?? [];
    expect([withheld[header.indexOf('Count of crimes')], withheld[header.indexOf('Upper 95% limit')], withheld[header.indexOf('Why no rate')]]).toEqual(['withheld', 'withheld', 'Withheld under the disclosure threshold']);
    expect(column('Crude rate per 100,000 residents a year')).toEqual(['19973.46', '900', 'withheld', 'too few', 'too few']);
    expect(column('Count of crimes')).not.toContain(String(SUPPRESSED));
  });

  it('says in every row what was asked of which data, and that it is a demonstration', () => {
    expect(new Set(column('Filter'))).toEqual(new Set(['All crimes without anti-social behaviour, Luton, May 2021 to Dec 2023']));
    expect(new Set(column('Data'))).toEqual(new Set(['Demonstration data: synthetic records']));
    expect(column('In chosen places')).toEqual(['yes', 'yes', 'yes', 'no', 'no']);
  });

  it('names offences and victims apart where rows are victims', () => {
    const [names = []] = read(areasCsv(samplePack(), POLICE, evaluationOf({ dataSet: 'police-recorded' }), 'dsr'));
    expect(names).toEqual(expect.arrayContaining(['Count of offences', 'Victims of known age', 'DSR per 100,000 residents a year']));
  });

  it('says how the rate was made: method, level, what it counts, hours, months, population, times of 00:00', () => {
    const nights = { ...evaluationOf({ dataSet: 'police-recorded', selection: { days: [4, 5] }, hoursOfWeek: 24, confidence: 99.8 }), atMidnight: 59 };
    const [names = [], first = []] = read(areasCsv(samplePack(), POLICE, nights, 'dsr'));
    const cell = (title: string) => first[names.indexOf(title)];
    expect(names).toEqual(expect.arrayContaining(['DSR per 100,000 residents a year in these hours', 'Lower 99.8% limit', 'Benchmark (Bedfordshire)']));
    expect(cell('Method')).toBe('Directly standardised rate (European Standard Population 2013), counts victims of known age; 99.8% limits: Dobson with Byar\'s approximation');
    expect([cell('Population'), cell('Months'), cell('Times at 00:00')]).toEqual(['Population: made up', '60 months, all held', '59% have the time 00:00, often not known']);
  });

  it('names the areas covered as the benchmark of a night-time profile, and leaves no cell of an area outside it empty', () => {
    const profile = { ...POLICE, kind: 'nte-profile' } as const;
    const uncovered = evaluationOf({ columns: { rateReason: [0, 5, 5, 5, 5], rate: [1000, Number.NaN, Number.NaN, Number.NaN, Number.NaN] } });
    const [names = [], , second = []] = read(areasCsv(samplePack(), profile, uncovered, 'rate'));
    expect(names).toContain('Benchmark (the areas covered)');
    expect([second[names.indexOf('Count of offences')], second[names.indexOf('Class')], second[names.indexOf('Why no rate')]]).toEqual(['not covered', 'Not covered', 'Not covered by the data set']);
  });

  it('has a word in every cell, and the night-time hotspot an area lies in', () => {
    const pack = samplePack();
    const holes = { ...pack, areas: { ...pack.areas, imdDecile: Float64Array.of(1, Number.NaN, 5, 7, 10), ward: ['South', '', 'North', 'Castle', 'Castle'] } };
    const gaps = { ...evaluation, areas: { ...evaluation.areas, personYears: Float64Array.of(2000, 2000, 2000, Number.NaN, 0) } };
    const [names = [], ...cells] = read(areasCsv(holes, STREET, gaps, 'rate'));
    expect(cells.flatMap((row) => row.map((cell, index) => [row[0], names[index], cell])).filter(([, , cell]) => cell === '')).toEqual([]);
    const of = (title: string) => cells.toSorted(([a = ''], [b = '']) => a.localeCompare(b)).map((row) => row[names.indexOf(title)]);
    expect(of('IMD decile')).toEqual(['1', 'no data', '5', '7', '10']);
    expect(of('Person-years')).toEqual(['2000', '2000', '2000', 'no data', '0']);
    expect(of('Night-time hotspot')).toEqual(['Luton town centre', 'none', 'none', 'none', 'none']);
    expect(of('Why no rate')[0]).toBe('Rate given');
  });

  it('gives the share of the borough, and withholds it with what it is made of', () => {
    const group = { count: 100, rate: evaluation.county.rate, dsr: null };
    const shared = { ...evaluation, boroughs: { E06000032: { ...group, count: 8000 }, E06000055: { ...group, count: SUPPRESSED } } };
    const [names = [], ...cells] = read(areasCsv(samplePack(), STREET, shared, 'rate'));
    const share = new Map(cells.map((row) => [row[0], row[names.indexOf('Share of its borough’s count')]]));
    expect(['E01000001', 'E01000002', 'E01000003', 'E01000004'].map((code) => share.get(code))).toEqual(['0.2796', '0.0025', 'withheld', 'withheld']);
  });

  it('names the benchmark, how sure a class has to be and whose person-years; adjusted p only where they decide', () => {
    const base = evaluationOf({ confidence: 'fdr', dataSet: 'police-recorded' });
    const own = { ...base, request: { ...base.request, benchmark: { kind: 'own-borough' } as const }, benchmark: { rate: null, dsr: null }, personTime: { ...base.personTime, ages: [2, 3, 4] } };
    const columns = { ...own.areas, dsrAdjustedP: Float64Array.of(0.012345, 0.5, Number.NaN, 1, 1), dsrBenchmark: Float64Array.of(3400, 3400, 3400, 1800, Number.NaN) };
    const [names = [], ...cells] = read(areasCsv(samplePack(), POLICE, { ...own, areas: columns }, 'dsr'));
    const of = (title: string) => cells.toSorted(([a = ''], [b = '']) => a.localeCompare(b)).map((row) => row[names.indexOf(title)]);
    expect(of('Adjusted p (Benjamini-Hochberg)')).toEqual(['0.01235', '0.5', 'none', '1', '1']);
    expect(of('Benchmark (its own borough)')).toEqual(['3400', '3400', '3400', '1800', 'none']);
    expect([of('Compared with')[0], of('Denominator')[0]]).toEqual(['its own borough', 'Person-years of residents aged 10-24']);
    expect(of('Confidence')[0]).toContain('adjusted p is below 0.05');
    expect(of('Method')[0]).toMatch(/^Directly standardised over ages 10-24 rate .*; 95% limits/);
    expect(header.some((title) => title.startsWith('Adjusted'))).toBe(false);
    expect(new Set(column('Compared with'))).toEqual(new Set(['Bedfordshire: 2,702']));
  });
});
