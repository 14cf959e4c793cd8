import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const PARTS = ['kent', 'surrey', 'sussex'];

/** A pack in three forces, of which some are open; each force's data set is told apart by its account. */
function partedPack(parts: readonly string[]): OpenedPack {
  const pack = samplePack();
  return {
    ...pack, parts,
    manifest: {
      ...pack.manifest, version: 2, area: { id: 'bedfordshire', title: parts.join(' and ') },
      partitions: { by: 'police-force', opens: 'kent', parts: PARTS.map((id, i) => ({ id, title: id, box: [i, 51, i + 1, 52], areas: 5, population: { first: 0, rows: 95 }, accounts: {} })) },
    },
  };
}

type Harness = ReturnType<typeof createHarness>;

async function openWith(atlas: Harness, parts: readonly string[], counts?: readonly number[]): Promise<void> {
  await settle();
  await nextOf(atlas.worker.packs).answer(partedPack(parts));
  await atlas.openDataSet(counts);
  atlas.rest();
}

async function started(hash: string, parts: readonly string[]): Promise<Harness> {
  const atlas = createHarness(hash);
  atlas.state().start();
  await openWith(atlas, parts);
  return atlas;
}

describe('opening forces', () => {
  it('asks for those of the address, or for the one at the camera, and the address names what opened', async () => {
    const atlas = await started('#/explore?v=1&map=9/51.5/1.5', ['surrey']);
    expect(atlas.worker.packs[0]?.options).toMatchObject({ forces: { forces: null, at: { longitude: 1.5, latitude: 51.5 } }, partitioned: false, keep: null });
    expect([atlas.state().view.forces, atlas.location.read()]).toEqual([['surrey'], '#/explore?v=1&pack=bedfordshire&force=surrey&data=police-recorded&map=9/51.5000/1.5000']);
    const other = await started('#/explore?v=1&force=sussex,kent', ['kent', 'sussex']);
    expect(other.worker.packs[0]?.options).toMatchObject({ forces: { forces: ['sussex', 'kent'], at: null }, partitioned: true });
    expect(other.worker.dataSets[0]?.input.pack).toBe('bedfordshire:kent,sussex');
    expect(other.state().evaluation?.request.pack).toBe('bedfordshire:kent,sussex');
  });

  it('adds a force in one step with its figures, keeping what is open until then', async () => {
    const atlas = await started('', ['kent']);
    const seen = new Set<string>();
    atlas.store.subscribe(({ pack, evaluation }) => seen.add(`${pack.opened?.parts?.join()} ${evaluation?.request.pack}`));
    atlas.state().setForces(['kent', 'surrey'], 'fit');
    await settle();
    expect(nextOf(atlas.worker.packs).options).toMatchObject({ keep: 'bedfordshire:kent', forces: { forces: ['kent', 'surrey'] }, partitioned: true });
    atlas.state().setSelection({ boroughs: ['E06000032'] });
    await atlas.evaluateAll();
    await openWith(atlas, ['kent', 'surrey']);
    expect([...seen]).toEqual(['kent bedfordshire:kent', 'kent,surrey bedfordshire:kent,surrey']);
    expect(atlas.location.entries).toHaveLength(2);
    expect(atlas.location.read()).toContain('force=kent,surrey');
  });

  it('opens all, drops areas that are not there any more with a word, and does not open none', async () => {
    const atlas = await started('#/explore?v=1&force=kent&area=E01000001,E01999999', ['kent']);
    expect(atlas.state().notices).toEqual(['The address selects E01999999, which is not in the police forces opened.']);
    atlas.state().setForces([], 'fit');
    expect(atlas.worker.packs.filter(({ settled }) => !settled)).toEqual([]);
    atlas.state().setForces('all', 'keep');
    await openWith(atlas, PARTS);
    expect([atlas.state().view.forces, atlas.state().evaluation?.request.pack]).toEqual(['all', 'bedfordshire:all']);
  });

  it('stays with what is open when another choice fails or is cancelled', async () => {
    const atlas = await started('', ['kent']);
    const { evaluation, pack: { opened } } = atlas.state();
    atlas.state().setForces(['surrey'], 'keep');
    await settle();
    await nextOf(atlas.worker.packs).fail('The file is damaged.');
    expect([atlas.state().pack.opened, atlas.state().evaluation, atlas.state().view.forces, atlas.state().failedRequest?.forces]).toEqual([opened, evaluation, ['kent'], ['surrey']]);
    atlas.state().retry();
    await settle();
    expect(nextOf(atlas.worker.packs).options).toMatchObject({ forces: { forces: ['surrey'] } });
    atlas.state().cancelLoading();
    await settle();
    expect([atlas.state().pack.opened, atlas.state().pack.status, atlas.state().view.forces]).toEqual([opened, 'ready', ['kent']]);
  });

  it('follows the address back, without reading anything for a link to what is open', async () => {
    const atlas = await started('', ['kent']);
    atlas.state().setForces(['surrey'], 'keep');
    await openWith(atlas, ['surrey']);
    atlas.location.type('#/explore?v=1&pack=bedfordshire&force=kent');
    await openWith(atlas, ['kent']);
    expect([atlas.state().view.forces, atlas.worker.packs.length]).toEqual([['kent'], 3]);
    // Without a force the link means the one the pack opens with, which is open.
    atlas.location.type('#/explore?v=1&pack=bedfordshire&data=police-recorded&measure=count');
    await settle();
    await atlas.openDataSet();
    expect([atlas.state().view.forces, atlas.worker.packs.length, atlas.state().view.measure]).toEqual([['kent'], 3, 'count']);
  });

  it('says that a pack opened whole has no use for forces', async () => {
    const atlas = createHarness('#/explore?v=1&force=kent');
    await atlas.open();
    expect([atlas.state().view.forces, atlas.state().notices]).toEqual([null, ['This pack is opened whole, so the police forces that the address names are not used.']]);
  });
});

describe('what is made of the open forces', () => {
  it('is asked for and kept under their name: the assessment and the agreement', async () => {
    const atlas = await started('#/assessment?v=1&force=kent', ['kent']);
    atlas.state().needAssessment();
    await settle();
    expect(nextOf(atlas.worker.assessments).input.pack).toBe('bedfordshire:kent');
    atlas.state().setForces(['surrey'], 'keep');
    await openWith(atlas, ['surrey']);
    expect(nextOf(atlas.worker.assessments).input.pack).toBe('bedfordshire:surrey');
  });
});
