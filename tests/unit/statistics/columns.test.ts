import { describe, expect, it } from 'vitest';
import { ascendingOrder } from '../../../src/statistics/ascendingOrder.ts';
import { benjaminiHochberg } from '../../../src/statistics/benjaminiHochberg.ts';
import { byarTable } from '../../../src/statistics/byarTable.ts';
import { byarLimits } from '../../../src/statistics/countLimits.ts';
import { crudeRate } from '../../../src/statistics/crudeRate.ts';
import { crudeRates } from '../../../src/statistics/crudeRates.ts';
import { directlyStandardisedRate } from '../../../src/statistics/directlyStandardisedRate.ts';
import { directlyStandardisedRates } from '../../../src/statistics/directlyStandardisedRates.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 as STANDARD } from '../../../src/statistics/europeanStandardPopulation.ts';
import { gammaTail } from '../../../src/statistics/gammaQuantile.ts';
import { twoSidedNormalTail } from '../../../src/statistics/normalTail.ts';
import { quantileClasses } from '../../../src/statistics/quantileClasses.ts';
import { RATE_REASONS } from '../../../src/statistics/rate.ts';
import { seeded } from '../../calibration/random.ts';

const AREAS = 3000;
const CONFIDENCES = [0.95, 0.998] as const;

/** Relative difference allowed between the same sum in compiled and in interpreted code. */
const LAST_DIGIT = 1e-15;

function expectSame(given: number, expected: number | null, what: string): void {
  const same = expected === null ? Number.isNaN(given) : Math.abs(given - expected) <= LAST_DIGIT * Math.abs(expected);
  expect(same, `${what}: ${given} for ${expected}`).toBe(true);
}

describe('rates of many areas are those of each', () => {
  it.each(CONFIDENCES)('crude rates at %s, with all reasons', (confidence) => {
    const random = seeded(3);
    const events = Uint32Array.from({ length: AREAS }, () => (random() < 0.02 ? 70_000 + Math.floor(random() * 1000) : Math.floor(400 * random() ** 4)));
    const years = Float64Array.from({ length: AREAS }, () => (random() < 0.1 ? 0 : 5000 * random()));
    for (const minimumEvents of [0, 10]) {
      const columns = crudeRates(events, years, { confidence, multiplier: 100_000, minimumEvents });
      const found = new Set<unknown>();
      events.forEach((count, area) => {
        const one = crudeRate(count, years[area]!, { confidence, multiplier: 100_000, minimumEvents });
        for (const side of ['value', 'lower', 'upper'] as const) expectSame(columns[side][area]!, one[side], `${side} of ${count}`);
        expect(RATE_REASONS[columns.reason[area]!]).toBe(one.reason);
        found.add(one.reason);
      });
      expect(found.size).toBe(minimumEvents === 0 ? 3 : 4);
    }
  });

  it.each(CONFIDENCES)('standardised rates at %s, with all reasons', (confidence) => {
    const random = seeded(4);
    const nobody = Float64Array.from({ length: AREAS }, () => (random() < 0.1 ? 1 : 0));
    const years = Float64Array.from({ length: AREAS * 19 }, (_, i) => (nobody[Math.floor(i / 19)] === 1 || random() < 0.02 ? 0 : 200 * random()));
    const events = Uint32Array.from({ length: AREAS * 20 }, (_, i) => (nobody[Math.floor(i / 20)] === 1 || random() < 0.7 ? 0 : Math.floor(8 * random() ** 2)));
    for (const standard of [STANDARD, STANDARD.map((weight, band) => (band < 9 ? weight : 0))]) {
      const columns = directlyStandardisedRates({ events, eventColumns: 20, personYears: years, standard }, { confidence, multiplier: 100_000 });
      const found = new Set<unknown>();
      for (let area = 0; area < AREAS; area += 1) {
        const one = directlyStandardisedRate(events.subarray(area * 20, area * 20 + 19), years.subarray(area * 19, area * 19 + 19), standard, { confidence, multiplier: 100_000 });
        for (const side of ['value', 'lower', 'upper', 'standardError'] as const) expectSame(columns[side][area]!, one[side], `${side} of area ${area}`);
        expect([RATE_REASONS[columns.reason[area]!], columns.total[area]]).toEqual([one.reason, one.total]);
        found.add(one.reason);
      }
      expect(found.size).toBe(4);
    }
  });

  it('refuse what the single ones refuse, and name the area', () => {
    const options = { confidence: 0.95, multiplier: 100_000 };
    expect(() => crudeRates(Uint32Array.of(1, 2), Float64Array.of(1, -2), options)).toThrow('Area 1: the number of person-years is negative (-2)');
    expect(() => crudeRates(Uint32Array.of(1), Float64Array.of(Number.NaN), options)).toThrow('Area 0: the number of person-years is missing');
    expect(() => crudeRates(Uint32Array.of(1), Float64Array.of(1), { ...options, confidence: 95 })).toThrow('Confidence');
    const bands = (personYears: number[], standard: number[]) => () => directlyStandardisedRates({ events: Uint32Array.of(1, 1), eventColumns: 2, personYears: Float64Array.from(personYears), standard }, options);
    expect(bands([1, Infinity], [1, 1])).toThrow('Area 0, band 1: the number of person-years is missing');
    expect(bands([1, 1], [0, 0])).toThrow('The standard population adds up to nothing');
    expect(bands([1, 1], [1, -1])).toThrow('Band 1: the standard population is negative');
  });

  it('take Byar’s limits from a table that grows', () => {
    for (const most of [3, 300, 10, 40_000, 1e6]) {
      const { lower, upper } = byarTable(0.98, most);
      for (const count of [0, 1, 9, 255, most, 40_000].filter((one) => one < lower.length)) expect({ lower: lower[count], upper: upper[count] }).toEqual(byarLimits(count, 0.98));
      expect(lower.length > Math.min(most, 65_535)).toBe(true);
    }
  });
});

