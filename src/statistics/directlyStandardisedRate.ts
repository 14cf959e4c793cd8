import { byarLimits } from './countLimits.ts';
import { amountError, checkRateOptions, isAmount, withheld, type RateOptions, type RateResult } from './rate.ts';

/** A DSR is not shown, neither value nor limits, for fewer events than this (Fingertips technical guidance). */
export const MINIMUM_DSR_EVENTS = 10;

export interface StandardisedOptions extends RateOptions {
  /**
   * Variance of each band's count, for events that are not independent (see `repeatedEvents`). Default: the
   * count itself, as for Poisson counts.
   */
  readonly variance?: ArrayLike<number>;
  /** What the bands are called ("10-14"), for messages; their positions from 0 by default. */
  readonly bands?: readonly string[];
}

export type StandardisedRate = RateResult & {
  /** All events of the area. */
  total: number;
  /** Standard error of the rate, in its unit: sqrt(Var), before Dobson's limits; null where the rate is withheld. */
  standardError: number | null;
  /** Bands with neither person-years nor events: they add nothing to the rate, and their weight stays. */
  bandsWithoutPopulation: number;
};

/**
 * Directly age-standardised rate: multiplier * sum(w x / n) / sum(w), per `multiplier` person-years.
 *
 * `events` x, `personYears` n and `standard` weights w hold one value per age band, in the same order and all
 * bands present; the scale of the weights does not matter. Limits are Dobson's, always with Byar's limits of the
 * total count O: value + sqrt(Var / O) * (limit of O - O), Var = sum(x (w / n)^2) / sum(w)^2. The lower limit is
 * NOT cut off at zero: with few events in small bands it can be negative, which says how little is known. In
 * simulations with 19 bands 95% limits cover 95.9% at 30 expected events, 95.6% at 100, 95.4% at 1,000; at 10, where
 * nearly half are withheld, 96.7% of those shown, and all misses are too high (3.3%): the low ones are not shown.
 *
 * Withheld with `events-without-population` when a band has events but no person-years, `no-population` when no
 * band has person-years, `fewer-than-10` when O is below 10 (exactly 10 is shown), in this order. Throws
 * RangeError that names the area (`name`) and the band for lists of different lengths and for missing, infinite or
 * negative values (a missing band is never left out and the rest re-weighted), for weights that add up to nothing,
 * for a confidence outside 0.9 to below 1 and for a multiplier that is not positive.
 *
 * Source: Dobson et al., Statistics in Medicine 10 (1991), 457-462; OHID Fingertips technical guidance;
 * PHEindicatormethods `calculate_dsr`, which unlike this function rejects every band without person-years,
 * counts a missing count as 0 and lets one faulty area fail all.
 *
 * @example directlyStandardisedRate(victims, personYears, EUROPEAN_STANDARD_POPULATION_2013, { confidence: 0.95, multiplier: 100000 })
 */
export function directlyStandardisedRate(
  events: ArrayLike<number>, personYears: ArrayLike<number>, standard: ArrayLike<number>, options: StandardisedOptions,
): StandardisedRate {
  checkRateOptions(options);
  const variance = options.variance ?? events;
  checkLengths(standard.length, { events, personYears, variance }, options);
  const sums = { weight: 0, total: 0, rate: 0, variance: 0 };
  let empty = 0;
  let contradictory = false;
  for (let band = 0; band < standard.length; band += 1) {
    const x = amount(events, band, 'number of events', options);
    const n = amount(personYears, band, 'number of person-years', options);
    const w = amount(standard, band, 'standard population', options);
    const spread = amount(variance, band, 'variance of the count', options);
    sums.weight += w;
    sums.total += x;
    if (n === 0) {
      if (x > 0) contradictory = true;
      else empty += 1;
    } else {
      sums.rate += w * x / n;
      sums.variance += spread * (w / n) ** 2;
    }
  }
  if (sums.weight === 0) throw new RangeError('The standard population adds up to nothing.');
  const noted = { total: sums.total, standardError: null, bandsWithoutPopulation: empty };
  if (contradictory) return { ...withheld('events-without-population'), ...noted };
  if (empty === standard.length) return { ...withheld('no-population'), ...noted };
  if (sums.total < MINIMUM_DSR_EVENTS) return { ...withheld('fewer-than-10'), ...noted };
  return { ...noted, ...limited(sums, options) };
}

/** Dobson's limits round the weighted rate. */
function limited(sums: { weight: number; total: number; rate: number; variance: number }, options: RateOptions): RateResult & { standardError: number } {
  const { confidence, multiplier } = options;
  const value = multiplier * sums.rate / sums.weight;
  const scale = multiplier * Math.sqrt(sums.variance / sums.total) / sums.weight;
  const standardError = multiplier * Math.sqrt(sums.variance) / sums.weight;
  const { lower, upper } = byarLimits(sums.total, confidence);
  return { value, lower: value + scale * (lower - sums.total), upper: value + scale * (upper - sums.total), standardError, reason: null };
}

type Labels = Pick<StandardisedOptions, 'name' | 'bands'>;

/** "Luton 003D, band 10-14", as far as the names are known. */
function bandLabel(band: number, { name, bands }: Labels): string {
  const label = `band ${bands?.[band] ?? band}`;
  return name === undefined ? label.replace('b', 'B') : `${name}, ${label}`;
}

function checkLengths(bands: number, lists: Readonly<Record<string, ArrayLike<number>>>, labels: Labels): void {
  if (bands === 0) throw new RangeError('The standard population has no bands.');
  for (const [name, list] of Object.entries(lists)) {
    if (list.length < bands) {
      throw new RangeError(`${bandLabel(list.length, labels)} is missing from ${name}: ${list.length} bands where the standard population has ${bands}.`);
    }
    if (list.length > bands) {
      throw new RangeError(`${bandLabel(bands, labels)} of ${name} has no standard population: ${list.length} bands where that has ${bands}.`);
    }
  }
}

function amount(list: ArrayLike<number>, band: number, what: string, labels: Labels): number {
  const value = list[band];
  // The label is made only for a bad value: this runs for every band of every area at every filter.
  if (!isAmount(value)) throw amountError(value, `${bandLabel(band, labels)}: the ${what}`);
  return value;
}
