/**
 * Words of the hotspot tests: which concentrations are real, lasting, growing. One request is one filter on one data
 * set; its answer holds every test, so that the views cannot show tests of different filters side by side.
 */
import type { Benchmark } from './benchmark.ts';
import type { DrawnArea, DrawnFigures } from './drawnAreas.ts';
import type { Confidence } from './measures.ts';
import type { Selection } from './selection.ts';

/** What is tested. Smoothed rates are empirical Bayes ones (Marshall), for areas of few residents. */
export const TESTED_VALUES = [
  { id: 'count', title: 'Counts' },
  { id: 'rate', title: 'Crude rates' },
  { id: 'smoothed-rate', title: 'Smoothed rates (empirical Bayes)' },
  { id: 'dsr', title: 'Directly standardised rates' },
] as const;
export type TestedValue = (typeof TESTED_VALUES)[number]['id'];

/** Which areas are neighbours: those that share a corner (queen) or an edge (rook), the nearest k, or all within a distance of their inside points. */
export type NeighbourRule =
  | { readonly kind: 'queen' }
  | { readonly kind: 'rook' }
  | { readonly kind: 'nearest'; readonly k: number }
  | { readonly kind: 'distance'; readonly metres: number };

/** Benjamini-Hochberg over all areas tested, or each area by itself. */
export type Correction = 'fdr' | 'none';

export interface HotspotSettings {
  readonly value: TestedValue;
  readonly neighbours: NeighbourRule;
  readonly correction: Correction;
  /** Seed of all random arrangements: every test starts from it anew, so that one can be repeated by itself. Shown and in the address. */
  readonly seed: number;
  /** Width of a hexagon in metres (between two opposite sides), for the comparison of units. */
  readonly hexagonMetres: number;
  /** Months of one step of the time series: 1 or 3. */
  readonly stepMonths: 1 | 3;
  /** The periods that change compares, whatever period the filter has; null: the last twelve months held and the twelve before. */
  readonly compared: ComparedPeriods | null;
}

/** The later one begins after the earlier one has ended. */
export interface ComparedPeriods {
  readonly before: MonthSpan;
  readonly after: MonthSpan;
}

export const DEFAULT_HOTSPOT_SETTINGS: HotspotSettings = {
  value: 'count', neighbours: { kind: 'queen' }, correction: 'fdr', seed: 20191, hexagonMetres: 500, stepMonths: 3, compared: null,
};

export interface HotspotRequest {
  readonly pack: string;
  readonly dataSet: string;
  readonly selection: Selection;
  /** Of the classes that persistence counts, and of the limits of change. */
  readonly confidence: Confidence;
  /** What "higher" of persistence is higher than. */
  readonly benchmark: Benchmark;
  readonly settings: HotspotSettings;
  /** Areas of the reader's own, on which the same events are compared; [] for none. */
  readonly drawnAreas: readonly DrawnArea[];
}

/** Why an area is not tested. Codes are what the worker sends. */
export const TESTED_WHY = { tested: 0, outsidePlaces: 1, notCovered: 2, withheld: 3, fewerThan10: 4, noResidents: 5, noRate: 6 } as const;
export type TestedWhy = (typeof TESTED_WHY)[keyof typeof TESTED_WHY];
/** The same as a reader sees them, by code. */
export const TESTED_WHY_TITLES: readonly string[] = [
  'Tested', 'Outside the chosen places', 'Not covered by this data set', 'Withheld under the sharing agreement', 'Fewer than 10 events, so no standardised rate',
  'No residents held', 'No standardised rate: events in an age band without residents',
];

/** Gi* of an area. Codes are what the worker sends. Cold: low values among low values. */
export const GI_CLASS = { notTested: 0, cold99: 1, cold95: 2, notSignificant: 3, hot95: 4, hot99: 5 } as const;
/** Local Moran: high among high, low among low, high among low, low among high. */
export const MORAN_CLASS = { notTested: 0, notSignificant: 1, highHigh: 2, lowLow: 3, highLow: 4, lowHigh: 5 } as const;
/** Emerging hot spot categories (ESRI's definitions), hot ones only; cold ones are gathered in `cold`. */
export const EMERGING_CLASS = {
  notTested: 0, noPattern: 1, newHotspot: 2, consecutive: 3, intensifying: 4, persistent: 5, diminishing: 6, sporadic: 7, oscillating: 8, historical: 9, cold: 10,
} as const;
/** Gi* of an area in one step by itself. */
export const STEP_STATE = { notTested: 0, cold: 1, neither: 2, hot: 3 } as const;
/** Ratio of the later period's rate to the earlier one's, false discovery rate 5%. */
export const CHANGE_CLASS = { notTested: 0, fewerThan10: 1, lower: 2, similar: 3, higher: 4 } as const;

