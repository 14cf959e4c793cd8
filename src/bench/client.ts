import type { Step, StepResult } from './plan.ts';

/**
 * Measures one step in a worker of its own, whose memory goes with it.
 *
 * @param signal ends it: the promise then rejects with an `AbortError`
 * @throws Error in plain words where the worker stops, for want of memory most likely
 */
export function measureStep(step: Step, signal: AbortSignal): Promise<StepResult> {
  const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<StepResult>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')), { once: true });
    worker.addEventListener('message', (event: MessageEvent<StepResult>) => resolve(event.data));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker stopped; the memory may not have sufficed.')));
    worker.postMessage(step, []);
  }).finally(() => worker.terminate());
}
