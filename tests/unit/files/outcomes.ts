import type { Outcome } from '../../../src/model/pack.ts';

/** The value of an outcome that must be good. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.what}`);
  return outcome.value;
}

/** "where: what" of an outcome that must be a problem. */
export function problemOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error('The file was read.');
  return `${outcome.problem.where}: ${outcome.problem.what}`;
}
