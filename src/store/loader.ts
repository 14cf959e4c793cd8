import type { DataSetEntry, PackIndex } from '../model/manifest.ts';
import { type OpenedPack, type Outcome, packKey, type Problem, type Progress } from '../model/pack.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import { chosenForces, type WantedForces } from '../selection/forces.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { requestKey } from './evaluator.ts';
import { addressBelow, type FetchJson, readPackIndex } from './packIndex.ts';
import { unexpected } from './problems.ts';

export interface Loaded {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  /** Its evaluation without filters: what the class breaks are made of. Null where that failed. */
  readonly baseline: Evaluation | null;
  /** Its evaluation for the view; null where that failed. */
  readonly first: Evaluation | null;
  readonly notices: readonly string[];
}

export interface LoadPlan {
  readonly worker: AtlasWorker;
  readonly fetchJson: FetchJson;
  readonly packsUrl: string;
  /** Known packs; null = read the list. */
  readonly packs: PackIndex['packs'] | null;
  /** Ids asked for; null = the default. */
  readonly wanted: { readonly pack: string | null; readonly dataSet: string | null; readonly forces: WantedForces };
  /** What is open already and need not be opened again. */
  readonly open: OpenedPack | null;
  readonly requestsOf: (pack: OpenedPack, entry: DataSetEntry) => { readonly baseline: EvaluateRequest; readonly first: EvaluateRequest };
  readonly signal: AbortSignal;
  readonly onPacks: (packs: PackIndex['packs']) => void;
  readonly onStage: (stage: 'pack' | 'dataSet', progress: Progress | null) => void;
  readonly onPack: (pack: OpenedPack) => void;
}

export type LoadResult = Outcome<Loaded> & { readonly stage: 'pack' | 'dataSet' };

/** From the list of packs to an opened data set. Rejects only when the signal aborts. */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  if (plan.packs === null) plan.onStage('pack', null);
  const index = plan.packs ? { ok: true as const, value: plan.packs } : await readPackIndex(plan.fetchJson, plan.packsUrl, plan.signal);
  plan.signal.throwIfAborted();
  if (!index.ok) return { ...index, stage: 'pack' };
  plan.onPacks(index.value);
  const choice = choose(index.value, plan.wanted.pack, index.value[0]?.id ?? null, 'pack');
  if (choice === null) return failure('pack', { what: 'There is no area pack to open.', where: plan.packsUrl, remedy: 'Build one with "npm start" or "npm run geodata".' });
  const pack = await openPack(plan, choice.chosen);
  plan.signal.throwIfAborted();
  if (!pack.ok) return { ...pack, stage: 'pack' };
  plan.onPack(pack.value);
  return openDataSet(plan, pack.value, [...choice.notices, ...pack.notes]);
}

/**
 * The pack by its id in the list, which is its folder's name and so unique (two packs of one county share the id of
 * their area). The worker knows it by that name too.
 */
async function openPack(plan: LoadPlan, entry: PackIndex['packs'][number]): Promise<Outcome<OpenedPack>> {
  const held = plan.open?.id === entry.id ? stillWanted(plan.open, plan.wanted.forces) : null;
  if (held !== null) return held;
  plan.onStage('pack', null);
  const { forces } = plan.wanted;
  const options = {
    signal: plan.signal, onProgress: (progress: Progress) => plan.onStage('pack', progress),
    forces, dataSet: plan.wanted.dataSet, partitioned: entry.partitioned ?? forces.forces !== null, keep: plan.open && packKey(plan.open),
  };
  const outcome = await asOutcome(plan.signal, entry.title, entry.path, () => plan.worker.openPack(addressBelow(plan.packsUrl, entry.path), options));
  if (!outcome.ok) return outcome;
  return { ...outcome, value: { ...outcome.value, id: entry.id }, notes: [...outcome.notes, ...unusedForces(outcome.value, forces)] };
}

/** What is open, where it is what is wanted: a pack that is opened whole, or exactly these forces. Null where it is not. */
function stillWanted(open: OpenedPack, wanted: WantedForces): Outcome<OpenedPack> | null {
  const { manifest: { partitions }, parts } = open;
  if (partitions === undefined || parts === undefined) return { ok: true, value: open, notes: unusedForces(open, wanted) };
  const chosen = chosenForces(partitions, wanted);
  return chosen.parts.map(({ id }) => id).join() === parts.join() ? { ok: true, value: open, notes: chosen.notes } : null;
}

function unusedForces({ parts }: OpenedPack, { forces }: WantedForces): string[] {
  return parts === undefined && forces !== null ? ['This pack is opened whole, so the police forces that the address names are not used.'] : [];
}

async function openDataSet(plan: LoadPlan, pack: OpenedPack, notices: readonly string[]): Promise<LoadResult> {
  const { dataSets, opens } = pack.manifest;
  const choice = choose(dataSets, plan.wanted.dataSet, opens, 'data set');
  if (choice === null) return failure('dataSet', { what: 'This pack has no data set.', where: pack.manifest.area.title, remedy: 'Build the pack again with at least one source of records.' });
  const entry = choice.chosen;
  plan.onStage('dataSet', null);
  const options = { signal: plan.signal, onProgress: (progress: Progress) => plan.onStage('dataSet', progress) };
  const opened = await asOutcome(plan.signal, entry.title, entry.cells, () => plan.worker.openDataSet(packKey(pack), entry.id, options));
  if (!opened.ok) return { ...opened, stage: 'dataSet' };
  const evaluations = await evaluateBoth(plan, pack, entry);
  return { ok: true, stage: 'dataSet', notes: [], value: { pack, entry, ...evaluations, notices: [...notices, ...choice.notices, ...opened.notes] } };
}

/** In a lane of their own, so that they do not overtake what the reader still does with the data set on screen. */
async function evaluateBoth(plan: LoadPlan, pack: OpenedPack, entry: DataSetEntry): Promise<Pick<Loaded, 'baseline' | 'first'>> {
  const evaluate = async (request: EvaluateRequest): Promise<Evaluation | null> => {
    const outcome = await asOutcome(plan.signal, 'The figures could not be computed', entry.id, () => plan.worker.evaluate(request, { signal: plan.signal, lane: 'opening' }));
    return outcome.ok ? outcome.value : null;
  };
  const requests = plan.requestsOf(pack, entry);
  const baseline = await evaluate(requests.baseline);
  return { baseline, first: requestKey(requests.first) === requestKey(requests.baseline) ? baseline : await evaluate(requests.first) };
}

/** The one asked for; else the default with a notice; null where there is none at all. */
function choose<T extends { readonly id: string; readonly title: string }>(items: readonly T[], id: string | null, defaultId: string | null, noun: string): { chosen: T; notices: string[] } | null {
  const asked = items.find((item) => item.id === id);
  if (asked) return { chosen: asked, notices: [] };
  const chosen = items.find((item) => item.id === defaultId) ?? items[0];
  if (!chosen) return null;
  return { chosen, notices: id === null ? [] : [`There is no ${noun} "${id}" here; "${chosen.title}" is shown instead.`] };
}

/** Says in a problem what could not be opened, and makes one of a rejection, except that of a cancelled load, which is passed on. */
async function asOutcome<T>(signal: AbortSignal, title: string, where: string, action: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const outcome = await action();
    signal.throwIfAborted();
    return outcome.ok ? outcome : { ok: false, problem: { ...outcome.problem, what: `${title} could not be opened. ${outcome.problem.what}` } };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, problem: unexpected(`${title} could not be opened`, where, error) };
  }
}

function failure(stage: 'pack' | 'dataSet', problem: Problem): LoadResult {
  return { ok: false, problem, stage };
}
