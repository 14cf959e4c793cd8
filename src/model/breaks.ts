/**
 * Class breaks for maps coloured by value: quantiles, rounded to two significant figures so that a legend
 * reads well. They are made once per measure and then stay fixed while the reader filters.
 */

/**
 * Breaks that cut the positive values into `classes` groups of about equal size.
 *
 * @param values any numbers; NaN, infinities, zero and negatives are left out (zero and "not given" have classes of their own)
 * @param classes number of classes, 2 or more
 * @returns ascending, distinct; `classes - 1` numbers, fewer where there are too few distinct values, none where there is no positive value.
 *   Whole numbers where every value is whole.
 */
export function breaksFor(values: ArrayLike<number>, classes: number): number[] {
  const sorted = Array.from(values).filter((value) => Number.isFinite(value) && value > 0).toSorted((a, b) => a - b);
  const smallest = sorted[0];
  if (smallest === undefined) return [];
  const whole = sorted.every(Number.isInteger);
  const breaks: number[] = [];
  for (let index = 1; index < classes; index += 1) {
    const rounded = twoFigures(quantile(sorted, index / classes));
    const value = whole ? Math.max(1, Math.round(rounded)) : rounded;
    if (value > (breaks.at(-1) ?? smallest)) breaks.push(value);
  }
  return breaks;
}

/** Class of a value, 0 for the lowest: the number of breaks at or below it. A value on a break belongs above it. */
export function classByBreaks(value: number, breaks: readonly number[]): number {
  let above = 0;
  for (const edge of breaks) if (value >= edge) above += 1;
  return above;
}

/** Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, as R and Excel). */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

function twoFigures(value: number): number {
  return Number(value.toPrecision(2));
}
