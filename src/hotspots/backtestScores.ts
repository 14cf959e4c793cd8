import { COUNTY_BENCHMARK } from '../model/benchmark.ts';
import { DEFAULT_SURFACE, type BacktestRequest, type PredictionMethod } from '../model/backtest.ts';
import type { MonthSpan } from '../model/hotspots.ts';
import { CLASS, REASON } from '../model/measures.ts';
import { SUPPRESSED, type Evaluation } from '../model/results.ts';
import type { Selection } from '../model/selection.ts';
import { getisOrd } from '../statistics/getisOrd.ts';
import { periodHarm, type PeriodHarm, type Weighted } from './backtestHarm.ts';
import type { RollingPeriod } from './backtestPeriods.ts';
import { densitiesAt, fittingCell, surfaceOver } from './density.ts';
import { entryOf, type HotspotInput } from './input.ts';
import { insidePoints, neighboursOf } from './neighbours.ts';

/** Methods that score areas from counts of all events; random choice needs no scores, harm its weights. */
export type CountedMethod = Exclude<PredictionMethod, 'random' | 'harm'>;

/** What is known at the end of one period, by area number; NaN where an area has none or it is withheld. */
export interface PeriodScores {
  /** Events of the test period; null before the first. */
  readonly events: Float64Array | null;
  readonly scores: Readonly<Record<CountedMethod, Float64Array>>;
  /** Weighted events; null where nothing is weighed. */
  readonly harm: PeriodHarm | null;
  /** 1 for areas that a count of this period is withheld of, or that are outside the chosen places or not covered. */
  readonly left: Uint8Array;
  readonly withheld: Uint8Array;
}

/** Where the events of the training period lie, for the density. */
export type DensityFrom = 'points' | 'inside-points';

/** Points where there are any and nothing is withheld; otherwise the areas' inside points, weighted by their counts. */
export function densityFrom(request: BacktestRequest, { pack, points }: HotspotInput): DensityFrom {
  return points.of !== null && entryOf(pack, request.dataSet).disclosureThreshold <= 1 ? 'points' : 'inside-points';
}

/**
 * Scores of all methods from a training period, and the events of the test period that ends with it.
 * @param weighted subgroups that harm is made of; null where nothing is weighed
 */
export function periodScores(request: BacktestRequest, input: HotspotInput, period: RollingPeriod, weighted: readonly Weighted[] | null): PeriodScores {
  const under = (selection: Selection): Evaluation => input.evaluate(request.dataSet, selection, { confidence: 95, benchmark: COUNTY_BENCHMARK });
  const evaluated = (span: MonthSpan): Evaluation => under({ ...request.selection, period: span });
  const trained = evaluated(period.train);
  const yearBefore = evaluated(period.yearBefore);
  const tested = period.test === null ? null : evaluated(period.test);
  const answers = [trained, yearBefore, ...(tested === null ? [] : [tested])];
  const withheld = Uint8Array.from(trained.areas.count, (_, area) => (answers.some(({ areas }) => areas.count[area] === SUPPRESSED) ? 1 : 0));
  const left = withheld.map((one, area) => (one === 1 || trained.areas.inPlace[area] !== 1 || trained.areas.rateReason[area] === REASON.notCovered ? 1 : 0));
  const counts = (answer: Evaluation): Float64Array => Float64Array.from(answer.areas.count, (count, area) => (left[area] === 1 ? Number.NaN : count));
  return {
    events: tested && counts(tested), scores: scoresOf(request, input, trained, counts(trained), counts(yearBefore), period.train), left, withheld,
    harm: weighted && periodHarm(weighted, request.selection, period, left, under),
  };
}

function scoresOf(request: BacktestRequest, input: HotspotInput, trained: Evaluation, counts: Float64Array, yearBefore: Float64Array, train: MonthSpan): PeriodScores['scores'] {
  const { pack } = input;
  const { personYears, dsrClass, rateClass } = trained.areas;
  const classes = entryOf(pack, request.dataSet).fields.age ? dsrClass : rateClass;
  const most = counts.reduce((found, count) => (count > found ? count : found), 0);
  return {
    count: counts,
    rate: counts.map((count, area) => ((personYears[area] ?? 0) > 0 ? count / (personYears[area] ?? 0) : Number.NaN)),
    class: counts.map((count, area) => (classes[area] === CLASS.higher ? most + 1 + count : count)),
    'gi-star': getisOrd(counts, neighboursOf(pack, request.neighbours), { style: 'binary', includeSelf: true }).z,
    'kernel-density': densities(request, input, counts, train),
    'last-year': yearBefore,
  };
}

function densities(request: BacktestRequest, input: HotspotInput, counts: Float64Array, train: MonthSpan): Float64Array {
  const inside = insidePoints(input.pack);
  const usePoints = input.points.of !== null && densityFrom(request, input) === 'points';
  const events = usePoints && input.points.of !== null ? input.points.of({ ...request.selection, period: train }) : { ...inside, weights: counts.map((count) => (Number.isNaN(count) ? 0 : count)) };
  const found = densitiesAt(surfaceOver(events, inside, { ...DEFAULT_SURFACE, cellMetres: fittingCell(inside, DEFAULT_SURFACE) }), inside);
  return found.map((density, area) => (Number.isNaN(counts[area]) ? Number.NaN : density));
}
