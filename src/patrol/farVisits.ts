import type { Board } from './board.ts';
import { FURTHEST } from './extras.ts';
import { NOWHERE, type Route, type RouteStop } from './route.ts';

/**
 * Takes further visits off the routes where they cost more than `FURTHEST` minutes of travel each: single ones, and
 * several in a row that are each near the next but far from where the pair has to be. What is left keeps its starts, as
 * every way gets shorter. Returns the turns that changed.
 */
export function takeOffFar(board: Board): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const route of board.routes.flat()) {
    for (let far = farthest(route); far.length > 0; far = farthest(route)) {
      for (const stop of far) board.remove(route, stop);
      changed.add(route.turn.index);
    }
  }
  return changed;
}

/** The visits in a row, none of which the rule needs, that cost most beyond what they may; none where all may stay. */
function farthest(route: Route): readonly RouteStop[] {
  const visits = route.stops.filter(({ hotspot }) => hotspot !== NOWHERE);
  const placeOf = (position: number): number => visits[position]?.hotspot ?? route.turn.base;
  let [most, found]: [number, readonly RouteStop[]] = [0, []];
  visits.forEach((_, from) => {
    let way = route.trip(placeOf(from - 1), placeOf(from));
    for (let to = from; to < visits.length && visits[to]?.demand === null; to += 1) {
      const home = route.trip(placeOf(to), placeOf(to + 1));
      const direct = from === 0 && to === visits.length - 1 ? 0 : route.trip(placeOf(from - 1), placeOf(to + 1));
      const beyond = way + home - direct - FURTHEST * (to - from + 1);
      if (beyond > most) [most, found] = [beyond, visits.slice(from, to + 1)];
      way += home;
    }
  });
  return found;
}
