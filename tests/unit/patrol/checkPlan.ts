import type { Hotspot, PlanRequest, Shift } from '../../../src/model/patrol.ts';
import type { Duty, PatrolPlan, Stop } from '../../../src/model/patrolPlan.ts';

/**
 * Checks a plan against its request from first principles, sharing no code with the planner: clock times by Intl,
 * distances by the law of cosines, windows day by day. Returns what is wrong, in words; empty = nothing.
 */
export function checkPlan(plan: PatrolPlan): string[] {
  return [...plan.duties.flatMap((duty) => checkDuty(plan.request, duty)), ...checkTogether(plan), ...checkRule(plan)];
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const known = new Map<number, { date: string; weekday: number; hour: number; minute: number }>();

export function london(moment: number): { date: string; weekday: number; hour: number; minute: number } {
  const found = known.get(moment);
  if (found) return found;
  const part = Object.fromEntries(clock.formatToParts(new Date(moment * 60_000)).map(({ type, value }) => [type, value]));
  const read = { date: `${part['year']}-${part['month']}-${part['day']}`, weekday: DAYS.indexOf(part['weekday'] ?? ''), hour: Number(part['hour']), minute: Number(part['minute']) };
  known.set(moment, read);
  return read;
}

export function nextDate(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1, day! + days)).toISOString().slice(0, 10);
}

function radians(degrees: number): number {
  return degrees * Math.PI / 180;
}

function minutesOf(request: PlanRequest, mode: Shift['mode'], a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const cosine = Math.sin(radians(a.latitude)) * Math.sin(radians(b.latitude)) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.cos(radians(a.longitude - b.longitude));
  const metres = a.longitude === b.longitude && a.latitude === b.latitude ? 0 : 6_371_008.8 * Math.acos(Math.min(1, cosine));
  if (metres === 0) return 0;
  const { factor, walkingKmh, vehicleKmh, walkingOverhead, vehicleOverhead } = request.travel;
  return metres / 1000 * factor / (mode === 'on-foot' ? walkingKmh : vehicleKmh) * 60 + (mode === 'on-foot' ? walkingOverhead : vehicleOverhead);
}

const isVisit = ({ kind }: Stop): boolean => kind === 'visit';

function checkDuty(request: PlanRequest, duty: Duty): string[] {
  const wrong: string[] = [];
  const at = `${duty.shift} ${duty.date} pair ${duty.pair}`;
  const shift = request.shifts.find(({ id }) => id === duty.shift);
  if (!shift) return [`${at}: unknown shift`];
  const [start, end] = [london(duty.start), london(duty.end)];
  const weekday = (new Date(`${duty.date}T12:00:00Z`).getUTCDay() + 6) % 7;
  if (!shift.days.includes(weekday)) wrong.push(`${at}: not on this weekday`);
  if (duty.date < request.from || duty.date >= nextDate(request.from, request.days)) wrong.push(`${at}: outside the plan`);
  if (start.date !== duty.date || start.hour * 60 + start.minute !== shift.start) wrong.push(`${at}: starts at another time`);
  if (end.hour * 60 + end.minute !== shift.end % 1440) wrong.push(`${at}: ends at another time`);
  if (duty.pair < 1 || duty.pair > shift.pairs) wrong.push(`${at}: no such pair`);
  let place = shift.base as { longitude: number; latitude: number } | null;
  let free = duty.start;
  let busy = 0;
  for (const stop of duty.stops) {
    const where = `${at}: ${stop.kind} at ${stop.start}`;
    const hotspot = request.hotspots.find(({ id }) => id === stop.hotspot);
    const needed = isVisit(stop) && place && hotspot ? minutesOf(request, shift.mode, place, hotspot) : 0;
    if (stop.travel < needed - 1e-3 || stop.travel > needed + 1 + 1e-3) wrong.push(`${where}: travel ${stop.travel}, not ${needed}`);
    if (stop.start < free + stop.travel) wrong.push(`${where}: overlaps what comes before`);
    if (isVisit(stop)) {
      wrong.push(...checkVisit(request, shift, stop, hotspot, where));
      place = hotspot ?? null;
      busy += stop.end - stop.start;
    }
    busy += stop.travel;
    free = stop.end;
  }
  const visits = duty.stops.some(isVisit);
  const home = visits && shift.base && place ? minutesOf(request, shift.mode, place, shift.base) : 0;
  if (duty.homeTravel < home - 1e-3 || duty.homeTravel > home + 1 + 1e-3) wrong.push(`${at}: way home ${duty.homeTravel}, not ${home}`);
  if (free + duty.homeTravel > duty.end) wrong.push(`${at}: is not back in time`);
  if (shift.patrolMinutes !== null && busy + duty.homeTravel > shift.patrolMinutes) wrong.push(`${at}: ${busy + duty.homeTravel} minutes of patrol`);
  return [...wrong, ...checkBreak(shift, duty, at)];
}

