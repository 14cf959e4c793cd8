import type { Outcome, Problem } from '../model/pack.ts';

export { messageOf } from '../model/pack.ts';

/** Short forms for making an Outcome; every reader of this folder returns one. */
export function succeeded<T>(value: T, notes: readonly string[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

export function failed(what: string, where: string, remedy: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { what, where, remedy } };
}

/**
 * An error that carries a Problem, for what can only stop by throwing: `ByteSource.read`, streams of text, callbacks.
 * The first place that can return a value (`readBytes`, `readCsv`, `decodeRecords`) turns it back into one.
 */
export class FileError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.where}: ${problem.what}`, options);
    this.name = 'FileError';
    this.problem = problem;
  }
}
