import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../src/model/cells.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import type { Outcome, Progress } from '../../../src/model/pack.ts';
import { encodeCells } from '../../../src/files/cellsFormat.ts';
import { createTasks } from '../../../src/worker/tasks.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { verifyFile } from '../../../src/worker/verifyFile.ts';
import { memoryPack, PACK_PATH, sourceOf, type PackFiles } from './memoryPack.ts';

const REQUEST = { pack: 'tiny', dataSet: 'random', selection: EVERYTHING, confidence: 95, benchmark: { kind: 'county' }, detail: false } as const;

/** What is wrong and where, of a pack that cannot be opened. */
async function problemOf(files: PackFiles): Promise<string> {
  const opened = await createTasks(sourceOf(files)).openPack(PACK_PATH);
  return opened.ok ? 'no problem' : `${opened.problem.where}: ${opened.problem.what}`;
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

describe('openPack', () => {
  it('opens a pack written by the pack files’ own writers, and tells its progress to the end', async () => {
    const { files, manifest, input } = memoryPack();
    const progress: Progress[] = [];
    const opened = await createTasks(sourceOf(files)).openPack(`${PACK_PATH}/`, { onProgress: (p) => progress.push(p) });
    if (!opened.ok) throw new Error(opened.problem.what);
    expect(opened.value.id).toBe('tiny');
    expect(opened.value.manifest).toEqual(manifest);
    expect(opened.value.areas.code).toEqual(input.areas.code);
    expect(opened.value.shapes.features.map((shape) => shape.id)).toEqual(input.areas.code.map((_, area) => area));
    const total = ['areas.fgb', 'places.fgb', 'population.parquet'].reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
    expect(progress.at(-1)).toEqual({ step: 'Loading areas and population', done: total, total });
  });

  it('gives density quintiles by their edges', async () => {
    const opened = await createTasks(sourceOf(memoryPack().files)).openPack(PACK_PATH);
    if (!opened.ok) throw new Error(opened.problem.what);
    const { edges, quintile, perKm2 } = opened.value.density;
    expect(edges).toHaveLength(4);
    expect([...edges]).toEqual([...edges].toSorted((a, b) => a - b));
    perKm2.forEach((density, area) => expect(quintile[area]).toBe(1 + edges.filter((edge) => edge <= density).length));
    expect(new Set(quintile).size).toBe(5);
  });

  it('says which file is missing, short, changed or unreadable', async () => {
    const { files, manifest } = memoryPack();
    const missing = new Map(files);
    missing.delete('places.fgb');
    expect(await problemOf(missing)).toBe(`${PACK_PATH}/places.fgb: The server answered 404.`);
    const changed = new Uint8Array(files.get('population.parquet') ?? []);
    changed[20]! ^= 1;
    expect(await problemOf(new Map([...files, ['population.parquet', changed]]))).toMatch(/^population.parquet: The file is not the one .* SHA-256 differs/);
    expect(await problemOf(new Map([...files, ['areas.fgb', changed]]))).toMatch(/^areas.fgb: The file has \d+ bytes; the manifest says \d+\.$/);
    expect(await problemOf(new Map([...files, ['manifest.json', new TextEncoder().encode('<html>')]]))).toMatch(/^manifest.json: The manifest is not JSON/);
    expect(await problemOf(new Map([...files, ['manifest.json', jsonBytes({ version: 99 })]]))).toContain('version 99');
    expect(await problemOf(new Map([...files, ['manifest.json', jsonBytes({ ...manifest, files: [] })]]))).toBe('areas.fgb: The manifest does not list this file.');
  });

  it('goes by size alone where the browser has no SHA-256, and never passes an unlisted file', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const entry = { path: 'a', bytes: 3, sha256: '0'.repeat(64) };
    expect((await verifyFile(bytes, 'a', [entry]))?.what).toContain('SHA-256');
    expect(await verifyFile(bytes, 'a', [entry], null)).toBeNull();
    expect((await verifyFile(bytes.subarray(1), 'a', [entry], null))?.what).toBe('The file has 2 bytes; the manifest says 3.');
    expect((await verifyFile(bytes, 'b', [entry], null))?.what).toContain('does not list');
  });

  it('rejects when aborted', async () => {
    const control = new AbortController();
    control.abort();
    await expect(createTasks(sourceOf(memoryPack().files)).openPack(PACK_PATH, { signal: control.signal })).rejects.toThrow(/abort/i);
  });
});

