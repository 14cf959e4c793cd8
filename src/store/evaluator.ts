import type { Outcome, Problem } from '../model/pack.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { isAbort, unexpected } from './problems.ts';

/** Text that is equal exactly where two requests ask the same. */
export function requestKey(request: EvaluateRequest): string {
  const { pack, dataSet, confidence, selection } = request;
  return JSON.stringify([pack, dataSet, confidence, Object.entries(selection).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

export interface EvaluatorEvents {
  /** The complete answer to the newest request. */
  onAnswer(evaluation: Evaluation): void;
  onProblem(problem: Problem): void;
}

export interface Evaluator {
  /** Asks for this and nothing else any more. The same request again changes nothing, unless it failed. */
  ask(request: EvaluateRequest): void;
  /** Forgets what was asked; answers still to come are dropped. */
  forget(): void;
}

/**
 * Latest wins: at most one evaluation runs and one waits, and the one that waits is always the newest.
 * An answer is passed on only while its own request (not merely the one we believe it belongs to) is the newest.
 */
export function createEvaluator(worker: AtlasWorker, events: EvaluatorEvents): Evaluator {
  let wanted: string | null = null;
  let waiting: EvaluateRequest | null = null;
  let running = false;

  const run = async (request: EvaluateRequest): Promise<void> => {
    running = true;
    const outcome = await evaluateSafely(worker, request);
    running = false;
    settle(request, outcome);
    const next = waiting;
    waiting = null;
    if (next !== null) void run(next);
  };
  const settle = (request: EvaluateRequest, outcome: Outcome<Evaluation> | 'aborted') => {
    if (wanted !== requestKey(request)) return;
    if (outcome === 'aborted') wanted = null;
    else if (!outcome.ok) {
      wanted = null;
      events.onProblem(outcome.problem);
    } else if (requestKey(outcome.value.request) === wanted) events.onAnswer(outcome.value);
  };

  return {
    ask(request) {
      const key = requestKey(request);
      if (key === wanted) return;
      wanted = key;
      if (running) waiting = request;
      else void run(request);
    },
    forget() {
      wanted = null;
      waiting = null;
    },
  };
}

/** Never rejects. */
async function evaluateSafely(worker: AtlasWorker, request: EvaluateRequest): Promise<Outcome<Evaluation> | 'aborted'> {
  try {
    return await worker.evaluate(request);
  } catch (error) {
    return isAbort(error) ? 'aborted' : { ok: false, problem: unexpected('The figures could not be computed', request.dataSet, error) };
  }
}