/** Columns by area number. NaN where an area is not tested; `testedWhy` says why. */
export interface HotspotColumns {
  /** 1 where the area enters the tests: in the chosen places, covered and not withheld, with a value. */
  readonly tested: Uint8Array;
  /** TESTED_WHY codes. */
  readonly testedWhy: Uint8Array;
  readonly value: Float64Array;
  readonly giStar: Float64Array;
  readonly giStarP: Float64Array;
  readonly giStarAdjustedP: Float64Array;
  readonly giStarClass: Uint8Array;
  readonly moran: Float64Array;
  /** Two-sided, of all arrangements of the other values, or of seeded ones and then never 0. */
  readonly moranP: Float64Array;
  readonly moranAdjustedP: Float64Array;
  readonly moranClass: Uint8Array;
  readonly emergingClass: Uint8Array;
  /** Steps in which the area was a significant hot spot (Gi*). */
  readonly hotSteps: Uint16Array;
  /** Steps in which the area's rate was significantly higher than the benchmark's, of the last `persistenceSteps`. */
  readonly higherSteps: Uint16Array;
  /** Steps of those in which the area had a class at all: "higher in 9 of 11"; the others had too few events or a withheld rate. */
  readonly classedSteps: Uint16Array;
  /** Ratio of the two periods of `change`, with limits. */
  readonly ratio: Float64Array;
  readonly ratioLower: Float64Array;
  readonly ratioUpper: Float64Array;
  readonly ratioAdjustedP: Float64Array;
  readonly changeClass: Uint8Array;
  /** Kinds of units (LSOA, ward, hub, hexagons, and drawn areas where it lies in one) in which the place of the area is a significant hot spot, of those that could be tested. */
  readonly survives: Uint8Array;
  readonly unitsTested: Uint8Array;
}

export interface MonthSpan {
  /** "YYYY-MM", both included. */
  readonly from: string;
  readonly to: string;
}

/** One kind of unit, tested on the same events. */
export interface UnitTest {
  readonly id: 'lsoa' | 'ward' | 'hub' | 'hexagon' | 'drawn';
  readonly title: string;
  /** Units tested and hot among them. */
  readonly units: number;
  readonly hot: number;
  /** Share of the events in the hot ones, 0 to 1; NaN without events. */
  readonly share: number;
  /** Why it could not be tested; null where it was. */
  readonly problem: string | null;
  /** The hot units: title, count and Gi*; z is NaN for drawn areas, which are tested another way. */
  readonly hotUnits: readonly { readonly title: string; readonly count: number; readonly z: number }[];
}

/** Steps by position, both included. */
export interface StepStretch {
  readonly first: number;
  readonly last: number;
  readonly direction: 'up' | 'down';
}

/** Run chart of an area's counts by step (statistics/runChart.ts); withheld steps are skipped. */
export interface RunFinding {
  readonly median: number;
  /** Six or more in a row on one side of the median; five or more in a row that rise or fall. */
  readonly shifts: readonly StepStretch[];
  readonly trends: readonly StepStretch[];
  /** The longest run on one side of the median, and how long one may be. */
  readonly longestRun: number;
  readonly longestUsual: number;
  /** A run longer than that, or fewer crossings than 95% of charts without a pattern have: about 1 chart in 20 by chance. */
  readonly unusual: boolean;
}

export interface HotspotAnswer {
  readonly request: HotspotRequest;
  readonly columns: HotspotColumns;
  readonly neighbours: { readonly mean: number; readonly isolates: number; readonly components: number };
  /** Global Moran's I under randomisation. Null with the reason in `notes`. */
  readonly global: { readonly moran: number; readonly expected: number; readonly z: number; readonly p: number } | null;
  /** Random arrangements that the p-values of Gi* and local Moran come from; 0: exact ones, of all arrangements. */
  readonly permutations: number;
  readonly concentration: {
    /** Shares of areas and of events, from the areas that hold most, both 0 to 1; starts at 0, 0. */
    readonly lorenz: { readonly areas: Float64Array; readonly events: Float64Array };
    /** Share of the events in the fifth of areas that holds most. */
    readonly topFifth: number;
    /** The fewest areas that hold half of the events. */
    readonly fewestForHalf: number;
    readonly gini: number;
    readonly areas: number;
    readonly events: number;
  };
  /** The steps of the series, whole ones only. */
  readonly steps: readonly MonthSpan[];
  /** Counts by `area * steps + step`; 0xffffffff (SUPPRESSED) where withheld. */
  readonly series: Uint32Array;
  /** STEP_STATE codes by `area * steps + step`; empty where the steps are too few to be tested. */
  readonly stepStates: Uint8Array;
  /** By area; null with fewer than 10 steps counted. */
  readonly runs: readonly (RunFinding | null)[];
  readonly persistenceSteps: number;
  /** The two periods compared: those asked for, or the last twelve months held and the twelve before; halves (a note says so) where there are fewer than 24; null with a single month, or where one of those asked for holds none. */
  readonly change: { readonly before: MonthSpan; readonly after: MonthSpan } | null;
  readonly units: readonly UnitTest[];
  /** Of the request's drawn areas, in their order. */
  readonly drawn: { readonly figures: readonly DrawnFigures[]; readonly notes: readonly string[] };
  /** Areas not tested, by reason. */
  readonly excluded: readonly { readonly reason: string; readonly areas: number }[];
  /** Plain sentences: what was done, what could not be, and why. */
  readonly notes: readonly string[];
}
