import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { proportionFunnelLimits, rateFunnelLimits } from '../../src/statistics/funnelLimits.ts';
import { funnelSignificance } from '../../src/statistics/funnelSignificance.ts';
import { gammaQuantile } from '../../src/statistics/gammaQuantile.ts';
import { differences, readCases, relativeError } from './cases.ts';

const numbers = z.array(z.number());
const statistic = z.enum(['proportion', 'crude', 'dsr', 'ratio']);
const SIDES = [
  { name: 'lower_2s', side: 'lower', confidence: 0.95 }, { name: 'upper_2s', side: 'upper', confidence: 0.95 },
  { name: 'lower_3s', side: 'lower', confidence: 0.998 }, { name: 'upper_3s', side: 'upper', confidence: 0.998 },
] as const;
/** What the file says of the reference's bisection; the exact targets are compared at 1e-9. */
const BISECTION = 2e-4;

describe('funnel limits equal calculate_funnel_limits (c_funnel_limits)', () => {
  const inputs = z.object({ statistic, multiplier: z.number(), years_of_data: z.number().nullable() });
  const expected = z.object({ limits: z.record(z.string(), z.array(z.union([z.number(), z.string()]))) });
  const cases = readCases('c_funnel_limits', inputs, expected).map((one) => ({
    ...one, column: (name: string): number[] => numbers.parse(one.expected.limits[name]),
  }));
  const isProportion = (one: (typeof cases)[number]): boolean => one.inputs.statistic === 'proportion';

  it.each(cases.filter(isProportion))('$id', ({ inputs: { multiplier }, column }) => {
    const [baseline = Number.NaN] = column('baseline');
    for (const { name, side, confidence } of SIDES) {
      const limits = proportionFunnelLimits(baseline, column('Population'), { confidence, multiplier })[side];
      // R caps at 100 whatever the multiplier; a proportion per one person cannot exceed 1.
      const reference = column(`${name}_limit`).map((limit) => Math.min(limit, multiplier));
      expect(reference.flatMap((limit, i) => differences({ [`${name} ${i}`]: [limits[i], limit] }))).toEqual([]);
    }
  });

  it.each(cases.filter((one) => !isProportion(one)))('$id, to 2e-4 of the bisection and 1e-9 of its target', ({ inputs: one, column }) => {
    const ratio = one.statistic === 'ratio';
    const events = column(ratio ? 'Observed_events' : 'Events');
    const baseline = ratio ? one.multiplier : column('baseline')[0] ?? Number.NaN;
    for (const { name, side, confidence } of SIDES) {
      const population = column(ratio ? `${name}_exp_events` : `${name}_population_1_year`).map((years) => years * (one.years_of_data ?? 1));
      const limits = rateFunnelLimits(baseline, population, { confidence, multiplier: one.multiplier })[side];
      expect(Math.max(...column(`${name}_limit`).map((limit, i) => relativeError(limits[i], limit)))).toBeLessThan(BISECTION);

      // Expected events at which so many observed ones lie on the limit, from the chi-square quantiles.
      const targets = events.map((count) => (side === 'lower'
        ? gammaQuantile((1 + confidence) / 2, count + 1) : gammaQuantile((1 - confidence) / 2, count)));
      const exact = rateFunnelLimits(baseline, targets.map((target) => target / baseline * one.multiplier), { confidence, multiplier: one.multiplier })[side];
      expect(events.flatMap((count, i) => differences({ [`${name} ${i}`]: [exact[i], count / (targets[i] ?? 0) * baseline] }))).toEqual([]);
    }
  });
});

const list = (values: readonly (number | null)[]): number[] => values.map((value) => value ?? Number.NaN);

describe('funnel significance equals assign_funnel_significance (c_funnel_significance)', () => {
  const column = z.array(z.number().nullable());
  const inputs = z.object({ statistic, multiplier: z.number().nullable(), numerator: column, denominator: column, rate: column.nullable() });
  const expected = z.object({ error: z.string().nullable(), significance: z.array(z.string()).nullable() });
  const cases = readCases('c_funnel_significance', inputs, expected).map((one) => {
    const areas = { events: list(one.inputs.numerator), denominators: list(one.inputs.denominator), rates: list(one.inputs.rate ?? []) };
    const kind = one.inputs.statistic === 'crude' ? 'rate' as const : one.inputs.statistic;
    return { ...one, run: () => funnelSignificance(areas, kind, one.inputs.multiplier ?? 1) };
  });
  const WORDS: Readonly<Record<string, string>> = {
    'lower-99.8': 'Low (0.001)', 'lower-95': 'Low (0.025)', 'similar': 'Not significant', 'higher-95': 'High (0.025)', 'higher-99.8': 'High (0.001)',
  };

  it.each(cases.filter((one) => one.expected.error === null))('$group: $id', (one) => {
    const words = one.run().classes.map((found) => (found === null ? 'Not applicable for events less than 10 for dsrs' : WORDS[found]));
    expect(words).toEqual(one.expected.significance);
  });

  it.each(cases.filter((one) => one.expected.error !== null))('$id: refused, as by R', (one) => {
    expect(one.run).toThrow(RangeError);
  });
});
