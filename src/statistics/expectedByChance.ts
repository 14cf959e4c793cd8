/**
 * How many of so many classified areas would read "higher" (and as many again "lower") if none differed from
 * the benchmark: classified * (1 - confidence) / 2. 381 areas at 0.95: 9.5. Throws RangeError for a number of
 * areas that is negative or not finite and a confidence outside 0 to 1.
 */
export function expectedByChance(classified: number, confidence: number): number {
  if (!(classified >= 0 && Number.isFinite(classified))) throw new RangeError(`There cannot be ${classified} areas.`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`Confidence is a proportion between 0 and 1; it is ${confidence}.`);
  return classified * (1 - confidence) / 2;
}
