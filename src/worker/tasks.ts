import type { Assessment, AssessmentRequest } from '../model/assessment.ts';
import type { Cells } from '../model/cells.ts';
import type { DrawnArea, ShapeSource } from '../model/drawnAreas.ts';
import type { BacktestAnswer, BacktestRequest } from '../model/backtest.ts';
import type { HotspotAnswer, HotspotRequest } from '../model/hotspots.ts';
import type { BreakMethod } from '../model/measures.ts';
import { messageOf, type OpenedPack, type Outcome } from '../model/pack.ts';
import type { PlanRequest } from '../model/patrol.ts';
import type { PatrolPlan } from '../model/patrolPlan.ts';
import type { PatrolPlaces, PlacesRequest } from '../model/patrolSettings.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../model/surface.ts';
import { failed, succeeded } from '../files/outcome.ts';
import { coveredHours } from '../selection/coverage.ts';
import { evaluateRequest } from './evaluate.ts';
import { SavedAnswers } from './savedSelection.ts';
import type * as HotspotTasks from './hotspotTasks.ts';
import { loadCells, loadPack, type LoadedPack, type OpenSource } from './loadPack.ts';
import { namesOf } from './packNames.ts';
import { patrolPlaces } from './patrolPlaces.ts';
import { planPatrol } from './planPatrol.ts';
import type { LoadOptions, OpenOptions } from './protocol.ts';

/** What the worker does, without a worker: the same code runs in tests and in the pack builder's `verify`. */
export interface Tasks {
  /** Opens a pack folder by path, of one in partitions the forces wanted. Rejects only where the signal aborts; everything else is a Problem. */
  openPack(path: string, options?: OpenOptions): Promise<Outcome<OpenedPack>>;
  /** Loads a data set of an open pack; at once where it is loaded already. */
  openDataSet(pack: string, dataSet: string, options?: LoadOptions): Promise<Outcome<{ rows: number }>>;
  /** Evaluates a selection on an open data set. The arrays of an answer are its own and may be transferred. */
  evaluate(request: EvaluateRequest): Outcome<Evaluation>;
  /**
   * Breaks between classes of values, as `classByBreaks` takes them: ascending, distinct, without the ends. NaN is left
   * out; there are fewer classes where there are too few distinct values, and none without values. Round numbers
   * ('pretty') may give a class more or fewer.
   */
  classBreaks(values: Float64Array, classes: number, method: BreakMethod): Promise<Outcome<readonly number[]>>;
  /** Makes the assessment of an open pack. Rejects only where the signal aborts. */
  assess(request: AssessmentRequest, options?: LoadOptions): Promise<Outcome<Assessment>>;
  /** Every hotspot test of one filter on an open pack. Rejects only where the signal aborts. */
  hotspots(request: HotspotRequest, options?: LoadOptions): Promise<Outcome<HotspotAnswer>>;
  /** The back-test of ways to pick places. Rejects only where the signal aborts. */
  backtest(request: BacktestRequest, options?: LoadOptions): Promise<Outcome<BacktestAnswer>>;
  /** A kernel density surface. Rejects only where the signal aborts. */
  surface(request: SurfaceRequest, options?: LoadOptions): Promise<Outcome<SurfaceAnswer>>;
  /** Drawn areas from a file or a circle. */
  shapes(source: ShapeSource): Promise<Outcome<readonly DrawnArea[]>>;
  /** Makes hotspots of a source. Rejects only where the signal aborts. */
  patrolPlaces(request: PlacesRequest, options?: LoadOptions): Promise<Outcome<PatrolPlaces>>;
  /** Makes a patrol plan. Rejects only where the signal aborts. */
  plan(request: PlanRequest, options?: LoadOptions): Promise<Outcome<PatrolPlan>>;
}

const OPEN_FIRST = 'Open it first; if this comes up by itself, reload the page.';

/**
 * @param openSource how a path (of the pack folder, with the file's path inside it) becomes bytes.
 * Packs stay open until the tasks are dropped, choices of parts until one is opened with another to keep; opening one
 * again reads it anew, but for parts that are held. `namesOf` says what they are known by.
 */
