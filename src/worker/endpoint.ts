import type { Progress } from '../model/pack.ts';
import { messageOf } from '../files/outcome.ts';
import type { Answer, LoadOptions, MessagePortLike, TaskRequest, WorkerReply, WorkerRequest } from './protocol.ts';
import type { Tasks } from './tasks.ts';
import { buffersOf } from './transferables.ts';

/**
 * The worker's end: runs requests from `port` and posts the answers. Evaluations are transferred, not copied; an
 * assessment may show arrays of the pack itself and is copied.
 */
export function serve(port: MessagePortLike, tasks: Tasks): void {
  const running = new Map<number, AbortController>();
  const reply = (message: WorkerReply, transfer: Transferable[] = []): void => port.postMessage(message, transfer);
  const run = async (request: TaskRequest): Promise<void> => {
    const { id } = request;
    const control = new AbortController();
    running.set(id, control);
    const onProgress = (progress: Progress): void => {
      if (!control.signal.aborted) reply({ kind: 'progress', id, progress });
    };
    const answer = await answerTo(request, tasks, { signal: control.signal, onProgress });
    running.delete(id);
    if (control.signal.aborted) return;
    reply({ kind: 'answer', id, answer }, request.task === 'evaluate' ? buffersOf(answer) : []);
  };
  port.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
    const request = event.data;
    if (request.task === 'abort') running.get(request.id)?.abort();
    else void run(request);
  });
}

/** Whatever goes wrong unforeseen is an answer too, so that nobody waits for ever. */
async function answerTo(request: TaskRequest, tasks: Tasks, options: LoadOptions): Promise<Answer> {
  const { task } = request;
  try {
    if (task === 'openPack') return { task, outcome: await tasks.openPack(request.path, { ...request.choice, ...options }) };
    if (task === 'openDataSet') return { task, outcome: await tasks.openDataSet(request.pack, request.dataSet, options) };
    if (task === 'classBreaks') return { task, outcome: await tasks.classBreaks(request.values, request.classes, request.method) };
    if (task === 'assess') return { task, outcome: await tasks.assess(request.request, options) };
    if (task === 'hotspots') return { task, outcome: await tasks.hotspots(request.request, options) };
    if (task === 'backtest') return { task, outcome: await tasks.backtest(request.request, options) };
    if (task === 'surface') return { task, outcome: await tasks.surface(request.request, options) };
    if (task === 'shapes') return { task, outcome: await tasks.shapes(request.source) };
    if (task === 'patrolPlaces') return { task, outcome: await tasks.patrolPlaces(request.request, options) };
    if (task === 'plan') return { task, outcome: await tasks.plan(request.request, options) };
    return { task, outcome: tasks.evaluate(request.request) };
  } catch (error) {
    const remedy = 'Reload the page. If it happens again, please report it with the address of the page.';
    return { task, outcome: { ok: false, problem: { what: `The program failed: ${messageOf(error)}`, where: task, remedy } } };
  }
}
