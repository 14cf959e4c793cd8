import type { Minute, PlanRequest, Shift } from '../model/patrol.ts';
import { drawTreatment } from './trial/design.ts';
import { dateOfDay, DAY, dayNumber, HOUR, localDay, localTime, momentOf, weekdayOfDay } from './londonTime.ts';
import { hourlyEvents, HOURS_OF_WEEK, peakHours } from './peakHours.ts';
import { travelTable, type TravelTable } from './travel.ts';

/** A shift on one date. */
export interface Turn {
  readonly index: number;
  readonly shift: Shift;
  /** Day of the plan on which it starts, 0 = first. */
  readonly day: number;
  readonly weekday: number;
  readonly start: Minute;
  readonly end: Minute;
  /** Place number of its base, -1 without one. */
  readonly base: number;
}

/** An unbroken stretch of a turn in which a hotspot may be visited: peak hours of one calendar day. */
export interface Opening {
  readonly index: number;
  readonly hotspot: number;
  readonly turn: number;
  /** Calendar day of the plan; the night after the last day is day `days`. */
  readonly day: number;
  readonly from: Minute;
  readonly to: Minute;
  /** Events expected in the minutes one visit covers, averaged over every start the opening allows (each 5 minutes). */
  readonly value: number;
}

/** The request as the planner reads it. Hotspots are places 0 to count - 1, bases follow. */
export interface World {
  readonly request: PlanRequest;
  readonly firstDay: number;
  readonly turns: readonly Turn[];
  readonly openings: readonly Opening[];
  readonly openingsOfTurn: readonly (readonly Opening[])[];
  /** By hotspot, then day (0 to `days`). */
  readonly openingsOfDay: readonly (readonly (readonly Opening[])[])[];
  readonly travel: TravelTable;
  /** Days drawn by hotspot; null where the rule draws none. */
  readonly drawn: readonly Uint8Array[] | null;
  /** Events expected in a hotspot between two moments. */
  events(hotspot: number, from: Minute, to: Minute): number;
}

const STEP = 5;

/** Reads a valid request (see `problemsOf`). */
export function makeWorld(request: PlanRequest): World {
  const firstDay = dayNumber(request.from) ?? 0;
  const bases = request.shifts.flatMap(({ base }) => (base ? [base] : []));
  const turns = turnsOf(request, firstDay);
  const drawn = drawnDays(request);
  const events = eventsReader(request, firstDay);
  const peaks = request.hotspots.map((hotspot) => peakHours(hotspot, request.rule.peakShare));
  const openings = turns.flatMap((turn) => openingsOf(request, turn, { firstDay, drawn, peaks, events })).map((opening, index) => ({ ...opening, index }));
  const openingsOfDay = request.hotspots.map(() => Array.from({ length: request.days + 1 }, (): Opening[] => []));
  const openingsOfTurn = turns.map((): Opening[] => []);
  for (const opening of openings) {
    openingsOfDay[opening.hotspot]?.[opening.day]?.push(opening);
    openingsOfTurn[opening.turn]?.push(opening);
  }
  return { request, firstDay, turns, openings, openingsOfTurn, openingsOfDay, travel: travelTable([...request.hotspots, ...bases], request.travel), drawn, events };
}

export function planDate(world: World, day: number): string {
  return dateOfDay(world.firstDay + day);
}

/** True where the shift serves the hotspot's hub. */
export function serves(shift: Shift, hub: string): boolean {
  return shift.hubs.length === 0 || shift.hubs.includes(hub);
}

function turnsOf(request: PlanRequest, firstDay: number): Turn[] {
  const { shifts, hotspots, days } = request;
  const based = shifts.filter(({ base }) => base !== null);
  const list = Array.from({ length: days }, (_, day) => shifts.filter((shift) => shift.days.includes(weekdayOfDay(firstDay + day))).map((shift) => ({
    shift, day, weekday: weekdayOfDay(firstDay + day),
    start: momentOf(firstDay + day, shift.start),
    end: momentOf(firstDay + day, shift.end + (shift.end <= shift.start ? DAY : 0)),
    base: shift.base ? hotspots.length + based.indexOf(shift) : -1,
  })));
  return list.flat().map((turn, index) => ({ ...turn, index }));
}

