import { GI_CLASS, type HotspotAnswer, type HotspotColumns, type HotspotRequest } from '../model/hotspots.ts';
import { LEAST_STEPS } from '../statistics/emergingHotSpots.ts';
import { changeColumns, noChange } from './change.ts';
import { concentrationOf } from './concentrationOf.ts';
import { drawnUnit } from './drawnUnit.ts';
import { giStar } from './giStar.ts';
import { hexagonUnit } from './hexagonUnit.ts';
import { entryOf, type HotspotInput, type HotspotStep } from './input.ts';
import { changePeriods, wholeSteps } from './months.ts';
import { globalMoranOf, localMoranColumns } from './moran.ts';
import { connectionsOf, neighboursOf } from './neighbours.ts';
import { notesOf } from './notes.ts';
import { neighbourChances } from './permutations.ts';
import { emergingColumns, persistenceColumns, runsOf, seriesColumn, seriesCounts, stateColumn, steppedGiStar } from './series.ts';
import { excludedOf, testedAreas } from './tested.ts';
import { areaUnit, groupedUnit, type JudgedUnit } from './units.ts';

/** Counting, Gi* with Moran, change, units, hexagons, drawn areas. */
const SINGLE_STEPS = 6;

/**
 * Every test of one filter, step by step for a caller that has other things to answer in between. All counts come from
 * `evaluate`, so that what a data set withholds stays out of every test. Throws what `evaluate` throws.
 */
export function* hotspotSteps(request: HotspotRequest, input: HotspotInput): Generator<HotspotStep, HotspotAnswer, void> {
  const { pack } = input;
  const { settings, selection, confidence, benchmark } = request;
  const entry = entryOf(pack, request.dataSet);
  const steps = wholeSteps(entry, selection, settings.stepMonths);
  const emergingTested = steps.steps.length >= LEAST_STEPS;
  const evaluation = input.evaluate(request.dataSet, selection, { confidence, benchmark });
  const found = testedAreas(evaluation.areas, settings.value);
  const areas = found.tested.length;
  const tested = found.tested.reduce((sum, one) => sum + one, 0);
  const lists = neighboursOf(pack, settings.neighbours);
  const total = SINGLE_STEPS + steps.steps.length * (emergingTested ? 2 : 1);
  let done = 0;
  const progress = (): HotspotStep => ({ done: done += 1, total });
  yield progress();

  const chances = neighbourChances(found.values, lists, settings.seed);
  const { permutations } = chances;
  const gi = giStar(found.values, lists, settings.correction, chances);
  const moran = localMoranColumns(found.values, lists, settings.correction, chances);
  yield progress();
  const global = globalMoranOf(found.values, lists);

  const series = yield* eachStep(seriesCounts(request, input, steps.steps, found.tested), progress);
  const stepped = emergingTested ? yield* eachStep(steppedGiStar(request, series, lists), progress) : { z: [], states: [] };
  const persistence = persistenceColumns(series, areas);
  const spans = changePeriods(entry, selection, settings.compared);
  const change = spans === null ? noChange(areas) : changeColumns(request, input, spans, found.tested);
  yield progress();

  const units = [areaUnit(pack, gi, found), groupedUnit('ward', request, pack, evaluation, found), groupedUnit('hub', request, pack, evaluation, found)];
  yield progress();
  units.push(hexagonUnit(request, input, found));
  yield progress();
  const drawn = drawnUnit(request, input, evaluation);
  units.push(drawn.unit);
  yield progress();

  const columns: HotspotColumns = {
    tested: found.tested, testedWhy: found.why, value: found.values,
    giStar: gi.z, giStarP: gi.p, giStarAdjustedP: gi.adjusted, giStarClass: gi.classes,
    moran: moran.index, moranP: moran.p, moranAdjustedP: moran.adjusted, moranClass: moran.classes,
    ...emergingColumns(stepped, areas), higherSteps: persistence.higherSteps, classedSteps: persistence.classedSteps, ...change, ...survivalOf(units, areas),
  };
  const neighbours = connectionsOf(lists, found.tested);
  const withoutP = gi.classes.reduce((sum, code, area) => sum + (code === GI_CLASS.notTested && found.tested[area] === 1 ? 1 : 0), 0);
  return {
    request, columns, neighbours, global: global.global, permutations, concentration: concentrationOf(found.counts),
    steps: steps.steps, series: seriesColumn(series, areas), stepStates: stateColumn(stepped, areas), runs: runsOf(series, areas), persistenceSteps: persistence.persistenceSteps,
    change: spans && { before: spans.before, after: spans.after }, units: units.map(({ test }) => test), drawn: drawn.drawn, excluded: excludedOf(found.why),
    notes: [...global.notes, ...notesOf(request, { entry, steps, change: spans, tested, permutations, withoutP, withheldInSeries: series.withheld, emergingTested }, neighbours)],
  };
}

/** Passes on a generator's steps as progress. */
function* eachStep<Answer>(steps: Generator<void, Answer, void>, progress: () => HotspotStep): Generator<HotspotStep, Answer, void> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield progress();
  }
}

/** In how many kinds of units the place of each area is hot, of those in which it could be judged. */
function survivalOf(units: readonly JudgedUnit[], areas: number): Pick<HotspotColumns, 'survives' | 'unitsTested'> {
  const count = (matches: (hot: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: areas }, (_, area) => units.reduce((sum, { hotAt }) => sum + (matches(hotAt[area] ?? Number.NaN) ? 1 : 0), 0));
  return { survives: count((hot) => hot === 1), unitsTested: count((hot) => !Number.isNaN(hot)) };
}
