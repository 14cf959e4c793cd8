import type { Source } from '../context.ts';

/** What a run of figures is about. */
export interface Subject {
  /** First part of the figures' ids: "violence", "attendances". */
  readonly prefix: string;
  /** In words, within a sentence: "violence and sexual offences". */
  readonly what: string;
  readonly source: Source;
}
