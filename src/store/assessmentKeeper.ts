import type { StoreApi } from 'zustand/vanilla';
import type { Assessment, AssessmentRequest } from '../model/assessment.ts';
import { type OpenedPack, packKey } from '../model/pack.ts';
import { FIRST_MONTH, LAST_MONTH } from '../selection/urlSelection.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { createLatest } from './latest.ts';
import type { Atlas, AtlasState } from './state.ts';

/** Keeps the assessment current while its view is on screen, from the first time somebody needs it. */
export function createAssessmentKeeper(store: StoreApi<Atlas>, worker: AtlasWorker): { need(): void } {
  const set = (assessment: AtlasState['assessment']) => store.setState({ assessment });
  let needed = false;
  const latest = createLatest<AssessmentRequest, Assessment>({
    run: (request, signal) => worker.assess(request, { signal }),
    keyOf,
    keyOfAnswer: ({ request }) => keyOf(request),
    onAnswer: (value) => set({ status: 'ready', value, problem: null }),
    onProblem: (problem) => set({ ...store.getState().assessment, status: 'failed', problem }),
    failure: ({ pack }) => ({ what: 'The assessment could not be made', where: pack }),
    interrupts: true,
  });
  const follow = () => {
    const state = store.getState();
    const { pack: { opened }, dataSet: { entry } } = state;
    // The data set on screen comes first.
    if (!needed || opened === null || entry === null) return;
    const key = packKey(opened);
    const request = { pack: key, period: periodOf(state, opened), confidence: state.view.confidence };
    // Until the new one is there the old one stays, unless it is of another pack: it says itself what it is of.
    const held = state.assessment.value;
    if (latest.ask(request)) set({ status: 'loading', value: held?.request.pack === key ? held : null, problem: null });
  };
  store.subscribe((now, before) => {
    if (now.pack.opened !== before.pack.opened && now.assessment.value !== null) {
      latest.forget();
      set({ status: 'idle', value: null, problem: null });
    }
    const changed = now.pack.opened !== before.pack.opened || now.dataSet.entry !== before.dataSet.entry || now.view.confidence !== before.view.confidence
      || now.view.selection.period !== before.view.selection.period || now.view.view !== before.view.view;
    if (changed && now.view.view === 'assessment') follow();
  });
  return {
    need() {
      needed = true;
      follow();
    },
  };
}

function keyOf({ pack, period, confidence }: AssessmentRequest): string {
  return JSON.stringify([pack, period?.from, period?.to, confidence]);
}

/** The chosen period; an end left open is that of the pack's data sets. */
function periodOf({ view: { selection: { period } } }: AtlasState, { manifest: { dataSets } }: OpenedPack): AssessmentRequest['period'] {
  if (period === null) return null;
  const months = dataSets.flatMap((dataSet) => dataSet.months).toSorted();
  return {
    from: period.from === FIRST_MONTH ? (months[0] ?? period.from) : period.from,
    to: period.to === LAST_MONTH ? (months.at(-1) ?? period.to) : period.to,
  };
}
