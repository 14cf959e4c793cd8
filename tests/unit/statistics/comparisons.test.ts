import { describe, expect, it } from 'vitest';
import { adjustPValues, falseDiscoveryCutoff } from '../../../src/statistics/adjustPValues.ts';
import { benjaminiHochberg } from '../../../src/statistics/benjaminiHochberg.ts';
import { countLimits } from '../../../src/statistics/countLimits.ts';
import { findRoot, stepOut } from '../../../src/statistics/findRoot.ts';
import { funnelPersonYears, proportionFunnelLimits, rateFunnelLimits } from '../../../src/statistics/funnelLimits.ts';
import { funnelSignificance } from '../../../src/statistics/funnelSignificance.ts';
import { rateRatio } from '../../../src/statistics/rateRatio.ts';
import { twoSidedBinomialTest } from '../../../src/statistics/twoSidedBinomialTest.ts';

const OPTIONS = Object.freeze({ confidence: 0.95, multiplier: 100_000 });
const USUAL = Object.freeze({ confidence: 0.95 });

describe('Benjamini-Hochberg', () => {
  it('is step-up and monotone, in the order given', () => {
    expect([...benjaminiHochberg([0.01, 0.04, 0.03])]).toEqual([0.03, 0.04, 0.04]);
    expect([...adjustPValues([0.01, 0.04, 0.03], 'holm')]).toEqual([0.03, 0.06, 0.06]);
  });

  it('keeps what has no p-value and does not count it', () => {
    expect([...benjaminiHochberg([0.02, Number.NaN, 0.5])]).toEqual([0.04, Number.NaN, 0.5]);
    expect([...benjaminiHochberg([Number.NaN])]).toEqual([Number.NaN]);
    expect(falseDiscoveryCutoff([0.02, Number.NaN, 0.5], 0.05)).toBe(0.02);
    expect(falseDiscoveryCutoff([0.5], 0.05)).toBeNull();
  });

  it('gives ties one value and leaves its input alone', () => {
    const p = Object.freeze([0.2, 0.01, 0.01, 0.2]);
    expect([...benjaminiHochberg(p)]).toEqual([0.2, 0.02, 0.02, 0.2]);
  });

  it.each([-0.1, 1.1])('refuses %s', (p) => {
    expect(() => benjaminiHochberg([0.5, p])).toThrow('position 1');
  });
});

