import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adjustPValues, falseDiscoveryCutoff } from '../../src/statistics/adjustPValues.ts';
import { benjaminiHochberg } from '../../src/statistics/benjaminiHochberg.ts';
import { differences, figure, readCases, relativeError, type Figure } from './cases.ts';

const METHODS = ['BH', 'BY', 'holm', 'bonferroni'] as const;
const column = z.array(figure);
const inputs = z.object({ p: column });
const expected = z.object({
  'BH': column, 'BY': column, 'holm': column, 'bonferroni': column,
  'rejected_BH_0.05': z.array(z.number()), 'esri_fdr_cutoff_0.05': z.number().nullable(),
});

/** NA and NaN are both "no p-value" to us. */
const missing = (p: Figure | undefined): boolean => p === null || p === undefined || Number.isNaN(p);

describe("adjusted p-values equal R's p.adjust (f_p_adjust)", () => {
  const cases = readCases('f_p_adjust', inputs, expected).map((one) => ({ ...one, p: one.inputs.p.map((p) => p ?? Number.NaN) }));

  it.each(cases)('$id', ({ p, expected: reference }) => {
    for (const method of METHODS) {
      const adjusted = adjustPValues(p, method);
      expect(adjusted).toHaveLength(p.length);
      const off = reference[method].flatMap((value, i) => (missing(value)
        ? (Number.isNaN(adjusted[i]) ? [] : [`${method} ${i} should be missing`])
        : differences({ [`${method} ${i}`]: [adjusted[i], value] })));
      expect(off).toEqual([]);
    }
    expect([...benjaminiHochberg(p)].flatMap((value, i) => (value <= 0.05 ? [i] : []))).toEqual(reference['rejected_BH_0.05']);
    expect(relativeError(falseDiscoveryCutoff(p, 0.05), reference['esri_fdr_cutoff_0.05'])).toBe(0);
  });
});
