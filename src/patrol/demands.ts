import type { MissingReason, MissingVisits } from '../model/patrolPlan.ts';
import type { Minute } from '../model/patrol.ts';
import { dayNumber } from './londonTime.ts';
import type { Random } from './random.ts';
import type { Demand } from './route.ts';
import { planDate, type World } from './world.ts';

/** Days of the plan, both included, within which a visit is due. */
export interface DueDays {
  readonly from: number;
  readonly due: number;
}

/**
 * When the first visit is due: `every` days after the last one before the plan, at once where that is past; without a
 * known last visit by the plan's day `every` (the first stretch of that many days within the plan).
 */
export function firstWindow(world: World, hotspot: number, every: number): DueDays {
  const last = lastBefore(world, hotspot);
  return { from: 0, due: last === null ? every - 1 : Math.max(0, last + every) };
}

/** Day of the last visit before the plan, counted from its first day (so below 0); null where it is not known. */
export function lastBefore(world: World, hotspot: number): number | null {
  const date = world.request.lastVisits[world.request.hotspots[hotspot]?.id ?? ''];
  const day = date === undefined ? null : dayNumber(date);
  return day === null || day >= world.firstDay ? null : day - world.firstDay;
}

/** Peak hours of a hotspot that shifts cover without a break in between. */
export interface Peak {
  readonly from: Minute;
  readonly to: Minute;
}

