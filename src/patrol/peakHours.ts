import type { Hotspot } from '../model/patrol.ts';

export const HOURS_OF_WEEK = 168;
const HOURS = 24;
const WEEKDAYS = 7;

/**
 * A hotspot's peak hours, 168 of 0 and 1 (`weekday * 24 + hour`): for each weekday the fewest hours that hold at least
 * `share` of that weekday's expected events; of equal hours the earlier one. A weekday without events takes the hours
 * of the whole week taken together. Every hour is a peak hour where the share is 1, where only months are known and
 * where nothing is expected at all.
 */
export function peakHours(hotspot: Pick<Hotspot, 'profile'>, share: number): Uint8Array {
  const mask = new Uint8Array(HOURS_OF_WEEK);
  const { profile } = hotspot;
  const pooled = Array.from({ length: HOURS }, (_, hour) => sum(Array.from({ length: WEEKDAYS }, (_day, day) => profile?.[day * HOURS + hour] ?? 0)));
  if (!profile || share >= 1 || sum(pooled) === 0) return mask.fill(1);
  for (let day = 0; day < WEEKDAYS; day += 1) {
    const own = profile.slice(day * HOURS, (day + 1) * HOURS);
    for (const hour of fewestHours(sum(own) > 0 ? own : pooled, share)) mask[day * HOURS + hour] = 1;
  }
  return mask;
}

/** Events expected in each hour of the week; the same in every hour where only months are known. */
export function hourlyEvents({ profile, perWeek }: Pick<Hotspot, 'profile' | 'perWeek'>): Float64Array {
  return profile ? Float64Array.from(profile) : new Float64Array(HOURS_OF_WEEK).fill(perWeek / HOURS_OF_WEEK);
}

function fewestHours(events: readonly number[], share: number): number[] {
  const order = events.map((_, hour) => hour).toSorted((a, b) => (events[b] ?? 0) - (events[a] ?? 0) || a - b);
  // A hair less than the share, so that hours whose sum is exactly the share are enough.
  const needed = share * sum(events) * (1 - 1e-12);
  const chosen: number[] = [];
  for (let held = 0; held < needed && chosen.length < order.length;) {
    const hour = order[chosen.length] ?? 0;
    chosen.push(hour);
    held += events[hour] ?? 0;
  }
  return chosen;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
