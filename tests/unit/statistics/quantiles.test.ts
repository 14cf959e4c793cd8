import { describe, expect, it } from 'vitest';
import { gammaQuantile, gammaTail } from '../../../src/statistics/gammaQuantile.ts';
import { normalQuantile, twoSidedZ } from '../../../src/statistics/normalQuantile.ts';

describe('normal quantile', () => {
  it('knows the z that everybody knows', () => {
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(twoSidedZ(0.998)).toBeCloseTo(3.090232306167813, 13);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('is symmetric, rises, and ends at infinity', () => {
    const ps = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
    expect(Math.max(...ps.map((p) => Math.abs(normalQuantile(p) + normalQuantile(1 - p))))).toBeLessThan(1e-14);
    expect(ps.every((p, i) => i === 0 || normalQuantile(p) > normalQuantile(ps[i - 1] ?? 0))).toBe(true);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d', (p) => expect(() => normalQuantile(p)).toThrow(RangeError));
});

describe('gamma quantile', () => {
  it('has closed forms to agree with: the exponential distribution', () => {
    for (const p of [1e-10, 0.01, 0.5, 0.9, 0.999]) {
      expect(gammaQuantile(p, 1) / -Math.log1p(-p)).toBeCloseTo(1, 12);
    }
  });

  it('is half the square of a normal quantile for a shape of a half', () => {
    expect(2 * gammaQuantile(0.95, 0.5) / twoSidedZ(0.95) ** 2).toBeCloseTo(1, 12);
  });

  it('ends at 0 and infinity, and its tails add up to 1', () => {
    expect([gammaQuantile(0, 3), gammaQuantile(1, 3)]).toEqual([0, Infinity]);
    expect(gammaTail(4, 3, true) + gammaTail(4, 3, false)).toBeCloseTo(1, 14);
    expect([gammaTail(0, 3, true), gammaTail(Infinity, 3, true)]).toEqual([0, 1]);
  });

  it('gives Poisson sums: the upper tail of shape c + 1 at m is P(count > c)', () => {
    // P(count <= 3 | mean 5) = e^-5 (1 + 5 + 12.5 + 20.8333...)
    expect(gammaTail(5, 4, false)).toBeCloseTo(Math.exp(-5) * (1 + 5 + 12.5 + 125 / 6), 14);
  });

  it('rises with the probability over the whole range, large shapes included', () => {
    for (const shape of [0.2, 1, 9.5, 300, 5e5]) {
      const values = Array.from({ length: 99 }, (_, i) => gammaQuantile((i + 1) / 100, shape));
      expect(values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0))).toBe(true);
    }
  });

  it.each([[-0.1, 1], [1.1, 1], [0.5, 0], [0.5, -1], [0.5, Infinity], [Number.NaN, 1]])('refuses probability %d with shape %d', (p, shape) => {
    expect(() => gammaQuantile(p, shape)).toThrow(RangeError);
  });
});
