import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreaDefinition } from '../../geodata/areaDefinition.ts';
import { buildPack } from '../../geodata/pack/buildPack.ts';
import { loadPublications } from '../../geodata/sources/publications.ts';
import type { ByteSource } from '../../src/files/byteSource.ts';
import { COUNTY_BENCHMARK } from '../../src/model/benchmark.ts';
import { DEFAULT_BACKTEST_SETTINGS } from '../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS } from '../../src/model/hotspots.ts';
import type { OpenedPack, Outcome } from '../../src/model/pack.ts';
import { EVERYTHING } from '../../src/model/selection.ts';
import { createTasks, type Tasks } from '../../src/worker/tasks.ts';
import { readCounty, type RawCounty } from './evaluationByHand.ts';

const RAW = process.env['GEODATA_RAW'] ?? '';
const scratch = mkdtempSync(join(tmpdir(), 'hotspot-answers-'));
const out = join(scratch, 'bedfordshire');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });
const VIOLENCE = { ...EVERYTHING, types: ['violence-and-sexual-offences'] };
const ASKED = { pack: 'bedfordshire', dataSet: 'street', selection: VIOLENCE };

let county: RawCounty;
let tasks: Tasks;
let pack: OpenedPack;
/** Violent crimes by area and month. */
const monthly = new Map<string, Map<string, number>>();

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

beforeAll(async () => {
  if (!existsSync(RAW)) return;
  await buildPack({
    definition: await loadAreaDefinition('bedfordshire'), publications: await loadPublications('bedfordshire'), raw: RAW, out, lsoa: '2011', from: null, to: null, hubs: null, nte: null,
    built: '2024-01-01T00:00:00.000Z', onProgress: () => undefined,
  });
  tasks = createTasks(disk);
  pack = valueOf(await tasks.openPack(out));
  county = readCounty(RAW);
  for (const { area, type, month } of county.rows) {
    if (type !== 'Violence and sexual offences') continue;
    const byMonth = monthly.get(area) ?? new Map<string, number>();
    monthly.set(area, byMonth.set(month, (byMonth.get(month) ?? 0) + 1));
  }
}, 120_000);

const countIn = (code: string, months: readonly string[]): number => months.reduce((sum, month) => sum + (monthly.get(code)?.get(month) ?? 0), 0);
const between = ({ from, to }: { readonly from: string; readonly to: string }): readonly string[] => county.months.filter((month) => from <= month && month <= to);

/** Areas that share a vertex of the published boundaries, by code. */
function neighboursByVertex(): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const code of pack.areas.code) {
    for (const ring of county.polygons.get(code) ?? []) {
      for (const [x, y] of ring) {
        const key = `${x.toFixed(7)} ${y.toFixed(7)}`;
        owners.set(key, (owners.get(key) ?? new Set<string>()).add(code));
      }
    }
  }
  const found = new Map(pack.areas.code.map((code) => [code, new Set<string>()]));
  for (const codes of owners.values()) for (const one of codes) for (const other of codes) if (one !== other) found.get(one)?.add(other);
  return found;
}

describe.skipIf(!existsSync(RAW))('hotspot tests of the published records', () => {
  it('Gi* of violence is the formula over plainly counted rows and shared vertices', async () => {
    const { columns, permutations } = valueOf(await tasks.hotspots({ ...ASKED, confidence: 95, benchmark: COUNTY_BENCHMARK, settings: { ...DEFAULT_HOTSPOT_SETTINGS, hexagonMetres: 5000 }, drawnAreas: [] }));
    const neighbours = neighboursByVertex();
    const counts = new Map(pack.areas.code.map((code) => [code, countIn(code, county.months)]));
    const values = [...counts.values()];
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / n - mean * mean);
    const z = pack.areas.code.map((code) => {
      const members = [code, ...neighbours.get(code) ?? []];
      const held = members.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
      const weight = members.length;
      return (held - mean * weight) / (spread * Math.sqrt((n * weight - weight * weight) / (n - 1)));
    });
    expect([...columns.value]).toEqual(values);
    expect(z.filter((score, area) => !(Math.abs(score - (columns.giStar[area] ?? Number.NaN)) < 1e-9 * Math.max(1, Math.abs(score))))).toEqual([]);
    expect(permutations).toBe(0);
    // Town centres of Luton and Bedford stand out in any year.
    const hot = pack.areas.name.filter((_, area) => (columns.giStarClass[area] ?? 0) >= 4);
    expect([hot.length > 0, hot.some((name) => name.startsWith('Luton')), hot.every((name) => z[pack.areas.name.indexOf(name)]! > 0)]).toEqual([true, true, true]);
  });

  it('the back-test by counts captures what plain loops over the rows say', async () => {
    const answer = valueOf(await tasks.backtest({ ...ASKED, ...DEFAULT_BACKTEST_SETTINGS }));
    expect(answer.periods.length).toBeGreaterThan(2);
    const captures = answer.periods.map(({ train, test, events }) => {
      expect([between(train).length, between(test).length]).toEqual([12, 3]);
      const ranked = pack.areas.code.map((code) => ({ code, score: countIn(code, between(train)) })).toSorted((a, b) => b.score - a.score);
      const cut = ranked[19]?.score ?? 0;
      const [above, tied] = [ranked.filter(({ score }) => score > cut), ranked.filter(({ score }) => score === cut)];
      const held = (areas: typeof ranked) => areas.reduce((sum, { code }) => sum + countIn(code, between(test)), 0);
      expect(events).toBe(held(ranked));
      return (held(above) + (20 - above.length) / tied.length * held(tied)) / held(ranked);
    });
    const found = answer.methods.find(({ method }) => method === 'count');
    captures.forEach((capture, i) => expect(found?.captures[i]).toBeCloseTo(capture, 12));
    expect(found?.capture.value).toBeCloseTo(captures.reduce((sum, one) => sum + one, 0) / captures.length, 12);
    expect(answer.notes.join(' ')).toContain('July 2022');
  });
});
