import { describe, expect, it } from 'vitest';
import { classBreaks, quantile, type BreaksMethod } from '../../../src/statistics/classBreaks.ts';
import { globalEmpiricalBayes, localEmpiricalBayes } from '../../../src/statistics/empiricalBayes.ts';
import { empiricalBayesMoran } from '../../../src/statistics/empiricalBayesMoran.ts';
import { fisherJenks } from '../../../src/statistics/fisherJenks.ts';
import { areasForShare, gini, lorenzCurve, topShare } from '../../../src/statistics/gini.ts';
import { prettyBreaks } from '../../../src/statistics/prettyBreaks.ts';
import { slopeIndexOfInequality } from '../../../src/statistics/slopeIndexOfInequality.ts';
import { seeded } from '../../calibration/random.ts';

const METHODS: readonly BreaksMethod[] = ['quantile', 'equal', 'fisher-jenks', 'jenks', 'pretty', 'deviation'];

describe('slope index of inequality', () => {
  const straight = { populations: [1, 1, 1, 1, 1], values: [9, 7, 5, 3, 1] };

  it('is the fall of a straight line from end to end, whatever the order of the groups', () => {
    const result = slopeIndexOfInequality(straight);
    expect(result.slope).toBeCloseTo(-10, 12);
    expect(result.intercept).toBeCloseTo(10, 12);
    expect(slopeIndexOfInequality({ quantiles: [5, 4, 3, 2, 1], populations: straight.populations, values: straight.values.toReversed() })).toEqual(result);
  });

  it('inverts the relative index with a negative multiplier, and has none where the deprived end is fitted at 0', () => {
    const groups = { populations: [2, 1, 1, 1, 2], values: [9, 7, 5, 3, 2] };
    const [plain, turned] = [slopeIndexOfInequality(groups), slopeIndexOfInequality(groups, { multiplier: -1 })];
    expect(turned.relative).toBeCloseTo(1 / (plain.relative ?? 0), 12);
    expect(turned.slope).toBeCloseTo(-(plain.slope ?? 0), 12);
    expect(slopeIndexOfInequality({ populations: [1, 1, 1, 1, 1], values: [0, 0, 0, 0, 0] })).toEqual({ slope: 0, relative: null, intercept: 0, reason: null });
  });

  it('is withheld for fewer than 5 groups and for values without a logarithm', () => {
    expect(slopeIndexOfInequality({ populations: [1, 1, 1, 1], values: [4, 3, 2, 1] }).reason).toBe('too-few-groups');
    expect(slopeIndexOfInequality({ ...straight, values: [9, 7, 5, 3, 0] }, { transform: 'log' }).reason).toBe('not-positive');
  });

  it.each([
    [{ ...straight, populations: [1, 1, 0, 1, 1] }, 'Quantile 3: the population'],
    [{ ...straight, values: [9, 7, 5, Number.NaN, 1] }, 'Quantile 4: the value'],
    [{ ...straight, quantiles: [1, 2, 2, 4, 5] }, 'Quantile 2 is missing or occurs twice'],
    [{ ...straight, populations: [1] }, 'do not match'],
  ])('refuses what cannot be, by name', (groups, message) => {
    expect(() => slopeIndexOfInequality(groups)).toThrow(message);
  });
});

describe('Gini and Lorenz', () => {
  it('go from 0 for equal counts to 1, corrected, where one area has all', () => {
    expect(gini([1, 1, 1, 5])).toBeCloseTo(0.375, 14);
    expect(gini([3, 3, 3])).toBe(0);
    expect(gini([0, 0, 9], { corrected: true })).toBeCloseTo(1, 14);
  });

  it('are null without areas or events: there is nothing to share', () => {
    expect([gini([]), gini([0, 0]), gini([5], { corrected: true }), lorenzCurve([0])]).toEqual([null, null, null, null]);
  });

  it('read shares off the curve', () => {
    const curve = lorenzCurve([0, 10, 30, 60]);
    if (!curve) throw new Error('no curve');
    expect([...curve.events]).toEqual([0, 0, 0.1, 0.4, 1]);
    expect(topShare(curve, 0.25)).toBeCloseTo(0.6, 14);
    expect(topShare(curve, 0)).toBe(0);
    expect(topShare(curve, 1)).toBe(1);
    expect(areasForShare(curve, 0.6)).toBeCloseTo(0.25, 14);
    expect(areasForShare(curve, 1)).toBeCloseTo(0.75, 14);
    expect(() => topShare(curve, 1.1)).toThrow(RangeError);
  });
});

