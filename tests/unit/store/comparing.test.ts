import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import { COUNTY_BENCHMARK } from '../../../src/model/benchmark.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { decodeHash } from '../../../src/selection/url.ts';
import { shownBenchmark } from '../../../src/store/shown.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const ENGLAND: Benchmark = { kind: 'value', of: 'dsr', value: 2876.4, title: 'England 2023' };
const LUTON_NIGHTS: Benchmark = { kind: 'selection', title: 'Luton nights', selection: { ...EVERYTHING, boroughs: ['E06000032'], hours: { from: 19, to: 7 } } };

describe('the benchmark', () => {
  it('is asked for, stands in the address and in the request', async () => {
    const atlas = createHarness();
    await atlas.open();
    expect(atlas.state().evaluation?.request.benchmark).toEqual(COUNTY_BENCHMARK);
    for (const benchmark of [{ kind: 'own-borough' }, ENGLAND, LUTON_NIGHTS, { kind: 'borough', borough: 'E06000055' }] as const) {
      atlas.state().setBenchmark(benchmark);
      await atlas.evaluateAll();
      atlas.rest();
      expect([atlas.state().evaluation?.request.benchmark, decodeHash(atlas.location.read()).view.benchmark]).toEqual([benchmark, benchmark]);
      expect(shownBenchmark(atlas.state())).toEqual({ benchmark, reason: null });
    }
  });

  it('stays what it is where the one asked for cannot be used', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setBenchmark(ENGLAND);
    await atlas.evaluateAll();
    atlas.state().setBenchmark({ ...ENGLAND, value: -1 });
    atlas.state().setBenchmark({ ...LUTON_NIGHTS, title: ' ' });
    expect(atlas.state().view.benchmark).toEqual(ENGLAND);
  });

  it('gives way to the county for a borough of another pack, and says so', async () => {
    const atlas = createHarness('#/explore?v=1&benchmark=borough:E06000099');
    await atlas.open();
    expect(atlas.state().evaluation?.request.benchmark).toEqual(COUNTY_BENCHMARK);
    const reason = 'The borough "E06000099" is not in this pack, so areas are compared with the county.';
    expect([atlas.state().notices, shownBenchmark(atlas.state())]).toEqual([[reason], { benchmark: COUNTY_BENCHMARK, reason }]);
    expect(atlas.location.read()).toContain('benchmark=borough:E06000099');
  });

  it('of a saved selection asks for what the data set can answer, and says what it cannot', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setBenchmark(LUTON_NIGHTS);
    await atlas.evaluateAll();
    expect(atlas.state().notices).toEqual([]);
    atlas.state().setDataSet('street');
    await settle();
    await atlas.openDataSet();
    expect(atlas.state().evaluation?.request.benchmark).toEqual({ ...LUTON_NIGHTS, selection: { ...EVERYTHING, boroughs: ['E06000032'] } });
    expect(atlas.state().notices).toEqual([expect.stringMatching(/^In the benchmark “Luton nights”: The choice of hours is not applied\./)]);
  });

  it('is the same object until something changes, as components need', async () => {
    const atlas = createHarness();
    await atlas.open();
    const shown = shownBenchmark(atlas.state());
    atlas.state().setCamera({ zoom: 9, latitude: 52, longitude: 0 });
    expect(shownBenchmark(atlas.state())).toBe(shown);
  });
});

describe('a value of one kind of rate', () => {
  it('stays the benchmark where the other is shown: that it gives no classes is said where they are missing', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setBenchmark(ENGLAND);
    atlas.state().setMeasure('rate-class');
    expect([shownBenchmark(atlas.state()), atlas.state().notices]).toEqual([{ benchmark: ENGLAND, reason: null }, []]);
  });
});

describe('confidence', () => {
  it('can be held over all areas together', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setConfidence('fdr');
    await atlas.evaluateAll();
    atlas.rest();
    expect([atlas.state().evaluation?.request.confidence, decodeHash(atlas.location.read()).view.confidence]).toEqual(['fdr', 'fdr']);
  });
});

