import { isSmall } from './smallCounts.ts';

/** What is known of each count beside the sums: the least and the most that it can be. The same where it is shown. */
export interface CountRanges {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Ranges of counts by the strictest reading: it is known which of the hidden ones are small (1 to threshold - 1) and
 * which are hidden only for company (from the threshold on). Whoever knows less can conclude no more.
 *
 * @param hidden 1 for counts that are not shown; a hidden 0 is taken to be known
 */
export function countRanges(values: ArrayLike<number>, hidden: ArrayLike<number>, threshold: number): CountRanges {
  const all = Array.from(values).reduce((sum, value) => sum + value, 0);
  const lower = Float64Array.from(values);
  const upper = lower.slice();
  lower.forEach((value, i) => {
    if (hidden[i] !== 1 || value === 0) return;
    const small = isSmall(value, threshold);
    lower[i] = small ? 1 : threshold;
    upper[i] = small ? threshold - 1 : Math.max(threshold, all);
  });
  return { lower, upper };
}

/** Asked sum by sum: how to take the sum in where it may be shown beside those taken in before, null where it may not. */
export type BoundsGuard = (members: readonly number[]) => (() => void) | null;

/**
 * Guards hidden counts against what follows from shown sums and the counts' ranges together, however they are combined:
 * a sum is admitted only where every hidden count could still be another, with all sums as they are. That is shown by
 * example, one more here and one fewer there: between two counts that lie in the same sums, or among up to four whose
 * sums cancel out (two wards that share two deciles). Longer examples are not looked for, so that a sum may be refused that
 * would do no harm; none is admitted that fixes a count.
 */
export function boundsGuard(values: ArrayLike<number>, { lower, upper }: CountRanges): BoundsGuard {
  const unknown = [...lower.keys()].filter((i) => lower[i]! < upper[i]!);
  const rises = new Set(unknown.filter((i) => values[i]! < upper[i]!));
  const falls = new Set(unknown.filter((i) => values[i]! > lower[i]!));
  const nextCode = codes();
  // By count, the sum of the codes of the shown sums it lies in: the same for counts that lie in the same sums.
  let signature = new Float64Array(lower.length);
  return (members) => {
    const code = nextCode();
    const next = signature.slice();
    for (const i of members) next[i]! += code;
    if (!allOpen(unknown, next, rises, falls)) return null;
    return () => {
      signature = next;
    };
  };
}

/** Counts in the same sums. */
interface Alike {
  readonly signature: number;
  /** How many of them can be one more, and one fewer. */
  rising: number;
  falling: number;
}

function allOpen(unknown: readonly number[], signature: Float64Array, rises: ReadonlySet<number>, falls: ReadonlySet<number>): boolean {
  // What lies in no shown sum can move by itself, as if there were always another such count to move against it.
  const groups = new Map<number, Alike>([[0, { signature: 0, rising: Infinity, falling: Infinity }]]);
  for (const i of unknown) {
    const group = groups.get(signature[i]!) ?? { signature: signature[i]!, rising: 0, falling: 0 };
    groups.set(group.signature, group);
    if (rises.has(i)) group.rising += 1;
    if (falls.has(i)) group.falling += 1;
  }
  const open = new Map<string, boolean>();
  return unknown.every((i) => {
    const group = groups.get(signature[i]!);
    if (!group) return false;
    const up = rises.has(i);
    const down = falls.has(i);
    // One more here and one fewer at another of the group, or the other way round.
    if ((up && group.falling > (down ? 1 : 0)) || (down && group.rising > (up ? 1 : 0))) return true;
    const key = `${group.signature} ${up} ${down}`;
    const known = open.get(key) ?? ((up && fourCancel(group, groups, 'falling', 'rising')) || (down && fourCancel(group, groups, 'rising', 'falling')));
    open.set(key, known);
    return known;
  });
}

/** Whether two groups that can go `against` and one that can go `along` cancel what one step in `from` does to the sums. */
function fourCancel(from: Alike, groups: ReadonlyMap<number, Alike>, against: 'rising' | 'falling', along: 'rising' | 'falling'): boolean {
  const opposite = [...groups.values()].filter((group) => group !== from && group[against] > 0);
  const same = [...groups.values()].filter((group) => group !== from && group[along] > 0);
  return opposite.some((one) => {
    const missing = from.signature - one.signature;
    return same.some((group) => {
      if (group === one) return false;
      const last = groups.get(group.signature + missing);
      return last !== undefined && last !== from && last !== one && last[against] > 0;
    });
  });
}

/** Whole numbers without a pattern, the same in every run: sums of hundreds of them are exact, and equal by chance once in a million millions. */
function codes(): () => number {
  let state = 0x9e3779b9;
  const bits = (): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5 | 0;
    return (state ^ (state >>> 13)) >>> 10;
  };
  return () => bits() * 2 ** 22 + bits();
}
