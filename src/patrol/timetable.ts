import type { Duty, Stop } from '../model/patrolPlan.ts';
import type { Board } from './board.ts';
import type { VisitTime } from './demands.ts';
import { NOWHERE, type Route } from './route.ts';
import { planDate } from './world.ts';

/** Every visit on the board with its hotspot and calendar day. */
export function visitsOn(board: Board): VisitTime[] {
  return board.routes.flat().flatMap(({ stops }) => stops.flatMap(({ hotspot, opening, start }) => (opening ? [{ hotspot, day: opening.day, start }] : [])));
}

/** The routes as duties, in order of turn and pair; pairs without a visit have their break only. */
export function dutiesOf(board: Board): Duty[] {
  return board.routes.flat().map((route) => {
    const last = route.placeBefore(route.stops.length);
    return {
      shift: route.turn.shift.id, date: planDate(board.world, route.turn.day), pair: route.pair,
      start: route.turn.start, end: route.turn.end,
      stops: route.stops.map((_, position) => stopOf(board, route, position)),
      homeTravel: route.homeTravel(), homeMetres: metres(board, last, route.turn.base),
    };
  });
}

function stopOf(board: Board, route: Route, position: number): Stop {
  const stop = route.stops[position]!;
  const before = route.placeBefore(position);
  const visit = stop.hotspot !== NOWHERE;
  return {
    kind: visit ? 'visit' : 'break', hotspot: board.world.request.hotspots[visit ? stop.hotspot : before]?.id ?? '',
    start: stop.start, end: stop.start + stop.minutes,
    travel: route.travelTo(position), metres: visit ? metres(board, before, stop.hotspot) : 0, required: stop.demand !== null,
  };
}

function metres({ world }: Board, from: number, to: number): number {
  return from === NOWHERE || to === NOWHERE ? 0 : world.travel.metres[from * world.travel.places + to] ?? 0;
}
