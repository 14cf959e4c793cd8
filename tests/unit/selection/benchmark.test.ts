import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { cleanTitle, readRateValue, tidyBenchmark } from '../../../src/selection/benchmarks.ts';
import { benchmarkTitle } from '../../../src/selection/describe.ts';
import { effectiveBenchmark } from '../../../src/selection/effectiveBenchmark.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { DEFAULT_VIEW } from '../../../src/selection/viewState.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';

const pack = samplePack();
const LUTON: Benchmark = { kind: 'selection', title: 'Luton 2019', selection: { ...EVERYTHING, boroughs: ['E06000032'], period: { from: '2019-01', to: '2019-12' }, hours: { from: 19, to: 7 } } };

const of = (benchmark: Benchmark, entry = POLICE) => effectiveBenchmark(benchmark, entry, pack.places, pack.areas);

describe('benchmarkTitle', () => {
  it.each<[Benchmark, string, string]>([
    [{ kind: 'county' }, 'Bedfordshire', 'Bedfordshire’s'],
    [{ kind: 'own-borough' }, 'its own borough', 'its own borough’s'],
    [{ kind: 'borough', borough: 'E06000032' }, 'Luton', 'Luton’s'],
    [{ kind: 'borough', borough: 'E1' }, 'E1', 'E1’s'],
    [{ kind: 'value', of: 'dsr', value: 2876.4, title: 'England 2023' }, 'England 2023 (typed value)', 'England 2023’s'],
    [{ kind: 'value', of: 'dsr', value: 2876.4, title: '' }, 'the typed value', 'the typed value’s'],
    [LUTON, 'the saved selection “Luton 2019”', '“Luton 2019”’s'],
  ])('%j', (benchmark, title, possessive) => {
    expect(benchmarkTitle(benchmark, pack, POLICE)).toEqual({ title, possessive });
  });

  it('says of a night-time profile that only what it covers is compared', () => {
    expect(benchmarkTitle({ kind: 'county' }, pack, { kind: 'nte-profile' }).title).toBe('the areas covered');
    expect(benchmarkTitle({ kind: 'borough', borough: 'E06000032' }, pack, { kind: 'nte-profile' }).title).toBe('the areas covered in Luton');
  });
});

describe('effectiveBenchmark', () => {
  it('leaves what can be answered as it is', () => {
    for (const benchmark of [{ kind: 'county' }, { kind: 'own-borough' }, { kind: 'borough', borough: 'E06000032' }, LUTON] as const) expect(of(benchmark)).toEqual({ benchmark, reasons: [] });
  });

  it('gives way to the county for a borough that is not here and a value that is no rate', () => {
    expect(of({ kind: 'borough', borough: 'E06000099' })).toEqual({ benchmark: { kind: 'county' }, reasons: ['The borough "E06000099" is not in this pack, so areas are compared with the county.'] });
    expect(of({ kind: 'value', of: 'rate', value: Number.NaN, title: 'x' })).toMatchObject({ benchmark: { kind: 'county' }, reasons: [expect.stringContaining('cannot be used')] });
  });

  it('leaves out of a saved selection what the data set cannot answer, and says so', () => {
    expect(of(LUTON, STREET)).toEqual({
      benchmark: { ...LUTON, selection: { ...EVERYTHING, boroughs: ['E06000032'] } },
      reasons: [expect.stringMatching(/^In the benchmark “Luton 2019”: The chosen period/), 'In the benchmark “Luton 2019”: The choice of hours is not applied. data.police.uk publishes the month of each crime, not the day or hour.'],
    });
  });
});

describe('what is typed', () => {
  it('is read as a rate with or without thousands', () => {
    expect(['2876.4', ' 2,876.4 ', '1,000,000', '0.00012', '12,34', '1e3', '-1', '0', '0.00001', '1000001', '', 'x'].map(readRateValue)).toEqual([2876.4, 2876.4, 1_000_000, 0.0001, null, null, null, null, null, null, null, null]);
  });

  it('is cleaned of what no title needs', () => {
    expect(cleanTitle('  Luton\u0000\n 2019 \uD800')).toBe('Luton 2019');
    expect(cleanTitle('💥'.repeat(100))).toBe('💥'.repeat(80));
    expect(tidyBenchmark({ ...LUTON, title: ' \u202E ' })).toBeNull();
    expect(tidyBenchmark({ kind: 'value', of: 'dsr', value: 1 / 3, title: ' a ' })).toEqual({ kind: 'value', of: 'dsr', value: 0.3333, title: 'a' });
  });
});

const hashOf = (benchmark: Benchmark) => encodeHash({ ...DEFAULT_VIEW, benchmark });

describe('the address', () => {
  it('writes each benchmark readably', () => {
    expect(hashOf({ kind: 'county' })).toBe('#/explore?v=1');
    expect(hashOf({ kind: 'borough', borough: 'E06000032' })).toBe('#/explore?v=1&benchmark=borough:E06000032');
    expect(hashOf(LUTON)).toBe('#/explore?v=1&benchmark=saved:Luton%202019:from%3D2019-01%26to%3D2019-12%26hours%3D19-7%26borough%3DE06000032');
  });

  it('never writes what could not be read', () => {
    expect([hashOf({ ...LUTON, title: '' }), hashOf({ kind: 'value', of: 'dsr', value: -1, title: '' })]).toEqual(['#/explore?v=1', '#/explore?v=1']);
    expect(decodeHash(hashOf({ ...LUTON, title: 'a\uD800:b' })).view.benchmark).toEqual({ ...LUTON, title: 'a :b' });
  });
});
