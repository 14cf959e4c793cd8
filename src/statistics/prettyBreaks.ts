/** How much a rounder unit is preferred to a finer one: for 2 and 10 times the power of ten, and for 5 times it. */
const BIAS = 1.5;
const BIAS_OF_FIVE = 0.5 + 1.5 * BIAS;
const SLACK = 1e-7;

/**
 * About `classes` + 1 equally spaced round numbers (1, 2 or 5 times a power of ten apart) that cover the range from
 * `lowest` to `highest`. The number of classes may differ from what is asked, but is at least a third of it.
 * Throws RangeError for ends that are not finite or the wrong way round, and for classes that are no whole number
 * above 0. Source: the rule of R's `pretty` (Becker, Chambers and Wilks, The New S Language, 1988).
 *
 * @example prettyBreaks(5, 300, 7) // 0, 50, 100, 150, 200, 250, 300
 */
export function prettyBreaks(lowest: number, highest: number, classes: number): number[] {
  if (!(lowest <= highest && highest - lowest < Infinity)) throw new RangeError(`No breaks from ${lowest} to ${highest}.`);
  if (!Number.isInteger(classes) || classes < 1) throw new RangeError(`Classes are a whole number above 0, not ${classes}.`);
  const least = Math.floor(classes / 3);
  const unit = roundUnit(roughWidth(lowest, highest, classes, least));
  let from = Math.floor(lowest / unit + SLACK);
  let to = Math.ceil(highest / unit - SLACK);
  while (from * unit > lowest + SLACK * unit) from -= 1;
  while (to * unit < highest - SLACK * unit) to += 1;
  const missing = least - (to - from);
  if (missing > 0) [from, to] = widened(from, to, missing, lowest, highest);
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * unit);
}

/** The width of a class before rounding; the ends' own size where they are (almost) equal. */
function roughWidth(lowest: number, highest: number, classes: number, least: number): number {
  const range = highest - lowest;
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  const precision = (1 + 1 / (1 + BIAS)) * Math.max(1, classes) * Number.EPSILON;
  if (!(range === 0 && highest === 0) && range >= size * precision * 3) return range / classes;
  const cell = range === 0 && highest === 0 ? 1 : size;
  return (cell > 10 ? 9 + cell / 10 : cell) * 0.75 / Math.max(1, least);
}

/** 1, 2, 5 or 10 times a power of ten: the largest that the bias allows. */
function roundUnit(width: number): number {
  const base = 10 ** Math.floor(Math.log10(width));
  if (10 * base - width < BIAS * (width - 5 * base)) return 10 * base;
  if (5 * base - width < BIAS_OF_FIVE * (width - 2 * base)) return 5 * base;
  return 2 * base - width < BIAS * (width - base) ? 2 * base : base;
}

/** Classes added on both sides, the odd one away from 0; beyond an end at 0 only on the other side. */
function widened(from: number, to: number, missing: number, lowest: number, highest: number): [number, number] {
  if (lowest === 0 && from === 0 && highest !== 0) return [from, to + missing];
  if (highest === 0 && to === 0 && lowest !== 0) return [from - missing, to];
  const half = Math.floor(missing / 2);
  return from >= 0 ? [from - (missing - half), to + half] : [from - half, to + missing - half];
}
