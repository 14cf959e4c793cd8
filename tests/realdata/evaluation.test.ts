import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreaDefinition } from '../../geodata/areaDefinition.ts';
import { buildPack } from '../../geodata/pack/buildPack.ts';
import { loadPublications } from '../../geodata/sources/publications.ts';
import type { ByteSource } from '../../src/files/byteSource.ts';
import { COUNTY_BENCHMARK, type Benchmark } from '../../src/model/benchmark.ts';
import { CLASS, REASON, type Confidence } from '../../src/model/measures.ts';
import type { OpenedPack } from '../../src/model/pack.ts';
import type { Evaluation } from '../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../src/model/selection.ts';
import { createTasks, type Tasks } from '../../src/worker/tasks.ts';
import { liesIn, plainEvaluation, readCounty, type PlainFilter, type RawCounty } from './evaluationByHand.ts';

const RAW = process.env['GEODATA_RAW'] ?? '';
const scratch = mkdtempSync(join(tmpdir(), 'evaluation-'));
const out = join(scratch, 'bedfordshire');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });
const VIOLENCE = { types: ['violence-and-sexual-offences'] };
const VIOLENCE_TITLE = 'Violence and sexual offences';
const LUTON = 'E06000032';
/** Over the Luton and Dunstable border, not closed; no corner or edge lies on an inside point. */
const RING = [[-0.53, 51.87], [-0.44, 51.865], [-0.43, 51.905], [-0.50, 51.92]] as const;
const CLASS_TITLES = { [CLASS.noData]: 'no data', [CLASS.tooFew]: 'too few', [CLASS.lower]: 'lower', [CLASS.similar]: 'similar', [CLASS.higher]: 'higher' };

let county: RawCounty;
let tasks: Tasks;
let pack: OpenedPack;

beforeAll(async () => {
  if (!existsSync(RAW)) return;
  const definition = await loadAreaDefinition('bedfordshire');
  await buildPack({
    definition, publications: await loadPublications('bedfordshire'), raw: RAW, out, lsoa: '2011', from: null, to: null, hubs: null, nte: null,
    built: '2024-01-01T00:00:00.000Z', onProgress: () => undefined,
  });
  tasks = createTasks(disk);
  const opened = await tasks.openPack(out);
  if (!opened.ok) throw new Error(opened.problem.what);
  pack = opened.value;
  const rows = await tasks.openDataSet('bedfordshire', 'street');
  if (!rows.ok) throw new Error(rows.problem.what);
  county = readCounty(RAW);
}, 60_000);

