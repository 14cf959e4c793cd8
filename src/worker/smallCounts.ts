import { SUPPRESSED } from '../model/results.ts';

/** Whether a count may not be shown: 1 to threshold - 1. Zero may. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * Which counts to hide, 1 = hide: the small ones, those of `already`, and where that leaves a group with one hidden
 * count, or with hidden counts whose sum is small (1 and 1 are known from their sum of 2), the next smallest counts of
 * that group too. Zeros stay. `groupOf` gives each count's group; -1 = none.
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
      if (values.length === 0 || (values.length > 1 && !isSmall(values.reduce((a, b) => a + b, 0), threshold))) break;
      hidden[next] = 1;
      values.push(counts[next]!);
    }
  }
  return hidden;
}

/**
 * Hides, in place, the small counts of a chart whose sum is known, and a second bar where only one is small; and so
 * again among the bars of `chosen` (1 = chosen), whose sum is the total beside the chart.
 */
export function hideSmall(counts: Uint32Array, threshold: number, chosen: ArrayLike<number>): void {
  const inAll = hiddenInGroups(counts, threshold, new Uint8Array(counts.length), new Uint8Array(counts.length));
  hideBars(counts, hiddenInGroups(counts, threshold, Int8Array.from(chosen, (one) => (one === 1 ? 0 : -1)), inAll));
}

/** Hides, in place, the counts that are marked. */
export function hideBars(counts: Uint32Array, hidden: Uint8Array): void {
  hidden.forEach((flag, i) => {
    if (flag === 1) counts[i] = SUPPRESSED;
  });
}