function checkBreak({ pause }: Shift, duty: Duty, at: string): string[] {
  const breaks = duty.stops.filter((stop) => !isVisit(stop));
  if (!pause) return breaks.length > 0 ? [`${at}: a break too many`] : [];
  const [only] = breaks;
  if (breaks.length !== 1 || !only) return [`${at}: ${breaks.length} breaks`];
  const from = only.start - duty.start;
  // On the night that spring shortens a late window ends with the shift.
  const latest = Math.min(pause.to, duty.end - duty.start - pause.minutes);
  return only.end - only.start !== pause.minutes || from < Math.min(pause.from, latest) || from > latest ? [`${at}: break from ${from} for ${only.end - only.start}`] : [];
}

function checkVisit({ rule }: PlanRequest, shift: Shift, stop: Stop, hotspot: Hotspot | undefined, where: string): string[] {
  if (!hotspot) return [`${where}: unknown hotspot`];
  const wrong: string[] = [];
  if (shift.hubs.length > 0 && !shift.hubs.includes(hotspot.hub)) wrong.push(`${where}: not this shift's hub`);
  if (stop.end - stop.start < rule.visitMinutes) wrong.push(`${where}: too short`);
  for (let minute = stop.start; minute < stop.end; minute += 1) {
    const { weekday, hour } = london(minute);
    if (!peaksOf(hotspot, rule.peakShare, weekday).has(hour)) return [...wrong, `${where}: outside the peak hours`];
  }
  return wrong;
}

/** Hours taken from the strongest down until they hold the share. */
export function peaksOf({ profile }: Hotspot, share: number, weekday: number): Set<number> {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  if (!profile || share >= 1) return new Set(hours);
  const all = hours.map((hour) => [0, 1, 2, 3, 4, 5, 6].reduce((sum, day) => sum + profile[day * 24 + hour]!, 0));
  if (all.every((events) => events === 0)) return new Set(hours);
  const own = profile.slice(weekday * 24, weekday * 24 + 24);
  const events = own.some((value) => value > 0) ? own : all;
  const total = events.reduce((a, b) => a + b, 0);
  const peak = new Set<number>();
  let held = 0;
  for (const hour of hours.toSorted((a, b) => (events[b] ?? 0) - (events[a] ?? 0) || a - b)) {
    if (held >= share * total - 1e-9) break;
    peak.add(hour);
    held += events[hour]!;
  }
  return peak;
}

function checkTogether({ request, duties }: PatrolPlan): string[] {
  const wrong: string[] = [];
  const ids = duties.map(({ shift, date, pair }) => `${shift} ${date} ${pair}`);
  if (new Set(ids).size !== ids.length) wrong.push('a pair has two duties in one shift');
  const expected = request.shifts.reduce((sum, shift) => sum + shift.pairs * Array.from({ length: request.days }, (_, day) => (new Date(`${nextDate(request.from, day)}T12:00:00Z`).getUTCDay() + 6) % 7).filter((day) => shift.days.includes(day)).length, 0);
  if (duties.length !== expected) wrong.push(`${duties.length} duties, not ${expected}`);
  for (const { id } of request.hotspots) {
    const visits = duties.flatMap(({ stops }) => stops.filter((stop) => isVisit(stop) && stop.hotspot === id)).toSorted((a, b) => a.start - b.start);
    visits.slice(1).forEach((visit, i) => {
      if (visit.start < visits[i]!.end + request.rule.spacingMinutes) wrong.push(`${id}: visits at ${visits[i]!.start} and ${visit.start} too near`);
    });
    const perDay = new Map<string, number>();
    for (const { start } of visits) perDay.set(london(start).date, (perDay.get(london(start).date) ?? 0) + 1);
    if (request.rule.mostPerDay !== null && Math.max(0, ...perDay.values()) > request.rule.mostPerDay) wrong.push(`${id}: too many visits in a day`);
  }
  return wrong;
}

