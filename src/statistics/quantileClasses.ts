/**
 * Quantile class of each value, 1 = lowest to `classes` = highest (`descending`: 1 = highest), in the values'
 * order. Ties share the lower rank, so equal values have the same class and a class can be empty; when all are
 * equal, all are in class 1. NaN (no value) gets 0, and so does everything when there are fewer values than
 * classes. Throws RangeError unless `classes` is a whole number from 2 to 255.
 *
 * class = floor((k + 1) - ceil(((m + 1) - rank) / (m / k))), 0 -> 1, for m values and k classes. The order of
 * operations is part of the rule, because m / k is rounded. Source: PHEindicatormethods `phe_quantile`.
 */
export function quantileClasses(
  values: ArrayLike<number>, classes: number, order: 'ascending' | 'descending' = 'ascending',
): Uint8Array {
  if (!Number.isInteger(classes) || classes < 2 || classes > 255) throw new RangeError(`Classes are 2 to 255, not ${classes}.`);
  const counted = order === 'ascending' ? countRanks(values) : null;
  if (counted !== null) return classesOfCounts(values, classes, counted);
  const sign = order === 'ascending' ? 1 : -1;
  const keyed = Float64Array.from(values, (value) => sign * value);
  const sorted = keyed.filter((value) => !Number.isNaN(value)).toSorted();
  const result = new Uint8Array(values.length);
  if (sorted.length < classes) return result;
  const rankOf = new Map<number, number>();
  sorted.forEach((value, index) => {
    // Map keys treat 0 and -0 as equal, as the ranking must.
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  });
  keyed.forEach((value, index) => {
    const rank = rankOf.get(value);
    if (rank !== undefined) result[index] = classOfRank(rank, sorted.length, classes);
  });
  return result;
}

function classOfRank(rank: number, ranked: number, classes: number): number {
  return Math.max(1, Math.floor(classes + 1 - Math.ceil((ranked + 1 - rank) / (ranked / classes))));
}

/** Whole numbers below this are ranked without sorting. */
const LARGEST_COUNT = 2 ** 16;

interface CountRanks {
  /** Rank of each whole number that occurs. */
  readonly rank: Uint32Array;
  readonly ranked: number;
}

/** Ranks by how often each value occurs; null where not all values are whole numbers of moderate size, or NaN. */
function countRanks(values: ArrayLike<number>): CountRanks | null {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    if (!(value >= 0 && value < LARGEST_COUNT && value === Math.floor(value))) return null;
    if (value > largest) largest = value;
  }
  const rank = new Uint32Array(largest + 1);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!Number.isNaN(value)) rank[value]! += 1;
  }
  let smaller = 0;
  for (let value = 0; value <= largest; value += 1) {
    const equal = rank[value]!;
    rank[value] = smaller + 1;
    smaller += equal;
  }
  return { rank, ranked: smaller };
}

function classesOfCounts(values: ArrayLike<number>, classes: number, { rank, ranked }: CountRanks): Uint8Array {
  const result = new Uint8Array(values.length);
  if (ranked < classes) return result;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!Number.isNaN(value)) result[i] = classOfRank(rank[value]!, ranked, classes);
  }
  return result;
}