/** Days drawn for treatment by the rule's own frequency and the request's seed. */
function drawnDays({ rule, hotspots, days, from, seed }: PlanRequest): Uint8Array[] | null {
  if (rule.frequency.kind !== 'draw') return null;
  const design = drawTreatment({ hotspots: hotspots.map(({ id }) => id), from, days, seed, ...rule.frequency });
  return hotspots.map((_, hotspot) => Uint8Array.from({ length: days + 1 }, (_day, day) => (design.treated[hotspot]?.[day] ?? false ? 1 : 0)));
}

function eventsReader(request: PlanRequest, firstDay: number): World['events'] {
  const hourly = request.hotspots.map(hourlyEvents);
  const firstHour = momentOf(firstDay, 0) / HOUR - 1;
  // From the hour before the first day to two days after the last, and as long as a visit may count.
  const hours = (request.days + 3) * 24 + Math.ceil((request.rule.visitMinutes + request.rule.residualMinutes) / HOUR);
  const slots = Uint8Array.from({ length: hours }, (_, hour) => slotOf((firstHour + hour) * HOUR));
  return (hotspot, from, to) => {
    const own = hourly[hotspot];
    let total = 0;
    for (let at = from; at < to;) {
      const hour = Math.floor(at / HOUR);
      const next = Math.min(to, (hour + 1) * HOUR);
      total += (own?.[slots[hour - firstHour] ?? HOURS_OF_WEEK] ?? 0) * (next - at) / HOUR;
      at = next;
    }
    return total;
  };
}

/** London is whole hours from UTC, so an hour of one is an hour of the other. */
function slotOf(moment: Minute): number {
  const { weekday, minute } = localTime(moment);
  return weekday * 24 + Math.floor(minute / HOUR);
}

type Draft = Omit<Opening, 'index'>;

interface Known extends Pick<World, 'firstDay' | 'drawn' | 'events'> {
  /** Peak hours by hotspot. */
  readonly peaks: readonly Uint8Array[];
}

function openingsOf({ hotspots, rule }: PlanRequest, turn: Turn, { firstDay, drawn, peaks, events }: Known): Draft[] {
  const slots = hoursOf(turn, firstDay);
  const cover = rule.visitMinutes + rule.residualMinutes;
  return hotspots.flatMap((hotspot, number) => {
    if (!serves(turn.shift, hotspot.hub)) return [];
    return stretches(slots, peaks[number])
      .filter(({ from, to, day }) => to - from >= rule.visitMinutes && (drawn === null || drawn[number]?.[day] === 1))
      .map((stretch) => ({ ...stretch, hotspot: number, turn: turn.index, value: meanCover(number, stretch, rule.visitMinutes, cover, events) }));
  });
}

interface Stretch {
  readonly from: Minute;
  readonly to: Minute;
  readonly day: number;
}

/** A turn hour by hour, the first and last ones cut where it starts and ends. */
function hoursOf(turn: Turn, firstDay: number): (Stretch & { readonly slot: number })[] {
  const hours: (Stretch & { readonly slot: number })[] = [];
  for (let from = turn.start; from < turn.end;) {
    const to = Math.min(turn.end, (Math.floor(from / HOUR) + 1) * HOUR);
    hours.push({ from, to, day: localDay(from) - firstDay, slot: slotOf(from) });
    from = to;
  }
  return hours;
}

/** Unbroken peak hours among a turn's hours, cut at midnight. */
function stretches(hours: readonly (Stretch & { readonly slot: number })[], peak: Uint8Array | undefined): Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to, day, slot } of hours) {
    const last = found.at(-1);
    if (peak?.[slot] !== 1) continue;
    if (last?.to === from && last.day === day) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, day });
  }
  return found;
}

function meanCover(hotspot: number, { from, to }: Stretch, visit: number, cover: number, events: World['events']): number {
  let total = 0;
  let starts = 0;
  for (let start = from; start <= to - visit; start += STEP) {
    total += events(hotspot, start, start + cover);
    starts += 1;
  }
  return total / starts;
}
