import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentHotspots } from '../../../src/store/hotspotKeepers.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { BACKTEST_REQUEST, backtestOf, hotspotRequest, hotspotsOf } from '../../fakes/sampleHotspots.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

type Harness = ReturnType<typeof createHarness>;
async function openHotspots(hash = '#/hotspots?v=1'): Promise<Harness> {
  const atlas = createHarness(hash);
  await atlas.open();
  atlas.state().needHotspots();
  return atlas;
}
async function answer({ worker }: Harness) {
  const call = nextOf(worker.hotspotTests);
  await call.answer(hotspotsOf(call.input, 5));
  return call.input;
}
const waiting = ({ worker }: Harness) => worker.hotspotTests.filter(({ settled }) => !settled).length;

describe('hotspot tests', () => {
  it('are made when needed, of the view’s filter and settings', async () => {
    const atlas = createHarness('#/hotspots?v=1&from=2020-01&to=2021-12&confidence=99.8&hotspots=seed:7');
    await atlas.open();
    expect([atlas.worker.hotspotTests.length, atlas.state().hotspots.status]).toEqual([0, 'idle']);
    atlas.state().needHotspots();
    atlas.state().needHotspots();
    expect([atlas.worker.hotspotTests.length, atlas.state().hotspots.status]).toEqual([1, 'loading']);
    nextOf(atlas.worker.hotspotTests).options.onProgress?.({ step: 'Testing hotspots', done: 3, total: 9 });
    expect(atlas.state().hotspotProgress).toEqual({ step: 'Testing hotspots', done: 3, total: 9 });
    const asked = await answer(atlas);
    expect(asked).toMatchObject({ pack: 'bedfordshire', dataSet: 'police-recorded', confidence: 99.8, selection: { period: { from: '2020-01', to: '2021-12' } }, settings: { seed: 7, value: 'count' } });
    expect(atlas.state()).toMatchObject({ hotspots: { status: 'ready', value: { request: asked }, problem: null }, hotspotProgress: null });
    expect(currentHotspots(atlas.state())).toBe(atlas.state().hotspots.value);
  });

  it('wait for the data set where they are needed before it is open', async () => {
    const atlas = createHarness('#/hotspots?v=1');
    atlas.state().needHotspots();
    expect(atlas.worker.hotspotTests).toHaveLength(0);
    await atlas.open();
    expect(atlas.worker.hotspotTests).toHaveLength(1);
  });

  it('follow filter, confidence and settings: the newest wins, the old answer stays but is not current', async () => {
    const atlas = await openHotspots();
    await answer(atlas);
    const first = atlas.state().hotspots.value;
    atlas.state().setSelection({ days: [4] });
    expect([atlas.state().hotspots, currentHotspots(atlas.state())]).toEqual([{ status: 'loading', value: first, problem: null }, null]);
    atlas.state().setHotspotSettings({ value: 'smoothed-rate' });
    await settle();
    expect(waiting(atlas)).toBe(1);
    expect(await answer(atlas)).toMatchObject({ selection: { days: [4] }, settings: { value: 'smoothed-rate' } });
    expect(currentHotspots(atlas.state())?.request.settings.value).toBe('smoothed-rate');
    atlas.state().setConfidence('fdr');
    await settle();
    expect((await answer(atlas)).confidence).toBe('fdr');
    atlas.state().toggleArea('E01000001', 'replace');
    atlas.state().setCamera(null);
    expect(waiting(atlas)).toBe(0);
    expect(currentHotspots(atlas.state())).toBe(atlas.state().hotspots.value);
  });

  it('are made on the map while one of their measures is shown, and ended when it no longer is', async () => {
    const atlas = await openHotspots('#/explore?v=1&measure=gi-star');
    expect(waiting(atlas)).toBe(1);
    atlas.state().setMeasure('count');
    await settle();
    expect([waiting(atlas), atlas.state().hotspots.status]).toEqual([0, 'idle']);
    atlas.state().setSelection({ days: [4] });
    expect(waiting(atlas)).toBe(0);
    atlas.state().setMeasure('persistence');
    await settle();
    expect((await answer(atlas)).selection.days).toEqual([4]);
    atlas.state().setMeasure('emerging');
    expect(waiting(atlas)).toBe(0);
  });

  it('that fail say why, and are tried again when needed', async () => {
    const atlas = await openHotspots();
    await nextOf(atlas.worker.hotspotTests).fail('too bad');
    expect(atlas.state().hotspots).toMatchObject({ status: 'failed', value: null, problem: { what: 'too bad' } });
    atlas.state().needHotspots();
    await answer(atlas);
    expect(atlas.state().hotspots.status).toBe('ready');
    atlas.state().setSelection({ days: [4] });
    await nextOf(atlas.worker.hotspotTests).reject(new TypeError('broken'));
    expect(atlas.state().hotspots.problem?.what).toContain('Hotspots could not be tested');
  });

  it('are forgotten with their pack', async () => {
    const atlas = await openHotspots();
    await answer(atlas);
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack({ id: 'elsewhere' }));
    await atlas.openDataSet();
    await settle();
    expect([atlas.state().hotspots.value, atlas.state().hotspots.status, nextOf(atlas.worker.hotspotTests).input.pack]).toEqual([null, 'loading', 'elsewhere']);
  });

  it('keep settings in the address, and refuse those it cannot say', async () => {
    const atlas = await openHotspots();
    atlas.state().setHotspotSettings({ neighbours: { kind: 'distance', metres: 1500 } });
    atlas.state().setHotspotSettings({ hexagonMetres: 1 });
    atlas.state().setBacktestSettings({ trainMonths: 24 });
    atlas.state().setBacktestSettings({ testMonths: -1 });
    atlas.rest();
    expect(atlas.location.read()).toContain('&hotspots=neighbours:within-1500&backtest=train:24');
    expect([atlas.state().view.hotspots.hexagonMetres, atlas.state().view.backtest.testMonths]).toEqual([500, 3]);
  });
});

describe('the back-test', () => {
  it('is made when needed, and again after a change of its settings alone', async () => {
    const atlas = createHarness('#/patrol?v=1');
    await atlas.open();
    atlas.state().needBacktest();
    const call = nextOf(atlas.worker.backtests);
    expect(call.input).toEqual(BACKTEST_REQUEST);
    await call.answer(backtestOf(call.input));
    expect(atlas.state().backtest).toMatchObject({ status: 'ready', value: { request: BACKTEST_REQUEST } });
    atlas.state().setConfidence(99.8);
    atlas.state().setHotspotSettings({ seed: 3 });
    expect(atlas.worker.backtests).toHaveLength(1);
    atlas.state().setBacktestSettings({ pick: { kind: 'areas', areas: 5 } });
    expect(nextOf(atlas.worker.backtests).input.pick).toEqual({ kind: 'areas', areas: 5 });
  });
});

it('the request that tests answer is the one of the view', () => {
  expect(hotspotRequest().settings.seed).toBe(BACKTEST_REQUEST.seed);
});
