import { describe, expect, it } from 'vitest';
import { giStar, giStarSteps } from '../../../src/hotspots/giStar.ts';
import { AREAS_AT_ONCE, permutationsFor } from '../../../src/hotspots/permutations.ts';
import { permutedGetisOrd } from '../../../src/statistics/permutedGetisOrd.ts';
import { seededRandom } from '../../../src/statistics/seededRandom.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';

const SIDE = 12;
const lists = neighbourLists(Array.from({ length: SIDE * SIDE }, (_, area) => [area - SIDE, area - 1, area + 1, area + SIDE]
  .filter((other) => other >= 0 && other < SIDE * SIDE && (Math.abs(other - area) === SIDE || Math.floor(other / SIDE) === Math.floor(area / SIDE)))));
const skewed = (seed: number): Float64Array => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: SIDE * SIDE }, () => Math.round(20 * Math.exp(1.2 * (random() + random() + random() - 1.5) * 2)));
};
const withSpot = (seed: number): Float64Array => skewed(seed).map((value, area) => (area % SIDE < 3 && area < 3 * SIDE ? value + 800 : value));
const all = (steps: Generator<void, ReturnType<typeof giStar>, void>) => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

it('so many permutations that one area alone can pass the false discovery rate', () => {
  expect([4, 100, 381, 1000].map(permutationsFor)).toEqual([999, 4999, 19_999, 39_999]);
  expect([381, 1000].every((areas) => 2 / (permutationsFor(areas) + 1) * areas <= 0.05)).toBe(true);
  expect(permutationsFor(1001)).toBe(0);
});

describe('Gi* by permutations', () => {
  it('some areas at a time gives exactly what all at once do', () => {
    const values = withSpot(3);
    expect(values.length).toBeGreaterThan(2 * AREAS_AT_ONCE);
    const parts = all(giStarSteps(values, lists, { correction: 'fdr', permutations: 999, seed: 7 }));
    expect(parts.p).toEqual(permutedGetisOrd(values, lists, { permutations: 999, random: seededRandom(7) }).pTwoSided);
  });

  it('in stages marks the areas that all permutations mark', () => {
    for (const seed of [1, 2, 3, 4]) {
      const values = withSpot(seed);
      const staged = giStar(values, lists, { correction: 'fdr', permutations: 5999, seed });
      const full = all(giStarSteps(values, lists, { correction: 'fdr', permutations: 5999, seed: seed + 100 }));
      const differing = staged.classes.filter((code, area) => code !== full.classes[area]).length;
      expect(full.classes.some((code) => code >= 4)).toBe(true);
      // Two sets of draws differ by chance where p is on the line.
      expect(differing).toBeLessThanOrEqual(2);
    }
  });

  it('in stages finds no more hot spots on maps without any than the level allows', () => {
    let maps = 0;
    for (let seed = 1; seed <= 60; seed += 1) if (giStar(skewed(seed), lists, { correction: 'fdr', permutations: 5999, seed }).classes.some((code) => code === 4 || code === 5 || code === 1 || code === 2)) maps += 1;
    // 5% of 60 is 3; 8 or more come by chance less than once in a hundred times.
    expect(maps).toBeLessThan(8);
  });

  it('calls an area that is high alone neither hot nor cold', () => {
    const values = new Float64Array(SIDE * SIDE).map((_, area) => (area === 65 ? 500 : 10 + (area % 3)));
    expect(giStar(values, lists, { correction: 'none', permutations: 999, seed: 1 }).classes[65]).toBe(3);
  });
});
