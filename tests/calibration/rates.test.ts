import { describe, expect, it } from 'vitest';
import { benchmarkClass } from '../../src/statistics/benchmarkClass.ts';
import { byarLimits } from '../../src/statistics/countLimits.ts';
import { crudeRate } from '../../src/statistics/crudeRate.ts';
import { directlyStandardisedRate } from '../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 as STANDARD } from '../../src/statistics/europeanStandardPopulation.ts';
import { expectedByChance } from '../../src/statistics/expectedByChance.ts';
import { poisson, seeded } from './random.ts';

/** An area of 1,500 people and the age pattern of victims of violence: most between 10 and 40. */
const PEOPLE = [110, 105, 100, 95, 90, 100, 110, 105, 100, 95, 95, 90, 80, 70, 60, 40, 30, 15, 10];
const RISK = [0.1, 0.3, 2, 5, 7, 6, 5.5, 5, 4, 3.5, 3, 2.5, 1.5, 1, 0.8, 0.6, 0.5, 0.5, 0.5];
const DRAWS = 12_000;
const MULTIPLIER = 100_000;

/** Expected events per band that add up to `total`, and the true DSR that they mean. */
function truth(total: number): { expected: number[]; rate: number } {
  const raw = PEOPLE.map((people, band) => people * (RISK[band] ?? 0));
  const scale = total / raw.reduce((a, b) => a + b, 0);
  const expected = raw.map((events) => events * scale);
  const weighted = STANDARD.map((weight, band) => weight * (expected[band] ?? 0) / (PEOPLE[band] ?? 1));
  return { expected, rate: MULTIPLIER * weighted.reduce((a, b) => a + b, 0) / STANDARD.reduce((a, b) => a + b, 0) };
}

/**
 * Coverage at counts round `count`: expected counts spread over 20% either way as areas of a county do. At one
 * expected count alone coverage jumps up and down with it, because counts are whole (97.5% at exactly 10).
 */
function coverage(count: number, covers: (expected: number, random: () => number) => boolean | null): number {
  const random = seeded(20_240_600 + count);
  let shown = 0;
  let covered = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const hit = covers(count * (0.8 + 0.4 * random()), random);
    if (hit === null) continue;
    shown += 1;
    if (hit) covered += 1;
  }
  return covered / shown;
}

const within = (lower: number, value: number, upper: number): boolean => lower <= value && value <= upper;

describe('coverage of 95% limits when the rate is known', () => {
  it.each([10, 30, 100, 1000])("Byar's limits at counts round %i: 94% to 97%", (count) => {
    const share = coverage(count, (expected, random) => {
      const { lower, upper } = byarLimits(poisson(expected, random), 0.95);
      return within(lower, expected, upper);
    });
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.97);
  });

  it.each([10, 30, 100, 1000])('crude rates (exact below 10, Byar from 10) at counts round %i: 94%% to 97%%', (count) => {
    const share = coverage(count, (expected, random) => {
      const rate = crudeRate(poisson(expected, random), 1500, { confidence: 0.95, multiplier: MULTIPLIER });
      return rate.value !== null && within(rate.lower, expected / 1500 * MULTIPLIER, rate.upper);
    });
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.97);
  });

  it.each([10, 30, 100, 1000])('DSRs that are shown, at counts round %i: 94%% to 97%%', (count) => {
    const share = coverage(count, (total, random) => {
      const { expected, rate } = truth(total);
      const result = directlyStandardisedRate(expected.map((mean) => poisson(mean, random)), PEOPLE, STANDARD, { confidence: 0.95, multiplier: MULTIPLIER });
      return result.value === null ? null : within(result.lower, rate, result.upper);
    });
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.97);
  });

  it('limits of 99.8% leave out about 0.2%', () => {
    const share = coverage(100, (expected, random) => {
      const { lower, upper } = byarLimits(poisson(expected, random), 0.998);
      return within(lower, expected, upper);
    });
    expect(share).toBeGreaterThan(0.9965);
    expect(share).toBeLessThan(0.9999);
  });
});

/** Areas of a county without any real difference that read higher and lower, per county of 381. */
function classified(confidence: number, counties: number): { higher: number; lower: number } {
  const random = seeded(381);
  const { expected, rate } = truth(240);
  const found = { higher: 0, similar: 0, lower: 0 };
  for (let area = 0; area < 381 * counties; area += 1) {
    const result = directlyStandardisedRate(expected.map((mean) => poisson(mean, random)), PEOPLE, STANDARD, { confidence, multiplier: MULTIPLIER });
    if (result.value !== null) found[benchmarkClass(result.lower, result.upper, rate)] += 1;
  }
  return { higher: found.higher / counties, lower: found.lower / counties };
}

describe('false positives of the class against the benchmark', () => {
  it('95%: each side within 25% of what is expected by chance (9.5 of 381)', () => {
    const chance = expectedByChance(381, 0.95);
    const { higher, lower } = classified(0.95, 40);
    expect(chance).toBeCloseTo(9.525, 10);
    expect(higher / chance).toBeGreaterThan(0.75);
    expect(higher / chance).toBeLessThan(1.25);
    expect(lower / chance).toBeGreaterThan(0.75);
    expect(lower / chance).toBeLessThan(1.25);
  });

  it('99.8%: under one area of 381 on each side', () => {
    const { higher, lower } = classified(0.998, 40);
    expect(higher).toBeLessThan(1);
    expect(lower).toBeLessThan(1);
    expect(higher + lower).toBeGreaterThan(0.1);
  });

  it('limits of half the true width would be caught: coverage falls far below 94%', () => {
    const share = coverage(100, (expected, random) => {
      const count = poisson(expected, random);
      const { lower, upper } = byarLimits(count, 0.95);
      return within((count + lower) / 2, expected, (count + upper) / 2);
    });
    expect(share).toBeLessThan(0.75);
  });
});