describe('rate ratio', () => {
  it('of equal rates is 1 with p 1, whatever the person-years', () => {
    expect(rateRatio({ events: 20, personYears: 10 }, { events: 40, personYears: 20 }, USUAL)).toMatchObject({ value: 1, p: 1 });
  });

  it('turns round when its sides are swapped', () => {
    const ratio = rateRatio({ events: 31, personYears: 1200 }, { events: 12, personYears: 900 }, USUAL);
    const turned = rateRatio({ events: 12, personYears: 900 }, { events: 31, personYears: 1200 }, USUAL);
    expect(turned.value).toBeCloseTo(1 / (ratio.value ?? 0), 12);
    expect(turned.lower).toBeCloseTo(1 / (ratio.upper ?? 0), 12);
    expect(turned.p).toBeCloseTo(ratio.p ?? 0, 12);
  });

  it('has narrower mid-P limits than exact ones', () => {
    const [a, b] = [{ events: 12, personYears: 1 }, { events: 7, personYears: 1 }];
    const exact = rateRatio(a, b, USUAL);
    const half = rateRatio(a, b, { ...USUAL, method: 'mid-p' });
    expect(half.lower).toBeGreaterThan(exact.lower ?? Infinity);
    expect(half.upper).toBeLessThan(exact.upper ?? 0);
  });

  it.each(['exact', 'mid-p', 'wald'] as const)('goes from 0 and to Infinity without events on one side (%s)', (method) => {
    const none = rateRatio({ events: 0, personYears: 1 }, { events: 5, personYears: 1 }, { ...USUAL, method });
    const only = rateRatio({ events: 5, personYears: 1 }, { events: 0, personYears: 1 }, { ...USUAL, method });
    expect(none).toMatchObject({ value: 0, lower: 0, reason: null });
    expect(only).toMatchObject({ value: Infinity, upper: Infinity, reason: null });
    expect(Number.isNaN(none.upper) || Number.isNaN(only.lower) || Number.isNaN(none.p)).toBe(false);
  });

  it('is withheld with a reason', () => {
    expect(rateRatio({ events: 0, personYears: 1 }, { events: 0, personYears: 1 }, USUAL)).toEqual({ value: null, lower: null, upper: null, p: null, reason: 'no-events' });
    expect(rateRatio({ events: 0, personYears: 0 }, { events: 3, personYears: 1 }, USUAL).reason).toBe('no-population');
    expect(rateRatio({ events: 2, personYears: 1 }, { events: 3, personYears: 0 }, USUAL).reason).toBe('events-without-population');
  });

  it('refuses counts that are not whole, and names the area', () => {
    expect(() => rateRatio({ events: 2.5, personYears: 1 }, { events: 3, personYears: 1 }, { ...USUAL, name: 'Luton 003D' }))
      .toThrow('Luton 003D: the number of events of the first rate is not whole (2.5)');
    expect(() => rateRatio({ events: 2, personYears: 1 }, { events: -3, personYears: 1 }, USUAL)).toThrow('second rate is negative');
    expect(() => rateRatio({ events: 2, personYears: 1 }, { events: 3, personYears: 1 }, { confidence: 95 })).toThrow('proportion');
  });

  it('copes with counts in the hundred thousands', () => {
    const result = rateRatio({ events: 200_000, personYears: 1 }, { events: 201_000, personYears: 1 }, USUAL);
    const wald = rateRatio({ events: 200_000, personYears: 1 }, { events: 201_000, personYears: 1 }, { ...USUAL, method: 'wald' });
    expect(result.lower).toBeCloseTo(wald.lower ?? 0, 5);
    expect(result.p).toBeCloseTo(wald.p ?? 0, 3);
  });
});

describe('exact two-sided binomial test', () => {
  it('adds up the outcomes no more likely than the one seen', () => {
    expect(twoSidedBinomialTest(0, 7, 1)).toBeCloseTo(2 / 2 ** 7, 14);
    expect(twoSidedBinomialTest(1, 4, 1)).toBeCloseTo(12 / 32, 14);
    expect(twoSidedBinomialTest(3, 3, 1)).toBe(1);
    expect(twoSidedBinomialTest(0, 0, 1)).toBe(1);
    // 0 of 2 at a probability of 1/4: 9/16, and nothing else is as unlikely but 1 (6/16) and 2 (1/16).
    expect(twoSidedBinomialTest(0, 2, 1 / 3)).toBeCloseTo(1, 14);
    expect(twoSidedBinomialTest(2, 0, 1 / 3)).toBeCloseTo(1 / 16, 14);
  });
});

