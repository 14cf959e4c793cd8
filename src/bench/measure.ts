import { aggregate, type AggregationInput } from '../aggregation/aggregate.ts';
import { REASON } from '../model/measures.ts';
import { EVERYTHING, type Selection } from '../model/selection.ts';
import { OFFENCE_SUBGROUPS } from '../model/vocabulary.ts';
import { evaluateRequest } from '../worker/evaluate.ts';
import { nextQuestion, type Question, selectionOf } from './question.ts';
import { seededRandom } from './random.ts';
import { MONTH_NAMES } from './syntheticScene.ts';
import { percentile, timed, timesOf, type Times } from './times.ts';

const WARM_UP = 5;

/** Counting under a new filter of five dimensions each time: every output that the interface shows. */
export function measureCounting(input: AggregationInput, repeats: number): Times {
  const random = seededRandom(input.cells.cell.length);
  let question: Question | null = null;
  const times: number[] = [];
  for (let i = -WARM_UP; i < repeats; i += 1) {
    question = nextQuestion(random, input.areas.code.length, question);
    const selection = selectionOf(question);
    const time = timed(() => aggregate(selection, input));
    if (i >= 0) times.push(time);
  }
  return timesOf(times);
}

export interface StatisticsTimes {
  /** A whole answer: counting, rates, limits, classes and adjusted p-values of every area, and of groups of areas. */
  readonly answer: Times;
  /** The counting in it, measured by itself on other filters of the same kind. */
  readonly counting: Times;
  /** Answers less the middle of counting. */
  readonly statistics: Times;
  /** Areas with a standardised rate, the middle one; areas too small for one cost less. */
  readonly withRate: number;
}

/** Filters that leave most records in, so that most areas have enough for a rate. Answers and counting take turns. */
export function measureStatistics(input: AggregationInput, repeats: number): StatisticsTimes {
  const [answers, counting, withRate]: [number[], number[], number[]] = [[], [], []];
  for (let i = -WARM_UP; i < repeats; i += 1) {
    const selection = wideSelection(2 * (i + WARM_UP));
    const other = wideSelection(2 * (i + WARM_UP) + 1);
    let given = 0;
    const answerTime = timed(() => {
      const outcome = evaluateRequest({ pack: 'synthetic', dataSet: input.entry.id, selection, confidence: 'fdr', benchmark: { kind: 'county' }, detail: false }, input);
      if (!outcome.ok) throw new Error('The engine gave no answer to synthetic records.');
      for (const reason of outcome.value.areas.dsrReason) if (reason === REASON.given) given += 1;
    });
    const countingTime = timed(() => aggregate(other, input));
    if (i < 0) continue;
    answers.push(answerTime);
    counting.push(countingTime);
    withRate.push(given);
  }
  const middle = percentile(counting, 0.5);
  return { answer: timesOf(answers), counting: timesOf(counting), statistics: timesOf(answers.map((time) => Math.max(0, time - middle))), withRate: percentile(withRate, 0.5) };
}

/** Another one for every number up to 180: one kind of offence or none left out, and the first months. */
function wideSelection(number: number): Selection {
  const leftOut = number % 3;
  return {
    ...EVERYTHING,
    types: OFFENCE_SUBGROUPS.filter((_, kind) => kind !== [0, 3, 4][leftOut]).map(({ id }) => id),
    period: { from: MONTH_NAMES[Math.floor(number / 3) % 12] ?? '', to: MONTH_NAMES[59 - (Math.floor(number / 36) % 5)] ?? '' },
  };
}

/** A plain sum over the bytes of codes and ages: how long reading them takes without doing anything with them. */
export function measureReading({ cells }: AggregationInput, repeats: number): Times {
  const times: number[] = [];
  let total = 0;
  for (let i = -WARM_UP; i < repeats; i += 1) {
    const time = timed(() => {
      total = (total + sumOf(cells.cell)) | 0;
      if (cells.age) total = (total + sumOf(cells.age)) | 0;
    });
    if (i >= 0) times.push(time);
  }
  if (Number.isNaN(total)) throw new Error('The sum is not a number.');
  return timesOf(times);
}

/** By words of four bytes where the column begins at one, then what is left. */
function sumOf(column: Uint8Array | Uint16Array | Uint32Array): number {
  const words = new Int32Array(column.buffer, column.byteOffset, Math.floor(column.byteLength / 4));
  const rest = new Uint8Array(column.buffer, column.byteOffset + words.byteLength, column.byteLength - words.byteLength);
  let sum = 0;
  for (let i = 0; i < words.length; i += 1) sum = (sum + words[i]!) | 0;
  for (let i = 0; i < rest.length; i += 1) sum = (sum + rest[i]!) | 0;
  return sum;
}
