import { EMERGING_CLASS, STEP_STATE, type HotspotRequest, type MonthSpan, type RunFinding, type TestedValue } from '../model/hotspots.ts';
import { CLASS } from '../model/measures.ts';
import { SUPPRESSED } from '../model/results.ts';
import { emergingHotSpots, type SteppedHotSpots } from '../statistics/hotSpotSeries.ts';
import type { EmergingHotSpot, EmergingPattern } from '../statistics/emergingHotSpots.ts';
import { persistence, type PeriodClass } from '../statistics/persistence.ts';
import { runChart } from '../statistics/runChart.ts';
import type { NeighbourLists } from '../statistics/spatialWeights.ts';
import { giStar, isCold, isHot } from './giStar.ts';
import type { HotspotInput } from './input.ts';
import { neighbourChances } from './permutations.ts';
import { valuesOf } from './tested.ts';

/** What of every step is kept, by step. */
export interface SeriesCounts {
  /** By area; NaN where not tested or withheld. An area withheld in some step has no count in any. */
  readonly counts: readonly Float64Array[];
  readonly personYears: readonly Float64Array[];
  readonly classes: readonly (readonly PeriodClass[])[];
  /** Areas that are tested, but withheld in some step. */
  readonly withheld: number;
}

/**
 * Counts and classes step by step; yields after each. Where an area's count of one step is withheld, all of its steps
 * are: with the others and the whole period's count it could be worked out.
 */
export function* seriesCounts(request: HotspotRequest, input: HotspotInput, steps: readonly MonthSpan[], tested: Uint8Array): Generator<void, SeriesCounts, void> {
  const { selection, confidence, benchmark, settings } = request;
  const hidden = new Uint8Array(tested.length);
  const counts: Float64Array[] = [];
  const personYears: Float64Array[] = [];
  const classes: PeriodClass[][] = [];
  for (const period of steps) {
    const { areas } = input.evaluate(request.dataSet, { ...selection, period }, { confidence, benchmark });
    areas.count.forEach((count, area) => { if (count === SUPPRESSED && tested[area] === 1) hidden[area] = 1; });
    counts.push(Float64Array.from(areas.count, (count, area) => (tested[area] === 1 && count !== SUPPRESSED ? count : Number.NaN)));
    personYears.push(areas.personYears.slice());
    const codes = settings.value === 'dsr' ? areas.dsrClass : areas.rateClass;
    classes.push(Array.from(codes, (code, area) => (tested[area] === 1 ? periodClass(code) : null)));
    yield;
  }
  for (const column of counts) hidden.forEach((one, area) => { if (one === 1) column[area] = Number.NaN; });
  return { counts, personYears, classes, withheld: hidden.reduce((sum, one) => sum + one, 0) };
}

function periodClass(code: number): PeriodClass {
  if (code === CLASS.higher) return 'higher';
  if (code === CLASS.lower) return 'lower';
  return code === CLASS.similar ? 'similar' : null;
}

/** Counts as they are sent: `area * steps + step`, SUPPRESSED where not tested or withheld. */
export function seriesColumn({ counts }: Pick<SeriesCounts, 'counts'>, areas: number): Uint32Array {
  const series = new Uint32Array(areas * counts.length).fill(SUPPRESSED);
  counts.forEach((column, step) => column.forEach((count, area) => {
    if (!Number.isNaN(count)) series[area * counts.length + step] = count;
  }));
  return series;
}

/** Run charts of the counts, by area; null where fewer than 10 steps are counted. */
export function runsOf({ counts }: Pick<SeriesCounts, 'counts'>, areas: number): (RunFinding | null)[] {
  return Array.from({ length: areas }, (_, area) => {
    const chart = runChart(counts.map((column) => column[area] ?? Number.NaN));
    if (chart.median === null) return null;
    const { median, shifts, trends, longestRun, longestUsual, unusual } = chart;
    return { median, shifts, trends, longestRun, longestUsual, unusual };
  });
}

