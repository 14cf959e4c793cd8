import { describe, expect, it } from 'vitest';
import { REASON } from '../../../src/model/measures.ts';
import { SUPPRESSED, type Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { plainLoop } from '../aggregation/plainLoop.ts';
import { randomScene, type Scene } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

function scene(seed: number): Scene {
  const made = randomScene(seededRandom(seed), { rows: 5000, areas: 40, kinds: 2, months: 12, hours: false, age: true, victims: true, dirty: false });
  const imdDecile = Float64Array.from({ length: 40 }, (_, area) => (area === 39 ? Number.NaN : 1 + (area % 10)));
  return { ...made, input: { ...made.input, areas: { ...made.input.areas, imdDecile } } };
}

function evaluated(input: AggregationInput, selection: Partial<Selection> = {}, detail = true): Evaluation {
  const everything = { ...EVERYTHING, types: input.entry.kinds.map(({ type }) => type) };
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'd', selection: { ...everything, ...selection }, confidence: 95, benchmark: { kind: 'county' }, detail }, input);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

function detailOf(evaluation: Evaluation): NonNullable<Evaluation['detail']> {
  if (!evaluation.detail) throw new Error('no detail');
  return evaluation.detail;
}

/** Weighted regression by the normal equations: fitted values at the most and the least deprived end. */
function endsByHand(people: readonly number[], values: readonly number[]): [number, number] {
  const all = people.reduce((a, b) => a + b, 0);
  const rank = people.map((n, i) => (people.slice(0, i).reduce((a, b) => a + b, 0) + n / 2) / all);
  const sum = (of: (i: number) => number): number => people.reduce((total, n, i) => total + n * of(i), 0);
  const [s0, s1, s2, t0, t1] = [sum(() => 1), sum((i) => rank[i] ?? NaN), sum((i) => (rank[i] ?? NaN) ** 2), sum((i) => values[i] ?? NaN), sum((i) => (rank[i] ?? NaN) * (values[i] ?? NaN))];
  const slope = (s0 * t1 - s1 * t0) / (s0 * s2 - s1 ** 2);
  const intercept = (t0 - slope * s1) / s0;
  return [intercept, intercept + slope];
}

describe('the detail of an answer', () => {
  it('is left out where it is not asked for', () => {
    expect(evaluated(scene(1).input, {}, false).detail).toBeNull();
  });

  it('counts victims by age and sex, and rates by IMD decile, in the chosen places', () => {
    for (const selection of [{}, { boroughs: ['B1'] }, { ages: [3, 4, 5], wards: ['w1', 'w2'] }]) {
      const { input, records } = scene(2);
      const answer = evaluated(input, selection);
      const { byAgeSex, byDecile } = detailOf(answer);
      const everything = { ...EVERYTHING, types: input.entry.kinds.map(({ type }) => type) };
      expect(byAgeSex && [...byAgeSex]).toEqual(plainLoop({ ...everything, ...selection }, { input, records }).byAgeSex);
      expect(byDecile).toHaveLength(10);
      byDecile.forEach((group, i) => {
        const codes = input.areas.code.filter((_, area) => input.areas.imdDecile[area] === i + 1);
        expect(group).toEqual(evaluated(input, { ...selection, areas: codes }).chosen);
      });
    }
  });

  it('fits the slope over deciles with people, turned so that more among the most deprived is positive', () => {
    const { input } = scene(3);
    const { byDecile, inequality } = detailOf(evaluated(input));
    for (const kind of ['rate', 'dsr'] as const) {
      const [most, least] = endsByHand(byDecile.map((group) => group[kind]?.personYears ?? NaN), byDecile.map((group) => group[kind]?.value ?? NaN));
      expect(inequality[kind]?.slope).toBeCloseTo(most - least, 6);
      expect(inequality[kind]?.relative).toBeCloseTo(most / least, 9);
    }
    const six = input.areas.code.filter((_, area) => (input.areas.imdDecile[area] ?? 0) <= 6);
    const part = detailOf(evaluated(input, { areas: six }));
    const [most, least] = endsByHand(part.byDecile.slice(0, 6).map(({ rate }) => rate.personYears), part.byDecile.slice(0, 6).map(({ rate }) => rate.value));
    expect(part.inequality.rate?.slope).toBeCloseTo(most - least, 6);
    expect(part.byDecile.slice(6).map(({ rate }) => rate.reason)).toEqual([REASON.noPopulation, REASON.noPopulation, REASON.noPopulation, REASON.noPopulation]);
    const four = detailOf(evaluated(input, { areas: input.areas.code.filter((_, area) => (input.areas.imdDecile[area] ?? 0) <= 4) }));
    expect(four.inequality).toEqual({ rate: null, dsr: null });
  });

  it('has no slope where a decile with people has too few events', () => {
    const { input } = scene(4);
    const first = input.entry.months[0] ?? '';
    const { byDecile, inequality } = detailOf(evaluated(input, { period: { from: first, to: first }, ages: [2] }));
    expect(byDecile.some(({ rate }) => rate.reason === REASON.fewerThan10 && rate.personYears > 0)).toBe(true);
    expect(inequality.rate).toBeNull();
  });

  it('tells how far the chosen areas concentrate their counts', () => {
    const { input } = scene(5);
    for (const selection of [{}, { boroughs: ['B2'] }]) {
      const answer = evaluated(input, selection);
      const counts = [...answer.areas.count].filter((_, area) => answer.areas.inPlace[area] === 1);
      const { concentration } = detailOf(answer);
      // Half the mean difference of any two areas, over the mean.
      const differences = counts.flatMap((one) => counts.map((other) => Math.abs(one - other)));
      const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
      expect(concentration.gini).toBeCloseTo(differences.reduce((a, b) => a + b, 0) / counts.length ** 2 / 2 / mean, 12);
    }
    const nothing = detailOf(evaluated(input, { types: [] })).concentration;
    expect(nothing.gini).toBeNaN();
  });
});

