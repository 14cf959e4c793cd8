/** Words of the back-test: which way of picking places would have held most of the next period's events. */
import { DEFAULT_HARM_WEIGHTS, type HarmWeights } from './harm.ts';
import type { MonthSpan, NeighbourRule } from './hotspots.ts';
import type { Selection } from './selection.ts';

/** How places are picked for the next period. */
export const PREDICTION_METHODS = [
  { id: 'count', title: 'Most events' },
  { id: 'rate', title: 'Highest crude rate' },
  { id: 'class', title: 'Significantly higher rate, most events first' },
  { id: 'gi-star', title: 'Highest Gi*' },
  { id: 'kernel-density', title: 'Highest kernel density' },
  { id: 'harm', title: 'Most harm (weighted events)' },
  { id: 'last-year', title: 'Last year’s top (baseline)' },
  { id: 'random', title: 'Drawn at random (baseline)' },
] as const;
export type PredictionMethod = (typeof PREDICTION_METHODS)[number]['id'];

export interface BacktestRequest {
  readonly pack: string;
  readonly dataSet: string;
  readonly selection: Selection;
  /** How many areas are picked, or the share of the county's surface. */
  readonly pick: { readonly kind: 'areas'; readonly areas: number } | { readonly kind: 'surface'; readonly share: number };
  /** Months of a training and of a test period. */
  readonly trainMonths: number;
  readonly testMonths: number;
  readonly neighbours: NeighbourRule;
  readonly harmWeights: HarmWeights;
  readonly seed: number;
}

/** A mean over the test periods with its 95% interval (seeded bootstrap over periods). */
export interface MeanInterval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface MethodResult {
  readonly method: PredictionMethod;
  readonly title: string;
  /** Share of the next period's events in the areas picked, 0 to 1. */
  readonly capture: MeanInterval;
  readonly pai: MeanInterval;
  readonly pei: MeanInterval;
  /** By test period. */
  readonly captures: Float64Array;
  /** The same of weighted events: share of the next period's harm. Null where no weights apply. */
  readonly harm: { readonly capture: MeanInterval; readonly pai: MeanInterval; readonly pei: MeanInterval } | null;
  /** Why it could not be tried; null where it was. */
  readonly problem: string | null;
}

/** The method that captured most, and how much more than the next; `clear` where chance does not explain the lead. */
export interface BestPicks {
  readonly method: PredictionMethod;
  readonly overNext: MeanInterval;
  readonly next: PredictionMethod;
  readonly clear: boolean;
}

/** What the weights rest on, in the last training period. */
export interface HarmWeighed {
  readonly problem: null;
  readonly subgroups: readonly { readonly title: string; readonly weight: number; readonly events: number; /** Of all weight, 0 to 1. */ readonly share: number }[];
  readonly events: number;
  /** The fewest events, heaviest first, that make up half of all weight. */
  readonly eventsForHalf: number;
  /** As `BacktestAnswer.best`, by the share of harm. */
  readonly best: BestPicks | null;
}

export interface BacktestAnswer {
  readonly request: BacktestRequest;
  readonly periods: readonly { readonly train: MonthSpan; readonly test: MonthSpan; readonly events: number }[];
  readonly methods: readonly MethodResult[];
  /** The method that captured most, and how sure that is; null where nothing could be tried. */
  readonly best: BestPicks | null;
  /** Why events cannot be weighted, or what the weights rest on. */
  readonly harm: HarmWeighed | { readonly problem: string };
  /** Area numbers that each method would pick now, from the last training period, best first. */
  readonly picks: Readonly<Partial<Record<PredictionMethod, readonly number[]>>>;
  readonly notes: readonly string[];
}

/** Kernel densities that places are ranked by in the back-test. */
export const DEFAULT_SURFACE = { bandwidthMetres: 1000, cellMetres: 250 } as const;

/** What the reader chooses of a back-test; kept in the address. */
export type BacktestSettings = Omit<BacktestRequest, 'pack' | 'dataSet' | 'selection'>;

export const DEFAULT_BACKTEST_SETTINGS: BacktestSettings = { pick: { kind: 'areas', areas: 20 }, trainMonths: 12, testMonths: 3, neighbours: { kind: 'queen' }, harmWeights: DEFAULT_HARM_WEIGHTS, seed: 20191 };
