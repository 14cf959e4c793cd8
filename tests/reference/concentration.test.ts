import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { concentrationCurve, fewestAreas, shareHeldBy, shareNeededFor } from '../../src/statistics/concentration.ts';
import { differences, readCases } from './cases.ts';

const expected = z.object({
  top_share: z.object({ top_1pct: z.number(), top_5pct: z.number(), top_10pct: z.number(), top_20pct: z.number() }), area_share_for_50pct_of_crime: z.number(),
});
const counts = z.object({ counts: z.array(z.number()) });
const all = readCases('f_gini_lorenz', counts, z.unknown());
const cases = all.filter(({ id }) => id !== 'negative').flatMap((one) => {
  const parsed = expected.safeParse(one.expected);
  return parsed.success ? [{ id: one.id, inputs: one.inputs, expected: parsed.data }] : [];
});

describe('concentration from the top equals ineq from the bottom (f_gini_lorenz)', () => {
  it('holds several cases', () => {
    expect(cases.length).toBeGreaterThan(4);
  });

  it.each(all.filter(({ id }) => id === 'negative'))('$id: refused, which ineq computes', ({ inputs }) => {
    expect(() => concentrationCurve(inputs.counts)).toThrow('negative');
    expect(() => fewestAreas(inputs.counts, 0.5)).toThrow('negative');
  });

  it.each(cases)('$id', ({ inputs, expected: { top_share: top, area_share_for_50pct_of_crime: half } }) => {
    const curve = concentrationCurve(inputs.counts);
    if (curve.areas === null) throw new Error(curve.reason);
    expect(differences({
      1: [shareHeldBy(curve, 0.01), top.top_1pct], 5: [shareHeldBy(curve, 0.05), top.top_5pct], 10: [shareHeldBy(curve, 0.1), top.top_10pct],
      20: [shareHeldBy(curve, 0.2), top.top_20pct], half: [shareNeededFor(curve, 0.5), half],
    })).toEqual([]);
    const { areas } = fewestAreas(inputs.counts, 0.5);
    expect(areas).toBe(Math.ceil(half * inputs.counts.length - 1e-9));
  });
});
