import { describe, expect, it } from 'vitest';
import { breaksFor, classByBreaks } from '../../../src/model/breaks.ts';

describe('breaksFor', () => {
  it('cuts into classes of about equal size, at two significant figures', () => {
    const values = Array.from({ length: 1000 }, (_, index) => index + 1);
    const breaks = breaksFor(values, 5);
    // Type 7 quantiles of 1..1000 at 20, 40, 60 and 80%: 200.8, 400.6, 600.4, 800.2.
    expect(breaks).toEqual([200, 400, 600, 800]);
    const sizes = [0, 1, 2, 3, 4].map((group) => values.filter((value) => classByBreaks(value, breaks) === group).length);
    expect(sizes).toEqual([199, 200, 200, 200, 201]);
  });

  it('leaves out what has no class of its own: zero, not given, infinite', () => {
    expect(breaksFor([0, Number.NaN, Infinity, -3, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5], 5)).toEqual([2.5, 3.5, 4.5, 5.5]);
  });

  it('gives fewer, distinct breaks where values repeat, and none without a positive value', () => {
    expect(breaksFor([1, 1, 1, 2, 2, 3], 5)).toEqual([2]);
    expect(breaksFor([7, 7, 7], 5)).toEqual([]);
    expect(breaksFor([0, 0, Number.NaN], 5)).toEqual([]);
  });

  it('gives whole numbers for counts', () => {
    expect(breaksFor([1, 2, 4, 8, 9, 15, 30], 5).every(Number.isInteger)).toBe(true);
  });

  it('puts a value on a break above it', () => {
    expect([9.99, 10, 20, 25].map((value) => classByBreaks(value, [10, 20]))).toEqual([0, 1, 2, 2]);
  });
});
