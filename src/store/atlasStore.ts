import { createStore, type StoreApi } from 'zustand/vanilla';
import { EVERYTHING, type Selection } from '../model/selection.ts';
import type { PatrolSettings } from '../model/patrolSettings.ts';
import { newerKindsWin } from '../selection/kindClauses.ts';
import { cleanTitle, tidyBenchmark } from '../selection/benchmarks.ts';
import { changedBacktest, changedHotspots } from '../selection/urlHotspots.ts';
import { changedSurface } from '../selection/urlSurface.ts';
import { DEFAULT_VIEW } from '../selection/viewState.ts';
import { SEXES } from '../model/vocabulary.ts';
import { createAgreementKeeper } from './agreementKeeper.ts';
import { drawnAreaActions } from './drawnAreas.ts';
import { createAssessmentKeeper } from './assessmentKeeper.ts';
import { type ListChange, LISTS_KEY, lostListsNote, readHotspotListFile, readHotspotLists, removeHotspotList, saveHotspotList } from './hotspotLists.ts';
import { createBacktestKeeper, createHotspotKeeper } from './hotspotKeepers.ts';
import { NO_PATROL } from './noPatrol.ts';
import type { PatrolKeeper } from './patrolKeeper.ts';
import { lostNote, readSaved, removeSelection, SAVED_KEY, type SavedChange, saveSelection, TOO_LONG } from './savedSelections.ts';
import { NO_NOTICES, withNotices } from './notices.ts';
import { fetchJsonFromNetwork } from './packIndex.ts';
import { createRescaler } from './rescaler.ts';
import { type AtlasDependencies, createSession } from './session.ts';
import type { Atlas, AtlasActions, AtlasState } from './state.ts';
import { browserStorage } from './storage.ts';
import { createSurfaceKeeper } from './surfaceKeeper.ts';

export type { Atlas, AtlasActions, AtlasState, LoadStatus } from './state.ts';
export type { AtlasDependencies } from './session.ts';
export type { UrlPort } from './urlPort.ts';

const INITIAL: AtlasState = {
  view: DEFAULT_VIEW,
  notices: [],
  noticesAbout: NO_NOTICES,
  packs: [],
  pack: { status: 'idle', opened: null, progress: null, problem: null },
  dataSet: { status: 'idle', entry: null, progress: null, problem: null },
  failedRequest: null,
  evaluation: null,
  evaluating: false,
  evaluationProblem: null,
  hovered: null,
  breaks: {},
  breakMethod: 'quantile',
  areaDrawing: 'idle',
  savedSelections: [],
  hotspotLists: [],
  agreement: { status: 'idle', value: null, problem: null },
  assessment: { status: 'idle', value: null, problem: null },
  hotspots: { status: 'idle', value: null, problem: null },
  hotspotProgress: null,
  backtest: { status: 'idle', value: null, problem: null },
  backtestProgress: null,
  surface: { status: 'idle', value: null, problem: null },
  surfaceProgress: null,
  patrol: NO_PATROL,
};

/** The session of one page. Nothing happens before `start()`. */
export function createAtlasStore(dependencies: AtlasDependencies): StoreApi<Atlas> {
  const all = { fetchJson: fetchJsonFromNetwork, storage: browserStorage(SAVED_KEY), listStorage: browserStorage(LISTS_KEY), ...dependencies };
  return createStore<Atlas>()((_set, _get, store) => ({ ...INITIAL, ...actionsOf(store, all) }));
}

