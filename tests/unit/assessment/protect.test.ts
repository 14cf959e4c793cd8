import { describe, expect, it } from 'vitest';
import { count, share, shareWithLimits, sumOf } from '../../../src/assessment/cells.ts';
import { protectList, protectRows } from '../../../src/assessment/protect.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';

describe('protectList', () => {
  it('hides the next smallest beside a single hidden count, and leaves the rest', () => {
    expect(protectList([40, SUPPRESSED, 12, 30])).toEqual([40, SUPPRESSED, SUPPRESSED, 30]);
    expect(protectList([40, 12])).toEqual([40, 12]);
    expect(protectList([SUPPRESSED, 12, SUPPRESSED])).toEqual([SUPPRESSED, 12, SUPPRESSED]);
    // A zero beside it would still leave the hidden count as the rest.
    expect(protectList([0, SUPPRESSED, 9])).toEqual([0, SUPPRESSED, SUPPRESSED]);
    expect(protectList([SUPPRESSED])).toEqual([SUPPRESSED]);
  });
});

describe('protectRows', () => {
  it('hides rows whole, and never one alone', () => {
    expect(protectRows([[24, SUPPRESSED, 28], [38, 7, 42], [20, 5, 30]])).toEqual([[SUPPRESSED, SUPPRESSED, SUPPRESSED], [38, 7, 42], [SUPPRESSED, SUPPRESSED, SUPPRESSED]]);
    expect(protectRows([[1, 2], [3, 4]])).toEqual([[1, 2], [3, 4]]);
    expect(protectRows([[SUPPRESSED, 8], [0, 0]])).toEqual([[SUPPRESSED, SUPPRESSED], [0, 0]]);
  });
});

describe('cells', () => {
  it('have a value, or why not', () => {
    expect(count(SUPPRESSED)).toEqual({ text: 'Withheld', value: null, lower: null, upper: null });
    expect([share(3, SUPPRESSED).text, share(SUPPRESSED, 8).text, share(0, 0).text, count(undefined).text]).toEqual(['Withheld', 'Withheld', 'None', 'Not in this data']);
    expect(share(0, 8).value).toBe(0);
    expect(sumOf([1, SUPPRESSED, 3])).toBe(SUPPRESSED);
    // Wilson, R's PHEindicatormethods: 98 of 100.
    const wilson = shareWithLimits(98, 100, 0.95);
    expect([wilson.value, wilson.lower?.toFixed(4), wilson.upper?.toFixed(4)]).toEqual([0.98, '0.9300', '0.9945']);
  });
});
