import type { MeasureId } from '../../model/measures.ts';
import type { ColourToken } from '../scale/colours.ts';

export type LegendKind = 'class' | 'zero' | 'too-few' | 'withheld' | 'no-data';

/** Marks on the areas' inside points. Position + 1 = the code the map keeps in feature state, 0 = none. */
export const AREA_SYMBOLS = ['triangle-up', 'triangle-down', 'digit-1', 'digit-2', 'digit-3', 'digit-4', 'digit-5'] as const;
export type AreaSymbol = (typeof AREA_SYMBOLS)[number];

export interface LegendItem {
  /** Stable across filters: what the hidden set holds. */
  readonly id: string;
  readonly label: string;
  /** Areas of the chosen places in this class, hidden or not. */
  readonly count: number;
  readonly colour: ColourToken;
  readonly symbol: AreaSymbol | null;
  readonly pattern: 'hatch' | 'cross' | 'dots' | null;
  readonly kind: LegendKind;
  /** True while the reader has switched this class off. */
  readonly hidden: boolean;
}

/** A legend of two variables: which item stands in which row and column. Items in no cell stand apart, below. */
export interface LegendGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Positions in `Legend.items`, by row and column. */
  readonly items: readonly (readonly number[])[];
}

export interface Legend {
  readonly title: string;
  readonly subtitle: string;
  readonly items: readonly LegendItem[];
  /** Null for the measures of one variable. */
  readonly grid: LegendGrid | null;
  readonly source: string;
  readonly caveat: string;
}

export interface AreaPaint {
  readonly measure: MeasureId;
  /** Per area number: position in `legend.items`. */
  readonly classes: Uint8Array;
  /** 1 for areas outside the chosen places: drawn faintly, still selectable. */
  readonly dimmed: Uint8Array;
  readonly legend: Legend;
}

/** A legend item before it is counted and switched on or off. */
export type LegendClass = Omit<LegendItem, 'count' | 'hidden'>;

/** What a measure makes of the areas: the classes in legend order and each area's position among them. */
export interface Classified {
  readonly items: readonly LegendClass[];
  readonly classes: Uint8Array;
  readonly grid: LegendGrid | null;
}

/** Words that the map cannot make itself: it knows the model only. */
export interface LegendWords {
  /** What areas are compared with, as a noun: "Bedfordshire", "its own borough", "England 2023 (typed value)". */
  readonly benchmark: string;
  /** What a rate is per: "per 100,000 residents a year", "per 100,000 female residents aged 10 and over a year in these hours". */
  readonly per: string;
  /** The filter as one sentence part, beginning with what is counted: "Violence and sexual offences, Luton, Jan 2019 to Dec 2023". */
  readonly filter: string;
}
