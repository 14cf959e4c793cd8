import { describe, expect, it } from 'vitest';
import { giStar } from '../../../src/hotspots/giStar.ts';
import { localMoranColumns } from '../../../src/hotspots/moran.ts';
import { leastTogether, neighbourChances, permutationsFor, rarestChance } from '../../../src/hotspots/permutations.ts';
import { permutedLocalMoran } from '../../../src/statistics/permutedLocalMoran.ts';
import { seededRandom } from '../../../src/statistics/seededRandom.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';

const SIDE = 12;
const lists = neighbourLists(Array.from({ length: SIDE * SIDE }, (_, area) => [area - SIDE, area - 1, area + 1, area + SIDE]
  .filter((other) => other >= 0 && other < SIDE * SIDE && (Math.abs(other - area) === SIDE || Math.floor(other / SIDE) === Math.floor(area / SIDE)))));
const skewed = (seed: number): Float64Array => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: SIDE * SIDE }, () => Math.round(20 * Math.exp(1.2 * (random() + random() + random() - 1.5) * 2)));
};
const found = (values: Float64Array, correction: 'fdr' | 'none'): ReturnType<typeof giStar> => giStar(values, lists, correction, neighbourChances(values, lists, 1));
/** Each area beside the next ones. */
const circle = (areas: number, reach: number): ReturnType<typeof neighbourLists> => neighbourLists(Array.from({ length: areas }, (_, area) => Array.from({ length: reach }, (_each, step) => (area + 1 + step) % areas)));

it('so many permutations that one area alone can pass the false discovery rate', () => {
  expect([4, 381, 2500, 6250].map((areas) => permutationsFor(areas, lists))).toEqual([99_999, 99_999, 99_999, 249_999]);
  expect([381, 2500, 6250].every((areas) => 2 / (permutationsFor(areas, lists) + 1) * areas <= 0.05)).toBe(true);
});

it('fewer where areas have hundreds of neighbours; whoever is beside most others draws the rest', () => {
  expect(permutationsFor(400, circle(400, 190))).toBe(19_999);
  expect(permutationsFor(400, circle(400, 395))).toBe(99_999);
  expect(permutationsFor(9000, circle(9000, 600))).toBe(19_999);
});

it('of more areas some have to pass together', () => {
  expect([381, 6250, 6251, 35_672].map((areas) => leastTogether(areas, permutationsFor(areas, lists)))).toEqual([1, 1, 2, 6]);
  expect(leastTogether(35_672, 0)).toBe(1);
});

describe('chances of what neighbours hold', () => {
  it('are exact for counts, whatever the seed, and drawn for other values', () => {
    const counts = skewed(5);
    expect(neighbourChances(counts, lists, 1)).toEqual(neighbourChances(counts, lists, 2));
    expect(neighbourChances(counts, lists, 1).permutations).toBe(0);
    const halves = neighbourChances(counts.map((count) => count / 2), lists, 1);
    expect(halves.permutations).toBe(99_999);
    const exact = neighbourChances(counts, lists, 1).pTwoSided;
    expect(Array.from(exact).filter((p, area) => Math.abs(p - (halves.pTwoSided[area] ?? 9)) > 10 * Math.sqrt(p / 2 * (1 - p / 2) / 99_999) + 4e-5)).toEqual([]);
  });

  it('are those of local Moran by permutations too', () => {
    const halves = skewed(6).map((count) => count / 2);
    const { p } = localMoranColumns(halves, lists, 'fdr', neighbourChances(halves, lists, 3));
    expect(p).toEqual(permutedLocalMoran(halves, lists, { style: 'row', permutations: 99_999, seed: 3 }).pTwoSided);
  });

  it('cannot be small where few areas are: with each beside three of six others 1 in 20, on either side', () => {
    const seven = new Float64Array(7).fill(1);
    expect(rarestChance(seven, circle(7, 3))).toBeCloseTo(0.1, 12);
    expect(rarestChance(new Float64Array(9).fill(1), circle(9, 4))).toBeCloseTo(2 / 70, 12);
    expect(rarestChance(new Float64Array(9).fill(1).map((one, area) => (area < 3 ? Number.NaN : one)), circle(9, 1))).toBeCloseTo(2 / 5, 12);
    expect(rarestChance(seven, neighbourLists([[], [], [], [], [], [], []]))).toBe(1);
  });
});

describe('Gi* by these chances', () => {
  it('finds no more hot spots on maps without any than the level allows', () => {
    let maps = 0;
    for (let seed = 1; seed <= 60; seed += 1) if (found(skewed(seed), 'fdr').classes.some((code) => code === 4 || code === 5 || code === 1 || code === 2)) maps += 1;
    // 5% of 60 is 3; 8 or more come by chance less than once in a hundred times.
    expect(maps).toBeLessThan(8);
  });

  it('finds a block of high values', () => {
    const values = skewed(3).map((value, area) => (area % SIDE < 3 && area < 3 * SIDE ? value + 800 : value));
    const { classes } = found(values, 'fdr');
    expect([0, 1, SIDE, SIDE + 1].every((area) => (classes[area] ?? 0) >= 4)).toBe(true);
  });

  it('calls an area that is high alone neither hot nor cold', () => {
    const values = new Float64Array(SIDE * SIDE).map((_, area) => (area === 65 ? 500 : 10 + (area % 3)));
    expect(found(values, 'none').classes[65]).toBe(3);
  });
});
