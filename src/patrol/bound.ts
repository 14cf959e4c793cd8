import type { Board } from './board.ts';
import { packByHour, type Item } from './packByHour.ts';
import type { Route } from './route.ts';
import type { Opening, World } from './world.ts';

const HOUR = 60;

/**
 * An upper bound of the planner's objective: no plan of these officers covers more expected events. Each turn is
 * relaxed to minutes of work: a visit costs its minutes and the shortest way that can lead to it, an opening takes no
 * more visits than the rule's spacing leaves room for, work lies in the hours of its opening and of the way to it, and
 * each hour has the minutes of all pairs, less their breaks. It forgets the routes themselves and what other turns do,
 * so the best plan lies below it. Required visits are packed like any other: a rule that forces poor visits lowers the
 * plan, not the bound. Null for a rule without further visits, which maximises nothing.
 */
export function upperBound(board: Board): number | null {
  const { world } = board;
  if (!world.request.rule.extraVisits) return null;
  return world.turns.reduce((sum, turn) => sum + boundOfTurn(world, board.routes[turn.index] ?? [], world.openingsOfTurn[turn.index] ?? []), 0);
}

function boundOfTurn(world: World, routes: readonly Route[], openings: readonly Opening[]): number {
  const route = routes[0];
  if (!route || openings.length === 0) return 0;
  const { turn } = route;
  const ways = shortestWays(route, openings, world.request.rule.spacingMinutes);
  const first = Math.floor(turn.start / HOUR);
  const hours = Array.from({ length: Math.ceil(turn.end / HOUR) - first }, (_, hour) => {
    const from = (first + hour) * HOUR;
    return routes.length * (Math.min(turn.end, from + HOUR) - Math.max(turn.start, from));
  });
  // Lent to every pair: the first visit needs no way without a base, and a break can be the wait at one hotspot.
  const free = (turn.base === -1 ? 1 : 0) + (turn.shift.pause ? 1 : 0);
  const lent = routes.length * free * Math.max(...ways.values());
  const within = (from: number, to: number): Pick<Item, 'first' | 'last'> => ({ first: Math.max(0, Math.floor(from / HOUR) - first), last: Math.min(hours.length, Math.ceil(to / HOUR) - first) - 1 });
  const visits = openings.map((opening): Item => {
    const way = ways.get(opening.hotspot) ?? 0;
    const cost = world.request.rule.visitMinutes + way;
    return { worth: opening.value / cost, minutes: cost * mostVisits(world, opening), ...within(opening.from - way, opening.to) };
  });
  return packByHour(hours, lent, routes.length * route.limit + lent, visits, breaksOf(routes).map((pause) => ({ ...pause, ...within(pause.from, pause.to) })));
}

function breaksOf(routes: readonly Route[]): { worth: number; minutes: number; from: number; to: number }[] {
  const pause = routes[0]?.stops.find(({ opening }) => opening === null);
  return pause ? [{ worth: 0, minutes: routes.length * pause.minutes, from: pause.from, to: pause.to + pause.minutes }] : [];
}

/** Shortest way that can lead to each hotspot: from another one, from the base, or by waiting out the spacing where waiting costs the pair's minutes. */
function shortestWays(route: Route, openings: readonly Opening[], spacing: number): Map<number, number> {
  const { turn, limit } = route;
  const waiting = limit < turn.end - turn.start - (turn.shift.pause?.minutes ?? 0) ? 0 : spacing;
  const hotspots = [...new Set(openings.map(({ hotspot }) => hotspot))];
  return new Map(hotspots.map((to) => {
    const ways = hotspots.filter((from) => from !== to).map((from) => route.trip(from, to));
    const home = turn.base === -1 ? [] : [route.trip(turn.base, to)];
    return [to, Math.min(waiting, ...ways, ...home)];
  }));
}

/** Visits the spacing leaves room for in one opening. */
function mostVisits(world: World, { from, to }: Opening): number {
  const { visitMinutes, spacingMinutes, mostPerDay } = world.request.rule;
  return Math.min(mostPerDay ?? Number.POSITIVE_INFINITY, Math.floor((to - from - visitMinutes) / (visitMinutes + spacingMinutes)) + 1);
}
