import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import type { Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { SavedAnswers } from '../../../src/worker/savedSelection.ts';
import { otherDenominator } from '../../../src/worker/sameDenominator.ts';
import { figure, readCases, relativeError } from '../../reference/cases.ts';
import { randomScene } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { plainScene } from './plainScene.ts';

function against(input: AggregationInput, selection: Partial<Selection>, saved: Partial<Selection>, answers = new SavedAnswers()): { value: Evaluation; notes: readonly string[] } {
  const benchmark = { kind: 'selection', title: 'Nights', selection: { ...EVERYTHING, ...saved } } as const;
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'd', selection: { ...EVERYTHING, ...selection }, confidence: 95, benchmark, detail: false }, input, answers);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome;
}

const pair = z.tuple([figure, figure]);
const RATIOS = readCases('f_rate_ratio', z.object({ events: z.tuple([z.number(), z.number()]), exposure: z.tuple([z.number(), z.number()]) }), z.object({ midp_95: z.object({ ratio: figure, ci: pair, p_midp: figure }).optional() }).catch({}))
  .flatMap(({ id, inputs, expected: { midp_95: expected } }) => (expected && inputs.events.every((events) => events >= 10) && !inputs.exposure.includes(0) ? [{ id, ...inputs, expected }] : []));

/** Class of 100 events among 100,000 residents in a year, a rate of 100, against a saved borough with as many residents. */
function classAgainst(events: number): number | undefined {
  const input = plainScene(2, 100_000, 12, [{ area: 0, month: 0, count: 100 }, { area: 1, month: 0, count: events }]);
  return against(input, { boroughs: ['B0'] }, { boroughs: ['B1'] }).value.areas.rateClass[0];
}

const YEARS = { from: '2020-01', to: '2021-12' };
const FIRST_YEAR = { from: '2020-01', to: '2020-12' };

describe('a saved selection to compare with', () => {
  it.each(RATIOS)('has the ratio, limits and p that epitools gives ($id)', ({ events: [x, y], exposure: [one, other], expected }) => {
    // Two boroughs of 1,000 residents: a year of the first against one or two of the second.
    const input = plainScene(2, 1000, 24, [{ area: 0, month: 3, count: x }, { area: 1, month: 7, count: y }]);
    const years = other / one;
    const { value: { ratio, chosen, benchmark } } = against(input, { boroughs: ['B0'], period: FIRST_YEAR }, { boroughs: ['B1'], period: years === 2 ? YEARS : FIRST_YEAR });
    expect([chosen.rate.value, benchmark.rate?.value]).toEqual([expect.closeTo(x * 100, 6), expect.closeTo(y * 100 / years, 6)]);
    expect(ratio?.value).toBeCloseTo(years * x / y, 12);
    expect(Math.max(relativeError(ratio?.lower, expected.ci[0]), relativeError(ratio?.upper, expected.ci[1]))).toBeLessThan(1e-3);
    expect(expected.p_midp === null ? (ratio?.p ?? 1) < 1e-8 : relativeError(ratio?.p, expected.p_midp) < 1e-9).toBe(true);
  });

  it('sets the classes by its value: Byar’s limits of 100 events are 81.36 and 121.63', () => {
    expect([81, 82, 121, 122].map(classAgainst)).toEqual([CLASS.higher, CLASS.similar, CLASS.similar, CLASS.lower]);
  });

  it('is none, and says why, where it is for other hours of the week or other residents', () => {
    const input = randomScene(seededRandom(6), { rows: 4000, areas: 30, kinds: 3, months: 24, hours: true, age: true, dirty: false }).input;
    const types = input.entry.kinds.map(({ type }) => type);
    const [nights, young]: Partial<Selection>[] = [{ types, days: [4, 5], hours: { from: 19, to: 7 } }, { types, ages: [2, 3, 4] }];
    const sentences = [
      [nights, { types }, 'is for 24 hours of the week, this one for all 168 hours of the week'],
      [{ types }, nights, 'is for all 168 hours of the week, this one for 24 hours of the week'],
      [young, { types }, 'is for residents aged 10-24, this one for all residents'],
      [{ ...young, ...nights }, { types }, 'is for 24 hours of the week and residents aged 10-24, this one for all 168 hours of the week and all residents'],
    ] as const;
    for (const [saved = {}, here = {}, words] of sentences) {
      const { value, notes } = against(input, here, saved);
      expect(notes).toEqual([`The saved selection “Nights” ${words}: their rates cannot be compared.`]);
      expect([value.benchmark, value.ratio, value.funnel, value.expectedHigherByChance]).toEqual([{ rate: null, dsr: null }, null, { rate: null, dsr: null }, { rate: 0, dsr: 0 }]);
      expect([...value.areas.rateClass, ...value.areas.dsrClass].every((code) => code === CLASS.noData || code === CLASS.tooFew)).toBe(true);
    }
  });

  it('may be of another period, of other months of the year and of other days with as many hours', () => {
    const input = randomScene(seededRandom(6), { rows: 4000, areas: 30, kinds: 3, months: 24, hours: true, age: true, dirty: false }).input;
    const types = input.entry.kinds.map(({ type }) => type);
    const [first, last] = [input.entry.months[0] ?? '', input.entry.months[11] ?? ''];
    for (const [saved, here] of [[{ period: { from: first, to: last } }, {}], [{ monthsOfYear: [1, 2, 3] }, {}], [{ days: [0], midnightAside: true }, { days: [5] }], [{ ages: [4, 3, 2] }, { ages: [2, 3, 4] }]] as const) {
      const { value, notes } = against(input, { types, ...here }, { types, ...saved });
      expect([notes, value.benchmark.rate?.reason, value.benchmark.dsr?.reason, value.ratio === null]).toEqual([[], REASON.given, REASON.given, false]);
    }
  });

  it('tells residents of one sex from all, where the population is held by sex', () => {
    const everybody = { hoursOfWeek: 168, ages: null, sex: 'all' } as const;
    expect(otherDenominator('Women', { ...everybody, sex: 'female' }, everybody)).toBe('The saved selection “Women” is for female residents, this one for all residents: their rates cannot be compared.');
    expect(otherDenominator('Women', { ...everybody, sex: 'female' }, { ...everybody, sex: 'female' })).toBeNull();
  });

  it('is counted once for each selection and confidence, as an answer of its own, and forgotten after 16 others', () => {
    const input = plainScene(2, 1000, 12, [{ area: 0, month: 0, count: 40 }, { area: 1, month: 0, count: 30 }]);
    const answers = new SavedAnswers();
    const first = against(input, {}, { boroughs: ['B1'] }, answers).value;
    // Records that come later do not change what is kept: it goes with the data set.
    const more = plainScene(2, 1000, 12, [{ area: 0, month: 0, count: 40 }, { area: 1, month: 0, count: 90 }]);
    expect(against(more, {}, { boroughs: ['B1'] }, answers).value.benchmark).toEqual(first.benchmark);
    expect(first.benchmark.rate?.events).toBe(30);
    for (let month = 0; month < 16; month += 1) against(more, {}, { boroughs: ['B1'], monthsOfYear: [month] }, answers);
    expect(against(more, {}, { boroughs: ['B1'] }, answers).value.benchmark.rate?.events).toBe(90);
  });
});
