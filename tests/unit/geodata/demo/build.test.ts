import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildDemonstrationPack } from '../../../../geodata/demo/build.ts';
import { weekdayOf } from '../../../../geodata/demo/calendar.ts';
import { readOutlines } from '../../../../geodata/demo/shapes.ts';
import { compare, verifyPack } from '../../../../geodata/demo/verify.ts';
import { holds } from '../../../../geodata/demo/verifying/figure.ts';
import { readPack } from '../../../../geodata/demo/verifying/readPack.ts';
import { decodeAreas, decodeRecords } from '../../../../src/files/packFiles.ts';
import { contains } from '../../../../src/geometry/containment.ts';
import { overlapShare } from '../../../../src/geometry/overlap.ts';
import { planarArea } from '../../../../src/geometry/rings.ts';
import type { RecordColumns } from '../../../../src/model/cells.ts';
import { parseMonth } from '../../../../src/model/months.ts';
import type { Progress } from '../../../../src/model/pack.ts';
import { HOUR_SLOTS } from '../../../../src/model/vocabulary.ts';

const scratch = mkdtempSync(join(tmpdir(), 'demonstration-'));
const first = join(scratch, 'one', 'bedfordshire');
const second = join(scratch, 'two', 'bedfordshire');
const progress: Progress[] = [];

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile()).toSorted((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(files.map((path) => [path, createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')]));
}

async function records(id: string): Promise<{ columns: RecordColumns; months: readonly string[] }> {
  const pack = await readPack(first);
  const entry = pack.dataSets.get(id)?.entry;
  if (!entry) throw new Error(`no ${id}`);
  const read = await decodeRecords(readFileSync(join(first, entry.table)), entry.table, pack.areas.code, entry);
  if (!read.ok) throw new Error(read.problem.what);
  return { columns: read.value, months: entry.months };
}

beforeAll(async () => {
  await buildDemonstrationPack({ areaId: 'bedfordshire', out: first, onProgress: (each) => progress.push(each) });
  await buildDemonstrationPack({ areaId: 'bedfordshire', out: second, onProgress: () => undefined });
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the demonstration pack', () => {
  it('is the same, byte for byte, when built again', () => {
    expect(Object.keys(hashes(first)).length).toBeGreaterThan(15);
    expect(hashes(second)).toEqual(hashes(first));
  });

  it('says how far it is', () => {
    expect(progress.length).toBeGreaterThan(5);
    expect(progress.every(({ done, total }) => done < total)).toBe(true);
  });

  it('agrees with every published figure, read from the disk', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(await verifyPack(first)).toBe(true);
    expect(print.mock.calls.flat().join('\n')).toContain('Areas of the top quintile');
    print.mockRestore();
  }, 60_000);

  it('has its files checked where an area has no published figures', async () => {
    const { figures, skipped } = compare(await readPack(first), join(scratch, 'none.json'));
    expect(figures.every(holds)).toBe(true);
    expect(figures.length).toBeGreaterThan(10);
    expect(skipped[0]?.why).toMatch(/none are held/);
  });

  it('is found out when a file was changed', async () => {
    const spoilt = join(scratch, 'spoilt');
    cpSync(first, spoilt, { recursive: true });
    const file = join(spoilt, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("path": "areas.fgb"[^}]*"sha256": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`));
    const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(await verifyPack(spoilt)).toBe(false);
    expect(print.mock.calls.flat().join('\n')).toMatch(/checksum.*BEYOND/);
    print.mockRestore();
  }, 60_000);
});

describe('its areas', () => {
  it('tile the sketched outlines without gap or overlap, each around its own point', async () => {
    const areas = await decodeAreas(readFileSync(join(first, 'areas.fgb')));
    if (!areas.ok) throw new Error(areas.problem.what);
    const { table, shapes } = areas.value;
    const outlines = [...readOutlines('geodata/areas/bedfordshire/outline.json').values()];
    const whole = outlines.reduce((all, outline) => all + planarArea(outline), 0);
    expect(shapes.features.reduce((all, { geometry }) => all + planarArea(geometry), 0)).toBeCloseTo(whole, 7);
    shapes.features.forEach(({ geometry, properties: { area } }, i) => {
      expect(contains(geometry, table.longitude[area] ?? NaN, table.latitude[area] ?? NaN)).toBe(true);
      const next = shapes.features[i + 1]?.geometry;
      expect(next ? overlapShare(geometry, next) : 0).toBeLessThan(1e-6);
    });
  });
});

describe('its records', () => {
  it('carry dates that fit their month and weekday, and one time, place and kind per offence', async () => {
    const { columns, months } = await records('police-recorded');
    let wrong = 0;
    let split = 0;
    columns.area.forEach((area, i) => {
      const day = columns.day?.[i] ?? NaN;
      const date = new Date(day * 86_400_000).toISOString();
      if (date.slice(0, 7) !== months[columns.month[i] ?? 0] || weekdayOf(day) !== Math.floor((columns.weekdayHour?.[i] ?? 0) / HOUR_SLOTS)) wrong += 1;
      if (i === 0 || columns.reference?.[i] !== columns.reference?.[i - 1]) return;
      if (area !== columns.area[i - 1] || day !== columns.day?.[i - 1] || columns.kind[i] !== columns.kind[i - 1]) split += 1;
    });
    expect({ wrong, split }).toEqual({ wrong: 0, split: 0 });
  });

  it('stay inside the months and hours of the night-time profile', async () => {
    const { columns, months } = await records('nte-profile');
    expect([months[0], months.at(-1), months.length]).toEqual(['2021-05', '2022-10', 18]);
    const used = new Set(Array.from(columns.month, (month) => months[month]));
    expect(used.size).toBe(18);
    expect(Array.from(columns.day ?? [], weekdayOf)).toEqual(Array.from(columns.weekdayHour ?? [], (slot) => Math.floor(slot / HOUR_SLOTS)));
  });

  it('snap street rows to points inside their area and give the others none', async () => {
    const { columns, months } = await records('street');
    expect(parseMonth(months[0] ?? '')).toBe(2019 * 12);
    const areas = await decodeAreas(readFileSync(join(first, 'areas.fgb')));
    if (!areas.ok) throw new Error(areas.problem.what);
    const shapeOf = new Map(areas.value.shapes.features.map((feature) => [feature.properties.area, feature.geometry]));
    let outside = 0;
    columns.area.forEach((area, i) => {
      const shape = shapeOf.get(area);
      if (i % 50 !== 0) return;
      const longitude = columns.longitude?.[i] ?? NaN;
      const fits = shape ? contains(shape, longitude, columns.latitude?.[i] ?? NaN) : Number.isNaN(longitude);
      if (!fits) outside += 1;
    });
    expect(outside).toBe(0);
  });
});
