import type { StoreApi } from 'zustand/vanilla';
import type { Agreement } from '../model/agreement.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Confidence } from '../model/measures.ts';
import { type OpenedPack, type Outcome, packKey } from '../model/pack.ts';
import type { Evaluation } from '../model/results.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { createLatest } from './latest.ts';
import { agreementOf, agreementProblem, agreementRequest, agreementSources } from './sources.ts';
import type { Atlas, AtlasState } from './state.ts';

/** In a lane of its own, so that the view's evaluations neither wait for it nor overtake it. */
const LANE = 'agreement';

interface AgreementRequest {
  readonly pack: OpenedPack;
  readonly confidence: Confidence;
}

/** Keeps the agreement of the sources current from the first time somebody needs it. */
export function createAgreementKeeper(store: StoreApi<Atlas>, worker: AtlasWorker): { need(): void } {
  let needed = false;
  const set = (agreement: AtlasState['agreement']) => store.setState({ agreement });
  const latest = createLatest<AgreementRequest, Agreement>({
    run: (request, signal) => compare(worker, request, signal),
    keyOf: ({ pack, confidence }) => keyOf(packKey(pack), confidence),
    keyOfAnswer: ({ pack, confidence }) => keyOf(pack, confidence),
    onAnswer: (value) => set({ status: 'ready', value, problem: null }),
    onProblem: (problem) => set({ status: 'failed', value: null, problem }),
    failure: ({ pack }) => ({ what: 'The sources could not be compared', where: pack.manifest.area.title }),
    interrupts: true,
  });
  const follow = () => {
    const { pack: { opened }, dataSet: { entry }, view: { confidence } } = store.getState();
    // The data set on screen comes first.
    if (!needed || opened === null || entry === null) return;
    const what = agreementProblem(opened.manifest.dataSets);
    if (what === null) {
      if (latest.ask({ pack: opened, confidence })) set({ status: 'loading', value: null, problem: null });
      return;
    }
    latest.forget();
    set({ status: 'failed', value: null, problem: { what, where: opened.manifest.area.title, remedy: 'Open a pack that holds more sources.' } });
  };
  /** A pack opened anew may hold other records under the same id. */
  const forget = () => {
    latest.forget();
    set({ status: 'idle', value: null, problem: null });
  };
  store.subscribe((now, before) => {
    if (now.pack.opened !== before.pack.opened) forget();
    if (now.pack.opened !== before.pack.opened || now.dataSet.entry !== before.dataSet.entry || now.view.confidence !== before.view.confidence) follow();
  });
  return {
    need() {
      needed = true;
      follow();
    },
  };
}

function keyOf(pack: string, confidence: Confidence): string {
  return JSON.stringify([pack, confidence]);
}

/** One source after the other: the worker has one thread, and what the reader does meanwhile comes between them. */
async function compare(worker: AtlasWorker, { pack, confidence }: AgreementRequest, signal: AbortSignal): Promise<Outcome<Agreement>> {
  const key = packKey(pack);
  const answers: { entry: DataSetEntry; evaluation: Evaluation }[] = [];
  for (const entry of agreementSources(pack.manifest.dataSets)) {
    const opened = await worker.openDataSet(key, entry.id, { signal });
    if (!opened.ok) return problemOf(entry, opened);
    const evaluation = await worker.evaluate(agreementRequest(key, entry, confidence), { signal, lane: LANE });
    if (!evaluation.ok) return problemOf(entry, evaluation);
    answers.push({ entry, evaluation: evaluation.value });
  }
  return { ok: true, value: agreementOf(key, confidence, answers), notes: [] };
}

function problemOf({ title }: DataSetEntry, { problem }: Extract<Outcome<unknown>, { ok: false }>): Outcome<never> {
  return { ok: false, problem: { ...problem, what: `The sources could not be compared, because “${title}” could not be read. ${problem.what}` } };
}
