import type { Assessment, AssessmentRequest } from '../model/assessment.ts';
import type { DrawnArea, ShapeSource } from '../model/drawnAreas.ts';
import type { BacktestAnswer, BacktestRequest } from '../model/backtest.ts';
import type { HotspotAnswer, HotspotRequest } from '../model/hotspots.ts';
import type { BreakMethod } from '../model/measures.ts';
import type { OpenedPack, Outcome, Progress } from '../model/pack.ts';
import type { PlanRequest } from '../model/patrol.ts';
import type { PatrolPlan } from '../model/patrolPlan.ts';
import type { PatrolPlaces, PlacesRequest } from '../model/patrolSettings.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../model/surface.ts';
import type { WantedForces } from '../selection/forces.ts';

/** What the page can ask of the records, wherever they are held. */
export interface AtlasWorker {
  /**
   * Opens a pack folder by its path (relative to the page, or absolute). Errors are values; the promise
   * rejects only with an `AbortError` when the signal aborts or the worker is disposed of. Of a pack in partitions only
   * the forces wanted are opened; `packKey` of the answer is what other requests call them by.
   */
  openPack(path: string, options?: OpenOptions): Promise<Outcome<OpenedPack>>;
  /** Loads a data set of an open pack, by ids. A second call for the same one answers at once. */
  openDataSet(pack: string, dataSet: string, options?: LoadOptions): Promise<Outcome<{ rows: number }>>;
  /**
   * Evaluates a selection. One request of a lane runs at a time; of those that wait only the newest is run,
   * the others reject with an `AbortError`. The answer carries its request.
   */
  evaluate(request: EvaluateRequest, options?: EvaluateOptions): Promise<Outcome<Evaluation>>;
  /** Breaks that cut the values (NaN left out) into so many classes, ascending; fewer where there are too few values. */
  classBreaks(values: Float64Array, classes: number, method: BreakMethod): Promise<Outcome<readonly number[]>>;
  /** Makes the assessment of an open pack; opens the data sets that it needs first. */
  assess(request: AssessmentRequest, options?: LoadOptions): Promise<Outcome<Assessment>>;
  /** Every hotspot test of one filter; opens the data set first. */
  hotspots(request: HotspotRequest, options?: LoadOptions): Promise<Outcome<HotspotAnswer>>;
  /** Which way of picking places would have worked; opens the data set first. */
  backtest(request: BacktestRequest, options?: LoadOptions): Promise<Outcome<BacktestAnswer>>;
  /** A kernel density surface of the events that match; opens the data set first. */
  surface(request: SurfaceRequest, options?: LoadOptions): Promise<Outcome<SurfaceAnswer>>;
  /** Drawn areas from a file or a circle, which needs no pack; notes count what of a file was left out. */
  shapes(source: ShapeSource): Promise<Outcome<readonly DrawnArea[]>>;
  /** Makes hotspots of a source from the records of an open pack; opens the data set first. */
  patrolPlaces(request: PlacesRequest, options?: LoadOptions): Promise<Outcome<PatrolPlaces>>;
  /** Makes a patrol plan, which needs no pack. A request that makes no sense is a Problem. */
  plan(request: PlanRequest, options?: LoadOptions): Promise<Outcome<PatrolPlan>>;
  /** Ends the worker; whatever is pending rejects with an `AbortError`. */
  dispose(): void;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What to open of a pack, and what may be let go. */
export interface PackChoice {
  /** Forces of a pack in partitions; left out for those that the pack opens with. Packs opened whole take no notice. */
  readonly forces?: WantedForces | undefined;
  /** Data set that will be opened next, whose records are then read beside the areas; null for the one the pack opens with. Left out, none. */
  readonly dataSet?: string | null | undefined;
  /** True where the pack is known to be in partitions: then nothing is read before the manifest has come. */
  readonly partitioned?: boolean | undefined;
  /** The one choice of forces, by `packKey`, that is still needed: every other one is let go once this has opened. Left out, all stay. */
  readonly keep?: string | null | undefined;
}

export interface OpenOptions extends LoadOptions, PackChoice {}

export interface EvaluateOptions {
  readonly signal?: AbortSignal;
  /** Requests overtake one another only within a lane; a comparison beside the main view uses its own. */
  readonly lane?: string;
}

/** Page -> worker. Every request has its own id; `abort` names the id of the request it ends. */
export type WorkerRequest =
  | { readonly task: 'openPack'; readonly id: number; readonly path: string; readonly choice: PackChoice }
  | { readonly task: 'openDataSet'; readonly id: number; readonly pack: string; readonly dataSet: string }
  | { readonly task: 'evaluate'; readonly id: number; readonly request: EvaluateRequest }
  | { readonly task: 'classBreaks'; readonly id: number; readonly values: Float64Array; readonly classes: number; readonly method: BreakMethod }
  | { readonly task: 'assess'; readonly id: number; readonly request: AssessmentRequest }
  | { readonly task: 'hotspots'; readonly id: number; readonly request: HotspotRequest }
  | { readonly task: 'backtest'; readonly id: number; readonly request: BacktestRequest }
  | { readonly task: 'surface'; readonly id: number; readonly request: SurfaceRequest }
  | { readonly task: 'shapes'; readonly id: number; readonly source: ShapeSource }
  | { readonly task: 'patrolPlaces'; readonly id: number; readonly request: PlacesRequest }
  | { readonly task: 'plan'; readonly id: number; readonly request: PlanRequest }
  | { readonly task: 'abort'; readonly id: number };

/** Worker -> page. An aborted request gets no answer. */
export type WorkerReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer };

/** What a request ends with, named by its task. */
export type Answer =
  | { readonly task: 'openPack'; readonly outcome: Outcome<OpenedPack> }
  | { readonly task: 'openDataSet'; readonly outcome: Outcome<{ rows: number }> }
  | { readonly task: 'evaluate'; readonly outcome: Outcome<Evaluation> }
  | { readonly task: 'classBreaks'; readonly outcome: Outcome<readonly number[]> }
  | { readonly task: 'assess'; readonly outcome: Outcome<Assessment> }
  | { readonly task: 'hotspots'; readonly outcome: Outcome<HotspotAnswer> }
  | { readonly task: 'backtest'; readonly outcome: Outcome<BacktestAnswer> }
  | { readonly task: 'surface'; readonly outcome: Outcome<SurfaceAnswer> }
  | { readonly task: 'shapes'; readonly outcome: Outcome<readonly DrawnArea[]> }
  | { readonly task: 'patrolPlaces'; readonly outcome: Outcome<PatrolPlaces> }
  | { readonly task: 'plan'; readonly outcome: Outcome<PatrolPlan> };

/** A request that has an answer. */
export type TaskRequest = Exclude<WorkerRequest, { readonly task: 'abort' }>;

/** The part of Worker, MessagePort and the worker's own scope that both ends use. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
