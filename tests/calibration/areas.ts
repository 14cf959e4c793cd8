import { EUROPEAN_STANDARD_POPULATION_2013 as STANDARD } from '../../src/statistics/europeanStandardPopulation.ts';
import { poisson } from './random.ts';

export const MULTIPLIER = 100_000;
/** An area of 1,500 people and the age pattern of victims of violence: most between 10 and 40. */
export const PEOPLE: readonly number[] = [110, 105, 100, 95, 90, 100, 110, 105, 100, 95, 95, 90, 80, 70, 60, 40, 30, 15, 10];
const RISK = [0.1, 0.3, 2, 5, 7, 6, 5.5, 5, 4, 3.5, 3, 2.5, 1.5, 1, 0.8, 0.6, 0.5, 0.5, 0.5];

/** Expected events per band that add up to `total`, and the true DSR that they mean. */
export function truth(total: number): { expected: number[]; rate: number } {
  const raw = PEOPLE.map((people, band) => people * (RISK[band] ?? 0));
  const scale = total / raw.reduce((a, b) => a + b, 0);
  const expected = raw.map((events) => events * scale);
  const weighted = STANDARD.map((weight, band) => weight * (expected[band] ?? 0) / (PEOPLE[band] ?? 1));
  return { expected, rate: MULTIPLIER * weighted.reduce((a, b) => a + b, 0) / STANDARD.reduce((a, b) => a + b, 0) };
}

/** Events per band as they might happen. */
export function drawn(expected: readonly number[], random: () => number): number[] {
  return expected.map((mean) => poisson(mean, random));
}
