import type { StoreApi } from 'zustand/vanilla';
import type { PlanRequest } from '../model/patrol.ts';
import type { PatrolPlan } from '../model/patrolPlan.ts';
import { MOST_SEED, type PatrolPlaces, type PatrolSettings, type PlacesRequest } from '../model/patrolSettings.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { changePatrolDevice, PATROL_KEY, readPatrolDevice } from './patrolDevice.ts';
import { browserStorage, type StoragePort } from './storage.ts';
import { createLatest } from './latest.ts';
import { NO_PATROL } from './noPatrol.ts';
import { nextMonday, placesRequestOf, planRequestOf } from './patrolRequest.ts';
import type { Atlas, AtlasState } from './state.ts';

type Patrol = AtlasState['patrol'];

export interface PatrolKeeper {
  need(): void;
  make(): void;
  /** Draws another seed first. */
  makeAgain(): void;
  cancel(): void;
  /** Keeps the hubs chosen on this device, for the next time. */
  rememberHubs(hubs: readonly string[]): void;
  setLastVisits(lastVisits: Readonly<Record<string, string>>): void;
}

/**
 * Keeps the places of a plan current while its view is on screen. The first plan of a hub or source is made by
 * itself; after that a plan stays until another is asked for, and says where the settings have moved on (`stale`).
 * @param change writes settings to the view and its address, without a history entry
 * @param storage keeps the hubs chosen last and the last visits, by pack
 */
export function createPatrolKeeper(store: StoreApi<Atlas>, worker: AtlasWorker, change: (patch: Partial<PatrolSettings>) => void, storage: StoragePort = browserStorage(PATROL_KEY)): PatrolKeeper {
  const set = (patch: Partial<Patrol>) => store.setState((now) => ({ patrol: { ...now.patrol, ...patch } }));
  let needed = false;
  let plannedFor = '';
  const onProgress = (progress: Patrol['progress']) => set({ progress });
  const plans = createLatest<PlanRequest, PatrolPlan>({
    run: (request, signal) => worker.plan(request, { signal, onProgress }),
    keyOf: (request) => JSON.stringify(request),
    keyOfAnswer: ({ request }) => JSON.stringify(request),
    onAnswer: (value) => set({ plan: { status: 'ready', value, problem: null }, progress: null, stale: isStale(store.getState(), value) }),
    onProblem: (problem) => set({ plan: { ...store.getState().patrol.plan, status: 'failed', problem }, progress: null }),
    failure: ({ from }) => ({ what: 'The plan could not be made', where: `From ${from}` }),
    interrupts: true,
  });
  const places = createLatest<PlacesRequest, PatrolPlaces>({
    run: (request, signal) => worker.patrolPlaces(request, { signal, onProgress }),
    keyOf: (request) => JSON.stringify(request),
    keyOfAnswer: ({ request }) => JSON.stringify(request),
    onAnswer: (value) => {
      set({ places: { status: 'ready', value, problem: null }, progress: null });
      set({ stale: isStale(store.getState(), store.getState().patrol.plan.value) });
      if (plannedFrom(value) !== plannedFor) make();
    },
    onProblem: (problem) => set({ places: { status: 'failed', value: null, problem }, progress: null }),
    failure: ({ dataSet }) => ({ what: 'The places could not be made', where: dataSet }),
    interrupts: true,
  });
  const make = () => {
    const { patrol, view } = store.getState();
    const [found, { opened }] = [patrol.places.value, store.getState().pack];
    if (found === null || opened === null) return;
    plannedFor = plannedFrom(found);
    const named = { from: view.patrol.from ?? nextMonday(new Date()), seed: view.patrol.seed ?? drawSeed() };
    if (view.patrol.from === null || view.patrol.seed === null) change(named);
    if (plans.ask(planRequestOf({ ...view.patrol, ...named }, found, patrol.lastVisits, new Date(), opened))) set({ plan: { status: 'loading', value: patrol.plan.value, problem: null } });
  };
  /** What this device keeps of the pack, once for each pack: last visits, and the hubs where the address names none. */
  let recalled: string | null = null;
  const recall = () => {
    const { pack: { opened }, view } = store.getState();
    if (opened === null || recalled === opened.id) return;
    recalled = opened.id;
    const { hubs, lastVisits } = readPatrolDevice(storage, opened.id);
    set({ lastVisits });
    if (hubs !== null && view.patrol.hubs === null) change({ hubs });
  };
  const follow = () => {
    if (needed) recall();
    const request = needed ? placesRequestOf(store.getState()) : null;
    if (request !== null && places.ask(request)) set({ places: { ...store.getState().patrol.places, status: 'loading', problem: null } });
  };
  store.subscribe((now, before) => {
    if (now.pack.opened !== before.pack.opened && needed) {
      places.forget();
      plans.forget();
      plannedFor = '';
      set(NO_PATROL);
      recalled = null;
    }
    if (now.view.view !== 'patrol') return;
    const moved = now.pack.opened !== before.pack.opened || now.dataSet.entry !== before.dataSet.entry || now.view.selection !== before.view.selection || now.view.view !== before.view.view
      || now.view.areas !== before.view.areas || now.view.hotspotList !== before.view.hotspotList;
    if (moved || now.view.patrol !== before.view.patrol) follow();
    if (now.view.patrol !== before.view.patrol && now.patrol.plan.value !== null) set({ stale: isStale(now, now.patrol.plan.value) });
  });
  return {
    need() {
      needed = true;
      follow();
    },
    make,
    makeAgain() {
      change({ seed: drawSeed() });
      make();
    },
    cancel() {
      plans.forget();
      set({ plan: { ...store.getState().patrol.plan, status: store.getState().patrol.plan.value === null ? 'idle' : 'ready' }, progress: null });
    },
    rememberHubs(hubs) {
      const { opened } = store.getState().pack;
      if (opened !== null) changePatrolDevice(storage, opened.id, { hubs });
    },
    setLastVisits(lastVisits) {
      const { opened } = store.getState().pack;
      if (opened !== null) changePatrolDevice(storage, opened.id, { lastVisits });
      set({ lastVisits });
      set({ stale: isStale(store.getState(), store.getState().patrol.plan.value) });
    },
  };
}

/** Whose plan it is and how its places are chosen: where that changes, the plan before is of no use. */
function plannedFrom({ request: { source, hubs } }: PatrolPlaces): string {
  return JSON.stringify([source.kind, hubs]);
}

/** True where the settings would now make another plan than the one held. */
function isStale({ patrol: { places, lastVisits }, view, pack: { opened } }: AtlasState, plan: PatrolPlan | null): boolean {
  if (plan === null || places.value === null || opened === null) return false;
  return JSON.stringify(planRequestOf(view.patrol, places.value, lastVisits, new Date(), opened)) !== JSON.stringify(plan.request);
}

/** A seed that nobody can foresee; it stands on the page and in the address, so that the plan can be made again. */
function drawSeed(): number {
  return 1 + (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % MOST_SEED;
}
