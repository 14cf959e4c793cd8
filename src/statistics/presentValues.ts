import { keepAreas, type NeighbourLists } from './spatialWeights.ts';

/** The areas that have a value, with their neighbours among themselves. */
export interface PresentValues {
  readonly values: Float64Array;
  readonly lists: NeighbourLists;
  /** Position of each of them among all areas. */
  readonly places: Int32Array;
  /** How many areas had none. */
  readonly missing: number;
  /** No two values differ (or there are none), so that nothing stands out. */
  readonly constant: boolean;
}

/**
 * Sets aside the areas without a value (NaN): they are nobody's neighbour and not counted among the areas. Throws
 * RangeError for infinite values and where there is not one value per area.
 */
export function presentValues(values: ArrayLike<number>, lists: NeighbourLists): PresentValues {
  if (values.length !== lists.offsets.length - 1) throw new RangeError(`${values.length} values for ${lists.offsets.length - 1} areas.`);
  const places: number[] = [];
  for (let area = 0; area < values.length; area += 1) {
    const value = values[area] ?? Number.NaN;
    if (Math.abs(value) === Infinity) throw new RangeError(`Area ${area}: the value is not finite.`);
    if (!Number.isNaN(value)) places.push(area);
  }
  const missing = values.length - places.length;
  const kept = Float64Array.from(places, (area) => values[area] ?? Number.NaN);
  return {
    values: kept, lists: missing === 0 ? lists : keepAreas(lists, places), places: Int32Array.from(places), missing,
    constant: kept.every((value) => value === kept[0]),
  };
}

/** Values of the areas that have one, back at their places among all areas; NaN elsewhere. */
export function spread(values: ArrayLike<number>, places: Int32Array, areas: number): Float64Array {
  const all = new Float64Array(areas).fill(Number.NaN);
  for (let i = 0; i < places.length; i += 1) all[places[i] ?? -1] = values[i] ?? Number.NaN;
  return all;
}

/** A value nearer to the mean than this, relative to the largest value, is on it: the difference is rounding. */
const ON_THE_MEAN = 1e-14;

/** Deviations from the mean, whose own rounding error is taken off; exactly 0 on the mean. */
export function centred(values: Float64Array): Float64Array {
  const mean = sum(values) / values.length;
  const deviations = values.map((value) => value - mean);
  const left = sum(deviations) / values.length;
  const least = ON_THE_MEAN * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return deviations.map((value) => (Math.abs(value - left) <= least ? 0 : value - left));
}

/** The one value that differs from all others, which are equal, by its position; -1 where there is none. */
export function onlyDeviant(values: Float64Array): number {
  const [first, second, third] = values;
  const usual = first === second || first === third ? first : second;
  const deviants = Array.from(values.keys()).filter((i) => values[i] !== usual);
  return deviants.length === 1 ? deviants[0] ?? -1 : -1;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i] ?? Number.NaN;
  return total;
}
