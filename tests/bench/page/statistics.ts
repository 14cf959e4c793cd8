import type { StatisticsTimes } from '../../../src/bench/measure.ts';
import { inWorker } from './inWorker.ts';

/** Times answers and counting in a worker of their own. */
export function statistics(rows: number, areas: number, repeats: number): Promise<StatisticsTimes> {
  return inWorker(new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' }), { rows, areas, repeats });
}
