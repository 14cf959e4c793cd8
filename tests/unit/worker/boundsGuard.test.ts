import { describe, expect, it } from 'vitest';
import { boundsGuard, countRanges } from '../../../src/worker/boundsGuard.ts';
import { sumFixesOne } from '../../../src/worker/smallCounts.ts';
import { seededRandom } from '../tables/seededRandom.ts';

const known = (values: readonly number[], hidden: readonly number[], threshold: number) =>
  boundsGuard(values, countRanges(values, hidden, threshold));

/** Takes the sum in where it may be shown. */
function ask(guard: ReturnType<typeof boundsGuard>, members: readonly number[]): boolean {
  const take = guard(members);
  take?.();
  return take !== null;
}

/** Every way to fill the hidden counts with these sums, value by value: nothing in common with narrowing. */
function ways(lower: readonly number[], upper: readonly number[], sums: readonly { members: readonly number[]; sum: number }[]): Set<number>[] {
  const seen = lower.map(() => new Set<number>());
  const fill = (values: number[]): void => {
    for (const { members, sum } of sums) {
      const [placed, open] = [members.filter((i) => i < values.length), members.filter((i) => i >= values.length)];
      const so = placed.reduce((total, i) => total + (values[i] ?? 0), 0);
      if (so + open.reduce((total, i) => total + (lower[i] ?? 0), 0) > sum || so + open.reduce((total, i) => total + (upper[i] ?? 0), 0) < sum) return;
    }
    if (values.length === lower.length) {
      values.forEach((value, i) => seen[i]?.add(value));
      return;
    }
    for (let value = lower[values.length] ?? 0; value <= (upper[values.length] ?? 0); value += 1) fill([...values, value]);
  };
  fill([]);
  return seen;
}

describe('sumFixesOne', () => {
  it('tells sums that leave one way: all least, all most, or one alone', () => {
    expect([[4, 4], [1, 1, 1], [1, 5], [7], [4], [4, 4, 4, 4]].map((values) => sumFixesOne(values, 5))).toEqual([true, true, true, true, true, true]);
    expect([[4, 3, 2], [1, 2], [4, 5], [2, 9], []].map((values) => sumFixesOne(values, 5))).toEqual([false, false, false, false, false]);
  });

  it('agrees with every way to fill a single sum', () => {
    const random = seededRandom(11);
    const seen = { fixed: 0, open: 0 };
    for (let round = 0; round < 400; round += 1) {
      const threshold = round % 2 === 0 ? 5 : 4;
      const values = Array.from({ length: 1 + Math.floor(random() * 4) }, () => 1 + Math.floor(random() * (random() < 0.7 ? threshold - 1 : threshold + 4)));
      const { lower, upper } = countRanges(values, values.map(() => 1), threshold);
      const sum = values.reduce((a, b) => a + b, 0);
      const fixed = ways([...lower], [...upper], [{ members: [...values.keys()], sum }]).some((found) => found.size === 1);
      expect([values, threshold, sumFixesOne(values, threshold)]).toEqual([values, threshold, fixed]);
      seen[fixed ? 'fixed' : 'open'] += 1;
    }
    expect(Math.min(seen.fixed, seen.open)).toBeGreaterThan(50);
  });
});

describe('boundsGuard', () => {
  it('refuses two small counts with the largest sum there is, and many with the least', () => {
    expect(ask(known([4, 4, 9], [1, 1, 0], 5), [0, 1])).toBe(false);
    expect(ask(known([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], 5), [0, 1, 2, 3, 4, 5])).toBe(false);
    expect(ask(known([3, 4, 9], [1, 1, 0], 5), [0, 1])).toBe(true);
  });

  it('refuses what follows from two sums together though from neither alone', () => {
    // The rest of the second would be 4 + 4.
    const guard = known([3, 4, 4, 2], [1, 1, 1, 1], 5);
    expect([ask(guard, [0, 3]), ask(guard, [0, 1, 2, 3])]).toEqual([true, false]);
  });

  it('finds four counts that cancel out across two ways to group them', () => {
    const guard = known([2, 3, 3, 2], [1, 1, 1, 1], 5);
    expect([[0, 1], [2, 3], [0, 2], [1, 3]].map((members) => ask(guard, members))).toEqual([true, true, true, true]);
    // 0 and 3 can only rise, 1 and 2 fall with them.
    const oneWay = known([1, 3, 3, 1], [1, 1, 1, 1], 5);
    expect([[0, 1], [2, 3], [0, 2], [1, 3]].map((members) => ask(oneWay, members))).toEqual([true, true, true, true]);
    // Where 0 rises 3 would have to, and is at its most: 7 = 3 + 4 or 4 + 3, and 4 leaves 0 for the first.
    const stuck = known([1, 3, 3, 4], [1, 1, 1, 1], 5);
    expect([[0, 1], [2, 3], [0, 2]].map((members) => ask(stuck, members))).toEqual([true, true, false]);
  });

  it('reads what a sum leaves of the parts shown within it, in either order', () => {
    const values = [3, 3, 2, 4, 4];
    const parts = known(values, [1, 1, 1, 1, 1], 5);
    // 16 - 8 = 4 + 4.
    expect([ask(parts, [0, 1, 2, 3, 4]), ask(parts, [0, 1, 2])]).toEqual([true, false]);
    const whole = known(values, [1, 1, 1, 1, 1], 5);
    expect([ask(whole, [0, 1, 2]), ask(whole, [0, 1, 2, 3, 4])]).toEqual([true, false]);
  });

  it('takes a refused sum for not asked', () => {
    const guard = known([4, 4, 2], [1, 1, 1], 5);
    expect([ask(guard, [0, 1]), ask(guard, [0, 1, 2]), ask(guard, [0, 1])]).toEqual([false, true, false]);
  });

  it.each([5, 10])('leaves several values to every hidden count of nested sums, found by filling them (threshold %i)', (threshold) => {
    const random = seededRandom(700 + threshold);
    const seen = { shown: 0, refused: 0, fixed: 0 };
    for (let round = 0; round < 150; round += 1) {
      const size = threshold === 5 ? 7 : 5;
      const values = Array.from({ length: size }, () => 1 + Math.floor(random() * (random() < 0.8 ? threshold - 1 : threshold + 3)));
      const hidden = values.map(() => 1);
      const split = (): number[][] => {
        const groups: number[][] = [[], [], []];
        for (const i of values.keys()) groups[Math.floor(random() * 3)]?.push(i);
        return groups.filter((group) => group.length > 0);
      };
      const families = [split(), split()];
      const guard = known(values, hidden, threshold);
      const shown: { members: readonly number[]; sum: number }[] = [];
      for (const members of [[...values.keys()], ...families.flat().toSorted((a, b) => b.length - a.length)]) {
        if (ask(guard, members)) shown.push({ members, sum: members.reduce((sum, i) => sum + (values[i] ?? 0), 0) });
        else seen.refused += 1;
      }
      seen.shown += shown.length;
      const { lower, upper } = countRanges(values, hidden, threshold);
      seen.fixed += ways([...lower], [...upper].map((most) => Math.min(most, threshold + 20)), shown).filter((found) => found.size === 1).length;
    }
    expect(Math.min(seen.shown, seen.refused)).toBeGreaterThan(100);
    expect(seen.fixed).toBe(0);
  });
});
