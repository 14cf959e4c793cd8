import { describe, expect, it } from 'vitest';
import { midnightShare, midnightWords, monthsHeldWords, notCoveredWords, residentsWords, sexesWords, withoutBenchmarkWords } from '../../../src/features/explore/gaps.ts';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { REASON } from '../../../src/model/measures.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';
import { evaluationOf, type SceneOptions } from '../map/scene.ts';

const FRIDAY = { days: [4] };
const atMidnight = (part: number, matching: number, selection: SceneOptions['selection'] = FRIDAY) => ({ ...evaluationOf({ selection }), atMidnight: part, matching });

describe('times of exactly 00:00', () => {
  it('are named where days or hours are chosen and they are not few', () => {
    expect(midnightWords(atMidnight(59, 100))).toBe('59% have the time 00:00, often not known');
    expect(midnightShare(atMidnight(5, 100))).toBe(0.05);
    expect(midnightWords(atMidnight(4, 100))).toBeNull();
    expect(midnightWords(atMidnight(59, 100, {}))).toBeNull();
    expect(midnightWords(atMidnight(59, 100, { hours: { from: 19, to: 7 } }))).not.toBeNull();
  });

  it('are a share of all that would match while they are set aside', () => {
    expect(midnightWords(atMidnight(60, 40, { ...FRIDAY, midnightAside: true }))).toBe('60% had the time 00:00 and are set aside');
  });

  it('say nothing of withheld counts, or of nothing', () => {
    expect(midnightShare(atMidnight(SUPPRESSED, 100))).toBeNull();
    expect(midnightShare(atMidnight(3, SUPPRESSED))).toBeNull();
    expect(midnightShare(atMidnight(0, 0))).toBeNull();
  });
});

describe('hours that a data set does not cover', () => {
  const night = { kind: 'nte', hours: [19, 7], period: { from: '2021-05', to: '2022-10' }, offences: 0, asbIncidents: 0, offencesPerWeekend: 0, keyLocations: [], topOffences: [], domesticShare: 0, hateShare: 0, peak: '', source: '' } as const;
  const plain = samplePack();
  const pack = { ...plain, places: { ...plain.places, features: plain.places.features.map((feature) => (feature.properties.kind === 'nte-hotspot' ? { ...feature, properties: { ...feature.properties, profile: night } } : feature)) } };
  const entry: DataSetEntry = { ...POLICE, kind: 'nte-profile' };

  it('are said instead of a zero', () => {
    expect(notCoveredWords({ pack, entry, evaluation: evaluationOf({ hoursOfWeek: 0 }) })).toBe('This data set covers 19:00 to 07:00 only');
    expect(notCoveredWords({ pack, entry, evaluation: evaluationOf({ hoursOfWeek: 12 }) })).toBeNull();
    expect(notCoveredWords({ pack, entry: POLICE, evaluation: evaluationOf({ hoursOfWeek: 0 }) })).toBeNull();
  });
});

const months = (held: number, selection: SceneOptions['selection'] = {}) => ({ pack: samplePack(), entry: STREET, evaluation: { ...evaluationOf({ selection }), personTime: { months: held, substituted: [], hoursOfWeek: 168, ages: null, sex: 'all' as const } } });

describe('months and residents', () => {
  it('counts missing months where the total is', () => {
    expect(monthsHeldWords(months(30))).toBe('30 of 32 months held');
    expect(monthsHeldWords(months(32))).toBeNull();
    expect(monthsHeldWords(months(5, { period: { from: '2022-01', to: '2022-12' }, monthsOfYear: [5, 6, 7] }))).toBeNull();
    expect(monthsHeldWords(months(2, { period: { from: '2022-01', to: '2022-12' }, monthsOfYear: [5, 6, 7] }))).toBe('2 of 3 months held');
  });

  it('says whose residents the rates are per', () => {
    expect(residentsWords(months(30))).toBe('Population: made up');
  });
});

describe('a benchmark that compares with nothing', () => {
  const none = { rate: null, dsr: null };
  const against = (benchmark: Benchmark, values: ReturnType<typeof evaluationOf>['benchmark'] = none) => ({ ...evaluationOf(), request: { ...evaluationOf().request, benchmark }, benchmark: values });
  const typed: Benchmark = { kind: 'value', value: 2876, of: 'dsr', title: 'England 2023' };
  const saved: Benchmark = { kind: 'selection', title: 'Luton 2019', selection: EVERYTHING };
  const { rate } = evaluationOf().county;

  it('is said to be of the other rate, of other ages, or without a rate', () => {
    expect(withoutBenchmarkWords(against(typed), 'rate', 'England 2023 (typed value)')).toBe('England 2023 (typed value) is a standardised rate, so by the crude rate no area has a class');
    expect(withoutBenchmarkWords(against(saved, { rate, dsr: null }), 'dsr', 'the saved selection “Luton 2019”')).toContain('The saved selection “Luton 2019” cannot be compared with this filter');
    expect(withoutBenchmarkWords(against({ kind: 'borough', borough: 'E06000032' }), 'rate', 'Luton')).toBe('There is no rate of Luton to compare with, so no area has a class');
    expect(withoutBenchmarkWords(against(saved, { rate: { ...rate, value: Number.NaN }, dsr: null }), 'rate', 'X')).toContain('no rate of X');
  });

  it('is said to be withheld where it is, the county too', () => {
    const withheld = { rate: { ...rate, value: Number.NaN, reason: REASON.belowThreshold }, dsr: null };
    expect(withoutBenchmarkWords(against({ kind: 'borough', borough: 'E06000032' }, withheld), 'rate', 'Luton')).toBe('There is no rate of Luton to compare with (withheld), so no area has a class');
    expect(withoutBenchmarkWords(against({ kind: 'county' }, withheld), 'rate', 'Bedfordshire')).toContain('(withheld)');
    const few = { ...withheld, rate: { ...withheld.rate, reason: REASON.fewerThan10 } };
    expect(withoutBenchmarkWords(against({ kind: 'county' }, few), 'rate', 'Bedfordshire')).toBeNull();
  });

  it('is not said where there is one', () => {
    expect(withoutBenchmarkWords(against(typed, { rate: null, dsr: rate }), 'dsr', 'England')).toBeNull();
    expect(withoutBenchmarkWords(against({ kind: 'own-borough' }), 'rate', 'its own borough')).toBeNull();
    expect(withoutBenchmarkWords(against({ kind: 'county' }), 'rate', 'Bedfordshire')).toBeNull();
  });
});

describe('residents of both sexes', () => {
  it('are said where victims of one are counted', () => {
    const women = { ...evaluationOf({ selection: { sexes: [0] } }) };
    expect(sexesWords(women)).toContain('all residents');
    expect(sexesWords({ ...women, personTime: { ...women.personTime, sex: 'female' } })).toBeNull();
    expect(sexesWords(evaluationOf())).toBeNull();
  });
});
