import { SUPPRESSED } from '../model/results.ts';

/** Whether a count may not be shown: 1 to threshold - 1. Zero may. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * Whether the sum of hidden counts fixes one of them: 8 = 4 + 4 below a threshold of 5, 3 = 1 + 1 + 1. By the strictest
 * reading, which knows the small ones (1 to threshold - 1) from those hidden for company (from the threshold on).
 */
export function sumFixesOne(hidden: readonly number[], threshold: number): boolean {
  const small = hidden.filter((value) => isSmall(value, threshold)).length;
  const sum = hidden.reduce((total, value) => total + value, 0);
  const others = hidden.length - small;
  const least = small + others * threshold;
  return hidden.length === 1 || (hidden.length > 0 && (sum === least || (others === 0 && sum === small * (threshold - 1))));
}

/** Whether hidden counts may stand beside their sum: neither it nor one of them is known to be small. */
function sumIsSafe(hidden: readonly number[], threshold: number): boolean {
  return !isSmall(hidden.reduce((a, b) => a + b, 0), threshold) && !sumFixesOne(hidden, threshold);
}

/**
 * Which counts to hide, 1 = hide: the small ones, those of `already`, and where that leaves a group with one hidden
 * count, or with hidden counts whose sum is small (1 and 1 are known from their sum of 2) or fixes them (8 is 4 and 4),
 * the next smallest counts of that group too. Zeros stay. `groupOf` gives each count's group; -1 = none.
 */
export function hiddenInGroups(counts: Uint32Array, threshold: number, groupOf: ArrayLike<number>, already: Uint8Array): Uint8Array {
  const hidden = already.map((flag, i) => (flag === 1 || isSmall(counts[i]!, threshold) ? 1 : 0));
  const groups = new Map<number, number[]>();
  counts.forEach((_, i) => {
    const group = groupOf[i] ?? -1;
    if (group >= 0) groups.set(group, [...(groups.get(group) ?? []), i]);
  });
  for (const members of groups.values()) {
    const shown = members.filter((i) => hidden[i] === 0 && counts[i]! > 0).toSorted((a, b) => counts[a]! - counts[b]!);
    const values = members.filter((i) => hidden[i] === 1 && counts[i]! > 0).map((i) => counts[i]!);
    for (const next of shown) {
      if (values.length === 0 || sumIsSafe(values, threshold)) break;
      hidden[next] = 1;
      values.push(counts[next]!);
    }
  }
  return hidden;
}

/**
 * Hides, in place, the small counts of a chart whose sum is known, and a second bar where only one is small; and so
 * again among the bars of `chosen` (1 = chosen), whose sum is the total beside the chart. Where hiding every bar of
 * them that is not 0 would leave the total to fix them (six months with one each), all of them are hidden, zeros too.
 */
export function hideSmall(counts: Uint32Array, threshold: number, chosen: ArrayLike<number>): void {
  const inAll = hiddenInGroups(counts, threshold, new Uint8Array(counts.length), new Uint8Array(counts.length));
  const hidden = hiddenInGroups(counts, threshold, Int8Array.from(chosen, (one) => (one === 1 ? 0 : -1)), inAll);
  const values = counts.filter((count, i) => chosen[i] === 1 && hidden[i] === 1 && count > 0);
  const safe = values.length === 0 || sumIsSafe([...values], threshold);
  hideBars(counts, safe ? hidden : hidden.map((flag, i) => (chosen[i] === 1 ? 1 : flag)));
}

/** Hides, in place, the counts that are marked. */
export function hideBars(counts: Uint32Array, hidden: Uint8Array): void {
  hidden.forEach((flag, i) => {
    if (flag === 1) counts[i] = SUPPRESSED;
  });
}
