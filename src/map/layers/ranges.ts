import type { ColourToken } from '../scale/colours.ts';
import { SEQUENCE } from '../scale/colours.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Grouped as British readers expect: 12,345; at most one decimal. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

const TENTH = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A rate as tables print it: whole from 100, one decimal below. */
export function formatBenchmark(rate: number): string {
  return Math.abs(rate) >= 99.95 ? formatNumber(Math.round(rate)) : TENTH.format(rate);
}

/**
 * What a class between breaks holds, in words. A value on a break belongs to the class above it.
 *
 * @param breaks ascending, distinct
 * @param index class, 0 for the lowest, `breaks.length` for the highest
 * @param whole true for counts: "120 to 239"; false for rates, where 239.6 is possible: "120 to under 240"
 */
export function rangeLabel(breaks: readonly number[], index: number, whole: boolean): string {
  const from = index > 0 ? breaks[index - 1] : undefined;
  const to = breaks[index];
  if (from === undefined && to === undefined) return whole ? '1 and over' : 'Above 0';
  if (from === undefined) return whole && to === 2 ? '1' : `under ${formatNumber(to ?? 0)}`;
  if (to === undefined) return `${formatNumber(from)} and over`;
  if (!whole) return `${formatNumber(from)} to under ${formatNumber(to)}`;
  return to - from <= 1 ? formatNumber(from) : `${formatNumber(from)} to ${formatNumber(to - 1)}`;
}

/** Colour of a class when there may be fewer than five: the ends of the ramp are kept, the steps spread evenly. */
export function sequenceColour(index: number, classes: number): ColourToken {
  const step = classes > 1 ? Math.round((index * (SEQUENCE.length - 1)) / (classes - 1)) : 2;
  return SEQUENCE[Math.min(Math.max(step, 0), SEQUENCE.length - 1)] ?? 'sequence-3';
}
