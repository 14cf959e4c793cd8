import type { Hotspot } from '../../model/patrol.ts';
import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { Share } from '../../model/patrolResults.ts';

/** Shares of expected events, visits and minutes by hub, in the order in which hubs come. */
export function sharesByHub(plan: PatrolPlan): Share[] {
  return sharesBy(plan, ({ hub }) => hub);
}

/** The same by IMD quintile of England, 1 = most deprived, hotspots without one last. */
export function sharesByQuintile(plan: PatrolPlan): Share[] {
  return sharesBy(plan, ({ quintile }) => (quintile === null ? '' : String(quintile))).toSorted((a, b) => (a.group || '9').localeCompare(b.group || '9'));
}

/** Shares are of all hotspots of the plan; 0 where there is nothing to share. */
function sharesBy({ request, duties }: PatrolPlan, groupOf: (hotspot: Hotspot) => string): Share[] {
  const group = new Map(request.hotspots.map((hotspot) => [hotspot.id, groupOf(hotspot)]));
  const visits = duties.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'visit'));
  const weeks = request.days / 7;
  const rows = [...new Set(group.values())].map((name) => {
    const own = visits.filter(({ hotspot }) => group.get(hotspot) === name);
    const members = request.hotspots.filter(({ id }) => group.get(id) === name);
    return {
      group: name, hotspots: members.length, expected: members.reduce((sum, { perWeek }) => sum + perWeek * weeks, 0),
      visits: own.length, minutes: own.reduce((sum, { start, end }) => sum + end - start, 0),
    };
  });
  const share = (value: number, of: 'expected' | 'visits' | 'minutes'): number => {
    const total = rows.reduce((sum, row) => sum + row[of], 0);
    return total > 0 ? value / total : 0;
  };
  return rows.map((row) => ({ ...row, expectedShare: share(row.expected, 'expected'), visitShare: share(row.visits, 'visits'), minuteShare: share(row.minutes, 'minutes') }));
}
