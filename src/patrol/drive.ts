import type { Progress } from '../model/pack.ts';

export interface DriveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Milliseconds of work between two looks at what else there is to do. */
const SLICE = 12;

/**
 * Runs steps to their end in slices, so that messages and an abort come through in between. What the steps compute
 * does not depend on the slices. Throws the signal's reason where it is aborted.
 */
export async function drive<T>(steps: Generator<Progress, T, void>, { signal, onProgress }: DriveOptions = {}): Promise<T> {
  signal?.throwIfAborted();
  for (let since = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    signal?.throwIfAborted();
    since = performance.now();
  }
}
