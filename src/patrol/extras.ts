import type { Board } from './board.ts';
import { drawStart } from './minimum.ts';
import { apply, bestFit, type Fit } from './place.ts';
import type { Random } from './random.ts';
import type { Route, RouteStop } from './route.ts';
import type { Opening } from './world.ts';

/** Minutes of travel that a further visit may add at most: nobody drives an hour for a quarter of one. */
export const FURTHEST = 30;

/** An opening that could take one more visit, with the best fit found in each route. */
interface Candidate {
  readonly opening: Opening;
  target: number;
  readonly fits: (Fit | null)[];
  /** The best of the fits and its worth; null where none is left. */
  best: { readonly route: number; readonly worth: number } | null;
}

/**
 * Fills the time left on the given routes of one turn with further visits: each time the one that covers the most
 * expected events per minute of visit and added travel, at most 30 minutes of it. Openings without expected events are left alone. Returns the
 * number of visits made.
 */
export function fillTurn(board: Board, turn: number, routes: readonly Route[], random: Random): number {
  const openings = (board.world.openingsOfTurn[turn] ?? []).filter(({ value }) => value > 0);
  const candidates = openings.map((opening): Candidate => ({ opening, target: 0, fits: [], best: null }));
  for (const candidate of candidates) renew(board, candidate, routes, random);
  for (let made = 0; ;) {
    const next = strongest(candidates);
    const fit = next?.best ? next.fits[next.best.route] : null;
    if (!next || !fit) return made;
    const route = routes.indexOf(fit.route);
    const done = apply(board, fit, null);
    for (const candidate of candidates) refit(board, candidate, fit.route, route);
    if (done) {
      made += 1;
      renew(board, next, routes, random);
    } else if (isSame(next.fits[route], fit)) drop(board, next, route);
  }
}

function strongest(candidates: readonly Candidate[]): Candidate | null {
  let found: Candidate | null = null;
  for (const candidate of candidates) if (candidate.best && candidate.best.worth > (found?.best?.worth ?? 0)) found = candidate;
  return found;
}

/** Draws another start and looks at every route again. */
function renew(board: Board, candidate: Candidate, routes: readonly Route[], random: Random): void {
  candidate.target = drawStart(board, candidate.opening, null, random);
  for (let i = 0; i < routes.length; i += 1) candidate.fits[i] = bestFit(board, routes[i]!, candidate.opening, candidate.target);
  choose(board, candidate);
}

/** Looks again at the one route that changed. */
function refit(board: Board, candidate: Candidate, route: Route, i: number): void {
  // A route that had no room has none after it took one more visit.
  if (!candidate.fits[i]) return;
  const fit = bestFit(board, route, candidate.opening, candidate.target);
  candidate.fits[i] = fit;
  if (candidate.best?.route === i) choose(board, candidate);
  else candidate.best = better(board, candidate, i, candidate.best);
}

/** What did not go in once would not go in again: a visit of the same pair to the same hotspot stands too near. */
function drop(board: Board, candidate: Candidate, route: number): void {
  candidate.fits[route] = null;
  choose(board, candidate);
}

function isSame(a: Fit | null | undefined, b: Fit): boolean {
  return a?.position === b.position && a.start === b.start;
}

function choose(board: Board, candidate: Candidate): void {
  candidate.best = null;
  for (let i = 0; i < candidate.fits.length; i += 1) candidate.best = better(board, candidate, i, candidate.best);
}

/** The fit in route i where it is worth more per minute than the best so far. */
function better(board: Board, { opening, fits }: Candidate, i: number, best: Candidate['best']): Candidate['best'] {
  const fit = fits[i];
  if (!fit || fit.detour > FURTHEST) return best;
  const worth = opening.value / (board.world.request.rule.visitMinutes + Math.max(0, fit.detour));
  return worth > (best?.worth ?? 0) ? { route: i, worth } : best;
}

/** The planner's objective for a route: expected events its visits cover. */
export function valueOf(stops: readonly RouteStop[]): number {
  return stops.reduce((total, { opening }) => total + (opening?.value ?? 0), 0);
}
