import type { DataSetEntry } from '../../model/manifest.ts';
import { monthOfYear, parseMonth, yearOf } from '../../model/months.ts';
import type { MonthSpan } from '../../model/patrolSettings.ts';
import type { Selection } from '../../model/selection.ts';

/** Months that choose the places, and months that test the choice. */
export const CHOOSING = 12;
export const TESTING = 3;
/** Months whose hours make the profiles: 168 hours need more events than a year holds. */
export const PROFILING = 36;

/** Months of the data set under a filter's period, ascending. */
export function monthsHeld({ months }: Pick<DataSetEntry, 'months'>, { period }: Pick<Selection, 'period'>): string[] {
  return months.filter((month) => period === null || (month >= period.from && month <= period.to));
}

/**
 * Months from the first to the last, as a span. Months of the year that the filter leaves out are counted neither as
 * months nor as days.
 */
export function spanOf(months: readonly string[], { monthsOfYear }: Pick<Selection, 'monthsOfYear'>): MonthSpan {
  const counted = months.map((text) => parseMonth(text) ?? 0).filter((month) => monthsOfYear === null || monthsOfYear.includes(monthOfYear(month)));
  return {
    from: months[0] ?? '', to: months.at(-1) ?? '', months: counted.length,
    days: counted.reduce((sum, month) => sum + new Date(Date.UTC(yearOf(month), monthOfYear(month), 0)).getUTCDate(), 0),
  };
}

/** The filter over a span, without its "where". */
export function over(selection: Selection, { from, to }: Pick<MonthSpan, 'from' | 'to'>): Selection {
  return { ...selection, period: { from, to }, boroughs: null, hubs: null, wards: null, nteHotspots: null, areas: null, drawn: null };
}
