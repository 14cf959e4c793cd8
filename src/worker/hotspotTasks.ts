import { backtestSteps } from '../hotspots/backtestSteps.ts';
import { hotspotSteps } from '../hotspots/hotspotSteps.ts';
import type { HotspotInput, HotspotStep, Points } from '../hotspots/input.ts';
import { surfaceProblem, surfaceSteps } from '../hotspots/surface.ts';
import type { BacktestAnswer, BacktestRequest } from '../model/backtest.ts';
import type { HotspotAnswer, HotspotRequest } from '../model/hotspots.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../model/surface.ts';
import { failed, succeeded } from '../files/outcome.ts';
import type { LoadedPack, OpenSource } from './loadPack.ts';
import { pause } from './pause.ts';
import { pointsOf } from './points.ts';
import type { LoadOptions } from './protocol.ts';
import type { Tasks } from './tasks.ts';

/** What the tests need of the worker. */
export interface HotspotWork {
  readonly pack: LoadedPack;
  readonly tasks: Pick<Tasks, 'openDataSet' | 'evaluate'>;
  readonly openSource: OpenSource;
  readonly options: LoadOptions;
}

interface Asked {
  readonly pack: string;
  readonly dataSet: string;
}

/** Every hotspot test of a filter, step by step with a pause after each. Rejects only where the signal aborts. */
export async function hotspotTask(request: HotspotRequest, work: HotspotWork): Promise<Outcome<HotspotAnswer>> {
  const ready = await inputFor(request, work, request.settings.value === 'count' || request.drawnAreas.length > 0);
  return ready.ok ? inSteps('Testing hotspots', hotspotSteps(request, ready.value), work.options, ready.notes) : ready;
}

/** The back-test of ways to pick places, period by period with a pause after each. Rejects only where the signal aborts. */
export async function backtestTask(request: BacktestRequest, work: HotspotWork): Promise<Outcome<BacktestAnswer>> {
  const ready = await inputFor(request, work, true);
  return ready.ok ? inSteps('Testing how to pick places', backtestSteps(request, ready.value), work.options, ready.notes) : ready;
}

/** A kernel density surface, part by part with a pause after each. Rejects only where the signal aborts. */
export async function surfaceTask(request: SurfaceRequest, work: HotspotWork): Promise<Outcome<SurfaceAnswer>> {
  const ready = await inputFor(request, work, true);
  if (!ready.ok) return ready;
  const problem = surfaceProblem(request, ready.value);
  return problem === null ? inSteps('Making the density surface', surfaceSteps(request, ready.value), work.options, ready.notes) : { ok: false, problem };
}

/** @param points whether they are used at all; a data set that withholds small counts never gives them. */
async function inputFor({ pack: id, dataSet }: Asked, { pack, tasks, openSource, options }: HotspotWork, points: boolean): Promise<Outcome<HotspotInput>> {
  const opened = await tasks.openDataSet(id, dataSet, options);
  if (!opened.ok) return opened;
  const entry = pack.opened.manifest.dataSets.find((one) => one.id === dataSet);
  if (!entry) return failed('The data set is not open.', dataSet, 'Reload the page.');
  const found: Points = points && usable(entry) ? await pointsOf(pack, entry, openSource, options) : { of: null, problem: usable(entry) ? 'Points are not used here.' : 'This data set withholds small counts, which points would show.' };
  options.signal?.throwIfAborted();
  const evaluate: HotspotInput['evaluate'] = (set, selection, { confidence, benchmark }) => {
    const outcome = tasks.evaluate({ pack: id, dataSet: set, selection, confidence, benchmark, detail: false });
    if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.what}`);
    return outcome.value;
  };
  return succeeded({ pack: pack.opened, points: found, evaluate }, opened.notes);
}

const usable = ({ disclosureThreshold }: DataSetEntry): boolean => disclosureThreshold <= 1;

async function inSteps<Answer>(title: string, steps: Generator<HotspotStep, Answer, void>, { onProgress, signal }: LoadOptions, notes: readonly string[]): Promise<Outcome<Answer>> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return succeeded(step.value, notes);
    onProgress?.({ step: title, ...step.value });
    await pause();
    signal?.throwIfAborted();
  }
}
