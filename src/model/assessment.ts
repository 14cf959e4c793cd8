import type { Confidence } from './measures.ts';

/** What regenerates a needs assessment: only the period and the confidence are the reader's choice. */
export interface AssessmentRequest {
  readonly pack: string;
  /** Months included; a data set none of whose months lie in it answers for its own whole period, and says so. Null = every data set's own period. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly confidence: Confidence;
}

/** A needs assessment regenerated from a pack: numbers and words, without any drawing. */
export interface Assessment {
  readonly request: AssessmentRequest;
  readonly title: string;
  /** "January 2019 to December 2023"; data sets with another period say so in their figures. */
  readonly period: string;
  readonly demonstration: boolean;
  /** The document whose figure numbers stand beside ours; null where the pack brings none. */
  readonly publishedTitle: string | null;
  readonly summary: readonly SummarySentence[];
  /** What is said once for the whole page, such as why our intervals are wider than the published ones, with the arithmetic. */
  readonly cautions: readonly { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly sections: readonly AssessmentSection[];
  /** What of the published assessment cannot be regenerated from this pack, and why. */
  readonly missing: readonly { readonly numbers: string; readonly title: string; readonly reason: string }[];
}

/** A plain-English sentence. Every number in it is a cell of a table: `from` names them as `figure id/row id/column id`. */
export interface SummarySentence {
  readonly question: 'who' | 'where' | 'when' | 'what';
  readonly text: string;
  readonly from: readonly string[];
}

export interface AssessmentSection {
  readonly id: string;
  readonly title: string;
  /** What a reader must know of its data, a point each; the first names the data set. Empty where there is nothing to say. */
  readonly introduction: readonly string[];
  readonly figures: readonly AssessmentFigure[];
}

export interface AssessmentFigure {
  /** Lower case, hyphens; names anchors, files and published values. */
  readonly id: string;
  /** "Figure 10, Table 4": its numbers in the published assessment; '' where it has none there. */
  readonly numbers: string;
  readonly title: string;
  /** One sentence made from the numbers: what the figure shows. Also the alternative text of the drawing. */
  readonly finding: string;
  readonly method: string;
  readonly source: string;
  readonly caveat: string | null;
  /** Its own months in words, which need not be those of the assessment; null where it is not about a period. */
  readonly period: string | null;
  readonly drawing: Drawing | null;
  readonly tables: readonly AssessmentTable[];
}

/** What to draw; colours and shapes are the page's business. Values NaN = none. */
export type Drawing =
  /** Classes by area number: positions in `labels`. `scheme` says which colours fit. */
  | { readonly kind: 'map'; readonly scheme: MapScheme; readonly classes: Uint8Array; readonly labels: readonly string[]; /** Of the legend: what the classes are of, shorter than the figure's title. */ readonly title: string }
  /** Bars per category, a bar or a stacked part per series. */
  | { readonly kind: 'bars'; readonly categories: readonly string[]; readonly series: readonly Series[]; readonly stacked: boolean; readonly horizontal: boolean; readonly unit: string }
  /** Point and limits per category, against a benchmark. */
  | { readonly kind: 'intervals'; readonly categories: readonly string[]; readonly values: readonly number[]; readonly lower: readonly number[]; readonly upper: readonly number[]; readonly benchmark: { readonly title: string; readonly value: number } | null; readonly unit: string }
  | { readonly kind: 'lines'; readonly categories: readonly string[]; readonly series: readonly Series[]; readonly unit: string }
  /** A value per row and column, shaded. */
  | { readonly kind: 'heat'; readonly rows: readonly string[]; readonly columns: readonly string[]; readonly values: readonly (readonly number[])[]; readonly unit: string }
  /** Two-sided bars by age band. */
  | { readonly kind: 'pyramid'; readonly categories: readonly string[]; readonly left: Series; readonly right: Series; readonly unit: string };

export interface Series {
  readonly title: string;
  readonly values: readonly number[];
}

/**
 * Colours of a map's classes, by position in its labels. `benchmark`: lower, similar, higher, too few, withheld, no data.
 * `quintile`: 1 (lowest) to 5, none recorded, withheld, no data. `deprivation`: quintile 1 (most deprived) to 5, then no
 * data. `density`: 1 (least dense) to 5, then no data. None, too few, withheld and no data are four different things and
 * look different; a legend leaves out those of them that no area has.
 */
export type MapScheme = 'benchmark' | 'quintile' | 'deprivation' | 'density';

export interface AssessmentTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly AssessmentColumn[];
  readonly rows: readonly AssessmentRow[];
}

export interface AssessmentColumn {
  readonly id: string;
  readonly title: string;
  /** `share`: 0-1, in per cent. `change`: a share that was added or lost, with its sign. */
  readonly format: 'text' | 'count' | 'rate' | 'share' | 'ratio' | 'change';
}

export interface AssessmentRow {
  readonly id: string;
  /** True for totals, set apart. */
  readonly total: boolean;
  /** By column; the first is the row's heading. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Words: headings, classes, or why there is no value ("Withheld", "Too few to say", "Not in this data"). Null where `value` speaks. */
  readonly text: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The published value where there is one; the page shows it with the difference (ours - published). */
  readonly published: { readonly value: number; readonly lower: number | null; readonly upper: number | null; readonly note: string | null; /** False where it is for other months than ours: counts of the two then do not compare. */ readonly samePeriod: boolean } | null;
}