export function createTasks(openSource: OpenSource): Tasks {
  const packs = new Map<string, LoadedPack>();
  // By records, so that they go with them.
  const savedAnswers = new WeakMap<Cells, SavedAnswers>();
  const open = (): LoadedPack[] => [...new Set(packs.values())];
  /** The hotspot tests are loaded when they are first asked for. */
  const tested = async <Answer>(id: string, options: LoadOptions, run: (made: typeof HotspotTasks, work: HotspotTasks.HotspotWork) => Promise<Outcome<Answer>>): Promise<Outcome<Answer>> => {
    const pack = packs.get(id);
    if (!pack) return failed('The pack is not open.', id, OPEN_FIRST);
    return run(await import('./hotspotTasks.ts'), { pack, tasks, openSource, options });
  };
  const tasks: Tasks = {
    async openPack(path, options = {}) {
      const loaded = await loadPack(path, openSource, options, open());
      if (!loaded.ok) return loaded;
      if (options.keep !== undefined) {
        const kept = options.keep === null ? undefined : packs.get(options.keep);
        for (const [name, pack] of packs) if (pack.held !== null && pack !== kept) packs.delete(name);
      }
      for (const name of namesOf(path, loaded.value.opened)) packs.set(name, loaded.value);
      return succeeded(loaded.value.opened, loaded.notes);
    },
    async openDataSet(packId, dataSet, options = {}) {
      const pack = packs.get(packId);
      if (!pack) return failed('The pack is not open.', packId, OPEN_FIRST);
      const held = pack.cells.get(dataSet);
      if (held) return succeeded({ rows: held.cell.length });
      const entry = pack.opened.manifest.dataSets.find(({ id }) => id === dataSet);
      if (!entry) return failed(`The pack has no data set "${dataSet}".`, packId, `Choose one of: ${pack.opened.manifest.dataSets.map(({ id }) => id).join(', ')}.`);
      const cells = pack.held === null
        ? await loadCells(pack, entry, openSource, options)
        : await (await import('./loadPartCells.ts')).loadPartCells(pack, entry, openSource, options, open());
      if (!cells.ok) return cells;
      pack.cells.set(dataSet, cells.value);
      return succeeded({ rows: cells.value.cell.length }, cells.notes);
    },
    evaluate(request) {
      const pack = packs.get(request.pack);
      const cells = pack?.cells.get(request.dataSet);
      const entry = pack?.opened.manifest.dataSets.find(({ id }) => id === request.dataSet);
      if (!pack || !cells || !entry) return failed('The data set is not open.', `${request.pack}, ${request.dataSet}`, OPEN_FIRST);
      const { areas, places } = pack.opened;
      const saved = savedAnswers.get(cells) ?? new SavedAnswers();
      savedAnswers.set(cells, saved);
      return evaluateRequest(request, { entry, cells, areas, places: pack.places, population: pack.population, coveredHours: coveredHours(entry, places) }, saved);
    },
    async classBreaks(values, classes, method) {
      try {
        const { classBreaks } = await import('../statistics/classBreaks.ts');
        const inner = classBreaks(values, classes, method).slice(1, -1);
        return succeeded(inner.filter((edge, i) => i === 0 || edge > inner[i - 1]!));
      } catch (error) {
        return failed(messageOf(error), 'class breaks', 'Choose another number of classes.');
      }
    },
    async assess(request, options = {}) {
      const pack = packs.get(request.pack);
      if (!pack) return failed('The pack is not open.', request.pack, OPEN_FIRST);
      // Only who opens the assessment needs its code.
      const { assessPack } = await import('./assess.ts');
      options.signal?.throwIfAborted();
      return assessPack(request, pack, tasks, options);
    },
    hotspots: (request, options = {}) => tested(request.pack, options, ({ hotspotTask }, work) => hotspotTask(request, work)),
    backtest: (request, options = {}) => tested(request.pack, options, ({ backtestTask }, work) => backtestTask(request, work)),
    // Only who draws areas needs its code.
    shapes: async (source) => (await import('./shapes.ts')).shapesOf(source),
    surface: (request, options = {}) => tested(request.pack, options, ({ surfaceTask }, work) => surfaceTask(request, work)),
    async patrolPlaces(request, options = {}) {
      const pack = packs.get(request.pack);
      if (!pack) return failed('The pack is not open.', request.pack, OPEN_FIRST);
      return patrolPlaces(request, pack, tasks, options);
    },
    plan: planPatrol,
  };
  return tasks;
}
