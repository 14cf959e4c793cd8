import type { Capacity } from '../model/patrolPlan.ts';
import type { PlanRequest } from '../model/patrol.ts';
import { drawnDaysOf, firstWindow, peaksOf } from './demands.ts';
import { localDay, momentOf } from './londonTime.ts';
import { makeWorld, planDate, serves, type Turn, type World } from './world.ts';

type Worst = NonNullable<Capacity['worst']>;

/**
 * What minutes alone tell before any plan is made: in every stretch of days the rule speaks of, for all hotspots and
 * for each hub's, the visits needed against the most that the pairs on duty could make if every way were the shortest
 * there is. `impossible` is certain; `not-excluded` is not a promise. Instant.
 */
export function assessCapacity(request: PlanRequest): Capacity {
  return capacityOf(makeWorld(request));
}

export function capacityOf(world: World): Capacity {
  const { hotspots, rule, days } = world.request;
  const unreachable = hotspots.filter((_, hotspot) => (world.openingsOfDay[hotspot] ?? []).every((openings) => openings.length === 0)).map(({ id }) => id);
  const length = Math.min(days, rule.frequency.kind === 'every-days' ? rule.frequency.days : 1);
  const hubs = [...new Set(hotspots.map(({ hub }) => hub))];
  let worst: Worst | null = null;
  for (const hub of hubs.length > 1 ? [null, ...hubs] : [null]) {
    const members = hotspots.flatMap((hotspot, number) => (hub === null || hotspot.hub === hub ? [number] : []));
    const shortest = shortestOf(world, members);
    for (let day = 0; day + length <= days; day += 1) {
      const needed = members.reduce((sum, hotspot) => sum + neededIn(world, hotspot, day, length), 0);
      const found = { from: planDate(world, day), days: length, hub: hub ?? '', needed, most: mostIn(world, shortest, day, length) };
      if (needed > 0 && (worst === null || found.needed - found.most > worst.needed - worst.most)) worst = found;
    }
  }
  const short = worst ? Math.max(0, worst.needed - worst.most) : 0;
  return { verdict: short > 0 || unreachable.some((id) => isDue(world, id)) ? 'impossible' : 'not-excluded', short, worst, unreachable };
}

/** Fewest visits the rule asks of a hotspot within the stretch. */
function neededIn(world: World, hotspot: number, day: number, length: number): number {
  const { frequency } = world.request.rule;
  if (frequency.kind === 'every-days') {
    // A stretch of the plan's first days may be covered by the last visit before it.
    if (length < frequency.days) return firstWindow(world, hotspot, frequency.days).due < length ? 1 : 0;
    return 1;
  }
  if (frequency.kind === 'draw') return drawnDaysOf(world, hotspot).filter((drawn) => drawn >= day && drawn < day + length).length;
  return peaksOf(world, hotspot).filter(({ from }) => localDay(from) - world.firstDay === day)
    .reduce((sum, { from, to }) => sum + Math.max(1, Math.ceil((to - from) / frequency.minutes) - 1), 0);
}

/** A shift's shortest way between two of the hotspots and to and from the base, in minutes. */
interface Shortest {
  readonly way: number;
  readonly home: number;
}

/** For each shift that serves any of the hotspots. */
function shortestOf(world: World, members: readonly number[]): Map<string, Shortest> {
  const { minutes, places } = world.travel;
  const { hotspots, shifts } = world.request;
  return new Map(shifts.flatMap((shift) => {
    const own = members.filter((hotspot) => serves(shift, hotspots[hotspot]?.hub ?? ''));
    const trip = (a: number, b: number): number => minutes[shift.mode][a * places + b] ?? 0;
    const base = world.turns.find((turn) => turn.shift === shift)?.base ?? -1;
    const way = own.length > 1 ? Math.min(...own.flatMap((a) => own.filter((b) => b !== a).map((b) => trip(a, b)))) : 0;
    return own.length === 0 ? [] : [[shift.id, { way, home: base === -1 ? 0 : 2 * Math.min(...own.map((hotspot) => trip(base, hotspot))) }] as const];
  }));
}

/** Most visits that pairs could make within the stretch of days; a peak's visits may go on into the next day. */
function mostIn(world: World, shortest: ReadonlyMap<string, Shortest>, day: number, length: number): number {
  const from = momentOf(world.firstDay + day, 0);
  const to = momentOf(world.firstDay + day + length + (world.request.rule.frequency.kind === 'every-minutes' ? 1 : 0), 0);
  return world.turns.reduce((sum, turn) => {
    const own = shortest.get(turn.shift.id);
    const overlap = Math.min(turn.end, to) - Math.max(turn.start, from);
    return own && overlap > 0 ? sum + turn.shift.pairs * mostPerPair(world, turn, own, overlap) : sum;
  }, 0);
}

/** Visits of one pair within so many minutes of a turn, every way being the shortest. */
function mostPerPair(world: World, { shift, start, end }: Turn, { way, home }: Shortest, minutes: number): number {
  const whole = minutes === end - start;
  const patrol = Math.min(minutes - (whole ? shift.pause?.minutes ?? 0 : 0), shift.patrolMinutes ?? minutes);
  return Math.max(0, Math.floor((patrol - (whole ? home : 0) + way) / (world.request.rule.visitMinutes + way)));
}

/** True where the rule asks for a visit to a hotspot that nobody can make. */
function isDue(world: World, id: string): boolean {
  const { hotspots, rule, days } = world.request;
  const hotspot = hotspots.findIndex((one) => one.id === id);
  const { frequency } = rule;
  if (frequency.kind === 'every-days') return firstWindow(world, hotspot, frequency.days).due < days;
  // A draw without openings still asks for the days drawn; a peak nobody covers is no peak of a shift.
  return frequency.kind === 'draw' && drawnDaysOf(world, hotspot).some((day) => day < days);
}
