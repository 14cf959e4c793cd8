import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemonstrationPack } from '../../../geodata/demo/build.ts';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import { COUNTY_BENCHMARK, type Benchmark } from '../../../src/model/benchmark.ts';
import { CLASS, REASON, type Confidence } from '../../../src/model/measures.ts';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { SUPPRESSED, type Evaluation, type RateSummary } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { createTasks, type Tasks } from '../../../src/worker/tasks.ts';
import { BANDS, byArea, FLAGGED, groupOf, inHours, readAreas, readRows, type Area, type Rate, type Row } from './demonstrationByHand.ts';

const scratch = mkdtempSync(join(tmpdir(), 'demonstration-rates-'));
const out = join(scratch, 'bedfordshire');
const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });
const SETS = ['police-recorded', 'street', 'nte-profile', 'ae-attendances', 'admissions', 'ambulance'];
const [BEDFORD, CENTRAL, LUTON] = ['E06000055', 'E06000056', 'E06000032'] as const;

let tasks: Tasks;
let pack: OpenedPack;
let areas: readonly Area[];
const rows = new Map<string, readonly Row[]>();

function entryOf(dataSet: string): DataSetEntry {
  const entry = pack.manifest.dataSets.find(({ id }) => id === dataSet);
  if (!entry) throw new Error(`no ${dataSet}`);
  return entry;
}

