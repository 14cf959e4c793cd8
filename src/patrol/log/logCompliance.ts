import type { Hotspot, PatrolRule } from '../../model/patrol.ts';
import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { LogCompliance, LoggedVisit, VisitLog } from '../../model/patrolResults.ts';
import { dayNumber, localTime } from '../londonTime.ts';
import { gapsOf } from '../results/compliance.ts';

export interface LogQuestion {
  readonly hotspots: readonly Pick<Hotspot, 'id'>[];
  readonly rule: Pick<PatrolRule, 'visitMinutes' | 'frequency'>;
  /** First and last date looked at. Visits before the first tell when a hotspot was last visited. */
  readonly from: string;
  readonly to: string;
  readonly plan: PatrolPlan | null;
}

/**
 * Visits made, against the rule and the plan. Only visits of the rule's unbroken minutes count; shorter ones are told.
 * Overdue dates are given for a rule by days (any three days in a row hold a visit). A planned visit is made where
 * one was logged at the hotspot on its date, at whatever time, one for one. Throws RangeError for bad dates.
 */
export function logCompliance(log: VisitLog, { hotspots, rule, from, to, plan }: LogQuestion): LogCompliance {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === null || last === null || last < first) throw new RangeError(`From ${from} to ${to} are no dates in order.`);
  const every = rule.frequency.kind === 'every-days' ? rule.frequency.days : null;
  return {
    hotspots: hotspots.map(({ id }) => {
      const own = log.visits.filter(({ hotspot }) => hotspot === id);
      // A hair less, so that seconds held as fractions of minutes do not make a full visit short.
      const full = own.filter(({ start, end }) => end - start >= rule.visitMinutes - 1e-6);
      const days = full.map(({ date }) => dayNumber(date) ?? 0);
      const earlier = days.filter((day) => day < first);
      const within = (visit: LoggedVisit): boolean => visit.date >= from && visit.date <= to;
      return {
        hotspot: id, visits: full.filter(within).length, tooShort: own.filter(within).length - full.filter(within).length,
        ...gapsOf(days, { from: first, until: last + 1, before: earlier.length > 0 ? Math.max(...earlier) : null }, every),
        planned: plan && againstPlan(plan, id, full.filter(within), from, to),
      };
    }),
  };
}

/** Date of the last full visit of each hotspot before a date: what a new plan takes as `lastVisits`. */
export function lastVisitsBefore(log: VisitLog, date: string, visitMinutes: number): Record<string, string> {
  const last: Record<string, string> = {};
  for (const visit of log.visits) {
    if (visit.date < date && visit.end - visit.start >= visitMinutes - 1e-6 && visit.date > (last[visit.hotspot] ?? '')) last[visit.hotspot] = visit.date;
  }
  return last;
}

function againstPlan({ duties }: PatrolPlan, id: string, made: readonly LoggedVisit[], from: string, to: string): { made: number; missed: number; unplanned: number } {
  const planned = duties.flatMap(({ stops }) => stops.filter(({ kind, hotspot }) => kind === 'visit' && hotspot === id).map(({ start }) => localTime(start).date)).filter((date) => date >= from && date <= to);
  const logged = made.map(({ date }) => date);
  const kept = [...new Set(planned)].reduce((sum, date) => sum + Math.min(count(planned, date), count(logged, date)), 0);
  return { made: kept, missed: planned.length - kept, unplanned: logged.length - kept };
}

function count(dates: readonly string[], date: string): number {
  return dates.filter((one) => one === date).length;
}
