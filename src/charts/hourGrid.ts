import { breaksFor, classByBreaks } from '../model/breaks.ts';
import type { Hours, Selection } from '../model/selection.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../model/vocabulary.ts';
import { shownCount } from './words.ts';

export const DAYS = WEEKDAYS.length;
export const HOURS = 24;
const STEPS = 5;

export interface GridCell {
  readonly day: number;
  readonly hour: number;
}

/** True where the hour is chosen: hours past midnight belong to the day before, as selection/hoursOfWeek.ts has it. */
export function isChosen({ day, hour }: GridCell, days: Selection['days'], hours: Selection['hours']): boolean {
  const started = (offset: number) => days === null || days.includes((day - offset + DAYS) % DAYS);
  if (hours === null) return started(0);
  if (hours.to > hours.from) return started(0) && hour >= hours.from && hour < hours.to;
  return (started(0) && hour >= hours.from) || (started(1) && hour < hours.to);
}

/** The days and hours of a rectangle between two cells; all days and all hours are null. */
export function rectangleOf(a: GridCell, b: GridCell): { readonly days: readonly number[] | null; readonly hours: Hours | null } {
  const firstDay = Math.min(a.day, b.day);
  const days = Array.from({ length: Math.abs(a.day - b.day) + 1 }, (_, index) => firstDay + index);
  const from = Math.min(a.hour, b.hour);
  const to = Math.max(a.hour, b.hour) + 1;
  return { days: days.length === DAYS ? null : days, hours: from === 0 && to === HOURS ? null : { from, to } };
}

/** The cell under a point of a plot of this size; the nearest one for points outside. */
export function cellAt(x: number, y: number, width: number, height: number): GridCell {
  return { day: cellIndex(y, height, DAYS), hour: cellIndex(x, width, HOURS) };
}

function cellIndex(offset: number, length: number, cells: number): number {
  return Math.min(Math.max(Math.floor((offset / Math.max(1, length)) * cells), 0), cells - 1);
}

export interface GridScale {
  /** Colour step 1-5 by quantile of the counts above zero; 0 for zero and for what is withheld. */
  readonly stepOf: (count: number) => number;
  readonly lowest: number;
  readonly highest: number;
}

/** Scale over the 168 hours of a known time; records at exactly 00:00 take no part. */
export function gridScale(counts: ArrayLike<number>): GridScale {
  const values = Array.from(counts).filter((_, slot) => slot % HOUR_SLOTS !== MIDNIGHT_SLOT).map(shownCount).filter((count) => count > 0);
  const breaks = breaksFor(values, STEPS);
  return {
    stepOf: (count) => (shownCount(count) === 0 ? 0 : classByBreaks(count, breaks) + 1),
    lowest: values.length === 0 ? 0 : Math.min(...values),
    highest: values.length === 0 ? 0 : Math.max(...values),
  };
}

/** Share 0-1 of the records stored at exactly 00:00; NaN where there are no records or some are withheld. */
export function midnightShare(counts: ArrayLike<number>): number {
  const all = Array.from(counts);
  if (all.some((count) => count !== shownCount(count))) return Number.NaN;
  const total = all.reduce((sum, count) => sum + count, 0);
  const midnight = all.filter((_, slot) => slot % HOUR_SLOTS === MIDNIGHT_SLOT).reduce((sum, count) => sum + count, 0);
  return total === 0 ? Number.NaN : midnight / total;
}

/** SVG path around the chosen cells of a plot: one line where a chosen cell meets one that is not, or the edge. */
export function outlineOf(chosen: (cell: GridCell) => boolean, x: (hour: number) => number, y: (day: number) => number): string {
  const inside = (day: number, hour: number) => day >= 0 && day < DAYS && hour >= 0 && hour < HOURS && chosen({ day, hour });
  const lines: string[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      if (!inside(day, hour)) continue;
      const [left, right, top, bottom] = [x(hour), x(hour + 1), y(day), y(day + 1)];
      if (!inside(day - 1, hour)) lines.push(`M${left} ${top}H${right}`);
      if (!inside(day + 1, hour)) lines.push(`M${left} ${bottom}H${right}`);
      if (!inside(day, hour - 1)) lines.push(`M${left} ${top}V${bottom}`);
      if (!inside(day, hour + 1)) lines.push(`M${right} ${top}V${bottom}`);
    }
  }
  return lines.join('');
}
