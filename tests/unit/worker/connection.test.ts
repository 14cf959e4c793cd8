import { afterEach, describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import type { Outcome, Progress } from '../../../src/model/pack.ts';
import type { Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { Connection } from '../../../src/worker/connection.ts';
import { serve } from '../../../src/worker/endpoint.ts';
import type { MessagePortLike } from '../../../src/worker/protocol.ts';
import { createTasks, type Tasks } from '../../../src/worker/tasks.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { memoryPack, PACK_PATH, sourceOf } from './memoryPack.ts';
import { partedPack } from './partedPack.ts';

const request = (confidence: 95 | 99.8 = 95) => ({ pack: 'tiny', dataSet: 'random', selection: EVERYTHING, confidence, benchmark: { kind: 'county' as const }, detail: false });
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A connection to tasks behind a real message channel: structured clone, transfer and task order as in a browser. */
function connected(tasks: Tasks, resolvePath?: (path: string) => string): { worker: Connection; sent: { task: string }[] } {
  const { port1, port2 } = new MessageChannel();
  const end = (): void => {
    port1.close();
    port2.close();
  };
  ends.push(end);
  const sent: { task: string }[] = [];
  const page: MessagePortLike = {
    postMessage: (message: { task: string }, transfer) => {
      sent.push(message);
      port1.postMessage(message, transfer);
    },
    addEventListener: (type, listener) => port1.addEventListener(type, listener),
  };
  serve(port2, tasks);
  port1.start();
  port2.start();
  return { worker: new Connection(page, end, resolvePath), sent };
}

/** A source that waits until it is told to go on. */
function held(source: (path: string) => ByteSource): { open: (path: string) => ByteSource; go: () => void; reads: () => number; aborted: () => boolean } {
  let reads = 0;
  const waiting: (() => void)[] = [];
  let aborted = false;
  const gate = new Promise<void>((resolve) => {
    waiting.push(resolve);
  });
  return {
    open: (path) => ({
      name: path,
      read: async (options) => {
        reads += 1;
        options?.signal?.addEventListener('abort', () => {
          aborted = true;
        });
        await gate;
        options?.signal?.throwIfAborted();
        return source(path).read(options);
      },
    }),
    go: () => waiting.forEach((resume) => resume()),
    reads: () => reads,
    aborted: () => aborted,
  };
}

function byteLengths(outcome: Outcome<Evaluation>): number[] {
  if (!outcome.ok) return [];
  const { areas, byMonth, byMonthOfYear, byWeekdayHour, byKind } = outcome.value;
  const columns: ({ readonly byteLength: number } | null)[] = [...Object.values<{ readonly byteLength: number }>({ ...areas }), byMonth, byMonthOfYear, byWeekdayHour, byKind];
  return columns.map((column) => column?.byteLength ?? -1);
}

describe('Connection', () => {
  it('opens the forces asked for, through a channel', async () => {
    const { worker, sent } = connected(createTasks(sourceOf(partedPack().files)));
    const opened = await worker.openPack(PACK_PATH, { forces: { forces: ['west', 'east'], at: null }, partitioned: true, keep: null, onProgress: () => undefined });
    expect(opened.ok && opened.value.parts).toEqual(['east', 'west']);
    expect(sent).toEqual([expect.objectContaining({ task: 'openPack', choice: { forces: { forces: ['west', 'east'], at: null }, partitioned: true, keep: null } })]);
    expect(await worker.openDataSet('tiny:east,west', 'random')).toMatchObject({ ok: true });
  });

  it('opens a pack and evaluates through a channel, with progress, as the tasks do directly', async () => {
    const { files, input } = memoryPack();
    const { worker, sent } = connected(createTasks(sourceOf(files)), (path) => `${PACK_PATH}${path}`);
    const progress: Progress[] = [];
    expect((await worker.openPack('', { onProgress: (p) => progress.push(p) })).ok).toBe(true);
    expect(progress.length).toBeGreaterThan(1);
    expect(await worker.openDataSet('tiny', 'random')).toMatchObject({ ok: true, value: { rows: 3000 } });
    const [evaluation, direct] = [await worker.evaluate(request()), evaluateRequest(request(), input)];
    if (!evaluation.ok || !direct.ok) throw new Error('not evaluated');
    expect(evaluation.value.areas).toEqual(direct.value.areas);
    expect(evaluation.value.request).toEqual(request());
    expect(sent.map(({ task }) => task)).toEqual(['openPack', 'openDataSet', 'evaluate']);
  });

  it('transfers the arrays of an answer and leaves the worker’s own untouched', async () => {
    const { files } = memoryPack();
    const tasks = createTasks(sourceOf(files));
    const answers: Outcome<Evaluation>[] = [];
    const spied: Tasks = {
      ...tasks,
      evaluate: (asked) => {
        const outcome = tasks.evaluate(asked);
        answers.push(outcome);
        return outcome;
      },
    };
    const { worker } = connected(spied);
    await worker.openPack(PACK_PATH);
    await worker.openDataSet('tiny', 'random');
    const first = await worker.evaluate(request());
    const second = await worker.evaluate(request());
    if (!first.ok || !second.ok) throw new Error('not evaluated');
    expect(answers).toHaveLength(2);
    expect(new Set(answers.flatMap(byteLengths))).toEqual(new Set([0]));
    expect(byteLengths(first).every((bytes) => bytes > 0)).toBe(true);
    expect({ ...second.value, elapsed: 0 }).toEqual({ ...first.value, elapsed: 0 });
  });

  it('answers the first and the newest of a burst; the ones between reject as overtaken', async () => {
    const { files } = memoryPack();
    const { worker, sent } = connected(createTasks(sourceOf(files)));
    await worker.openPack(PACK_PATH);
    await worker.openDataSet('tiny', 'random');
    const burst = [95, 99.8, 95, 99.8].map((confidence) => worker.evaluate(request(confidence === 95 ? 95 : 99.8)));
    const other = worker.evaluate(request(), { lane: 'comparison' });
    const settled = await Promise.allSettled(burst);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: { name: 'AbortError' } });
    expect((await other).ok).toBe(true);
    expect(sent.filter(({ task }) => task === 'evaluate')).toHaveLength(3);
    expect((await worker.evaluate(request())).ok).toBe(true);
  });

  it('aborts a load: the promise rejects at once, the reading stops, and the next load works', async () => {
    const { files } = memoryPack();
    const gate = held(sourceOf(files));
    const { worker } = connected(createTasks(gate.open));
    const control = new AbortController();
    const loading = worker.openPack(PACK_PATH, { signal: control.signal });
    await expect.poll(gate.reads).toBe(3);
    control.abort();
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(gate.aborted).toBe(true);
    gate.go();
    expect((await worker.openPack(PACK_PATH)).ok).toBe(true);
    await expect(worker.openPack(PACK_PATH, { signal: control.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects a waiting evaluation whose signal aborts, and runs the one after it', async () => {
    const { files } = memoryPack();
    const { worker } = connected(createTasks(sourceOf(files)));
    await worker.openPack(PACK_PATH);
    await worker.openDataSet('tiny', 'random');
    const control = new AbortController();
    const first = worker.evaluate(request());
    const waiting = worker.evaluate(request(), { signal: control.signal });
    control.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect((await first).ok).toBe(true);
    expect((await worker.evaluate(request())).ok).toBe(true);
  });

  it('turns an unforeseen error into a problem instead of silence', async () => {
    const broken: Tasks = {
      openPack: () => Promise.reject(new TypeError('x is not a function')),
      openDataSet: () => Promise.reject(new Error('no')),
      evaluate: () => {
        throw new RangeError('too long');
      },
      classBreaks: () => {
        throw new RangeError('too many');
      },
      assess: () => Promise.reject(new Error('no numbers')),
      hotspots: () => Promise.reject(new Error('no tests')),
      backtest: () => Promise.reject(new Error('no periods')),
      surface: () => Promise.reject(new Error('no points')),
      shapes: () => Promise.reject(new Error('no shapes')),
      patrolPlaces: () => Promise.reject(new Error('no numbers')),
      plan: () => Promise.reject(new Error('no numbers')),
    };
    const { worker } = connected(broken);
    expect(await worker.openPack('p')).toMatchObject({ ok: false, problem: { what: 'The program failed: x is not a function', where: 'openPack' } });
    expect(await worker.evaluate(request())).toMatchObject({ ok: false, problem: { what: 'The program failed: too long' } });
    expect(await worker.classBreaks(Float64Array.of(1), 2, 'pretty')).toMatchObject({ ok: false, problem: { what: 'The program failed: too many', where: 'classBreaks' } });
    expect(await worker.assess({ pack: 'p', period: null, confidence: 95 })).toMatchObject({ ok: false, problem: { what: 'The program failed: no numbers', where: 'assess' } });
  });

  it('gives a worker’s death to everything pending and asked later; disposal rejects', async () => {
    const gate = held(sourceOf(memoryPack().files));
    const { worker } = connected(createTasks(gate.open));
    const loading = worker.openPack(PACK_PATH);
    worker.fail('The worker stopped.');
    expect(await loading).toMatchObject({ ok: false, problem: { what: 'The worker stopped.' } });
    expect(await worker.openDataSet('tiny', 'random')).toMatchObject({ ok: false, problem: { what: 'The worker stopped.' } });
    const other = connected(createTasks(gate.open)).worker;
    const pending = other.openPack(PACK_PATH);
    other.dispose();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    await expect(other.openPack(PACK_PATH)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
