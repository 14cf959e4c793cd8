import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ByteRange, ByteSource } from '../../../src/files/byteSource.ts';
import { decodeParquet } from '../../../src/files/parquet.ts';
import { toBritishGrid } from '../../../src/geometry/grid.ts';
import { COUNTY_BENCHMARK } from '../../../src/model/benchmark.ts';
import { DEFAULT_BACKTEST_SETTINGS } from '../../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS } from '../../../src/model/hotspots.ts';
import { type Outcome, packKey } from '../../../src/model/pack.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { loadPartCells } from '../../../src/worker/loadPartCells.ts';
import { loadPack, type LoadedPack } from '../../../src/worker/loadPack.ts';
import { recordsOfParts } from '../../../src/worker/partPoints.ts';
import { pointsOf } from '../../../src/worker/points.ts';
import { createTasks } from '../../../src/worker/tasks.ts';
import { type BuiltCountry, buildCountry } from '../geodata/synthetic/miniCountry.ts';

let island: BuiltCountry;
beforeAll(async () => {
  island = await buildCountry();
}, 120_000);

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.what}`);
  return outcome.value;
}

interface Asked {
  readonly path: string;
  /** null: all of it. */
  readonly bytes: number | null;
}

/** Files of the pack, with what is asked of them; `other` gives the bytes of another file in place of one. */
function disk(asked: Asked[] = [], other: (path: string) => string = (path) => path): (path: string) => ByteSource {
  const whole = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(other(path)));
  return (path) => ({
    name: path,
    read: () => {
      asked.push({ path, bytes: null });
      return whole(path);
    },
    readRange: async ({ offset, length }: ByteRange) => {
      asked.push({ path, bytes: length });
      const file = await open(other(path));
      const bytes = new Uint8Array(length);
      await file.read(bytes, 0, length, offset);
      await file.close();
      return { bytes, whole: false, version: null };
    },
  });
}

/** A server that knows no ranges. */
const whole = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });

async function opened(forces: readonly string[], source = disk()): Promise<LoadedPack> {
  const pack = valueOf(await loadPack(island.out, source, { partitioned: true, forces: { forces, at: null } }));
  pack.cells.set(island.entry.id, valueOf(await loadPartCells(pack, island.entry, source, {}, [pack])));
  return pack;
}

/** Places of the events of some forces by area and in metres, from the open files read whole. */
async function expected(forces: readonly string[], keeps: (type: string, month: string) => boolean): Promise<string[]> {
  const own = new Set((await opened(forces)).opened.areas.code);
  const found: string[] = [];
  for (const force of forces) {
    const { lsoa = [], crime_type: types = [], month = [], longitude = [], latitude = [] } = valueOf(await decodeParquet(await island.read(island.entry.table.replace('{part}', force)), force));
    lsoa.forEach((code, row) => {
      if (own.has(String(code)) && keeps(String(types[row]), String(month[row]))) found.push(`${String(code)} ${toBritishGrid(Number(longitude[row]), Number(latitude[row])).join()}`);
    });
  }
  return found.toSorted();
}

const FILTERS: readonly { readonly title: string; readonly change: Partial<Selection>; readonly keeps: (type: string, month: string) => boolean }[] = [
  { title: 'all crimes', change: {}, keeps: (type) => type !== 'anti-social-behaviour' },
  { title: 'violence', change: { types: ['violence-and-sexual-offences'] }, keeps: (type) => type === 'violence-and-sexual-offences' },
  { title: 'burglary and incidents in summer', change: { types: ['burglary', 'anti-social-behaviour'], monthsOfYear: [6, 7, 8] }, keeps: (type, month) => ['burglary', 'anti-social-behaviour'].includes(type) && ['06', '07', '08'].includes(month.slice(5)) },
];

describe('points of a pack opened in parts', () => {
  it.each([[['west']], [['inner', 'west']], [['east', 'inner', 'north', 'west']]])('are the events of exactly the forces %j, each in its area, under any filter', async (forces) => {
    const pack = await opened(forces);
    const points = await pointsOf(pack, island.entry, disk(), {});
    for (const { title, change, keeps } of FILTERS) {
      const { x, y, area } = points.of?.({ ...EVERYTHING, ...change }) ?? { x: [], y: [], area: [] };
      const found = Array.from(area, (own, i) => `${pack.opened.areas.code[own]} ${x[i]},${y[i]}`).toSorted();
      expect([title, found.length > 10]).toEqual([title, true]);
      expect(found).toEqual(await expected(forces, keeps));
    }
  });

  it('are read by ranges, of the open forces only, once', async () => {
    const asked: Asked[] = [];
    const source = disk(asked);
    const pack = await opened(['west'], source);
    asked.length = 0;
    await pointsOf(pack, island.entry, source, {});
    await pointsOf(pack, island.entry, source, {});
    const file = island.entry.table.replace('{part}', 'west');
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set([join(island.out, file)]));
    expect(asked.every(({ bytes }) => bytes !== null)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('come from a server that sends whole files too', async () => {
    const points = await pointsOf(await opened(['west'], whole), island.entry, whole, {});
    expect(points.of?.(EVERYTHING).x.length).toBe((await expected(['west'], (type) => type !== 'anti-social-behaviour')).length);
  });

  it('are refused beyond a number of records, and where the file is of other areas or missing', async () => {
    const pack = await opened(['inner', 'west']);
    const most = await recordsOfParts(pack, island.entry, disk(), {}, 100);
    expect(most.ok ? '' : most.problem.what).toMatch(/^The open forces have [\d,]+ records with an area; at most 100 can be used as points: open fewer forces\.$/);
    const [east, west] = ['east', 'west'].map((force) => join(island.out, island.entry.table.replace('{part}', force)));
    const files = pack.opened.manifest.files.map((file) => (file.path.endsWith('west.parquet') ? { ...file, bytes: pack.opened.manifest.files.find(({ path }) => path.endsWith('east.parquet'))?.bytes ?? 0 } : file));
    const mixed = { ...pack, opened: { ...pack.opened, manifest: { ...pack.opened.manifest, files } } };
    const wrong = await pointsOf(mixed, island.entry, disk([], (path) => (path === west ? east ?? '' : path)), {});
    expect(wrong.problem).toMatch(/^Points could not be read: (Row \d+ is of another area than the records say|The file has \d+ rows; its areas have \d+ records)\.$/);
    const gone = await pointsOf(pack, island.entry, disk([], (path) => `${path}-gone`), {});
    expect(gone.problem).toContain('Points could not be read');
    // What failed is tried again.
    expect((await pointsOf(pack, island.entry, disk(), {})).problem).toBe(null);
  });

  it('stop being read when nobody waits for them', async () => {
    const control = new AbortController();
    const pack = await opened(['west']);
    const reading = pointsOf(pack, island.entry, disk(), { signal: control.signal });
    control.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('hotspot tests of a pack opened in parts', () => {
  it('all answer: hexagons, surface, change, emerging, back-test and patrol places', async () => {
    const tasks = createTasks(disk());
    const pack = valueOf(await tasks.openPack(island.out, { partitioned: true, forces: { forces: ['east', 'west'], at: null } }));
    const asked = { pack: packKey(pack), dataSet: island.entry.id, selection: { ...EVERYTHING, types: ['violence-and-sexual-offences'] } };
    const { units, columns, notes, change } = valueOf(await tasks.hotspots({ ...asked, confidence: 95, benchmark: COUNTY_BENCHMARK, settings: { ...DEFAULT_HOTSPOT_SETTINGS, stepMonths: 1, hexagonMetres: 5000, neighbours: { kind: 'nearest', k: 4 } }, drawnAreas: [] }));
    const hexagons = units.find(({ id }) => id === 'hexagon');
    expect([hexagons?.problem, (hexagons?.units ?? 0) > 20, change === null]).toEqual([null, true, false]);
    expect([columns.tested.reduce((sum, one) => sum + one, 0), columns.emergingClass.every((code) => code > 0), columns.giStar.every(Number.isFinite)]).toEqual([44, true, true]);
    expect(notes.join(' ')).not.toContain('could not');
    const surface = valueOf(await tasks.surface({ ...asked, settings: { bandwidthMetres: 2000, levels: null } }));
    const answer = valueOf(await tasks.backtest({ ...asked, ...DEFAULT_BACKTEST_SETTINGS, trainMonths: 12, testMonths: 1, pick: { kind: 'areas', areas: 5 } }));
    const { area } = (await pointsOf(await opened(['east', 'west']), island.entry, disk(), {})).of?.(asked.selection) ?? { area: [] };
    expect(surface.events).toBe(area.length);
    expect(answer.notes.join(' ')).toContain('from points');
    expect(answer.periods).toHaveLength(1);
    expect(valueOf(await tasks.patrolPlaces({ ...asked, source: { kind: 'top', count: 3 }, hubs: [] })).places).toHaveLength(3);
  });
});
