import type { Selection } from '../model/selection.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../model/vocabulary.ts';

/** The clauses that choose hours of the week. */
export type HoursClauses = Pick<Selection, 'days' | 'hours' | 'midnightAside'>;

const DAYS = WEEKDAYS.length;
const HOURS = 24;

/**
 * Which hours of the week are chosen, as 175 slots (weekday * 25 + slot), 1 = chosen.
 * Hours that wrap past midnight belong to the day they start: Friday 19-7 takes Saturday 00-07. Without hours a
 * chosen day is the calendar day. Hours that end where they start are the 24 hours from there. The slot of records
 * stored at exactly 00:00 follows hour 0 of its day, unless set aside.
 */
export function hoursOfWeekMask(selection: HoursClauses): Uint8Array {
  const mask = new Uint8Array(DAYS * HOUR_SLOTS);
  const { from, length } = hourSpan(selection);
  for (let day = 0; day < DAYS; day += 1) {
    if (selection.days !== null && !selection.days.includes(day)) continue;
    for (let step = 0; step < length; step += 1) {
      const hour = from + step;
      mask[((day + Math.floor(hour / HOURS)) % DAYS) * HOUR_SLOTS + (hour % HOURS)] = 1;
    }
  }
  if (selection.midnightAside) return mask;
  for (let day = 0; day < DAYS; day += 1) mask[day * HOUR_SLOTS + MIDNIGHT_SLOT] = mask[day * HOUR_SLOTS] ?? 0;
  return mask;
}

/** Hours of the week chosen, 0 to 168; the share of the week that person-time covers. Setting 00:00 aside does not change it. */
export function chosenHoursOfWeek(selection: HoursClauses): number {
  const mask = hoursOfWeekMask(selection);
  let hours = 0;
  mask.forEach((chosen, slot) => {
    if (slot % HOUR_SLOTS !== MIDNIGHT_SLOT) hours += chosen;
  });
  return hours;
}

function hourSpan({ hours }: HoursClauses): { from: number; length: number } {
  if (hours === null) return { from: 0, length: HOURS };
  const length = hours.to - hours.from;
  return { from: hours.from, length: length > 0 ? length : length + HOURS };
}