/** A scene whose counts from 1 to 4 are hidden. */
function guardedInput(seed: number): AggregationInput {
  const { input } = scene(seed);
  return { ...input, entry: { ...input.entry, disclosureThreshold: 5 } };
}

describe('the detail under a threshold', () => {
  it('shows no cell of ages and sexes from 1 to 4, nor one that follows from its row or column', () => {
    const seen = { hidden: 0, shown: 0 };
    for (let seed = 30; seed < 50; seed += 1) {
      const { input } = scene(seed);
      const selection = { areas: input.areas.code.slice(0, 1 + seed % 5) };
      const open = detailOf(evaluated(input, selection)).byAgeSex ?? new Uint32Array();
      const answer = evaluated({ ...input, entry: { ...input.entry, disclosureThreshold: 5 } }, selection);
      const table = detailOf(answer).byAgeSex ?? new Uint32Array();
      table.forEach((value, cell) => {
        expect([cell, value === SUPPRESSED || (value === open[cell] && !(value > 0 && value < 5))]).toEqual([cell, true]);
        if (value === SUPPRESSED) seen.hidden += 1;
        else if (value > 0) seen.shown += 1;
      });
      const lines = [...[0, 1, 2].map((sex) => (cell: number) => Math.floor(cell / 20) === sex), ...Array.from({ length: 20 }, (_, age) => (cell: number) => cell % 20 === age)];
      for (const inLine of lines) {
        const hidden = [...table.keys()].filter((cell) => inLine(cell) && table[cell] === SUPPRESSED);
        const sum = hidden.reduce((total, cell) => total + (open[cell] ?? NaN), 0);
        // A whole line that is small is not shown as a sum either.
        const whole = [...open.keys()].filter(inLine).reduce((total, cell) => total + (open[cell] ?? NaN), 0);
        expect(hidden.length === 0 || whole < 5 || (hidden.length > 1 && sum >= 5)).toBe(true);
      }
    }
    expect([seen.hidden > 100, seen.shown > 100]).toEqual([true, true]);
  });

  it('tells no hidden count by deciles, slope, curve or share', () => {
    const deciles: (readonly (number | undefined)[])[] = [];
    const slopes: boolean[] = [];
    const coefficients: number[] = [];
    for (let seed = 60; seed < 80; seed += 1) {
      const input = guardedInput(seed);
      const month = input.entry.months[0] ?? '';
      const answer = evaluated(input, { period: { from: month, to: month } });
      const { byDecile, inequality, concentration } = detailOf(answer);
      byDecile.forEach(({ count, rate, dsr }, i) => {
        const hidden = [...answer.areas.count.keys()].filter((area) => input.areas.imdDecile[area] === i + 1 && answer.areas.count[area] === SUPPRESSED);
        if (hidden.length === 1) deciles.push([count, rate.events, rate.reason, dsr?.events]);
      });
      if (byDecile.some(({ rate }) => rate.reason === REASON.belowThreshold)) slopes.push(inequality.rate === null);
      if (answer.areas.count.includes(SUPPRESSED)) coefficients.push(concentration.gini);
    }
    expect(deciles).toEqual(deciles.map(() => [SUPPRESSED, SUPPRESSED, REASON.belowThreshold, SUPPRESSED]));
    expect(slopes).toEqual(slopes.map(() => true));
    expect(coefficients).toEqual(coefficients.map(() => Number.NaN));
    expect([deciles.length > 5, slopes.length > 5, coefficients.length > 5]).toEqual([true, true, true]);
  });
});
