import { describe, expect, it } from 'vitest';
import { benchmarkClass } from '../../../src/statistics/benchmarkClass.ts';
import { crudeRate } from '../../../src/statistics/crudeRate.ts';
import { directlyStandardisedRate } from '../../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 as STANDARD } from '../../../src/statistics/europeanStandardPopulation.ts';
import { gammaTail } from '../../../src/statistics/gammaQuantile.ts';
import { twoSidedNormalTail } from '../../../src/statistics/normalTail.ts';
import { crudeRatePValue, directlyStandardisedRatePValue } from '../../../src/statistics/pValue.ts';
import { poisson, seeded } from '../../calibration/random.ts';

const CASES = 6000;
const MULTIPLIER = 100_000;
const LEVELS = [0.95, 0.998, 0.99, 0.9] as const;

describe('p-values are the classes at every level', () => {
  it.each(LEVELS)('crude rates: p < 1 - %s exactly where the class is not similar', (confidence) => {
    const random = seeded(17);
    const found = { higher: 0, lower: 0, similar: 0, few: 0 };
    for (let i = 0; i < CASES; i += 1) {
      const expected = 0.5 + 60 * random() ** 3;
      const events = poisson(expected * (0.4 + 1.6 * random()), random);
      const personYears = 500 + 5000 * random();
      const benchmark = expected / personYears * MULTIPLIER;
      const rate = crudeRate(events, personYears, { confidence, multiplier: MULTIPLIER });
      if (rate.value === null) throw new Error(rate.reason);
      const group = benchmarkClass(rate.lower, rate.upper, benchmark);
      expect(crudeRatePValue(events, personYears, benchmark, MULTIPLIER) < 1 - confidence, `${events} against ${expected}`).toBe(group !== 'similar');
      found[group] += 1;
      if (events < 10) found.few += 1;
    }
    expect(Math.min(...Object.values(found))).toBeGreaterThan(100);
  });

  it.each(LEVELS)('DSRs: p < 1 - %s exactly where the class is not similar', (confidence) => {
    const random = seeded(18);
    const found = { higher: 0, lower: 0, similar: 0 };
    for (let i = 0; i < CASES; i += 1) {
      const people = STANDARD.map(() => 20 + 150 * random());
      const events = people.map((n) => poisson(n * 0.06 * random(), random));
      const rate = directlyStandardisedRate(events, people, STANDARD, { confidence, multiplier: MULTIPLIER });
      if (rate.value === null) continue;
      const benchmark = rate.value * (0.3 + 1.6 * random());
      const group = benchmarkClass(rate.lower, rate.upper, benchmark);
      expect(directlyStandardisedRatePValue(rate, benchmark) < 1 - confidence, `${rate.value} of ${rate.total} against ${benchmark}`).toBe(group !== 'similar');
      found[group] += 1;
    }
    expect(Math.min(...Object.values(found))).toBeGreaterThan(100);
  });

  it.each([3, 9, 10, 25, 4000])('a limit exactly on the benchmark is similar: p of %d events is not below the level', (events) => {
    for (const confidence of LEVELS) {
      const { lower, upper } = crudeRate(events, 1, { confidence, multiplier: 1 });
      for (const benchmark of [lower ?? 0, upper ?? 0]) {
        const p = crudeRatePValue(events, 1, benchmark, 1);
        expect(p).toBeGreaterThanOrEqual(1 - confidence - 1e-15);
        expect(p).toBeCloseTo(1 - confidence, 9);
      }
    }
  });
});

describe('p-values at the ends', () => {
  it('are twice the Poisson tail below 10 events', () => {
    expect(crudeRatePValue(0, 1, 5, 1)).toBeCloseTo(2 * Math.exp(-5), 12);
    expect(crudeRatePValue(2, 1, 0.5, 1)).toBeCloseTo(2 * (1 - 1.5 * Math.exp(-0.5)), 10);
    expect(crudeRatePValue(0, 1, 0, 1)).toBe(1);
    expect(crudeRatePValue(3, 1, 0, 1)).toBe(0);
  });

  it('are 1 where the rate is the benchmark', () => {
    for (const events of [1, 9, 10, 250]) expect(crudeRatePValue(events, 1000, events, 1000)).toBe(1);
  });

  it('are NaN without person-years or benchmark, and where the DSR is withheld', () => {
    expect(crudeRatePValue(0, 0, 5, 1)).toBeNaN();
    expect(crudeRatePValue(12, 100, Number.NaN, 1)).toBeNaN();
    const few = directlyStandardisedRate(STANDARD.map(() => 0), STANDARD, STANDARD, { confidence: 0.95, multiplier: 1 });
    expect(directlyStandardisedRatePValue(few, 5)).toBeNaN();
  });

  it('do not depend on the confidence of the limits', () => {
    const [strict, usual] = [0.998, 0.95].map((confidence) => directlyStandardisedRatePValue(
      directlyStandardisedRate(STANDARD.map((_, band) => band), STANDARD, STANDARD, { confidence, multiplier: 1000 }), 1.5));
    expect(strict).toBeGreaterThan(0);
    expect(strict).toBe(usual);
  });

  it('are certain of a rate without variance', () => {
    expect(directlyStandardisedRatePValue({ value: 5, total: 10, standardError: 0 }, 5)).toBe(1);
    expect(directlyStandardisedRatePValue({ value: 5, total: 10, standardError: 0 }, 6)).toBe(0);
  });

  it('refuse negative benchmarks, events and person-years', () => {
    expect(() => crudeRatePValue(1, 1, -1, 1)).toThrow('benchmark');
    expect(() => crudeRatePValue(-1, 1, 1, 1)).toThrow('events');
    expect(() => crudeRatePValue(1, Number.NaN, 1, 1)).toThrow('person-years');
  });

  it('come from the normal tail, also far out', () => {
    expect(twoSidedNormalTail(1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(twoSidedNormalTail(10) / 1.523970604832094e-23).toBeCloseTo(1, 10);
    expect(twoSidedNormalTail(-1)).toBe(1);
    expect(gammaTail(0, 0.5, false)).toBe(1);
  });
});
