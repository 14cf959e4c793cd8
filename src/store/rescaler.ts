import type { StoreApi } from 'zustand/vanilla';
import type { BreakMethod } from '../model/measures.ts';
import type { Evaluation } from '../model/results.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { breaksBy, breaksOfChosen } from './frozenBreaks.ts';
import { createLatest } from './latest.ts';
import type { Atlas, AtlasState } from './state.ts';

interface Rescaling {
  /** Number of the press; every press asks anew. */
  readonly press: number;
  readonly method: BreakMethod;
  readonly evaluation: Evaluation;
  readonly entry: AtlasState['dataSet']['entry'];
}

/** Makes the class breaks anew from the answer on screen: quantiles at once, other methods in the worker, where the newest press wins. */
export function createRescaler(store: StoreApi<Atlas>, worker: AtlasWorker): { rescale(method?: BreakMethod): void } {
  let presses = 0;
  const latest = createLatest<Rescaling, Rescaling & { readonly breaks: AtlasState['breaks'] }>({
    async run(request) {
      const outcome = await breaksBy(worker, request.evaluation, request.method);
      return outcome.ok ? { ...outcome, value: { ...request, breaks: outcome.value } } : outcome;
    },
    keyOf: ({ press }) => String(press),
    keyOfAnswer: ({ press }) => String(press),
    onAnswer({ breaks, method, entry }) {
      // A data set that opened meanwhile has breaks of its own.
      if (store.getState().dataSet.entry === entry) store.setState({ breaks, breakMethod: method });
    },
    onProblem: (evaluationProblem) => store.setState({ evaluationProblem }),
    failure: ({ entry }) => ({ what: 'The classes could not be made anew', where: entry?.title ?? '' }),
    interrupts: false,
  });
  return {
    rescale(method = store.getState().breakMethod) {
      const { evaluation, dataSet: { entry } } = store.getState();
      if (evaluation === null) return;
      presses += 1;
      if (method !== 'quantile') {
        latest.ask({ press: presses, method, evaluation, entry });
        return;
      }
      latest.forget();
      store.setState({ breaks: breaksOfChosen(evaluation), breakMethod: method });
    },
  };
}
