import { describe, expect, it } from 'vitest';
import { benchmarkClass, fiveWayBenchmarkClass } from '../../../src/statistics/benchmarkClass.ts';
import { expectedByChance } from '../../../src/statistics/expectedByChance.ts';
import { monthsNeeded } from '../../../src/statistics/monthsNeeded.ts';
import { quantileClasses } from '../../../src/statistics/quantileClasses.ts';

function at(lower95: number, upper95: number, lower998: number, upper998: number): string {
  return fiveWayBenchmarkClass({ lower: lower95, upper: upper95 }, { lower: lower998, upper: upper998 }, 10);
}

describe('class against the benchmark', () => {
  it.each([
    [11, 12, 10, 'higher'], [8, 9, 10, 'lower'], [9, 11, 10, 'similar'],
    [10, 12, 10, 'similar'], [8, 10, 10, 'similar'], [10, 10, 10, 'similar'], [-5, Infinity, 10, 'similar'],
    [10 * (1 + 1e-14), 12, 10, 'similar'], [8, 10 * (1 - 1e-14), 10, 'similar'], [10.0000001, 12, 10, 'higher'], [8, 9.9999999, 10, 'lower'], [1e-30, 1, 0, 'higher'],
  ] as const)('%d to %d against %d is %s', (lower, upper, benchmark, expected) => {
    expect(benchmarkClass(lower, upper, benchmark)).toBe(expected);
  });

  it.each([[Number.NaN, 1, 1], [1, Number.NaN, 1], [1, 2, Number.NaN], [3, 2, 1]])('refuses %d to %d against %d', (lower, upper, benchmark) => {
    expect(() => benchmarkClass(lower, upper, benchmark)).toThrow(RangeError);
  });

  it('has five classes, named by the strictest level that agrees', () => {
    expect(at(12, 20, 11, 21)).toBe('higher-99.8');
    expect(at(12, 20, 9, 21)).toBe('higher-95');
    expect(at(9, 20, 8, 21)).toBe('similar');
    expect(at(2, 9, 1, 11)).toBe('lower-95');
    expect(at(2, 8, 1, 9)).toBe('lower-99.8');
  });
});

describe('quantile classes', () => {
  it('puts ten different values into five pairs, in the order of the input', () => {
    expect([...quantileClasses(Object.freeze([10, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 5)]).toEqual([5, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
    expect([...quantileClasses([10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5, 'descending')]).toEqual([1, 5, 5, 4, 4, 3, 3, 2, 2, 1]);
  });

  it('keeps ties together at the lower rank, 0 and -0 too', () => {
    expect([...quantileClasses([1, 1, 1, 1, 2], 5)]).toEqual([1, 1, 1, 1, 5]);
    expect(new Set(quantileClasses([0, -0, 0, 5, 6], 5).slice(0, 3))).toEqual(new Set([1]));
  });

  it('gives 0 to NaN, and to everything when there are fewer values than classes', () => {
    expect([...quantileClasses([Number.NaN, 1, 2], 2)]).toEqual([0, 1, 2]);
    expect([...quantileClasses([Number.NaN, 1, 2], 3)]).toEqual([0, 0, 0]);
    expect([...quantileClasses([], 5)]).toEqual([]);
  });

  it('puts 76 of 381 areas into the top quintile, as the published assessment does', () => {
    const classes = quantileClasses(Float64Array.from({ length: 381 }, (_, i) => i), 5);
    expect([1, 2, 3, 4, 5].map((wanted) => classes.filter((c) => c === wanted).length)).toEqual([77, 76, 76, 76, 76]);
  });

  it.each([1, 2.5, 256, Number.NaN])('refuses %d classes', (classes) => {
    expect(() => quantileClasses([1, 2, 3], classes)).toThrow(RangeError);
  });
});

describe('expected by chance', () => {
  it('is about 9.5 of 381 at 95% and 0.4 at 99.8%', () => {
    expect(expectedByChance(381, 0.95)).toBeCloseTo(9.525, 10);
    expect(expectedByChance(381, 0.998)).toBeCloseTo(0.381, 10);
    expect(expectedByChance(0, 0.95)).toBe(0);
  });

  it('refuses what makes no sense', () => {
    expect(() => expectedByChance(-1, 0.95)).toThrow(RangeError);
    expect(() => expectedByChance(381, 95)).toThrow(RangeError);
  });
});

describe('months needed', () => {
  it.each([[4, 12, 10, 18], [9, 12, 10, 2], [1, 60, 10, 540], [10, 12, 10, 0], [25, 12, 10, 0], [0, 12, 10, null], [3, 0, 10, null], [0, 12, 0, 0]] as const)(
    '%d events in %d months, minimum %d: %s', (events, months, minimum, expected) => {
      expect(monthsNeeded(events, months, minimum)).toBe(expected);
    });

  it('refuses negative or missing numbers', () => {
    expect(() => monthsNeeded(-1, 12, 10)).toThrow(RangeError);
    expect(() => monthsNeeded(1, Number.NaN, 10)).toThrow(RangeError);
  });
});
