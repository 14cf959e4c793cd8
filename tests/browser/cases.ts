import { beforeAll, inject } from 'vitest';
import { type Answer, makeRecomputation, type Question } from './recompute.ts';

/** The recomputation from the files of the pack under test, opened once before the tests of a spec file. */
export function packFiles(): (question?: Question) => Promise<Answer> {
  let ask: ((question?: Question) => Promise<Answer>) | null = null;
  beforeAll(async () => {
    ask = await makeRecomputation(inject('packFolder'));
  });
  return async (question) => {
    if (ask === null) throw new Error('Ask inside a test');
    return ask(question);
  };
}
