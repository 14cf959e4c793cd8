import type { StoreApi } from 'zustand/vanilla';
import type { OpenedPack, Problem } from '../model/pack.ts';
import { openForces } from '../selection/forces.ts';
import { breaksOf } from './frozenBreaks.ts';
import type { Loaded } from './loader.ts';
import { benchmarkNotices, fitNotices, withNotices } from './notices.ts';
import type { Atlas, AtlasState, LoadStatus } from './state.ts';

/** On a first load the areas are shown as soon as they are there; later, only together with their figures. */
export function showEarly(store: StoreApi<Atlas>, opened: OpenedPack): void {
  if (store.getState().dataSet.entry === null) store.setState({ pack: { status: 'ready', opened, progress: null, problem: null } });
}

/** Puts an opened data set on screen in one step: areas, entry, breaks and figures. */
export function commit(store: StoreApi<Atlas>, { pack, entry, baseline, first, notices }: Loaded): void {
  store.setState((now) => fitted({
    ...now,
    pack: { status: 'ready', opened: pack, progress: null, problem: null },
    dataSet: { status: 'ready', entry, progress: null, problem: null },
    failedRequest: null,
    evaluation: first,
    evaluating: false,
    evaluationProblem: null,
    hovered: null,
    breaks: baseline ? breaksOf(baseline.areas, () => true) : {},
    breakMethod: 'quantile',
  }, notices));
}

/** Nothing is loading any more: what is open is ready, what is not is idle. An earlier failure is put away. */
export function stopLoading(store: StoreApi<Atlas>): void {
  store.setState((now) => ({
    pack: { ...now.pack, status: statusOf(now.pack.opened), progress: null, problem: null },
    dataSet: { ...now.dataSet, status: statusOf(now.dataSet.entry), progress: null, problem: null },
    failedRequest: null,
  }));
}

/** Makes the view name what is open again; unchanged while nothing is open. */
export function backToOpen(store: StoreApi<Atlas>): void {
  store.setState((now) => fitted(now));
}

/**
 * A load failed. With something open the view names that again, and what was asked for is kept for another try;
 * with nothing open the view, and so the address, goes on naming what was asked for.
 */
export function failLoading(store: StoreApi<Atlas>, stage: 'pack' | 'dataSet', problem: Problem): void {
  const { view: { pack, forces, dataSet, areas, camera }, dataSet: { entry } } = store.getState();
  stopLoading(store);
  const shown = entry === null ? problem : { ...problem, remedy: `${problem.remedy} ${entry.title} is still shown.` };
  store.setState((now) => ({ [stage]: { ...now[stage], status: 'failed', problem: shown }, failedRequest: { pack, forces, dataSet, areas, camera } }));
  backToOpen(store);
}

/**
 * After a change of the view: the notices on what does not fit follow it, unless the reader has put them away. Those on
 * the benchmark come anew with every change of what they say.
 */
export function stillFitting(before: AtlasState, now: AtlasState): AtlasState {
  const benchmark = benchmarkNotices(now);
  const same = benchmark.join(' ') === benchmarkNotices(before).join(' ');
  return { ...now, ...withNotices(now, { ...(now.noticesAbout.fit.length === 0 ? {} : { fit: fitNotices(now) }), ...(same ? {} : { benchmark }) }) };
}

/** The view fitted to what is open: it names that, selects areas of it only, and notices say what is not applied. */
function fitted(now: AtlasState, opening: readonly string[] = []): AtlasState {
  const { view, pack: { opened }, dataSet: { entry } } = now;
  if (opened === null || entry === null) return now;
  const known = new Set(opened.areas.code);
  const next = { ...now, view: { ...view, pack: opened.id, forces: openForces(opened), dataSet: entry.id, areas: view.areas.filter((code) => known.has(code)) } };
  return { ...next, ...withNotices(next, { opening: [...opening, ...unknownAreas(view.areas.filter((code) => !known.has(code)), opened)], fit: fitNotices(next), benchmark: benchmarkNotices(next) }) };
}

function unknownAreas(codes: readonly string[], { parts }: OpenedPack): string[] {
  if (codes.length === 0) return [];
  return [`The address selects ${codes.slice(0, 3).join(', ')}${codes.length > 3 ? ' and more' : ''}, which ${codes.length === 1 ? 'is' : 'are'} not in ${parts === undefined ? 'this pack' : 'the police forces opened'}.`];
}

function statusOf(open: unknown): LoadStatus {
  return open === null ? 'idle' : 'ready';
}
