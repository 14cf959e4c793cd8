import type { Selection } from '../model/selection.ts';
import { AGE_UNKNOWN } from '../model/vocabulary.ts';
import { aggregate, type Aggregate, type AggregationInput } from '../aggregation/aggregate.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import { countRanges, type CountRanges } from './boundsGuard.ts';
import { isSmall } from './smallCounts.ts';

/** Events of the months that a selection leaves out, under its other clauses but "where". */
export interface LeftOut {
  /** By area. */
  readonly counts: Uint32Array;
  /** By area: victims of known age. */
  readonly victims: Uint32Array;
  readonly withoutLocation: number;
  readonly outsideCounty: number;
}

/**
 * What the same question over the data set's whole period would add: an analyst who asks both can subtract. Null where
 * the selection leaves no month out. Costs another pass over the records.
 *
 * @param counted the selection's own answer
 */
export function leftOutMonths(selection: Selection, input: AggregationInput, counted: Aggregate): LeftOut | null {
  if (counted.chosenBars.month.every((one) => one === 1)) return null;
  const whole = aggregate({ ...selection, period: null, monthsOfYear: null }, input);
  const areas = input.areas.code.length;
  const rest = (of: (from: Aggregate, area: number) => number): Uint32Array => Uint32Array.from({ length: areas }, (_, area) => of(whole, area) - of(counted, area));
  return {
    counts: rest(({ rows }, area) => rows.offences[area]!), victims: rest(victimsOf),
    withoutLocation: whole.withoutLocation - counted.withoutLocation, outsideCounty: whole.outsideCounty - counted.outsideCounty,
  };
}

function victimsOf({ rows: { offences, victimsByAge } }: Aggregate, area: number): number {
  if (!victimsByAge) return offences[area]!;
  const start = area * AGE_COLUMNS;
  return victimsByAge.subarray(start, start + AGE_UNKNOWN).reduce((sum, victims) => sum + victims, 0);
}

/** 1 for counts that the whole period's count would tell a small one from: they are hidden as small ones are. Zeros tell nothing. */
export function besideWhole(values: Uint32Array, leftOut: Uint32Array | null, threshold: number): Uint8Array {
  return Uint8Array.from(values, (value, i) => (leftOut !== null && value > 0 && isSmall(leftOut[i]!, threshold) ? 1 : 0));
}

/** Whether what a sum leaves out over the months is small. */
export function leavesLittleOut(members: readonly number[], leftOut: Uint32Array | null, threshold: number): boolean {
  return leftOut !== null && isSmall(members.reduce((sum, i) => sum + leftOut[i]!, 0), threshold);
}

/**
 * Ranges of counts, by the strictest reading: of one that is hidden beside its whole, the whole is taken to be known, so
 * that it is 1 to threshold - 1 less than that.
 */
export function rangesBesideWhole(values: Uint32Array, hidden: Uint8Array, leftOut: Uint32Array | null, threshold: number): CountRanges {
  const ranges = countRanges(values, hidden, threshold);
  besideWhole(values, leftOut, threshold).forEach((flag, i) => {
    const value = values[i]!;
    if (flag !== 1 || isSmall(value, threshold)) return;
    const whole = value + leftOut![i]!;
    ranges.lower[i] = whole - (threshold - 1);
    ranges.upper[i] = whole - 1;
  });
  return ranges;
}
