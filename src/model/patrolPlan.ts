import type { Minute, PlanRequest } from './patrol.ts';

/** What a pair does at one place. `travel` and `metres` (straight line) are those of the way there. */
export interface Stop {
  readonly kind: 'visit' | 'break';
  /** Hotspot id; for a break that of the place where it is taken, '' before the first visit. */
  readonly hotspot: string;
  readonly start: Minute;
  readonly end: Minute;
  readonly travel: number;
  readonly metres: number;
  /** True where the rule needed it when the plan was made; false for visits that fill the time left over, and breaks. */
  readonly required: boolean;
}

/** One pair's work in one shift on one date. */
export interface Duty {
  readonly shift: string;
  /** Date on which the shift starts. */
  readonly date: string;
  /** 1 to the shift's number of pairs. */
  readonly pair: number;
  readonly start: Minute;
  readonly end: Minute;
  readonly stops: readonly Stop[];
  /** Way back to the base after the last visit; 0 without a base or visits. */
  readonly homeTravel: number;
  readonly homeMetres: number;
}

/** Why a hotspot misses visits: no shift is there in its peak hours in time, or those that are have no time left. */
export type MissingReason = 'no-shift-in-peak' | 'no-officers-left';

export interface MissingVisits {
  readonly hotspot: string;
  /** Visits that would have to be added for the rule to hold. */
  readonly visits: number;
  /** Dates on which the hotspot is overdue, ascending. */
  readonly dates: readonly string[];
  readonly reason: MissingReason;
}

/** Pairs to add on each of a shift's weekdays named. */
export interface AddedPairs {
  readonly shift: string;
  readonly weekday: number;
  readonly pairs: number;
}

export interface Addition {
  readonly pairs: readonly AddedPairs[];
  /** Visits still missing with them: 0 where they would do. */
  readonly missing: number;
  /**
   * `search`: the same planner meets the rule with these pairs, and with none of them left out; fewer in another
   * combination cannot be excluded. `not-pruned`: it meets the rule, but the search ended before it was known whether
   * all of them are needed. `not-met`: the search ended before the rule was met.
   */
  readonly method: 'search' | 'not-pruned' | 'not-met';
}

export interface Shortage {
  /** Missing visits in all. */
  readonly visits: number;
  readonly perDay: number;
  readonly hotspots: readonly MissingVisits[];
  readonly addition: Addition | null;
}

/** What can be said before planning, from minutes alone. */
export interface Capacity {
  /** `impossible`: no plan can meet the rule. `not-excluded`: planning will tell. */
  readonly verdict: 'impossible' | 'not-excluded';
  /** At least this many visits short in the worst stretch of days; 0 where not excluded. */
  readonly short: number;
  /** That stretch: visits the rule needs in it and the most the officers could make. Null where nothing is needed. */
  readonly worst: { readonly from: string; readonly days: number; readonly hub: string; readonly needed: number; readonly most: number } | null;
  /** Hotspot ids that no shift can ever visit under the rule. */
  readonly unreachable: readonly string[];
}

export interface PlanValue {
  /** The planner's objective: events expected in the minutes that visits cover, taken over all start times their opening allows. */
  readonly objective: number;
  /** No plan's objective is higher; null for a rule without further visits, which maximises nothing. */
  readonly upperBound: number | null;
  /** Events expected in the minutes this timetable covers, counted once where visits overlap. */
  readonly covered: number;
  /** Events expected in all hotspots over the days of the plan. */
  readonly expected: number;
}

export interface PatrolPlan {
  readonly request: PlanRequest;
  readonly duties: readonly Duty[];
  /** Dates drawn for treatment by hotspot id; null where the rule draws none. */
  readonly drawn: Readonly<Record<string, readonly string[]>> | null;
  readonly capacity: Capacity;
  /** Null where the rule is met everywhere. */
  readonly shortage: Shortage | null;
  readonly value: PlanValue;
  /** What the reader should know about how the plan was made. */
  readonly notes: readonly string[];
}