function checkRule(plan: PatrolPlan): string[] {
  const { frequency } = plan.request.rule;
  return plan.request.hotspots.flatMap((hotspot) => {
    const starts = plan.duties.flatMap(({ stops }) => stops.filter((stop) => isVisit(stop) && stop.hotspot === hotspot.id).map(({ start }) => start)).toSorted((a, b) => a - b);
    const reported = plan.shortage?.hotspots.find((missing) => missing.hotspot === hotspot.id);
    if (frequency.kind === 'every-days') return checkDays(plan, hotspot.id, starts, frequency.days, reported?.dates ?? []);
    if (frequency.kind === 'draw') return checkDrawn(plan, hotspot.id, starts, reported?.dates ?? []);
    return checkGaps(plan, hotspot, starts, frequency.minutes, reported?.visits ?? 0);
  });
}

/** A day is overdue where the days up to it that the rule speaks of hold no visit; days before the plan count where the log tells of them. */
function checkDays({ request }: PatrolPlan, id: string, starts: number[], every: number, reported: readonly string[]): string[] {
  const visited = new Set(starts.map((start) => london(start).date));
  const last = request.lastVisits[id];
  if (last !== undefined && last < request.from) visited.add(last);
  const overdue: string[] = [];
  for (let day = 0; day < request.days; day += 1) {
    const window = Array.from({ length: every }, (_, back) => nextDate(request.from, day - back));
    const judged = window.every((date) => date >= request.from) || (last !== undefined && last < request.from);
    if (judged && !window.some((date) => visited.has(date))) overdue.push(nextDate(request.from, day));
  }
  return overdue.join() === reported.join() ? [] : [`${id}: overdue on ${overdue.join()}, reported ${reported.join()}`];
}

function checkDrawn({ drawn, request }: PatrolPlan, id: string, starts: number[], reported: readonly string[]): string[] {
  const days = drawn?.[id] ?? [];
  const visited = new Set(starts.map((start) => london(start).date));
  const missed = days.filter((date) => !visited.has(date));
  return [
    ...[...visited].filter((date) => !days.includes(date)).map((date) => `${id}: visited on ${date}, a control day`),
    ...(days.some((date) => date < request.from || date >= nextDate(request.from, request.days)) ? [`${id}: drawn outside the plan`] : []),
    ...(missed.join() === reported.join() ? [] : [`${id}: missed ${missed.join()}, reported ${reported.join()}`]),
  ];
}

/** Minute by minute through the peak hours that shifts cover, the clock restarting at every visit and every gap in them. */
function checkGaps({ request, duties }: PatrolPlan, hotspot: Hotspot, starts: number[], every: number, reported: number): string[] {
  const covered = new Set<number>();
  for (const { start, end, shift } of duties) {
    const { hubs } = request.shifts.find(({ id }) => id === shift)!;
    if (hubs.length > 0 && !hubs.includes(hotspot.hub)) continue;
    for (let minute = start; minute < end; minute += 1) {
      const { weekday, hour } = london(minute - minute % 60);
      if (peaksOf(hotspot, request.rule.peakShare, weekday).has(hour)) covered.add(minute);
    }
  }
  const visits = new Set(starts);
  let tooLong = 0;
  let since = 0;
  let had = 0;
  const minutes = [...covered].toSorted((a, b) => a - b);
  minutes.forEach((minute, i) => {
    if (minutes[i - 1] !== minute - 1) [since, had] = [0, 0];
    if (visits.has(minute)) [since, had] = [0, had + 1];
    since += 1;
    const ends = minutes[i + 1] !== minute + 1;
    if (since === every + 1 || (ends && had === 0 && since >= request.rule.visitMinutes && since <= every)) tooLong += 1;
  });
  return tooLong > 0 === reported > 0 ? [] : [`${hotspot.id}: ${tooLong} gaps too long, ${reported} visits reported missing`];
}
