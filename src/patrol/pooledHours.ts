import type { HoursBasis } from '../model/patrolSettings.ts';
import { HOURS_OF_WEEK } from './peakHours.ts';

const HOURS = 24;

/** Days whose hours are taken together: nights of the weekend and what leads up to them, and the others. */
export const DAY_GROUPS = [
  { title: 'Monday to Thursday', days: [0, 1, 2, 3] },
  { title: 'Friday to Sunday', days: [4, 5, 6] },
] as const;

/**
 * Timed events below which a group's own hours are noise. The fewest hours that hold half of the events drawn hold less
 * of those to come: of 20 events, as a place has on one weekday of three years, 23 to 31%, of 100 events 42 to 47%
 * (simulated for mild to strong evening peaks; tests/calibration/pooledHours.test.ts).
 */
export const ENOUGH_EVENTS = 100;

export interface PooledHours {
  /** 168 numbers that add up to the events given. */
  readonly hours: readonly number[];
  /** For each group with chosen hours; empty where there are no events. */
  readonly basis: readonly HoursBasis[];
}

/**
 * Events by hour of the week (168, Monday first) with their hours pooled: every day of a group has the group's mean day,
 * or, where the group has fewer than ENOUGH_EVENTS, the mean day of the whole week at the group's own level. Hours that
 * the filter leaves out (`chosen` 0) stay 0, and days are averaged over chosen hours only. Nothing comes of no events.
 */
export function pooledHours(events: readonly number[], chosen: ArrayLike<number>): PooledHours {
  const everyDay = DAY_GROUPS.flatMap(({ days }) => [...days]);
  const [all, week] = [sum(events), meanDay(events, chosen, everyDay)];
  const hours = Array.from<number>({ length: HOURS_OF_WEEK }).fill(0);
  const basis = DAY_GROUPS.flatMap(({ days }, group): HoursBasis[] => {
    const slots = days.flatMap((day) => Array.from({ length: HOURS }, (_, hour) => day * HOURS + hour)).filter((slot) => chosen[slot] === 1);
    const own = sum(slots.map((slot) => events[slot] ?? 0));
    const enough = own >= ENOUGH_EVENTS || own === all;
    const shape = enough ? meanDay(events, chosen, days) : week;
    const weight = sum(slots.map((slot) => shape[slot % HOURS] ?? 0));
    if (weight > 0) for (const slot of slots) hours[slot] = own * (shape[slot % HOURS] ?? 0) / weight;
    return slots.length === 0 || all === 0 ? [] : [{ group, from: enough ? 'group' : 'all-days', events: enough ? own : all }];
  });
  return { hours, basis };
}

/** Mean events of each hour of the day over those days on which it is chosen. */
function meanDay(events: readonly number[], chosen: ArrayLike<number>, days: readonly number[]): number[] {
  return Array.from({ length: HOURS }, (_, hour) => {
    const slots = days.map((day) => day * HOURS + hour).filter((slot) => chosen[slot] === 1);
    return slots.length === 0 ? 0 : sum(slots.map((slot) => events[slot] ?? 0)) / slots.length;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
