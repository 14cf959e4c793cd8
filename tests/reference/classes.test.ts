import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { benchmarkClass, fiveWayBenchmarkClass } from '../../src/statistics/benchmarkClass.ts';
import { crudeRate } from '../../src/statistics/crudeRate.ts';
import { quantileClasses } from '../../src/statistics/quantileClasses.ts';
import { wilsonProportion } from '../../src/statistics/wilsonProportion.ts';
import { differences, readCases } from './cases.ts';

const benchmarkInputs = z.object({
  statistic: z.enum(['rate', 'proportion']), count: z.number(), denominator: z.number(), multiplier: z.number(), benchmark: z.number(),
});
const benchmarkExpected = z.object({
  value: z.number(), lower95: z.number(), upper95: z.number(), lower99_8: z.number(), upper99_8: z.number(),
  category_95: z.string(), category_99_8: z.string(), category_5_way: z.string(),
});

function limitsOf({ statistic, count, denominator, multiplier }: z.infer<typeof benchmarkInputs>, confidence: number): { value: number; lower: number; upper: number } {
  const result = (statistic === 'rate' ? crudeRate : wilsonProportion)(count, denominator, { confidence, multiplier });
  if (result.value === null) throw new Error(result.reason);
  return result;
}

describe('class against the benchmark (c_benchmark_category)', () => {
  const cases = readCases('c_benchmark_category', benchmarkInputs, benchmarkExpected).map((one) => ({
    ...one, fiveWay: one.expected.category_5_way.replace(/ \((.*)%\)/, '-$1'), usual: limitsOf(one.inputs, 0.95), strict: limitsOf(one.inputs, 0.998),
  }));

  it.each(cases)("$group: $id, limits and the rule on R's limits", ({ inputs, expected, fiveWay, usual, strict }) => {
    expect(differences({
      value: [usual.value, expected.value], lower95: [usual.lower, expected.lower95], upper95: [usual.upper, expected.upper95],
      lower998: [strict.lower, expected.lower99_8], upper998: [strict.upper, expected.upper99_8],
    })).toEqual([]);
    expect(benchmarkClass(expected.lower95, expected.upper95, inputs.benchmark)).toBe(expected.category_95);
    expect(benchmarkClass(expected.lower99_8, expected.upper99_8, inputs.benchmark)).toBe(expected.category_99_8);
    const limits95 = { lower: expected.lower95, upper: expected.upper95 };
    const limits998 = { lower: expected.lower99_8, upper: expected.upper99_8 };
    expect(fiveWayBenchmarkClass(limits95, limits998, inputs.benchmark)).toBe(fiveWay);
  });

  // Including those whose benchmark was set on R's limit: ours differs from it by rounding only.
  it.each(cases)('$group: $id, from count to class', ({ inputs, fiveWay, usual, strict }) => {
    expect(fiveWayBenchmarkClass(usual, strict, inputs.benchmark)).toBe(fiveWay);
  });
});

describe('quantile classes (c_quantile)', () => {
  const inputs = z.object({
    values: z.array(z.number().nullable()), nquantiles: z.number(), invert: z.boolean(), group: z.array(z.string()).nullable(),
  });
  const expected = z.object({ quantile: z.array(z.number().nullable()) });
  it.each(readCases('c_quantile', inputs, expected))('$group: $id', (one) => {
    const groups = one.inputs.group ?? one.inputs.values.map(() => '');
    const byGroup = <Value>(values: readonly Value[], wanted: string): Value[] => values.filter((_, i) => groups[i] === wanted);
    for (const group of new Set(groups)) {
      const values = byGroup(one.inputs.values, group).map((value) => value ?? Number.NaN);
      const classes = quantileClasses(values, one.inputs.nquantiles, one.inputs.invert ? 'descending' : 'ascending');
      expect([...classes]).toEqual(byGroup(one.expected.quantile, group).map((quantile) => quantile ?? 0));
    }
  });
});
