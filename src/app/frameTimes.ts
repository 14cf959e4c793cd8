/**
 * How long a change of the filter takes, in the page's own performance timeline: always on, so that a reader's machine
 * can be measured as it is. Marks of the last change, each a point in time:
 *
 * - `atlas:input` the reader's event that asked for it
 * - `atlas:answer` the worker's answer is there
 * - `atlas:committed` figures, charts and table stand in the page
 * - `atlas:painted` the map has drawn it in a frame
 *
 * and one measure `atlas:frame` from the input to the end of that frame, whose `detail` is a FrameDetail. A
 * PerformanceObserver of type "measure" hears every one; the timeline itself keeps the last, so that it does not grow.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { EvaluateRequest } from '../model/results.ts';
import type { Atlas } from '../store/atlasStore.ts';

/** Milliseconds from the input to each step. */
export interface FrameDetail {
  readonly request: EvaluateRequest;
  readonly answer: number;
  readonly committed: number;
  readonly painted: number;
  /** Milliseconds that the worker spent on it. */
  readonly worker: number;
}

export const FRAME_MEASURE = 'atlas:frame';
const INPUTS = ['pointerdown', 'pointermove', 'pointerup', 'click', 'keydown', 'input', 'change'] as const;

/** Measures until the returned function is called. `drawn` resolves in the frame that shows what the map was told. */
export function measureFrames(store: StoreApi<Atlas>, drawn: () => Promise<void>): () => void {
  let event = 0;
  let asked: number | null = null;
  const hear = ({ timeStamp }: Event): void => {
    event = timeStamp;
  };
  for (const type of INPUTS) window.addEventListener(type, hear, { capture: true, passive: true });
  const unsubscribe = store.subscribe((now, before) => {
    if (now.evaluating && (!before.evaluating || now.view.selection !== before.view.selection)) asked = mark('atlas:input', event > 0 ? event : performance.now());
    const { evaluation } = now;
    if (asked === null || evaluation === null || evaluation === before.evaluation) return;
    const start = asked;
    asked = null;
    const answer = mark('atlas:answer') - start;
    // React has brought the page up to date when the store's call is over, before the next frame.
    queueMicrotask(() => {
      const committed = mark('atlas:committed') - start;
      void drawn().then(() => {
        const painted = mark('atlas:painted') - start;
        const detail: FrameDetail = { request: evaluation.request, answer, committed, painted, worker: evaluation.elapsed };
        afterFrame(() => {
          performance.clearMeasures(FRAME_MEASURE);
          performance.measure(FRAME_MEASURE, { start, end: performance.now(), detail });
        });
      });
    });
  });
  return () => {
    unsubscribe();
    for (const type of INPUTS) window.removeEventListener(type, hear, { capture: true });
  };
}

/** Puts a mark in the place of the last of its name. @returns its time, milliseconds */
function mark(name: string, startTime = performance.now()): number {
  performance.clearMarks(name);
  return performance.mark(name, { startTime }).startTime;
}

/** When the frame under way has been laid out and handed over: a message is heard only after it. */
function afterFrame(action: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    action();
  });
  port1.start();
  port2.postMessage(null);
}
