import type { MeasureId } from '../../model/measures.ts';
import type { ColourToken } from '../scale/colours.ts';

export type LegendKind = 'class' | 'zero' | 'too-few' | 'withheld' | 'no-data';

export interface LegendItem {
  /** Stable across filters: what the hidden set holds. */
  readonly id: string;
  readonly label: string;
  /** Areas of the chosen places in this class, hidden or not. */
  readonly count: number;
  readonly colour: ColourToken;
  readonly symbol: 'triangle-up' | 'triangle-down' | null;
  readonly pattern: 'hatch' | 'cross' | 'dots' | null;
  readonly kind: LegendKind;
  /** True while the reader has switched this class off. */
  readonly hidden: boolean;
}

export interface Legend {
  readonly title: string;
  readonly subtitle: string;
  readonly items: readonly LegendItem[];
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
}
