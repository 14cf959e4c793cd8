import { describe, expect, it } from 'vitest';
import { benchmarkClass } from '../../src/statistics/benchmarkClass.ts';
import { benjaminiHochberg } from '../../src/statistics/benjaminiHochberg.ts';
import { directlyStandardisedRate, type StandardisedRate } from '../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 as STANDARD } from '../../src/statistics/europeanStandardPopulation.ts';
import { expectedByChance } from '../../src/statistics/expectedByChance.ts';
import { crudeRatePValue, directlyStandardisedRatePValue } from '../../src/statistics/pValue.ts';
import { rateRatio } from '../../src/statistics/rateRatio.ts';
import { drawn, MULTIPLIER, PEOPLE, truth } from './areas.ts';
import { poisson, seeded } from './random.ts';

/** Areas of a county. */
const AREAS = 381;

function drawnRate(expected: readonly number[], confidence: number, random: () => number): StandardisedRate {
  return directlyStandardisedRate(drawn(expected, random), PEOPLE, STANDARD, { confidence, multiplier: MULTIPLIER });
}

/** Areas of a county without any real difference that read higher and lower, per county of 381. */
function classified(total: number, confidence: number, counties: number): { higher: number; lower: number } {
  const random = seeded(AREAS);
  const { expected, rate } = truth(total);
  const found = { higher: 0, similar: 0, lower: 0 };
  for (let area = 0; area < AREAS * counties; area += 1) {
    const result = drawnRate(expected, confidence, random);
    if (result.value !== null) found[benchmarkClass(result.lower, result.upper, rate)] += 1;
  }
  return { higher: found.higher / counties, lower: found.lower / counties };
}

describe('false positives of the class against the benchmark', () => {
  it.each([30, 240])('95%, %d events expected: each side within 25% of what is expected by chance (9.5 of 381)', (total) => {
    const chance = expectedByChance(AREAS, 0.95);
    const { higher, lower } = classified(total, 0.95, 40);
    expect(chance).toBeCloseTo(9.525, 10);
    expect(higher / chance).toBeGreaterThan(0.75);
    expect(higher / chance).toBeLessThan(1.25);
    expect(lower / chance).toBeGreaterThan(0.75);
    expect(lower / chance).toBeLessThan(1.25);
  });

  it.each([30, 240])('99.8%, %d events expected: 0.1% on each side, so under one area of 381', (total) => {
    const { higher, lower } = classified(total, 0.998, 60);
    expect(higher).toBeLessThan(1);
    expect(lower).toBeLessThan(1);
    expect(higher + lower).toBeGreaterThan(0.3);
  });
});

/** Adjusted p-values of drawn counts against 1 per person-year, by exposure and by how much each area really differs. */
function adjusted(exposures: readonly number[], effect: (area: number) => number, random: () => number): Float64Array {
  return benjaminiHochberg(exposures.map((years, area) => crudeRatePValue(poisson(years * effect(area), random), years, 1, 1)));
}

function exposuresRound(middle: number, random: () => number): number[] {
  return Array.from({ length: AREAS }, () => middle * (0.5 + random()));
}

/** Every fourth area. */
const real = (area: number): boolean => area % 4 === 0;

describe('Benjamini-Hochberg over the areas of a county at 5%', () => {
  it.each([5, 15, 60])('crude rates, about %d events, no real difference: no discovery in at least 95% of counties', (middle) => {
    const random = seeded(50 + middle);
    const counties = 1000;
    let clean = 0;
    for (let county = 0; county < counties; county += 1) {
      if (adjusted(exposuresRound(middle, random), () => 1, random).every((p) => p >= 0.05)) clean += 1;
    }
    expect(clean / counties).toBeGreaterThanOrEqual(0.95);
    expect(clean).toBeLessThan(counties);
  });

  it.each([15, 60])('DSRs, %d events, no real difference: no discovery in at least 95% of counties', (total) => {
    const random = seeded(70 + total);
    const { expected, rate } = truth(total);
    const counties = 300;
    let clean = 0;
    for (let county = 0; county < counties; county += 1) {
      const p = Array.from({ length: AREAS }, () => directlyStandardisedRatePValue(drawnRate(expected, 0.95, random), rate));
      if (benjaminiHochberg(p).every((value) => !(value < 0.05))) clean += 1;
    }
    expect(clean / counties).toBeGreaterThanOrEqual(0.95);
    expect(clean).toBeLessThan(counties);
  });

  it.each([15, 60])('crude rates, about %d events, every fourth area really different: at most 5% of discoveries are false', (middle) => {
    const random = seeded(90 + middle);
    const counties = 300;
    let falseShare = 0;
    let found = 0;
    for (let county = 0; county < counties; county += 1) {
      const p = adjusted(exposuresRound(middle, random), (area) => (real(area) ? (area % 8 === 0 ? 2 : 0.5) : 1), random);
      const discoveries = Array.from(p, (value, area) => ({ value, area })).filter(({ value }) => value < 0.05);
      falseShare += discoveries.filter(({ area }) => !real(area)).length / Math.max(1, discoveries.length);
      found += discoveries.length;
    }
    expect(falseShare / counties).toBeLessThanOrEqual(0.05);
    expect(falseShare).toBeGreaterThan(0);
    expect(found / counties, 'and it finds many of the 96').toBeGreaterThan(middle === 15 ? 10 : 60);
  });

  it('unadjusted p-values would be caught: nearly every county without real differences has some', () => {
    const random = seeded(4);
    const counties = Array.from({ length: 50 }, () => exposuresRound(60, random)
      .filter((years) => crudeRatePValue(poisson(years, random), years, 1, 1) < 0.05).length);
    expect(Math.min(...counties)).toBeGreaterThan(0);
  });
});

describe('ratio of two equal rates', () => {
  it.each([['exact', 0.95, 1], ['mid-p', 0.935, 0.965]] as const)('%s limits of 95% cover 1 in %s to %s of draws', (method, least, most) => {
    const random = seeded(12);
    const draws = 4000;
    let covered = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const mean = 20 + 40 * random();
      const result = rateRatio({ events: poisson(mean, random), personYears: 1 }, { events: poisson(2 * mean, random), personYears: 2 }, { confidence: 0.95, method });
      if (result.value !== null && result.lower <= 1 && result.upper >= 1) covered += 1;
    }
    expect(covered / draws).toBeGreaterThanOrEqual(least);
    expect(covered / draws).toBeLessThanOrEqual(most);
  });
});
