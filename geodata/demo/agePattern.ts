import { EUROPEAN_STANDARD_POPULATION_2013 } from '../../src/statistics/europeanStandardPopulation.ts';
import { sum } from './table.ts';

/**
 * Relative risk by age band, the shape only. Not published as numbers: drawn so that the largest numbers of
 * victims are 30-34, then 25-29, then 20-24, as published, with few young children and few over 65.
 */
export const POLICE_RISK = [0.12, 0.25, 0.95, 1.45, 2.05, 1.85, 1.75, 1.35, 1.15, 0.95, 0.8, 0.6, 0.42, 0.28, 0.22, 0.18, 0.15, 0.15, 0.15];
/** Hospital patients are younger: most are 20-24, then 15-19, as published for males. */
export const HOSPITAL_RISK = [0.1, 0.12, 0.7, 2.6, 3.2, 2.1, 1.7, 1.4, 1.15, 0.95, 0.75, 0.5, 0.35, 0.22, 0.18, 0.16, 0.15, 0.15, 0.15];

const WEIGHTS = EUROPEAN_STANDARD_POPULATION_2013;

/** The directly standardised rate per 100,000 that events by age band give; no suppression, no limits. */
export function plainRate(events: ArrayLike<number>, personYears: ArrayLike<number>): number {
  return WEIGHTS.reduce((total, weight, band) => total + (weight * (events[band] ?? 0)) / (personYears[band] ?? 1), 0);
}

/** Events per band expected at relative risks, for a population. */
export function expectedEvents(risk: readonly number[], personYears: ArrayLike<number>): number[] {
  return risk.map((value, band) => value * (personYears[band] ?? 0));
}

/** Bands from here on (70 and over) are not bent: few patients are that old, and a rate could be bought with them. */
const FIRST_UNBENT = 14;
const SEARCH_STEPS = 80;
const STRONGEST_TILT = 60;

/** Risks bent towards (tilt above 0) or away from the bands that weigh much in a population's standardised rate. */
export function bendRisk(risk: readonly number[], tilt: number, personYears: ArrayLike<number>): number[] {
  const lean = leaning(personYears);
  return risk.map((value, band) => value * Math.exp(tilt * (lean[band] ?? 0)));
}

/** How much more than its people a band weighs in the standardised rate: 0 = as much. */
function leaning(personYears: ArrayLike<number>): number[] {
  const people = sum(personYears);
  return WEIGHTS.map((weight, band) => (band < FIRST_UNBENT ? (weight * people) / ((personYears[band] ?? 1) * 1e5) - 1 : 0));
}

/**
 * Splits a number of events over the age bands so that the directly standardised rate lies in a range: the
 * pattern expected from the risks where that will do, else of all splits the one nearest to it that reaches the
 * nearer end (exponential tilting, least Kullback-Leibler distance). Throws where no tilt reaches it.
 */
export function eventsByAge(total: number, range: readonly [number, number], risk: readonly number[], personYears: ArrayLike<number>): number[] {
  const expected = expectedEvents(risk, personYears);
  const lean = leaning(personYears);
  const split = (tilt: number): number[] => {
    const raw = expected.map((value, band) => value * Math.exp(tilt * (lean[band] ?? 0)));
    const all = sum(raw);
    return raw.map((value) => (total * value) / all);
  };
  const natural = plainRate(split(0), personYears);
  if (natural >= range[0] && natural <= range[1]) return split(0);
  const wanted = natural < range[0] ? range[0] : range[1];
  let low = -STRONGEST_TILT;
  let high = STRONGEST_TILT;
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (plainRate(split(middle), personYears) < wanted) low = middle;
    else high = middle;
  }
  const found = split((low + high) / 2);
  if (Math.abs(plainRate(found, personYears) / wanted - 1) > 1e-6) throw new Error(`No age pattern of ${total} events gives a standardised rate of ${wanted} for this population.`);
  return found;
}
