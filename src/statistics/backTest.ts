import { bootstrapMean, type BootstrapMean } from './bootstrap.ts';
import { sum } from './presentValues.ts';
import { chooseAreas, predictionAccuracy, type Accuracy, type AccuracyReason, type Choice } from './prediction.ts';
import { randomBaseline, type RandomBaseline } from './randomBaseline.ts';
import type { RandomSource } from './seededRandom.ts';

/**
 * Scores of one method by period, made from that period and earlier ones only; null where the method had too little to
 * go by.
 */
export type MethodScores = readonly (ArrayLike<number> | null)[];

export interface BackTestInput {
  /** Events by period (earliest first), then by area. */
  readonly counts: readonly ArrayLike<number>[];
  /** Surface of each area in km2. */
  readonly surfaces: ArrayLike<number>;
  readonly methods: Readonly<Record<string, MethodScores>>;
  readonly choice: Choice;
  readonly confidence?: number;
  /** Random choices that make the baseline's interval in each round. Default 999. */
  readonly draws?: number;
  /** Seeded by the caller. */
  readonly random: RandomSource;
}

/** One step of the rolling test: chosen by the scores of period `trained`, judged by the events of the next. */
export interface Round {
  readonly trained: number;
  readonly judged: number;
  readonly accuracy: Readonly<Record<string, Accuracy>>;
  readonly random: RandomBaseline;
}

export interface MethodSummary {
  /** Means over the rounds with bootstrap intervals. */
  readonly capture: BootstrapMean | null;
  readonly pai: BootstrapMean | null;
  readonly pei: BootstrapMean | null;
  /** Share of the events of all rounds together that was held. */
  readonly pooledCapture: number | null;
}

/** `no-scores`: some method had none before that period. */
export type SkipReason = AccuracyReason | 'no-scores';

export interface BackTest {
  readonly rounds: readonly Round[];
  readonly methods: Readonly<Record<string, MethodSummary>>;
  /** Periods that judge nothing: without events, or without scores of some method before them. */
  readonly skipped: readonly { readonly judged: number; readonly reason: SkipReason }[];
}

/**
 * Back-test of methods that name places: each chooses by its scores of one period and is judged on the next, rolling
 * over all periods, so that no choice is ever judged on what it was made from. All methods share the same rounds: a
 * period counts only where every method had scores. Compare with `random` and with last year's places
 * (`lastYearScores`) as a method of its own.
 *
 * Rounds overlap in what their scores were made from, so intervals over rounds are somewhat too narrow. Throws
 * RangeError where the scores of a method do not have one entry by period, and as `chooseAreas` and
 * `predictionAccuracy`. Source: Chainey, Tompson and Uhlig (2008); Hunt (2016); rolling origin: Tashman, Int. J.
 * Forecasting 16 (2000), 437-450.
 */
export function backTest(input: BackTestInput): BackTest {
  const { counts, surfaces, methods, choice, confidence = 0.95, draws = 999, random } = input;
  const names = Object.keys(methods);
  for (const name of names) {
    if (methods[name]?.length !== counts.length) throw new RangeError(`${name} has scores for ${methods[name]?.length ?? 0} periods, not ${counts.length}.`);
  }
  const rounds: Round[] = [];
  const skipped: { judged: number; reason: SkipReason }[] = [];
  for (let trained = 0; trained + 1 < counts.length; trained += 1) {
    const judged = trained + 1;
    const round = accuracies(input, names, trained);
    if (typeof round === 'string') skipped.push({ judged, reason: round });
    else rounds.push({ trained, judged, accuracy: round, random: randomBaseline(counts[judged] ?? [], surfaces, choice, { confidence, draws, random }) });
  }
  const summary = (name: string): MethodSummary => {
    const found = rounds.flatMap(({ accuracy }) => accuracy[name] ?? []);
    const mean = (of: 'capture' | 'pai' | 'pei'): BootstrapMean | null => bootstrapMean(found.map((one) => one[of]), confidence, random);
    const events = sum(found.map((one) => one.events));
    const pooledCapture = events === 0 ? null : sum(found.map((one) => one.captured)) / events;
    return { capture: mean('capture'), pai: mean('pai'), pei: mean('pei'), pooledCapture };
  };
  return { rounds, skipped, methods: Object.fromEntries(names.map((name) => [name, summary(name)])) };
}

function accuracies(
  { counts, surfaces, methods, choice }: BackTestInput, names: readonly string[], trained: number,
): Record<string, Accuracy> | SkipReason {
  const found: Record<string, Accuracy> = {};
  for (const name of names) {
    const scores = methods[name]?.[trained];
    if (scores === null || scores === undefined) return 'no-scores';
    const accuracy = predictionAccuracy(chooseAreas(scores, surfaces, choice), counts[trained + 1] ?? [], surfaces);
    if (accuracy.reason !== null) return accuracy.reason;
    found[name] = accuracy;
  }
  return found;
}

/**
 * "Last year's top" as a method: by period, each area's events of the last `periodsPerYear` periods up to and including
 * it; null before a whole year is there.
 */
export function lastYearScores(counts: readonly ArrayLike<number>[], periodsPerYear: number): MethodScores {
  if (!(Number.isInteger(periodsPerYear) && periodsPerYear >= 1)) throw new RangeError(`A year has a whole number of periods, not ${periodsPerYear}.`);
  return counts.map((now, period) => (period + 1 < periodsPerYear ? null : Float64Array.from(now, (_, area) => (
    counts.slice(period + 1 - periodsPerYear, period + 1).reduce((total, one) => total + (one[area] ?? Number.NaN), 0)))));
}
