import { describe, expect, it } from 'vitest';
import { ratioWords } from '../../../src/features/explore/words.ts';

describe('ratioWords', () => {
  const ratio = { value: 1.234, lower: 1.1, upper: 1.372, p: 0.001 };

  it('says how many times the benchmark’s crude rate, with limits', () => {
    expect(ratioWords(ratio, 'Luton 2019', 99.8)).toBe('1.23 times the crude rate of “Luton 2019” (99.8% limits 1.10 to 1.37).');
    expect(ratioWords(ratio, 'Luton 2019', 'fdr')).toContain('(95% limits 1.10 to 1.37)');
    expect(ratioWords({ ...ratio, value: 12.34, upper: 30.06 }, 'A', 95)).toBe('12.3 times the crude rate of “A” (95% limits 1.10 to 30.1).');
  });

  it('keeps two figures of a small ratio', () => {
    expect(ratioWords({ ...ratio, value: 0.0194, lower: 0.0161, upper: 0.0995 }, 'A', 95)).toBe('0.019 times the crude rate of “A” (95% limits 0.016 to 0.10).');
    expect(ratioWords({ ...ratio, value: 0, lower: 0, upper: 0.0001 }, 'A', 95)).toBe('0.00 times the crude rate of “A” (95% limits 0.00 to under 0.001).');
  });

  it('never prints what is not a number', () => {
    expect(ratioWords({ ...ratio, value: Number.NaN }, 'A', 95)).toBeNull();
    expect(ratioWords({ ...ratio, upper: Number.POSITIVE_INFINITY }, 'A', 95)).toBe('1.23 times the crude rate of “A”.');
  });
});