export function peaksOf(world: World, hotspot: number): Peak[] {
  const openings = (world.openingsOfDay[hotspot] ?? []).flat().toSorted((a, b) => a.from - b.from || a.to - b.to);
  const peaks: Peak[] = [];
  for (const { from, to } of openings) {
    const last = peaks.at(-1);
    if (last && from <= last.to) peaks[peaks.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else peaks.push({ from, to });
  }
  return peaks;
}

/** Share of the interval within which each visit's start is drawn. */
const LOOSE = 0.25;

/** The visits a draw or an interval within the peak asks for, in order of time. */
export function demandsOf(world: World, random: Random): Demand[] {
  const { frequency } = world.request.rule;
  const hotspots = world.request.hotspots.map((_, hotspot) => hotspot);
  if (frequency.kind === 'draw') {
    const drawn = hotspots.flatMap((hotspot) => drawnDaysOf(world, hotspot).map((day) => ({ hotspot, day, from: 0, to: Number.POSITIVE_INFINITY })));
    return random.shuffled(drawn).toSorted((a, b) => a.day - b.day);
  }
  if (frequency.kind !== 'every-minutes') return [];
  return random.shuffled(hotspots.flatMap((hotspot) => peaksOf(world, hotspot).flatMap((peak) => visitsInPeak(world, hotspot, peak, frequency.minutes, random))))
    .toSorted((a, b) => a.day - b.day || a.from - b.from);
}

export function drawnDaysOf(world: World, hotspot: number): number[] {
  return Array.from(world.drawn?.[hotspot] ?? []).flatMap((drawn, day) => (drawn === 1 ? [day] : []));
}

/**
 * Ranges of starts such that any choice within them leaves no more than `every` minutes between starts, from the
 * peak's first minute and to its last; a shorter peak gets one visit. Each range is a quarter of `every` wide, the first
 * one is drawn at random, and so the ranges follow one another by three quarters of `every`.
 */
function visitsInPeak(world: World, hotspot: number, { from, to }: Peak, every: number, random: Random): Demand[] {
  const { visitMinutes } = world.request.rule;
  const last = to - visitMinutes;
  const loose = Math.floor(every * LOOSE);
  const demands: Demand[] = [];
  for (let start = from + random.below(Math.min(every - loose, last - from) + 1); ; start += every - loose) {
    const range = { from: Math.min(start, last), to: Math.min(start + loose, last) };
    const day = dayAt(world, hotspot, range.from);
    if (day !== null) demands.push({ hotspot, day, ...range });
    if (range.from + every >= to || range.from >= last) return demands;
  }
}

/** Calendar day of the opening in which a start lies or the next one that follows. */
function dayAt(world: World, hotspot: number, start: Minute): number | null {
  const openings = (world.openingsOfDay[hotspot] ?? []).flat();
  const holding = openings.find(({ from, to }) => start >= from && start <= to - world.request.rule.visitMinutes)
    ?? openings.toSorted((a, b) => a.from - b.from).find(({ from }) => from >= start);
  return holding?.day ?? null;
}

/** A visit as the rule sees it. */
export interface VisitTime {
  readonly hotspot: number;
  readonly day: number;
  readonly start: Minute;
}

/** Visits that would have to be added for the rule to hold, by hotspot; hotspots that lack none are left out. */
export function missingVisits(world: World, visits: readonly VisitTime[]): MissingVisits[] {
  return world.request.hotspots.flatMap(({ id }, hotspot) => {
    const own = visits.filter((visit) => visit.hotspot === hotspot).toSorted((a, b) => a.start - b.start);
    const { visits: count, days } = missingAt(world, hotspot, own);
    return count === 0 ? [] : [{ hotspot: id, visits: count, dates: days.map((day) => planDate(world, day)), reason: reasonOf(world, hotspot, days) }];
  });
}

interface Missing {
  readonly visits: number;
  /** Days of the plan on which the hotspot is overdue. */
  readonly days: readonly number[];
}

function missingAt(world: World, hotspot: number, visits: readonly VisitTime[]): Missing {
  const { frequency } = world.request.rule;
  if (frequency.kind === 'every-days') return missingInDays(world, hotspot, [...new Set(visits.map(({ day }) => day))], frequency.days);
  if (frequency.kind === 'draw') {
    const days = drawnDaysOf(world, hotspot).filter((day) => !visits.some((visit) => visit.day === day));
    return { visits: days.length, days };
  }
  return missingInPeaks(world, hotspot, visits, frequency.minutes);
}

/** Between two visits g days apart ceil(g / every) - 1 are missing; the plan's end counts as a visit on the day after it. */
function missingInDays(world: World, hotspot: number, visited: readonly number[], every: number): Missing {
  const end = world.request.days;
  const before = lastBefore(world, hotspot);
  // Overdue from the first day: the visit missing before the plan is none of this plan's, the one on its first day is.
  let last = before === null ? -1 : Math.max(before, -every);
  let visits = 0;
  const days: number[] = [];
  for (const day of [...visited.filter((own) => own < end), end]) {
    visits += Math.max(0, Math.ceil((day - last) / every) - 1);
    for (let overdue = last + every; overdue < day; overdue += 1) days.push(overdue);
    last = day;
  }
  return { visits, days };
}

function missingInPeaks(world: World, hotspot: number, visits: readonly VisitTime[], every: number): Missing {
  let count = 0;
  const days = new Set<number>();
  for (const { from, to } of peaksOf(world, hotspot)) {
    const starts = visits.map(({ start }) => start).filter((start) => start >= from && start < to);
    const ends = [from, ...starts, to];
    const missing = ends.slice(1).reduce((sum, end, i) => sum + Math.max(0, Math.ceil((end - (ends[i] ?? from)) / every) - 1), 0);
    const lacking = starts.length === 0 ? Math.max(1, missing) : missing;
    const day = lacking > 0 ? dayAt(world, hotspot, from) : null;
    if (day !== null) days.add(day);
    count += lacking;
  }
  return { visits: count, days: [...days] };
}

/** Without an opening in the days before each overdue day no number of officers would help. */
function reasonOf(world: World, hotspot: number, days: readonly number[]): MissingReason {
  const { frequency } = world.request.rule;
  const reach = frequency.kind === 'every-days' ? frequency.days : 1;
  const open = (day: number): boolean => (world.openingsOfDay[hotspot]?.[day]?.length ?? 0) > 0;
  const helpless = days.every((day) => !Array.from({ length: reach }, (_, back) => day - back).some((near) => near >= 0 && open(near)));
  return helpless ? 'no-shift-in-peak' : 'no-officers-left';
}
