import type { ComparedPeriods, MonthSpan } from '../model/hotspots.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { formatMonth, monthOfYear, monthRange, parseMonth, type Month } from '../model/months.ts';
import type { Selection } from '../model/selection.ts';

type Chosen = Pick<Selection, 'period' | 'monthsOfYear'>;
type Held = Pick<DataSetEntry, 'months'>;

/** Months that a data set holds within the chosen period, ascending, whatever months of the year are chosen. */
export function monthsHeld({ months }: Held, { period }: Pick<Chosen, 'period'>): Month[] {
  return months.filter((month) => period === null || (period.from <= month && month <= period.to)).flatMap((month) => parseMonth(month) ?? []).toSorted((a, b) => a - b);
}

export interface Steps {
  readonly steps: readonly MonthSpan[];
  /** Chosen months held that lie in no whole step. */
  readonly monthsLeftOut: number;
  /** Steps missing between the first and the last, because the data set lacks a month of them. */
  readonly gaps: number;
}

/**
 * The whole steps of the chosen period: calendar quarters, or months. A step is whole where every chosen month of the
 * year in it is held and in the period; one without any chosen month is no step.
 */
export function wholeSteps(entry: Held, chosen: Chosen, stepMonths: 1 | 3): Steps {
  const held = new Set(monthsHeld(entry, chosen));
  const wanted = (month: Month): boolean => chosen.monthsOfYear?.includes(monthOfYear(month)) ?? true;
  const numbers = [...new Set(Array.from(held, (month) => Math.floor(month / stepMonths)))];
  const monthsOf = (step: number): Month[] => monthRange(step * stepMonths, (step + 1) * stepMonths - 1).filter(wanted);
  const whole = numbers.filter((step) => monthsOf(step).length > 0 && monthsOf(step).every((month) => held.has(month)));
  const inside = whole.reduce((sum, step) => sum + monthsOf(step).length, 0);
  const expected = monthRange(whole[0] ?? 0, whole.at(-1) ?? -1).filter((step) => monthsOf(step).length > 0).length;
  return {
    steps: whole.map((step) => spanOf(step * stepMonths, (step + 1) * stepMonths - 1)),
    monthsLeftOut: [...held].filter(wanted).length - inside, gaps: expected - whole.length,
  };
}

export interface Change extends ComparedPeriods {
  /** True where the periods are halves of a period shorter than 24 months. */
  readonly halves: boolean;
  /** True where the months held of one are not those of the other, so that season alone may make a difference. */
  readonly seasons: boolean;
  /** Months that the data set lacks, of either period. */
  readonly missing: number;
}

/**
 * The periods that change compares: those asked for, or the last 12 months of the chosen period and the 12 before, or
 * its halves where it is shorter. Null where either has no chosen month that is held.
 */
export function changePeriods(entry: Held, chosen: Chosen, compared: ComparedPeriods | null = null): Change | null {
  // Those asked for may lie outside the filter's own period.
  const held = monthsHeld(entry, compared === null ? chosen : { period: null });
  const spans = compared ?? lastAndBefore(held);
  if (spans === null) return null;
  const wanted = ({ from, to }: MonthSpan): Month[] => monthRange(parseMonth(from) ?? 0, parseMonth(to) ?? -1).filter((month) => chosen.monthsOfYear?.includes(monthOfYear(month)) ?? true);
  const [before, after] = [wanted(spans.before), wanted(spans.after)];
  const there = (months: readonly Month[]): Month[] => months.filter((month) => held.includes(month));
  if (there(before).length === 0 || there(after).length === 0) return null;
  const yearOf = (months: readonly Month[]): string => there(months).map(monthOfYear).toSorted((a, b) => a - b).join(' ');
  return {
    before: spans.before, after: spans.after, halves: compared === null && monthRange(parseMonth(spans.after.from) ?? 0, parseMonth(spans.after.to) ?? -1).length < 12,
    seasons: yearOf(before) !== yearOf(after), missing: before.length + after.length - there(before).length - there(after).length,
  };
}

function lastAndBefore(held: readonly Month[]): ComparedPeriods | null {
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return null;
  const length = Math.min(12, Math.floor((last - first + 1) / 2));
  return length === 0 ? null : { before: spanOf(last - 2 * length + 1, last - length), after: spanOf(last - length + 1, last) };
}

export function spanOf(from: Month, to: Month): MonthSpan {
  return { from: formatMonth(from), to: formatMonth(to) };
}
