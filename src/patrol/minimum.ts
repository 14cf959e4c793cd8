import type { Board } from './board.ts';
import { demandsOf, firstWindow, type DueDays } from './demands.ts';
import { apply, bestFit, type Fit } from './place.ts';
import type { Random } from './random.ts';
import type { Demand, Route, RouteStop } from './route.ts';
import type { Opening } from './world.ts';

/** How much emptier an earlier day must be for a visit to come a day before it is due. */
const EARLY = 0.35;
/** Routes tried per opening when another visit has to make room. */
const EJECTIONS = 6;

/** Visits without a place after which no others are moved out of the way any more: the officers are too few by far. */
const HOPELESS = 25;

/** Makes the visits the rule needs, hotspot by hotspot in the order in which they fall due. Yields after each. */
export function* placeMinimum(board: Board, random: Random): Generator<void, void> {
  const { rule } = board.world.request;
  let failed = 0;
  const place = (demand: Demand): boolean => {
    const placed = placeDemand(board, demand, random, failed < HOPELESS);
    if (!placed) failed += 1;
    return placed;
  };
  if (rule.frequency.kind === 'every-days') yield* placeRolling(board, rule.frequency.days, random, place);
  else {
    for (const demand of demandsOf(board.world, random)) {
      place(demand);
      yield;
    }
  }
}

interface Asked extends DueDays {
  readonly hotspot: number;
  readonly overdue: boolean;
}

/** Any `every` days in a row hold a visit: the hotspot whose time runs out first goes first. */
function* placeRolling(board: Board, every: number, random: Random, place: (demand: Demand) => boolean): Generator<void, void> {
  const { world } = board;
  const last = world.request.days - 1;
  const queue: (Asked & { tie: number })[] = [];
  const ask = (asked: Asked): void => {
    if (asked.from <= last && asked.due <= last) queue.push({ ...asked, tie: random.next() });
  };
  world.request.hotspots.forEach((_, hotspot) => ask({ hotspot, ...firstWindow(world, hotspot, every), overdue: false }));
  while (queue.length > 0) {
    queue.sort((a, b) => b.due - a.due || b.tie - a.tie);
    const next = queue.pop();
    if (!next) return;
    const day = daysByLoad(board, next, random).find((wished) => place(wholeDay(next.hotspot, wished)));
    if (day !== undefined) ask({ ...next, from: day + 1, due: day + every, overdue: false });
    // A visit that could not be made in time is made up for as soon as may be, and is missed again after as many days.
    else ask({ ...next, from: next.due + 1, due: Math.min(last, next.due + every), overdue: true });
    yield;
  }
}

function wholeDay(hotspot: number, day: number): Demand {
  return { hotspot, day, from: 0, to: Number.POSITIVE_INFINITY };
}

/** Days of the window on which the hotspot can be visited: the least loaded first, late ones before early ones (the other way round where it is overdue). */
function daysByLoad(board: Board, { hotspot, from, due, overdue }: Asked, random: Random): number[] {
  const days = Array.from({ length: due - from + 1 }, (_, step) => from + step).filter((day) => (board.world.openingsOfDay[hotspot]?.[day]?.length ?? 0) > 0);
  const wait = (day: number): number => (overdue ? day - from : due - day);
  const worth = new Map(days.map((day) => [day, loadOf(board, hotspot, day) + (from === 0 ? 0 : EARLY * wait(day)) + 0.02 * random.next()]));
  return days.toSorted((a, b) => (worth.get(a) ?? 0) - (worth.get(b) ?? 0));
}

/** Share of the minutes that is taken, among the pairs that could visit the hotspot on the day. */
function loadOf(board: Board, hotspot: number, day: number): number {
  let busy = 0;
  let limit = 0;
  for (const turn of new Set((board.world.openingsOfDay[hotspot]?.[day] ?? []).map((opening) => opening.turn))) {
    for (const route of board.routes[turn] ?? []) {
      busy += route.busy;
      limit += route.limit;
    }
  }
  return limit > 0 ? busy / limit : 1;
}

/** Makes one required visit, if need be by moving another one out of the way. False where there is no way. */
export function placeDemand(board: Board, demand: Demand, random: Random, mayEject: boolean): boolean {
  const openings = byChance(openingsFor(board, demand), random);
  for (const opening of openings) {
    // A second look where the first one's room had been taken by another route's visit to the same hotspot.
    for (let look = 0; look < 2; look += 1) {
      const fit = fitAnywhere(board, opening, demand, random);
      if (!fit) break;
      if (apply(board, fit, demand)) return true;
    }
  }
  return mayEject && openings.some((opening) => placeByEjection(board, opening, demand, random));
}

/** The best fit among all pairs of the opening's turn. */
function fitAnywhere(board: Board, opening: Opening, demand: Demand, random: Random): Fit | null {
  const target = drawStart(board, opening, demand, random);
  let best: Fit | null = null;
  for (const route of board.routes[opening.turn] ?? []) {
    const fit = bestFit(board, route, opening, target, demand);
    if (fit && (!best || fit.score < best.score)) best = fit;
  }
  return best;
}

/** Takes a required visit off a route, puts the new one there and finds another place for the old one. */
function placeByEjection(board: Board, opening: Opening, demand: Demand, random: Random): boolean {
  const routes = random.shuffled(board.routes[opening.turn] ?? []).slice(0, EJECTIONS);
  return routes.some((route) => route.stops.some((stop) => stop.demand !== null && ejects(board, route, stop, opening, demand, random)));
}

function ejects(board: Board, route: Route, stop: RouteStop, opening: Opening, demand: Demand, random: Random): boolean {
  board.begin();
  board.remove(route, stop);
  const fit = bestFit(board, route, opening, drawStart(board, opening, demand, random), demand);
  if (fit && stop.demand && apply(board, fit, demand) && placeDemand(board, stop.demand, random, false)) {
    board.commit();
    return true;
  }
  board.rollback();
  return false;
}

export function openingsFor(board: Board, { hotspot, day, from, to }: Demand): readonly Opening[] {
  const { visitMinutes } = board.world.request.rule;
  return (board.world.openingsOfDay[hotspot]?.[day] ?? []).filter((opening) => opening.to - visitMinutes >= from && opening.from <= to);
}

/** A start drawn at random, every minute alike, from those the opening and the demand allow. */
export function drawStart(board: Board, opening: Opening, range: Pick<Demand, 'from' | 'to'> | null, random: Random): number {
  const from = Math.max(opening.from, range?.from ?? 0);
  const to = Math.min(opening.to - board.world.request.rule.visitMinutes, range?.to ?? Number.POSITIVE_INFINITY);
  return from + random.below(to - from + 1);
}

/**
 * In random order, openings of more expected events more often first (Efraimidis and Spirakis, Information Processing
 * Letters 97 (2006), 181-185); those without expected events last.
 */
function byChance(openings: readonly Opening[], random: Random): Opening[] {
  const keys = new Map(openings.map((opening) => [opening, opening.value > 0 ? Math.log(1 - random.next()) / opening.value : Number.NEGATIVE_INFINITY]));
  return openings.toSorted((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || a.index - b.index);
}
