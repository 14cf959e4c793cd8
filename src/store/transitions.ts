import type { StoreApi } from 'zustand/vanilla';
import type { OpenedPack } from '../model/pack.ts';
import { breaksOf } from './frozenBreaks.ts';
import type { Loaded } from './loader.ts';
import { measureProblem, shownSelection } from './shown.ts';
import type { Atlas, AtlasState, LoadStatus } from './state.ts';

/** On a first load the areas are shown as soon as they are there; later, only together with their figures. */
export function showEarly(store: StoreApi<Atlas>, opened: OpenedPack): void {
  if (store.getState().dataSet.entry === null) store.setState({ pack: { status: 'ready', opened, progress: null, problem: null } });
}

/** Puts an opened data set on screen in one step: areas, entry, breaks and figures. */
export function commit(store: StoreApi<Atlas>, { pack, entry, baseline, first, notices }: Loaded): void {
  store.setState((now) => {
    const known = new Set(pack.areas.code);
    const unknown = now.view.areas.filter((code) => !known.has(code));
    const next: AtlasState = {
      ...now,
      pack: { status: 'ready', opened: pack, progress: null, problem: null },
      dataSet: { status: 'ready', entry, progress: null, problem: null },
      view: { ...now.view, pack: pack.id, dataSet: entry.id, areas: now.view.areas.filter((code) => known.has(code)) },
      evaluation: first,
      evaluating: false,
      evaluationProblem: null,
      hovered: null,
      breaks: baseline ? breaksOf(baseline.areas, () => true) : {},
    };
    const measureReason = now.view.measure === null ? null : measureProblem(now.view.measure, entry);
    const added = [
      ...notices,
      ...(unknown.length > 0 ? [`The address selects ${unknown.slice(0, 3).join(', ')}${unknown.length > 3 ? ' and more' : ''}, which ${unknown.length === 1 ? 'is' : 'are'} not in this pack.`] : []),
      ...(measureReason === null ? [] : [measureReason]),
      ...shownSelection(next).dropped.map(({ reason }) => reason),
    ];
    return { ...next, notices: [...new Set([...now.notices, ...added])] };
  });
}

/** Nothing is loading any more: what is open is ready, what is not is idle. */
export function stopLoading(store: StoreApi<Atlas>): void {
  store.setState((now) => ({
    pack: { ...now.pack, status: statusOf(now.pack.opened), progress: null, problem: null },
    dataSet: { ...now.dataSet, status: statusOf(now.dataSet.entry), progress: null, problem: null },
  }));
}

/** Makes the view name what is open again, after a load was cancelled; unchanged while nothing is open. */
export function backToOpen(store: StoreApi<Atlas>): void {
  store.setState(({ view, pack: { opened }, dataSet: { entry } }) => ({ view: opened && entry ? { ...view, pack: opened.id, dataSet: entry.id } : view }));
}

function statusOf(open: unknown): LoadStatus {
  return open === null ? 'idle' : 'ready';
}
