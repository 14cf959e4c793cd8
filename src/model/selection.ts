/**
 * What the reader has chosen, one clause per dimension. `null` means "all". Plain data: the URL codec prints
 * it, the worker compiles it, charts drop their own clause from it.
 */
export interface Hours {
  /** First hour, 0-23. */
  readonly from: number;
  /** Hour at which it ends, 1-24 or less than `from`: 19-7 wraps past midnight and belongs to the day it starts. */
  readonly to: number;
}

export interface Selection {
  /** Crime type ids. null = every recorded crime type of the data set (ASB only when named). */
  readonly types: readonly string[] | null;
  readonly subgroups: readonly string[] | null;
  /** "YYYY-MM", both included. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** 1-12. */
  readonly monthsOfYear: readonly number[] | null;
  /** Weekday codes 0-6, Monday first. */
  readonly days: readonly number[] | null;
  readonly hours: Hours | null;
  /** True leaves out records stored at exactly 00:00. */
  readonly midnightAside: boolean;
  /** Age band codes 0-18 of the victim (patient). Victims of unknown age are in none. */
  readonly ages: readonly number[] | null;
  /** Codes of SEXES. */
  readonly sexes: readonly number[] | null;
  /** Bit numbers of FLAGS: records that carry any of them. */
  readonly flags: readonly number[] | null;
  readonly boroughs: readonly string[] | null;
  readonly hubs: readonly string[] | null;
  readonly wards: readonly string[] | null;
  /** NTE hotspot ids: areas flagged as lying in them. */
  readonly nteHotspots: readonly string[] | null;
  /** LSOA codes. */
  readonly areas: readonly string[] | null;
  /** A drawn ring, [longitude, latitude] pairs, not closed; areas whose inside point lies in it. */
  readonly drawn: readonly (readonly [number, number])[] | null;
}

export const EVERYTHING: Selection = {
  types: null, subgroups: null, period: null, monthsOfYear: null, days: null, hours: null,
  midnightAside: false, ages: null, sexes: null, flags: null,
  boroughs: null, hubs: null, wards: null, nteHotspots: null, areas: null, drawn: null,
};
