import { describe, expect, it } from 'vitest';
import { getisOrd } from '../../../src/statistics/getisOrd.ts';
import { globalMoran, permutedMoran } from '../../../src/statistics/globalMoran.ts';
import { localHotspotRates } from '../../../src/statistics/localHotspotRates.ts';
import { localMoran, moranClusters } from '../../../src/statistics/localMoran.ts';
import { permutedLocalMoran } from '../../../src/statistics/permutedLocalMoran.ts';
import { seededRandom, shuffle } from '../../../src/statistics/seededRandom.ts';
import { isolates, listsByArea, neighbourLists, spatialWeights } from '../../../src/statistics/spatialWeights.ts';

/** Five areas in a row, and a sixth without neighbours. */
const ROW = neighbourLists([[1], [0, 2], [1, 3], [2, 4], [3], []]);
const STAR = Object.freeze({ style: 'binary', includeSelf: true } as const);
const VALUES = Object.freeze([9, 8, 3, 1, 2, 4]);

const EACH_OTHER = neighbourLists([0, 1, 2, 3, 4].map((area) => [0, 1, 2, 3, 4].filter((other) => other !== area)));

describe('weights', () => {
  it('add up to 1 by row or are 1 each, with the area itself on request', () => {
    const row = spatialWeights(ROW, { style: 'row' });
    expect([...row.weights]).toEqual([1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1]);
    const star = spatialWeights(ROW, { style: 'row', includeSelf: true });
    expect([...star.neighbours]).toEqual([0, 1, 0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 5]);
    expect(star.weights.at(-1)).toBe(1);
    expect(isolates(ROW)).toEqual([5]);
    expect(isolates(star)).toEqual([]);
    expect(listsByArea(ROW).map((list) => [...list])).toEqual([[1], [0, 2], [1, 3], [2, 4], [3], []]);
  });

  it('refuse strangers and the area itself', () => {
    expect(() => spatialWeights(neighbourLists([[0]]), { style: 'row' })).toThrow('Area 0 cannot have 0');
    expect(() => spatialWeights(neighbourLists([[1], [2]]), { style: 'row' })).toThrow('Area 1 cannot have 2');
    expect(() => spatialWeights({ offsets: Int32Array.of(0, 1), neighbours: Int32Array.of() }, { style: 'row' })).toThrow('offsets');
  });
});

