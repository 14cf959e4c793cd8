import { describe, expect, it } from 'vitest';
import { milliseconds, percentile, timesOf } from '../../../src/bench/times.ts';

describe('percentile', () => {
  it('is the smallest value that so many do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1)]).toEqual([50, 95, 100]);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('orders by size and leaves the values as they were', () => {
    const values = [10, 9, 100];
    expect(percentile(values, 0.5)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it('is not a number of nothing', () => {
    expect(timesOf([])).toEqual({ median: Number.NaN, p95: Number.NaN, repeats: 0 });
  });
});

describe('milliseconds', () => {
  it('gives about three figures', () => {
    expect([0.2514, 1.2345, 17.34, 1240.4].map(milliseconds)).toEqual(['0.251', '1.23', '17.3', '1,240']);
  });

  it('says what a rounded clock could not see, and where there is nothing', () => {
    expect([0, Number.NaN].map(milliseconds)).toEqual(['too short', '-']);
  });
});
