import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemonstrationPack } from '../../../geodata/demo/build.ts';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import { contiguousNeighbours } from '../../../src/geometry/contiguity.ts';
import { surfacesOf } from '../../../src/hotspots/neighbours.ts';
import { COUNTY_BENCHMARK } from '../../../src/model/benchmark.ts';
import { weightsFrom } from '../../../src/model/harm.ts';
import { DEFAULT_BACKTEST_SETTINGS } from '../../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS, type HotspotAnswer, type HotspotSettings } from '../../../src/model/hotspots.ts';
import type { OpenedPack, Outcome } from '../../../src/model/pack.ts';
import { SUPPRESSED, type Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { DEFAULT_SURFACE_SETTINGS } from '../../../src/model/surface.ts';
import { adjustPValues } from '../../../src/statistics/adjustPValues.ts';
import { getisOrd } from '../../../src/statistics/getisOrd.ts';
import { localMoran } from '../../../src/statistics/localMoran.ts';
import { permutedGetisOrd } from '../../../src/statistics/permutedGetisOrd.ts';
import { createTasks, type Tasks } from '../../../src/worker/tasks.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hotspots-'));
const out = join(scratch, 'bedfordshire');
const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });
const LUTON = 'E06000032';

let tasks: Tasks;
let pack: OpenedPack;

