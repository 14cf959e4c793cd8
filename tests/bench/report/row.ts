import type { Times } from '../../../src/bench/times.ts';

export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'GB';

/** One number against its limit. */
export interface Figure {
  readonly title: string;
  readonly value: number;
  readonly unit: Unit;
  /** Most it may be; null where the figure only stands beside. */
  readonly budget: number | null;
}

/** Somebody else on the same records in the same run. */
export interface Beside {
  readonly name: string;
  readonly version: string;
  /** Null where it did not finish, with the reason. */
  readonly times: Times | null;
  readonly reason: string | null;
  /** Milliseconds until it could be asked. */
  readonly loaded: number;
  /** What of its answers was held equal to ours. */
  readonly checked: 'counts' | 'matching' | 'none';
}

/** One row of the table of budgets, as measured. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Median of ours that the ones beside are compared with; NaN where there are none. */
  readonly ours: number;
  readonly beside: readonly Beside[];
  readonly notes: readonly string[];
  /** Why nothing, or not all, could be measured; null where all was. */
  readonly unavailable: string | null;
}

export function row(id: string, title: string, figures: readonly Figure[], rest: Partial<Omit<Row, 'id' | 'title' | 'figures'>> = {}): Row {
  return { id, title, figures, ours: Number.NaN, beside: [], notes: [], unavailable: null, ...rest };
}

/** Median and p95 against their limits. */
export function timesFigures(times: Times, median: number | null, p95: number | null): Figure[] {
  return [
    { title: `median of ${times.repeats}`, value: times.median, unit: 'ms', budget: median },
    { title: 'p95', value: times.p95, unit: 'ms', budget: p95 },
  ];
}
