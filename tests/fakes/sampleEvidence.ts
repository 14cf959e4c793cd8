import type { DrawnFigures } from '../../src/model/drawnAreas.ts';
import { COUNTY_BENCHMARK } from '../../src/model/benchmark.ts';
import { type BacktestAnswer, DEFAULT_BACKTEST_SETTINGS } from '../../src/model/backtest.ts';
import { CHANGE_CLASS, DEFAULT_HOTSPOT_SETTINGS, EMERGING_CLASS, GI_CLASS, type HotspotAnswer, type HotspotColumns, MORAN_CLASS, type RunFinding, STEP_STATE, TESTED_WHY } from '../../src/model/hotspots.ts';
import { SUPPRESSED } from '../../src/model/results.ts';
import { EVERYTHING } from '../../src/model/selection.ts';

/** Answers for the five areas of samplePack(): two hot, one cold, one plain, one withheld. Made up, but consistent with itself. */

const NONE = Number.NaN;

export const COLUMNS: HotspotColumns = {
  tested: Uint8Array.of(1, 1, 1, 1, 0), testedWhy: Uint8Array.of(0, 0, 0, 0, TESTED_WHY.withheld), value: Float64Array.of(50, 30, 15, 5, NONE),
  giStar: Float64Array.of(3.21, 2.5, 0.4, -2.2, NONE), giStarP: Float64Array.of(0.0004, 0.012, 0.7, 0.03, NONE), giStarAdjustedP: Float64Array.of(0.0016, 0.024, 0.7, 0.04, NONE),
  giStarClass: Uint8Array.of(GI_CLASS.hot99, GI_CLASS.hot95, GI_CLASS.notSignificant, GI_CLASS.cold95, 0),
  moran: Float64Array.of(1.1, 0.8, 0, 0.5, NONE), moranP: Float64Array.of(0.01, 0.02, 0.5, 0.03, NONE), moranAdjustedP: Float64Array.of(0.02, 0.03, 0.5, 0.04, NONE),
  moranClass: Uint8Array.of(MORAN_CLASS.highHigh, MORAN_CLASS.highLow, MORAN_CLASS.notSignificant, MORAN_CLASS.lowLow, 0),
  emergingClass: Uint8Array.of(EMERGING_CLASS.sporadic, EMERGING_CLASS.intensifying, EMERGING_CLASS.noPattern, EMERGING_CLASS.cold, 0), hotSteps: Uint16Array.of(5, 11, 0, 0, 0),
  higherSteps: Uint16Array.of(9, 3, 0, 0, 0), classedSteps: Uint16Array.of(12, 12, 8, 0, 0),
  ratio: Float64Array.of(1.34, 0.9, 0.52, NONE, NONE), ratioLower: Float64Array.of(1.1, 0.7, 0.3, NONE, NONE), ratioUpper: Float64Array.of(1.62, 1.2, 0.84, NONE, NONE), ratioAdjustedP: Float64Array.of(0.01, 0.6, 0.02, NONE, NONE),
  changeClass: Uint8Array.of(CHANGE_CLASS.higher, CHANGE_CLASS.similar, CHANGE_CLASS.lower, CHANGE_CLASS.fewerThan10, 0),
  survives: Uint8Array.of(3, 4, 0, 0, 0), unitsTested: Uint8Array.of(4, 4, 3, 4, 0),
};

/** The month so many after January 2021. */
const month = (after: number): string => `${2021 + Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, '0')}`;

const STEPS = Array.from({ length: 12 }, (_, quarter) => ({ from: month(quarter * 3), to: month(quarter * 3 + 2) }));

/** The first area is hot in its last five steps and cold in its first. */
const STATES = Uint8Array.from({ length: 60 }, (_, at) => (at >= 48 ? STEP_STATE.notTested : at === 0 ? STEP_STATE.cold : at >= 7 && at < 12 ? STEP_STATE.hot : STEP_STATE.neither));
const RUNS: RunFinding = { median: 7, shifts: [{ first: 6, last: 11, direction: 'up' }], trends: [{ first: 0, last: 11, direction: 'up' }], longestRun: 9, longestUsual: 6, unusual: true };

