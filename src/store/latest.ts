import type { Outcome, Problem } from '../model/pack.ts';
import { isAbort, unexpected } from './problems.ts';

/** One kind of work for the worker, of which only the newest request matters. */
export interface LatestWork<Request, Answer> {
  run(request: Request, signal: AbortSignal): Promise<Outcome<Answer>>;
  /** Text that is equal exactly where two requests ask the same. */
  keyOf(request: Request): string;
  /** The key of the request that an answer carries. */
  keyOfAnswer(answer: Answer): string;
  /** The complete answer to the newest request. */
  onAnswer(answer: Answer): void;
  onProblem(problem: Problem): void;
  /** What could not be done, and where, should an error come that nobody foresaw. */
  failure(request: Request): { readonly what: string; readonly where: string };
  /** True ends what runs as soon as it is no longer wanted; otherwise it runs to its end and its answer is dropped. */
  readonly interrupts: boolean;
}

export interface Latest<Request> {
  /** Asks for this and nothing else any more. False where it was asked already: that changes nothing, unless it failed. */
  ask(request: Request): boolean;
  /** Forgets what was asked; answers still to come are dropped. */
  forget(): void;
}

/**
 * Latest wins: at most one request runs and one waits, and the one that waits is always the newest. An answer is passed
 * on only while its own request (not merely the one we believe it belongs to) is the newest.
 */
export function createLatest<Request, Answer>(work: LatestWork<Request, Answer>): Latest<Request> {
  let wanted: string | null = null;
  let waiting: Request | null = null;
  let running: AbortController | null = null;

  const run = async (request: Request): Promise<void> => {
    const mine = new AbortController();
    running = mine;
    const outcome = await safely(work, request, mine.signal);
    running = null;
    settle(request, mine.signal.aborted ? 'aborted' : outcome);
    const next = waiting;
    waiting = null;
    if (next !== null) void run(next);
  };
  const settle = (request: Request, outcome: Outcome<Answer> | 'aborted') => {
    if (wanted !== work.keyOf(request)) return;
    if (outcome === 'aborted') {
      // Asked for again while it was being ended: the one that waits is the same and runs now.
      if (waiting === null) wanted = null;
    } else if (!outcome.ok) {
      wanted = null;
      work.onProblem(outcome.problem);
    } else if (work.keyOfAnswer(outcome.value) === wanted) work.onAnswer(outcome.value);
  };

  return {
    ask(request) {
      const key = work.keyOf(request);
      if (key === wanted) return false;
      wanted = key;
      if (running === null) void run(request);
      else {
        waiting = request;
        if (work.interrupts) running.abort();
      }
      return true;
    },
    forget() {
      wanted = null;
      waiting = null;
      if (work.interrupts) running?.abort();
    },
  };
}

/** Never rejects. */
async function safely<Request, Answer>(work: LatestWork<Request, Answer>, request: Request, signal: AbortSignal): Promise<Outcome<Answer> | 'aborted'> {
  try {
    return await work.run(request, signal);
  } catch (error) {
    const { what, where } = work.failure(request);
    return isAbort(error) ? 'aborted' : { ok: false, problem: unexpected(what, where, error) };
  }
}