describe('openDataSet and evaluate', () => {
  it('evaluates as the engine does on the same records', async () => {
    const { files, input } = memoryPack();
    const tasks = createTasks(sourceOf(files));
    await tasks.openPack(PACK_PATH);
    expect(await tasks.openDataSet('tiny', 'random')).toEqual({ ok: true, value: { rows: 3000 }, notes: [] });
    const evaluation = tasks.evaluate(REQUEST);
    const direct = evaluateRequest(REQUEST, input);
    if (!evaluation.ok || !direct.ok) throw new Error('not evaluated');
    expect({ ...evaluation.value, elapsed: 0, byHub: null }).toEqual({ ...direct.value, elapsed: 0, byHub: null });
    expect(evaluation.value.byHub).toEqual({ ...direct.value.byHub, airport: 0 });
    expect(evaluation.value.request).toEqual(REQUEST);
  });

  it('refuses what is not open or does not exist', async () => {
    const { files } = memoryPack();
    const tasks = createTasks(sourceOf(files));
    expect(tasks.evaluate(REQUEST)).toMatchObject({ ok: false, problem: { what: 'The data set is not open.' } });
    expect(await tasks.openDataSet('tiny', 'random')).toMatchObject({ ok: false, problem: { what: 'The pack is not open.' } });
    await tasks.openPack(PACK_PATH);
    expect(await tasks.openDataSet('tiny', 'other')).toMatchObject({ ok: false, problem: { what: 'The pack has no data set "other".', remedy: 'Choose one of: random.' } });
  });

  it('refuses records of other areas or months than the pack', async () => {
    for (const [change, what] of [
      [(cells: Cells): Cells => ({ ...cells, areaCodes: cells.areaCodes.map((code) => `X${code.slice(1)}`) }), 'The records are of other areas than the pack.'],
      [(cells: Cells): Cells => ({ ...cells, months: cells.months + 1 }), 'The records have other months or crime types than the manifest says.'],
      [(cells: Cells): Cells => ({ ...cells, age: null }), 'The records and the manifest do not agree on hours and ages.'],
    ] as const) {
      const { files, input, manifest } = memoryPack();
      const path = input.entry.cells;
      const bytes = encodeCells(change(input.cells));
      const entry = { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      files.set(path, bytes);
      files.set('manifest.json', jsonBytes({ ...manifest, files: manifest.files.map((file) => (file.path === path ? entry : file)) }));
      const tasks = createTasks(sourceOf(files));
      await tasks.openPack(PACK_PATH);
      expect(await tasks.openDataSet('tiny', 'random')).toMatchObject({ ok: false, problem: { what, where: path } });
    }
  });
});

describe('assess', () => {
  const ASKED = { pack: 'tiny', period: null, confidence: 95 } as const;

  it('opens what it needs, evaluates, and says what it is doing', async () => {
    const tasks = createTasks(sourceOf(memoryPack().files));
    expect(await tasks.assess(ASKED)).toMatchObject({ ok: false, problem: { what: 'The pack is not open.' } });
    await tasks.openPack(PACK_PATH);
    const steps: Progress[] = [];
    const outcome = await tasks.assess(ASKED, { onProgress: (progress) => steps.push(progress) });
    if (!outcome.ok) throw new Error(outcome.problem.what);
    expect(outcome.value.request).toEqual(ASKED);
    expect(outcome.value.sections.length).toBeGreaterThan(0);
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['Loading Random records', 'Making the assessment']);
    expect(tasks.evaluate(REQUEST).ok).toBe(true);
  });

  it('pauses after each section: filters are answered in between, and it hears that it is aborted', async () => {
    const tasks = createTasks(sourceOf(memoryPack().files));
    await tasks.openPack(PACK_PATH);
    await tasks.openDataSet('tiny', 'random');
    const steps: Progress[] = [];
    const answered: number[] = [];
    const outcome = await tasks.assess(ASKED, { onProgress: (progress) => {
      steps.push(progress);
      setTimeout(() => answered.push(tasks.evaluate(REQUEST).ok ? progress.done : -1), 0);
    } });
    expect([outcome.ok, steps.map(({ done, total }) => [done, total])]).toEqual([true, [[0, 0], ...Array.from({ length: 9 }, (_, i) => [i + 1, 9])]]);
    // All but the last answer came before the assessment did.
    expect(answered.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const control = new AbortController();
    const before: number[] = [];
    const aborted = tasks.assess(ASKED, { signal: control.signal, onProgress: ({ done }) => {
      before.push(done);
      if (done === 2) setTimeout(() => control.abort(), 0);
    } });
    await expect(aborted).rejects.toThrow(/abort/i);
    expect(before).toEqual([0, 1, 2]);
  });

  it('says which records could not be read, and rejects when aborted', async () => {
    const { files, input } = memoryPack();
    files.delete(input.entry.cells);
    const tasks = createTasks(sourceOf(files));
    await tasks.openPack(PACK_PATH);
    expect(await tasks.assess(ASKED)).toMatchObject({ ok: false, problem: { what: 'The server answered 404.' } });
    const control = new AbortController();
    control.abort();
    const whole = createTasks(sourceOf(memoryPack().files));
    await whole.openPack(PACK_PATH);
    await expect(whole.assess(ASKED, { signal: control.signal })).rejects.toThrow(/abort/i);
  });
});

const rounded = (breaks: Outcome<readonly number[]>): number[] => (breaks.ok ? breaks.value.map((edge) => Number(edge.toFixed(9))) : []);

describe('classBreaks', () => {
  const tasks = createTasks(sourceOf(new Map()));
  const values = Float64Array.of(10, 1, 2, 3, Number.NaN, 4, 5, 6, 7, 8, 9);

  it('gives the breaks between classes, without the ends and without missing values', async () => {
    expect(rounded(await tasks.classBreaks(values, 5, 'quantile'))).toEqual([2.8, 4.6, 6.4, 8.2]);
    expect(await tasks.classBreaks(values, 5, 'pretty')).toMatchObject({ ok: true, value: [2, 4, 6, 8] });
    expect(await tasks.classBreaks(Float64Array.of(1, 2, 3, 101, 102, 103, 501, 502), 3, 'fisher-jenks')).toMatchObject({ ok: true, value: [52, 302] });
  });

  it('has each break once where values are tied, and none without values', async () => {
    expect(rounded(await tasks.classBreaks(Float64Array.of(1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 9), 5, 'quantile'))).toEqual([5, 6.4]);
    expect(await tasks.classBreaks(Float64Array.of(Number.NaN), 5, 'pretty')).toMatchObject({ ok: true, value: [] });
    expect(await tasks.classBreaks(values, 1, 'quantile')).toMatchObject({ ok: false, problem: { what: 'Classes are 2 to 255, not 1.' } });
  });
});
