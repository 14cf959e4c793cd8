import { syntheticScene } from '../../../src/bench/syntheticScene.ts';
import { columnsOf } from './columns.ts';
import type { Contender } from './contenders/contender.ts';
import type { ContenderName, ContenderReply, ContenderRequest, TimedAnswer } from './protocol.ts';
import { digestOf } from './answer.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';

let contender: Contender | null = null;

/** Each contender in a worker of its own: its memory goes when it is ended, and so does work beyond its time. */
self.addEventListener('message', (event: MessageEvent<ContenderRequest>) => {
  const request = event.data;
  if (request.task === 'prepare') prepare(request.contender, request.rows, request.areas).catch(fail);
  else reply({ task: 'answer', answers: request.questions.map(answer) });
});

async function prepare(name: ContenderName, rows: number, areas: number): Promise<void> {
  const input = syntheticScene({ rows, areas });
  const start = performance.now();
  contender = await contenderOf(name, input);
  reply({ task: 'prepare', version: contender.version, milliseconds: performance.now() - start });
}

function answer(question: Parameters<Contender['ask']>[0]): TimedAnswer {
  if (contender === null) throw new Error('Asked before it was ready.');
  const run = contender.ask(question);
  const start = performance.now();
  const found = run();
  const milliseconds = performance.now() - start;
  return { milliseconds, matching: found.matching, digest: found.answer && digestOf(found.answer) };
}

async function contenderOf(name: ContenderName, input: AggregationInput): Promise<Contender> {
  switch (name) {
    case 'ours': return (await import('./contenders/ours.ts')).ours(input);
    case 'plain loop': return (await import('./contenders/plainLoop.ts')).plainLoop(columnsOf(input.cells));
    case 'crossfilter2': return (await import('./contenders/crossfilterPeer.ts')).crossfilterPeer(columnsOf(input.cells));
    case 'arquero': return (await import('./contenders/arqueroPeer.ts')).arqueroPeer(columnsOf(input.cells));
    case 'DuckDB-Wasm': return (await import('./contenders/duckdbPeer.ts')).duckdbPeer(columnsOf(input.cells));
    case 'kepler.gl': return (await import('./contenders/keplerPeer.ts')).keplerPeer(columnsOf(input.cells));
    default: return memoryFloor(input);
  }
}

async function memoryFloor({ cells }: AggregationInput): Promise<Contender> {
  const { sum, expected } = await (await import('./contenders/simdFloor.ts')).simdFloor(cells);
  if (sum() !== expected) throw new Error(`The SIMD sum gives ${sum()}, a plain loop ${expected}.`);
  return { version: '', ask: () => () => ({ answer: null, matching: sum() }) };
}

function reply(message: ContenderReply): void {
  self.postMessage(message, { transfer: [] });
}

/** Out of a promise into the worker's error event, which the page listens to. */
function fail(error: unknown): void {
  setTimeout(() => {
    throw error instanceof Error ? error : new Error(String(error));
  });
}
