import type { DrawnFigures } from '../model/drawnAreas.ts';
import { TESTED_WHY, type HotspotAnswer, type HotspotRequest } from '../model/hotspots.ts';
import type { OpenedPack } from '../model/pack.ts';
import type { Evaluation } from '../model/results.ts';
import { adjustPValues } from '../statistics/adjustPValues.ts';
import { rateRatio, type Exposure } from '../statistics/rateRatio.ts';
import { LIMIT_LEVEL } from './change.ts';
import { drawnGround, type DrawnGround } from './drawnGround.ts';
import { drawnNotes } from './drawnNotes.ts';
import { countedItems, type Counted } from './drawnItems.ts';
import type { HotspotInput } from './input.ts';
import { LEVEL } from './permutations.ts';
import { testedAreas, type Tested } from './tested.ts';
import { untested, type JudgedUnit } from './units.ts';

const TITLE = 'Drawn areas';
const PER = 100_000;

/** The drawn areas' figures, and the unit beside the others. */
export interface DrawnTest {
  readonly unit: JudgedUnit;
  readonly drawn: HotspotAnswer['drawn'];
}

/**
 * Each drawn area against the rest of the chosen places: the rate ratio with exact limits and the exact two-sided
 * binomial p, adjusted over the drawn areas. Gi* would need neighbours, and at least five units, which areas drawn here
 * and there do not have. Rates are per resident, events and residents both of the areas whose inside point lies in the
 * shape; a shape without any is compared by events per km2, where there are points. An area of the pack is judged where
 * its inside point lies in a drawn area that is compared: hot where any of these is higher.
 *
 * Withheld counts are never looked at: their areas are left out of the shape and of the rest.
 */
export function drawnUnit(request: HotspotRequest, input: HotspotInput, evaluation: Evaluation): DrawnTest {
  const { pack } = input;
  const areas = pack.areas.code.length;
  if (request.drawnAreas.length === 0) return { unit: untested('drawn', TITLE, 'No area is drawn or loaded yet.', areas), drawn: { figures: [], notes: [] } };
  // Whether an area has a count does not depend on the value that the other tests take.
  const found = testedAreas(evaluation.areas, 'count');
  const counted = countedItems(request, input, found);
  const grounds = request.drawnAreas.map((drawn) => drawnGround(pack, drawn));
  const holds = grounds.map((ground) => counted.heldBy(ground));
  const compared = grounds.map((ground, i) => comparedFigures(request.drawnAreas[i]?.name ?? '', { ground, held: holds[i] ?? [], pack, found, counted }, LIMIT_LEVEL[request.confidence]));
  const adjusted = adjustPValues(compared.map(({ p }) => p), 'BH');
  const figures = compared.map((one, i): DrawnFigures => {
    const adjustedP = adjusted[i] ?? Number.NaN;
    return { ...one, adjustedP, side: sideOf(one.ratio, request.settings.correction === 'fdr' ? adjustedP : one.p) };
  });
  return { unit: judgedUnit(figures, holds, counted, areas), drawn: { figures, notes: drawnNotes(request, input, counted.problem) } };
}

interface Measured {
  readonly ground: DrawnGround;
  /** Items of the count that lie in it. */
  readonly held: readonly number[];
  readonly pack: OpenedPack;
  readonly found: Tested;
  readonly counted: Counted;
}

type Compared = Omit<DrawnFigures, 'adjustedP' | 'side'>;

function comparedFigures(name: string, measured: Measured, confidence: number): Compared {
  const { ground: { members }, held, found, counted } = measured;
  const taken = members.filter((area) => found.tested[area] === 1);
  const withheld = members.filter((area) => found.why[area] === TESTED_WHY.withheld).length;
  const own = exposureOf(taken, found);
  const count = counted.by === 'areas' && taken.length === 0 ? Number.NaN : held.reduce((sum, item) => sum + (counted.weights[item] ?? 0), 0);
  const all = counted.weights.reduce((sum, weight) => sum + weight, 0);
  const km2 = surfaceIn(measured, taken);
  const [comparedBy, a, b] = sidesOf(measured, taken, { own, count, all, km2 });
  const result = comparedBy === null ? null : rateRatio(a, b, { confidence, name });
  const given = result !== null && result.reason === null ? result : null;
  return {
    name, members: taken, withheld, countedBy: counted.by, count, perKm2: km2 > 0 ? count / km2 : Number.NaN,
    rate: own.personYears > 0 ? PER * own.events / own.personYears : Number.NaN, share: all > 0 ? count / all : Number.NaN,
    comparedBy: given === null ? null : comparedBy,
    ratio: given?.value ?? Number.NaN, ratioLower: given?.lower ?? Number.NaN, ratioUpper: given?.upper ?? Number.NaN, p: given?.p ?? Number.NaN,
    problem: given === null ? problemOf(measured, taken, withheld) : null,
  };
}

