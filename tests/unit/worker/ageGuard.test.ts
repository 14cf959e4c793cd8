import { describe, expect, it } from 'vitest';
import { directlyStandardisedRate } from '../../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 } from '../../../src/statistics/europeanStandardPopulation.ts';
import { agesStayOpen, type AgesBesideRate } from '../../../src/worker/ageGuard.ts';
import { toOneDecimal } from '../../../src/worker/shownRates.ts';
import { seededRandom } from '../tables/seededRandom.ts';

const BANDS = 6;

/** Every number of victims the hidden bands could hold, by trying them all against the rate as statistics makes it. */
function valuesByBand({ victims, hidden, personYears, standard }: AgesBesideRate, threshold: number): Set<number>[] {
  const rates = (counts: readonly number[]): number[] => [0.95, 0.998].flatMap((confidence) => {
    const { value, lower, upper } = directlyStandardisedRate(counts, personYears, standard, { confidence, multiplier: 100_000 });
    return [value ?? Number.NaN, lower ?? Number.NaN, upper ?? Number.NaN].map(toOneDecimal);
  });
  const truth = Array.from(victims);
  const total = truth.reduce((a, b) => a + b, 0);
  const shown = rates(truth).join(' ');
  const found = truth.map(() => new Set<number>());
  const fill = (counts: number[], left: number): void => {
    const band = counts.length;
    if (band === truth.length) {
      if (left === 0 && rates(counts).join(' ') === shown) counts.forEach((count, i) => found[i]?.add(count));
      return;
    }
    const count = truth[band] ?? 0;
    if (hidden[band] !== 1 || count === 0) return fill([...counts, count], left - count);
    const [from, to] = count < threshold ? [1, threshold - 1] : [threshold, left];
    for (let value = from; value <= Math.min(to, left); value += 1) fill([...counts, value], left - value);
    return undefined;
  };
  fill([], total);
  return found;
}

function randomAges(seed: number, people: number): AgesBesideRate {
  const random = seededRandom(seed);
  const victims = Array.from({ length: BANDS }, () => Math.floor(random() * 9) + 1);
  return {
    victims, hidden: victims.map((count) => (count < 5 || random() < 0.3 ? 1 : 0)),
    personYears: victims.map(() => Math.floor(people * (0.5 + random()))), standard: EUROPEAN_STANDARD_POPULATION_2013.slice(3, 3 + BANDS),
  };
}

describe('agesStayOpen', () => {
  it('is false wherever trying every filling leaves a hidden band one value', () => {
    const seen = { open: 0, closed: 0 };
    for (let seed = 0; seed < 240; seed += 1) {
      const ages = randomAges(seed, [600, 6000, 60_000, 2_000_000][seed % 4] ?? 1);
      if (Array.from(ages.victims).reduce((a, b) => a + b, 0) < 10) continue;
      const values = valuesByBand(ages, 5);
      const fixed = Array.from(ages.hidden).some((one, band) => one === 1 && (values[band]?.size ?? 0) < 2);
      const open = agesStayOpen(ages, 5);
      expect([seed, fixed && open]).toEqual([seed, false]);
      seen[open ? 'open' : 'closed'] += 1;
    }
    expect(Math.min(seen.open, seen.closed)).toBeGreaterThan(20);
  });

  it('is true where nothing is hidden, and for many people, whose rate tells little of one victim', () => {
    const standard = EUROPEAN_STANDARD_POPULATION_2013;
    const personYears = standard.map(() => 400_000);
    const victims = standard.map((_, band) => 30 + band);
    expect(agesStayOpen({ victims, hidden: victims.map(() => 0), personYears, standard }, 5)).toBe(true);
    const small = victims.map((count, band) => (band > 15 ? band - 14 : count));
    expect(agesStayOpen({ victims: small, hidden: small.map((count) => (count < 5 ? 1 : 0)), personYears, standard }, 5)).toBe(true);
  });

  it('is false for a ward, whose rate and limits fix its few hidden bands', () => {
    const standard = EUROPEAN_STANDARD_POPULATION_2013;
    const personYears = standard.map((_, band) => 2000 - 37 * band);
    const victims = standard.map((_, band) => ({ 4: 12, 5: 3, 6: 2, 7: 1 })[band] ?? 0);
    expect(agesStayOpen({ victims, hidden: victims.map((count) => (count > 0 && count < 5 ? 1 : 0)), personYears, standard }, 5)).toBe(false);
  });
});
