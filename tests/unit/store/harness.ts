import { vi } from 'vitest';
import type { PackIndex } from '../../../src/model/manifest.ts';
import { createAtlasStore } from '../../../src/store/atlasStore.ts';
import { URL_DELAY } from '../../../src/store/urlSync.ts';
import { createFakeLocation } from '../../fakes/fakeLocation.ts';
import { createFakeWorker, evaluationOf, nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';

export const INDEX: PackIndex = {
  packs: [
    { id: 'bedfordshire', title: 'Bedfordshire', path: 'bedfordshire', demonstration: true },
    { id: 'elsewhere', title: 'Elsewhere', path: 'elsewhere', demonstration: false },
  ],
};

export function createHarness(hash = '', fetchJson: (url: string) => Promise<unknown> = () => Promise.resolve(INDEX)) {
  const worker = createFakeWorker();
  const location = createFakeLocation(hash);
  const store = createAtlasStore({ worker, location, packsUrl: 'https://example.org/packs/', fetchJson });
  const state = () => store.getState();
  return {
    worker, location, store, state,
    /** Starts and answers everything until the first data set is on screen. */
    async open(counts: readonly number[] = [10, 20, 30, 40, 50]) {
      state().start();
      await settle();
      await nextOf(worker.packs).answer(samplePack());
      await this.openDataSet(counts);
      vi.advanceTimersByTime(URL_DELAY);
    },
    async openDataSet(counts: readonly number[] = [10, 20, 30, 40, 50]) {
      await nextOf(worker.dataSets).answer({ rows: 100 });
      await this.evaluateAll(counts);
    },
    async evaluateAll(counts: readonly number[] = [1, 2, 3, 4, 5]) {
      while (worker.evaluations.some(({ settled }) => !settled)) {
        const call = nextOf(worker.evaluations);
        await call.answer(evaluationOf(call.input, counts));
      }
    },
    /** Lets the address be written. */
    rest: () => vi.advanceTimersByTime(URL_DELAY),
  };
}
