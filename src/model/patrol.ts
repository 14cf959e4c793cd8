/**
 * Words of patrol planning: places to visit, officers who can, the rule they follow, and the plan made of them.
 * Moments are whole minutes since 1970-01-01 00:00 UTC (`Minute`), so that the nights on which the clocks change
 * keep their true length; dates are local ones (Europe/London) as "2025-03-30".
 */
export type Minute = number;

export interface Position {
  /** Degrees. */
  readonly longitude: number;
  readonly latitude: number;
}

/** A place to visit. Its position is a point inside it, where travel is measured to. */
export interface Hotspot extends Position {
  /** LSOA code or place id. */
  readonly id: string;
  readonly title: string;
  /** Hub id, '' where none. */
  readonly hub: string;
  /** IMD quintile of England, 1 = most deprived; null where the place has none. */
  readonly quintile: number | null;
  /** Events expected in a week. */
  readonly perWeek: number;
  /**
   * The same by hour of the week, `weekday * 24 + hour` (168, Monday first, clock time); adds up to `perWeek`.
   * Null where only months are known: every hour then counts alike and no peak hours exist.
   */
  readonly profile: readonly number[] | null;
}

/** A named, versioned choice of hotspots with how it came about, so that a plan can be traced to it. */
export interface HotspotList {
  readonly name: string;
  readonly version: number;
  /** How the places were chosen, e.g. "Gi* of counts, 95%, FDR". */
  readonly method: string;
  readonly filter: { readonly description: string; readonly hash: string };
  /** Months, both included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly hotspots: readonly Hotspot[];
  readonly evidence: readonly string[];
  /** Seed of the method's random draws; null where it has none. */
  readonly seed: number | null;
}

export type TravelMode = 'on-foot' | 'vehicle';

export interface Shift {
  readonly id: string;
  readonly title: string;
  /** Weekdays on which it starts, 0 = Monday. */
  readonly days: readonly number[];
  /** Minutes after midnight, clock time, 0 to 1439. An end at or before the start lies on the next day. */
  readonly start: number;
  readonly end: number;
  /** Pairs of officers on duty. */
  readonly pairs: number;
  readonly mode: TravelMode;
  /** Hub ids whose hotspots it serves; empty = every hotspot. */
  readonly hubs: readonly string[];
  /** Where pairs start and end; null = at their first and after their last visit. */
  readonly base: (Position & { readonly title: string }) | null;
  /** One break per pair that starts from `from` to `to` minutes after the shift's start, where the pair then is; null = none. */
  readonly pause: { readonly minutes: number; readonly from: number; readonly to: number } | null;
  /** Minutes of the shift a pair can give to visits and travel; null = all but the break. */
  readonly patrolMinutes: number | null;
}

/** How straight-line metres become minutes: metres * factor / speed + overhead, rounded up. An estimate, not a route. */
export interface TravelSettings {
  readonly factor: number;
  readonly walkingKmh: number;
  readonly vehicleKmh: number;
  /** Minutes per trip for setting off, parking and walking in. */
  readonly walkingOverhead: number;
  readonly vehicleOverhead: number;
}

export const TRAVEL_DEFAULTS: TravelSettings = { factor: 1.3, walkingKmh: 4.8, vehicleKmh: 25, walkingOverhead: 0, vehicleOverhead: 4 };

/** How often a hotspot is due. */
export type Frequency =
  /** In any `days` days in a row at least one visit. */
  | { readonly kind: 'every-days'; readonly days: number }
  /** One of `oneIn` hotspots is drawn at random for each run of `runDays` days and visited once on each of them; the others are not visited. */
  | { readonly kind: 'draw'; readonly oneIn: number; readonly runDays: number }
  /** Within peak hours that shifts cover never more than `minutes` from start to start, from the first minute and to the last. */
  | { readonly kind: 'every-minutes'; readonly minutes: number };

export interface PatrolRule {
  readonly id: string;
  readonly title: string;
  readonly frequency: Frequency;
  /** Unbroken minutes of one visit. */
  readonly visitMinutes: number;
  /** Minutes after a visit that still count as covered: a yardstick for comparing plans, not a finding. */
  readonly residualMinutes: number;
  /** Least minutes between the end of one visit and the start of the next at the same hotspot, whoever makes them. */
  readonly spacingMinutes: number;
  /** Peak hours: the fewest hours of each weekday that hold this share of the hotspot's events of that weekday; 1 = every hour. */
  readonly peakShare: number;
  /** True fills the time left over with further visits. */
  readonly extraVisits: boolean;
  /** Most visits of one hotspot in a day; null = no limit. */
  readonly mostPerDay: number | null;
}

export interface PlanRequest {
  readonly hotspots: readonly Hotspot[];
  readonly shifts: readonly Shift[];
  readonly rule: PatrolRule;
  readonly travel: TravelSettings;
  /** First date; shifts that start on it and on the following days are planned. */
  readonly from: string;
  /** 1 to 28. */
  readonly days: number;
  readonly seed: number;
  /** Date of the last visit before the plan by hotspot id; a hotspot that is absent has an unknown one. */
  readonly lastVisits: Readonly<Record<string, string>>;
}
