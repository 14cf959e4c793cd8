import type { Shift } from '../model/patrol.ts';
import type { AddedPairs } from '../model/patrolPlan.ts';

/** Weekdays of one shift to which the same number of pairs is added. */
export interface AdditionGroup {
  readonly shift: string;
  readonly pairs: number;
  /** Ascending, 0 = Monday. */
  readonly weekdays: readonly number[];
}

/** Added pairs by shift and number, shifts in the order given, so that five Fridays to Tuesdays read as one line. */
export function additionGroups(pairs: readonly AddedPairs[], shifts: readonly Shift[]): AdditionGroup[] {
  return shifts.flatMap(({ id }) => {
    const own = pairs.filter(({ shift }) => shift === id);
    const counts = [...new Set(own.map((one) => one.pairs))].toSorted((a, b) => b - a);
    return counts.map((count) => ({ shift: id, pairs: count, weekdays: own.filter((one) => one.pairs === count).map(({ weekday }) => weekday).toSorted((a, b) => a - b) }));
  });
}

/**
 * Shifts with the pairs added: a shift that gets the same on all its weekdays has more pairs; otherwise it is parted by
 * weekdays into shifts that stand where it stood, so that the planner has the very turns it searched with.
 */
export function withPairs(shifts: readonly Shift[], added: readonly AddedPairs[]): Shift[] {
  const groups = additionGroups(added, shifts);
  return shifts.flatMap((shift) => {
    const own = groups.filter((group) => group.shift === shift.id);
    const left = shift.days.filter((day) => !own.some(({ weekdays }) => weekdays.includes(day)));
    const more = own.map(({ pairs, weekdays }): Shift => ({
      ...shift, pairs: shift.pairs + pairs, days: weekdays,
      ...(weekdays.length === shift.days.length ? {} : { id: `${shift.id}-${pairs}-more`, title: `${shift.title} with ${pairs} more` }),
    }));
    return [...(left.length > 0 ? [{ ...shift, days: left }] : []), ...more];
  });
}
