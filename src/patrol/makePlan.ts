import type { Outcome, Progress } from '../model/pack.ts';
import type { PlanRequest } from '../model/patrol.ts';
import type { PatrolPlan, Shortage } from '../model/patrolPlan.ts';
import { bestMinimum, findAddition } from './addition.ts';
import type { Board } from './board.ts';
import { upperBound } from './bound.ts';
import { capacityOf } from './capacity.ts';
import { coveredEvents, expectedEvents } from './covered.ts';
import { drawnDaysOf, missingVisits } from './demands.ts';
import { drive, type DriveOptions } from './drive.ts';
import { fillTurn, valueOf } from './extras.ts';
import { takeOffFar } from './farVisits.ts';
import { improve, stepsFor } from './improve.ts';
import { notesOf } from './notes.ts';
import { problemOf } from './problems.ts';
import { seededRandom } from './random.ts';
import { dutiesOf, visitsOn } from './timetable.ts';
import { makeWorld, planDate, type World } from './world.ts';

/**
 * Plans patrols for 1 to 28 days: first the visits the rule needs (the floor that every hotspot and so every hub gets),
 * then as many more as the pairs have time for, chosen to cover the most expected events. Where and with whom is
 * optimised; the start times are drawn at random within each opening, so that they cannot be foreseen. The same request
 * gives the same plan. A request that makes no sense is answered with the problem; an abort throws the signal's reason.
 * Objective, assumptions and limits: docs/decisions/014-patrol-planner.md.
 */
export async function makePlan(request: PlanRequest, options: DriveOptions = {}): Promise<Outcome<PatrolPlan>> {
  const problem = problemOf(request);
  if (problem) return { ok: false, problem };
  const value = await drive(planSteps(request), options);
  return { ok: true, value, notes: value.notes };
}

/** `makePlan` step by step, for a caller that has other things to do in between. The request must be without problems. */
export function* planSteps(request: PlanRequest): Generator<Progress, PatrolPlan, void> {
  const world = makeWorld(request);
  const { board, missing } = yield* told(bestMinimum(world), 'Placing the visits the rule needs');
  const random = seededRandom(request.seed, 2);
  if (request.rule.extraVisits) yield* fillAll(board, random);
  yield* told(improve(board, random), 'Improving the plan', stepsFor(board));
  // Further visits can make up for required ones that found no place: then none is taken off.
  if (missing.length === 0) for (const turn of takeOffFar(board)) fillTurn(board, turn, board.routes[turn] ?? [], random);
  const left = missing.length > 0 ? missingVisits(world, visitsOn(board)) : [];
  const shortage = left.length > 0 ? yield* told(shortageOf(world, left), 'Looking for pairs that would do') : null;
  return assemble(board, shortage);
}

function* fillAll(board: Board, random: ReturnType<typeof seededRandom>): Generator<Progress, void> {
  const { turns } = board.world;
  for (const { index } of turns) {
    yield { step: 'Filling the time left', done: index, total: turns.length };
    fillTurn(board, index, board.routes[index] ?? [], random);
  }
}

/** Steps that only say that time has passed, as progress. A total of 0 means that it is not known. */
function* told<T>(steps: Generator<void, T>, step: string, total = 0): Generator<Progress, T> {
  for (let done = 0; ; done += 1) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield { step, done, total };
  }
}

function* shortageOf(world: World, hotspots: Shortage['hotspots']): Generator<void, Shortage> {
  const visits = hotspots.reduce((sum, missing) => sum + missing.visits, 0);
  const addition = yield* findAddition(world, hotspots);
  return { visits, perDay: visits / world.request.days, hotspots, addition };
}

function assemble(board: Board, shortage: Shortage | null): PatrolPlan {
  const { world } = board;
  const { request } = world;
  const drawn = world.drawn && Object.fromEntries(request.hotspots.map(({ id }, hotspot) => [id, drawnDaysOf(world, hotspot).map((day) => planDate(world, day))]));
  return {
    request, duties: dutiesOf(board), drawn, capacity: capacityOf(world), shortage,
    value: {
      objective: board.routes.flat().reduce((sum, { stops }) => sum + valueOf(stops), 0), upperBound: upperBound(board),
      covered: coveredEvents(board), expected: expectedEvents(world),
    },
    notes: notesOf(request, shortage),
  };
}
