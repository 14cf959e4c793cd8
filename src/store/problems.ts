import { messageOf, type Problem } from '../model/pack.ts';

/** True for the rejection of something that was cancelled. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** A problem made of an error that nobody foresaw. */
export function unexpected(what: string, where: string, error: unknown): Problem {
  return { what: `${what}: ${messageOf(error)}`, where, remedy: 'Try again; if it happens again, reload the page.' };
}
