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
  const perClass = sorted.length / classes;
  keyed.forEach((value, index) => {
    const rank = rankOf.get(value);
    if (rank === undefined) return;
    result[index] = Math.max(1, Math.floor(classes + 1 - Math.ceil((sorted.length + 1 - rank) / perClass)));
  });
  return result;
}
