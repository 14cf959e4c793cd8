import type { Selection } from '../model/selection.ts';
import { hoursOfWeekMask } from './hoursOfWeek.ts';

/** Clauses of which a record has one value each: selections that name different ones hold none in common. */
const ONE_EACH = ['types', 'monthsOfYear', 'boroughs', 'hubs', 'wards', 'nteHotspots', 'areas'] as const satisfies readonly (keyof Selection)[];

/**
 * Whether two selections of one data set may hold the same offences. False only where a clause keeps them apart for
 * certain: periods, months, hours, crime types or places of one kind that have nothing in common. Victims do not: an
 * offence with two victims can stand in both.
 */
export function mayShareOffences(a: Selection, b: Selection): boolean {
  return !apartInTime(a, b) && !ONE_EACH.some((clause) => apart(a[clause], b[clause]));
}

function apart(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  return a !== null && b !== null && !a.some((value) => b.includes(value));
}

function apartInTime(a: Selection, b: Selection): boolean {
  if (a.period !== null && b.period !== null && (a.period.to < b.period.from || b.period.to < a.period.from)) return true;
  const hours = hoursOfWeekMask(b);
  return !hoursOfWeekMask(a).some((chosen, slot) => chosen === 1 && hours[slot] === 1);
}
