import type { Outcome, Problem } from '../src/model/pack.ts';

/** Stops the builder. Carries what is wrong, where, and what to do; the commands print it and exit with 1. */
export class BuildProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.what} (${problem.where}). ${problem.remedy}`);
    this.name = 'BuildProblem';
    this.problem = problem;
  }
}

/** Throws a BuildProblem. */
export function stop(what: string, where: string, remedy: string): never {
  throw new BuildProblem({ what, where, remedy });
}

/** The value of an outcome; its problem is thrown. Notes go to `onNote`. */
export function valueOf<T>(outcome: Outcome<T>, onNote?: (note: string) => void): T {
  if (!outcome.ok) throw new BuildProblem(outcome.problem);
  if (onNote) outcome.notes.forEach(onNote);
  return outcome.value;
}

export function printProblem({ problem: { what, where, remedy } }: BuildProblem): void {
  console.error(`Stopped: ${what}\n  Where: ${where}\n  What to do: ${remedy}`);
}
