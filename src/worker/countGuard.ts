import { boundsGuard, countRanges, type CountRanges } from './boundsGuard.ts';
import { isSmall } from './smallCounts.ts';
import { sumGuard, type SumGuard } from './sumGuard.ts';

/** Positions of the counts that a sum adds up. */
export type Members = readonly number[];

/** The sums of a list of counts that may be shown. */
export interface ShownSums {
  readonly wholes: readonly Members[];
  /** Sums that do not overlap within a family: the wards, the IMD deciles. Each is a whole to the other families. */
  readonly families: readonly (readonly Members[])[];
  /** Sums that may not be known though they are not small; none by default. */
  readonly secrets?: readonly Members[];
}

/**
 * Guards hidden counts of a list against the sums shown beside it. Besides what `sumGuard` keeps (no hidden count is
 * fixed by sums) and `boundsGuard` (nor by sums and the ranges of counts), what is hidden of a sum is never less than the threshold in all, and neither is what a sum leaves of the
 * parts of a family that cannot be shown: of 106 with deciles of 40, 62, 2 and 2, the last two would be known to be 4.
 * Asked largest first, the smallest part that would do is refused with them. Zeros are known.
 *
 * @param hidden 1 for counts that are not shown
 * @param ranges what each count is known to lie between
 */
export function countGuard(values: ArrayLike<number>, hidden: Uint8Array, threshold: number, { wholes, families, secrets: further = [] }: ShownSums, ranges: CountRanges = countRanges(values, hidden, threshold)): SumGuard {
  const unknown = hidden.map((flag, i) => (flag === 1 && values[i]! > 0 ? 1 : 0));
  const within = (members: Members): Members => members.filter((i) => unknown[i] === 1);
  const small = (members: Members): boolean => isSmall(members.reduce((sum, i) => sum + values[i]!, 0), threshold);
  const parts = families.map((family) => family.map(within));
  const sums = [...wholes.map(within), ...parts.flat()].filter((members) => members.length > 0);
  const showable = parts.map((family) => family.filter((members) => members.length > 0 && !small(members)));
  const left = sums.flatMap((whole) => showable.map((family) => withoutParts(whole, family, unknown.length)));
  const secrets = new Map([...[...sums, ...left].filter(small), ...further.map(within)].map((members) => [members.join(' '), members]));
  const admits = sumGuard(unknown, [...secrets.values()]);
  const inRange = boundsGuard(values, ranges);
  return (members) => {
    const hiddenOf = within(members);
    if (hiddenOf.length === 0) return true;
    const take = small(hiddenOf) ? null : inRange(hiddenOf);
    if (take === null || !admits(hiddenOf)) return false;
    take();
    return true;
  };
}

/** What of a whole is in none of the parts that lie inside it. */
function withoutParts(whole: Members, parts: readonly Members[], length: number): Members {
  const rest = new Uint8Array(length);
  for (const i of whole) rest[i] = 1;
  for (const part of parts) {
    if (!part.every((i) => rest[i] === 1)) continue;
    for (const i of part) rest[i] = 0;
  }
  return whole.filter((i) => rest[i] === 1);
}

/** Whether each sum may be shown, asked from the largest to the smallest, so that the small ones are refused. */
export function askLargestFirst(sums: readonly { readonly members: Members; readonly value: number }[], guard: SumGuard): boolean[] {
  const shown = sums.map(() => false);
  for (const i of [...sums.keys()].toSorted((a, b) => sums[b]!.value - sums[a]!.value)) shown[i] = guard(sums[i]!.members);
  return shown;
}
