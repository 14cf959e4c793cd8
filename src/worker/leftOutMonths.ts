import type { Selection } from '../model/selection.ts';
import { AGE_UNKNOWN } from '../model/vocabulary.ts';
import { aggregate, type Aggregate, type AggregationInput } from '../aggregation/aggregate.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';

/** Events of the months that a selection leaves out, by area, under its other clauses but "where". */
export interface LeftOut {
  readonly counts: Uint32Array;
  /** Victims of known age. */
  readonly victims: Uint32Array;
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
  return { counts: rest(({ rows }, area) => rows.offences[area]!), victims: rest(victimsOf) };
}

function victimsOf({ rows: { offences, victimsByAge } }: Aggregate, area: number): number {
  if (!victimsByAge) return offences[area]!;
  const start = area * AGE_COLUMNS;
  return victimsByAge.subarray(start, start + AGE_UNKNOWN).reduce((sum, victims) => sum + victims, 0);
}
