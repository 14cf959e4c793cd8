import type { Confidence, RateKind } from './measures.ts';

/** One source's classes against the county, over its own whole period. */
export interface SourceClasses {
  readonly dataSet: string;
  readonly title: string;
  /** Which rate: standardised where the source carries age. */
  readonly rate: RateKind;
  /** First and last month, "YYYY-MM". */
  readonly period: { readonly from: string; readonly to: string };
  /** CLASS codes by area number. */
  readonly classes: Uint8Array;
  /** REASON codes of the rates by area number: "too few" of a withheld area (`belowThreshold`) is withheld, not few. */
  readonly reasons: Uint8Array;
}

/**
 * In how many sources (police, A&E, admissions, ambulance) an area reads significantly higher than the county.
 * Independent of the filter: every source answers for its whole period and all its violence.
 */
export interface Agreement {
  readonly pack: string;
  readonly confidence: Confidence;
  readonly sources: readonly SourceClasses[];
  /** Sources in which the area is significantly higher, by area number. */
  readonly higher: Uint8Array;
  /** Sources in which the area has a class at all, by area number. */
  readonly compared: Uint8Array;
}