export function sampleHotspots(change: Partial<HotspotAnswer> = {}): HotspotAnswer {
  return {
    request: { pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, confidence: 95, benchmark: COUNTY_BENCHMARK, settings: DEFAULT_HOTSPOT_SETTINGS, drawnAreas: [] },
    columns: COLUMNS, neighbours: { mean: 2.4, isolates: 0, components: 1 }, global: { moran: 0.312, expected: -0.3333, z: 3.1, p: 0.0019 }, permutations: 999,
    concentration: { lorenz: { areas: Float64Array.of(0, 0.25, 0.5, 0.75, 1), events: Float64Array.of(0, 0.5, 0.8, 0.95, 1) }, topFifth: 0.4, fewestForHalf: 1, gini: 0.375, areas: 4, events: 100 },
    steps: STEPS, series: Uint32Array.from({ length: 60 }, (_, at) => (at >= 48 || at === 3 ? SUPPRESSED : (at % 12) + 1)), stepStates: STATES, runs: [RUNS, null, null, null, null], persistenceSteps: 12,
    change: { before: { from: '2022-01', to: '2022-12' }, after: { from: '2023-01', to: '2023-12' } },
    units: [
      { id: 'lsoa', title: 'Areas (LSOA)', units: 4, hot: 2, share: 0.8, problem: null, hotUnits: [{ title: 'Luton 001A', count: 50, z: 3.21 }, { title: 'Luton 001B', count: 30, z: 2.5 }] },
      { id: 'hub', title: 'Community hub areas', units: 0, hot: 0, share: NONE, problem: 'This pack has no hubs.', hotUnits: [] },
    ],
    drawn: { figures: [], notes: [] }, excluded: [{ reason: 'Withheld under the sharing agreement', areas: 1 }], notes: ['A note.'], ...change,
  };
}

/** A drawn area that takes the first and the third area. */
export function sampleDrawn(change: Partial<DrawnFigures> = {}): DrawnFigures {
  return {
    name: 'High Town', members: [0, 2], withheld: 0, countedBy: 'points', count: 61, perKm2: 122, rate: 4321, share: 0.61, comparedBy: 'residents',
    ratio: 2.5, ratioLower: 2.1, ratioUpper: 2.97, p: 0.0001, adjustedP: 0.0002, side: 'higher', problem: null, ...change,
  };
}

const interval = (value: number, by: number) => ({ value, lower: value - by, upper: value + by });

export function sampleBacktest(change: Partial<BacktestAnswer> = {}): BacktestAnswer {
  return {
    request: { pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, ...DEFAULT_BACKTEST_SETTINGS },
    periods: [{ train: { from: '2021-01', to: '2021-12' }, test: { from: '2022-01', to: '2022-03' }, events: 40 }, { train: { from: '2021-04', to: '2022-03' }, test: { from: '2022-04', to: '2022-06' }, events: 44 }],
    methods: [
      { method: 'count', title: 'Most events', capture: interval(0.31, 0.03), pai: interval(4.1, 0.4), pei: interval(0.8, 0.05), captures: Float64Array.of(0.3, 0.32), harm: null, problem: null },
      { method: 'last-year', title: 'Last year’s top (baseline)', capture: interval(0.29, 0.03), pai: interval(3.9, 0.4), pei: interval(0.75, 0.05), captures: Float64Array.of(0.28, 0.3), harm: null, problem: null },
      { method: 'kernel-density', title: 'Highest kernel density', capture: interval(NONE, 0), pai: interval(NONE, 0), pei: interval(NONE, 0), captures: new Float64Array(0), harm: null, problem: 'No points.' },
      { method: 'random', title: 'Drawn at random (baseline)', capture: interval(0.1, 0.05), pai: interval(1, 0.5), pei: interval(0.2, 0.01), captures: Float64Array.of(0.1, 0.1), harm: null, problem: null },
    ],
    best: { method: 'count', overNext: { value: 0.02, lower: -0.01, upper: 0.05 }, next: 'last-year', clear: false },
    harm: { problem: 'No subgroups.' },
    picks: { count: [1, 0] }, notes: ['Rolling.'], ...change,
  };
}