beforeAll(async () => {
  await buildDemonstrationPack({ areaId: 'bedfordshire', out, onProgress: () => undefined });
  tasks = createTasks(disk);
  pack = valueOf(await tasks.openPack(out));
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

async function tested(dataSet: string, selection: Partial<Selection> = {}, settings: Partial<HotspotSettings> = {}): Promise<HotspotAnswer> {
  return valueOf(await tasks.hotspots({ pack: 'bedfordshire', dataSet, selection: { ...EVERYTHING, ...selection }, confidence: 95, benchmark: COUNTY_BENCHMARK, settings: { ...DEFAULT_HOTSPOT_SETTINGS, ...settings }, drawnAreas: [] }));
}

async function evaluated(dataSet: string, selection: Partial<Selection> = {}): Promise<Evaluation> {
  valueOf(await tasks.openDataSet('bedfordshire', dataSet));
  return valueOf(tasks.evaluate({ pack: 'bedfordshire', dataSet, selection: { ...EVERYTHING, ...selection }, confidence: 95, benchmark: COUNTY_BENCHMARK, detail: false }));
}

describe('hotspot tests of the demonstration pack', () => {
  it('are the statistics of the whole county’s counts', async () => {
    const answer = await tested('police-recorded', {}, { hexagonMetres: 2000 });
    const counts = (await evaluated('police-recorded')).areas.count;
    const lists = contiguousNeighbours(surfacesOf(pack), 'queen');
    const { columns } = answer;
    expect([...columns.value]).toEqual([...counts]);
    expect([...columns.giStar]).toEqual([...getisOrd(counts, lists, { style: 'binary', includeSelf: true }).z]);
    expect([...columns.moran]).toEqual([...localMoran(counts, lists, { style: 'row' }).index]);
    expect(answer.permutations).toBe(0);
    // Draws come within 5 standard errors of the exact p.
    const direct = permutedGetisOrd(counts, lists, { permutations: 99_999, seed: 1 }).pTwoSided;
    expect(Array.from(direct).filter((p, area) => Math.abs(p - (columns.giStarP[area] ?? 9)) > 10 * Math.sqrt(2 * (p / 2) * (1 - p / 2) / 99_999) + 4e-5)).toEqual([]);
    expect(columns.giStarAdjustedP).toEqual(adjustPValues(columns.giStarP, 'BH'));
    const hexagon = answer.units.find(({ id }) => id === 'hexagon');
    expect([hexagon?.problem, (hexagon?.hot ?? 0) > 0, (hexagon?.share ?? 0) < 1]).toEqual([null, true, true]);
    const wards = answer.units.find(({ id }) => id === 'ward');
    const wardCounts = new Map<string, number>();
    pack.areas.wardId.forEach((ward, area) => wardCounts.set(ward, (wardCounts.get(ward) ?? 0) + (counts[area] ?? 0)));
    expect(wards?.units).toBe(wardCounts.size);
    expect(wards?.hotUnits.every(({ count }) => [...wardCounts.values()].includes(count))).toBe(true);
    // The last step's counts are those of a filter on its months.
    const last = answer.steps.at(-1);
    const quarter = (await evaluated('police-recorded', { period: last ?? null })).areas.count;
    expect(pack.areas.code.map((_, area) => answer.series[area * answer.steps.length + answer.steps.length - 1])).toEqual([...quarter]);
  });

  it('keep what a data set withholds out of every column', async () => {
    const answer = await tested('ae-attendances', { boroughs: [LUTON] });
    const { areas } = await evaluated('ae-attendances', { boroughs: [LUTON] });
    const hidden = pack.areas.code.map((_, area) => area).filter((area) => areas.inPlace[area] === 1 && areas.count[area] === SUPPRESSED);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter((area) => answer.columns.tested[area] === 1 || !Number.isNaN(answer.columns.value[area]) || !Number.isNaN(answer.columns.giStar[area]))).toEqual([]);
    expect(answer.excluded.find(({ reason }) => reason.startsWith('Withheld'))?.areas).toBe(hidden.length);
    expect(answer.units.find(({ id }) => id === 'hexagon')?.problem).toContain('withholds small counts');
  });

  it('exclude and count areas without a standardised rate', async () => {
    const few: Partial<Selection> = { boroughs: [LUTON], period: { from: '2023-10', to: '2023-12' } };
    const answer = await tested('police-recorded', few, { value: 'dsr' });
    const { areas } = await evaluated('police-recorded', few);
    const without = areas.dsr.filter((rate, area) => areas.inPlace[area] === 1 && Number.isNaN(rate)).length;
    expect(without).toBeGreaterThan(0);
    expect(answer.excluded.find(({ reason }) => reason.startsWith('Fewer than 10'))?.areas).toBe(without);
    expect(answer.columns.tested.reduce((sum, one) => sum + one, 0)).toBe(121 - without);
  });

  it('are cancelled between two steps', async () => {
    const control = new AbortController();
    const steps: number[] = [];
    const asked = tasks.hotspots(
      { pack: 'bedfordshire', dataSet: 'street', selection: EVERYTHING, confidence: 95, benchmark: COUNTY_BENCHMARK, settings: DEFAULT_HOTSPOT_SETTINGS, drawnAreas: [] },
      { signal: control.signal, onProgress: ({ step, done }) => {
        if (step !== 'Testing hotspots') return;
        steps.push(done);
        if (done === 2) control.abort();
      } },
    );
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps).toEqual([1, 2]);
  });

  it('weigh every subgroup alike: harm is then the number of events', async () => {
    const request = { pack: 'bedfordshire', dataSet: 'police-recorded', selection: { ...EVERYTHING, boroughs: [LUTON], days: [4, 5] }, ...DEFAULT_BACKTEST_SETTINGS, harmWeights: weightsFrom(() => 3) };
    const answer = valueOf(await tasks.backtest(request));
    expect(answer.picks.harm).toEqual(answer.picks.count);
    for (const { method, capture, harm, problem } of answer.methods) {
      expect([method, problem]).toEqual([method, null]);
      expect(harm?.capture.value).toBeCloseTo(capture.value, 3);
    }
    const plain = valueOf(await tasks.backtest({ ...request, dataSet: 'street', selection: EVERYTHING }));
    expect(plain.methods.find(({ method }) => method === 'harm')?.problem).toContain('does not say which kind of violence');
  });

  it('back-test the same way by counts as plain loops over single months', async () => {
    const request = { pack: 'bedfordshire', dataSet: 'police-recorded', selection: { ...EVERYTHING, boroughs: [LUTON] }, ...DEFAULT_BACKTEST_SETTINGS, pick: { kind: 'areas' as const, areas: 10 } };
    const answer = valueOf(await tasks.backtest(request));
    const months = pack.manifest.dataSets.find(({ id }) => id === 'police-recorded')?.months ?? [];
    const monthly = new Map<string, Uint32Array>();
    for (const month of months) monthly.set(month, (await evaluated('police-recorded', { period: { from: month, to: month } })).areas.count);
    const luton = pack.areas.code.map((_, area) => area).filter((area) => pack.areas.borough[area] === LUTON);
    const sum = (area: number, { from, to }: { from: string; to: string }) => months.filter((month) => from <= month && month <= to).reduce((total, month) => total + (monthly.get(month)?.[area] ?? 0), 0);
    expect(answer.periods).toHaveLength(16);
    answer.periods.forEach(({ train, test, events }, i) => {
      const ranked = luton.map((area) => ({ area, score: sum(area, train) })).toSorted((a, b) => b.score - a.score);
      const cut = ranked[9]?.score ?? 0;
      const [above, tied] = [ranked.filter(({ score }) => score > cut), ranked.filter(({ score }) => score === cut)];
      const held = (areas: typeof ranked) => areas.reduce((total, { area }) => total + sum(area, test), 0);
      const all = luton.reduce((total, area) => total + sum(area, test), 0);
      expect(events).toBe(all);
      expect(answer.methods.find(({ method }) => method === 'count')?.captures[i]).toBeCloseTo((held(above) + (10 - above.length) / tied.length * held(tied)) / all, 12);
    });
    expect(answer.notes.join(' ')).toContain('from points');
  });

  it('draw lines of equal density round the events, and refuse where counts are withheld', async () => {
    const asked = { pack: 'bedfordshire', dataSet: 'police-recorded', selection: { ...EVERYTHING, boroughs: [LUTON] }, settings: DEFAULT_SURFACE_SETTINGS };
    const surface = valueOf(await tasks.surface(asked));
    expect(surface.events).toBe((await evaluated('police-recorded', { boroughs: [LUTON] })).matching);
    expect([surface.lines.length > 5, surface.levels.length, surface.request]).toEqual([true, 5, asked]);
    // Events of Luton alone: the densest cell is in it, and all peaks within a bandwidth of it.
    expect(pack.areas.borough[surface.peaks[0]?.area ?? -1]).toBe(LUTON);
    expect(surface.peaks.every((peak, i) => peak.area >= 0 && peak.perKm2Year <= (surface.peaks[i - 1]?.perKm2Year ?? Infinity))).toBe(true);
    const whole = valueOf(await tasks.surface({ ...asked, selection: EVERYTHING }));
    expect([whole.levels, whole.ownLevels]).toEqual([surface.levels, surface.levels]);
    const refused = await tasks.surface({ ...asked, dataSet: 'admissions' });
    expect(refused.ok ? '' : refused.problem.what).toContain('withholds small counts');
  });

  it('stop a surface between two parts', async () => {
    const control = new AbortController();
    const asked = tasks.surface({ pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, settings: DEFAULT_SURFACE_SETTINGS }, { signal: control.signal, onProgress: ({ step }) => {
      if (step === 'Making the density surface') control.abort();
    } });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
