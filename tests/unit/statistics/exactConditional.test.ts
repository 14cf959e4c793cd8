import { describe, expect, it } from 'vitest';
import { exactConditionalTails, exactGetisOrd } from '../../../src/statistics/exactConditional.ts';
import { permutedGetisOrd } from '../../../src/statistics/permutedGetisOrd.ts';
import { seededRandom } from '../../../src/statistics/seededRandom.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';

/** Share of the choices of k of these whose sum passes. */
function byHand(others: readonly number[], k: number, passes: (sum: number) => boolean): number {
  let [passed, all] = [0, 0];
  for (let mask = 0; mask < 1 << others.length; mask += 1) {
    const chosen = others.filter((_, i) => (mask >> i & 1) === 1);
    if (chosen.length !== k) continue;
    all += 1;
    if (passes(chosen.reduce((sum, value) => sum + value, 0))) passed += 1;
  }
  return passed / all;
}

describe('exact conditional tails', () => {
  const values = Float64Array.from([0, 3, 0, 12, 1, 1, 0, 5, 40, 2, 0]);
  const lists = neighbourLists([[1, 2], [0, 2, 3], [1], [1, 4, 8], [3, 5, 7, 8, 9], [4], [], [8, 4], [3, 4, 7], [4, 10], [9, 0, 2]]);

  it('are those of every choice of the other areas', () => {
    const found = exactConditionalTails(values, lists);
    values.forEach((_, area) => {
      const beside = [...lists.neighbours.subarray(lists.offsets[area], lists.offsets[area + 1])];
      const sum = beside.reduce((total, other) => total + (values[other] ?? 0), 0);
      const others = [...values].filter((__, other) => other !== area);
      const expected = beside.length === 0 ? [Number.NaN, Number.NaN] : [byHand(others, beside.length, (one) => one >= sum), byHand(others, beside.length, (one) => one <= sum)];
      expect([found?.high[area], found?.low[area]].map((p) => p?.toFixed(12))).toEqual(expected.map((p) => p.toFixed(12)));
    });
  });

  it('make p as draws do: missing areas set aside, none for constant values', () => {
    const ring = neighbourLists(Array.from({ length: 11 }, (_, i) => [(i + 10) % 11, (i + 1) % 11].toSorted((a, b) => a - b)));
    const one = exactGetisOrd([0, 3, 0, 12, 1, 1, Number.NaN, 5, 40, 2, 0], ring);
    expect([one?.missing, one?.pUpper[6]]).toEqual([1, Number.NaN]);
    // Beside area 9 are 40 and 0; area 7 has 40 for its only neighbour left.
    expect(one?.pUpper[9]).toBeCloseTo(byHand([0, 3, 0, 12, 1, 1, 5, 40, 0], 2, (sum) => sum >= 40), 13);
    expect(one?.pTwoSided[7]).toBeCloseTo(2 / 9, 13);
    expect(exactGetisOrd(Array.from({ length: 11 }, () => 2), ring)?.pTwoSided.every((p) => Number.isNaN(p))).toBe(true);
    expect(exactGetisOrd(Array.from({ length: 11 }, (_, i) => i / 2), ring)).toBeNull();
  });

  it('are what draws come near to, on 200 skewed counts', () => {
    const random = seededRandom(3);
    const counts = Float64Array.from({ length: 200 }, () => Math.floor(20 * random() ** 6));
    const ring = neighbourLists(Array.from({ length: 200 }, (_, i) => [1, 2, 3].flatMap((step) => [(i + step) % 200, (i + 200 - step) % 200]).toSorted((a, b) => a - b)));
    const exact = exactConditionalTails(counts, ring);
    const drawn = permutedGetisOrd(counts, ring, { permutations: 99_999, seed: 1 });
    const far = Array.from(counts.keys()).filter((area) => {
      const [p, near] = [exact?.high[area] ?? 9, drawn.pUpper[area] ?? -9];
      return Math.abs(p - near) > 5 * Math.sqrt(p * (1 - p) / 99_999) + 2e-5;
    });
    expect(far).toEqual([]);
  });

  it('are not given for values that are no counts, for many neighbours, or where they take too long', () => {
    const pair = neighbourLists([[1], [0], [1], [1]]);
    expect(exactConditionalTails(Float64Array.of(1, 2.5, 3, 4), pair)).toBeNull();
    expect(exactConditionalTails(Float64Array.of(-1, 2, 3, 4), pair)).toBeNull();
    expect(exactConditionalTails(Float64Array.of(1, 2, 3, 4), neighbourLists([[1, 2], [0], [1], [1]]))).toBeNull();
    expect(exactConditionalTails(Float64Array.of(1e9, 2, 3, 4), pair)).toBeNull();
    expect(exactConditionalTails(new Float64Array(0), neighbourLists([]))?.high).toHaveLength(0);
  });
});
