import type { Question } from '../../../src/bench/question.ts';

export const PEERS = ['crossfilter2', 'arquero', 'DuckDB-Wasm', 'kepler.gl'] as const;
export const CONTENDERS = ['ours', 'plain loop', ...PEERS, 'memory floor'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** Page -> worker of one contender. Whole runs, so that a question costs no message. */
export type ContenderRequest =
  | { readonly task: 'prepare'; readonly contender: ContenderName; readonly rows: number; readonly areas: number }
  | { readonly task: 'answer'; readonly questions: readonly Question[] };

/** Worker -> page. */
export type ContenderReply =
  | { readonly task: 'prepare'; readonly version: string; readonly milliseconds: number }
  | { readonly task: 'answer'; readonly answers: readonly TimedAnswer[] };

export interface TimedAnswer {
  readonly milliseconds: number;
  readonly matching: number;
  /** Null where a contender counts nothing. */
  readonly digest: number | null;
}
