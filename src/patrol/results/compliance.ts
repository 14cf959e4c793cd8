import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { HotspotCompliance } from '../../model/patrolResults.ts';
import { dateOfDay, dayNumber, localDay } from '../londonTime.ts';

/** A stretch of days and what is known from before it. */
export interface Stretch {
  /** Day numbers: the first, and the day after the last. */
  readonly from: number;
  readonly until: number;
  /** Day of the last visit before; null where it is not known. */
  readonly before: number | null;
}

/**
 * Gaps between the days of visits. With `every`, overdue dates: those on which the last `every` days, themselves
 * included, hold no visit; days before the stretch count as without a visit where the last one is known, and are not
 * judged where it is not. Without `every` nothing is overdue.
 */
export function gapsOf(days: readonly number[], { from, until, before }: Stretch, every: number | null): Omit<HotspotCompliance, 'hotspot' | 'visits'> {
  const visited = [...new Set(days)].filter((day) => day >= from && day < until).toSorted((a, b) => a - b);
  const known = before === null ? visited : [before, ...visited];
  const last = known.at(-1);
  const overdue: string[] = [];
  for (let day = from, seen = before ?? from - 1; day < until; day += 1) {
    if (visited.includes(day)) seen = day;
    if (every !== null && day - seen >= every) overdue.push(dateOfDay(day));
  }
  return {
    largestGap: last === undefined ? null : Math.max(...[...known, until].slice(1).map((day, i) => day - (known[i] ?? day))),
    daysSince: last === undefined ? null : until - 1 - last, overdue,
  };
}

/**
 * How each hotspot fares in the plan. Overdue dates are those of a rule by days; for a draw or an interval within the
 * peak they are the dates that miss visits.
 */
export function planCompliance({ request, duties, shortage }: PatrolPlan): HotspotCompliance[] {
  const { hotspots, days, lastVisits, rule } = request;
  const from = dayNumber(request.from) ?? 0;
  const every = rule.frequency.kind === 'every-days' ? rule.frequency.days : null;
  return hotspots.map(({ id }) => {
    const visits = duties.flatMap(({ stops }) => stops.filter(({ kind, hotspot }) => kind === 'visit' && hotspot === id));
    const before = dayNumber(lastVisits[id] ?? '');
    const gaps = gapsOf(visits.map(({ start }) => localDay(start)), { from, until: from + days, before: before !== null && before < from ? before : null }, every);
    return { hotspot: id, visits: visits.length, ...gaps, ...(every === null ? { overdue: shortage?.hotspots.find(({ hotspot }) => hotspot === id)?.dates ?? [] } : {}) };
  });
}
