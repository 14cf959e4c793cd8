import { describe, expect, it } from 'vitest';
import { thresholdCaution } from '../../../src/model/thresholdCaution.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { mayCompareWith } from '../../../src/worker/savedMonths.ts';

const MONTHS = Array.from({ length: 24 }, (_, i) => `${2020 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, '0')}`);
const year = (from: string, to: string) => ({ ...EVERYTHING, period: { from, to } });

describe('mayCompareWith', () => {
  it('allows other places of the same question', () => {
    expect(mayCompareWith({ ...EVERYTHING, wards: ['w1'], ages: [3] }, { ...EVERYTHING, boroughs: ['B1'], ages: [3] }, MONTHS)).toBe(true);
  });

  it('allows other questions about other months, and none about the same months', () => {
    const page = { ...year('2021-01', '2021-12'), ages: [3] };
    expect(mayCompareWith(year('2020-01', '2020-12'), page, MONTHS)).toBe(true);
    expect(mayCompareWith(year('2020-01', '2021-01'), page, MONTHS)).toBe(false);
    expect(mayCompareWith({ ...year('2021-01', '2021-12'), ages: [3, 4] }, page, MONTHS)).toBe(false);
    expect(mayCompareWith({ ...EVERYTHING, monthsOfYear: [1, 2] }, { ...EVERYTHING, monthsOfYear: [3] }, MONTHS)).toBe(true);
    // Beyond the data set's months nothing is shared.
    expect(mayCompareWith(year('2021-12', '2022-06'), year('2022-01', '2022-06'), MONTHS)).toBe(true);
  });
});

describe('thresholdCaution', () => {
  it('names the threshold, and is silent where there is none', () => {
    expect(thresholdCaution({ disclosureThreshold: 10 })).toContain('Counts under 10 are withheld.');
    expect([thresholdCaution({ disclosureThreshold: 0 }), thresholdCaution({ disclosureThreshold: 1 })]).toEqual([null, null]);
  });
});
