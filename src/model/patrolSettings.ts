import type { Hotspot, PatrolRule, Shift } from './patrol.ts';
import { RULES } from './patrolRuleValues.ts';
import type { Selection } from './selection.ts';

/** Where the places of a plan come from. */
export type PlaceSource =
  /** The areas of the chosen hubs (or of the county) that held most events in the last 12 months. */
  | { readonly kind: 'top'; readonly count: number }
  /** The pack's night-time economy hotspots. */
  | { readonly kind: 'nte' }
  /** Areas by code: those selected on the map, or of a stored list, whose name is then given, and the months it was made from where this browser keeps it. */
  | { readonly kind: 'areas'; readonly codes: readonly string[]; readonly list: string | null; readonly madeFrom?: Pick<MonthSpan, 'from' | 'to'> };

/** The source as it is chosen: the areas themselves stand elsewhere in the address. */
export type PlaceChoice = { readonly kind: 'top'; readonly count: number } | { readonly kind: 'nte' | 'list' | 'selected' };

/** What a plan is made for. With the pack, the data set and the filter it gives the same plan again. */
export interface PatrolSettings {
  /** Null = the hotspot list in the address where there is one, otherwise the areas with most events. */
  readonly source: PlaceChoice | null;
  /** Hub ids; empty = the whole county. Null = not chosen yet, so that nothing is planned where places come from a hub. */
  readonly hubs: readonly string[] | null;
  /** Areas of the source that are left out, by id. */
  readonly without: readonly string[];
  /** Null = made from the hubs' published staffing. */
  readonly shifts: readonly Shift[] | null;
  /** Where a hub's pairs start and end, by hub id: the code of an area, or '' for none. A hub that is absent has the middle of the hub. */
  readonly bases: Readonly<Record<string, string>>;
  readonly rule: PatrolRule;
  /** First date, "2025-03-03"; null = the Monday to come, which is named once a plan is made. */
  readonly from: string | null;
  /** 1 to 28. */
  readonly days: number;
  /** Null = drawn when the first plan is made. */
  readonly seed: number | null;
}

/** A plan of more places than this is none an inspector would brief; the planner is measured with 60. */
export const MOST_PLACES = 100;
export const MOST_EVENTS = { kind: 'top', count: 10 } as const satisfies PlaceChoice;
export const MOST_SEED = 999_999;

export const DEFAULT_PATROL: PatrolSettings = {
  source: null, hubs: null, without: [], shifts: null, bases: {}, rule: RULES[0], from: null, days: 7, seed: null,
};

/** What makes hotspots of a source. */
export interface PlacesRequest {
  readonly pack: string;
  readonly dataSet: string;
  /** The filter that the data set can answer; its "where" is replaced by the source's places. */
  readonly selection: Selection;
  readonly source: PlaceSource;
  /** Hubs whose areas may be chosen; empty = all. */
  readonly hubs: readonly string[];
}

/** Months as they are in the data set, ascending. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly days: number;
}

/** Where the hours of a group of weekdays come from, with the timed events behind them. */
export interface HoursBasis {
  /** Position in DAY_GROUPS of patrol/pooledHours.ts. */
  readonly group: number;
  /** The group's own events, or, where these are too few, those of all days. */
  readonly from: 'group' | 'all-days';
  readonly events: number;
}

/** A hotspot with what its briefing says of it. */
export interface PatrolPlace {
  readonly hotspot: Hotspot;
  /** Events of the months looked at. */
  readonly events: number;
  /** Among the areas that could be chosen, 1 = most events; null where the source ranks nothing. */
  readonly rank: number | null;
  readonly why: string;
  /** Kinds with the most events, as shares (0-1) of the place's events; empty where withheld or none. */
  readonly top: readonly { readonly title: string; readonly share: number }[];
  /** What the profile's hours come from; empty without a profile. */
  readonly hoursFrom: readonly HoursBasis[];
  /** Area numbers of the pack. */
  readonly areas: readonly number[];
}

/** What share of later events some places held. */
export interface Capture {
  /** Months on which the places were chosen; null where that is not known, or they were not chosen by events. */
  readonly chosenOn: Pick<MonthSpan, 'from' | 'to'> | null;
  readonly testedOn: MonthSpan;
  readonly places: number;
  /** Events in the places, and in all areas that could be chosen. */
  readonly held: number;
  readonly of: number;
  /** held / of; null where nothing happened. */
  readonly share: number | null;
  /** True of a back-test, which chooses by earlier months so that those of the test play no part. */
  readonly fair: boolean;
}

/** Places to visit, made from the records under the page's filter. */
export interface PatrolPlaces {
  readonly request: PlacesRequest;
  readonly title: string;
  /** Months that the events per week come from. */
  readonly period: MonthSpan;
  /** Months that the hours of the week come from. */
  readonly profiled: MonthSpan;
  readonly places: readonly PatrolPlace[];
  readonly excluded: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
  /** The method tried on the last quarter: places chosen on the months before it. Null for sources that are no method, and with too few months. */
  readonly backTest: Capture | null;
  /** The plan's own places in the last quarter. Null with too few months, or where a count is withheld. */
  readonly lastQuarter: Capture | null;
  /** Share of the places' events recorded at exactly 00:00 and set aside from the profiles; null without hours. */
  readonly midnightShare: number | null;
  readonly staffing: readonly HubStaffing[];
  readonly notes: readonly string[];
}

/** Pairs that a hub's published posts would allow, with the arithmetic. */
export interface HubStaffing {
  readonly hub: string;
  readonly title: string;
  readonly pairs: number;
  /** Which shifts they can staff: all round the clock, or only the late one where the posts allow no more. */
  readonly shifts: 'all' | 'late';
  readonly steps: readonly string[];
  readonly source: string | null;
}