describe('funnel limits', () => {
  it('are the counts whose exact limits touch the benchmark', () => {
    const { lower, upper } = countLimits(7, 0.95);
    const limits = rateFunnelLimits(50, [lower / 50 * 100_000, upper / 50 * 100_000], OPTIONS);
    expect((limits.upper[0] ?? 0) * lower / 50).toBeCloseTo(7, 10);
    expect((limits.lower[1] ?? 0) * upper / 50).toBeCloseTo(7, 10);
  });

  it('narrow with the population round the benchmark, and start at 0 while no events would be within chance', () => {
    const years = [1000, 7000, 8000, 100_000, 1e7];
    const { lower, upper } = rateFunnelLimits(50, years, OPTIONS);
    expect(lower[1]).toBe(0);
    expect(lower[2]).toBeGreaterThan(0);
    expect([...upper].toSorted((a, b) => b - a)).toEqual([...upper]);
    expect(lower[4]).toBeLessThan(50);
    expect(upper[4]).toBeGreaterThan(50);
    expect((upper[4] ?? 0) - (lower[4] ?? 0)).toBeLessThan(4);
  });

  it('are NaN where there is nothing to divide by, and 0 round a benchmark of 0', () => {
    expect([...rateFunnelLimits(50, [0, Number.NaN, -1], OPTIONS).upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...rateFunnelLimits(0, [10], OPTIONS).upper]).toEqual([0]);
    expect([...proportionFunnelLimits(20, [0], { confidence: 0.95, multiplier: 100 }).lower]).toEqual([Number.NaN]);
  });

  it('of proportions stay between 0 and the multiplier', () => {
    const { lower, upper } = proportionFunnelLimits(0.9, [1, 1e6], { confidence: 0.998, multiplier: 1 });
    expect([lower[0], upper[0]]).toEqual([0, 1]);
    expect(upper[1]).toBeCloseTo(0.9009, 4);
  });

  it('refuse benchmarks that cannot be', () => {
    expect(() => rateFunnelLimits(-1, [1], OPTIONS)).toThrow('The benchmark is negative');
    expect(() => proportionFunnelLimits(101, [1], { confidence: 0.95, multiplier: 100 })).toThrow(RangeError);
  });

  it('put a DSR on the axis by the person-years that it implies', () => {
    expect(funnelPersonYears(20, 500, 100_000)).toBe(4000);
    expect(funnelPersonYears(0, 0, 100_000)).toBeNaN();
  });
});

describe('funnel significance', () => {
  it('compares with the average of all areas and leaves DSRs of fewer than 10 events out', () => {
    const rates = { events: [40, 10, 10, 10], denominators: [1000, 1000, 1000, 1000] };
    expect(funnelSignificance(rates, 'rate', 1000)).toEqual({ average: 17.5, classes: ['higher-99.8', 'similar', 'similar', 'similar'] });
    const standardised = { events: [40, 10, 9, 4], rates: [40, 10, 9, Number.NaN] };
    // 59 events in 3,000 implied person-years: the area of 9 is in the average without a class, that without a rate is not.
    const { average, classes } = funnelSignificance(standardised, 'dsr', 1000);
    expect(average).toBeCloseTo(59 / 3, 12);
    expect(classes).toEqual(['higher-99.8', 'lower-95', null, null]);
  });

  it('names the area whose figures it refuses', () => {
    const names = ['Luton 003D', 'Bedford 001A'];
    expect(() => funnelSignificance({ events: [5, 1], denominators: [10, 0], names }, 'proportion', 100)).toThrow('Bedford 001A: the denominator is 0');
    expect(() => funnelSignificance({ events: [11, 1], denominators: [10, 5], names }, 'proportion', 100)).toThrow('Luton 003D: the count 11 is above');
    expect(() => funnelSignificance({ events: [5, Number.NaN], denominators: [10, 10], names }, 'rate', 100)).toThrow('Bedford 001A: the number of events is missing');
    expect(() => funnelSignificance({ events: [5, 12], rates: [10, 0], names }, 'dsr', 100)).toThrow('Bedford 001A: the directly standardised rate is 0');
  });
});

describe('root finding', () => {
  it('finds a sign change to the last digits and refuses where there is none', () => {
    expect(findRoot((x) => x ** 3 - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 15);
    expect(findRoot((x) => (x < 0.3 ? -Infinity : 1), 0, 1)).toBeCloseTo(0.3, 14);
    expect(() => findRoot((x) => x * x + 1, 0, 1)).toThrow(RangeError);
    expect(stepOut(0, 1, (x) => x >= 10)).toBe(15);
    expect(() => stepOut(0, 1, () => false)).toThrow('no root');
  });
});
