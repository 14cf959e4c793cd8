import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hubCentre, needsHub, nextMonday } from '../../../src/store/patrolRequest.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { placesOf, samplePlan } from '../../fakes/samplePatrol.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers({ now: new Date(2025, 1, 27, 12) }); });
afterEach(() => { vi.useRealTimers(); });

const HASH = '#/patrol?v=1&plan-hub=luton-south&starts=2025-03-03&seed=7';

async function opened(hash = HASH) {
  const atlas = createHarness(hash);
  await atlas.open();
  atlas.state().needPatrol();
  await vi.dynamicImportSettled();
  await settle();
  const asked = nextOf(atlas.worker.placesAsked);
  await asked.answer(placesOf(asked.input));
  return atlas;
}

describe('a patrol plan', () => {
  it('is made by itself the first time, of the hub’s places, its published staffing and the Home Office minimum', async () => {
    const atlas = await opened();
    const call = nextOf(atlas.worker.plans);
    const { input } = call;
    expect(atlas.worker.placesAsked[0]?.input).toMatchObject({ source: { kind: 'top', count: 10 }, hubs: ['luton-south'] });
    expect(input).toMatchObject({ from: '2025-03-03', days: 7, seed: 7, rule: { id: 'home-office' } });
    expect([input.hotspots.length, input.shifts.map(({ title, pairs }) => [title, pairs])]).toEqual([3, [['Early', 1], ['Late', 1], ['Night', 1]]]);
    expect(atlas.state().patrol.plan.status).toBe('loading');
    await call.answer({ ...(await samplePlan()), request: input });
    expect(atlas.state().patrol).toMatchObject({ plan: { status: 'ready' }, stale: false });
  });

  it('names its first day and its seed in the address, so that the link makes it again', async () => {
    const atlas = await opened('#/patrol?v=1&plan-hub=luton-south');
    const { from, seed } = nextOf(atlas.worker.plans).input;
    expect(from).toBe('2025-03-03');
    atlas.rest();
    expect(atlas.location.read()).toContain(`starts=2025-03-03&seed=${seed}`);
    expect(seed).toBeGreaterThan(0);
  });

  it('stays when settings change, and says that it is of others; places left out are not in the next', async () => {
    const atlas = await opened();
    const first = nextOf(atlas.worker.plans);
    await first.answer({ ...(await samplePlan()), request: first.input });
    atlas.state().setPatrol({ without: ['E01000002'] });
    expect([atlas.state().patrol.stale, atlas.worker.plans.length]).toEqual([true, 1]);
    atlas.state().makePlan();
    await settle();
    expect(nextOf(atlas.worker.plans).input.hotspots.map(({ id }) => id)).toEqual(['E01000001', 'E01000003']);
    atlas.state().setPatrol({ without: [] });
    expect(atlas.state().patrol.stale).toBe(false);
  });

  it('can be cancelled: the one before stays', async () => {
    const atlas = await opened();
    const first = nextOf(atlas.worker.plans);
    await first.answer({ ...(await samplePlan()), request: first.input });
    atlas.state().drawPlanAgain();
    await settle();
    expect(atlas.state().patrol.plan.status).toBe('loading');
    const { signal } = nextOf(atlas.worker.plans).options;
    atlas.state().cancelPlan();
    await settle();
    expect([signal?.aborted, atlas.state().patrol.plan.status, atlas.state().patrol.plan.value?.request.seed]).toEqual([true, 'ready', 7]);
  });

  it('is of a hotspot list when one is opened in it', async () => {
    const atlas = await opened('#/patrol?v=1&plan-hub=luton-south&places=nte');
    atlas.state().setPatrolList({ title: 'Fridays', codes: ['E01000004'] }, 'open');
    expect(nextOf(atlas.worker.placesAsked).input).toMatchObject({ source: { kind: 'areas', codes: ['E01000004'], list: 'Fridays' }, hubs: [] });
  });

  it('waits for somebody to say which hub, is made at once then, and anew for another', async () => {
    const atlas = createHarness('#/patrol?v=1&starts=2025-03-03&seed=7');
    await atlas.open();
    atlas.state().needPatrol();
    await vi.dynamicImportSettled();
    await settle();
    expect([atlas.worker.placesAsked.length, needsHub(atlas.state().view, samplePack())]).toEqual([0, true]);
    for (const hubs of [['luton-south'], []]) {
      atlas.state().setPatrol({ hubs });
      await settle();
      const asked = nextOf(atlas.worker.placesAsked);
      expect(asked.input.hubs).toEqual(hubs);
      const found = placesOf(asked.input);
      await asked.answer({ ...found, places: found.places.slice(0, 3 - hubs.length) });
      const call = nextOf(atlas.worker.plans);
      await call.answer({ ...(await samplePlan()), request: call.input });
    }
    atlas.rest();
    expect(atlas.location.read()).toContain('plan-hub=all');
  });

  it('sends pairs from the middle of their hub until another base is chosen, or none', async () => {
    const atlas = await opened();
    const call = nextOf(atlas.worker.plans);
    const { areas } = samplePack();
    expect(call.input.shifts.map(({ base }) => base?.title)).toEqual(Array.from({ length: 3 }, () => areas.name[areas.code.indexOf(hubCentre('luton-south', areas) ?? '')]));
    await call.answer({ ...(await samplePlan()), request: call.input });
    const [other = ''] = areas.code.filter((code) => code !== hubCentre('luton-south', areas));
    for (const [code, title] of [[other, areas.name[areas.code.indexOf(other)]], ['', undefined]] as const) {
      atlas.state().setPatrol({ bases: { 'luton-south': code } });
      expect(atlas.state().patrol.stale).toBe(true);
      atlas.state().makePlan();
      await settle();
      const next = nextOf(atlas.worker.plans);
      expect(next.input.shifts[0]?.base?.title).toBe(title);
      await next.answer({ ...(await samplePlan()), request: next.input });
    }
  });

  it('knows the months a list was made from where this browser keeps it unchanged', async () => {
    const atlas = await opened('#/patrol?v=1&plan-hub=luton-south&places=nte');
    const period = { from: '2019-01', to: '2023-12' };
    const sourceOf = async (title: string, codes: readonly string[]) => {
      atlas.state().setPatrolList({ title, codes }, 'open');
      await settle();
      return nextOf(atlas.worker.placesAsked).input.source;
    };
    expect(atlas.state().saveHotspotList({
      name: 'Fridays', method: 'Gi*', filter: { description: '', hash: '' }, pack: 'bedfordshire', dataSet: 'police-recorded', period, areas: [{ code: 'E01000004', evidence: '' }], seed: null, made: '2025-01-31T09:00:00Z', demonstration: true,
    })).toBeNull();
    expect(await sourceOf('Fridays', ['E01000004'])).toEqual({ kind: 'areas', codes: ['E01000004'], list: 'Fridays', madeFrom: period });
    expect(await sourceOf('Fridays', ['E01000005'])).toEqual({ kind: 'areas', codes: ['E01000005'], list: 'Fridays' });
  });

  it('begins on the Monday to come', () => {
    expect([new Date(2025, 1, 27), new Date(2025, 2, 2, 23), new Date(2025, 2, 3)].map(nextMonday)).toEqual(['2025-03-03', '2025-03-03', '2025-03-10']);
  });
});
