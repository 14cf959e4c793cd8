/** Days as whole numbers since 1970-01-01 (a Thursday); weekdays Monday = 0. No time zones are involved. */
const DAY_MS = 86_400_000;

export function dayNumber(year: number, monthOfYear: number, dayOfMonth: number): number {
  return Date.UTC(year, monthOfYear - 1, dayOfMonth) / DAY_MS;
}

export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Days of a month that fall on a weekday, ascending: four or five. */
export function daysOnWeekday(year: number, monthOfYear: number, weekday: number): number[] {
  const first = dayNumber(year, monthOfYear, 1);
  const after = dayNumber(year, monthOfYear + 1, 1);
  const days: number[] = [];
  for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day < after; day += 7) days.push(day);
  return days;
}

/** Days from first to last, both included, that fall on a weekday. */
export function daysBetweenOnWeekday(first: number, last: number, weekday: number): number[] {
  const days: number[] = [];
  for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) days.push(day);
  return days;
}
