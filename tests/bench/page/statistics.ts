import type { StatisticsTimes } from '../../../src/bench/measure.ts';

/** Times answers and counting in a worker of their own. */
export function statistics(rows: number, areas: number, repeats: number): Promise<StatisticsTimes> {
  const worker = new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<StatisticsTimes>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<StatisticsTimes>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage({ rows, areas, repeats }, []);
  }).finally(() => worker.terminate());
}
