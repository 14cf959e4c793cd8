import { beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/model/selection.ts';
import type { AtlasWorker } from '../../../src/worker/protocol.ts';
import { revivingWorker } from '../../../src/worker/revivingWorker.ts';
import { assessmentOf, createFakeWorker, evaluationOf, type FakeWorker, nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const PATH = './packs/north/';
const request = { pack: 'north', dataSet: 'street', selection: EVERYTHING, confidence: 95, benchmark: { kind: 'county' }, detail: false } as const;
let lives: { readonly worker: FakeWorker; readonly end: () => void }[] = [];
let atlas: AtlasWorker;

beforeEach(() => {
  lives = [];
  atlas = revivingWorker((onEnd) => {
    const worker = createFakeWorker();
    lives.push({ worker, end: onEnd });
    return worker;
  });
});

function newest(): FakeWorker {
  const life = lives.at(-1);
  if (life === undefined) throw new Error('No worker was started.');
  return life.worker;
}

async function openStreet(): Promise<void> {
  const pack = atlas.openPack(PATH);
  await nextOf(newest().packs).answer(samplePack({ id: 'bedfordshire' }));
  await pack;
  const dataSet = atlas.openDataSet('north', 'street');
  await settle();
  await nextOf(newest().dataSets).answer({ rows: 1 });
  await dataSet;
}

/** As the real one does: the end is told, then what is pending fails. */
async function die(): Promise<void> {
  lives.at(-1)?.end();
  for (const call of newest().evaluations.filter(({ settled }) => !settled)) await call.fail('The worker stopped.');
}

describe('a worker that begins anew', () => {
  it('starts once, and passes calls on without opening anything twice', async () => {
    await openStreet();
    const answer = atlas.evaluate(request);
    await settle();
    await nextOf(newest().evaluations).answer(evaluationOf(request, [1]));
    expect([(await answer).ok, lives.length, newest().packs.length, newest().dataSets.length]).toEqual([true, 1, 1, 1]);
  });

  it('tells the one who waited, and opens pack and data set again for the next question', async () => {
    await openStreet();
    const lost = atlas.evaluate(request);
    await settle();
    await die();
    expect(await lost).toMatchObject({ ok: false, problem: { what: 'The worker stopped.' } });
    expect(lives).toHaveLength(1);
    const answers = Promise.all([atlas.evaluate(request), atlas.evaluate(request, { lane: 'other' })]);
    await settle();
    expect(newest().packs.map(({ input }) => input)).toEqual([PATH]);
    await nextOf(newest().packs).answer(samplePack());
    expect(newest().dataSets.map(({ input }) => input)).toEqual([{ pack: 'north', dataSet: 'street' }]);
    await nextOf(newest().dataSets).answer({ rows: 1 });
    for (const call of newest().evaluations) await call.answer(evaluationOf(request, [1]));
    expect([(await answers).map(({ ok }) => ok), lives.length]).toEqual([[true, true], 2]);
  });

  it('opens the pack again for another of its data sets', async () => {
    await openStreet();
    await die();
    const opened = atlas.openDataSet('bedfordshire', 'police-recorded');
    await settle();
    await nextOf(newest().packs).answer(samplePack());
    await nextOf(newest().dataSets).answer({ rows: 2 });
    expect([await opened, lives.length]).toEqual([{ ok: true, value: { rows: 2 }, notes: [] }, 2]);
  });

  it('says why it could not open the pack again, and tries once more when asked', async () => {
    await openStreet();
    await die();
    for (const what of ['The server cannot be reached.', 'It still cannot be reached.']) {
      const answer = atlas.evaluate(request);
      await settle();
      await nextOf(newest().packs).fail(what);
      expect(await answer).toMatchObject({ ok: false, problem: { what } });
    }
    expect(lives).toHaveLength(2);
  });

  it('opens the pack again for an assessment, and nothing for class breaks', async () => {
    await openStreet();
    await die();
    const breaks = atlas.classBreaks(Float64Array.of(1, 2), 2, 'quantile');
    await settle();
    await nextOf(newest().classBreakings).answer([1.5]);
    expect([await breaks, newest().packs.length]).toEqual([{ ok: true, value: [1.5], notes: [] }, 0]);
    const asked = { pack: 'north', period: null, confidence: 95 } as const;
    const assessment = atlas.assess(asked);
    await settle();
    await nextOf(newest().packs).answer(samplePack());
    await nextOf(newest().assessments).answer(assessmentOf(asked));
    expect([(await assessment).ok, newest().packs.length, newest().dataSets.length]).toEqual([true, 1, 0]);
  });

  it('opens again exactly the forces that the question is about', async () => {
    const opening = atlas.openPack(PATH, { forces: { forces: null, at: { longitude: 0, latitude: 51 } }, keep: null });
    await nextOf(newest().packs).answer({ ...samplePack(), parts: ['kent'] });
    await opening;
    await die();
    const answer = atlas.evaluate({ ...request, pack: 'north:kent' });
    await settle();
    const again = nextOf(newest().packs);
    expect([again.input, again.options]).toEqual([PATH, { forces: { forces: ['kent'], at: null }, partitioned: true }]);
    await again.answer({ ...samplePack(), parts: ['kent'] });
    expect(nextOf(newest().dataSets).input).toEqual({ pack: 'north:kent', dataSet: 'street' });
    await nextOf(newest().dataSets).answer({ rows: 1 });
    await nextOf(newest().evaluations).answer(evaluationOf(request, [1]));
    expect((await answer).ok).toBe(true);
  });

  it('leaves a pack that was never opened to the worker, and ends with it', async () => {
    void atlas.openDataSet('nowhere', 'street');
    await settle();
    expect(newest().dataSets).toHaveLength(1);
    atlas.dispose();
    expect(newest().disposed).toBe(true);
  });
});
