import { measureStatistics } from '../../../src/bench/measure.ts';
import { syntheticScene } from '../../../src/bench/syntheticScene.ts';

self.addEventListener('message', (event: MessageEvent<{ rows: number; areas: number; repeats: number }>) => {
  const { rows, areas, repeats } = event.data;
  self.postMessage(measureStatistics(syntheticScene({ rows, areas }), repeats), { transfer: [] });
});
