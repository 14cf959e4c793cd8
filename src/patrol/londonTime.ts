import type { Minute } from '../model/patrol.ts';

/** Minutes of a day and of an hour. */
export const DAY = 1440;
export const HOUR = 60;
const MILLISECONDS = 60_000;

/** A local date and clock time in Europe/London. */
export interface LocalTime {
  /** "2025-03-30". */
  readonly date: string;
  /** Minutes after midnight by the clock, 0 to 1439. */
  readonly minute: number;
  /** 0 = Monday. */
  readonly weekday: number;
}

/** Days from 1970-01-01 to a date "2025-03-30"; null for text that is not a date of the calendar. */
export function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const milliseconds = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const day = milliseconds / (DAY * MILLISECONDS);
  return dateOfDay(day) === date ? day : null;
}

/** "2025-03-30" of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY * MILLISECONDS).toISOString().slice(0, 10);
}

/** 0 = Monday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * Clock time as a moment. In the hour that spring leaves out (01:00 to 01:59) the clock is put forward: 01:30 is
 * 02:30. The hour that autumn repeats is taken the first time. Minutes beyond a day run on into the next ones.
 */
export function momentOf(day: number, minute: number): Minute {
  const local = day * DAY + minute;
  const summer = local - HOUR;
  if (isSummer(summer)) return summer;
  return local;
}

/** True where the clock never shows this time: the hour left out in spring. */
export function isSkipped(day: number, minute: number): boolean {
  const { date, minute: shown } = localTime(momentOf(day, minute));
  return date !== dateOfDay(day) || shown !== minute;
}

export function localTime(moment: Minute): LocalTime {
  const local = moment + (isSummer(moment) ? HOUR : 0);
  const day = Math.floor(local / DAY);
  return { date: dateOfDay(day), minute: local - day * DAY, weekday: weekdayOfDay(day) };
}

/** Local day number of a moment. */
export function localDay(moment: Minute): number {
  return Math.floor((moment + (isSummer(moment) ? HOUR : 0)) / DAY);
}

/** British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October (since 1996). */
export function isSummer(moment: Minute): boolean {
  const year = new Date(moment * MILLISECONDS).getUTCFullYear();
  return moment >= lastSundayOf(year, 2) * DAY + HOUR && moment < lastSundayOf(year, 9) * DAY + HOUR;
}

/** "14:05". */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;
}

/** Both months have 31 days. */
function lastSundayOf(year: number, month: number): number {
  const last = Date.UTC(year, month, 31) / (DAY * MILLISECONDS);
  return last - ((weekdayOfDay(last) + 1) % 7);
}
