import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betaTail, binomialMass } from '../../src/statistics/betaTail.ts';
import { gammaQuantile, gammaTail } from '../../src/statistics/gammaQuantile.ts';
import { normalQuantile } from '../../src/statistics/normalQuantile.ts';
import { readFixture } from './cases.ts';

const { gamma, normal } = z.object({
  gamma: z.array(z.tuple([z.number(), z.number(), z.number()])),
  normal: z.array(z.tuple([z.number(), z.number()])),
}).parse(readFixture('quantiles.json'));

function worst(rows: readonly { actual: number; expected: number }[]): number {
  return Math.max(...rows.map(({ actual, expected }) => (expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1))));
}

describe('quantiles against mpmath with 50 digits', () => {
  it('normal: 1e-14 relative', () => {
    expect(normal.length).toBeGreaterThan(300);
    expect(worst(normal.map(([p, expected]) => ({ actual: normalQuantile(p), expected })))).toBeLessThan(1e-14);
  });

  it('gamma with shapes from 0.1 to a million: 1e-12 relative', () => {
    const rows = gamma.filter(([, shape]) => shape >= 0.1);
    expect(rows.length).toBeGreaterThan(480);
    expect(worst(rows.map(([p, shape, expected]) => ({ actual: gammaQuantile(p, shape), expected })))).toBeLessThan(1e-12);
  });

  it('gamma with shapes from 0.001: 2e-11 relative', () => {
    expect(worst(gamma.map(([p, shape, expected]) => ({ actual: gammaQuantile(p, shape), expected })))).toBeLessThan(2e-11);
  });

  it('gamma tails at the quantiles give the probabilities back', () => {
    // The quantile is a rounded double: near a steep rise its last bit moves the tail by shape * 1e-16 and more.
    const rows = gamma.filter(([, shape]) => shape >= 0.1 && shape <= 1000).map(([p, shape, x]) => ({ actual: gammaTail(x, shape, true), expected: p }));
    expect(worst(rows)).toBeLessThan(1e-11);
  });
});

describe('beta tails and binomial probabilities against mpmath with 40 digits', () => {
  const rows = z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])).parse(readFixture('beta_tails.json'));

  it('2e-12 relative for shapes up to 20,000', () => {
    expect(rows.length).toBeGreaterThan(150);
    expect(worst(rows.map(([odds, a, b, expected]) => ({ actual: betaTail(odds, a, b, true), expected })))).toBeLessThan(2e-12);
    expect(worst(rows.map(([odds, a, b, , expected]) => ({ actual: betaTail(odds, a, b, false), expected })))).toBeLessThan(2e-12);
    expect(worst(rows.map(([odds, a, b, , , expected]) => ({ actual: binomialMass(odds, a, b), expected })))).toBeLessThan(2e-12);
  });
});
