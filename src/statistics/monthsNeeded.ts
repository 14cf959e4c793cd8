/**
 * Further whole months, at the pace of the months seen, until there are `minimum` events. 0 when there are enough;
 * null when there is no pace to go by (no events, or no months). Throws RangeError for missing or negative
 * numbers.
 *
 * @example monthsNeeded(4, 12, 10) // 18: a third of an event a month, six more to come
 */
export function monthsNeeded(events: number, months: number, minimum: number): number | null {
  for (const amount of [events, months, minimum]) {
    if (!(amount >= 0 && Number.isFinite(amount))) throw new RangeError(`Events, months and the minimum are numbers from 0; this is ${amount}.`);
  }
  if (events >= minimum) return 0;
  if (events === 0 || months === 0) return null;
  return Math.ceil((minimum - events) * months / events);
}
