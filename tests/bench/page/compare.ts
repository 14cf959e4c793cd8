import { nextQuestion, type Question } from '../../../src/bench/question.ts';
import { seededRandom } from '../../../src/bench/random.ts';
import { timesOf, type Times } from '../../../src/bench/times.ts';
import { CONTENDERS, type ContenderName, type TimedAnswer } from './protocol.ts';
import { Runner } from './runner.ts';

export interface Comparison {
  readonly rows: number;
  readonly areas: number;
  readonly contenders: readonly ContenderName[];
  readonly repeats: number;
  readonly warmUp: number;
  /** Milliseconds a contender may take to load the records, and to answer all questions. */
  readonly loading: number;
  readonly answering: number;
  /** True where all stay loaded and take turns; false where each has the machine's memory to itself. */
  readonly together: boolean;
}

export interface Compared {
  readonly name: ContenderName;
  readonly version: string;
  /** Milliseconds until it could be asked. */
  readonly loaded: number;
  /** Null where it did not finish; fewer repeats where its time was up. */
  readonly times: Times | null;
  /** Why it did not finish; null where it did. */
  readonly reason: string | null;
  /** What was held equal to ours: every count, the number of matching rows, or nothing (the memory floor). */
  readonly checked: 'counts' | 'matching' | 'none';
}

/** Questions at once; one at a time where a contender has the machine to itself, so that its time ends between two. */
const TURN = 5;
/** Fewer answers than these are no median. */
const ENOUGH = 3;

/** Puts the same questions to everybody, who take turns of a few, and checks that all find the same. */
export async function compare(comparison: Comparison): Promise<Compared[]> {
  const random = seededRandom(comparison.rows);
  const questions: Question[] = [];
  for (let i = 0; i < comparison.warmUp + comparison.repeats; i += 1) questions.push(nextQuestion(random, comparison.areas, questions.at(-1) ?? null));
  const entrants = CONTENDERS.filter((name) => comparison.contenders.includes(name)).map((name) => new Entrant(name, comparison, questions));
  if (comparison.together) {
    for (const entrant of entrants) await entrant.load();
    for (let turn = 0; turn < questions.length; turn += TURN) for (const entrant of entrants) await entrant.take(turn, TURN);
  } else {
    for (const entrant of entrants) {
      await entrant.load();
      for (let turn = 0; turn < questions.length; turn += 1) await entrant.take(turn, 1);
      entrant.end();
    }
  }
  const ours = entrants.find(({ name }) => name === 'ours')?.answers ?? [];
  return entrants.map((entrant) => entrant.finish(ours));
}

class Entrant {
  readonly #runner: Runner;
  readonly answers: TimedAnswer[] = [];
  #version = '';
  #loaded = Number.NaN;
  #reason: string | null = null;
  #spent = 0;

  constructor(readonly name: ContenderName, readonly comparison: Comparison, readonly questions: readonly Question[]) {
    this.#runner = new Runner(name);
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      const { version, milliseconds } = await this.#runner.prepare(this.comparison.rows, this.comparison.areas, this.comparison.loading);
      this.#version = version;
      this.#loaded = milliseconds;
    });
  }

  /** Answers the next questions; not once its time is up, unless it is the one the others are held against. */
  async take(first: number, count: number): Promise<void> {
    const { answering } = this.comparison;
    if (this.#reason !== null || (this.#spent > answering && this.name !== 'ours')) return;
    const start = performance.now();
    await this.#attempt(async () => {
      this.answers.push(...await this.#runner.answer(this.questions.slice(first, first + count), answering));
    });
    this.#spent += performance.now() - start;
  }

  end(): void {
    this.#runner.end();
  }

  /** @throws Error where it found something else than ours */
  finish(ours: readonly TimedAnswer[]): Compared {
    this.end();
    const { warmUp, repeats } = this.comparison;
    const checked = this.name === 'memory floor' ? 'none' : this.answers.every(({ digest }) => digest !== null) ? 'counts' : 'matching';
    if (checked !== 'none') this.answers.forEach((answer, i) => this.#check(answer, ours[i], i));
    const timed = this.answers.slice(warmUp).map(({ milliseconds }) => milliseconds);
    const enough = timed.length >= Math.min(repeats, ENOUGH);
    const reason = enough ? null : this.#reason ?? `${this.answers.length} answers in ${Math.round(this.#spent / 1000)} s`;
    return { name: this.name, version: this.#version, loaded: this.#loaded, times: enough ? timesOf(timed) : null, reason, checked };
  }

  #check(found: TimedAnswer, expected: TimedAnswer | undefined, question: number): void {
    if (expected === undefined) throw new Error(`${this.name}: there is no answer of ours to question ${question}.`);
    if (found.matching === expected.matching && (found.digest === null || found.digest === expected.digest)) return;
    throw new Error(`${this.name} finds ${found.matching} rows (digest ${found.digest}) for question ${question}, ours ${expected.matching} (${expected.digest}).`);
  }

  async #attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#reason = error instanceof Error ? error.message : String(error);
      this.end();
    }
  }
}