function actionsOf(store: StoreApi<Atlas>, dependencies: Required<AtlasDependencies>): AtlasActions {
  const { worker, storage, listStorage } = dependencies;
  const session = createSession(store, dependencies);
  const agreement = createAgreementKeeper(store, worker);
  const assessment = createAssessmentKeeper(store, worker);
  const hotspots = createHotspotKeeper(store, worker);
  const backtest = createBacktestKeeper(store, worker);
  const surface = createSurfaceKeeper(store, worker);
  const setPatrol = (patch: Partial<PatrolSettings>, mode: 'push' | 'replace') => session.changeView({ patrol: { ...store.getState().view.patrol, ...patch } }, mode);
  let patrolKeeper: Promise<PatrolKeeper> | null = null;
  /** Its code comes when somebody plans, not before the first map. */
  const patrol = async (act: (keeper: PatrolKeeper) => void): Promise<void> => {
    patrolKeeper ??= import('./patrolKeeper.ts').then(({ createPatrolKeeper }) => createPatrolKeeper(store, worker, (patch) => setPatrol(patch, 'replace')));
    act(await patrolKeeper);
  };
  const rescaler = createRescaler(store, worker);
  const view = () => store.getState().view;
  const keep = ({ saved, refusal, note }: SavedChange) => {
    store.setState((now) => ({ savedSelections: saved, ...withNotices(now, { saved: note === null ? [] : [note] }) }));
    return refusal;
  };
  const keepLists = ({ lists, refusal, note }: ListChange) => {
    store.setState((now) => ({ hotspotLists: lists, ...withNotices(now, { lists: note === null ? [] : [note] }) }));
    return refusal;
  };
  return {
    setSelection: (patch) => {
      const selection = withoutEmptyLists({ ...view().selection, ...patch });
      session.changeView({ selection: newerKindsWin(selection, patch, store.getState().dataSet.entry) }, 'push');
    },
    clearSelection: () => session.changeView({ selection: EVERYTHING }, 'push'),
    setMeasure: (measure) => session.changeView({ measure }, 'push'),
    setConfidence: (confidence) => session.changeView({ confidence }, 'push'),
    setBenchmark: (asked) => {
      const benchmark = tidyBenchmark(asked);
      const refused = benchmark === null && asked.kind === 'selection' && cleanTitle(asked.title) !== '';
      store.setState((now) => withNotices(now, { saved: [...now.noticesAbout.saved.filter((note) => note !== TOO_LONG), ...(refused ? [TOO_LONG] : [])] }));
      if (benchmark !== null) session.changeView({ benchmark }, 'push');
    },
    saveSelection: (title) => keep(saveSelection(storage, title, view().selection)),
    applySelection: (title) => {
      const saved = store.getState().savedSelections.find((one) => one.title === title);
      if (saved !== undefined) session.changeView({ selection: saved.selection }, 'push');
    },
    removeSelection: (title) => void keep(removeSelection(storage, title)),
    saveHotspotList: (draft) => keepLists(saveHotspotList(listStorage, draft)),
    removeHotspotList: (name) => void keepLists(removeHotspotList(listStorage, name)),
    readHotspotListFile: (text) => keepLists(readHotspotListFile(listStorage, text)),
    setPatrolList: (list, open) => session.changeView({ hotspotList: list, ...(open === 'open' ? { view: 'patrol', patrol: { ...view().patrol, source: null, without: [] } } : {}) }, open === 'open' ? 'push' : 'replace'),
    needAgreement: () => agreement.need(),
    needAssessment: () => assessment.need(),
    needHotspots: () => hotspots.need(),
    needBacktest: () => backtest.need(),
    setHotspotSettings: (patch) => {
      const changed = changedHotspots(view().hotspots, patch);
      if (changed !== null) session.changeView({ hotspots: changed }, 'push');
    },
    setBacktestSettings: (patch) => {
      const changed = changedBacktest(view().backtest, patch);
      if (changed !== null) session.changeView({ backtest: changed }, 'push');
    },
    needSurface: () => surface.need(),
    setSurface: (patch) => {
      const changed = changedSurface(view().surface, patch);
      if (changed !== null) session.changeView({ surface: changed }, 'push');
    },
    ...drawnAreaActions(store, worker, (patch) => session.changeView(patch, 'push')),
    needPatrol: () => void patrol((keeper) => keeper.need()),
    setPatrol: (patch) => {
      setPatrol(patch, 'replace');
      const { hubs } = patch;
      if (hubs !== undefined && hubs !== null) void patrol((keeper) => keeper.rememberHubs(hubs));
    },
    makePlan: () => void patrol((keeper) => keeper.make()),
    cancelPlan: () => void patrol((keeper) => keeper.cancel()),
    setLastVisits: (lastVisits) => void patrol((keeper) => keeper.setLastVisits(lastVisits)),
    drawPlanAgain: () => void patrol((keeper) => keeper.makeAgain()),
    setView: (id) => {
      if (store.getState().areaDrawing === 'asked') store.setState({ areaDrawing: 'idle' });
      session.changeView({ view: id }, 'push');
    },
    setDataSet: (id) => session.changeView({ dataSet: id }, 'push'),
    setPack: (id) => session.changeView({ pack: id, forces: null, dataSet: null, areas: [], camera: null }, 'push'),
    setForces: (forces, camera) => {
      if (forces !== 'all' && forces.length === 0) return;
      session.changeView({ forces, ...(camera === 'fit' ? { camera: null } : {}) }, 'push');
    },
    toggleArea: (code, mode) => session.changeView({ areas: toggled(view().areas, code, mode) }, 'replace'),
    clearAreas: () => session.changeView({ areas: [] }, 'replace'),
    hover: (area) => {
      if (store.getState().hovered !== area) store.setState({ hovered: area });
    },
    toggleOverlay: (id) => session.changeView({ overlays: toggled(view().overlays, id, 'add') }, 'replace'),
    setCamera: (camera) => session.changeView({ camera }, 'replace'),
    rescale: (method) => rescaler.rescale(method),
    cancelLoading: () => session.cancelLoading(),
    retry: () => session.retry(),
    dismissProblem: () => session.dismissProblem(),
    dismissNotices: () => store.setState((now) => withNotices(now, NO_NOTICES)),
    start: () => {
      const { saved, lost } = readSaved(storage);
      keep({ saved, refusal: null, note: lostNote(lost) });
      const kept = readHotspotLists(listStorage);
      keepLists({ lists: kept.lists, refusal: null, note: lostListsNote(kept.lost) });
      session.start();
    },
  };
}

function toggled<T>(items: readonly T[], item: T, mode: 'replace' | 'add'): readonly T[] {
  if (mode === 'add') return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
  return items.length === 1 && items[0] === item ? [] : [item];
}

/** A list from which everything was taken means "all", as no list does; the address could not say otherwise. */
function withoutEmptyLists(selection: Selection): Selection {
  return {
    ...selection,
    ages: someOrAll(selection.ages), flags: someOrAll(selection.flags), areas: someOrAll(selection.areas),
    sexes: selection.sexes?.length === SEXES.length ? null : someOrAll(selection.sexes),
    types: someOrAll(selection.types), subgroups: someOrAll(selection.subgroups), monthsOfYear: someOrAll(selection.monthsOfYear), days: someOrAll(selection.days),
    boroughs: someOrAll(selection.boroughs), hubs: someOrAll(selection.hubs), wards: someOrAll(selection.wards), nteHotspots: someOrAll(selection.nteHotspots), drawn: someOrAll(selection.drawn),
  };
}

function someOrAll<T>(items: readonly T[] | null): readonly T[] | null {
  return items !== null && items.length > 0 ? items : null;
}
