import type { Assessment, AssessmentRequest } from '../model/assessment.ts';
import type { DrawnArea, ShapeSource } from '../model/drawnAreas.ts';
import type { BacktestAnswer, BacktestRequest } from '../model/backtest.ts';
import type { HotspotAnswer, HotspotRequest } from '../model/hotspots.ts';
import type { BreakMethod } from '../model/measures.ts';
import type { OpenedPack, Outcome, Problem, Progress } from '../model/pack.ts';
import type { PlanRequest } from '../model/patrol.ts';
import type { PatrolPlan } from '../model/patrolPlan.ts';
import type { PatrolPlaces, PlacesRequest } from '../model/patrolSettings.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../model/surface.ts';
import type { Answer, AtlasWorker, EvaluateOptions, LoadOptions, MessagePortLike, OpenOptions, TaskRequest, WorkerReply, WorkerRequest } from './protocol.ts';
import { NewestWaits } from './newestWaits.ts';

/** A request without its id, task by task. */
type Question = TaskRequest extends infer Request ? (Request extends TaskRequest ? Omit<Request, 'id'> : never) : never;

interface Pending {
  readonly answer: (answer: Answer) => void;
  readonly fail: (problem: Problem) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** The page's end of a worker, over any port; `dispose` ends what is behind the port. */
export class Connection implements AtlasWorker {
  private readonly port: MessagePortLike;
  private readonly end: () => void;
  private readonly resolvePath: (path: string) => string;
  private readonly pending = new Map<number, Pending>();
  private readonly lanes = new Map<string, NewestWaits>();
  private nextId = 1;
  private disposed = false;
  private failure: Problem | null = null;

  /** @param resolvePath makes a path absolute: within a worker, relative addresses would start from its script. */
  constructor(port: MessagePortLike, end: () => void, resolvePath: (path: string) => string = (path) => path) {
    this.port = port;
    this.end = end;
    this.resolvePath = resolvePath;
    port.addEventListener('message', (event: MessageEvent<WorkerReply>) => this.receive(event.data));
  }

  openPack(path: string, { signal, onProgress, ...choice }: OpenOptions = {}): Promise<Outcome<OpenedPack>> {
    const options = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
    return this.ask({ task: 'openPack', path: this.resolvePath(path), choice }, options, (answer) => (answer.task === 'openPack' ? answer.outcome : null));
  }

  openDataSet(pack: string, dataSet: string, options: LoadOptions = {}): Promise<Outcome<{ rows: number }>> {
    return this.ask({ task: 'openDataSet', pack, dataSet }, options, (answer) => (answer.task === 'openDataSet' ? answer.outcome : null));
  }

  evaluate(request: EvaluateRequest, { signal, lane = 'main' }: EvaluateOptions = {}): Promise<Outcome<Evaluation>> {
    const queue = this.lanes.get(lane) ?? new NewestWaits();
    this.lanes.set(lane, queue);
    const options = signal ? { signal } : {};
    return queue.run(() => this.ask({ task: 'evaluate', request }, options, (answer) => (answer.task === 'evaluate' ? answer.outcome : null)), signal);
  }

  classBreaks(values: Float64Array, classes: number, method: BreakMethod): Promise<Outcome<readonly number[]>> {
    return this.ask({ task: 'classBreaks', values, classes, method }, {}, (answer) => (answer.task === 'classBreaks' ? answer.outcome : null));
  }

  assess(request: AssessmentRequest, options: LoadOptions = {}): Promise<Outcome<Assessment>> {
    return this.ask({ task: 'assess', request }, options, (answer) => (answer.task === 'assess' ? answer.outcome : null));
  }

  hotspots(request: HotspotRequest, options: LoadOptions = {}): Promise<Outcome<HotspotAnswer>> {
    return this.ask({ task: 'hotspots', request }, options, (answer) => (answer.task === 'hotspots' ? answer.outcome : null));
  }

  backtest(request: BacktestRequest, options: LoadOptions = {}): Promise<Outcome<BacktestAnswer>> {
    return this.ask({ task: 'backtest', request }, options, (answer) => (answer.task === 'backtest' ? answer.outcome : null));
  }

  surface(request: SurfaceRequest, options: LoadOptions = {}): Promise<Outcome<SurfaceAnswer>> {
    return this.ask({ task: 'surface', request }, options, (answer) => (answer.task === 'surface' ? answer.outcome : null));
  }

  shapes(source: ShapeSource): Promise<Outcome<readonly DrawnArea[]>> {
    return this.ask({ task: 'shapes', source }, {}, (answer) => (answer.task === 'shapes' ? answer.outcome : null));
  }

  patrolPlaces(request: PlacesRequest, options: LoadOptions = {}): Promise<Outcome<PatrolPlaces>> {
    return this.ask({ task: 'patrolPlaces', request }, options, (answer) => (answer.task === 'patrolPlaces' ? answer.outcome : null));
  }

  plan(request: PlanRequest, options: LoadOptions = {}): Promise<Outcome<PatrolPlan>> {
    return this.ask({ task: 'plan', request }, options, (answer) => (answer.task === 'plan' ? answer.outcome : null));
  }

  /** The worker itself failed: everything pending, and everything asked later, gets the problem. */
  fail(what: string): void {
    this.failure = { what, where: 'worker', remedy: 'Try again. If it happens again, reload the page, and please report it with the address of the page.' };
    for (const pending of this.pending.values()) pending.fail(this.failure);
    this.pending.clear();
  }

  dispose(): void {
    this.disposed = true;
    for (const { reject } of this.pending.values()) reject(disposedError());
    this.pending.clear();
    this.end();
  }

  /** @param take the outcome of an answer to this task; null for another task's, which cannot be. */
  private ask<T>(question: Question, { signal, onProgress }: LoadOptions, take: (answer: Answer) => Outcome<T> | null): Promise<Outcome<T>> {
    if (this.disposed) return Promise.reject(disposedError());
    if (signal?.aborted) return Promise.reject(abortReason(signal));
    if (this.failure) return Promise.resolve({ ok: false, problem: this.failure });
    const id = this.nextId;
    this.nextId += 1;
    return new Promise<Outcome<T>>((resolve, reject) => {
      const abort = (): void => {
        if (!this.pending.delete(id)) return;
        this.post({ task: 'abort', id });
        reject(abortReason(signal));
      };
      const forget = (): void => signal?.removeEventListener('abort', abort);
      this.pending.set(id, {
        answer: (answer) => {
          forget();
          const outcome = take(answer);
          if (outcome) resolve(outcome);
          else reject(new Error(`Request ${id} (${question.task}) was answered as ${answer.task}.`));
        },
        fail: (problem) => {
          forget();
          resolve({ ok: false, problem });
        },
        reject: (reason) => {
          forget();
          reject(reason);
        },
        onProgress,
      });
      signal?.addEventListener('abort', abort);
      this.post({ ...question, id });
    });
  }

  private post(message: WorkerRequest): void {
    this.port.postMessage(message, []);
  }

  /** Answers to requests that are no longer pending (aborted) are dropped. */
  private receive(reply: WorkerReply): void {
    const pending = this.pending.get(reply.id);
    if (!pending) return;
    if (reply.kind === 'progress') {
      pending.onProgress?.(reply.progress);
      return;
    }
    this.pending.delete(reply.id);
    pending.answer(reply.answer);
  }
}

function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new DOMException('The request was cancelled.', 'AbortError');
}

function disposedError(): DOMException {
  return new DOMException('The worker has been disposed of.', 'AbortError');
}
