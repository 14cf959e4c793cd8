import type { Hotspot, Minute } from '../../model/patrol.ts';
import type { LoggedVisit, LogReason, VisitLog } from '../../model/patrolResults.ts';
import { DAY, dayNumber, HOUR, isSkipped, localTime, momentOf } from '../londonTime.ts';

/** A row of the log as text, by the columns hotspot, start and end. */
export interface LogRow {
  readonly hotspot: string;
  readonly start: string;
  readonly end: string;
}

/** What a set-aside row lacks, for the reader. */
export const LOG_REASONS: Readonly<Record<LogReason, string>> = {
  'no-hotspot': 'names no hotspot',
  'unknown-hotspot': 'names a hotspot that is not in the list',
  'no-start': 'has no start',
  'bad-start': 'has a start that is no date and time: 2025-03-03 14:05 or 03/03/2025 14:05',
  'no-such-time': 'has a time that the clocks left out (last Sunday of March, 01:00 to 01:59)',
  'bad-end': 'has an end that is no time: 14:20, or date and time',
  'ends-before-start': 'ends before it starts, or at once',
  'longer-than-a-day': 'lasts longer than a day',
  'twice': 'stands in the log twice',
};

type Read = { readonly visit: LoggedVisit } | { readonly reason: LogReason };

/**
 * Visits made, from rows of text. Hotspots go by id or title (capitals do not matter). Times are local clock times,
 * "2025-03-03 14:05", "2025-03-03T14:05:30" or "03/03/2025 14:05" (day first), or end in Z for UTC; an end may be a
 * clock time alone and then follows the start. In the hour that autumn repeats the first is meant, unless the visit
 * would end before it starts. Seconds are kept as fractions of minutes. Every row is a visit or set aside under a reason.
 * Lines count from 2, the header being line 1; `lines` overrides this.
 */
export function readVisitLog(rows: readonly LogRow[], hotspots: readonly Pick<Hotspot, 'id' | 'title'>[], lines?: readonly number[]): VisitLog {
  const ids = new Map(hotspots.flatMap(({ id, title }) => [[title.trim().toLowerCase(), id] as const, [id.trim().toLowerCase(), id] as const]));
  const visits: LoggedVisit[] = [];
  const aside = new Map<LogReason, number[]>();
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const line = lines?.[i] ?? i + 2;
    const read = readRow(row, ids, line);
    const key = 'visit' in read ? `${read.visit.start} ${read.visit.end} ${read.visit.hotspot}` : '';
    if ('visit' in read && !seen.has(key)) {
      seen.add(key);
      visits.push(read.visit);
      return;
    }
    const reason = 'reason' in read ? read.reason : 'twice';
    aside.set(reason, [...aside.get(reason) ?? [], line]);
  });
  return { rows: rows.length, visits, setAside: [...aside].map(([reason, where]) => ({ reason, lines: where })) };
}

function readRow(row: LogRow, ids: ReadonlyMap<string, string>, line: number): Read {
  const name = row.hotspot.trim().toLowerCase();
  const hotspot = ids.get(name);
  if (name === '') return { reason: 'no-hotspot' };
  if (hotspot === undefined) return { reason: 'unknown-hotspot' };
  if (row.start.trim() === '') return { reason: 'no-start' };
  const start = readMoment(row.start);
  if (typeof start === 'string') return { reason: start === 'bad' ? 'bad-start' : 'no-such-time' };
  const found = readEnd(row.end, start);
  if (typeof found === 'string') return { reason: found === 'bad' ? 'bad-end' : 'no-such-time' };
  const end = found <= start && isRepeated(found) ? found + HOUR : found;
  if (end <= start) return { reason: 'ends-before-start' };
  if (end - start > DAY) return { reason: 'longer-than-a-day' };
  return { visit: { hotspot, start, end, date: localTime(Math.floor(start)).date, line } };
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?`;
const STAMP = new RegExp(String.raw`^(?:(\d{4}-\d{2}-\d{2})|(\d{2})/(\d{2})/(\d{4}))[T ]\s*${TIME}\s*(Z)?$`);
const CLOCK = new RegExp(`^${TIME}$`);

function readMoment(text: string): Minute | 'bad' | 'skipped' {
  const match = STAMP.exec(text.trim());
  const day = match ? dayNumber(match[1] ?? `${match[4]}-${match[3]}-${match[2]}`) : null;
  const clock = match ? readClock(match.slice(5, 8)) : null;
  if (!match || day === null || clock === null) return 'bad';
  return match[8] ? day * DAY + clock : atClock(day, clock);
}

/** A clock time alone is the first one after the start. */
function readEnd(text: string, start: Minute): Minute | 'bad' | 'skipped' {
  const match = CLOCK.exec(text.trim());
  const clock = match ? readClock(match.slice(1, 4)) : null;
  if (!match) return readMoment(text);
  if (clock === null) return 'bad';
  const began = localTime(Math.floor(start));
  const day = dayNumber(began.date) ?? 0;
  const next = clock < began.minute && !isRepeated(atClockOr(day, clock, start)) ? day + 1 : day;
  return atClock(next, clock);
}

function atClock(day: number, clock: number): Minute | 'skipped' {
  const minute = Math.floor(clock);
  return isSkipped(day, minute) ? 'skipped' : momentOf(day, minute) + clock - minute;
}

function atClockOr(day: number, clock: number, otherwise: Minute): Minute {
  const moment = atClock(day, clock);
  return moment === 'skipped' ? otherwise : moment;
}

/** True where the clock shows the same time again an hour later. */
function isRepeated(moment: Minute): boolean {
  const minute = Math.floor(moment);
  return localTime(minute).minute === localTime(minute + HOUR).minute;
}

/** Minutes after midnight; null for times such as 25:00. */
function readClock([hour, minute, second]: readonly (string | undefined)[]): number | null {
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  return h < 24 && m < 60 && s < 60 ? h * HOUR + m + s / 60 : null;
}
