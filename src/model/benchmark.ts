import type { RateKind } from './measures.ts';
import type { Selection } from './selection.ts';

/** What areas are compared with. Every benchmark but a typed value is recomputed for the same filter. */
export type Benchmark =
  /** The whole county (what of it the data set covers), for the filter's what and when. */
  | { readonly kind: 'county' }
  /** One borough, for the filter's what and when. */
  | { readonly kind: 'borough'; readonly borough: string }
  /** Each area against its own borough. */
  | { readonly kind: 'own-borough' }
  /** A value typed in, such as England's, per 100,000 residents a year. It stands for one kind of rate only; areas have no class by the other. */
  | { readonly kind: 'value'; readonly value: number; readonly of: RateKind; readonly title: string }
  /** The rate of a saved selection, with its own what, when and where, on the same data set. */
  | { readonly kind: 'selection'; readonly title: string; readonly selection: Selection };

export const COUNTY_BENCHMARK: Benchmark = { kind: 'county' };

/** A selection kept under a name. */
export interface SavedSelection {
  readonly title: string;
  readonly selection: Selection;
}