describe('order without comparing', () => {
  it('is that of sorting, ties in the order given', () => {
    const random = seeded(5);
    const kinds: (() => number)[] = [random, () => random() ** 40, () => Math.floor(random() * 5) / 5, () => 1 - random() * 1e-12, () => random() * 1e-310, () => Math.floor(random() * 1e9)];
    for (const draw of kinds) {
      for (const length of [0, 1, 2, 700]) {
        const values = Float64Array.from({ length }, draw);
        expect([...ascendingOrder(values)]).toEqual([...values.keys()].toSorted((a, b) => values[a]! - values[b]!));
      }
    }
  });

  it('adjusts p-values as the definition does, with ties, zeros and missing ones', () => {
    const random = seeded(6);
    const p = Float64Array.from({ length: 900 }, () => [Number.NaN, 0, -0, 1, 0.25, random(), random() ** 9][Math.floor(random() * 7)]!);
    const there = p.filter((value) => !Number.isNaN(value)).toSorted();
    const adjusted = benjaminiHochberg(p);
    const defined = (value: number): number => there.reduce((least, other, rank) => (other >= value ? Math.min(least, there.length / (rank + 1) * other) : least), 1);
    // Adding 0 makes 0 of -0.
    expect(adjusted.map((value) => value + 0)).toEqual(p.map((value) => (Number.isNaN(value) ? value : defined(value) + 0)));
  });

  it('gives counts the quantile class that any numbers of the same order have', () => {
    const random = seeded(7);
    for (let i = 0; i < 50; i += 1) {
      const counts = Float64Array.from({ length: Math.floor(60 * random()) }, () => (random() < 0.1 ? Number.NaN : Math.floor(30 * random() ** 3)));
      expect(quantileClasses(counts, 5)).toEqual(quantileClasses(counts.map((count) => count * 1.5 + 0.25), 5));
    }
  });
});

describe('the tail of the normal distribution', () => {
  it('is that of the incomplete gamma function, at and between the points of its table', () => {
    for (let z = 0.001; z < 37; z += 0.0137) expect(Math.abs(twoSidedNormalTail(z) / gammaTail(z * z / 2, 0.5, false) - 1), `z ${z}`).toBeLessThan(2e-13);
    for (let point = 1; point < 37 * 32; point += 1) expect(twoSidedNormalTail(point / 32)).toBeLessThanOrEqual(twoSidedNormalTail(point / 32 - 1e-9));
    expect([-1, 0, Number.NaN, 40, Infinity].map(twoSidedNormalTail)).toEqual([1, 1, 1, 0, 0]);
  });
});
