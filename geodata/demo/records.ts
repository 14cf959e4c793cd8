import type { RecordColumns } from '../../src/model/cells.ts';
import { pick } from './dealing.ts';
import type { Random } from './random.ts';
import type { SnapPoints } from './shapes.ts';

/** A data set as the generators give it: its records and its list of months. */
export interface Generated {
  readonly records: RecordColumns;
  /** "YYYY-MM", ascending. */
  readonly months: readonly string[];
}

/** Columns that stay null unless a generator fills them. */
export const NOTHING_ELSE = {
  weekdayHour: null, day: null, age: null, sex: null, flags: null, reference: null, longitude: null, latitude: null,
} as const;

/** A snap point for every record; NaN for records without an area of the county. */
export function snap(area: Int32Array, points: readonly SnapPoints[], random: Random): { longitude: Float64Array; latitude: Float64Array } {
  const longitude = new Float64Array(area.length).fill(NaN);
  const latitude = new Float64Array(area.length).fill(NaN);
  area.forEach((number, i) => {
    const own = points[number];
    if (!own) return;
    const chosen = pick(own.weights, random);
    longitude[i] = own.longitude[chosen] ?? NaN;
    latitude[i] = own.latitude[chosen] ?? NaN;
  });
  return { longitude, latitude };
}

/** Codes as the source has them: the area's own, '' where there is no location. */
export function codesOf(area: Int32Array, codes: readonly string[]): string[] {
  return Array.from(area, (number) => codes[number] ?? '');
}