function evaluated(selection: Selection, confidence: Confidence = 95, benchmark: Benchmark = COUNTY_BENCHMARK): Evaluation {
  const outcome = tasks.evaluate({ pack: 'bedfordshire', dataSet: 'street', selection, confidence, benchmark, detail: true });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

interface Scene { readonly title: string; readonly selection: Partial<Selection>; readonly type: string | null; readonly month?: PlainFilter['month']; readonly chosen?: PlainFilter['chosen']; readonly confidence?: 95 | 99.8 }

/** Wards of the hub Luton South, as the area's definition lists them; the airport is a hub of its own. */
const HUB_WARDS = ['Crawley', 'Farley', 'High Town', 'Round Green', 'South', 'Stopsley', 'Wigmore'];

const isLuton = (code: string): boolean => county.borough.get(code) === LUTON;
const AIRPORT = ['E01015808', 'E01015811'];
const SCENES: readonly Scene[] = [
  { title: 'no filter', selection: {}, type: null },
  { title: 'no filter at 99.8%', selection: {}, type: null, confidence: 99.8 },
  { title: 'anti-social behaviour by name', selection: { types: ['anti-social-behaviour'] }, type: 'Anti-social behaviour' },
  { title: 'violence', selection: VIOLENCE, type: VIOLENCE_TITLE },
  { title: 'violence in Luton', selection: { ...VIOLENCE, boroughs: [LUTON] }, type: VIOLENCE_TITLE, chosen: isLuton },
  { title: 'violence in June to August', selection: { ...VIOLENCE, monthsOfYear: [6, 7, 8] }, type: VIOLENCE_TITLE, month: (month) => /-0[678]$/.test(month) },
  { title: 'violence in November to February', selection: { ...VIOLENCE, monthsOfYear: [11, 12, 1, 2] }, type: VIOLENCE_TITLE, month: (month) => /-(11|12|01|02)$/.test(month) },
  { title: 'violence in 2022', selection: { ...VIOLENCE, period: { from: '2022-01', to: '2022-12' } }, type: VIOLENCE_TITLE, month: (month) => month.startsWith('2022') },
  { title: 'over missing months', selection: { period: { from: '2019-01', to: '2021-12' } }, type: null, month: (month) => month < '2022' },
  { title: 'robbery in one month', selection: { types: ['robbery'], period: { from: '2023-06', to: '2023-06' } }, type: 'Robbery', month: (month) => month === '2023-06' },
  { title: 'a ward', selection: { ...VIOLENCE, wards: ['luton--south'] }, type: VIOLENCE_TITLE, chosen: (code) => isLuton(code) && county.ward.get(code) === 'South' },
  { title: 'a hub', selection: { ...VIOLENCE, hubs: ['luton-south'] }, type: VIOLENCE_TITLE, chosen: (code) => isLuton(code) && HUB_WARDS.includes(county.ward.get(code) ?? '') && !AIRPORT.includes(code) },
  { title: 'a list of areas', selection: { ...VIOLENCE, areas: [...AIRPORT, 'E01015693'] }, type: VIOLENCE_TITLE, chosen: (code) => [...AIRPORT, 'E01015693'].includes(code) },
  { title: 'a drawn shape', selection: { ...VIOLENCE, drawn: RING }, type: VIOLENCE_TITLE, chosen: (code) => liesIn([RING], insidePoint(code)) },
];

function insidePoint(code: string): [number, number] {
  const area = pack.areas.code.indexOf(code);
  return [pack.areas.longitude[area] ?? NaN, pack.areas.latitude[area] ?? NaN];
}

const marked = ({ areas: { rateClass } }: Evaluation): number[] => [...rateClass.keys()].filter((area) => rateClass[area] === CLASS.higher || rateClass[area] === CLASS.lower);

/** Differs by less than rounding can explain; NaN equals NaN. */
const same = (a: number | undefined, b: number): boolean => Object.is(a, b) || Math.abs((a ?? NaN) - b) <= 1e-10 * Math.abs(b);

describe.skipIf(!existsSync(RAW))('the engine on published files, against plain loops over them', () => {
  it('has its areas in the order of their codes, each with a point inside its published polygon', () => {
    expect(pack.areas.code).toEqual(county.codes);
    expect(county.codes).toHaveLength(381);
    expect(county.codes.filter((code) => !liesIn(county.polygons.get(code) ?? [], insidePoint(code)))).toEqual([]);
    expect(county.rows).toHaveLength(189_717);
  });

  it.each(SCENES)('$title', ({ selection, type, month = () => true, chosen = () => true, confidence = 95 }) => {
    const { areas, ...answer } = evaluated({ ...EVERYTHING, ...selection }, confidence);
    const plain = plainEvaluation(county, { type, month, chosen, chosenApartFromBoroughs: selection.boroughs ? () => true : chosen }, confidence);
    expect([...areas.count]).toEqual(plain.areas.map(({ count }) => count));
    expect([...areas.victims]).toEqual([...areas.count]);
    const wrong = county.codes.filter((_, i) => {
      const expected = plain.areas[i];
      return !expected || !same(areas.personYears[i], expected.personYears) || !same(areas.rate[i], expected.value)
        || !same(areas.rateLower[i], expected.lower) || !same(areas.rateUpper[i], expected.upper)
        || areas.rateReason[i] !== (expected.count < 10 ? REASON.fewerThan10 : REASON.given) || areas.monthsNeededRate[i] !== expected.monthsNeeded;
    });
    expect(wrong).toEqual([]);
    const titles: Readonly<Record<number, string>> = CLASS_TITLES;
    expect([...areas.rateClass].map((code) => titles[code])).toEqual(plain.areas.map((area) => area.class));
    expect([...areas.countQuintile]).toEqual(plain.quintile);
    expect(county.codes.filter((_, i) => areas.inPlace[i] === 1)).toEqual(county.codes.filter(chosen));
    expect(plain.matching).toBeGreaterThan(10);
    expect(Object.fromEntries(pack.manifest.dataSets[0]?.months.map((name, i) => [name, answer.byMonth[i]]) ?? []))
      .toEqual(Object.fromEntries(county.months.map((name) => [name, plain.byMonth.get(name) ?? 0])));
    expect(pack.manifest.dataSets[0]?.kinds.map(({ typeTitle }, i) => [typeTitle, answer.byKind[i]]))
      .toEqual(pack.manifest.dataSets[0]?.kinds.map(({ typeTitle }) => [typeTitle, plain.byType.get(typeTitle) ?? 0]));
    expect(answer.byBorough).toEqual(Object.fromEntries([...new Set(county.borough.values())].map((code) => [code, plain.byBorough.get(code) ?? 0])));
    expect([answer.matching, answer.withoutLocation, answer.outsideCounty, answer.personTime.months]).toEqual([plain.matching, plain.nowhere, plain.elsewhere, plain.months]);
    // The benchmark is the whole county's value, whatever is chosen where.
    expect(answer.county.count).toBe(plain.inCounty);
    expect(same(answer.county.rate.value, plain.benchmark)).toBe(true);
    expect(same(answer.county.rate.personYears, plain.personYears)).toBe(true);
    expect(answer.expectedHigherByChance.rate).toBeCloseTo(plain.byChance, 10);
    expect(answer.expectedHigherByChance.dsr).toBe(0);
  });

  it('compares with own boroughs, a typed value and a saved selection as plain loops do', () => {
    const filter = { type: VIOLENCE_TITLE, month: () => true, chosen: () => true, chosenApartFromBoroughs: () => true };
    const plain = plainEvaluation(county, filter, 95);
    const rateOf = (member: (code: string) => boolean, month: PlainFilter['month'] = () => true): number => {
      const { areas } = plainEvaluation(county, { ...filter, month }, 95);
      const mine = areas.filter((_, i) => member(county.codes[i] ?? ''));
      return mine.reduce((sum, { count }) => sum + count, 0) / mine.reduce((sum, { personYears }) => sum + personYears, 0) * 100_000;
    };
    const boroughs = new Map([...new Set(county.borough.values())].map((code) => [code, rateOf((area) => county.borough.get(area) === code)]));
    const luton2022 = rateOf(isLuton, (month) => month.startsWith('2022'));
    const saved: Selection = { ...EVERYTHING, ...VIOLENCE, boroughs: [LUTON], period: { from: '2022-01', to: '2022-12' } };
    const scenes: readonly [Benchmark, (code: string) => number][] = [
      [{ kind: 'own-borough' }, (code) => boroughs.get(county.borough.get(code) ?? '') ?? NaN], [{ kind: 'borough', borough: LUTON }, () => boroughs.get(LUTON) ?? NaN],
      [{ kind: 'value', value: 2500, of: 'rate', title: 'Typed' }, () => 2500], [{ kind: 'selection', title: 'Luton 2022', selection: saved }, () => luton2022],
    ];
    for (const [benchmark, benchmarkOf] of scenes) {
      const answer = evaluated({ ...EVERYTHING, ...VIOLENCE }, 95, benchmark);
      expect(county.codes.filter((code, i) => !same(answer.areas.rateBenchmark[i], benchmarkOf(code)))).toEqual([]);
      expect([...answer.areas.rateClass]).toEqual(plain.areas.map(({ count, lower, upper }, i) => {
        const against = benchmarkOf(county.codes[i] ?? '');
        return count < 10 ? CLASS.tooFew : lower > against ? CLASS.higher : upper < against ? CLASS.lower : CLASS.similar;
      }));
      expect(answer.ratio === null || same(answer.ratio.value, plain.benchmark / benchmarkOf(''))).toBe(true);
      expect(answer.ratio !== null).toBe(benchmark.kind === 'selection');
    }
  });

  it('marks under FDR a part of the areas that stand out at 95%, and has no number by chance then', () => {
    const [usual, fdr] = [evaluated({ ...EVERYTHING, ...VIOLENCE }), evaluated({ ...EVERYTHING, ...VIOLENCE }, 'fdr')];
    expect(marked(fdr).filter((area) => fdr.areas.rateClass[area] !== usual.areas.rateClass[area])).toEqual([]);
    expect(marked(fdr).length).toBeLessThan(marked(usual).length);
    expect(marked(fdr)).toEqual([...fdr.areas.rateAdjustedP.keys()].filter((area) => (fdr.areas.rateAdjustedP[area] ?? 1) < 0.05));
    expect(fdr.expectedHigherByChance.rate).toBeNaN();
  });

  it('gives rates by IMD decile that fall from the most to the least deprived', () => {
    const { detail, areas } = evaluated({ ...EVERYTHING, ...VIOLENCE });
    const byDecile = detail?.byDecile ?? [];
    expect(byDecile.reduce((sum, { count }) => sum + count, 0)).toBe(56_460);
    expect((byDecile[0]?.rate.value ?? 0) / (byDecile[9]?.rate.value ?? 1)).toBeGreaterThan(3);
    expect(detail?.inequality.rate?.slope).toBeGreaterThan(0);
    expect(detail?.byAgeSex).toBeNull();
    const top = [...areas.count].filter((_, area) => areas.countQuintile[area] === 5);
    expect([top.length, (top.reduce((sum, count) => sum + count, 0) / 56_460 * 100).toFixed(1)]).toEqual([76, '47.9']);
  });

  it('says which years had no population of their own', () => {
    expect(evaluated(EVERYTHING).personTime.substituted).toEqual([2021, 2022, 2023].map((year) => ({ year, used: 2020 })));
    expect(evaluated({ ...EVERYTHING, period: { from: '2019-01', to: '2019-12' } }).personTime).toMatchObject({ substituted: [], months: 5 });
  });

  it('accounts for every row: the county, no location and elsewhere', () => {
    const crime = evaluated(EVERYTHING);
    const incidents = evaluated({ ...EVERYTHING, types: ['anti-social-behaviour'] });
    expect(crime.matching + incidents.matching).toBe(183_117);
    expect(crime.withoutLocation + incidents.withoutLocation).toBe(5_522);
    expect(crime.outsideCounty + incidents.outsideCounty).toBe(1_078);
    expect(evaluated({ ...EVERYTHING, ...VIOLENCE }).matching).toBe(56_460);
  });

  it('finds 47.9% of violence in the 76 areas of the top quintile: Luton 35, Bedford 22, Central Bedfordshire 19', () => {
    const { areas, county: all } = evaluated({ ...EVERYTHING, ...VIOLENCE });
    const top = county.codes.flatMap((code, i) => (areas.countQuintile[i] === 5 ? [{ borough: county.borough.get(code), count: areas.count[i] ?? NaN }] : []));
    expect(top).toHaveLength(76);
    expect(['E06000032', 'E06000055', 'E06000056'].map((code) => top.filter(({ borough }) => borough === code).length)).toEqual([35, 22, 19]);
    expect((top.reduce((sum, { count }) => sum + count, 0) / all.count * 100).toFixed(1)).toBe('47.9');
  });
});
