import type { Problem } from '../model/pack.ts';
import { isRecord } from '../model/records.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { createLatest, type Latest } from './latest.ts';

/** Text that is equal exactly where two requests ask the same. */
export function requestKey(request: object): string {
  return JSON.stringify(request, (_, value: unknown) => (isRecord(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value));
}

export interface EvaluatorEvents {
  /** The complete answer to the newest request. */
  onAnswer(evaluation: Evaluation): void;
  onProblem(problem: Problem): void;
}

export type Evaluator = Latest<EvaluateRequest>;

/** The evaluations of the view, latest wins. */
export function createEvaluator(worker: AtlasWorker, events: EvaluatorEvents): Evaluator {
  return createLatest<EvaluateRequest, Evaluation>({
    run: (request) => worker.evaluate(request),
    keyOf: requestKey,
    keyOfAnswer: ({ request }) => requestKey(request),
    ...events,
    failure: ({ dataSet }) => ({ what: 'The figures could not be computed', where: dataSet }),
    interrupts: false,
  });
}
