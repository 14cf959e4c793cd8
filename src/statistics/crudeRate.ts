import { countLimits } from './countLimits.ts';
import { checkAmount, checkRateOptions, subject, withheld, type RateOptions, type RateResult } from './rate.ts';

/**
 * Events per `multiplier` person-years with confidence limits: exact (chi-square) below 10 events, Byar's
 * approximation from 10, both taken as limits of a Poisson count over a fixed number of person-years.
 * 0 events give the rate 0 with lower limit 0 and a positive upper limit. Events may outnumber person-years.
 *
 * Withheld with `fewer-than-10` when there are fewer events than `minimumEvents` (default 0: never), with
 * `no-population` when there are neither person-years nor events, with `events-without-population` when there
 * are events only. Throws RangeError, with the area's `name` where given, for missing, infinite or negative amounts, a confidence outside 0.9 to
 * below 1 and a multiplier that is not positive.
 *
 * Source: OHID Fingertips technical guidance; PHEindicatormethods `phe_rate`.
 *
 * @example crudeRate(12, 52340, { confidence: 0.95, multiplier: 100000 }) // 22.93 (11.83 to 40.05)
 */
export function crudeRate(events: number, personYears: number, options: RateOptions & { minimumEvents?: number }): RateResult {
  checkRateOptions(options);
  checkAmount(events, subject('the number of events', options.name));
  checkAmount(personYears, subject('the number of person-years', options.name));
  if (personYears === 0) return withheld(events > 0 ? 'events-without-population' : 'no-population');
  if (events < (options.minimumEvents ?? 0)) return withheld('fewer-than-10');
  const { lower, upper } = countLimits(events, options.confidence);
  const rate = (count: number): number => count / personYears * options.multiplier;
  return { value: rate(events), lower: rate(lower), upper: rate(upper), reason: null };
}
