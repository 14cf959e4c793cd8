import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areasForShare, gini, lorenzCurve, topShare } from '../../src/statistics/gini.ts';
import { slopeIndexOfInequality } from '../../src/statistics/slopeIndexOfInequality.ts';
import { differences, figure, readCases } from './cases.ts';

const numbers = z.array(z.number());

describe('slope and relative index equal phe_sii (d_sii)', () => {
  const inputs = z.object({
    quantile: numbers, population: numbers, value: numbers, value_type: z.number(), transform: z.boolean(), multiplier: z.number(),
  });
  const expected = z.object({ error: z.string().nullable(), result: z.object({ sii: z.number(), rii: z.number(), intercept: z.number() }).nullable() });
  const SCALE = { 1: 'log', 2: 'logit' } as const;
  const cases = readCases('d_sii', inputs, expected).map((one) => ({
    ...one,
    run: (transform?: 'log' | 'logit') => slopeIndexOfInequality(
      { quantiles: one.inputs.quantile, populations: one.inputs.population, values: one.inputs.value },
      { multiplier: one.inputs.multiplier, ...(transform && { transform }) }),
  }));

  it.each(cases.filter((one) => one.expected.result))('$group: $id', (one) => {
    const scale = one.inputs.value_type === 1 ? SCALE[1] : SCALE[2];
    const result = one.run(one.inputs.transform ? scale : undefined);
    expect(result.reason).toBeNull();
    expect(differences({
      slope: [result.slope, one.expected.result?.sii], relative: [result.relative, one.expected.result?.rii],
      intercept: [result.intercept, one.expected.result?.intercept],
    })).toEqual([]);
  });

  it.each(cases.filter((one) => one.expected.error?.includes('Number of quantiles')))('$id: withheld with a reason, where R stops', (one) => {
    expect(one.run()).toEqual({ slope: null, relative: null, intercept: null, reason: 'too-few-groups' });
  });

  it('knows every other refusal: a transformation has to be named here, so that none is without its kind of value', () => {
    const others = cases.filter((one) => one.expected.error !== null && !one.expected.error.includes('Number of quantiles'));
    expect(others.map((one) => one.expected.error)).toEqual(['value_type should be 1 or 2 when transform is true']);
  });
});

describe('Gini and Lorenz equal ineq (f_gini_lorenz)', () => {
  const expected = z.object({
    gini: figure, gini_corrected: figure, lorenz_p: numbers, lorenz_L: numbers,
    top_share: z.record(z.string(), figure), area_share_for_50pct_of_crime: figure,
  });
  const cases = readCases('f_gini_lorenz', z.object({ counts: numbers }), expected);
  const isNegative = (one: (typeof cases)[number]): boolean => one.inputs.counts.some((count) => count < 0);

  it.each(cases.filter((one) => !isNegative(one)))('$id', ({ inputs: { counts }, expected: reference }) => {
    const curve = lorenzCurve(counts);
    if (!curve) throw new Error('no curve');
    expect(curve.areas).toHaveLength(counts.length + 1);
    const points = reference.lorenz_p.flatMap((share, i) => differences({
      [`p ${i}`]: [curve.areas[i], share], [`L ${i}`]: [curve.events[i], reference.lorenz_L[i]],
    }));
    const tops = Object.entries(reference.top_share).flatMap(([key, share]) =>
      differences({ [key]: [topShare(curve, Number(key.replace(/\D/g, '')) / 100), share] }));
    expect([...points, ...tops, ...differences({
      gini: [gini(counts), reference.gini], corrected: [gini(counts, { corrected: true }), reference.gini_corrected],
      half: [areasForShare(curve, 0.5), reference.area_share_for_50pct_of_crime],
    })]).toEqual([]);
  });

  it.each(cases.filter(isNegative))('$id: refused, where ineq gives a number without meaning', ({ inputs: { counts } }) => {
    expect(() => gini(counts)).toThrow('Area 0: the count is negative (-1)');
    expect(() => lorenzCurve(counts)).toThrow(RangeError);
  });
});
