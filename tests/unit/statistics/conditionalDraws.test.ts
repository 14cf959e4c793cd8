import { describe, expect, it } from 'vitest';
import { conditionalDraws } from '../../../src/statistics/conditionalDraws.ts';
import { neighbourDraws, type Sampling } from '../../../src/statistics/neighbourDraws.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';

const VALUES = Float64Array.from([3, -1, 4, 1, -5, 9, 2.5, -6]);
// 1, 2, 3, 4 (turned), 7 (all others), none, and one-sided links.
const NEIGHBOURS = [[1], [0, 2], [1, 3, 5], [0, 1, 2, 4], [0, 1, 2, 3, 5, 6, 7], [], [0, 2, 4, 5, 7], [5, 6]];
const LISTS = neighbourLists(NEIGHBOURS);
const PERMUTATIONS = 40_000;

/** Shares of all arrangements of an area's neighbours with a sum as high, and as low, as the one found. */
function exact(area: number, sampling: Sampling): { high: number; low: number } {
  const others = Array.from(VALUES.keys()).filter((other) => other !== area);
  const own = NEIGHBOURS[area] ?? [];
  const found = own.reduce((sum, other) => sum + (VALUES[other] ?? 0), 0);
  let sums: { used: readonly number[]; sum: number }[] = [{ used: [], sum: 0 }];
  for (let k = 0; k < own.length; k += 1) {
    sums = sums.flatMap(({ used, sum }) => others.filter((other) => sampling === 'with-replacement' || !used.includes(other)).map((other) => ({ used: [...used, other], sum: sum + (VALUES[other] ?? 0) })));
  }
  const share = (matches: (sum: number) => boolean): number => sums.filter(({ sum }) => matches(sum)).length / sums.length;
  return { high: share((sum) => sum >= found - 1e-9), low: share((sum) => sum <= found + 1e-9) };
}

const drawn = (seed: number): number[] => [...neighbourDraws(20, 4, { permutations: 50, seed }).drawn];

describe('conditional permutations with shared draws', () => {
  it.each(['without-replacement', 'with-replacement'] as const)('%s: shares are those of all arrangements of the other areas', (sampling) => {
    const counts = conditionalDraws(VALUES, LISTS, { permutations: PERMUTATIONS, seed: 11, sampling });
    for (const area of sampling === 'with-replacement' ? [0, 1, 2, 3, 7] : [0, 1, 2, 3, 4, 6, 7]) {
      const draws = counts.draws[area] ?? 0;
      const { high, low } = exact(area, sampling);
      for (const [found, truth] of [[counts.high[area], high], [counts.low[area], low]] as const) {
        // Five standard errors.
        expect(Math.abs((found ?? 0) / draws - truth), `area ${area}`).toBeLessThanOrEqual(5 * Math.sqrt(truth * (1 - truth) / draws) + 1e-12);
      }
    }
  });

  it('each area has about as many draws as asked for, or more; one without neighbours has none', () => {
    const { draws } = conditionalDraws(VALUES, LISTS, { permutations: PERMUTATIONS, seed: 3 });
    expect(draws[5]).toBe(0);
    expect(Array.from(draws).filter((number, area) => area !== 5 && number < PERMUTATIONS - 5 * Math.sqrt(PERMUTATIONS))).toEqual([]);
  });

  it('no area is ever among its own neighbours, whose values a huge one would show', () => {
    const values = Float64Array.from({ length: 30 }, (_, area) => (area === 4 ? 1e6 : area % 3));
    const lists = neighbourLists(Array.from({ length: 30 }, (_, area) => [(area + 1) % 30, (area + 2) % 30]));
    const { high, draws } = conditionalDraws(values, lists, { permutations: 2000, seed: 9 });
    // Its neighbours hold 2 + 0; a draw with itself in it would be higher than any other.
    const others = Array.from(values.keys()).filter((area) => area !== 4);
    const pairs = others.flatMap((a) => others.filter((b) => b > a).map((b) => (values[a] ?? 0) + (values[b] ?? 0)));
    const truth = pairs.filter((sum) => sum >= 2).length / pairs.length;
    expect(Math.abs((high[4] ?? 0) / (draws[4] ?? 0) - truth)).toBeLessThan(5 * Math.sqrt(truth * (1 - truth) / 2000));
  });

  it('the same seed gives the same draws, another others', () => {
    const first = drawn(1);
    expect(drawn(2)).not.toEqual(first);
    expect(drawn(1)).toEqual(first);
    expect(() => neighbourDraws(20, 4, { permutations: 0, seed: 1 })).toThrow('permutation');
  });
});
