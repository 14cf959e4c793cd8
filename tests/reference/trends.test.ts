import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exactMannKendall } from '../../src/statistics/exactMannKendall.ts';
import { mannKendall, senSlope } from '../../src/statistics/mannKendall.ts';
import { differences, figure, readCases, relativeError } from './cases.ts';

const test = z.object({ S: figure, varS: figure, tau_b: figure, z: figure, p_two_sided: figure });
const correlation = z.object({ tau: figure, statistic_name: z.string(), statistic: figure, p_two_sided: figure });
const expected = z.object({
  trend_mk_test_continuity: test, trend_mk_test_no_continuity: test,
  kendall_package: z.object({ tau: figure, S: figure, varS: figure, p_two_sided: figure }),
  base_cor_test_exact: correlation, base_cor_test_normal: correlation, base_cor_test_normal_continuity: correlation,
  sens_slope: z.object({ slope: figure, ci95: z.array(figure), p_two_sided: figure }),
});
const cases = readCases('f_mann_kendall', z.object({ series: z.array(z.number()) }), z.unknown());
const complete = cases.flatMap((one) => {
  const parsed = expected.safeParse(one.expected);
  return parsed.success ? [{ ...one, expected: parsed.data }] : [];
});

describe('Mann-Kendall tests equal R (f_mann_kendall)', () => {
  it('holds cases without and with ties', () => {
    expect(complete.length).toBeGreaterThan(12);
  });

  it.each(complete.filter((one) => one.id !== 'constant_n12'))('$id: six variants and Sen\'s slope', ({ inputs, expected: r }) => {
    const found = mannKendall(inputs.series);
    const slope = senSlope(inputs.series, 0.95);
    const exact = r.base_cor_test_exact.statistic_name === 'T' ? exactMannKendall(inputs.series) : found.p;
    expect(differences({
      S: [found.s, r.trend_mk_test_continuity.S], variance: [found.variance, r.trend_mk_test_continuity.varS], tau: [found.tauB, r.trend_mk_test_continuity.tau_b],
      zCorrected: [found.zCorrected, r.trend_mk_test_continuity.z], pCorrected: [found.pCorrected, r.trend_mk_test_continuity.p_two_sided],
      z: [found.z, r.trend_mk_test_no_continuity.z], p: [found.p, r.trend_mk_test_no_continuity.p_two_sided],
      exact: [exact, r.base_cor_test_exact.p_two_sided], 'exact tau': [found.tauB, r.base_cor_test_exact.tau],
      normal: [found.p, r.base_cor_test_normal.p_two_sided], 'normal z': [found.z, r.base_cor_test_normal.statistic],
      continuity: [found.pCorrected, r.base_cor_test_normal_continuity.p_two_sided], 'continuity z': [found.zCorrected, r.base_cor_test_normal_continuity.statistic],
      slope: [slope?.slope, r.sens_slope.slope], lower: [slope?.lower, r.sens_slope.ci95[0]], upper: [slope?.upper, r.sens_slope.ci95[1]],
      'slope p': [found.pCorrected, r.sens_slope.p_two_sided],
    })).toEqual([]);
    // The Kendall package computes in single precision, and p as 1 less a number near 1: absolute, not relative.
    expect(relativeError(found.s, r.kendall_package.S)).toBe(0);
    expect(Math.abs((found.pCorrected ?? Infinity) - (r.kendall_package.p_two_sided ?? 0))).toBeLessThan(1e-6);
    expect(relativeError(found.tauB, r.kendall_package.tau)).toBeLessThan(1e-5);
    expect(relativeError(found.variance, r.kendall_package.varS)).toBeLessThan(1e-5);
  });

  it.each(cases.filter((one) => one.id === 'constant_n12'))('$id: nothing to test', ({ inputs }) => {
    expect(mannKendall(inputs.series)).toMatchObject({ s: 0, z: null, tauB: null, reason: 'constant' });
  });
});
