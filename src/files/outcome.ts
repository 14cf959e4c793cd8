import type { Outcome, Problem } from '../model/pack.ts';

/** Short forms for making an Outcome; every reader of this folder returns one. */
export function succeeded<T>(value: T, notes: readonly string[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

export function failed(what: string, where: string, remedy: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { what, where, remedy } };
}

/**
 * An error that carries a Problem. Only `ByteSource.read` and streams of text throw it, because a rejected promise
 * is how they can stop; `asOutcome` turns it back into a value at the first place that can return one.
 */
export class FileError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.where}: ${problem.what}`, options);
    this.name = 'FileError';
    this.problem = problem;
  }
}

/** What an unknown thrown value says, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
