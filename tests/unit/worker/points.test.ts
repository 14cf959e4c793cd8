import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDemonstrationPack } from '../../../geodata/demo/build.ts';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import { COUNTY_BENCHMARK } from '../../../src/model/benchmark.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { loadPack, type LoadedPack } from '../../../src/worker/loadPack.ts';
import { pointsOf } from '../../../src/worker/points.ts';
import { createTasks, type Tasks } from '../../../src/worker/tasks.ts';

const scratch = mkdtempSync(join(tmpdir(), 'points-'));
const out = join(scratch, 'bedfordshire');
const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });
let tasks: Tasks;
let pack: LoadedPack;

beforeAll(async () => {
  await buildDemonstrationPack({ areaId: 'bedfordshire', out, onProgress: () => undefined });
  tasks = createTasks(disk);
  await tasks.openPack(out);
  await tasks.openDataSet('bedfordshire', 'police-recorded');
  const loaded = await loadPack(out, disk, {});
  if (!loaded.ok) throw new Error(loaded.problem.what);
  pack = loaded.value;
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const entryOf = (id: string) => {
  const entry = pack.opened.manifest.dataSets.find((one) => one.id === id);
  if (!entry) throw new Error(`no ${id}`);
  return entry;
};

const SELECTIONS: readonly (Partial<Selection> & { readonly title: string })[] = [
  { title: 'everything' }, { title: 'weekend nights in Luton', days: [4, 5], hours: { from: 19, to: 7 }, boroughs: ['E06000032'] },
  { title: 'women aged 15 to 24 in summer', ages: [3, 4], sexes: [0], monthsOfYear: [6, 7, 8] }, { title: 'knife, without exactly midnight', flags: [2], midnightAside: true },
  { title: 'rape in 2022', subgroups: ['rape'], period: { from: '2022-01', to: '2022-12' } },
];

it.each(SELECTIONS)('as many points in each area as are counted there: $title', async ({ title: _title, ...change }) => {
  const selection = { ...EVERYTHING, ...change };
  const points = await pointsOf(pack, entryOf('police-recorded'), disk, {});
  const { area, x, y } = points.of?.(selection) ?? { area: new Int32Array(0), x: new Float64Array(0), y: new Float64Array(0) };
  const answer = tasks.evaluate({ pack: 'bedfordshire', dataSet: 'police-recorded', selection, confidence: 95, benchmark: COUNTY_BENCHMARK, detail: false });
  if (!answer.ok) throw new Error(answer.problem.what);
  const counted = new Uint32Array(381);
  for (const one of area) counted[one] = (counted[one] ?? 0) + 1;
  const { count, inPlace } = answer.value.areas;
  expect([...counted]).toEqual(Array.from(count, (number, i) => (inPlace[i] === 1 ? number : 0)));
  expect(area.length).toBe(answer.value.matching);
  expect(area.length).toBeGreaterThan(100);
  expect([x.every((east) => east > 480_000 && east < 540_000), y.every((north) => north > 205_000 && north < 280_000)]).toEqual([true, true]);
});

it('says why there are none: counts without points, a file that is missing', async () => {
  expect(await pointsOf(pack, entryOf('admissions'), disk, {})).toEqual({ of: null, problem: 'Hospital admissions due to violence: counts by area, without points.' });
  const missing = { name: 'street.parquet', read: () => Promise.reject(new Error('gone')) };
  expect((await pointsOf(pack, entryOf('street'), () => missing, {})).problem).toContain('Points could not be read');
});
