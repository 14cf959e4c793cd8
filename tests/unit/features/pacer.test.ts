import { describe, expect, it } from 'vitest';
import { createPacer } from '../../../src/features/explore/filters/pacer.ts';

const queue = (list: (() => void)[]) => (action: () => void) => {
  list.push(action);
  return () => void list.splice(list.indexOf(action), 1);
};
const run = (list: (() => void)[]): void => { for (const action of list.splice(0)) action(); };

/** A page whose frames and answers come when the test says. */
function page() {
  const passed: number[] = [];
  const frames: (() => void)[] = [];
  const waiters: (() => void)[] = [];
  let busy = false;
  const pacer = createPacer<number>({
    pass: (value) => {
      passed.push(value);
      busy = true;
    },
    busy: () => busy, whenFree: queue(waiters), nextFrame: queue(frames),
  });
  return { pacer, passed, frame: () => run(frames), answer: () => { busy = false; run(waiters); }, pending: () => frames.length + waiters.length };
}

describe('createPacer', () => {
  it('passes the first on at once, and then only the newest, when the figures stand in a frame', () => {
    const { pacer, passed, frame, answer } = page();
    for (const value of [1, 2, 3]) pacer.offer(value);
    expect([passed, pacer.waits()]).toEqual([[1], true]);
    frame();
    pacer.offer(4);
    frame();
    expect(passed).toEqual([1]);
    answer();
    expect(passed).toEqual([1]);
    frame();
    expect([passed, pacer.waits()]).toEqual([[1, 4], false]);
  });

  it('passes on one a frame where answers come within it', () => {
    const { pacer, passed, frame, answer } = page();
    for (const value of [1, 2, 3, 4, 5, 6]) {
      pacer.offer(value);
      answer();
      if (value % 2 === 0) frame();
    }
    frame();
    expect(passed).toEqual([1, 2, 4, 6]);
  });

  it('is idle again after the last, so that the next choice goes at once', () => {
    const { pacer, passed, frame, answer, pending } = page();
    pacer.offer(1);
    frame();
    answer();
    frame();
    expect(pending()).toBe(0);
    pacer.offer(2);
    expect(passed).toEqual([1, 2]);
  });

  it('forgets what waits when it is stopped', () => {
    const { pacer, passed, frame, answer, pending } = page();
    pacer.offer(1);
    pacer.offer(2);
    frame();
    pacer.stop();
    answer();
    frame();
    expect([passed, pacer.waits(), pending()]).toEqual([[1], false, 0]);
  });
});
