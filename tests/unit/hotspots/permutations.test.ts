import { describe, expect, it } from 'vitest';
import { giStar } from '../../../src/hotspots/giStar.ts';
import { firmPermutationsFor, leastTogether, permutationsFor } from '../../../src/hotspots/permutations.ts';
import { seededRandom } from '../../../src/statistics/seededRandom.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';

const SIDE = 12;
const lists = neighbourLists(Array.from({ length: SIDE * SIDE }, (_, area) => [area - SIDE, area - 1, area + 1, area + SIDE]
  .filter((other) => other >= 0 && other < SIDE * SIDE && (Math.abs(other - area) === SIDE || Math.floor(other / SIDE) === Math.floor(area / SIDE)))));
const skewed = (seed: number): Float64Array => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: SIDE * SIDE }, () => Math.round(20 * Math.exp(1.2 * (random() + random() + random() - 1.5) * 2)));
};
/** Each area beside the next ones. */
const circle = (areas: number, reach: number): ReturnType<typeof neighbourLists> => neighbourLists(Array.from({ length: areas }, (_, area) => Array.from({ length: reach }, (_each, step) => (area + 1 + step) % areas)));

it('so many permutations that one area alone can pass the false discovery rate', () => {
  expect([4, 100, 381, 1000].map((areas) => permutationsFor(areas, lists))).toEqual([999, 4999, 19_999, 49_999]);
  expect([381, 1000, 6250].every((areas) => 2 / (permutationsFor(areas, lists) + 1) * areas <= 0.05)).toBe(true);
  expect([381, 6250].map((areas) => firmPermutationsFor(areas, lists))).toEqual([99_999, 249_999]);
});

it('fewer where areas have hundreds of neighbours; whoever is beside most others draws the rest', () => {
  expect(firmPermutationsFor(400, circle(400, 190))).toBe(19_999);
  expect(firmPermutationsFor(400, circle(400, 395))).toBe(99_999);
  expect(permutationsFor(9000, circle(9000, 600))).toBe(19_999);
});

it('of more areas some have to pass together', () => {
  expect([381, 6250, 6251, 35_672].map((areas) => leastTogether(areas, firmPermutationsFor(areas, lists)))).toEqual([1, 1, 2, 6]);
});

describe('Gi* by permutations', () => {
  it('finds no more hot spots on maps without any than the level allows', () => {
    let maps = 0;
    for (let seed = 1; seed <= 60; seed += 1) if (giStar(skewed(seed), lists, { correction: 'fdr', permutations: 5999, seed }).classes.some((code) => code === 4 || code === 5 || code === 1 || code === 2)) maps += 1;
    // 5% of 60 is 3; 8 or more come by chance less than once in a hundred times.
    expect(maps).toBeLessThan(8);
  });

  it('finds a block of high values', () => {
    const values = skewed(3).map((value, area) => (area % SIDE < 3 && area < 3 * SIDE ? value + 800 : value));
    const { classes } = giStar(values, lists, { correction: 'fdr', permutations: 5999, seed: 3 });
    expect([0, 1, SIDE, SIDE + 1].every((area) => (classes[area] ?? 0) >= 4)).toBe(true);
  });

  it('calls an area that is high alone neither hot nor cold', () => {
    const values = new Float64Array(SIDE * SIDE).map((_, area) => (area === 65 ? 500 : 10 + (area % 3)));
    expect(giStar(values, lists, { correction: 'none', permutations: 999, seed: 1 }).classes[65]).toBe(3);
  });
});