/** Values of single steps: standardised rates of a quarter rest on too few events, so smoothed ones stand for them. */
export function steppedValue(value: TestedValue): Exclude<TestedValue, 'dsr'> {
  return value === 'dsr' ? 'smoothed-rate' : value;
}

/** Gi* of every step by itself, hot and cold after the request's correction; yields after each step. */
export function* steppedGiStar({ settings }: HotspotRequest, series: SeriesCounts, lists: NeighbourLists): Generator<void, SteppedHotSpots, void> {
  const z: Float64Array[] = [];
  const states: Int8Array[] = [];
  for (const [step, counts] of series.counts.entries()) {
    const values = valuesOf(counts, series.personYears[step] ?? new Float64Array(counts.length), steppedValue(settings.value));
    const found = giStar(values, lists, settings.correction, neighbourChances(values, lists, settings.seed));
    z.push(found.z);
    states.push(Int8Array.from(found.classes, (code) => (isHot(code) ? 1 : isCold(code) ? -1 : 0)));
    yield;
  }
  return { z, states };
}

/** STEP_STATE codes as they are sent: `area * steps + step`. */
export function stateColumn({ z, states }: SteppedHotSpots, areas: number): Uint8Array {
  const column = new Uint8Array(areas * z.length).fill(STEP_STATE.notTested);
  z.forEach((scores, step) => scores.forEach((score, area) => {
    const state = states[step]?.[area] ?? 0;
    if (!Number.isNaN(score)) column[area * z.length + step] = state > 0 ? STEP_STATE.hot : state < 0 ? STEP_STATE.cold : STEP_STATE.neither;
  }));
  return column;
}

const CLASS_OF: Readonly<Record<EmergingPattern, number>> = {
  new: EMERGING_CLASS.newHotspot, consecutive: EMERGING_CLASS.consecutive, intensifying: EMERGING_CLASS.intensifying, persistent: EMERGING_CLASS.persistent,
  diminishing: EMERGING_CLASS.diminishing, sporadic: EMERGING_CLASS.sporadic, oscillating: EMERGING_CLASS.oscillating, historical: EMERGING_CLASS.historical,
};

export interface EmergingColumns {
  readonly emergingClass: Uint8Array;
  readonly hotSteps: Uint16Array;
}

export function emergingColumns(stepped: SteppedHotSpots, areas: number): EmergingColumns {
  const found = stepped.z.length === 0 ? [] : emergingHotSpots(stepped);
  return {
    emergingClass: Uint8Array.from({ length: areas }, (_, area) => codeOf(found[area])),
    hotSteps: Uint16Array.from({ length: areas }, (_, area) => found[area]?.hotSteps ?? 0),
  };
}

function codeOf(found: EmergingHotSpot | undefined): number {
  if (found === undefined || found.reason !== null) return EMERGING_CLASS.notTested;
  if (found.pattern === null) return EMERGING_CLASS.noPattern;
  return found.side === 'cold' ? EMERGING_CLASS.cold : CLASS_OF[found.pattern];
}

/** Badges count at most so many of the last steps. */
const WINDOW = 12;

export interface PersistenceColumns {
  readonly higherSteps: Uint16Array;
  readonly classedSteps: Uint16Array;
  readonly persistenceSteps: number;
}

/** Steps among the last 12 in which each area's class was "higher", and in which it had one. */
export function persistenceColumns({ classes }: Pick<SeriesCounts, 'classes'>, areas: number): PersistenceColumns {
  const persistenceSteps = Math.min(WINDOW, classes.length);
  const found = persistenceSteps === 0 ? [] : persistence(classes, persistenceSteps);
  return {
    higherSteps: Uint16Array.from({ length: areas }, (_, area) => found[area]?.higher ?? 0),
    classedSteps: Uint16Array.from({ length: areas }, (_, area) => found[area]?.known ?? 0), persistenceSteps,
  };
}

/** What a step is called. */
export function stepWords({ settings }: HotspotRequest): { readonly one: string; readonly many: string } {
  return settings.stepMonths === 3 ? { one: 'quarter', many: 'quarters' } : { one: 'month', many: 'months' };
}
