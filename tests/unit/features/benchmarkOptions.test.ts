import { describe, expect, it } from 'vitest';
import { benchmarkOptions, confidenceOf, confidenceShort, CONFIDENCES, optionOf, typedBenchmark } from '../../../src/features/explore/stage/benchmarkOptions.ts';
import type { Scene } from '../../../src/features/explore/scene.ts';
import { type Benchmark, COUNTY_BENCHMARK } from '../../../src/model/benchmark.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { POLICE, samplePack } from '../../fakes/samplePack.ts';
import { evaluationOf } from '../map/scene.ts';

const evaluation = evaluationOf();
const scene: Scene = {
  pack: samplePack(), entry: POLICE, evaluation: { ...evaluation, boroughs: { E06000032: evaluation.county } }, selection: EVERYTHING, applied: EVERYTHING, lacks: {}, measure: 'dsr-class', rateKind: 'dsr', confidence: 95,
};
const saved = [{ title: 'Luton 2019', selection: { ...EVERYTHING, boroughs: ['E06000032'] } }];
const ENGLAND: Benchmark = { kind: 'value', value: 2876.4, of: 'dsr', title: 'England 2023' };

describe('what areas can be compared with', () => {
  it('is the county, each area’s own borough, a borough, a saved selection, a typed value; with rates where they are known', () => {
    expect(benchmarkOptions(scene, COUNTY_BENCHMARK, saved).map(({ id, title, figure }) => [id, title, figure])).toEqual([
      ['county', 'Bedfordshire', '2,876'], ['own-borough', 'Each area’s own borough', undefined], ['borough:E06000055', 'Bedford', undefined], ['borough:E06000032', 'Luton', '2,876'],
      ['saved:Luton 2019:borough=E06000032', '“Luton 2019”', undefined], ['value', 'A value typed in', undefined],
    ]);
  });

  it('tells a selection of the address from another saved under its title', () => {
    const linked: Benchmark = { kind: 'selection', title: 'Luton 2019', selection: { ...EVERYTHING, days: [4] } };
    const options = benchmarkOptions(scene, linked, saved).filter(({ id }) => id.startsWith('saved:'));
    expect(options.map(({ title }) => title)).toEqual(['“Luton 2019”', '“Luton 2019” (from the link)']);
    expect(options.map(({ id }) => id === optionOf(linked))).toEqual([false, true]);
    expect(options.map(({ benchmark }) => benchmark)).toEqual([{ kind: 'selection', ...saved[0] }, linked]);
    expect(benchmarkOptions(scene, { kind: 'selection', ...saved[0]! }, saved).filter(({ id }) => id.startsWith('saved:'))).toHaveLength(1);
  });

  it('finds every benchmark in the list again, one of the address too', () => {
    const other: Benchmark = { kind: 'selection', title: 'From a link', selection: EVERYTHING };
    const found = (benchmark: Benchmark) => benchmarkOptions(scene, benchmark, saved).find(({ id }) => id === optionOf(benchmark));
    for (const benchmark of [COUNTY_BENCHMARK, { kind: 'own-borough' } as const, { kind: 'borough', borough: 'E06000032' } as const, other]) expect(found(benchmark)?.benchmark).toEqual(benchmark);
    expect(found(ENGLAND)?.benchmark).toBeNull();
    expect(benchmarkOptions(scene, ENGLAND, []).at(-1)).toMatchObject({ detail: 'England 2023', figure: '2,876' });
  });
});

describe('a value typed in', () => {
  it('is a rate above zero with a name', () => {
    expect(typedBenchmark({ value: ' 2,876.4 ', title: ' England 2023 ', of: 'dsr' })).toEqual({ benchmark: ENGLAND });
  });

  it('says which of the two is missing', () => {
    for (const value of ['', 'many', '0', '-5', '1e400']) expect(typedBenchmark({ value, title: 'England', of: 'rate' })).toEqual({ problem: { value: 'Type a rate above 0, such as 2,876.4.' } });
    expect(typedBenchmark({ value: '12', title: '  ', of: 'rate' })).toEqual({ problem: { title: 'Say whose it is.' } });
  });
});

describe('how sure', () => {
  it('goes to the list and back', () => {
    expect(CONFIDENCES.map(({ id }) => confidenceOf(id))).toEqual([95, 99.8, 'fdr']);
    expect([95, 99.8, 'fdr'].map((level) => confidenceShort(confidenceOf(String(level))))).toEqual(['95%', '99.8%', 'FDR 5%']);
  });
});
