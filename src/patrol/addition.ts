import type { AddedPairs, Addition, MissingVisits } from '../model/patrolPlan.ts';
import { Board } from './board.ts';
import { missingVisits } from './demands.ts';
import { dayNumber } from './londonTime.ts';
import { placeMinimum } from './minimum.ts';
import { seededRandom } from './random.ts';
import { visitsOn } from './timetable.ts';
import type { World } from './world.ts';

/** Tries of the required visits before visits count as missing; pointless where more than these are missing. */
const TRIES = 4;
const CLOSE = 20;
/** Pairs added one by one, and weekdays of shifts tried for each. */
const ONE_BY_ONE = 4;
const TRIED = 6;
/** Required visits placed in the whole search, at most: a number, not a time, so that the answer is always the same. */
const MOST_PLACED = 40_000;
const MOST_PAIRS = 16;

export interface Minimum {
  readonly board: Board;
  readonly missing: readonly MissingVisits[];
}

/** The required visits alone, placed as well as a few tries can; yields after each visit. */
export function* bestMinimum(world: World, added: readonly AddedPairs[] = []): Generator<void, Minimum> {
  let best: Minimum | null = null;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const board = new Board(world, added);
    yield* placeMinimum(board, seededRandom(world.request.seed, 10 + attempt));
    const missing = missingVisits(world, visitsOn(board));
    if (best === null || lacking(missing) < lacking(best.missing)) best = { board, missing };
    if (lacking(best.missing) === 0 || lacking(best.missing) > CLOSE) break;
  }
  return best ?? { board: new Board(world, added), missing: [] };
}

/** Visits that more officers could make. */
function lacking(missing: readonly MissingVisits[]): number {
  return missing.reduce((sum, { visits, reason }) => sum + (reason === 'no-officers-left' ? visits : 0), 0);
}

/**
 * Looks for few pairs that would meet the rule with the same planner: first one at a time where it helps most; where a
 * handful is not enough, as many on every weekday of every shift that lacks some, doubled until they do; and then leaves
 * out again what proves needless. Null where no number of pairs on these shifts helps.
 */
export function* findAddition(world: World, missing: readonly MissingVisits[]): Generator<void, Addition | null> {
  if (lacking(missing) === 0) return null;
  const search = new Search(world);
  let found = yield* search.oneByOne(missing);
  if (found.left > 0) found = yield* search.doubled(missing, found);
  if (found.left > 0) return { pairs: found.pairs, missing: found.left, method: 'not-met' };
  const pairs = yield* search.pruned(found.pairs);
  return { pairs, missing: 0, method: search.isOver() ? 'not-pruned' : 'search' };
}

interface Found {
  readonly pairs: readonly AddedPairs[];
  /** Visits that are still missing with them. */
  readonly left: number;
}

class Search {
  private readonly world: World;
  private placed = 0;

  constructor(world: World) {
    this.world = world;
  }

  isOver(): boolean {
    return this.placed >= MOST_PLACED;
  }

  *oneByOne(missing: readonly MissingVisits[]): Generator<void, Found> {
    let best: Found = { pairs: [], left: lacking(missing) };
    let known = missing;
    for (let more = 0; more < ONE_BY_ONE && best.left > 0; more += 1) {
      let next: (Found & { known: readonly MissingVisits[] }) | null = null;
      for (const place of candidates(this.world, known).slice(0, TRIED)) {
        if (this.isOver()) break;
        const pairs = changed(best.pairs, place, 1);
        const tried = yield* this.run(pairs);
        if (!next || tried.left < next.left) next = { pairs, ...tried };
        // What the likeliest pair gains tells how far a handful would go: not even half the way.
        if (best.left > CLOSE && (best.left - next.left) * ONE_BY_ONE * 2 < best.left) return best;
      }
      if (!next || next.left >= best.left) break;
      [best, known] = [next, next.known];
    }
    return best;
  }

  *doubled(missing: readonly MissingVisits[], best: Found): Generator<void, Found> {
    const places = candidates(this.world, missing);
    for (let count = 1; count <= MOST_PAIRS && !this.isOver(); count *= 2) {
      const pairs = places.map((place) => ({ ...place, pairs: count }));
      const { left } = yield* this.run(pairs);
      if (left === 0 || left < best.left) best = { pairs, left };
      if (left === 0) break;
    }
    return best;
  }

  /** Takes out pairs, half of a weekday's first and then one by one, where the rule is met without them. */
  *pruned(pairs: readonly AddedPairs[]): Generator<void, readonly AddedPairs[]> {
    let kept = pairs;
    for (const place of pairs.toReversed()) {
      for (let step = Math.max(1, Math.floor(place.pairs / 2)); step >= 1 && !this.isOver();) {
        const had = kept.find((one) => isSame(one, place))?.pairs ?? 0;
        const fewer = changed(kept, place, -step);
        if (had >= step && (yield* this.run(fewer)).left === 0) kept = fewer;
        else step = Math.floor(step / 2);
      }
    }
    return kept;
  }

  private *run(pairs: readonly AddedPairs[]): Generator<void, { left: number; known: readonly MissingVisits[] }> {
    const steps = bestMinimum(this.world, pairs);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { left: lacking(step.value.missing), known: step.value.missing };
      this.placed += 1;
      yield;
    }
  }
}

type Place = Pick<AddedPairs, 'shift' | 'weekday'>;

/** Weekdays of shifts on which a missing visit could be made, those of the most missing visits first. */
function candidates(world: World, missing: readonly MissingVisits[]): Place[] {
  const { frequency } = world.request.rule;
  const reach = frequency.kind === 'every-days' ? frequency.days : 1;
  const worth = new Map<string, { place: Place; count: number }>();
  for (const { hotspot, dates } of missing) {
    const number = world.request.hotspots.findIndex(({ id }) => id === hotspot);
    const days = new Set(dates.flatMap((date) => Array.from({ length: reach }, (_, back) => (dayNumber(date) ?? 0) - world.firstDay - back)));
    const turns = [...days].flatMap((day) => [...new Set((world.openingsOfDay[number]?.[day] ?? []).map(({ turn }) => turn))]);
    for (const turn of turns) {
      const { shift, weekday } = world.turns[turn]!;
      const entry = worth.get(`${weekday} ${shift.id}`) ?? { place: { shift: shift.id, weekday }, count: 0 };
      worth.set(`${weekday} ${shift.id}`, { ...entry, count: entry.count + 1 });
    }
  }
  return [...worth.values()].toSorted((a, b) => b.count - a.count).map(({ place }) => place);
}

/** With so many pairs more (or fewer) at a place; a place without any is left out. */
function changed(pairs: readonly AddedPairs[], { shift, weekday }: Place, by: number): readonly AddedPairs[] {
  const had = pairs.find((one) => isSame(one, { shift, weekday }));
  const all = had ? pairs.map((one) => (one === had ? { ...one, pairs: one.pairs + by } : one)) : [...pairs, { shift, weekday, pairs: by }];
  return all.filter((one) => one.pairs > 0);
}

function isSame(a: Place, b: Place): boolean {
  return a.shift === b.shift && a.weekday === b.weekday;
}
