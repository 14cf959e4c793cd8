import type { StoreApi } from 'zustand/vanilla';
import { EVERYTHING } from '../model/selection.ts';
import { openForces, sameForces } from '../selection/forces.ts';
import { decodeHash, encodeHash } from '../selection/url.ts';
import { drawnAreasFit } from '../selection/urlDrawnAreas.ts';
import type { ViewState } from '../selection/viewState.ts';
import { createEvaluator, type Evaluator, requestKey } from './evaluator.ts';
import { load, type LoadResult } from './loader.ts';
import { NO_NOTICES, withNotices } from './notices.ts';
import type { FetchJson } from './packIndex.ts';
import { unexpected } from './problems.ts';
import { requestOf, requestWith } from './shown.ts';
import type { Atlas } from './state.ts';
import { backToOpen, commit, failLoading, showEarly, stillFitting, stopLoading } from './transitions.ts';
import type { UrlPort } from './urlPort.ts';
import { createUrlSync, type HistoryMode } from './urlSync.ts';
import type { StoragePort } from './storage.ts';
import type { AtlasWorker } from '../worker/protocol.ts';

export interface AtlasDependencies {
  readonly worker: AtlasWorker;
  readonly location: UrlPort;
  /** Address of the folder that holds index.json and the packs; a path is relative to the page. */
  readonly packsUrl: string;
  /** Reads JSON; the browser's fetch where left out. */
  readonly fetchJson?: FetchJson;
  /** Where saved selections are kept; the browser's own storage where left out. */
  readonly storage?: StoragePort;
  /** Where hotspot lists are kept; the browser's own storage where left out. */
  readonly listStorage?: StoragePort;
}

/** What the actions set in motion: loading, evaluating and the address. Holds what is in progress; results go to the store. */
export interface Session {
  start(): void;
  cancelLoading(): void;
  retry(): void;
  dismissProblem(): void;
  /** Changes the view and does what follows from it: the address, loading, evaluating. */
  changeView(patch: Partial<ViewState>, mode: HistoryMode): void;
}

export function createSession(store: StoreApi<Atlas>, dependencies: Required<AtlasDependencies>): Session {
  const url = createUrlSync(dependencies.location);
  const evaluator = createEvaluator(dependencies.worker, {
    onAnswer: (evaluation) => store.setState({ evaluation, evaluating: false, evaluationProblem: null }),
    onProblem: (evaluationProblem) => store.setState({ evaluating: false, evaluationProblem }),
  });
  let loading: AbortController | null = null;
  let following = false;

  const evaluate = () => askFor(store, evaluator);
  /** The address names what is open, in its present history entry, and the figures follow. With nothing open it keeps what was asked. */
  const nameOpen = () => {
    const { view, dataSet } = store.getState();
    if (dataSet.entry !== null) url.write(encodeHash(view), 'replace');
    evaluate();
  };
  const loadView = async () => {
    loading?.abort();
    stopLoading(store);
    const mine = new AbortController();
    loading = mine;
    const result = await loadQuietly(mine.signal);
    if (loading !== mine || result === null) return;
    loading = null;
    if (result.ok) commit(store, result.value);
    else failLoading(store, result.stage, result.problem);
    nameOpen();
  };
  /** Null when cancelled. */
  const loadQuietly = async (signal: AbortSignal): Promise<LoadResult | null> => {
    const state = store.getState();
    try {
      return await load({
        ...dependencies,
        packs: state.packs.length > 0 ? state.packs : null,
        wanted: { pack: state.view.pack, dataSet: state.view.dataSet, forces: { forces: state.view.forces, at: state.view.camera } },
        open: state.pack.opened,
        requestsOf: (pack, entry) => {
          const { view } = store.getState();
          return { baseline: requestWith({ ...view, selection: EVERYTHING }, pack, entry), first: requestWith(view, pack, entry) };
        },
        signal,
        onPacks: (packs) => store.setState({ packs }),
        onStage: (stage, progress) => {
          if (!signal.aborted) store.setState((now) => ({ [stage]: { ...now[stage], status: 'loading', progress, problem: null } }));
        },
        onPack: (pack) => showEarly(store, pack),
      });
    } catch (error) {
      if (signal.aborted) return null;
      return { ok: false, stage: 'pack', problem: unexpected('The pack could not be opened', dependencies.packsUrl, error) };
    }
  };
  const followView = () => {
    const { view, pack, dataSet } = store.getState();
    if (loading !== null || pack.opened === null || view.pack !== pack.opened.id || view.dataSet !== dataSet.entry?.id || !sameForces(view.forces, openForces(pack.opened))) {
      void loadView();
      return;
    }
    stopLoading(store);
    backToOpen(store);
    nameOpen();
  };
  const readAddress = () => {
    url.forget();
    const { view, notices } = decodeHash(dependencies.location.read());
    store.setState((now) => ({ view: withLongShapes(view, now.view), ...withNotices(now, { ...NO_NOTICES, saved: now.noticesAbout.saved, lists: now.noticesAbout.lists, address: notices }) }));
  };
  const changeView: Session['changeView'] = (patch, mode) => {
    const before = store.getState().view;
    const view = { ...before, ...patch };
    store.setState((now) => stillFitting(now, { ...now, view }));
    url.write(encodeHash(view), mode);
    if (patch.pack !== undefined || patch.dataSet !== undefined || patch.forces !== undefined) void loadView();
    else if (view.selection !== before.selection || view.confidence !== before.confidence || view.benchmark !== before.benchmark) evaluate();
  };

  return {
    start() {
      readAddress();
      if (!following) dependencies.location.subscribe(() => { readAddress(); followView(); });
      following = true;
      void loadView();
    },
    cancelLoading() {
      if (loading === null) return;
      loading.abort();
      loading = null;
      stopLoading(store);
      backToOpen(store);
      nameOpen();
    },
    retry() {
      const { failedRequest, view, dataSet } = store.getState();
      if (failedRequest === null && dataSet.entry !== null) evaluate();
      else if (failedRequest === null) void loadView();
      else changeView(failedRequest.pack === view.pack ? { pack: failedRequest.pack, dataSet: failedRequest.dataSet, forces: failedRequest.forces } : failedRequest, 'push');
    },
    dismissProblem() {
      if (loading === null) stopLoading(store);
    },
    changeView,
  };
}

/** Drawn areas that no address holds stay when another one is read, as going back does: nobody took them away. */
function withLongShapes(view: ViewState, { drawnAreas }: ViewState): ViewState {
  return drawnAreasFit(drawnAreas) ? view : { ...view, drawnAreas: view.drawnAreas.length > 0 ? view.drawnAreas : drawnAreas };
}

/** Asks for the view's evaluation, unless the answer on screen is it already. */
function askFor(store: StoreApi<Atlas>, evaluator: Evaluator): void {
  const state = store.getState();
  const request = requestOf(state);
  if (request === null) return;
  if (state.evaluation && requestKey(state.evaluation.request) === requestKey(request)) {
    evaluator.forget();
    if (state.evaluating || state.evaluationProblem) store.setState({ evaluating: false, evaluationProblem: null });
    return;
  }
  store.setState({ evaluating: true, evaluationProblem: null });
  evaluator.ask(request);
}
