import type { Minute } from './patrol.ts';
import type { Trial } from './patrolRules.ts';

/** One line of the timetable. Dates and clock times are local. */
export interface TimetableRow {
  readonly shift: string;
  readonly shiftTitle: string;
  /** Date on which the shift starts. */
  readonly shiftDate: string;
  readonly pair: number;
  /** 1, 2, 3 ... within the pair's shift. */
  readonly order: number;
  readonly kind: 'visit' | 'break';
  readonly hotspot: string;
  readonly title: string;
  readonly hub: string;
  /** Calendar date of the start: after midnight that of the next day. */
  readonly date: string;
  /** "23:50". */
  readonly from: string;
  readonly until: string;
  readonly start: Minute;
  readonly end: Minute;
  readonly travelMinutes: number;
  /** Straight line. */
  readonly metres: number;
  readonly required: boolean;
}

/** Minutes of a pair's shifts, which add up to `total`. */
export interface PairLoad {
  readonly shift: string;
  readonly pair: number;
  readonly shifts: number;
  readonly visits: number;
  readonly visitMinutes: number;
  readonly travelMinutes: number;
  readonly breakMinutes: number;
  /** Left for everything else. */
  readonly idleMinutes: number;
  readonly total: number;
}

/** How a hotspot fares under the rule, in the plan or in a log. */
export interface HotspotCompliance {
  readonly hotspot: string;
  readonly visits: number;
  /** Most days from one visit to the next, counted from the last one before and to the day after the last day; null without any visit known. */
  readonly largestGap: number | null;
  /** Days from the last visit to the last day looked at; null where none is known. */
  readonly daysSince: number | null;
  /** Dates on which it is overdue under the rule, ascending. */
  readonly overdue: readonly string[];
}

export interface Share {
  /** Hub id or quintile; '' where none is known. */
  readonly group: string;
  readonly hotspots: number;
  readonly expected: number;
  readonly expectedShare: number;
  readonly visits: number;
  readonly visitShare: number;
  readonly minutes: number;
  readonly minuteShare: number;
}

/** What trials found, put beside the events of this plan. Never a promise. */
export interface ExpectedEffect {
  /** Events expected without patrols, in the hotspots on the dates on which the plan visits them. */
  readonly events: number;
  readonly trials: readonly { readonly trial: Trial; readonly fewer: number }[];
  /** Events fewer if the least and the most of the trials' changes held here; the least is 0 where a trial found nothing significant. */
  readonly fewer: readonly [number, number];
  readonly text: readonly string[];
}

export type LogReason = 'no-hotspot' | 'unknown-hotspot' | 'no-start' | 'bad-start' | 'no-such-time' | 'bad-end' | 'ends-before-start' | 'longer-than-a-day' | 'twice';

/** A visit that was made. */
export interface LoggedVisit {
  readonly hotspot: string;
  readonly start: Minute;
  readonly end: Minute;
  /** Local date of the start. */
  readonly date: string;
  /** Line of the file, the header being line 1. */
  readonly line: number;
}

/** A log as read: rows = visits + all that was set aside. */
export interface VisitLog {
  readonly rows: number;
  readonly visits: readonly LoggedVisit[];
  readonly setAside: readonly { readonly reason: LogReason; readonly lines: readonly number[] }[];
}

export interface LogCompliance {
  readonly hotspots: readonly (HotspotCompliance & {
    /** Visits shorter than the rule asks, which do not count for it. */
    readonly tooShort: number;
    /** Of the plan's visits: made on their date (one logged visit stands for one planned), and not. Null without a plan. */
    readonly planned: { readonly made: number; readonly missed: number; readonly unplanned: number } | null;
  })[];
}
