import { aggregate } from '../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../src/worker/evaluate.ts';
import { seededRandom } from '../unit/tables/seededRandom.ts';
import { plainPass } from './plainPass.ts';
import { benchScene, type BenchScene } from './scenes.ts';
import { benchSelection } from './selections.ts';

const FILTERS = 200;
const WARM_UP = 40;

interface Times {
  readonly median: number;
  readonly p95: number;
}

function timesOf(milliseconds: number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function line(name: string, times: Times): string {
  return `  ${name.padEnd(11)} median ${times.median.toFixed(2)} ms   p95 ${times.p95.toFixed(2)} ms`;
}

/**
 * Aggregation and the plain pass count the same things; an answer adds the rates and classes of every area.
 * They take turns on the same filters, so that the machine's mood falls on all.
 */
function bench({ title, input, records }: BenchScene, random: () => number): void {
  const engine: number[] = [];
  const plain: number[] = [];
  const answers: number[] = [];
  for (let i = -WARM_UP; i < FILTERS; i += 1) {
    const selection = benchSelection(random, input.entry);
    let engineTotal = 0;
    let plainTotal = 0;
    const engineTime = timed(() => (engineTotal = aggregate(selection, input).rows.offences.reduce((sum, value) => sum + value, 0)));
    const plainTime = timed(() => (plainTotal = plainPass(selection, records, input)));
    if (engineTotal !== plainTotal) throw new Error(`${title}: the engine counts ${engineTotal}, the plain pass ${plainTotal}.`);
    const answerTime = timed(() => evaluateRequest({ pack: 'bench', dataSet: title, selection, confidence: 95, benchmark: { kind: 'county' }, detail: false }, input));
    if (i < 0) continue;
    answers.push(answerTime);
    engine.push(engineTime);
    plain.push(plainTime);
  }
  const [e, p] = [timesOf(engine), timesOf(plain)];
  console.log(`${title}: ${records.area.length.toLocaleString('en-GB')} rows, ${input.areas.code.length} areas, ${FILTERS} random filters`);
  console.log(line('aggregation', e));
  console.log(line('plain pass', p));
  console.log(`  ratio       ${(p.median / e.median).toFixed(1)} (plain pass to aggregation, medians)`);
  console.log(line('answer', timesOf(answers)));
}

const random = seededRandom(20191);
bench(benchScene('Monthly records', 313_000, false, random), random);
bench(benchScene('Victims with hour and age', 313_000, true, random), random);
bench(benchScene('Victims with hour and age, as the force holds them', 98_000, true, random), random);
bench(benchScene('The same with sex and flags, and filters of them', 98_000, true, random, true), random);
