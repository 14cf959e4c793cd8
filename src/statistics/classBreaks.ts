import { fisherJenks } from './fisherJenks.ts';
import { prettyBreaks } from './prettyBreaks.ts';

/**
 * `quantile`: as many values in each class; `equal`: equal widths; `fisher-jenks`: least spread within classes, broken
 * half way between neighbouring values; `jenks`: the same classes, broken at their largest values (which then belong
 * below the break); `pretty`: round numbers; `deviation`: round numbers of standard deviations from the mean.
 */
export type BreaksMethod = 'quantile' | 'equal' | 'fisher-jenks' | 'jenks' | 'pretty' | 'deviation';

/**
 * Breaks between classes of values for a map's legend, in rising order, both ends included: classes + 1 numbers.
 * Classes hold their lower break and not their upper one, the last holds both (`jenks`: the other way round).
 *
 * NaN and infinite values are left out. Quantiles are R's type 7; with many ties their breaks repeat and are kept,
 * so classes can be empty. `pretty` and `deviation` may give more or fewer classes and reach beyond the values.
 * Where there are no more distinct values than classes, each value gets a class of its own, broken half way to the
 * next (ends: half the mean step beyond; half of 1 for a single value), whatever the method. No values: no breaks.
 * Throws RangeError unless `classes` is a whole number from 2 to 255.
 * Source: R's `classInt::classIntervals`.
 *
 * @example classBreaks([1, 2, 3, 4, 5, 6], 2, 'quantile') // 1, 3.5, 6
 */
export function classBreaks(values: ArrayLike<number>, classes: number, method: BreaksMethod): number[] {
  if (!Number.isInteger(classes) || classes < 2 || classes > 255) throw new RangeError(`Classes are 2 to 255, not ${classes}.`);
  const sorted = Float64Array.from(values).filter((value) => Number.isFinite(value)).toSorted();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length === 0) return [];
  return distinct.length <= classes ? oneEach(distinct) : METHODS[method](sorted, classes, distinct);
}

type Breaks = (sorted: Float64Array, classes: number, distinct: Float64Array) => number[];

const METHODS: Readonly<Record<BreaksMethod, Breaks>> = {
  quantile: (sorted, classes) => shares(classes).map((share) => quantile(sorted, share)),
  equal: (sorted, classes) => {
    const [lowest, highest] = ends(sorted);
    return shares(classes).map((share) => (share === 1 ? highest : lowest + share * (highest - lowest)));
  },
  'fisher-jenks': (sorted, classes, distinct) => {
    const [lowest, highest] = ends(sorted);
    const halves = partition(sorted, classes, distinct).map((first) => ((distinct[first - 1] ?? 0) + (distinct[first] ?? 0)) / 2);
    return [lowest, ...halves, highest];
  },
  jenks: (sorted, classes, distinct) => {
    const [lowest, highest] = ends(sorted);
    return [lowest, ...partition(sorted, classes, distinct).map((first) => distinct[first - 1] ?? 0), highest];
  },
  pretty: (sorted, classes) => prettyBreaks(...ends(sorted), classes),
  deviation: (sorted, classes) => {
    const [lowest, highest] = ends(sorted);
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    const spread = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1));
    return prettyBreaks((lowest - mean) / spread, (highest - mean) / spread, classes).map((score) => mean + score * spread);
  },
};

/**
 * The value below which the given share of sorted values lies, interpolated between neighbours (R's type 7): at
 * position share * (n - 1). NaN without values.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below === above ? below : below + (position - Math.floor(position)) * (above - below);
}

function partition(sorted: Float64Array, classes: number, distinct: Float64Array): number[] {
  const occurrences = new Float64Array(distinct.length);
  let position = 0;
  for (const value of sorted) {
    if (value !== distinct[position]) position += 1;
    occurrences[position] = (occurrences[position] ?? 0) + 1;
  }
  return fisherJenks(distinct, occurrences, classes);
}

function oneEach(distinct: Float64Array): number[] {
  const [lowest, highest] = ends(distinct);
  const beyond = distinct.length === 1 ? 0.5 : (highest - lowest) / (distinct.length - 1) / 2;
  const halves = Array.from(distinct.subarray(1), (value, i) => ((distinct[i] ?? 0) + value) / 2);
  return [lowest - beyond, ...halves, highest + beyond];
}

function shares(classes: number): number[] {
  return Array.from({ length: classes + 1 }, (_, i) => i / classes);
}

function ends(sorted: Float64Array): [number, number] {
  return [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
}
