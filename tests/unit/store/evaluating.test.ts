import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { evaluationOf, nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const LUTON = ['E06000032'];
const waiting = ({ worker }: ReturnType<typeof createHarness>) => worker.evaluations.filter(({ settled }) => !settled);

describe('evaluating', () => {
  it('needs one evaluation for a view without filters: its figures also make the breaks', async () => {
    const atlas = createHarness();
    await atlas.open();
    expect(atlas.worker.evaluations.map(({ input }) => input.selection)).toEqual([EVERYTHING]);
    expect([atlas.state().evaluation?.matching, atlas.state().evaluating]).toEqual([150, false]);
  });

  it('asks for every change of the selection and of the confidence, and for nothing else', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setSelection({ boroughs: LUTON });
    await atlas.evaluateAll();
    atlas.state().setConfidence(99.8);
    await atlas.evaluateAll();
    atlas.state().setMeasure('count');
    atlas.state().setCamera({ zoom: 10, latitude: 52, longitude: -0.4 });
    atlas.state().toggleArea('E01000001', 'replace');
    await atlas.evaluateAll();
    expect(atlas.worker.evaluations.slice(1).map(({ input }) => [input.selection.boroughs, input.confidence])).toEqual([[LUTON, 95], [LUTON, 99.8]]);
  });

  it('runs one and lets only the newest wait', async () => {
    const atlas = createHarness();
    await atlas.open();
    for (const from of [1, 2, 3, 4]) atlas.state().setSelection({ hours: { from, to: 12 } });
    expect(waiting(atlas)).toHaveLength(1);
    const first = nextOf(atlas.worker.evaluations);
    await first.answer(evaluationOf(first.input, [1, 1, 1, 1, 1]));
    expect(waiting(atlas).map(({ input }) => input.selection.hours?.from)).toEqual([4]);
  });

  it('drops an answer that is no longer current, and says until then that it is evaluating', async () => {
    const atlas = createHarness();
    await atlas.open();
    const before = atlas.state().evaluation;
    atlas.state().setSelection({ days: [4] });
    const stale = nextOf(atlas.worker.evaluations);
    atlas.state().setSelection({ days: [5] });
    await stale.answer(evaluationOf(stale.input, [9, 9, 9, 9, 9]));
    expect([atlas.state().evaluation, atlas.state().evaluating]).toEqual([before, true]);
    const current = nextOf(atlas.worker.evaluations);
    await current.answer(evaluationOf(current.input, [2, 2, 2, 2, 2]));
    expect([atlas.state().evaluation?.request.selection.days, atlas.state().evaluation?.matching, atlas.state().evaluating]).toEqual([[5], 10, false]);
  });

  it('drops a failure that is no longer current', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setSelection({ days: [4] });
    const stale = nextOf(atlas.worker.evaluations);
    atlas.state().setSelection({ days: [5] });
    await stale.fail('Too late');
    expect([atlas.state().evaluationProblem, atlas.state().evaluating]).toEqual([null, true]);
    await atlas.evaluateAll();
    expect(atlas.state().evaluation?.request.selection.days).toEqual([5]);
  });

  it('drops an answer that carries another request than the one asked', async () => {
    const atlas = createHarness();
    await atlas.open();
    const before = atlas.state().evaluation;
    atlas.state().setSelection({ days: [4] });
    const call = nextOf(atlas.worker.evaluations);
    await call.answer(evaluationOf({ ...call.input, selection: EVERYTHING }, [9, 9, 9, 9, 9]));
    expect(atlas.state().evaluation).toBe(before);
  });

  it('asks nothing when the reader returns to what is on screen, and drops what was on its way', async () => {
    const atlas = createHarness();
    await atlas.open();
    const before = atlas.state().evaluation;
    atlas.state().setSelection({ days: [4] });
    atlas.state().clearSelection();
    expect(atlas.state().evaluating).toBe(false);
    await atlas.evaluateAll();
    expect([atlas.state().evaluation, atlas.worker.evaluations.length]).toEqual([before, 2]);
  });

  it('keeps the last figures when an evaluation fails, with the problem, and asks again at the next change', async () => {
    const atlas = createHarness();
    await atlas.open();
    const before = atlas.state().evaluation;
    atlas.state().setSelection({ days: [4] });
    await nextOf(atlas.worker.evaluations).fail('Out of memory');
    expect([atlas.state().evaluation, atlas.state().evaluating, atlas.state().evaluationProblem?.what]).toEqual([before, false, 'Out of memory']);
    atlas.state().setSelection({ days: [4] });
    await nextOf(atlas.worker.evaluations).reject(new Error('boom'));
    expect(atlas.state().evaluationProblem?.what).toBe('The figures could not be computed: boom');
    atlas.state().setSelection({ days: [4] });
    await atlas.evaluateAll();
    expect([atlas.state().evaluation?.request.selection.days, atlas.state().evaluationProblem]).toEqual([[4], null]);
  });

  it('takes an emptied list for "all"', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setSelection({ types: [], boroughs: [], days: [] });
    expect(atlas.state().view.selection).toEqual(EVERYTHING);
  });

  it('lets the newer of two kind clauses win that do not fit together', async () => {
    const atlas = createHarness('#/explore?v=1&type=violence-and-sexual-offences&subgroup=rape');
    await atlas.open();
    atlas.state().setSelection({ types: ['public-order'] });
    expect(atlas.state().view.selection).toMatchObject({ types: ['public-order'], subgroups: null });
    atlas.state().setSelection({ subgroups: ['rape'] });
    expect(atlas.state().view.selection).toMatchObject({ types: ['violence-and-sexual-offences'], subgroups: ['rape'] });
  });
});

describe('class breaks', () => {
  it('stay while filtering, and change only by rescale()', async () => {
    const atlas = createHarness();
    await atlas.open([10, 20, 30, 40, 50]);
    const { breaks } = atlas.state();
    // Type 7 quantiles of 10..50 at 20, 40, 60, 80%: 18, 26, 34, 42.
    expect(breaks).toEqual({ count: [18, 26, 34, 42], rate: [180, 260, 340, 420], dsr: [180, 260, 340, 420] });
    atlas.state().setSelection({ boroughs: LUTON });
    await atlas.evaluateAll([1, 2, 3, 4, 5]);
    expect(atlas.state().breaks).toBe(breaks);
    atlas.state().rescale();
    expect(atlas.state().breaks.count).toEqual([2, 3, 4]);
    atlas.state().clearSelection();
    await atlas.evaluateAll([10, 20, 30, 40, 50]);
    expect(atlas.state().breaks.count).toEqual([2, 3, 4]);
  });

  it('come from the whole data set even where a link opens with filters', async () => {
    const atlas = createHarness('#/explore?v=1&borough=E06000032');
    atlas.state().start();
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack());
    await nextOf(atlas.worker.dataSets).answer({ rows: 1 });
    const baseline = nextOf(atlas.worker.evaluations);
    expect(baseline.input.selection).toEqual(EVERYTHING);
    await baseline.answer(evaluationOf(baseline.input, [10, 20, 30, 40, 50]));
    expect(atlas.state().evaluation).toBeNull();
    const filtered = nextOf(atlas.worker.evaluations);
    await filtered.answer(evaluationOf(filtered.input, [1, 2, 3, 0, 0]));
    expect([atlas.state().breaks.count, atlas.state().evaluation?.request.selection.boroughs]).toEqual([[18, 26, 34, 42], LUTON]);
    expect(atlas.worker.evaluations).toHaveLength(2);
  });
});
