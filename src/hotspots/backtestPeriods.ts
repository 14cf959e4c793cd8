import type { BacktestRequest } from '../model/backtest.ts';
import type { MonthSpan } from '../model/hotspots.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { monthOfYear, monthRange, type Month } from '../model/months.ts';
import { monthsHeld, spanOf } from './months.ts';

/** One period: what it is judged on, and what places for the next one are picked from. */
export interface RollingPeriod {
  /** Null before the first period that judges. */
  readonly test: MonthSpan | null;
  /** The training period that ends with it. */
  readonly train: MonthSpan;
  /** The months of the next period a year earlier. */
  readonly yearBefore: MonthSpan;
  /** False where the data set lacks a chosen month of the training period, of the year before or of the period judged next. */
  readonly usable: boolean;
}

/**
 * Test periods without overlap, counted back from the last month held in the chosen period, as long as a whole training
 * period precedes each; ascending. The first entry judges nothing, the last one names places for the time after the
 * data. Empty where there is no room for a test.
 */
export function rollingPeriods(entry: Pick<DataSetEntry, 'months'>, { selection, trainMonths, testMonths }: Pick<BacktestRequest, 'selection' | 'trainMonths' | 'testMonths'>): RollingPeriod[] {
  const held = monthsHeld(entry, selection);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return [];
  const tests = Math.floor((last - first + 1 - trainMonths) / testMonths);
  if (tests < 1) return [];
  const all = new Set(monthsHeld(entry, { period: null }));
  const whole = (from: Month, to: Month, months: ReadonlySet<Month>): boolean => {
    const wanted = monthRange(from, to).filter((month) => selection.monthsOfYear?.includes(monthOfYear(month)) ?? true);
    return wanted.every((month) => months.has(month));
  };
  const chosen = new Set(held);
  return Array.from({ length: tests + 1 }, (_, i): RollingPeriod => {
    const end = last - (tests - i) * testMonths;
    const next: [Month, Month] = [end + 1, end + testMonths];
    const year: [Month, Month] = [next[0] - 12, Math.min(end, next[1] - 12)];
    const judged = i === tests || whole(...next, chosen);
    return {
      test: i === 0 ? null : spanOf(end - testMonths + 1, end), train: spanOf(end - trainMonths + 1, end), yearBefore: spanOf(...year),
      usable: judged && whole(end - trainMonths + 1, end, chosen) && whole(...year, all),
    };
  });
}
