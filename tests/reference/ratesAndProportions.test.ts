import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { byarLimits, exactLimits } from '../../src/statistics/countLimits.ts';
import { crudeRate } from '../../src/statistics/crudeRate.ts';
import type { RateOptions, RateResult } from '../../src/statistics/rate.ts';
import { wilsonProportion } from '../../src/statistics/wilsonProportion.ts';
import { differences, figure, readCases, type Figure } from './cases.ts';

const inputs = z.object({ count: z.number(), denominator: z.number(), multiplier: z.number() });
const levels = z.record(z.string(), z.object({ value: figure, lowercl: figure, uppercl: figure }));
const countLimits = z.object({ exact_lower: figure, exact_upper: figure, byar_lower: figure, byar_upper: figure });
const confidenceOf = (key: string): number => Number(key.replace('confidence_', ''));
type Method = (count: number, denominator: number, options: RateOptions) => RateResult;

function compare(result: RateResult, value: Figure | undefined, lower: Figure | undefined, upper: Figure | undefined): string[] {
  return differences({ value: [result.value, value], lower: [result.lower, lower], upper: [result.upper, upper] });
}

function compareLevels(method: Method, { count, denominator, multiplier }: z.infer<typeof inputs>, expected: z.infer<typeof levels>): string[] {
  return Object.entries(expected).flatMap(([key, level]) =>
    compare(method(count, denominator, { confidence: confidenceOf(key), multiplier }), level.value, level.lowercl, level.uppercl));
}

describe('crude rates equal PHEindicatormethods (b_rate_ci)', () => {
  const expectedRates = z.object({ phe_rate: levels, count_limits: z.record(z.string(), countLimits).optional() });
  const rates = readCases('b_rate_ci', inputs, expectedRates, (group) => group !== 'oddities');
  it.each(rates)('$group: $id', (one) => {
    expect(compareLevels(crudeRate, one.inputs, one.expected.phe_rate)).toEqual([]);
  });

  it.each(rates.filter((one) => one.expected.count_limits !== undefined))('$id: exact and Byar limits of the count; a negative Byar limit is 0 where R says NA', (one) => {
    const found = Object.entries(one.expected.count_limits ?? {}).flatMap(([key, limits]) => {
      const exact = exactLimits(one.inputs.count, confidenceOf(key));
      const byar = byarLimits(one.inputs.count, confidenceOf(key));
      return differences({
        exactLower: [exact.lower, limits.exact_lower], exactUpper: [exact.upper, limits.exact_upper],
        byarLower: [byar.lower, limits.byar_lower ?? 0], byarUpper: [byar.upper, limits.byar_upper],
      });
    });
    expect(found).toEqual([]);
  });
});

const oddInputs = z.object({
  area: z.array(z.string()).optional(), count: z.array(z.number()), denominator: z.array(z.number()),
  args: z.object({ confidence: z.number().nullable().optional() }).optional(),
});
const column = z.array(figure);
const oddExpected = z.object({ error: z.string().nullable(), result: z.object({ value: column, lowercl: column.optional(), uppercl: column.optional() }).nullable() });
type Odd = ReturnType<typeof readOddities>[number];

function readOddities(fixture: string): { id: string; inputs: z.infer<typeof oddInputs>; expected: z.infer<typeof oddExpected> }[] {
  return readCases(fixture, oddInputs, oddExpected, (group) => group === 'oddities');
}

/** Rows of one group are summed first, as R does; for us that is the caller's work. */
function rowsOf({ inputs: { area, count, denominator } }: Odd): (readonly [number, number])[] {
  const keys = area ?? count.map((_, i) => String(i));
  return [...new Set(keys)].map((key) => {
    const sum = (values: number[]): number => values.reduce((total, x, i) => total + (keys[i] === key ? x : 0), 0);
    return [sum(count), sum(denominator)] as const;
  });
}

/** A confidence that we take: R also accepts percentages and 100%. */
const ours = (one: Odd): number => {
  const asked = one.inputs.args === undefined || one.inputs.args.confidence === undefined ? 0.95 : one.inputs.args.confidence;
  return asked === null ? Number.NaN : asked;
};
const isProportion = (confidence: number): boolean => confidence >= 0.9 && confidence < 1;

describe.each([
  { fixture: 'b_rate_ci', method: crudeRate, multiplier: 100_000 },
  { fixture: 'b_proportion_wilson', method: wilsonProportion, multiplier: 1 },
])('oddities of $fixture', ({ fixture, method, multiplier }) => {
  const oddities = readOddities(fixture);
  it.each(oddities.filter((one) => one.expected.result !== null && isProportion(ours(one))).map((one) => [one.id, one] as const))('%s: as R', (_, one) => {
    const { result } = one.expected;
    expect(rowsOf(one).flatMap(([count, denominator], row) =>
      compare(method(count, denominator, { confidence: ours(one), multiplier }), result?.value[row], result?.lowercl?.[row], result?.uppercl?.[row]))).toEqual([]);
  });

  it.each(oddities.filter((one) => !isProportion(ours(one))).map((one) => [one.id, one] as const))(
    '%s: a percentage, 100%% or no confidence is an error, where R guesses or gives infinite limits', (_, one) => {
      const [[count, denominator] = [1, 1]] = rowsOf(one);
      expect(() => method(count, denominator, { confidence: ours(one), multiplier })).toThrow(RangeError);
    });

  it.each(oddities.filter((one) => one.expected.error !== null && !one.inputs.denominator.includes(0)).map((one) => [one.id, one] as const))('%s: refused, as by R', (_, one) => {
    const [[count, denominator] = [1, 1]] = rowsOf(one);
    expect(() => method(count, denominator, { confidence: 0.95, multiplier })).toThrow(RangeError);
  });

  it.each(oddities.filter((one) => one.inputs.denominator.includes(0)).map((one) => [one.id, one] as const))('%s: 0 of 0 is withheld with a reason where R fails the whole call', (_, one) => {
    const [[count, denominator] = [1, 1]] = rowsOf(one);
    expect(method(count, denominator, { confidence: 0.95, multiplier })).toEqual({ value: null, lower: null, upper: null, reason: 'no-population' });
  });
});

it('b_rate_ci level_998_percent: the same as 0.998', () => {
  const [one] = readOddities('b_rate_ci').filter(({ id }) => id === 'level_998_percent');
  const result = crudeRate(one?.inputs.count[0] ?? 0, one?.inputs.denominator[0] ?? 0, { confidence: 0.998, multiplier: 100_000 });
  expect(compare(result, one?.expected.result?.value[0], one?.expected.result?.lowercl?.[0], one?.expected.result?.uppercl?.[0])).toEqual([]);
});

describe('proportions equal PHEindicatormethods and prop.test (b_proportion_wilson)', () => {
  const expected = z.object({ phe_proportion: levels, base_prop_test_wilson_on_unit_scale: z.record(z.string(), z.array(figure)) });
  it.each(readCases('b_proportion_wilson', inputs, expected, (group) => group !== 'oddities'))('$group: $id', (one) => {
    expect(compareLevels(wilsonProportion, one.inputs, one.expected.phe_proportion)).toEqual([]);
    const { count, denominator } = one.inputs;
    expect(Object.entries(one.expected.base_prop_test_wilson_on_unit_scale).flatMap(([key, [lower, upper]]) =>
      compare(wilsonProportion(count, denominator, { confidence: confidenceOf(key), multiplier: 1 }), count / denominator, lower, upper))).toEqual([]);
  });
});
