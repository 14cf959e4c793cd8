import { describe, expect, it } from 'vitest';
import { roundKeepingMargins, roundKeepingSum, shareOut } from '../../../../geodata/demo/controlledRounding.ts';
import { chooseExactly, deal } from '../../../../geodata/demo/dealing.ts';
import { fitMargins } from '../../../../geodata/demo/fitMargins.ts';
import { makeRandom } from '../../../../geodata/demo/random.ts';
import { columnSums, makeTable, rowSums } from '../../../../geodata/demo/table.ts';

const random = makeRandom(20, 'margins test');
const whole = (n: number, most: number): number[] => Array.from({ length: n }, () => random.below(most));

describe('fitMargins', () => {
  it('reaches both margins and keeps the odds ratios of the seed', () => {
    const seed = makeTable(2, 2, (row, column) => [[1, 2], [3, 1]][row]?.[column] ?? 0);
    const fitted = fitMargins(seed, [40, 60], [30, 70]);
    expect(Array.from(rowSums(fitted))).toEqual([expect.closeTo(40, 8), expect.closeTo(60, 8)]);
    expect(Array.from(columnSums(fitted))).toEqual([expect.closeTo(30, 8), expect.closeTo(70, 8)]);
    const [a = 0, b = 0, c = 0, d = 0] = fitted.values;
    expect((a * d) / (b * c)).toBeCloseTo(1 / 6, 8);
    expect(Array.from(seed.values)).toEqual([1, 2, 3, 1]);
  });

  it('says when margins disagree, when a row is empty and when zeros leave no way', () => {
    const ones = makeTable(2, 2, () => 1);
    expect(() => fitMargins(ones, [1, 2], [2, 2])).toThrow(/must agree/);
    expect(() => fitMargins(makeTable(2, 2, (row) => row), [1, 1], [1, 1])).toThrow(/row 0 should sum to 1/);
    const diagonal = makeTable(2, 2, (row, column) => (row === column ? 1 : 0));
    expect(() => fitMargins(diagonal, [1, 2], [2, 1])).toThrow(/not converged/);
  });
});

describe('roundKeepingMargins', () => {
  it('keeps every margin exactly and moves no cell by one or more, for tables of many shapes', () => {
    for (const [rows, columns] of [[1, 5], [3, 3], [12, 3], [40, 19], [121, 19]] as const) {
      const rowTargets = whole(rows, 200);
      const columnTargets = shareOut(rowTargets.reduce((a, b) => a + b, 0), Array.from({ length: columns }, () => random.next() + 0.1));
      const table = fitMargins(makeTable(rows, columns, () => random.next() + 0.01), rowTargets, columnTargets);
      const rounded = roundKeepingMargins(table, random);
      expect(Array.from(rowSums(rounded))).toEqual(rowTargets);
      expect(Array.from(columnSums(rounded))).toEqual(columnTargets);
      rounded.values.forEach((value, i) => {
        expect(Number.isInteger(value)).toBe(true);
        expect(Math.abs(value - (table.values[i] ?? 0))).toBeLessThan(1);
      });
    }
  });

  it('is unbiased: cells of a half come up half the time', () => {
    const half = makeTable(4, 4, () => 0.5);
    let first = 0;
    for (let i = 0; i < 2000; i += 1) first += roundKeepingMargins(half, random).values[0] ?? 0;
    expect(first / 2000).toBeGreaterThan(0.45);
    expect(first / 2000).toBeLessThan(0.55);
  });

  it('refuses margins that are not whole', () => {
    expect(() => roundKeepingMargins(makeTable(2, 2, () => 0.3), random)).toThrow(/row 0 sums to 0.6/);
  });
});

describe('lists', () => {
  it('round and share out keep the total', () => {
    expect(roundKeepingSum([0.5, 0.5, 1, 2.3, 1.7])).toEqual([1, 0, 1, 2, 2]);
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
  });

  it('deal every card once', () => {
    expect(Array.from(deal([2, 0, 3], random)).toSorted((a, b) => a - b)).toEqual([0, 0, 2, 2, 2]);
  });

  it('choose exactly as many as asked, never a weight of zero, and the heavy more often', () => {
    let heavy = 0;
    for (let i = 0; i < 1000; i += 1) {
      const chosen = chooseExactly(2, [0, 1, 1, 8], random);
      expect(chosen.reduce((a, b) => a + b, 0)).toBe(2);
      expect(chosen[0]).toBe(0);
      heavy += chosen[3] ?? 0;
    }
    expect(heavy).toBeGreaterThan(900);
    expect(() => chooseExactly(4, [0, 1, 1, 8], random)).toThrow(/too few/);
  });
});
