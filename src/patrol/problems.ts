import type { Problem } from '../model/pack.ts';
import type { PlanRequest, Shift } from '../model/patrol.ts';
import { DAY, dayNumber } from './londonTime.ts';
import { HOURS_OF_WEEK } from './peakHours.ts';

export const MOST_DAYS = 28;

/** The first thing that makes a request impossible to plan: what, where and what to do; null where nothing does. */
export function problemOf(request: PlanRequest): Problem | null {
  const checks = [...requestChecks(request), ...request.hotspots.flatMap(hotspotChecks), ...request.shifts.flatMap(shiftChecks)];
  const failed = checks.find(([holds]) => !holds);
  return failed ? { what: failed[1], where: failed[2], remedy: failed[3] } : null;
}

type Check = readonly [holds: boolean, what: string, where: string, remedy: string];

function whole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function unique(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

function requestChecks({ hotspots, shifts, rule, travel, from, days, seed, lastVisits }: PlanRequest): Check[] {
  const { frequency } = rule;
  const badDate = Object.entries(lastVisits).find(([, date]) => dayNumber(date) === null);
  return [
    [hotspots.length > 0, 'There are no hotspots to visit.', 'Hotspots', 'Choose a hotspot list or some areas.'],
    [unique(hotspots.map(({ id }) => id)), 'A hotspot stands twice in the list.', 'Hotspots', 'Remove one of the two.'],
    [shifts.length > 0, 'There are no shifts.', 'Shifts', 'Add a shift with at least one pair.'],
    [unique(shifts.map(({ id }) => id)), 'Two shifts have the same id.', 'Shifts', 'Give each shift its own.'],
    [dayNumber(from) !== null, `"${from}" is not a date.`, 'First day', 'Give a date such as 2025-03-03.'],
    [whole(days, 1, MOST_DAYS), `A plan covers 1 to ${MOST_DAYS} days; ${days} were asked for.`, 'Days', `Choose 1 to ${MOST_DAYS} days.`],
    [Number.isInteger(seed), 'The seed is not a whole number.', 'Seed', 'Give a whole number.'],
    [whole(rule.visitMinutes, 1, 240), 'A visit takes 1 to 240 whole minutes.', 'Rule', 'Change the minutes of a visit.'],
    [whole(rule.residualMinutes, 0, DAY), 'Residual minutes are whole, from 0 to a day.', 'Rule', 'Change the residual minutes.'],
    [whole(rule.spacingMinutes, 0, DAY - rule.visitMinutes), 'Minutes between visits are whole, from 0 to a day.', 'Rule', 'Change the minutes between visits.'],
    [rule.peakShare > 0 && rule.peakShare <= 1, 'Peak hours hold a share above 0 and up to 1 of the events.', 'Rule', 'Change the share.'],
    [rule.mostPerDay === null || whole(rule.mostPerDay, 1, DAY), 'The most visits a day is a whole number from 1.', 'Rule', 'Change the number, or leave it empty.'],
    [frequency.kind !== 'every-days' || whole(frequency.days, 1, MOST_DAYS), `Visits are due every 1 to ${MOST_DAYS} days.`, 'Rule', 'Change the number of days.'],
    [frequency.kind !== 'draw' || (whole(frequency.oneIn, 2, 100) && whole(frequency.runDays, 1, MOST_DAYS)), 'A draw takes one in 2 to 100 hotspots for 1 to 28 days.', 'Rule', 'Change the draw.'],
    [frequency.kind !== 'every-minutes' || whole(frequency.minutes, 2 * rule.visitMinutes, DAY), 'Visits within the peak follow one another by at least twice their length.', 'Rule', 'Change the minutes.'],
    [frequency.kind !== 'every-minutes' || rule.visitMinutes + rule.spacingMinutes <= frequency.minutes / 2, 'The minutes between visits leave too little room for the interval.', 'Rule', 'Visit and spacing together may take half of the interval.'],
    [travel.factor >= 1 && travel.walkingKmh > 0 && travel.vehicleKmh > 0 && travel.walkingOverhead >= 0 && travel.vehicleOverhead >= 0, 'Travel needs a factor of at least 1, speeds above 0 and no negative overhead.', 'Travel', 'Change the travel settings.'],
    [badDate === undefined, `"${badDate?.[1] ?? ''}" is not a date.`, `Last visit of ${badDate?.[0] ?? ''}`, 'Give a date such as 2025-03-03.'],
  ];
}

function hotspotChecks({ id, title, longitude, latitude, perWeek, profile }: PlanRequest['hotspots'][number]): Check[] {
  const where = `Hotspot ${title || id}`;
  const wellFormed = profile === null || (profile.length === HOURS_OF_WEEK && profile.every((events) => events >= 0 && Number.isFinite(events)));
  return [
    [Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90, 'It has no position.', where, 'Choose it again from the map.'],
    [perWeek >= 0 && Number.isFinite(perWeek), 'Its expected events are missing or negative.', where, 'Choose another period, or leave it out.'],
    [wellFormed, `Its hours of the week are not ${HOURS_OF_WEEK} numbers from 0.`, where, 'Choose another data set, or plan by months.'],
    [!wellFormed || profile === null || Math.abs(profile.reduce((a, b) => a + b, 0) - perWeek) <= 1e-6 * Math.max(1, perWeek), 'Its hours of the week do not add up to its events per week.', where, 'Choose it again.'],
  ];
}

function shiftChecks({ title, id, days, start, end, pairs, pause, patrolMinutes, base }: Shift): Check[] {
  const where = `Shift ${title || id}`;
  const length = end > start ? end - start : end - start + DAY;
  return [
    [days.length > 0 && unique(days.map(String)) && days.every((day) => whole(day, 0, 6)), 'It has no weekdays, or one twice.', where, 'Choose the weekdays on which it starts.'],
    [whole(start, 0, DAY - 1) && whole(end, 0, DAY), 'Start and end are times of day.', where, 'Give times such as 14:00.'],
    [whole(pairs, 0, 200), 'The number of pairs is a whole number from 0 to 200.', where, 'Change the number of pairs.'],
    [pause === null || (whole(pause.minutes, 1, DAY) && pause.from >= 0 && pause.to >= pause.from && pause.from + pause.minutes <= length), 'Its break does not fit into it.', where, 'Shorten the break or start it earlier.'],
    [patrolMinutes === null || whole(patrolMinutes, 0, DAY), 'Minutes for patrols are whole, from 0.', where, 'Change the minutes, or leave them empty.'],
    [base === null || (Math.abs(base.longitude) <= 180 && Math.abs(base.latitude) <= 90), 'Its base has no position.', where, 'Choose the base again, or leave it out.'],
  ];
}
