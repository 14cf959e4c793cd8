import type { Board } from './board.ts';
import { fillTurn, valueOf } from './extras.ts';
import { placeDemand } from './minimum.ts';
import type { Random } from './random.ts';
import { NOWHERE, type Demand, type Route } from './route.ts';

/** Steps of local search, at most per pair and turn and in all: a number, not a time, so that the same seed gives the same plan. */
const STEPS_PER_ROUTE = 200;
const MOST_STEPS = 2000;
/** Visits in a row taken off a route at once, at most. */
const MOST_REMOVED = 4;
/** Expected events below which two plans count as equal. */
const EQUAL = 1e-12;

/**
 * Local search by ruin and recreate (Schrimpf and others, Journal of Computational Physics 159 (2000), 139-171): takes a
 * few visits off one or two pairs of a turn, makes the required ones again (anywhere on their day), fills the gaps, and
 * keeps the result where more expected events are covered, or as many with no more travel. Insertion, relocation and
 * swaps are cases of it. A rule without further visits has nothing to gain but travel. Yields after each step.
 */
export function* improve(board: Board, random: Random): Generator<void, void> {
  const routes = board.routes.flat().filter((route) => route.stops.some(({ hotspot }) => hotspot !== NOWHERE));
  const steps = stepsFor(board);
  for (let step = 0; step < steps && routes.length > 0; step += 1) {
    const first = routes[random.below(routes.length)];
    const mates = first ? (board.routes[first.turn.index] ?? []) : [];
    const second = mates[random.below(mates.length)];
    if (first) tryStep(board, first === second || !second ? [first] : [first, second], random);
    yield;
  }
}

export function stepsFor(board: Board): number {
  return Math.min(MOST_STEPS, STEPS_PER_ROUTE * board.routes.flat().length);
}

function tryStep(board: Board, chosen: readonly Route[], random: Random): void {
  const { extraVisits } = board.world.request.rule;
  board.begin();
  const demands = chosen.flatMap((route) => ruin(board, route, random));
  const kept = demands.every((demand) => placeDemand(board, demand, random, false));
  if (kept && extraVisits) fillTurn(board, chosen[0]?.turn.index ?? 0, chosen, random);
  let gained = 0;
  let travelled = 0;
  for (const { route, stops, busy } of board.changes()) {
    gained += valueOf(route.stops) - valueOf(stops);
    travelled += route.busy - busy;
  }
  // With as many events covered by as many minutes of visits, busy minutes differ by travel alone.
  if (kept && (gained > EQUAL || (gained > -EQUAL && travelled <= 0))) board.commit();
  else board.rollback();
}

/** Takes a few visits in a row off a route; returns what the rule asked of them. */
function ruin(board: Board, route: Route, random: Random): Demand[] {
  const visits = route.stops.filter(({ hotspot }) => hotspot !== NOWHERE);
  const first = random.below(visits.length);
  const removed = visits.slice(first, first + 1 + random.below(MOST_REMOVED));
  for (const stop of removed) board.remove(route, stop);
  return removed.flatMap(({ demand }) => (demand ? [demand] : []));
}
