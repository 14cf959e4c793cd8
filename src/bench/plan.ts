import type { StatisticsTimes } from './measure.ts';
import type { SyntheticSize } from './syntheticCells.ts';
import type { Times } from './times.ts';

/** Areas of a county such as Bedfordshire, and of England and Wales (LSOAs of 2021). */
export const COUNTY = 381;
export const NATION = 35_672;

export interface Step extends SyntheticSize {
  readonly what: 'filters' | 'statistics';
}

const SMALL: readonly Step[] = [
  { what: 'filters', rows: 10_000, areas: COUNTY },
  { what: 'filters', rows: 100_000, areas: COUNTY },
  { what: 'filters', rows: 313_000, areas: COUNTY },
  { what: 'filters', rows: 1_000_000, areas: COUNTY },
  { what: 'filters', rows: 3_300_000, areas: NATION },
  { what: 'statistics', rows: 313_000, areas: COUNTY },
  { what: 'statistics', rows: 1_000_000, areas: NATION },
];
const LARGE: readonly Step[] = [
  { what: 'filters', rows: 10_000_000, areas: NATION },
  { what: 'filters', rows: 33_000_000, areas: NATION },
];

/** What is measured, in order; the large sizes need some hundred megabytes of memory. */
export function planOf(large: boolean): readonly Step[] {
  return large ? [...SMALL, ...LARGE] : SMALL;
}

export type StepResult =
  | { readonly what: 'filters'; readonly step: Step; readonly filters: Times; readonly reading: Times }
  | { readonly what: 'statistics'; readonly step: Step; readonly statistics: StatisticsTimes };