/** The worker's breaks for count, rate and dsr in turn, or for the last of them. */
async function answer(atlas: ReturnType<typeof createHarness>, breaks: readonly number[], measures = 3) {
  for (let measure = 0; measure < measures; measure += 1) {
    const call = nextOf(atlas.worker.classBreakings);
    await call.answer(breaks);
  }
}

describe('class breaks by another method', () => {
  it('come from the positive values of the chosen areas, each distinct and with values on both sides', async () => {
    const atlas = createHarness();
    await atlas.open([0, 20, 30, 40, 50]);
    const before = atlas.state().breaks;
    atlas.state().rescale('fisher-jenks');
    expect([...nextOf(atlas.worker.classBreakings).input.values]).toEqual([20, 30, 40, 50]);
    expect([atlas.state().breaks, atlas.state().breakMethod]).toEqual([before, 'quantile']);
    await nextOf(atlas.worker.classBreakings).answer([45, 20, 25, 25, 31.5, 51]);
    await answer(atlas, [250, 350.123456], 2);
    expect([atlas.state().breaks, atlas.state().breakMethod]).toEqual([{ count: [25, 32, 45], rate: [250, 350], dsr: [250, 350] }, 'fisher-jenks']);
  });

  it('are asked for in fewer classes until the five colours are enough', async () => {
    const atlas = createHarness();
    await atlas.open([10, 20, 30, 40, 50]);
    atlas.state().rescale('pretty');
    const asked: number[] = [];
    for (const breaks of [[15, 20, 25, 30, 35, 40], [15, 20, 25, 30, 35], [20, 40]]) {
      const call = nextOf(atlas.worker.classBreakings);
      asked.push(call.input.classes);
      await call.answer(breaks);
    }
    await answer(atlas, [200, 400], 2);
    expect([asked, atlas.state().breaks.count]).toEqual([[5, 4, 3], [20, 40]]);
  });

  it('lose no end of the range where a method cuts finer however few classes are asked for', async () => {
    const atlas = createHarness();
    await atlas.open([10, 20, 30, 40, 50]);
    atlas.state().rescale('pretty');
    const fine = [12, 15, 20, 25, 30, 35, 40, 45, 50];
    for (let times = 0; times < 4; times += 1) await nextOf(atlas.worker.classBreakings).answer(fine);
    await answer(atlas, [200, 400], 2);
    // Nine edges, four at most: every third.
    expect(atlas.state().breaks.count).toEqual([20, 35, 50]);
  });

  it('take the newest press, and the method before where none is given', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().rescale('pretty');
    atlas.state().rescale('fisher-jenks');
    await answer(atlas, [20]);
    expect(atlas.state().breakMethod).toBe('quantile');
    await answer(atlas, [30]);
    expect([atlas.state().breaks.count, atlas.state().breakMethod]).toEqual([[30], 'fisher-jenks']);
    atlas.state().rescale();
    expect(nextOf(atlas.worker.classBreakings).input.method).toBe('fisher-jenks');
    atlas.state().rescale('quantile');
    await answer(atlas, [40]);
    expect([atlas.state().breaks.count, atlas.state().breakMethod]).toEqual([[18, 26, 34, 42], 'quantile']);
  });

  it('are dropped where another data set has opened meanwhile, whose own are quantiles', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().rescale('pretty');
    await answer(atlas, [30]);
    atlas.state().rescale('pretty');
    atlas.state().setDataSet('street');
    await settle();
    await atlas.openDataSet([1, 2, 3, 4, 5]);
    await answer(atlas, [30]);
    expect([atlas.state().breakMethod, atlas.state().breaks.count]).toEqual(['quantile', [2, 3, 4]]);
  });

  it('stay as they are where the worker fails, with the problem', async () => {
    const atlas = createHarness();
    await atlas.open();
    const { breaks } = atlas.state();
    atlas.state().rescale('pretty');
    await nextOf(atlas.worker.classBreakings).fail('Out of memory.');
    expect([atlas.state().breaks, atlas.state().evaluationProblem?.what]).toEqual([breaks, 'Out of memory.']);
  });
});
