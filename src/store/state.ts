import type { Agreement } from '../model/agreement.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Benchmark, SavedSelection } from '../model/benchmark.ts';
import type { DrawnRing, ShapeSource } from '../model/drawnAreas.ts';
import type { AddressedList, HotspotListDraft, StoredHotspotList } from '../model/hotspotLists.ts';
import type { DataSetEntry, PackIndex } from '../model/manifest.ts';
import type { BacktestAnswer, BacktestSettings } from '../model/backtest.ts';
import type { HotspotAnswer, HotspotSettings } from '../model/hotspots.ts';
import type { BreakMethod, Confidence, MeasureId, OverlayId } from '../model/measures.ts';
import type { OpenedPack, Problem, Progress } from '../model/pack.ts';
import type { PatrolPlan } from '../model/patrolPlan.ts';
import type { PatrolPlaces, PatrolSettings } from '../model/patrolSettings.ts';
import type { Evaluation } from '../model/results.ts';
import type { Selection } from '../model/selection.ts';
import type { SurfaceAnswer, SurfaceSettings } from '../model/surface.ts';
import type { ForceChoice } from '../selection/forces.ts';
import type { Camera, ViewId, ViewState } from '../selection/viewState.ts';

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** Notices by what they are about. A kind is replaced as a whole, so that none outlives its cause. */
export interface NoticesAbout {
  /** What of the address could not be read. Stays until it is dismissed or another address is read. */
  readonly address: readonly string[];
  /** What was opened or left out instead of what was asked for, and notes on the files. */
  readonly opening: readonly string[];
  /** What of the view the open data set cannot answer. */
  readonly fit: readonly string[];
  /** What of the benchmark is not applied. */
  readonly benchmark: readonly string[];
  /** What of the saved selections could not be read or kept. */
  readonly saved: readonly string[];
  /** The same of the hotspot lists. */
  readonly lists: readonly string[];
}

/** Something made in the background when it is needed. */
export interface Made<Value> {
  readonly status: LoadStatus;
  readonly value: Value | null;
  readonly problem: Problem | null;
}

/** Session data and the mirror of the URL. Only `atlasStore.ts` and its helpers write it. */
export interface AtlasState {
  /** Mirrors the URL. Once a pack and a data set are open their ids stand here. */
  readonly view: ViewState;
  /** Plain sentences to show until dismissed: URL values not understood, clauses that cannot be applied. All of `noticesAbout`, each once. */
  readonly notices: readonly string[];
  readonly noticesAbout: NoticesAbout;
  /** Packs of packs/index.json; empty until it is read. */
  readonly packs: readonly PackIndex['packs'][number][];
  /** `opened` is the last pack that opened completely: it stays while another loads, is cancelled or fails. Its `id` is the one in `packs`. */
  readonly pack: { readonly status: LoadStatus; readonly opened: OpenedPack | null; readonly progress: Progress | null; readonly problem: Problem | null };
  /** `entry` is the last data set that opened completely, always of `pack.opened`. */
  readonly dataSet: { readonly status: LoadStatus; readonly entry: DataSetEntry | null; readonly progress: Progress | null; readonly problem: Problem | null };
  /** What the last load asked for, where it failed: `retry()` asks for it again. The view names what is open, if anything is. */
  readonly failedRequest: Pick<ViewState, 'pack' | 'forces' | 'dataSet' | 'areas' | 'camera'> | null;
  /** The last complete answer, with the request that made it; null until there is one for the open data set. */
  readonly evaluation: Evaluation | null;
  /** True while the answer on screen is older than the selection. */
  readonly evaluating: boolean;
  readonly evaluationProblem: Problem | null;
  /** Area number under the pointer or keyboard focus. */
  readonly hovered: number | null;
  /** Class breaks per measure (count, rate, dsr), at most 4 ascending numbers; see model/breaks.ts. Changed only by opening a data set and by rescale(). */
  readonly breaks: Readonly<Partial<Record<MeasureId, readonly number[]>>>;
  /** How the breaks on screen were made. */
  readonly breakMethod: BreakMethod;
  /** Whether the next shape drawn on the map is an area to compare (`asked`) instead of a filter; `ended` until who asked has seen it. */
  readonly areaDrawing: 'idle' | 'asked' | 'ended';
  /** Kept by the browser, in the order they were first saved; titles are unique. */
  readonly savedSelections: readonly SavedSelection[];
  /** Kept by the browser, in the order they were first saved; names are unique. */
  readonly hotspotLists: readonly StoredHotspotList[];
  /** Idle until needAgreement(). Always of the open pack and the view's confidence. Failed with the reason where the pack has fewer than two sources. */
  readonly agreement: Made<Agreement>;
  /** Idle until needAssessment(). While loading, or after a failure, the value is the last one of this pack; its request says what it is of. */
  readonly assessment: Made<Assessment>;
  /** Idle until needHotspots(). While loading, or after a failure, the value is the last one of this pack; its request says what it is of (`currentHotspots`). */
  readonly hotspots: Made<HotspotAnswer>;
  /** How far the tests under way are; null where none is. */
  readonly hotspotProgress: Progress | null;
  /** As `hotspots`, of needBacktest(). */
  readonly backtest: Made<BacktestAnswer>;
  readonly backtestProgress: Progress | null;
  /** As `hotspots`, of needSurface(); failed with the reason where there is none. `shownSurface` says what of it may be shown. */
  readonly surface: Made<SurfaceAnswer>;
  readonly surfaceProgress: Progress | null;
  /** Idle until needPatrol(). A plan stays until another is made; `stale` where the settings would now make another. */
  readonly patrol: {
    readonly places: Made<PatrolPlaces>;
    readonly plan: Made<PatrolPlan>;
    /** Of whichever of the two is being made. */
    readonly progress: Progress | null;
    /** Dates of last visits by hotspot id, from a log; for the next plan. This device keeps them. */
    readonly lastVisits: Readonly<Record<string, string>>;
    readonly stale: boolean;
  };
}

