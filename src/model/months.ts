/**
 * A calendar month as one integer: year * 12 + (month - 1). Differences are numbers of months.
 */
export type Month = number;

/** "2019-03" -> Month; null for anything else, so that callers can say what was wrong. */
export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : null;
}

export function formatMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 for January to 12 for December. */
export function monthOfYear(month: Month): number {
  return (month % 12) + 1;
}

export const MONTH_TITLES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** "2019-03" -> "Mar 2019"; text that is not a month is returned as it is. */
export function monthTitle(text: string): string {
  const month = parseMonth(text);
  return month === null ? text : `${MONTH_TITLES[monthOfYear(month) - 1]?.slice(0, 3) ?? ''} ${yearOf(month)}`;
}

/** Every month from first to last, both included; empty when last is before first. */
export function monthRange(first: Month, last: Month): Month[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
