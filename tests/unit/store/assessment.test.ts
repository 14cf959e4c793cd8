import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assessmentOf, nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

type Harness = ReturnType<typeof createHarness>;
async function answer(atlas: Harness) {
  const call = nextOf(atlas.worker.assessments);
  await call.answer(assessmentOf(call.input));
  return call.input;
}
const waiting = ({ worker }: Harness) => worker.assessments.filter(({ settled }) => !settled).length;
async function openAssessment(hash = '#/assessment?v=1'): Promise<Harness> {
  const atlas = createHarness(hash);
  await atlas.open();
  atlas.state().needAssessment();
  return atlas;
}

describe('the assessment', () => {
  it('is made when needed, for the period and confidence of the view', async () => {
    const atlas = createHarness('#/assessment?v=1&from=2020-01&to=2021-12&confidence=99.8');
    await atlas.open();
    expect([atlas.worker.assessments.length, atlas.state().assessment.status]).toEqual([0, 'idle']);
    atlas.state().needAssessment();
    atlas.state().needAssessment();
    expect([atlas.worker.assessments.length, atlas.state().assessment.status]).toEqual([1, 'loading']);
    const asked = await answer(atlas);
    expect(asked).toEqual({ pack: 'bedfordshire', period: { from: '2020-01', to: '2021-12' }, confidence: 99.8 });
    expect(atlas.state().assessment).toMatchObject({ status: 'ready', value: { request: asked }, problem: null });
  });

  it('waits for the data set on screen where it is needed before', async () => {
    const atlas = createHarness('#/assessment?v=1');
    atlas.state().needAssessment();
    expect(atlas.worker.assessments).toHaveLength(0);
    await atlas.open();
    expect(atlas.worker.assessments).toHaveLength(1);
  });

  it('closes a period that the address leaves open with the months there are', async () => {
    const atlas = await openAssessment('#/assessment?v=1&from=2022-01');
    expect(nextOf(atlas.worker.assessments).input.period).toEqual({ from: '2022-01', to: '2023-12' });
  });

  it('follows period and confidence, the old one staying until the new one is there; other clauses are no part of it', async () => {
    const atlas = await openAssessment();
    await answer(atlas);
    const first = atlas.state().assessment.value;
    atlas.state().setSelection({ days: [4], boroughs: ['E06000032'] });
    expect(waiting(atlas)).toBe(0);
    atlas.state().setSelection({ period: { from: '2020-01', to: '2020-12' } });
    expect(atlas.state().assessment).toEqual({ status: 'loading', value: first, problem: null });
    await answer(atlas);
    atlas.state().setConfidence('fdr');
    await answer(atlas);
    expect(atlas.state().assessment.value?.request).toEqual({ pack: 'bedfordshire', period: { from: '2020-01', to: '2020-12' }, confidence: 'fdr' });
  });

  it('is not made anew while another view is shown, but when its own is shown again', async () => {
    const atlas = await openAssessment();
    await answer(atlas);
    atlas.state().setView('explore');
    atlas.state().setConfidence(99.8);
    expect(waiting(atlas)).toBe(0);
    atlas.state().setView('assessment');
    expect(nextOf(atlas.worker.assessments).input.confidence).toBe(99.8);
    await answer(atlas);
    atlas.state().setView('explore');
    atlas.state().setView('assessment');
    atlas.state().needAssessment();
    expect([waiting(atlas), atlas.state().assessment.status]).toEqual([0, 'ready']);
  });

  it('drops an answer that is no longer current, and ends its making', async () => {
    const atlas = await openAssessment();
    const stale = nextOf(atlas.worker.assessments);
    atlas.state().setConfidence(99.8);
    await settle();
    await stale.answer(assessmentOf(stale.input));
    expect([stale.options.signal?.aborted, atlas.state().assessment.value]).toEqual([true, null]);
    await answer(atlas);
    expect(atlas.state().assessment.value?.request.confidence).toBe(99.8);
  });

  it('of another pack is not shown', async () => {
    const atlas = await openAssessment();
    await answer(atlas);
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack({ id: 'elsewhere' }));
    await atlas.openDataSet();
    expect(atlas.state().assessment).toEqual({ status: 'loading', value: null, problem: null });
    expect((await answer(atlas)).pack).toBe('elsewhere');
  });

  it('that fails says why, keeps the last one and is tried again when needed', async () => {
    const atlas = await openAssessment();
    await answer(atlas);
    atlas.state().setConfidence(99.8);
    await nextOf(atlas.worker.assessments).reject(new Error('boom'));
    expect(atlas.state().assessment).toMatchObject({ status: 'failed', value: { request: { confidence: 95 } }, problem: { what: 'The assessment could not be made: boom' } });
    atlas.state().needAssessment();
    await answer(atlas);
    expect(atlas.state().assessment).toMatchObject({ status: 'ready', value: { request: { confidence: 99.8 } }, problem: null });
  });
});
