import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rateRatio, rateRatioTails, type RatioOptions, type RatioResult } from '../../src/statistics/rateRatio.ts';
import { differences, figure, readCases, relativeError, TOLERANCE } from './cases.ts';

const pair = z.tuple([figure, figure]);
const inputs = z.object({ events: z.tuple([z.number(), z.number()]), exposure: z.tuple([z.number(), z.number()]) });
const exact = z.object({ ratio: figure, p_two_sided: z.union([figure, z.boolean()]), ci: pair });
const answers = z.object({
  'poisson_test_0.95': exact, 'poisson_test_0.99': exact, 'poisson_test_0.998': exact, 'p_greater': z.number(), 'p_less': z.number(),
  'wald_95': z.object({ ratio: figure, ci: pair }).optional(),
  'midp_95': z.object({ ratio: figure, ci: pair, p_midp: figure }).optional(),
});
const refusals = z.record(z.string(), z.object({ error: z.string() }));
const LEVELS = ['0.95', '0.99', '0.998'] as const;
/** What the cases say of epitools' root finder. */
const ROOT_FINDER = 1e-3;

type Inputs = z.infer<typeof inputs>;
function ratioOf({ events: [x, y], exposure: [t, u] }: Inputs, options: RatioOptions): RatioResult {
  return rateRatio({ events: x, personYears: t }, { events: y, personYears: u }, options);
}

describe('rate ratios equal poisson.test and epitools (f_rate_ratio)', () => {
  const all = readCases('f_rate_ratio', inputs, z.unknown());
  const answered = all.filter((one) => answers.safeParse(one.expected).success && !one.inputs.exposure.includes(0))
    .map((one) => ({ ...one, expected: answers.parse(one.expected) }));

  it('holds cases of every kind', () => {
    expect(answered.length).toBeGreaterThanOrEqual(9);
    expect(answered.some((one) => one.expected.midp_95)).toBe(true);
  });

  it.each(answered)('$group: $id, exact limits and p', ({ inputs: one, expected }) => {
    const { greater, less } = rateRatioTails({ events: one.events[0], personYears: one.exposure[0] }, { events: one.events[1], personYears: one.exposure[1] });
    expect(differences({ greater: [greater, expected.p_greater], less: [less, expected.p_less] })).toEqual([]);
    for (const level of LEVELS) {
      const result = ratioOf(one, { confidence: Number(level) });
      const { ratio, ci, p_two_sided: p } = expected[`poisson_test_${level}`];
      expect(differences({ value: [result.value, ratio], lower: [result.lower, ci[0]], upper: [result.upper, ci[1]], p: [result.p, z.number().parse(p)] })).toEqual([]);
    }
  });

  it.each(answered.filter((one) => one.expected.wald_95))('$group: $id, Wald limits', ({ inputs: one, expected }) => {
    const result = ratioOf(one, { confidence: 0.95, method: 'wald' });
    const { ratio, ci } = expected.wald_95 ?? { ratio: null, ci: [null, null] };
    expect(differences({ value: [result.value, ratio], lower: [result.lower, ci[0]], upper: [result.upper, ci[1]] })).toEqual([]);
  });

  it.each(answered.filter((one) => one.expected.midp_95))('$group: $id, mid-P limits to 1e-3', ({ inputs: one, expected }) => {
    const result = ratioOf(one, { confidence: 0.95, method: 'mid-p' });
    const { ratio, ci, p_midp: p } = expected.midp_95 ?? { ratio: null, ci: [null, null], p_midp: null };
    const errors = [relativeError(result.value, ratio), relativeError(result.lower, ci[0]), relativeError(result.upper, ci[1])];
    expect(Math.max(...errors)).toBeLessThan(ROOT_FINDER);
    // Left out by the reference below 1e-8, where epitools loses its digits.
    expect(p === null ? result.p !== null && result.p < 1e-8 : relativeError(result.p, p) < TOLERANCE).toBe(true);
  });

  it.each(all.filter((one) => refusals.safeParse(one.expected).success))('$id: refused, as by R', (one) => {
    expect(() => ratioOf(one.inputs, { confidence: 0.95 })).toThrow(RangeError);
  });

  it.each(all.filter((one) => one.inputs.exposure.includes(0)))('$id: withheld with a reason, where R gives Infinity', (one) => {
    expect(ratioOf(one.inputs, { confidence: 0.95 })).toEqual({ value: null, lower: null, upper: null, p: null, reason: 'events-without-population' });
  });
});
