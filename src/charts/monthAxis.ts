import { formatMonth, monthRange, parseMonth } from '../model/months.ts';
import type { Selection } from '../model/selection.ts';

/** One calendar month of the axis; `count` is null where the data set has no such month: missing, not zero. */
export interface AxisMonth {
  readonly text: string;
  readonly count: number | null;
}

/** Positions on the axis, both included. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

export type SpanEnd = 'first' | 'last';

/** Every calendar month from the first to the last one listed, so that gaps take their place. Empty for no months. */
export function monthAxis(months: readonly string[], counts: ArrayLike<number>): AxisMonth[] {
  const first = parseMonth(months[0] ?? '');
  const last = parseMonth(months.at(-1) ?? '');
  if (first === null || last === null) return [];
  const place = new Map(months.map((text, index) => [text, index]));
  return monthRange(first, last).map((month) => {
    const text = formatMonth(month);
    const index = place.get(text);
    return { text, count: index === undefined ? null : (counts[index] ?? 0) };
  });
}

/** Where a period lies on the axis; the whole axis for null and for a period that misses it. */
export function spanOf(period: Selection['period'], axis: readonly AxisMonth[]): MonthSpan {
  const whole = { first: 0, last: Math.max(0, axis.length - 1) };
  if (period === null) return whole;
  const first = axis.findIndex(({ text }) => text >= period.from);
  const last = axis.findLastIndex(({ text }) => text <= period.to);
  return first < 0 || last < first ? whole : { first, last };
}

/** The period of a span; null for the whole axis. */
export function periodOf({ first, last }: MonthSpan, axis: readonly AxisMonth[]): Selection['period'] {
  const [from, to] = [axis[first]?.text, axis[last]?.text];
  return from === undefined || to === undefined || (first === 0 && last === axis.length - 1) ? null : { from, to };
}

/** Moves one end to a position; it stops at the other end and at the ends of the axis. */
export function moveEnd(span: MonthSpan, end: SpanEnd, to: number, length: number): MonthSpan {
  return end === 'first' ? { ...span, first: clamp(to, 0, span.last) } : { ...span, last: clamp(to, span.first, length - 1) };
}

/** Position of the month under a point `offset` of a chart `width` wide. */
export function monthAt(offset: number, width: number, length: number): number {
  return clamp(Math.floor((offset / Math.max(1, width)) * length), 0, Math.max(0, length - 1));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
