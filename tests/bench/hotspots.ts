import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDemonstrationPack } from '../../geodata/demo/build.ts';
import { COUNTY_BENCHMARK } from '../../src/model/benchmark.ts';
import { DEFAULT_BACKTEST_SETTINGS } from '../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS, type HotspotSettings } from '../../src/model/hotspots.ts';
import type { Outcome } from '../../src/model/pack.ts';
import { EVERYTHING, type Selection } from '../../src/model/selection.ts';
import { DEFAULT_SURFACE_SETTINGS } from '../../src/model/surface.ts';
import { createTasks } from '../../src/worker/tasks.ts';

/**
 * Times the hotspot tests, the back-test and the density surface of the demonstration pack, 381 areas, under one filter
 * after another: `npx tsx tests/bench/hotspots.ts`.
 */
const DATA = { pack: 'bedfordshire', dataSet: 'police-recorded' } as const;
const FILTERS: readonly Partial<Selection>[] = [{}, { monthsOfYear: [6, 7, 8] }, { days: [4, 5] }, { hours: { from: 19, to: 7 } }, { boroughs: ['E06000032'] }];

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

async function timed(title: string, run: (selection: Selection) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (const patch of FILTERS) {
    const start = performance.now();
    await run({ ...EVERYTHING, ...patch });
    times.push(performance.now() - start);
  }
  const [first = Number.NaN] = times;
  const later = times.slice(1).toSorted((a, b) => a - b);
  console.log(`${title}: first ${first.toFixed(0)} ms, later median ${(later[Math.floor(later.length / 2)] ?? Number.NaN).toFixed(0)} ms (${later.map((time) => time.toFixed(0)).join(', ')})`);
}

const folder = await mkdtemp(join(tmpdir(), 'hotspots-bench-'));
try {
  const out = join(folder, DATA.pack);
  await buildDemonstrationPack({ areaId: DATA.pack, out, onProgress: () => undefined });
  const tasks = createTasks((path) => ({ name: path, read: async () => new Uint8Array(await readFile(path)) }));
  valueOf(await tasks.openPack(out));
  valueOf(await tasks.openDataSet(DATA.pack, DATA.dataSet));
  const hotspots = (settings: Partial<HotspotSettings>) => async (selection: Selection) => (
    valueOf(await tasks.hotspots({ ...DATA, selection, confidence: 95, benchmark: COUNTY_BENCHMARK, settings: { ...DEFAULT_HOTSPOT_SETTINGS, ...settings }, drawnAreas: [] })));
  await timed('Hotspot tests of counts, with hexagons of 500 m', hotspots({}));
  await timed('of smoothed rates, 99,999 arrangements a step', hotspots({ value: 'smoothed-rate' }));
  await timed('Back-test', async (selection) => valueOf(await tasks.backtest({ ...DATA, selection, ...DEFAULT_BACKTEST_SETTINGS })));
  await timed('Density surface', async (selection) => valueOf(await tasks.surface({ ...DATA, selection, settings: DEFAULT_SURFACE_SETTINGS })));
} finally {
  await rm(folder, { recursive: true, force: true });
}
