import { byarLimits } from '../statistics/countLimits.ts';
import { countRanges } from './boundsGuard.ts';
import { MULTIPLIER } from './rates.ts';
import { toOneDecimal } from './shownRates.ts';

/** Victims by age of a group whose standardised rate is shown beside them; lists by band, of the bands in the rate. */
export interface AgesBesideRate {
  readonly victims: ArrayLike<number>;
  /** 1 for bands that are not shown. */
  readonly hidden: ArrayLike<number>;
  readonly personYears: ArrayLike<number>;
  /** Weights of the standard population. */
  readonly standard: ArrayLike<number>;
}

/** Victims moved from band to band, by the place in a list of bands: their sum, and so the rate's events, stays. */
type Move = readonly number[];

/** Moves between three and four bands; two bands are tried at every size. */
const MOVES: Readonly<Record<number, readonly Move[]>> = {
  3: [[1, 1, -2], [1, -2, 1], [-2, 1, 1], [-1, -1, 2], [-1, 2, -1], [2, -1, -1]],
  4: [[1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1], [-1, -1, 1, 1], [-1, 1, -1, 1], [-1, 1, 1, -1]],
};

/** The limits a reader may turn to: each rounding tells a little more of the same variance. */
const CONFIDENCES = [0.95, 0.998];

/**
 * Whether every hidden band could hold another number of victims with the same sum, the same standardised rate and the
 * same limits to one decimal, at either level. The rate is a weighted sum of the bands and its limits tell a second
 * one, so that a few hidden bands follow from them: such a chart cannot stand beside its rate.
 *
 * True only where such numbers are found for every band, within what may be known of it (`countRanges`): moves of
 * victims between two bands, and of one or two between three and four, are tried; what lies further is not looked for,
 * so that the answer may be false where a longer search would find some.
 */
export function agesStayOpen({ victims, hidden, personYears, standard }: AgesBesideRate, threshold: number): boolean {
  const { lower, upper } = countRanges(victims, hidden, threshold);
  const bands = Array.from(victims, (_, band) => band).filter((band) => lower[band]! < upper[band]!);
  const weights = Array.from(standard).reduce((sum, weight) => sum + weight, 0);
  const rateOf = Float64Array.from(victims, (_, band) => (personYears[band]! > 0 ? standard[band]! / personYears[band]! / weights : 0));
  const sums = { events: 0, rate: 0, variance: 0 };
  Array.from(victims).forEach((count, band) => {
    sums.events += count;
    sums.rate += count * rateOf[band]!;
    sums.variance += count * rateOf[band]! ** 2;
  });
  const looksTheSame = comparer(sums);
  const open = new Set<number>();
  const tryMove = (places: readonly number[], move: Move, times: number): void => {
    let rate = sums.rate;
    let variance = sums.variance;
    for (let i = 0; i < places.length; i += 1) {
      const band = places[i]!;
      const change = move[i]! * times;
      const count = victims[band]! + change;
      if (count < lower[band]! || count > upper[band]!) return;
      rate += change * rateOf[band]!;
      variance += change * rateOf[band]! ** 2;
    }
    if (looksTheSame(rate, variance)) for (const band of places) open.add(band);
  };
  const done = (): boolean => bands.every((band) => open.has(band));
  forEachChoice(bands, 2, (pair) => {
    for (let times = 1; times <= MOST_MOVED; times += 1) {
      tryMove(pair, [1, -1], times);
      tryMove(pair, [-1, 1], times);
    }
  });
  for (const size of [3, 4]) {
    if (done()) return true;
    forEachChoice(bands, size, (places) => {
      // Nothing more to learn where all of them are known to be open.
      if (places.every((band) => open.has(band))) return;
      for (const move of MOVES[size]!) tryMove(places, move, 1);
    });
  }
  return Array.from(victims).every((count, band) => hidden[band] !== 1 || count === 0 || open.has(band));
}

/** More victims than this are not moved at once between two bands. */
const MOST_MOVED = 20;

/** Whether another rate and variance (per person-year) show the same value and limits. */
function comparer({ events, rate, variance }: { readonly events: number; readonly rate: number; readonly variance: number }): (rate: number, variance: number) => boolean {
  const limits = CONFIDENCES.map((confidence) => byarLimits(events, confidence));
  const shown = (value: number, spread: number): number[] => {
    const scale = Math.sqrt(spread / events);
    return [value, ...limits.flatMap(({ lower, upper }) => [value + scale * (lower - events), value + scale * (upper - events)])].map((one) => toOneDecimal(one * MULTIPLIER));
  };
  const truth = shown(rate, variance);
  return (value, spread) => toOneDecimal(value * MULTIPLIER) === truth[0] && shown(value, spread).every((one, i) => one === truth[i]);
}

/** Every choice of `size` of the items, in order. */
function forEachChoice(items: readonly number[], size: number, visit: (choice: readonly number[]) => void, from = 0, chosen: readonly number[] = []): void {
  if (chosen.length === size) {
    visit(chosen);
    return;
  }
  for (let i = from; i < items.length; i += 1) forEachChoice(items, size, visit, i + 1, [...chosen, items[i]!]);
}
