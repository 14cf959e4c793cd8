import type { StoreApi } from 'zustand/vanilla';
import type { BacktestAnswer, BacktestRequest } from '../model/backtest.ts';
import type { HotspotAnswer, HotspotRequest } from '../model/hotspots.ts';
import { MEASURES } from '../model/measures.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { requestKey } from './evaluator.ts';
import { memoise } from './memoise.ts';
import { requestOf, shownMeasure } from './shown.ts';
import type { Atlas, AtlasState } from './state.ts';
import { createTestKeeper } from './testKeeper.ts';

/** What the hotspot tests of the view are asked; null until a data set is open. */
export function hotspotRequestOf(state: AtlasState): HotspotRequest | null {
  const request = requestOf(state);
  if (request === null) return null;
  const { pack, dataSet, selection, confidence, benchmark } = request;
  return { pack, dataSet, selection, confidence, benchmark, settings: state.view.hotspots, drawnAreas: state.view.drawnAreas };
}

export function backtestRequestOf(state: AtlasState): BacktestRequest | null {
  const request = requestOf(state);
  return request === null ? null : { pack: request.pack, dataSet: request.dataSet, selection: request.selection, ...state.view.backtest };
}

/** True while the view, or the measure on the map, shows hotspot tests. */
export function hotspotsAreShown(state: AtlasState): boolean {
  const { view } = state.view;
  return view === 'hotspots' || view === 'patrol' || (view === 'explore' && MEASURES.find(({ id }) => id === shownMeasure(state))?.needs === 'hotspots');
}

/** The answer, where it is of exactly what the view asks for now; null while it is of another filter, or not there. */
export function currentHotspots(state: AtlasState): HotspotAnswer | null {
  const { pack, dataSet, view, hotspots } = state;
  return current(hotspots.value, state, pack.opened, dataSet.entry, view.selection, view.confidence, view.benchmark, view.hotspots, view.drawnAreas);
}
// The state itself is compared with by what of it the request is made from.
const current = ((): (answer: HotspotAnswer | null, state: AtlasState, ...parts: readonly unknown[]) => HotspotAnswer | null => {
  const keyOfAnswer = memoise((answer: HotspotAnswer) => requestKey(answer.request));
  let last: { readonly parts: readonly unknown[]; readonly key: string | null } = { parts: [], key: null };
  return (answer, state, ...parts) => {
    if (answer === null) return null;
    if (parts.some((part, i) => part !== last.parts[i])) {
      const request = hotspotRequestOf(state);
      last = { parts, key: request && requestKey(request) };
    }
    return keyOfAnswer(answer) === last.key ? answer : null;
  };
})();

/** Keeps the hotspot tests of the view's filter. */
export function createHotspotKeeper(store: StoreApi<Atlas>, worker: AtlasWorker): { need(): void } {
  return createTestKeeper<HotspotRequest, HotspotAnswer>(store, {
    run: (request, options) => worker.hotspots(request, options), requestOf: hotspotRequestOf, isShown: hotspotsAreShown,
    read: ({ hotspots }) => hotspots, write: (hotspots, hotspotProgress) => ({ hotspots, hotspotProgress }), failure: 'Hotspots could not be tested',
  });
}

/** Keeps the back-test of the view's filter. */
export function createBacktestKeeper(store: StoreApi<Atlas>, worker: AtlasWorker): { need(): void } {
  return createTestKeeper<BacktestRequest, BacktestAnswer>(store, {
    run: (request, options) => worker.backtest(request, options), requestOf: backtestRequestOf,
    isShown: ({ view: { view } }) => view === 'hotspots' || view === 'patrol',
    read: ({ backtest }) => backtest, write: (backtest, backtestProgress) => ({ backtest, backtestProgress }), failure: 'Ways to pick places could not be tested',
  });
}