describe('class breaks', () => {
  it.each(METHODS)('%s: a class for each value where there are no more values than classes', (method) => {
    expect(classBreaks([4, 1, 2, 1, Number.NaN], 5, method)).toEqual([0.25, 1.5, 3, 4.75]);
    expect(classBreaks([7, 7, 7], 5, method)).toEqual([6.5, 7.5]);
    expect(classBreaks([Number.NaN], 5, method)).toEqual([]);
  });

  it('repeats quantiles of ties', () => {
    expect(classBreaks([0, 0, 0, 0, 0, 1, 2, 3, 4], 4, 'quantile')).toEqual([0, 0, 0, 2, 4]);
    expect(quantile([1, 2, 4], 0.75)).toBe(3);
  });

  it('finds the division with the least spread, as trying all of them does', () => {
    const random = seeded(5);
    const values = Float64Array.from({ length: 11 }, () => Math.round(1000 * random() ** 2)).toSorted();
    const spread = (from: number, to: number): number => {
      const part = values.subarray(from, to);
      const mean = part.reduce((a, b) => a + b, 0) / part.length;
      return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    let best = { sum: Infinity, firsts: [0, 0] };
    for (let a = 1; a < 10; a += 1) {
      for (let b = a + 1; b < 11; b += 1) {
        const sum = spread(0, a) + spread(a, b) + spread(b, 11);
        if (sum < best.sum) best = { sum, firsts: [a, b] };
      }
    }
    expect(fisherJenks(values, new Float64Array(11).fill(1), 3)).toEqual(best.firsts);
  });

  it.each([
    [[1, 10, 5], [0, 2, 4, 6, 8, 10]], [[0, 97, 5], [0, 20, 40, 60, 80, 100]], [[-3, 3, 4], [-4, -2, 0, 2, 4]],
    [[0.001, 0.0042, 4], [0.001, 0.002, 0.003, 0.004, 0.005]], [[0, 0, 5], [-1, 0]], [[0, 1, 12], [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  ] as const)('pretty %j', ([lowest, highest, classes], breaks) => {
    const found = prettyBreaks(lowest, highest, classes);
    expect(found).toHaveLength(breaks.length);
    for (const [i, edge] of breaks.entries()) expect(found[i]).toBeCloseTo(edge, 12);
  });

  it('refuses classes and ends that cannot be', () => {
    expect(() => classBreaks([1, 2, 3], 1, 'pretty')).toThrow('Classes');
    expect(() => prettyBreaks(2, 1, 3)).toThrow(RangeError);
    expect(() => prettyBreaks(0, 1, 0)).toThrow(RangeError);
  });
});

describe('empirical Bayes rates', () => {
  const areas = Object.freeze({ events: [1, 30, 4, 0], populations: [10, 1000, 100, 5] });

  it('draw small areas further towards the mean than large ones', () => {
    const { estimates, mean, variance } = globalEmpiricalBayes({ events: [5, 300, 4, 0], populations: [10, 1000, 100, 50] });
    expect(variance).toBeGreaterThan(0);
    const [small, large] = [((estimates[0] ?? 0) - mean) / (0.5 - mean), ((estimates[1] ?? 0) - mean) / (0.3 - mean)];
    expect(small).toBeLessThan(large);
    expect(large).toBeLessThan(1);
  });

  it('leave an area without neighbours its own rate', () => {
    const { estimates, means } = localEmpiricalBayes(areas, [[1], [0], [], [1]]);
    expect(estimates[2]).toBe(0.04);
    expect(means[2]).toBe(0.04);
  });

  it('have no estimate where nothing happened in the neighbourhood', () => {
    expect(localEmpiricalBayes({ events: [0, 0, 5], populations: [10, 10, 10] }, [[1], [0], [1]]).estimates.slice(0, 2)).toEqual(new Float64Array([Number.NaN, Number.NaN]));
  });

  it('refuse areas without population by name, and lists of neighbours that do not match', () => {
    expect(() => globalEmpiricalBayes({ events: [1, 1], populations: [10, 0], names: ['A', 'Luton 003D'] })).toThrow('Luton 003D: the population is 0');
    expect(() => localEmpiricalBayes(areas, [[1]])).toThrow('1 lists of neighbours for 4 areas');
    expect(() => localEmpiricalBayes(areas, [[1], [0], [2], [9]])).toThrow('Area 2 cannot have 2');
    expect(() => globalEmpiricalBayes({ events: [1], populations: [] })).toThrow('do not match');
  });

  it('have an index that the seed fixes, and no p-value of 0', () => {
    const neighbours = [[1], [0, 2], [1, 3], [2]];
    const run = (seed: number): number | null =>
      empiricalBayesMoran(areas, neighbours, { weights: 'row', permutations: 99, random: seeded(seed) }).p;
    expect(run(3)).toBe(run(3));
    expect(run(3)).toBeGreaterThanOrEqual(0.01);
    expect(empiricalBayesMoran(areas, neighbours, { weights: 'binary' }).p).toBeNull();
    expect(() => empiricalBayesMoran(areas, neighbours, { weights: 'row', permutations: 9 })).toThrow('random');
  });
});
