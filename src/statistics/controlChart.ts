import { checkAmount } from './rate.ts';
import { LEAST_POINTS } from './runChart.ts';

/** Standard deviations of the limits (Shewhart). */
const SIGMAS = 3;
/** Mean moving range of standard normal pairs, which turns a moving range into a standard deviation. */
const MEAN_RANGE_OF_TWO = 2 / Math.sqrt(Math.PI);

export interface ControlChart {
  /** All events over all exposure. */
  readonly centre: number;
  /** Events per exposure, by point; NaN without exposure. */
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Positions outside their limits. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** Laney's factor by which the limits are wider than chance alone would have them; 1 where not asked for. */
  readonly overdispersion: number;
  /** Points without exposure. */
  readonly missing: number;
  readonly reason: null;
}

export interface ControlChartOptions {
  /** `u`: events per exposure (person-time, nights), Poisson. `p`: share of a number of cases, binomial. */
  readonly kind: 'u' | 'p';
  /**
   * Limits are widened by how much the points vary beyond chance from one to the next (Laney's u' and p'). Violence
   * repeats on the same people and with the season, so large counts nearly always vary more than a Poisson's: without
   * it limits of large counts are too narrow.
   */
  readonly widened?: boolean;
}

/**
 * Control chart of events by period: centre line and 3 sigma limits by point, which follow its exposure. A lower limit
 * is never below 0, a p-chart's upper one never above 1. A point outside is a signal of a special cause; about 1 in 370
 * is by chance.
 *
 * Points without exposure (0) or with NaN are left out and counted. Fewer than 10 points: null with a reason. Throws
 * RangeError for negative amounts and, for `p`, events above their number of cases.
 * Source: Shewhart (1931); Montgomery, Statistical Quality Control; Laney, Quality Engineering 14 (2002), 531-537.
 */
export function controlChart(
  events: ArrayLike<number>, exposure: ArrayLike<number>, { kind, widened = false }: ControlChartOptions,
): ControlChart | { readonly centre: null; readonly missing: number; readonly reason: 'fewer-than-10-points' } {
  if (events.length !== exposure.length) throw new RangeError(`${events.length} counts and ${exposure.length} exposures do not match.`);
  const kept = Array.from(events).map((_, i) => i).filter((i) => isPoint(events[i], exposure[i], i, kind));
  const missing = events.length - kept.length;
  if (kept.length < LEAST_POINTS) return { centre: null, missing, reason: 'fewer-than-10-points' };
  const sum = (of: ArrayLike<number>): number => kept.reduce((total, i) => total + (of[i] ?? 0), 0);
  const centre = sum(events) / sum(exposure);
  const sigma = (i: number): number => Math.sqrt((kind === 'p' ? centre * (1 - centre) : centre) / (exposure[i] ?? Number.NaN));
  const scores = kept.map((i) => ((events[i] ?? 0) / (exposure[i] ?? 0) - centre) / sigma(i));
  const range = scores.slice(1).reduce((total, score, i) => total + Math.abs(score - (scores[i] ?? 0)), 0) / (scores.length - 1);
  const overdispersion = widened && Number.isFinite(range) ? range / MEAN_RANGE_OF_TWO : 1;
  const column = (value: (i: number) => number): Float64Array => {
    const all = new Float64Array(events.length).fill(Number.NaN);
    for (const i of kept) all[i] = value(i);
    return all;
  };
  const values = column((i) => (events[i] ?? 0) / (exposure[i] ?? 0));
  const lower = column((i) => Math.max(0, centre - SIGMAS * overdispersion * sigma(i)));
  const upper = column((i) => Math.min(kind === 'p' ? 1 : Infinity, centre + SIGMAS * overdispersion * sigma(i)));
  return {
    centre, values, lower, upper, above: kept.filter((i) => (values[i] ?? 0) > (upper[i] ?? 0)), below: kept.filter((i) => (values[i] ?? 0) < (lower[i] ?? 0)),
    overdispersion, missing, reason: null,
  };
}

function isPoint(events: number | undefined, exposure: number | undefined, at: number, kind: 'u' | 'p'): boolean {
  if (Number.isNaN(events) || Number.isNaN(exposure)) return false;
  checkAmount(events, `Point ${at}: the number of events`);
  checkAmount(exposure, `Point ${at}: the exposure`);
  if (kind === 'p' && events > exposure) throw new RangeError(`Point ${at}: ${events} events of ${exposure} cases.`);
  return exposure > 0;
}
