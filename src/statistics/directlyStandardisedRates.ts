import { byarTable } from './byarTable.ts';
import { byarLimits } from './countLimits.ts';
import { largestOf } from './crudeRates.ts';
import { MINIMUM_DSR_EVENTS } from './directlyStandardisedRate.ts';
import { checkAmount, checkRateOptions, emptyRateColumns, isAmount, RATE_REASONS, type RateColumns, type RateOptions } from './rate.ts';

/** Events and person-years of many areas, band by band. */
export interface StandardisedInput {
  /** `area * eventColumns + band`; columns after the bands (unknown age) are left out. */
  readonly events: Uint32Array;
  readonly eventColumns: number;
  /** `area * bands + band`. */
  readonly personYears: Float64Array;
  /** Weights, one per band. */
  readonly standard: readonly number[];
}

export interface StandardisedColumns extends RateColumns {
  /** All events of each area. */
  readonly total: Uint32Array;
  /** Standard error of each rate; NaN where it is withheld. */
  readonly standardError: Float64Array;
}

/**
 * `directlyStandardisedRate` of many areas at once, for Poisson counts: the same numbers, as columns. Throws RangeError
 * as it does, with the area's position.
 */
export function directlyStandardisedRates({ events, eventColumns, personYears, standard }: StandardisedInput, options: Omit<RateOptions, 'name'>): StandardisedColumns {
  checkRateOptions(options);
  const bands = standard.length;
  const weights = Float64Array.from(standard);
  weights.forEach((weight, band) => checkAmount(weight, `Band ${band}: the standard population`));
  // Added up one by one, in order, as for a single area.
  const weight = weights.reduce((sum, one) => sum + one, 0);
  if (weight === 0) throw new RangeError('The standard population adds up to nothing.');
  const areas = personYears.length / bands;
  const sums: Sums = { total: new Uint32Array(areas), rate: new Float64Array(areas), variance: new Float64Array(areas), reason: new Uint8Array(areas) };
  for (let area = 0; area < areas; area += 1) sumBands(area, { events, first: area * eventColumns, personYears, weights }, sums);
  return limited(sums, weight, options);
}

interface Sums {
  readonly total: Uint32Array;
  readonly rate: Float64Array;
  readonly variance: Float64Array;
  readonly reason: Uint8Array;
}

const [TOO_FEW, NOBODY, CONTRADICTORY] = [RATE_REASONS.indexOf('fewer-than-10'), RATE_REASONS.indexOf('no-population'), RATE_REASONS.indexOf('events-without-population')];

function sumBands(area: number, { events, first, personYears, weights }: { events: Uint32Array; first: number; personYears: Float64Array; weights: Float64Array }, sums: Sums): void {
  const bands = weights.length;
  const start = area * bands;
  let total = 0;
  let rate = 0;
  let variance = 0;
  let peopled = 0;
  let contradictory = false;
  for (let band = 0; band < bands; band += 1) {
    const x = events[first + band]!;
    const n = personYears[start + band]!;
    if (!isAmount(n)) checkAmount(n, `Area ${area}, band ${band}: the number of person-years`);
    if (n > 0) peopled += 1;
    // A band without events adds nothing to either sum.
    if (x === 0) continue;
    total += x;
    if (n === 0) contradictory = true;
    else {
      const w = weights[band]!;
      rate += w * x / n;
      variance += x * (w / n) ** 2;
    }
  }
  sums.total[area] = total;
  sums.rate[area] = rate;
  sums.variance[area] = variance;
  if (contradictory) sums.reason[area] = CONTRADICTORY!;
  else if (peopled === 0) sums.reason[area] = NOBODY!;
  else if (total < MINIMUM_DSR_EVENTS) sums.reason[area] = TOO_FEW!;
}

/** Dobson's limits round the weighted rates that are not withheld. */
function limited({ total, rate, variance, reason }: Sums, weight: number, { confidence, multiplier }: RateOptions): StandardisedColumns {
  const areas = total.length;
  const { value, lower, upper } = emptyRateColumns(areas);
  const standardError = new Float64Array(areas).fill(Number.NaN);
  const byar = byarTable(confidence, largestOf(total));
  for (let area = 0; area < areas; area += 1) {
    if (reason[area] !== 0) continue;
    const events = total[area]!;
    const limits = events < byar.lower.length ? null : byarLimits(events, confidence);
    const rateHere = multiplier * rate[area]! / weight;
    const scale = multiplier * Math.sqrt(variance[area]! / events) / weight;
    value[area] = rateHere;
    lower[area] = rateHere + scale * ((limits ? limits.lower : byar.lower[events]!) - events);
    upper[area] = rateHere + scale * ((limits ? limits.upper : byar.upper[events]!) - events);
    standardError[area] = multiplier * Math.sqrt(variance[area]!) / weight;
  }
  return { value, lower, upper, reason, total, standardError };
}
