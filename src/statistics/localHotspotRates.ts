import { globalEmpiricalBayes } from './empiricalBayes.ts';
import { getisOrd, type GetisOrd } from './getisOrd.ts';
import { presentValues, spread } from './presentValues.ts';
import type { NeighbourLists, WeightsOptions } from './spatialWeights.ts';

/**
 * Rates of areas that differ in population: `raw`, or `empirical-bayes`, which draws small areas' rates to the overall
 * one.
 */
export type RateForm = 'raw' | 'empirical-bayes';

export interface HotspotRates extends GetisOrd {
  /** The rates per person that were compared; NaN without events' count or people. */
  readonly rates: Float64Array;
  /** Areas left out because nobody lives there (or no person-time): they are nobody's neighbour. */
  readonly withoutPopulation: number;
}

/**
 * Gi* (or Gi) of rates instead of counts: where many people live, many events happen. Raw rates of small areas swing by
 * chance and make hot spots of their own; empirical Bayes rates (default) are drawn to the overall rate first
 * (Marshall's global form: local smoothing would build the very clustering that is tested for). Where areas vary no
 * more than by chance all smoothed rates are equal and the reason is `constant`.
 *
 * NaN events or people, and areas without people, have reason `missing`; areas without people are counted apart. Throws
 * RangeError for negative amounts.
 * Source: Marshall, Applied Statistics 40 (1991), 283-294; Ord and Getis (1995).
 */
export function localHotspotRates(
  events: ArrayLike<number>, populations: ArrayLike<number>, lists: NeighbourLists, options: WeightsOptions & { readonly form?: RateForm },
): HotspotRates {
  const { form = 'empirical-bayes', ...weights } = options;
  if (events.length !== populations.length) throw new RangeError(`${events.length} counts and ${populations.length} populations do not match.`);
  const raw = Float64Array.from(events, (count, area) => (populations[area] === 0 ? Number.NaN : count / (populations[area] ?? Number.NaN)));
  const { places } = presentValues(raw, lists);
  const withoutPopulation = Array.from(populations).filter((people) => people === 0).length;
  const chosen = { events: Float64Array.from(places, (area) => events[area] ?? Number.NaN), populations: Float64Array.from(places, (area) => populations[area] ?? Number.NaN) };
  const smoothed = places.length === 0 ? new Float64Array(0) : globalEmpiricalBayes(chosen).estimates;
  const rates = form === 'raw' ? raw : spread(smoothed, places, raw.length);
  return { rates, withoutPopulation, ...getisOrd(rates, lists, weights) };
}
