import type { Benchmark } from './benchmark.ts';
import type { Confidence } from './measures.ts';
import type { Selection } from './selection.ts';

/**
 * A count that is not given because it is from 1 to the data set's disclosure threshold - 1, or because it would
 * give such a count away by subtraction. Stands in every count of an Evaluation (columns, charts, totals, the
 * events of a RateSummary); test for it before printing, adding or scaling. What is guarded: worker/disclosure.ts.
 */
export const SUPPRESSED = 0xffffffff;

/** Stands in the months-needed columns where there are no events to go by. */
export const NO_PACE = 0xffff;

/** What the interface asks the worker for. Every answer carries it back. */
export interface EvaluateRequest {
  readonly pack: string;
  readonly dataSet: string;
  readonly selection: Selection;
  readonly confidence: Confidence;
  readonly benchmark: Benchmark;
  /** True asks for `detail` too (the assessment); false leaves it null. */
  readonly detail: boolean;
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
  /** Further months at the present pace until 10 events; 0 where enough, NO_PACE where there are none to go by. */
  readonly monthsNeededRate: Uint16Array;
  readonly monthsNeededDsr: Uint16Array;
  /** What each area is compared with, per 100,000 person-years; NaN where there is nothing to compare with. */
  readonly rateBenchmark: Float64Array;
  readonly dsrBenchmark: Float64Array;
  /** Benjamini-Hochberg adjusted p-values over all areas with a rate and a benchmark; NaN for the others. */
  readonly rateAdjustedP: Float64Array;
  readonly dsrAdjustedP: Float64Array;
  readonly inPlace: Uint8Array;
}

/** Funnel plot limits around a benchmark, at 95% and 99.8%, for drawing: columns of equal length. */
export interface FunnelLimits {
  readonly benchmark: number;
  /** Person-years, ascending; for a standardised rate the person-years that would give its events at its rate (events / rate * 100,000). */
  readonly size: Float64Array;
  readonly lower95: Float64Array;
  readonly upper95: Float64Array;
  readonly lower998: Float64Array;
  readonly upper998: Float64Array;
}

/** Ratio of two crude rates with exact (conditional binomial, mid-P) limits at the request's level. */
export interface RateRatio {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

export interface GroupSummary {
  readonly count: number;
  readonly rate: RateSummary;
  readonly dsr: RateSummary | null;
}

/** Slope and relative index of inequality over IMD deciles: per 100,000 between the most and the least deprived end, and their ratio. */
export interface Inequality {
  readonly slope: number;
  readonly relative: number;
}

/** How far events concentrate in few areas: the Gini coefficient of the chosen areas' counts. NaN where there are no events, or a count is withheld. */
export interface Concentration {
  readonly gini: number;
}

/** What only the assessment needs. All of it for the whole filter, in the chosen areas. */
export interface EvaluationDetail {
  /** Victims: `sex * 20 + age code` (19 bands, then unknown). Null where the data set has neither age nor sex. */
  readonly byAgeSex: Uint32Array | null;
  /** IMD deciles 1 to 10, 1 = most deprived. */
  readonly byDecile: readonly GroupSummary[];
  readonly inequality: { readonly rate: Inequality | null; readonly dsr: Inequality | null };
  readonly concentration: Concentration;
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
  /** Victims (patients) by age band, 19 and unknown last; the age clause ignored. Null where the data set has no age. */
  readonly byAge: Uint32Array | null;
  /** Victims by SEXES; the sex clause ignored. Null where the data set has none. */
  readonly bySex: Uint32Array | null;
  /** Offences that carry each of FLAGS; the flags clause ignored. Null where the data set has none. */
  readonly byFlag: Uint32Array | null;
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
  /** The one value that areas are compared with; null where there is none of that kind, or one for each area (own borough). */
  readonly benchmark: { readonly rate: RateSummary | null; readonly dsr: RateSummary | null };
  /** The chosen places' crude rate over that of the benchmark, where this is a saved selection; otherwise null. */
  readonly ratio: RateRatio | null;
  /** Null where there is no one benchmark to draw it around. */
  readonly funnel: { readonly rate: FunnelLimits | null; readonly dsr: FunnelLimits | null };
  readonly detail: EvaluationDetail | null;
  /** Whole county and the chosen places, for the same filter. */
  readonly county: GroupSummary;
  readonly chosen: GroupSummary;
  /** Boroughs (all of them) for the same filter. */
  readonly boroughs: Readonly<Record<string, GroupSummary>>;
  /**
   * Areas of the county that read "higher" (and "lower") by chance alone: classified areas * (1 - level) / 2. Under
   * 'fdr' NaN: there the share of false ones among those marked is held to 5% instead.
   */
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
  /** Which residents the person-years count: the chosen age bands (null = all), and women or men only where the population is held by sex. */
  readonly ages: readonly number[] | null;
  readonly sex: 'female' | 'male' | 'all';
}