/** Ground of the chosen places in the shape where points are counted; of the areas taken where they are. Only areas with a count. */
function surfaceIn({ ground, pack, found, counted }: Measured, taken: readonly number[]): number {
  if (counted.by === 'areas') return taken.reduce((sum, area) => sum + (pack.areas.areaKm2[area] ?? Number.NaN), 0);
  return [...ground.sharesByArea()].reduce((sum, [area, share]) => sum + (found.tested[area] === 1 ? share * (pack.areas.areaKm2[area] ?? Number.NaN) : 0), 0);
}

interface Amounts {
  readonly own: Exposure;
  readonly count: number;
  readonly all: number;
  readonly km2: number;
}

const NO_EXPOSURE: Exposure = { events: 0, personYears: 0 };

function sidesOf({ pack, found, counted }: Measured, taken: readonly number[], { own, count, all, km2 }: Amounts): [DrawnFigures['comparedBy'], Exposure, Exposure] {
  const mine = new Set(taken);
  const chosen = Array.from(found.tested.keys()).filter((area) => found.tested[area] === 1);
  const rest = exposureOf(chosen.filter((area) => !mine.has(area)), found);
  if (own.personYears > 0 && rest.personYears > 0) return ['residents', own, rest];
  const restKm2 = chosen.reduce((sum, area) => sum + (pack.areas.areaKm2[area] ?? Number.NaN), 0) - km2;
  if (taken.length > 0 || counted.by === 'areas' || !(km2 > 0) || !(restKm2 > 0)) return [null, NO_EXPOSURE, NO_EXPOSURE];
  return ['surface', { events: count, personYears: km2 }, { events: all - count, personYears: restKm2 }];
}

function exposureOf(areas: readonly number[], { counts, personYears }: Tested): Exposure {
  return areas.reduce((sum, area) => ({ events: sum.events + (counts[area] ?? 0), personYears: sum.personYears + (personYears[area] ?? 0) }), NO_EXPOSURE);
}

function problemOf({ ground, found, counted }: Measured, taken: readonly number[], withheld: number): string {
  const chosen = found.tested.reduce((sum, one) => sum + one, 0);
  if (chosen > 0 && taken.length === chosen) return 'It takes in every chosen area, so there is no rest to compare it with.';
  if (taken.length > 0) return 'Nothing to compare: no events, or no residents held, on one side.';
  if (withheld > 0) return 'The counts of all its areas are withheld.';
  if (ground.members.length > 0) return 'Its areas are outside the chosen places or not covered by this data set.';
  return counted.by === 'points' ? 'No area’s inside point lies in it, and it has no ground or events to compare by surface.' : 'No area’s inside point lies in it, so nothing can be counted in it without points.';
}

/** Null where nothing was compared. */
function sideOf(ratio: number, chance: number): DrawnFigures['side'] {
  if (Number.isNaN(ratio) || Number.isNaN(chance)) return null;
  if (!(chance < LEVEL) || ratio === 1) return 'similar';
  return ratio > 1 ? 'higher' : 'lower';
}

function judgedUnit(figures: readonly DrawnFigures[], holds: readonly (readonly number[])[], { weights }: Counted, areas: number): JudgedUnit {
  const judged = figures.filter(({ side }) => side !== null);
  if (judged.length === 0) return untested('drawn', TITLE, 'None of the drawn areas can be compared with the rest; each says why.', areas);
  const higher = figures.flatMap((one, i) => (one.side === 'higher' ? [{ ...one, held: holds[i] ?? [] }] : []));
  const inHigher = new Set(higher.flatMap(({ held }) => held));
  const sum = (items: Iterable<number>): number => [...items].reduce((total, item) => total + (weights[item] ?? 0), 0);
  const all = sum(weights.keys());
  const hotAt = new Float64Array(areas).fill(Number.NaN);
  for (const { members, side } of judged) for (const area of members) hotAt[area] = side === 'higher' || hotAt[area] === 1 ? 1 : 0;
  return {
    test: {
      id: 'drawn', title: TITLE, units: judged.length, hot: higher.length, share: all > 0 ? sum(inHigher) / all : Number.NaN, problem: null,
      hotUnits: higher.toSorted((a, b) => b.ratio - a.ratio).map(({ name, count }) => ({ title: name, count, z: Number.NaN })),
    },
    hotAt,
  };
}
