import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shownSurface } from '../../../src/store/surfaceKeeper.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { surfaceOf } from '../../fakes/sampleSurface.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

type Harness = ReturnType<typeof createHarness>;
async function openSurface(hash = '#/explore?v=1&layers=surface'): Promise<Harness> {
  const atlas = createHarness(hash);
  await atlas.open();
  atlas.state().needSurface();
  return atlas;
}
async function answer({ worker }: Harness) {
  const call = nextOf(worker.surfaces);
  await call.answer(surfaceOf(call.input));
  return call.input;
}
const waiting = ({ worker }: Harness) => worker.surfaces.filter(({ settled }) => !settled).length;

it('is made of the view’s filter and settings when its layer is on', async () => {
  const atlas = await openSurface('#/explore?v=1&layers=surface&days=fri&surface=bandwidth:500');
  expect(atlas.state().surface.status).toBe('loading');
  expect(await answer(atlas)).toMatchObject({ pack: 'bedfordshire', dataSet: 'police-recorded', selection: { days: [4] }, settings: { bandwidthMetres: 500, levels: null } });
  expect(shownSurface(atlas.state())).toMatchObject({ old: false, answer: { events: 12_345 } });
  expect(shownSurface(atlas.state())).toBe(shownSurface(atlas.state()));
});

it('follows the filter at once: the one before stays, marked old, and the newest wins', async () => {
  const atlas = await openSurface();
  await answer(atlas);
  atlas.state().setSelection({ days: [4] });
  expect(shownSurface(atlas.state())).toMatchObject({ old: true, answer: { request: { selection: { days: null } } } });
  atlas.state().setSelection({ days: [5] });
  await settle();
  expect(waiting(atlas)).toBe(1);
  expect((await answer(atlas)).selection.days).toEqual([5]);
  expect(shownSurface(atlas.state())).toMatchObject({ old: false, answer: { request: { selection: { days: [5] } } } });
  // Neither confidence nor camera nor a selected area changes it.
  atlas.state().setConfidence(99.8);
  atlas.state().setCamera(null);
  atlas.state().toggleArea('E01000001', 'replace');
  expect([waiting(atlas), shownSurface(atlas.state())?.old]).toEqual([0, false]);
});

it('rests while its layer is off, and is made anew for a filter that changed meanwhile', async () => {
  const atlas = await openSurface();
  await answer(atlas);
  atlas.state().toggleOverlay('surface');
  atlas.state().setSelection({ days: [4] });
  expect(waiting(atlas)).toBe(0);
  atlas.state().toggleOverlay('surface');
  expect([waiting(atlas), shownSurface(atlas.state())?.old]).toEqual([1, true]);
});

it('that is refused shows its reason and no earlier surface', async () => {
  const atlas = await openSurface();
  await answer(atlas);
  atlas.state().setSurface({ bandwidthMetres: 250 });
  await nextOf(atlas.worker.surfaces).fail('There are no points.');
  expect([atlas.state().surface.problem?.what, shownSurface(atlas.state())]).toEqual(['There are no points.', null]);
});

it('of another data set is not shown', async () => {
  const atlas = await openSurface();
  await answer(atlas);
  atlas.state().setDataSet('street');
  await settle();
  await atlas.openDataSet();
  await settle();
  expect([atlas.state().dataSet.entry?.id, shownSurface(atlas.state())]).toEqual(['street', null]);
  expect((await answer(atlas)).dataSet).toBe('street');
  expect(shownSurface(atlas.state())?.old).toBe(false);
});

it('keeps its settings in the address, and refuses those it cannot say', async () => {
  const atlas = await openSurface();
  atlas.state().setSurface({ bandwidthMetres: 500, levels: [5, 10] });
  atlas.state().setSurface({ bandwidthMetres: 1 });
  atlas.rest();
  expect(atlas.location.read()).toContain('&surface=bandwidth:500,levels:5/10&layers=surface');
});
