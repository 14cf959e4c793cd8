import type { Confidence } from './measures.ts';
import type { Selection } from './selection.ts';

/**
 * A count that is not given because it is from 1 to the data set's disclosure threshold - 1, or because it would
 * give such a count away by subtraction. Stands in every count of an Evaluation (columns, charts, totals, the
 * events of a RateSummary); test for it before printing, adding or scaling. What is guarded: worker/disclosure.ts.
 */
export const SUPPRESSED = 0xffffffff;

/** What the interface asks the worker for. Every answer carries it back. */
export interface EvaluateRequest {
  readonly pack: string;
  readonly dataSet: string;
  readonly selection: Selection;
  readonly confidence: Confidence;
}

/** A rate for a group of areas. Values per 100,000 person-years; NaN with a reason where not given. */
export interface RateSummary {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** REASON code; 0 = given. */
  readonly reason: number;
  /** Events in the numerator (victims for a DSR of victim-level data, otherwise offences). */
  readonly events: number;
  readonly personYears: number;
}

/**
 * Columns by area number (AreaTable order); all of the same length. They answer for the selection without its
 * "where" clauses, so that the map can show the rest of the county dimmed; `inPlace` says which areas the
 * "where" clauses choose.
 */
export interface AreaColumns {
  /** Offences (one per reference). */
  readonly count: Uint32Array;
  /** Victims with a known age: the DSR's numerator. Equal to count where rows are events without age. */
  readonly victims: Uint32Array;
  readonly personYears: Float64Array;
  readonly rate: Float64Array;
  readonly rateLower: Float64Array;
  readonly rateUpper: Float64Array;
  readonly rateClass: Uint8Array;
  readonly rateReason: Uint8Array;
  /** All NaN / noData when the data set carries no age. */
  readonly dsr: Float64Array;
  readonly dsrLower: Float64Array;
  readonly dsrUpper: Float64Array;
  readonly dsrClass: Uint8Array;
  readonly dsrReason: Uint8Array;
  /** 1-5, 5 = highest counts (PHE rule, ties share the lower rank); over all areas of the county. */
  readonly countQuintile: Uint8Array;
  /** Further months at the present pace until 10 events; 0 where enough, 65535 where there are none to go by. */
  readonly monthsNeededRate: Uint16Array;
  readonly monthsNeededDsr: Uint16Array;
  readonly inPlace: Uint8Array;
}

export interface Evaluation {
  readonly request: EvaluateRequest;
  readonly areas: AreaColumns;
  /** Offences per month of the data set (`months` of its manifest entry), period and months-of-year ignored. */
  readonly byMonth: Uint32Array;
  /** Offences by month of the year (January first), its own clause ignored. */
  readonly byMonthOfYear: Uint32Array;
  /** weekday * 25 + hour slot; days and hours ignored. Null where the data set has no hours. */
  readonly byWeekdayHour: Uint32Array | null;
  /** Offences per kind; types and subgroups ignored. */
  readonly byKind: Uint32Array;
  /** Offences per place id with every clause but that kind of place. */
  readonly byBorough: Readonly<Record<string, number>>;
  readonly byHub: Readonly<Record<string, number>>;
  readonly byWard: Readonly<Record<string, number>>;
  readonly byNteHotspot: Readonly<Record<string, number>>;
  /** Offences (and victims) matching every clause, in chosen areas of the county. */
  readonly matching: number;
  readonly matchingVictims: number;
  /** Matching victims whose age is not known: in the counts, not in the DSR. */
  readonly ageUnknown: number;
  /** Matching offences without an area, under every clause but "where". */
  readonly withoutLocation: number;
  readonly outsideCounty: number;
  /** Of the matching offences, those stored at exactly 00:00 (0 where no hours). Counted even when set aside. */
  readonly atMidnight: number;
  /** Whole county and the chosen places, for the same filter. The county's values are the benchmarks. */
  readonly county: { readonly count: number; readonly rate: RateSummary; readonly dsr: RateSummary | null };
  readonly chosen: { readonly count: number; readonly rate: RateSummary; readonly dsr: RateSummary | null };
  /** Boroughs (all of them) for the same filter. */
  readonly boroughs: Readonly<Record<string, { readonly count: number; readonly rate: RateSummary; readonly dsr: RateSummary | null }>>;
  /** Areas of the county that read "higher" (and "lower") by chance alone: classified areas * (1 - level) / 2. */
  readonly expectedHigherByChance: { readonly rate: number; readonly dsr: number };
  readonly personTime: PersonTime;
  /** Milliseconds the worker spent, for the bench page; never shown as a result. */
  readonly elapsed: number;
}

/** How person-years were made, for the method line. */
export interface PersonTime {
  /** Months that count: present in the data set and chosen. */
  readonly months: number;
  /** Year asked for -> held year used, where they differ. */
  readonly substituted: readonly { readonly year: number; readonly used: number }[];
  /** Hours of the week chosen, 168 = all. Rates are "per 100,000 residents per year in these hours". */
  readonly hoursOfWeek: number;
}
