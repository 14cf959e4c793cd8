import { describe, expect, it } from 'vitest';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import type { AreaColumns, EvaluateRequest, Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { crudeRate } from '../../../src/statistics/crudeRate.ts';
import { directlyStandardisedRate } from '../../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 } from '../../../src/statistics/europeanStandardPopulation.ts';
import type { RateResult } from '../../../src/statistics/rate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { plainLoop } from '../aggregation/plainLoop.ts';
import { randomScene, randomSelection, type Scene } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { personsOf } from './memoryPack.ts';

const OPTIONS = { confidence: 0.95, multiplier: 100_000 };

function evaluated(selection: Selection, input: AggregationInput, confidence: EvaluateRequest['confidence'] = 95): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection, confidence, benchmark: { kind: 'county' }, detail: false }, input);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

/** Person-years by hand: a twelfth of the nearest held year per month, the earlier year where two are equally near. */
function yearsByHand(input: AggregationInput, months: readonly string[], area: number, band: number): number {
  const held: Record<string, number> = { 2018: 2019, 2019: 2019, 2020: 2020, 2021: 2020, 2022: 2022, 2023: 2022 };
  return months.reduce((sum, month) => sum + personsOf(input, area, held[month.slice(0, 4)] ?? 0, band) / 12, 0);
}

const BANDS = Array.from({ length: 19 }, (_, band) => band);

function scene(seed: number): Scene {
  return randomScene(seededRandom(seed), { rows: 2500, areas: 12, kinds: 3, hours: true, age: true, victims: true, dirty: false });
}