beforeAll(async () => {
  await buildDemonstrationPack({ areaId: 'bedfordshire', out, onProgress: () => undefined });
  tasks = createTasks(disk);
  const opened = await tasks.openPack(out);
  if (!opened.ok) throw new Error(opened.problem.what);
  pack = opened.value;
  areas = readAreas();
  for (const id of SETS) {
    const loaded = await tasks.openDataSet('bedfordshire', id);
    if (!loaded.ok) throw new Error(loaded.problem.what);
  }
  // The street set is compared on real files; its 313,000 rows would only take time here.
  for (const id of SETS.filter((set) => set !== 'street')) rows.set(id, await readRows(out, entryOf(id).table));
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function evaluated(dataSet: string, selection: Partial<Selection> = {}, confidence: Confidence = 95, benchmark: Benchmark = COUNTY_BENCHMARK): Evaluation {
  const outcome = tasks.evaluate({ pack: 'bedfordshire', dataSet, selection: { ...EVERYTHING, ...selection }, confidence, benchmark, detail: false });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

/** Differs by less than rounding can explain; NaN equals NaN. */
const same = (a: number | undefined, b: number): boolean => Object.is(a, b) || Math.abs((a ?? NaN) - b) <= 1e-9 * Math.max(1, Math.abs(b));

function summaryDiffers(summary: RateSummary | null | undefined, by: Rate): boolean {
  return !summary || summary.events !== by.events || !same(summary.value, by.value) || !same(summary.lower, by.lower) || !same(summary.upper, by.upper);
}

function classOf(rate: Rate, benchmark: number): number {
  if (rate.events < 10) return CLASS.tooFew;
  if (Number.isNaN(rate.value)) return CLASS.noData;
  return rate.lower > benchmark ? CLASS.higher : rate.upper < benchmark ? CLASS.lower : CLASS.similar;
}

interface Scene { readonly ages?: readonly string[]; readonly title: string; readonly selection: Partial<Selection>; readonly row: (row: Row) => boolean; readonly month?: (month: string) => boolean; readonly confidence?: 95 | 99.8 }

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const aged = (age: Row['age_band'], bands: readonly string[]): boolean => typeof age === 'string' && bands.includes(age);
const ALL_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKEND_NIGHTS = { days: [4, 5], hours: { from: 19, to: 7 } };
const onWeekendNights = (row: Row): boolean => inHours(row, ['fri', 'sat'], 19, 7);
const SCENES: readonly Scene[] = [
  { title: 'no filter', selection: {}, row: () => true },
  { title: 'no filter at 99.8%', selection: {}, row: () => true, confidence: 99.8 },
  { title: 'Friday and Saturday 19:00-07:00', selection: WEEKEND_NIGHTS, row: onWeekendNights },
  { title: 'Friday and Saturday 19:00-07:00 without exactly 00:00', selection: { ...WEEKEND_NIGHTS, midnightAside: true }, row: (row) => onWeekendNights(row) && row.at_midnight === false },
  { title: 'Sunday 22:00-03:00, which ends on Monday', selection: { days: [6], hours: { from: 22, to: 3 } }, row: (row) => inHours(row, ['sun'], 22, 3) },
  { title: 'every hour of Wednesday', selection: { days: [2], hours: { from: 0, to: 24 } }, row: (row) => row.weekday === 'wed' },
  { title: 'all of 0 to 24', selection: { hours: { from: 0, to: 24 } }, row: () => true },
  { title: 'hours without midnight, 00:00 set aside', selection: { hours: { from: 9, to: 17 }, midnightAside: true }, row: (row) => inHours(row, ALL_DAYS, 9, 17) },
  { title: 'violence with injury', selection: { subgroups: ['violence-with-injury'] }, row: ({ subgroup }) => subgroup === 'violence-with-injury' },
  { title: 'homicide and rape in 2021', selection: { subgroups: ['homicide', 'rape'], period: { from: '2021-01', to: '2021-12' } }, row: ({ subgroup }) => subgroup === 'homicide' || subgroup === 'rape', month: (month) => month.startsWith('2021') },
  { title: 'November to February', selection: { monthsOfYear: [11, 12, 1, 2] }, row: () => true, month: (month) => /-(11|12|01|02)$/.test(month) },
  { title: 'weekend nights of June to August in Luton', selection: { ...WEEKEND_NIGHTS, monthsOfYear: [6, 7, 8], boroughs: [LUTON] }, row: onWeekendNights, month: (month) => /-0[678]$/.test(month) },
  { title: 'women and girls aged 10 and over', selection: { ages: numbers(2, 18), sexes: [0] }, ages: BANDS.slice(2), row: ({ age_band: age, sex }) => sex === 'female' && aged(age, BANDS.slice(2)) },
  { title: 'knife or gun, victims aged 10 to 24', selection: { ages: [2, 3, 4], flags: [2, 3] }, ages: BANDS.slice(2, 5), row: (row) => (row.knife === true || row.gun === true) && aged(row.age_band, BANDS.slice(2, 5)) },
  { title: 'two age groups apart, in 2022', selection: { ages: [0, 17, 18], period: { from: '2022-01', to: '2022-12' } }, ages: ['0-4', '85-89', '90+'], row: ({ age_band: age }) => aged(age, ['0-4', '85-89', '90+']), month: (month) => month.startsWith('2022') },
  { title: 'domestic abuse of men on weekend nights in Luton', selection: { ...WEEKEND_NIGHTS, sexes: [1], flags: [0], boroughs: [LUTON] }, row: (row) => row.sex === 'male' && row.domestic_abuse === true && onWeekendNights(row) },
  { title: 'sex not recorded', selection: { sexes: [2] }, row: ({ sex }) => sex === null || sex === undefined },
];

describe('victim-level records against plain loops over the open files', () => {
  it.each(SCENES)('$title', ({ selection, row, month = () => true, confidence = 95, ages = BANDS }) => {
    const answer = evaluated('police-recorded', selection, confidence);
    const matching = byArea((rows.get('police-recorded') ?? []).filter((one) => month(one.month) && row(one)), areas);
    const months = entryOf('police-recorded').months.filter(month).length;
    const plain = (member: (area: Area) => boolean) => groupOf(areas.filter(member), matching, months, confidence, ages);
    const county = plain(() => true);
    expect(answer.county.count).toBe(county.count);
    expect([summaryDiffers(answer.county.dsr, county.dsr), summaryDiffers(answer.county.rate, county.rate)]).toEqual([false, false]);
    for (const code of [BEDFORD, CENTRAL, LUTON]) {
      const borough = plain((area) => area.borough === code);
      expect([answer.boroughs[code]?.count, summaryDiffers(answer.boroughs[code]?.dsr, borough.dsr), summaryDiffers(answer.boroughs[code]?.rate, borough.rate)]).toEqual([borough.count, false, false]);
    }
    const wrong = areas.flatMap((area, i) => {
      const own = plain((one) => one === area);
      const { areas: columns } = answer;
      const agree = columns.count[i] === own.count && columns.victims[i] === own.dsr.events && same(columns.personYears[i], own.personYears)
        && same(columns.dsr[i], own.dsr.value) && same(columns.dsrLower[i], own.dsr.lower) && same(columns.dsrUpper[i], own.dsr.upper)
        && columns.dsrClass[i] === classOf(own.dsr, county.dsr.value) && columns.rateClass[i] === classOf(own.rate, county.rate.value)
        && (columns.dsrReason[i] === REASON.given) === !Number.isNaN(own.dsr.value)
        && same(columns.rate[i], own.rate.value) && same(columns.rateLower[i], own.rate.lower) && same(columns.rateUpper[i], own.rate.upper);
      return agree ? [] : [{ code: area.code, own, dsr: columns.dsr[i], count: columns.count[i] }];
    });
    expect(wrong).toEqual([]);
    const chosen = plain((area) => selection.boroughs?.includes(area.borough) ?? true);
    expect([answer.matching, answer.matchingVictims, answer.ageUnknown]).toEqual([chosen.count, chosen.victims, chosen.ageUnknown]);
    expect(answer.withoutLocation).toBe(new Set((matching.get('') ?? []).map(({ reference }) => reference)).size);
    expect(chosen.victims).toBeGreaterThan(selection.flags || selection.sexes || selection.ages ? 0 : chosen.count);
    expect(chosen.victims).toBeGreaterThanOrEqual(chosen.count);
    expect(answer.personTime.ages).toEqual(selection.ages ?? null);
    expect(answer.personTime.months).toBe(months);
  });

  it('shows who the victims are under every clause but the chart’s own', () => {
    const selection = { ages: [2, 3, 4], sexes: [0], flags: [0, 1], boroughs: [LUTON] };
    const answer = evaluated('police-recorded', selection);
    const luton = new Set(areas.filter(({ borough }) => borough === LUTON).map(({ code }) => code));
    const here = (rows.get('police-recorded') ?? []).filter(({ lsoa }) => luton.has(lsoa ?? ''));
    const is = { age: (row: Row) => aged(row.age_band, BANDS.slice(2, 5)), sex: (row: Row) => row.sex === 'female', flags: (row: Row) => row.domestic_abuse === true || row.alcohol === true };
    const byAge = here.filter((row) => is.sex(row) && is.flags(row)).map((row) => (aged(row.age_band, BANDS) ? BANDS.indexOf(row.age_band ?? '') : 19));
    expect([...answer.byAge ?? []]).toEqual(numbers(0, 19).map((age) => byAge.filter((one) => one === age).length));
    const bySex = here.filter((row) => is.age(row) && is.flags(row)).map(({ sex }) => sex ?? 'unknown');
    expect([...answer.bySex ?? []]).toEqual(['female', 'male', 'unknown'].map((sex) => bySex.filter((one) => one === sex).length));
    const women = here.filter((row) => is.age(row) && is.sex(row));
    expect([...answer.byFlag ?? []]).toEqual(FLAGGED.map((flag) => new Set(women.filter((row) => row[flag] === true).map(({ reference }) => reference)).size));
    expect(Math.min(...answer.byFlag ?? [0])).toBeGreaterThan(0);
  });

  it('compares with own boroughs and a typed value as the same by hand, and marks fewer under FDR', () => {
    const months = entryOf('police-recorded').months.length;
    const all = byArea(rows.get('police-recorded') ?? [], areas);
    const own = new Map<string, number>([BEDFORD, CENTRAL, LUTON].map((code) => [code, groupOf(areas.filter(({ borough }) => borough === code), all, months, 95).dsr.value]));
    const byHand = areas.map((area) => ({ dsr: groupOf([area], all, months, 95).dsr, borough: own.get(area.borough) ?? NaN }));
    expect([...evaluated('police-recorded', {}, 95, { kind: 'own-borough' }).areas.dsrClass]).toEqual(byHand.map(({ dsr, borough }) => classOf(dsr, borough)));
    expect([...evaluated('police-recorded', {}, 95, { kind: 'value', value: 3000, of: 'dsr', title: 'Typed' }).areas.dsrClass]).toEqual(byHand.map(({ dsr }) => classOf(dsr, 3000)));
    const [usual, strict, fdr] = ([95, 99.8, 'fdr'] as const).map((confidence) => evaluated('police-recorded', {}, confidence).areas.dsrClass.filter((code) => code === CLASS.higher).length);
    expect([(fdr ?? 0) <= (usual ?? 0), (fdr ?? 0) >= (strict ?? 0)]).toEqual([true, true]);
  });

  it('shows the share at exactly 00:00 whether or not it is set aside', () => {
    const places = new Set(areas.map(({ code }) => code));
    const midnight = (rows.get('police-recorded') ?? []).filter((row) => places.has(row.lsoa ?? '') && row.at_midnight === true && onWeekendNights(row));
    const offences = new Set(midnight.map(({ reference }) => reference)).size;
    expect(offences).toBeGreaterThan(1000);
    const [kept, aside] = [evaluated('police-recorded', WEEKEND_NIGHTS), evaluated('police-recorded', { ...WEEKEND_NIGHTS, midnightAside: true })];
    expect([kept.atMidnight, aside.atMidnight, kept.matching - aside.matching]).toEqual([offences, offences, offences]);
    expect([kept.personTime.hoursOfWeek, aside.personTime.hoursOfWeek]).toEqual([24, 24]);
    expect(evaluated('police-recorded', { hours: { from: 9, to: 17 }, midnightAside: true }).atMidnight).toBe(0);
  });

  it('agrees with the published rates, and with 107 areas significantly higher within 10', () => {
    const { boroughs, county, areas: columns, matching } = evaluated('police-recorded');
    expect(matching).toBe(91_334);
    const published = [[boroughs[BEDFORD], 3377.0], [boroughs[CENTRAL], 2185.5], [boroughs[LUTON], 3371.7], [county, 2876.4]] as const;
    expect(published.map(([group, rate]) => Math.abs((group?.dsr?.value ?? NaN) / rate - 1) < 0.01)).toEqual([true, true, true, true]);
    const higher = columns.dsrClass.filter((code) => code === CLASS.higher).length;
    expect(Math.abs(higher - 107)).toBeLessThanOrEqual(10);
  });
});

/** As rates are given where small counts are hidden: to one decimal. */
const tenths = ({ events, value, lower, upper }: Rate): Rate => ({ events, value: Math.round(value * 10) / 10, lower: Math.round(lower * 10) / 10, upper: Math.round(upper * 10) / 10 });

describe('health counts, with small counts hidden', () => {
  const PUBLISHED = { 'ae-attendances': [199.8, 102.5, 202.7, 161.2], admissions: null, ambulance: null };
  it.each(Object.entries(PUBLISHED))('%s', (id, published) => {
    const { areas: columns, boroughs, county } = evaluated(id);
    const events = byArea(rows.get(id) ?? [], areas);
    const months = entryOf(id).months.length;
    const plain = (member: (area: Area) => boolean) => groupOf(areas.filter(member), events, months, 95);
    const rounded = (member: (area: Area) => boolean) => {
      const exact = plain(member);
      return { ...exact, rate: tenths(exact.rate), dsr: tenths(exact.dsr) };
    };
    const groups = [...[BEDFORD, CENTRAL, LUTON].map((code) => [boroughs[code], rounded(({ borough }) => borough === code)] as const), [county, rounded(() => true)] as const];
    expect(groups.map(([group, own]) => [group?.count, summaryDiffers(group?.dsr, own.dsr), summaryDiffers(group?.rate, own.rate)])).toEqual(groups.map(([, own]) => [own.count, false, false]));
    const far = published?.filter((rate, i) => Math.abs((groups[i]?.[0]?.dsr?.value ?? NaN) / rate - 1) >= 0.02);
    expect(far ?? []).toEqual([]);
    const own = areas.map((area) => rounded((one) => one === area));
    const benchmark = rounded(() => true).dsr.value;
    expect(own.flatMap(({ count }, i) => (count >= 1 && count <= 4 && columns.count[i] !== SUPPRESSED ? [i] : []))).toEqual([]);
    const shown = own.flatMap((one, i) => (columns.count[i] === SUPPRESSED ? [] : [{ one, i }]));
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter(({ one, i }) => columns.count[i] !== one.count || (columns.victims[i] !== SUPPRESSED && (!same(columns.dsr[i], one.dsr.value) || columns.dsrClass[i] !== classOf(one.dsr, benchmark))))).toEqual([]);
    expect(own.filter((_, i) => columns.count[i] === SUPPRESSED && !(Number.isNaN(columns.dsr[i]) && Number.isNaN(columns.rate[i]))).length).toBe(0);
  });
});

describe('the night-time profile', () => {
  it('has rates for the hotspots alone, against all hotspots', () => {
    const answer = evaluated('nte-profile');
    const crimes = new Set(entryOf('nte-profile').kinds.filter(({ crime }) => crime).map(({ type }) => type));
    const events = byArea((rows.get('nte-profile') ?? []).filter((row) => crimes.has(row.crime_type)), areas);
    const covered = areas.filter((_, i) => pack.areas.nteHotspot[i] !== '');
    const own = groupOf(covered, events, 18, 95);
    expect([answer.county.count, summaryDiffers(answer.county.rate, own.rate)]).toEqual([own.count, false]);
    // Everything the set holds lies in a hotspot, so bars, places and totals tell the same number.
    expect([answer.matching, answer.byMonth.reduce((a, b) => a + b, 0), Object.values(answer.byNteHotspot).reduce((a, b) => a + b, 0)]).toEqual([own.count, own.count, own.count]);
    const outside = areas.flatMap((_, i) => (pack.areas.nteHotspot[i] === '' ? [i] : []));
    expect(outside.every((i) => answer.areas.rateReason[i] === REASON.notCovered && answer.areas.rateClass[i] === CLASS.noData && answer.areas.countQuintile[i] === 0)).toBe(true);
    const classified = answer.areas.rateClass.filter((code) => code >= CLASS.lower).length;
    expect(answer.expectedHigherByChance.rate).toBeCloseTo(classified * 0.025, 10);
    expect(classified).toBeLessThanOrEqual(covered.length);
  });
});

describe('the hours of the night-time profile', () => {
  it('are the only ones its rates are for, and others are not covered rather than zero', () => {
    expect(evaluated('nte-profile').personTime.hoursOfWeek).toBe(7 * 12);
    expect(evaluated('nte-profile', { days: [5], hours: { from: 5, to: 9 } }).personTime.hoursOfWeek).toBe(2);
    const day = evaluated('nte-profile', { hours: { from: 9, to: 17 } });
    expect([day.personTime.hoursOfWeek, day.county.count, new Set(day.areas.rateReason), new Set(day.areas.countQuintile)]).toEqual([0, 0, new Set([REASON.notCovered]), new Set([0])]);
    expect(evaluated('street').personTime.hoursOfWeek).toBe(168);
  });
});

describe('the street set', () => {
  it('ranks 76 areas highest, with 46% of violence, and has no standardised rate', () => {
    const { areas: columns, county } = evaluated('street', { types: ['violence-and-sexual-offences'] });
    const top = [...columns.count].filter((_, i) => columns.countQuintile[i] === 5);
    expect([top.length, county.count, county.dsr]).toEqual([76, 89_775, null]);
    expect((top.reduce((a, b) => a + b, 0) / county.count).toFixed(2)).toBe('0.46');
  });
});
