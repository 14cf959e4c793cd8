import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemonstrationPack } from '../../../geodata/demo/build.ts';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import type { PatrolPlaces, PlacesRequest } from '../../../src/model/patrolSettings.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { createTasks, type Tasks } from '../../../src/worker/tasks.ts';
import { readRows, type Row } from './demonstrationByHand.ts';

const scratch = mkdtempSync(join(tmpdir(), 'patrol-places-'));
const out = join(scratch, 'bedfordshire');
const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HUB = 'luton-south';

let tasks: Tasks;
let pack: OpenedPack;
let rows: readonly Row[];

beforeAll(async () => {
  await buildDemonstrationPack({ areaId: 'bedfordshire', out, onProgress: () => undefined });
  tasks = createTasks(disk);
  const opened = await tasks.openPack(out);
  if (!opened.ok) throw new Error(opened.problem.what);
  pack = opened.value;
  const table = pack.manifest.dataSets.find(({ id }) => id === 'police-recorded')?.table ?? '';
  rows = await readRows(out, table);
}, 90_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function placesOf(change: Partial<PlacesRequest> = {}): Promise<PatrolPlaces> {
  const outcome = await tasks.patrolPlaces({ pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, source: { kind: 'top', count: 10 }, hubs: [HUB], ...change });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

/** Offences (an offence with several victims once an area) of months, by area. */
function byHand(from: string, to: string, keep: (row: Row) => boolean = () => true): Map<string, number> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.lsoa === null || row.month < from || row.month > to || !keep(row)) continue;
    const key = `${row.lsoa} ${row.reference}`;
    if (row.reference !== undefined && seen.has(key)) continue;
    seen.add(key);
    counts.set(row.lsoa, (counts.get(row.lsoa) ?? 0) + 1);
  }
  return counts;
}
const inHub = (hub: string): string[] => pack.areas.code.filter((_code, area) => pack.areas.hub[area] === hub);
const top = (counts: Map<string, number>, codes: readonly string[], count: number): string[] =>
  codes.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, count);
const sum = (counts: Map<string, number>, codes: readonly string[]): number => codes.reduce((total, code) => total + (counts.get(code) ?? 0), 0);

