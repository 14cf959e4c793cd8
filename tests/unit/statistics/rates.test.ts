import { describe, expect, it } from 'vitest';
import { byarLimits, countLimits, exactLimits } from '../../../src/statistics/countLimits.ts';
import { crudeRate } from '../../../src/statistics/crudeRate.ts';
import { directlyStandardisedRate } from '../../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 as STANDARD } from '../../../src/statistics/europeanStandardPopulation.ts';
import { repeatedEvents } from '../../../src/statistics/repeatedEvents.ts';
import { wilsonProportion } from '../../../src/statistics/wilsonProportion.ts';

const OPTIONS = Object.freeze({ confidence: 0.95, multiplier: 100_000 });
const people = (each: number): readonly number[] => Object.freeze(STANDARD.map(() => each));
/** `total` events, all in band 4. */
const inOneBand = (total: number): readonly number[] => Object.freeze(STANDARD.map((_, band) => (band === 4 ? total : 0)));

describe('directly standardised rate', () => {
  it('has a standard population of 19 bands and 100,000', () => {
    expect(STANDARD).toHaveLength(19);
    expect(STANDARD.reduce((a, b) => a + b, 0)).toBe(100_000);
    expect(Object.isFrozen(STANDARD)).toBe(true);
  });

  it('is the crude rate where the population is the standard population, with Byar limits', () => {
    const events = STANDARD.map((_, band) => band);
    const result = directlyStandardisedRate(events, STANDARD, STANDARD, OPTIONS);
    const total = 171;
    const { lower, upper } = byarLimits(total, 0.95);
    expect(result).toMatchObject({ reason: null, total, bandsWithoutPopulation: 0 });
    expect(result.value).toBeCloseTo(total, 9);
    expect(result.lower).toBeCloseTo(lower, 9);
    expect(result.upper).toBeCloseTo(upper, 9);
  });

  it('is withheld below 10 events and shown from exactly 10', () => {
    expect(directlyStandardisedRate(inOneBand(9), people(100), STANDARD, OPTIONS))
      .toEqual({ value: null, lower: null, upper: null, reason: 'fewer-than-10', total: 9, standardError: null, bandsWithoutPopulation: 0 });
    expect(directlyStandardisedRate(inOneBand(9.75), people(100), STANDARD, OPTIONS).reason).toBe('fewer-than-10');
    expect(directlyStandardisedRate(inOneBand(10), people(100), STANDARD, OPTIONS)).toMatchObject({ reason: null, value: 600, total: 10 });
  });

  it('does not cut a negative lower limit off at zero', () => {
    const events = STANDARD.map((_, band) => (band === 5 ? 11 : band === 18 ? 1 : 0));
    const persons = STANDARD.map((_, band) => (band === 18 ? 2 : 20_000));
    expect(directlyStandardisedRate(events, persons, STANDARD, OPTIONS).lower).toBeLessThan(-300);
  });

  it('keeps the weight of a band without population and events, and reports the band', () => {
    const persons = STANDARD.map((_, band) => (band === 18 ? 0 : 100));
    const result = directlyStandardisedRate(inOneBand(20), persons, STANDARD, OPTIONS);
    expect(result).toMatchObject({ value: 1200, bandsWithoutPopulation: 1, reason: null });
  });

  it('gives the reason where population is missing, for this area alone', () => {
    const persons = STANDARD.map((_, band) => (band === 4 ? 0 : 100));
    expect(directlyStandardisedRate(inOneBand(20), persons, STANDARD, OPTIONS)).toMatchObject({ value: null, reason: 'events-without-population', total: 20 });
    expect(directlyStandardisedRate(inOneBand(3), persons, STANDARD, OPTIONS).reason).toBe('events-without-population');
    expect(directlyStandardisedRate(inOneBand(0), people(0), STANDARD, OPTIONS)).toMatchObject({ value: null, reason: 'no-population', bandsWithoutPopulation: 19 });
  });

  it.each([
    ['a short list of events', STANDARD.slice(1), people(10), STANDARD, 'Band 18 is missing from events'],
    ['a long list of person-years', STANDARD, [...people(10), 1], STANDARD, 'Band 19 of personYears has no standard population'],
    ['a negative count', inOneBand(-1), people(10), STANDARD, 'Band 4: the number of events is negative (-1)'],
    ['a count that is not a number', inOneBand(Number.NaN), people(10), STANDARD, 'Band 4: the number of events is missing'],
    ['an infinite population', STANDARD, inOneBand(Infinity), STANDARD, 'Band 4: the number of person-years is missing'],
    ['a negative weight', STANDARD, people(10), inOneBand(-1), 'Band 4: the standard population is negative'],
    ['weights of nothing', STANDARD, people(10), people(0), 'adds up to nothing'],
    ['no bands', [], [], [], 'has no bands'],
  ])('refuses %s and names the band', (_, events, persons, standard, message) => {
    expect(() => directlyStandardisedRate(events, persons, standard, OPTIONS)).toThrow(RangeError);
    expect(() => directlyStandardisedRate(events, persons, standard, OPTIONS)).toThrow(message);
  });

  it('names the area and the band where they are known', () => {
    const labels = { ...OPTIONS, name: 'Luton 003D', bands: STANDARD.map((_, band) => `${band * 5}-${band * 5 + 4}`) };
    expect(() => directlyStandardisedRate(inOneBand(-1), people(10), STANDARD, labels)).toThrow('Luton 003D, band 20-24: the number of events is negative (-1).');
    expect(() => directlyStandardisedRate(STANDARD.slice(1), people(10), STANDARD, labels)).toThrow('Luton 003D, band 90-94 is missing from events');
    expect(() => crudeRate(-1, 10, labels)).toThrow('Luton 003D: the number of events is negative (-1).');
    expect(() => wilsonProportion(11, 10, labels)).toThrow('Luton 003D: the count 11 is above its denominator 10.');
  });

  it.each([95, 1, 0.5, 0, Number.NaN])('refuses the confidence %d', (confidence) => {
    expect(() => directlyStandardisedRate(inOneBand(20), people(100), STANDARD, { ...OPTIONS, confidence })).toThrow(RangeError);
  });

  it('keeps the rate and widens the limits for events that repeat on the same people', () => {
    const { events, variance } = repeatedEvents(new Map([[1, inOneBand(10)], [3, inOneBand(5)]]));
    expect([events[4], variance[4]]).toEqual([25, 55]);
    const independent = directlyStandardisedRate(events, people(100), STANDARD, OPTIONS);
    const repeated = directlyStandardisedRate(events, people(100), STANDARD, { ...OPTIONS, variance });
    expect(repeated.value).toBe(independent.value);
    const half = (rate: typeof repeated): number => (rate.upper ?? 0) - (rate.value ?? 0);
    expect(half(repeated) / half(independent)).toBeCloseTo(Math.sqrt(55 / 25), 10);
    expect(() => repeatedEvents(new Map([[0, [1]]]))).toThrow(RangeError);
    expect(() => repeatedEvents(new Map([[1, [1, 2]], [2, [1]]]))).toThrow(RangeError);
    expect(() => repeatedEvents(new Map([[1, [-1]]]))).toThrow('Band 0');
  });
});

