import type { DataSetEntry } from '../../model/manifest.ts';
import { formatMonth, monthRange, parseMonth } from '../../model/months.ts';
import type { Selection } from '../../model/selection.ts';

/** Every month from the first to the last that any data set holds, "YYYY-MM"; empty where none holds any. */
export function monthsHeld(dataSets: readonly Pick<DataSetEntry, 'months'>[]): string[] {
  const all = dataSets.flatMap(({ months }) => months).map(parseMonth).filter((month) => month !== null);
  const first = all.reduce((least, month) => Math.min(least, month), Infinity);
  const last = all.reduce((most, month) => Math.max(most, month), -Infinity);
  return Number.isFinite(first) ? monthRange(first, last).map(formatMonth) : [];
}

/** The period with one end moved; the other end goes along where it would lie beyond. Without a period it spans all months held. */
export function withEnd(period: Selection['period'], held: readonly string[], end: 'from' | 'to', month: string): NonNullable<Selection['period']> {
  const from = monthShown(held, period?.from, held[0] ?? month);
  const to = monthShown(held, period?.to, held.at(-1) ?? month);
  if (end === 'from') return { from: month, to: to < month ? month : to };
  return { from: from > month ? month : from, to: month };
}

/** The chosen month where the data holds it, otherwise the end of what is held: a link may leave an end open. '' where nothing is held. */
export function monthShown(held: readonly string[], chosen: string | undefined, end: string | undefined): string {
  return chosen !== undefined && held.includes(chosen) ? chosen : (end ?? '');
}
