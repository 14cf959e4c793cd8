import type { Question } from '../../../../src/bench/question.ts';
import type { Answer } from '../answer.ts';

/** Whoever answers questions over the same records. */
export interface Contender {
  /** Version as its package states it; ours has none. */
  readonly version: string;
  /** Finds whatever can be found before the clock starts, e.g. the question in the contender's own words. */
  ask(question: Question): () => Found;
}

/** What was found, and how to read it: reading into an `Answer` is part of the work, checking it is not. */
export interface Found {
  /** Null where the contender gives no counts but only the rows that match. */
  readonly answer: Answer | null;
  readonly matching: number;
}
