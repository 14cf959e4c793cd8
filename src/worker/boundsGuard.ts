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
  const rises = Uint8Array.from(lower, (_, i) => (values[i]! < upper[i]! ? 1 : 0));
  const falls = Uint8Array.from(lower, (least, i) => (values[i]! > least ? 1 : 0));
  const nextCode = codes();
  // By count, the sum of the codes of the shown sums it lies in: the same for counts that lie in the same sums.
  let signature = new Float64Array(lower.length);
  let examples = new Map<number, Example>(unknown.map((i) => [i, rises[i] === 1 ? { more: [i], fewer: [] } : { more: [], fewer: [i] }]));
  return (members) => {
    const code = nextCode();
    const next = signature.slice();
    const within = new Uint8Array(lower.length);
    for (const i of members) {
      next[i]! += code;
      within[i] = 1;
    }
    const kept = new Map<number, Example>();
    for (const [i, example] of examples) {
      if (inside(example.more, within) === inside(example.fewer, within)) kept.set(i, example);
    }
    if (kept.size < unknown.length) {
      const groups = alike(unknown, next, rises, falls);
      for (const i of unknown) {
        if (kept.has(i)) continue;
        const example = exampleFor(i, groups, next[i]!, rises[i] === 1, falls[i] === 1);
        if (example === null) return null;
        for (const other of [...example.more, ...example.fewer]) if (!kept.has(other)) kept.set(other, example);
      }
    }
    return () => {
      signature = next;
      examples = kept;
    };
  };
}

/** Other counts with the same sums: one more at some of them, one fewer at others. */
interface Example {
  readonly more: readonly number[];
  readonly fewer: readonly number[];
}

function inside(places: readonly number[], within: Uint8Array): number {
  return places.reduce((sum, i) => sum + within[i]!, 0);
}

/** Counts in the same sums: those that can be one more, and those that can be one fewer. */
interface Alike {
  readonly signature: number;
  readonly rising: number[];
  readonly falling: number[];
}

/** By signature. */
function alike(unknown: readonly number[], signature: Float64Array, rises: Uint8Array, falls: Uint8Array): ReadonlyMap<number, Alike> {
  const groups = new Map<number, Alike>();
  for (const i of unknown) {
    const group = groups.get(signature[i]!) ?? { signature: signature[i]!, rising: [], falling: [] };
    groups.set(group.signature, group);
    if (rises[i] === 1) group.rising.push(i);
    if (falls[i] === 1) group.falling.push(i);
  }
  return groups;
}

function exampleFor(i: number, groups: ReadonlyMap<number, Alike>, signature: number, up: boolean, down: boolean): Example | null {
  const group = groups.get(signature);
  // In no shown sum: it can move by itself.
  if (signature === 0) return up ? { more: [i], fewer: [] } : { more: [], fewer: [i] };
  const fewer = up ? group?.falling.find((other) => other !== i) : undefined;
  if (fewer !== undefined) return { more: [i], fewer: [fewer] };
  const more = down ? group?.rising.find((other) => other !== i) : undefined;
  if (more !== undefined) return { more: [more], fewer: [i] };
  const rising = up ? cancel(signature, groups, 'falling', 'rising') : null;
  if (rising) return { more: [i, ...rising.along], fewer: rising.against };
  const falling = down ? cancel(signature, groups, 'rising', 'falling') : null;
  return falling && { more: falling.against, fewer: [i, ...falling.along] };
}

type Direction = 'rising' | 'falling';

/**
 * Counts that cancel what a step of a count with this signature does to the sums: one or two that go against it and one
 * or none that goes along with it. Null where there are none.
 */
function cancel(from: number, groups: ReadonlyMap<number, Alike>, against: Direction, along: Direction): { against: readonly number[]; along: readonly number[] } | null {
  // What lies in no shown sum need not move: it stands for nothing.
  const choose = (group: Alike, direction: Direction): readonly number[] => (group.signature === 0 ? [] : group[direction].slice(0, 1));
  const others = [...groups.values(), ...(groups.has(0) ? [] : [NOTHING])].filter((group) => group.signature !== from);
  const can = (group: Alike, direction: Direction): boolean => group.signature === 0 || group[direction].length > 0;
  const opposite = others.filter((group) => can(group, against));
  const same = others.filter((group) => can(group, along));
  for (const one of opposite) {
    const missing = from - one.signature;
    for (const group of same) {
      if (group === one) continue;
      const rest = group.signature + missing;
      const last = rest === 0 ? NOTHING : groups.get(rest);
      if (last !== undefined && last !== one && rest !== from && can(last, against)) return { against: [...choose(one, against), ...choose(last, against)], along: choose(group, along) };
    }
  }
  return null;
}

const NOTHING: Alike = { signature: 0, rising: [], falling: [] };

/** Whole numbers without a pattern, the same in every run: sums of hundreds of them are exact, and equal by chance once in a million millions. */
function codes(): () => number {
  let state = 0x9e3779b9;
  const bits = (): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5 | 0;
    return (state ^ (state >>> 13)) >>> 10;
  };
  return () => bits() * 2 ** 22 + bits();
}