describe('places of a plan', () => {
  it('are the areas of the hub with most events in the last 12 months, with events a week', async () => {
    const { places, period } = await placesOf();
    expect(period).toEqual({ from: '2023-01', to: '2023-12', months: 12, days: 365 });
    const counts = byHand('2023-01', '2023-12');
    const expected = top(counts, inHub(HUB), 10);
    expect(places.map(({ hotspot }) => hotspot.id)).toEqual(expected);
    expect(places.map(({ events }) => events)).toEqual(expected.map((code) => counts.get(code)));
    places.forEach(({ hotspot, events, rank }, index) => {
      expect(hotspot.perWeek).toBeCloseTo((events / 365) * 7, 12);
      expect([hotspot.hub, rank]).toEqual([HUB, index + 1]);
      expect(hotspot.quintile).toBe(Math.ceil((pack.areas.imdDecile[pack.areas.code.indexOf(hotspot.id)] ?? 0) / 2));
    });
  });

  it('have a profile that adds up to the events a week and follows the pooled hours of three years, exactly 00:00 set aside', async () => {
    const { places, midnightShare, profiled } = await placesOf();
    expect([profiled.from, profiled.to]).toEqual(['2021-01', '2023-12']);
    const codes = new Set(places.map(({ hotspot }) => hotspot.id));
    const timed = byHand('2021-01', '2023-12', (row) => row.at_midnight === false);
    const midnight = byHand('2021-01', '2023-12', (row) => row.at_midnight === true);
    const first = places[0]!.hotspot;
    for (const { hotspot } of places) expect(hotspot.profile?.reduce((a, b) => a + b, 0)).toBeCloseTo(hotspot.perWeek, 9);
    const { hoursFrom } = places[0]!;
    for (const [group, days] of [[0, DAYS.slice(0, 4)], [1, DAYS.slice(4)]] as const) {
      const ofGroup = (hour: number | null, from: readonly string[]): number => byHand('2021-01', '2023-12', (row) => row.at_midnight === false && from.includes(row.weekday ?? '') && (hour === null || row.hour === hour)).get(first.id) ?? 0;
      const own = ofGroup(null, days);
      const enough = own >= 100;
      expect(hoursFrom[group]).toEqual({ group, from: enough ? 'group' : 'all-days', events: enough ? own : timed.get(first.id) });
      for (const hour of [1, 15, 22]) {
        // The share of the group's day, spread evenly over its days, of the group's level.
        const share = enough ? ofGroup(hour, days) / own : ofGroup(hour, DAYS) / (timed.get(first.id) ?? 0);
        const expected = (own / (timed.get(first.id) ?? 0)) * first.perWeek * share / days.length;
        for (const day of days) expect(first.profile?.[DAYS.indexOf(day) * 24 + hour]).toBeCloseTo(expected, 9);
      }
    }
    const aside = sum(midnight, [...codes]);
    expect(midnightShare).toBeCloseTo(aside / (aside + sum(timed, [...codes])), 12);
  });

  it('are tried on the last quarter: chosen on the 12 months before it, and as they are', async () => {
    const { places, backTest, lastQuarter } = await placesOf();
    const codes = inHub(HUB);
    const later = byHand('2023-10', '2023-12');
    const before = top(byHand('2022-10', '2023-09'), codes, 10);
    expect(backTest).toMatchObject({ chosenOn: { from: '2022-10', to: '2023-09' }, testedOn: { from: '2023-10', to: '2023-12', days: 92 }, held: sum(later, before), of: sum(later, codes), fair: true });
    expect(lastQuarter).toMatchObject({ held: sum(later, places.map(({ hotspot }) => hotspot.id)), of: sum(later, codes), fair: false });
    expect(backTest?.share).toBeCloseTo(sum(later, before) / sum(later, codes), 12);
  });

  it('are the night-time economy hotspots of the hub, each of all its areas', async () => {
    const { places, backTest, lastQuarter } = await placesOf({ source: { kind: 'nte' } });
    const counts = byHand('2023-01', '2023-12');
    expect(places.map(({ hotspot }) => hotspot.id)).toEqual(['luton']);
    expect(places[0]?.events).toBe(sum(counts, pack.areas.code.filter((_code, area) => pack.areas.nteHotspot[area] === 'luton')));
    expect([backTest, lastQuarter?.chosenOn]).toEqual([null, null]);
  });

  it('are the areas of a list in its order; a code that the pack has not is no place', async () => {
    const [a = '', b = ''] = inHub('north-urban');
    const { places, lastQuarter } = await placesOf({ source: { kind: 'areas', codes: [b, 'E01999999', a], list: 'Fridays' }, hubs: [] });
    expect(places.map(({ hotspot, rank }) => [hotspot.id, rank])).toEqual([[b, null], [a, null]]);
    expect([lastQuarter?.of, lastQuarter?.chosenOn]).toEqual([sum(byHand('2023-10', '2023-12'), pack.areas.code), null]);
    const madeFrom = { from: '2019-01', to: '2023-12' };
    expect((await placesOf({ source: { kind: 'areas', codes: [a], list: 'Fridays', madeFrom }, hubs: [] })).lastQuarter).toMatchObject({ chosenOn: madeFrom, fair: false });
  });

  it('follow the filter: chosen hours alone have events', async () => {
    const { places } = await placesOf({ selection: { ...EVERYTHING, days: [4, 5], hours: { from: 19, to: 24 } } });
    for (const { hotspot } of places) expect(hotspot.profile?.filter((events, hour) => events > 0 && (![4, 5].includes(Math.floor(hour / 24)) || hour % 24 < 19))).toEqual([]);
    expect(places[0]?.hotspot.profile?.some((events) => events > 0)).toBe(true);
  });

  it('have no profile where the data set has no hours, and say so', async () => {
    const { places, midnightShare, notes } = await placesOf({ dataSet: 'street', source: { kind: 'top', count: 3 } });
    expect(places.map(({ hotspot }) => hotspot.profile)).toEqual([null, null, null]);
    expect([midnightShare, notes.some((note) => note.includes('no hours'))]).toEqual([null, true]);
  });

  it('say which of several hubs has none of them', async () => {
    const { places, notes } = await placesOf({ hubs: ['north-urban', 'north-rural'], source: { kind: 'top', count: 3 } });
    expect(new Set(places.map(({ hotspot }) => hotspot.hub))).toEqual(new Set(['north-urban']));
    expect(notes[0]).toContain('None of these places is in North Rural');
    expect((await placesOf({ hubs: ['north-urban', 'north-rural'], source: { kind: 'top', count: 60 } })).notes[0]).not.toContain('None of these');
  });

  it('come with pairs from the latest published posts, with the arithmetic', async () => {
    const { staffing } = await placesOf({ hubs: ['north-urban', 'north-rural'], source: { kind: 'top', count: 60 } });
    const urban = staffing.find(({ hub }) => hub === 'north-urban');
    // 11 constables and 4 PCSOs in June 2024: 15 / 5 teams = 3, one pair.
    expect(urban).toMatchObject({ pairs: 1, shifts: 'all' });
    expect(urban?.steps.join(' ')).toContain('11 Constables + 4 PCSOs in post = 15');
    // 4 and 3: 7 / 5 = 1, no pair; of the late shift alone 7 / 2 = 3, one.
    expect(staffing.find(({ hub }) => hub === 'north-rural')).toMatchObject({ pairs: 1, shifts: 'late' });
  });

  it('are a problem where there is none, and stop where they are no longer wanted', async () => {
    expect(await tasks.patrolPlaces({ pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, source: { kind: 'areas', codes: [], list: null }, hubs: [] })).toMatchObject({ ok: false, problem: { what: 'No area is selected.' } });
    const control = new AbortController();
    const asked = tasks.patrolPlaces({ pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, source: { kind: 'top', count: 50 }, hubs: [] }, { signal: control.signal, onProgress: ({ done }) => { if (done === 3) control.abort(); } });
    await expect(asked).rejects.toThrow(/abort/i);
  });
});
