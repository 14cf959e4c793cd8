/** Entry of the worker that measures: the page stays free, and ending the worker is what "Stop" does. */
import { measureCounting, measureReading, measureStatistics } from './measure.ts';
import type { Step, StepResult } from './plan.ts';
import { syntheticScene } from './syntheticScene.ts';

const REPEATS = 30;

self.addEventListener('message', (event: MessageEvent<Step>) => {
  const step = event.data;
  const scene = syntheticScene(step);
  const result: StepResult = step.what === 'filters'
    ? { what: 'filters', step, filters: measureCounting(scene, REPEATS), reading: measureReading(scene, REPEATS) }
    : { what: 'statistics', step, statistics: measureStatistics(scene, REPEATS) };
  self.postMessage(result, { transfer: [] });
});
