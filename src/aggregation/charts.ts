/** Why a row fails: one bit per dimension of the cell code. */
export const FAILS = { period: 1, monthOfYear: 2, hours: 4, kind: 8 } as const;

/** What a row counts towards: one bit per chart, and `all` for the rows that match everything. */
export const COUNTS = { all: 1, month: 2, monthOfYear: 4, hours: 8, kind: 16 } as const;

/**
 * The failing dimensions that each chart overlooks. The months chart shows the period and the months of the year
 * in one row of bars, so it overlooks both; every other chart overlooks its own clause only.
 */
const OVERLOOKED = [
  [COUNTS.all, 0],
  [COUNTS.month, FAILS.period | FAILS.monthOfYear],
  [COUNTS.monthOfYear, FAILS.monthOfYear],
  [COUNTS.hours, FAILS.hours],
  [COUNTS.kind, FAILS.kind],
] as const;

/** COUNTS bits by FAILS bits. */
export const COUNTS_BY_FAILS: Uint8Array = Uint8Array.from({ length: 16 }, (_, fails) =>
  OVERLOOKED.reduce((bits, [chart, overlooked]) => ((fails & ~overlooked) === 0 ? bits | chart : bits), 0),
);

/** Offences per bar, for the rows that pass every clause but the chart's own. */
export interface ChartCounts {
  /** By month of the data set. */
  readonly byMonth: Uint32Array;
  /** By month of the data set too, under the months-of-year chart's clauses: that chart adds up its years. */
  readonly byMonthInPeriod: Uint32Array;
  readonly byWeekdayHour: Uint32Array;
  readonly byKind: Uint32Array;
}