describe('evaluateRequest', () => {
  it('gives rates and classes that follow by hand from plain counts', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { input, records } = scene(seed);
      const selection = { ...randomSelection(seededRandom(seed), input), types: null, drawn: null };
      const evaluation = evaluated(selection, input);
      const plain = plainLoop(selection, { input, records });
      const months = input.entry.months.filter((month) => (!selection.period || (month >= selection.period.from && month <= selection.period.to)) && (!selection.monthsOfYear || selection.monthsOfYear.includes(Number(month.slice(5)))));
      // Only the chosen bands enter, each with its own weight.
      const bands = BANDS.filter((band) => selection.ages?.includes(band) ?? true);
      const weights = bands.map((band) => EUROPEAN_STANDARD_POPULATION_2013[band] ?? NaN);
      const countyDsr = directlyStandardisedRate(
        bands.map((band) => input.areas.code.reduce((sum, _, area) => sum + (plain.victimsByAge[area * 20 + band] ?? 0), 0)),
        bands.map((band) => input.areas.code.reduce((sum, _, area) => sum + yearsByHand(input, months, area, band), 0)),
        weights, OPTIONS,
      );
      expect(evaluation.county.dsr?.value ?? null).toBeCloseToOrNull(countyDsr.value);
      input.areas.code.forEach((_, area) => {
        const events = bands.map((band) => plain.victimsByAge[area * 20 + band] ?? 0);
        const years = bands.map((band) => yearsByHand(input, months, area, band));
        const dsr = directlyStandardisedRate(events, years, weights, OPTIONS);
        const rate = crudeRate(plain.countByArea[area] ?? 0, years.reduce((a, b) => a + b, 0), { ...OPTIONS, minimumEvents: 10 });
        const { areas } = evaluation;
        expect(areas.count[area]).toBe(plain.countByArea[area]);
        expect(areas.victims[area]).toBe(events.reduce((a, b) => a + b, 0));
        expect(areas.rate[area]).toBeCloseToOrNull(rate.value);
        expect(areas.rateUpper[area]).toBeCloseToOrNull(rate.upper);
        expect(areas.dsr[area]).toBeCloseToOrNull(dsr.value);
        expect(areas.dsrLower[area]).toBeCloseToOrNull(dsr.lower);
        expect(areas.dsrClass[area]).toBe(classByHand(dsr, countyDsr.value));
      });
    }
  });

  it('sums chosen, boroughs and county alike, whatever is chosen where', () => {
    const { input } = scene(3);
    const whole = evaluated(EVERYTHING, input);
    const luton = evaluated({ ...EVERYTHING, boroughs: ['B1'] }, input);
    expect(whole.chosen).toEqual(whole.county);
    expect(luton.county).toEqual(whole.county);
    expect(luton.chosen).toEqual(whole.boroughs['B1']);
    expect(luton.boroughs).toEqual(whole.boroughs);
    expect(luton.areas.dsr).toEqual(whole.areas.dsr);
    expect(luton.areas.dsrClass).toEqual(whole.areas.dsrClass);
    expect(luton.matching).toBe(whole.byBorough['B1']);
    expect((whole.byBorough['B1'] ?? 0) + (whole.byBorough['B2'] ?? 0)).toBe(whole.matching);
    expect(luton.matching).toBeLessThan(whole.matching);
    expect(whole.matching).toBe(whole.areas.count.reduce((sum, count) => sum + count, 0));
    expect(whole.matchingVictims - whole.ageUnknown).toBe(whole.county.dsr?.events);
    expect(luton.byMonth.reduce((sum, count) => sum + count, 0)).toBe(luton.matching);
  });

  it('says too few below 10 events, with the months needed, and never a class', () => {
    const { input } = scene(4);
    const { areas, personTime } = evaluated({ ...EVERYTHING, period: { from: input.entry.months[0] ?? '', to: input.entry.months[1] ?? '' } }, input);
    expect(personTime.months).toBe(2);
    const few = [...areas.count.keys()].filter((area) => (areas.count[area] ?? 0) < 10 && (areas.count[area] ?? 0) > 0);
    expect(few.length).toBeGreaterThan(0);
    for (const area of few) {
      const count = areas.count[area] ?? 0;
      expect(areas.rateReason[area]).toBe(REASON.fewerThan10);
      expect(areas.rateClass[area]).toBe(CLASS.tooFew);
      expect(areas.rate[area]).toBeNaN();
      expect(areas.monthsNeededRate[area]).toBe(Math.ceil(((10 - count) * 2) / count));
    }
  });

  it('keeps an error of one area from the others', () => {
    const { input } = scene(5);
    const persons = input.population.persons.slice();
    const { years, areas } = input.population;
    const whole = evaluated(EVERYTHING, input);
    years.forEach((_, year) => {
      persons[(year * areas + 2) * 19 + 4] = 0;
      for (const band of BANDS) persons[(year * areas + 7) * 19 + band] = 0;
    });
    const broken = evaluated(EVERYTHING, { ...input, population: { ...input.population, persons } });
    expect(broken.areas.dsrReason[2]).toBe(REASON.eventsWithoutPopulation);
    expect(broken.areas.dsrReason[7]).toBe(REASON.eventsWithoutPopulation);
    expect(broken.areas.dsrClass[2]).toBe(CLASS.noData);
    expect(broken.areas.dsr[2]).toBeNaN();
    expect(broken.areas.rateReason[7]).toBe(REASON.eventsWithoutPopulation);
    for (const area of [0, 1, 3]) expect(broken.areas.dsr[area]).toBe(whole.areas.dsr[area]);
  });

  it('has no standardised rate without age, and counts as victims', () => {
    const { input } = randomScene(seededRandom(6), { rows: 800, areas: 5, age: false, victims: false });
    const evaluation = evaluated(EVERYTHING, input);
    expect(evaluation.county.dsr).toBeNull();
    expect([...evaluation.areas.dsr].every(Number.isNaN)).toBe(true);
    expect(new Set(evaluation.areas.dsrClass)).toEqual(new Set([CLASS.noData]));
    expect(evaluation.areas.victims).toEqual(evaluation.areas.count);
    expect(evaluation.ageUnknown).toBe(0);
  });

  it('expects half of what the level leaves over to read higher by chance', () => {
    const { input } = scene(7);
    for (const [confidence, share] of [[95, 0.025], [99.8, 0.001]] as const) {
      const { areas, expectedHigherByChance } = evaluated(EVERYTHING, input, confidence);
      expect(classified(areas.dsrClass)).toBeGreaterThan(0);
      expect(expectedHigherByChance.dsr).toBeCloseTo(classified(areas.dsrClass) * share, 10);
      expect(expectedHigherByChance.rate).toBeCloseTo(classified(areas.rateClass) * share, 10);
    }
  });

  it('gives an answer that holds no array of the records or of another answer', () => {
    const { input } = scene(8);
    const [first, second] = [evaluated(EVERYTHING, input), evaluated(EVERYTHING, input)];
    expect(new Set([...buffersOfAreas(first), ...buffersOfAreas(second), input.population.persons.buffer]).size).toBe(2 * Object.keys(first.areas).length + 1);
  });
});

function classByHand({ lower, upper, reason }: RateResult, county: number | null): number {
  if (reason === 'fewer-than-10') return CLASS.tooFew;
  if (lower === null || upper === null || county === null) return CLASS.noData;
  if (lower > county) return CLASS.higher;
  return upper < county ? CLASS.lower : CLASS.similar;
}

function classified(column: AreaColumns['dsrClass']): number {
  return [...column].filter((code) => code >= CLASS.lower).length;
}

function buffersOfAreas({ areas }: Evaluation): ArrayBufferLike[] {
  return Object.values(areas).map((column: Float64Array) => column.buffer);
}

expect.extend({
  toBeCloseToOrNull(received: number | null, expected: number | null) {
    const missing = received === null || Number.isNaN(received);
    const pass = expected === null ? missing : !missing && Math.abs(received - expected) <= 1e-9 * Math.abs(expected);
    return { pass, message: () => `${String(received)} is not ${String(expected)}` };
  },
});

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-unused-vars -- vitest's own signature
  interface Matchers<T> {
    /** Equal to 9 figures, where null and NaN both mean "not given". */
    toBeCloseToOrNull(expected: number | null): void;
  }
}
