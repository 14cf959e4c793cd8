import type { Board } from './board.ts';
import { NOWHERE, type Demand, type Route, type RouteStop } from './route.ts';
import type { Opening } from './world.ts';

/** A way to fit a visit into a route. */
export interface Fit {
  readonly opening: Opening;
  readonly route: Route;
  readonly position: number;
  readonly start: number;
  /** Travel it adds, minutes. */
  readonly detour: number;
  /** The less the better: detour, and a little for every minute from the start that was drawn. */
  readonly score: number;
}

/** How many minutes of travel a minute from the drawn start is worth: times stay near the draw where that costs little. */
const DRAW_WEIGHT = 0.1;

/**
 * The best place for a visit in a route, near the start that was drawn for it; the stops there may give way within
 * their own openings. Null where it does not fit. `range` narrows the starts (a demand's own).
 */
export function bestFit(board: Board, route: Route, opening: Opening, target: number, range: Pick<Demand, 'from' | 'to'> | null = null): Fit | null {
  const { rule } = board.world.request;
  if (isFull(board, opening)) return null;
  const from = Math.max(opening.from, range?.from ?? 0);
  const to = Math.min(opening.to - rule.visitMinutes, range?.to ?? Number.POSITIVE_INFINITY);
  if (from > to) return null;
  const { earliest, latest } = slackOf(board, route);
  const { visitMinutes } = rule;
  const { hotspot, day } = opening;
  let best: Fit | null = null;
  for (let position = 0; position <= route.stops.length; position += 1) {
    const free = position > 0 ? (earliest[position - 1] ?? 0) + (route.stops[position - 1]?.minutes ?? 0) : route.turn.start;
    if (free > to) break;
    const before = route.placeBefore(position);
    const next = route.placeAfter(position);
    const way = route.trip(before, hotspot);
    const onward = route.trip(hotspot, next);
    const low = Math.max(from, free + way);
    const high = Math.min(to, endBefore(route, position, onward, latest) - visitMinutes);
    if (low > high) continue;
    // No way home was counted while there was no visit.
    const detour = way + onward - (before === route.turn.base && next === route.turn.base ? 0 : route.trip(before, next));
    if (route.busy + visitMinutes + detour > route.limit || (best && detour >= best.score)) continue;
    const start = board.nearestFree(hotspot, day, low, high, target);
    if (start === null) continue;
    const score = detour + DRAW_WEIGHT * Math.abs(start - target);
    if (!best || score < best.score) best = { opening, route, position, start, detour, score };
  }
  return best;
}

/** True where the hotspot has had the most visits a day may have. */
function isFull(board: Board, { hotspot, day }: Opening): boolean {
  const { mostPerDay } = board.world.request.rule;
  return mostPerDay !== null && board.visitsOf(hotspot, day).length >= mostPerDay;
}

/** Puts the visit in and makes its neighbours give way. False, and nothing changed, where another visit is in the way by now. */
export function apply(board: Board, { route, position, start, opening }: Fit, demand: Demand | null): boolean {
  const { visitMinutes } = board.world.request.rule;
  if (isFull(board, opening) || !board.isFree(opening.hotspot, opening.day, start)) {
    route.slack = null;
    return false;
  }
  const stop: RouteStop = {
    hotspot: opening.hotspot, opening, demand, minutes: visitMinutes, start,
    from: Math.max(opening.from, demand?.from ?? 0), to: Math.min(opening.to - visitMinutes, demand?.to ?? Number.POSITIVE_INFINITY),
  };
  const before = route.stops.map((other) => other.start);
  const others = [...route.stops];
  board.insert(route, position, stop);
  giveWay(board, route, position);
  if (keepsAll(board, route)) return true;
  board.remove(route, stop);
  others.forEach((other, i) => board.move(route, other, before[i] ?? other.start));
  // What was taken for room is no longer there.
  route.slack = null;
  return false;
}

/** Stops after the position start later and those before it earlier, each only as far as it must. */
function giveWay(board: Board, route: Route, position: number): void {
  const { stops } = route;
  for (let i = position + 1; i < stops.length; i += 1) {
    const stop = stops[i];
    const ready = route.readyFor(i, stops[i - 1]?.start);
    if (!stop || stop.start >= ready) break;
    board.move(route, stop, ready);
  }
  // A break just before the new visit does not move by travel, but what stands after it does.
  for (let i = position - 1; i >= 0; i -= 1) {
    const stop = stops[i];
    const due = route.dueAfter(i, stops[i + 1]?.start);
    if (!stop || stop.start + stop.minutes <= due) break;
    board.move(route, stop, due - stop.minutes);
  }
}

/** True where every stop keeps its window, its way and its distance to others at its hotspot. */
function keepsAll(board: Board, route: Route): boolean {
  const { stops } = route;
  if (route.busy > route.limit) return false;
  return stops.every((stop, i) => stop.start >= stop.from && stop.start <= stop.to
    && stop.start >= route.readyFor(i, stops[i - 1]?.start) && stop.start + stop.minutes <= route.dueAfter(i, stops[i + 1]?.start)
    && (stop.opening === null || board.isFree(stop.hotspot, stop.opening.day, stop.start, stop)));
}

/** Until when a visit before `position` must be done, given the way onward; a break there is taken at the visit's place. */
function endBefore(route: Route, position: number, onward: number, latest: Float64Array): number {
  const stop = route.stops[position];
  if (!stop) return route.turn.end - onward;
  if (stop.hotspot !== NOWHERE) return (latest[position] ?? 0) - onward;
  const after = position + 1 < route.stops.length ? latest[position + 1] ?? 0 : route.turn.end;
  return Math.min(stop.to, after - onward - stop.minutes);
}

/** How early and late each stop could start, the visits of other routes staying where they are. */
function slackOf(board: Board, route: Route): NonNullable<Route['slack']> {
  if (route.slack) return route.slack;
  const { stops } = route;
  const earliest = new Float64Array(stops.length);
  const latest = new Float64Array(stops.length);
  const bounds = stops.map((stop) => board.bounds(stop));
  for (let i = 0; i < stops.length; i += 1) earliest[i] = Math.max(bounds[i]?.from ?? 0, route.readyFor(i, earliest[i - 1]));
  for (let i = stops.length - 1; i >= 0; i -= 1) latest[i] = Math.min(bounds[i]?.to ?? 0, route.dueAfter(i, i + 1 < stops.length ? latest[i + 1] : undefined) - (stops[i]?.minutes ?? 0));
  route.slack = { earliest, latest };
  return route.slack;
}