describe('Gi and Gi*', () => {
  it('have the same z for both styles, and one for an area without neighbours only with the area itself', () => {
    const star = getisOrd(VALUES, ROW, STAR);
    const other = getisOrd(VALUES, ROW, { style: 'row', includeSelf: true });
    expect([...star.z].map((z) => z.toFixed(12))).toEqual([...other.z].map((z) => z.toFixed(12)));
    expect(star.reasons).toEqual([null, null, null, null, null, null]);
    const plain = getisOrd(VALUES, ROW, { style: 'row' });
    expect(plain.reasons.at(-1)).toBe('no-neighbours');
    expect([plain.z.at(-1), plain.p.at(-1), plain.pUpper.at(-1)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('give both p-values: high z, small upper p', () => {
    const { z, p, pUpper } = getisOrd(VALUES, ROW, STAR);
    expect(z[0]).toBeGreaterThan(1.5);
    expect(pUpper[0]).toBeCloseTo((p[0] ?? 0) / 2, 14);
    expect(pUpper[3]).toBeCloseTo(1 - (p[3] ?? 0) / 2, 14);
  });

  it('set a missing value aside: the rest is as if the area were not there', () => {
    const found = getisOrd([9, 8, Number.NaN, 1, 2, 4], ROW, STAR);
    const without = getisOrd([9, 8, 1, 2, 4], neighbourLists([[1], [0], [3], [2], []]), STAR);
    expect([...found.z].filter((z) => !Number.isNaN(z))).toEqual([...without.z]);
    expect([found.reasons[2], found.missing]).toEqual(['missing', 1]);
  });

  it.each([[[7, 7, 7, 7, 7, 7], 'constant'], [[0, 0, 0, 0, 0, 0], 'constant'], [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 'constant'],
    [[1, 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN], 'too-few-areas']] as const)('of %j: none, %s', (values, reason) => {
    const { z, reasons } = getisOrd(values, ROW, STAR);
    expect(z.every((value) => Number.isNaN(value))).toBe(true);
    expect(reasons[0]).toBe(reason);
  });

  it('Gi of the only area that differs has nothing to vary', () => {
    expect(getisOrd([0, 0, 5, 0, 0, 0], ROW, { style: 'row' }).reasons).toEqual([null, null, 'constant', null, null, 'no-neighbours']);
    expect(getisOrd([5, 0, 0, 0, 0, 0], ROW, { style: 'row' }).reasons[0]).toBe('constant');
  });

  it('say so where every area is a neighbour', () => {
    const all = neighbourLists([[1, 2], [0, 2], [0, 1]]);
    expect(getisOrd([1, 2, 4], all, STAR).reasons).toEqual(['all-neighbours', 'all-neighbours', 'all-neighbours']);
    expect(getisOrd([1, 2, 4], all, { style: 'row' }).reasons).toEqual(['all-neighbours', 'all-neighbours', 'all-neighbours']);
  });

  it('refuse infinite values and lists that do not fit', () => {
    expect(() => getisOrd([1, Infinity, 0, 0, 0, 0], ROW, STAR)).toThrow('Area 1');
    expect(() => getisOrd([1, 2], ROW, STAR)).toThrow('2 values for 6 areas');
  });
});

describe('Gi* of rates', () => {
  const people = [1000, 20, 4000, 3000, 2000, 500];

  it('compares empirical Bayes rates, so that a handful of people makes no hot spot', () => {
    const events = [10, 2, 40, 30, 20, 60];
    const raw = localHotspotRates(events, people, ROW, { ...STAR, form: 'raw' });
    const smooth = localHotspotRates(events, people, ROW, STAR);
    expect(raw.rates[1]).toBe(0.1);
    expect(smooth.rates[1]).toBeLessThan(0.1);
    expect(smooth.rates[5]).toBeGreaterThan(0.11);
    expect(smooth.rates[5]).toBeLessThan(0.12);
    expect(smooth.z[0]).toBeLessThan(raw.z[0] ?? 0);
  });

  it('leaves areas without people out, and has none where rates vary no more than by chance', () => {
    const found = localHotspotRates([1, 2, 40, 3, 20, 60], [1000, 0, 4000, 3000, 2000, 500], ROW, STAR);
    expect([found.withoutPopulation, found.reasons[1], found.reasons[0]]).toEqual([1, 'missing', null]);
    expect(localHotspotRates([0, 0, 0, 0, 0, 0], people, ROW, STAR).missing).toBe(6);
    const even = localHotspotRates([10, 0, 40, 30, 20, 5], people, ROW, STAR);
    expect(new Set(even.reasons)).toEqual(new Set(['constant']));
  });
});

describe('Moran\'s index', () => {
  it('leaves isolates out of n unless told otherwise', () => {
    const usual = globalMoran(VALUES, ROW, { style: 'row' });
    const all = globalMoran(VALUES, ROW, { style: 'row', countIsolates: true });
    expect(usual).toMatchObject({ areas: 5, isolates: 1, expected: -1 / 4 });
    expect(all).toMatchObject({ areas: 6, isolates: 1, expected: -1 / 5 });
  });

  it.each([[[3, 3, 3, 3, 3, 3], 'constant'], [[1, 2, 3, Number.NaN, Number.NaN, 4], 'too-few-areas']] as const)('of %j: none, %s', (values, reason) => {
    expect(globalMoran(values, ROW, { style: 'row' })).toMatchObject({ index: null, reason });
  });

  it('is not tested where it is the same in every order: all are neighbours, or one value differs on a ring', () => {
    const ring = neighbourLists([[1, 5], [0, 2], [1, 3], [2, 4], [3, 5], [0, 4]]);
    for (const [values, lists] of [[[1, 2, 4, 8, 16], EACH_OTHER], [[0, 0, 1, 0, 0, 0], ring]] as const) {
      expect(globalMoran(values, lists, { style: 'row' })).toMatchObject({ index: null, reason: 'no-variance' });
      expect(globalMoran(values, lists, { style: 'binary', under: 'randomisation' })).toMatchObject({ index: null, reason: 'no-variance' });
    }
  });

  it('says so where nobody has a neighbour', () => {
    const alone = neighbourLists([[], [], [], [], []]);
    expect(globalMoran([1, 2, 3, 4, 5], alone, { style: 'row', countIsolates: true })).toMatchObject({ index: null, reason: 'no-neighbours' });
    expect(permutedMoran([1, 2, 3, 4, 5], alone, { style: 'row', permutations: 9, random: seededRandom(1) })).toMatchObject({ index: null, reason: 'no-neighbours' });
  });

  it('by permutations is never certain, and the same for the same seed', () => {
    const [first, again] = [1, 1].map((seed) => permutedMoran(VALUES, ROW, { style: 'row', permutations: 99, random: seededRandom(seed) }));
    expect(again).toEqual(first);
    expect(first?.pGreater).toBeGreaterThanOrEqual(0.01);
    expect((first?.pGreater ?? 0) + (first?.pLess ?? 0)).toBeGreaterThanOrEqual(1.01 - 1e-12);
    expect(() => permutedMoran(VALUES, ROW, { style: 'row', permutations: 0, random: seededRandom(1) })).toThrow('permutation');
  });
});

describe('local Moran', () => {
  it('has an index of 0 and no z without neighbours or at the mean', () => {
    const { index, reasons, conditional, totalRandomisation } = localMoran([9, 8, 4, 1, 2, 0], ROW, { style: 'row' });
    expect([index[5], reasons[5], conditional.z[5], totalRandomisation.z[5]]).toEqual([-0, 'no-neighbours', Number.NaN, Number.NaN]);
    expect([index[2], reasons[2], conditional.z[2]]).toEqual([0, 'at-mean', Number.NaN]);
    expect(Number.isFinite(totalRandomisation.z[2])).toBe(true);
  });

  it('has no conditional z where nothing can vary: one value among equal ones, or everybody a neighbour (spdep: 0 or infinite)', () => {
    const ring = neighbourLists([[1, 5], [0, 2], [1, 3], [2, 4], [3, 5], [0, 4]]);
    const one = localMoran([0, 0, 1, 0, 0, 0], ring, { style: 'row' });
    expect(one.reasons).toEqual([null, null, 'constant', null, null, null]);
    expect([one.conditional.z[2], one.conditional.p[2]]).toEqual([Number.NaN, Number.NaN]);
    expect([one.conditional.z[1], one.totalRandomisation.z[2]].map((z) => z?.toFixed(7))).toEqual(['-1.2247449', '-1.7888544']);
    const all = localMoran([1, 2, 4, 8, 16], EACH_OTHER, { style: 'row' });
    expect(new Set(all.reasons)).toEqual(new Set(['all-neighbours']));
    expect(all.conditional.p.every((p) => Number.isNaN(p))).toBe(true);
    expect(Array.from(all.totalRandomisation.z, (z) => z.toFixed(9))).toEqual(['0.079373202', '0.353677650', '0.727198600', '0.773888719', '-1.934138170']);
  });

  it('by permutations, draws equal to what was found count on both sides: an area without events among others without is nothing', () => {
    const row = neighbourLists(Array.from({ length: 60 }, (_, i) => [i - 1, i + 1].filter((other) => other >= 0 && other < 60)));
    const sparse = Array.from({ length: 60 }, (_, i) => (i === 20 || i === 40 ? 1 : 0));
    const found = permutedLocalMoran(sparse, row, { style: 'row', permutations: 999, seed: 1 });
    // Neither neighbour of area 20 has an event; nor have those of nine draws in ten.
    expect([found.pTwoSided[20], found.pTwoSided[5]]).toEqual([1, 1]);
    expect(found.pFolded[5]).toBeLessThan(0.1);
    found.pTwoSided.forEach((p, area) => expect(p).toBe(Math.min(1, 2 * (found.pGreater[area] ?? 0), 2 * (found.pLess[area] ?? 0))));
  });

  it('calls clusters and outliers only where p is small', () => {
    const { quadrantsAboutZero } = localMoran(VALUES, ROW, { style: 'row' });
    expect(quadrantsAboutZero).toEqual(['High-High', 'High-High', 'Low-Low', 'Low-Low', 'Low-Low', 'Low-Low']);
    expect(moranClusters(quadrantsAboutZero, [0.01, 0.05, 0.2, Number.NaN, 0.04, 1], 0.05))
      .toEqual(['High-High', 'not-significant', 'not-significant', null, 'Low-Low', 'not-significant']);
  });

  it.each([[[2, 2, 2, 2, 2, 2], 'constant'], [[1, 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN], 'too-few-areas']] as const)('of %j: none, %s', (values, reason) => {
    const found = localMoran(values, ROW, { style: 'row' });
    expect(found.reasons[0]).toBe(reason);
    expect(found.conditional.p.every((p) => Number.isNaN(p))).toBe(true);
  });

  it('by permutations leaves the inputs alone, is reproducible and never 0', () => {
    const [first, again, other] = [4, 4, 5].map((seed) => permutedLocalMoran(VALUES, ROW, { style: 'row', permutations: 199, seed }));
    if (first === undefined) throw new Error('no draws');
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    const { pGreater, pFolded, pTwoSided, pLess } = first;
    expect(Number.isNaN(pGreater[5])).toBe(true);
    for (const area of [0, 1, 2, 3, 4]) {
      expect(pFolded[area]).toBeGreaterThanOrEqual(1 / 200);
      expect(pTwoSided[area]).toBeLessThanOrEqual(1);
      expect((pGreater[area] ?? 0) + (pLess[area] ?? 0)).toBeGreaterThan(1);
    }
    expect([...permutedLocalMoran([1, 1, 1, 1, 1, 1], ROW, { style: 'row', permutations: 9, seed: 1 }).pGreater].every((p) => Number.isNaN(p))).toBe(true);
  });

  it('without replacement draws each other area at most once: with all others as neighbours nothing varies', () => {
    const all = neighbourLists([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]]);
    const { pGreater } = permutedLocalMoran([1, 2, 4, 8], all, { style: 'row', permutations: 49, seed: 1 });
    expect([...pGreater]).toEqual([1, 1, 1, 1]);
  });
});

describe('seeded random numbers', () => {
  it('are the same for a seed and differ between seeds', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => Array.from({ length: 4 }, seededRandom(seed)));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(() => seededRandom(Number.NaN)).toThrow('seed');
  });

  it('are even: 16 bins of 160,000 numbers, and every order of three equally often', () => {
    const random = seededRandom(2026);
    const bins = new Float64Array(16);
    for (let i = 0; i < 160_000; i += 1) {
      const bin = Math.floor(random() * 16);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Chi-square with 15 degrees of freedom: above 37.7 once in a thousand.
    expect(bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(37.7);
    const counts = new Map<string, number>();
    for (let i = 0; i < 60_000; i += 1) {
      const order = [...shuffle(Float64Array.of(1, 2, 3), random)].join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.max(...[...counts.values()].map((count) => Math.abs(count - 10_000)))).toBeLessThan(400);
  });
});