describe('crude rate', () => {
  it('has exact limits below 10 events and Byar limits from 10', () => {
    expect(countLimits(9.999, 0.95)).toEqual(exactLimits(9.999, 0.95));
    expect(countLimits(10, 0.95)).toEqual(byarLimits(10, 0.95));
    expect(crudeRate(9, 1000, { confidence: 0.95, multiplier: 1000 })).toMatchObject({ value: 9, ...exactLimits(9, 0.95) });
  });

  it('has a lower limit of 0 and an upper one of -ln(0.025) for no events', () => {
    const result = crudeRate(0, 1, { confidence: 0.95, multiplier: 1 });
    expect(result).toMatchObject({ value: 0, lower: 0 });
    expect(result.upper).toBeCloseTo(-Math.log(0.025), 12);
    expect(byarLimits(0, 0.95).lower).toBe(0);
    expect(byarLimits(1, 0.998).lower).toBe(0);
  });

  it('is withheld with a reason', () => {
    expect(crudeRate(0, 0, OPTIONS).reason).toBe('no-population');
    expect(crudeRate(2, 0, OPTIONS).reason).toBe('events-without-population');
    expect(crudeRate(9, 100, { ...OPTIONS, minimumEvents: 10 })).toEqual({ value: null, lower: null, upper: null, reason: 'fewer-than-10' });
    expect(crudeRate(10, 100, { ...OPTIONS, minimumEvents: 10 }).value).toBe(10_000);
  });

  it.each([[-1, 10], [Number.NaN, 10], [1, -10], [1, Infinity]])('refuses %d events over %d person-years', (events, personYears) => {
    expect(() => crudeRate(events, personYears, OPTIONS)).toThrow(RangeError);
  });

  it.each([0, -1, Number.NaN, Infinity])('refuses the multiplier %d', (multiplier) => {
    expect(() => crudeRate(1, 10, { confidence: 0.95, multiplier })).toThrow('multiplier');
  });
});

describe('proportion', () => {
  it('keeps its limits between 0 and the multiplier', () => {
    expect(wilsonProportion(0, 7, { confidence: 0.95, multiplier: 100 }).lower).toBe(0);
    const whole = wilsonProportion(7, 7, { confidence: 0.95, multiplier: 100 });
    expect(whole.value).toBe(100);
    expect(whole.upper).toBeLessThanOrEqual(100);
    expect(whole.upper).toBeCloseTo(100, 9);
  });

  it('mirrors: 3 of 10 and 7 of 10', () => {
    const few = wilsonProportion(3, 10, { confidence: 0.95, multiplier: 1 });
    const many = wilsonProportion(7, 10, { confidence: 0.95, multiplier: 1 });
    expect(few.lower).toBeCloseTo(1 - (many.upper ?? 0), 12);
  });

  it('refuses a count above its denominator', () => {
    expect(() => wilsonProportion(11, 10, { confidence: 0.95, multiplier: 1 })).toThrow('above its denominator');
  });
});