export interface AtlasActions {
  /** Replaces the clauses named; the others stay. */
  readonly setSelection: (patch: Partial<Selection>) => void;
  readonly clearSelection: () => void;
  readonly setMeasure: (measure: MeasureId) => void;
  readonly setConfidence: (confidence: Confidence) => void;
  /** Compares areas with something else. One that cannot be used (a value that is no rate, no title, a selection too long for an address) changes nothing; of the last a notice says so. */
  readonly setBenchmark: (benchmark: Benchmark) => void;
  /** Keeps the whole filter under a title, in place of one that has it. A sentence where that was refused, for the form that asked; null where it is kept, with a notice where it lasts only as long as the page. */
  readonly saveSelection: (title: string) => string | null;
  /** Makes a saved selection the filter; nothing where there is none of that title. */
  readonly applySelection: (title: string) => void;
  /** Forgets the selection of a title. A notice says where that was refused. */
  readonly removeSelection: (title: string) => void;
  /** Keeps a list of areas; one of the same name is replaced and the version counted up. A sentence where that was refused, for the form that asked; null where it is kept. */
  readonly saveHotspotList: (draft: HotspotListDraft) => string | null;
  /** Forgets the list of a name. A notice says where that was refused. */
  readonly removeHotspotList: (name: string) => void;
  /** Keeps the list that the text of a file holds. A sentence that says what is wrong with it and that nothing was changed; null where it is kept. */
  readonly readHotspotListFile: (text: string) => string | null;
  /** The areas that patrols are planned for, in the address; `open` shows the patrol view. */
  readonly setPatrolList: (list: AddressedList | null, open?: 'open') => void;
  /** Compares the sources, and keeps the comparison current from then on. Calling it again changes nothing, but tries again what failed. */
  readonly needAgreement: () => void;
  /** Makes the assessment, and keeps it current from then on while its view is shown. Calling it again changes nothing, but tries again what failed. */
  readonly needAssessment: () => void;
  /** Tests hotspots under the view's filter, and keeps the tests current from then on while a view or measure that shows them is on screen. Calling it again changes nothing, but tries again what failed. */
  readonly needHotspots: () => void;
  /** As `needHotspots`, of the back-test. */
  readonly needBacktest: () => void;
  /** As `needHotspots`, of the density surface. */
  readonly needSurface: () => void;
  /** Changes settings of the tests; a value that an address could not say (out of range) changes nothing. */
  readonly setHotspotSettings: (patch: Partial<HotspotSettings>) => void;
  readonly setBacktestSettings: (patch: Partial<BacktestSettings>) => void;
  /** Changes how the density surface is made; a value that an address could not say changes nothing. */
  readonly setSurface: (patch: Partial<SurfaceSettings>) => void;
  /** Shows the map and starts drawing an area to compare. */
  readonly drawArea: () => void;
  /** The ring drawn becomes an area to compare, null none; goes back to the hotspots, where drawing was asked for. */
  readonly endAreaDrawing: (ring: DrawnRing | null) => void;
  readonly forgetAreaDrawing: () => void;
  /** Adds areas of a file or a circle. What was left out, and whether none was added, in words for the form that asked; '' where all was. */
  readonly addDrawnAreas: (source: ShapeSource) => Promise<{ readonly added: number; readonly words: string }>;
  readonly renameDrawnArea: (place: number, name: string) => void;
  readonly removeDrawnArea: (place: number) => void;
  /** Makes the places of a patrol plan and the first plan, once a hub is chosen where places come from one, and keeps the places current while its view is shown. */
  readonly needPatrol: () => void;
  /** Changes what a plan is made for; the others stay. This device remembers the hubs. */
  readonly setPatrol: (patch: Partial<PatrolSettings>) => void;
  /** Makes the plan for the settings as they are. */
  readonly makePlan: () => void;
  /** Stops a plan being made; the one before stays. */
  readonly cancelPlan: () => void;
  /** Last visits that the next plan starts from. */
  readonly setLastVisits: (lastVisits: Readonly<Record<string, string>>) => void;
  /** Draws another seed and makes the plan with it. */
  readonly drawPlanAgain: () => void;
  readonly setView: (view: ViewId) => void;
  readonly setDataSet: (id: string) => void;
  readonly setPack: (id: string) => void;
  /** Opens these forces of a pack in partitions, at least one, in place of those open. `fit` shows all of them on the map; `keep` leaves the camera. */
  readonly setForces: (forces: ForceChoice, camera: 'fit' | 'keep') => void;
  /** `replace` selects the area alone, or nothing when it was already selected alone; `add` adds or removes it. */
  readonly toggleArea: (code: string, mode: 'replace' | 'add') => void;
  readonly clearAreas: () => void;
  readonly hover: (area: number | null) => void;
  readonly toggleOverlay: (id: OverlayId) => void;
  readonly setCamera: (camera: Camera | null) => void;
  /** Makes the class breaks anew from the answer on screen, by the method given or the one before. */
  readonly rescale: (method?: BreakMethod) => void;
  /** Stops what is loading; what was open stays open. */
  readonly cancelLoading: () => void;
  /** Tries once more to open what could not be opened, or else to compute what could not be computed. */
  readonly retry: () => void;
  /** Puts the failure of a load away; what is open stays. */
  readonly dismissProblem: () => void;
  readonly dismissNotices: () => void;
  /** Reads the URL, opens the pack and data set it names, and follows the URL from then on. Also the retry after a failed load. */
  readonly start: () => void;
}

export type Atlas = AtlasState & AtlasActions;
