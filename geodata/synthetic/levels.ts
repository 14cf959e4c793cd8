import { monthOfYear, type Month } from '../../src/model/months.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import { makeRandom } from '../demo/random.ts';
import { makeSampler, type Sampler } from './alias.ts';
import type { Country } from './country.ts';
import { centrality } from './people.ts';
import type { Site } from './settlements.ts';

/** Kinds of places whose crime is made up differently. */
export const PROFILES = ['middle', 'town', 'country'] as const;

/** Per type: share in a town in per cent, how many times that in the middle and in the country, swing over the year, month (1-12) of its peak. Invented. */
const TYPES: Readonly<Record<(typeof CRIME_TYPES)[number]['id'], readonly [number, number, number, number, number]>> = {
  'anti-social-behaviour': [20, 1.3, 0.8, 0.22, 7],
  'bicycle-theft': [1.3, 2, 0.5, 0.3, 8],
  burglary: [5, 0.6, 1.5, 0.12, 12],
  'criminal-damage-and-arson': [8.5, 0.8, 1, 0.06, 5],
  drugs: [3, 1.3, 0.7, 0.04, 10],
  'other-crime': [2, 0.8, 1.2, 0.04, 10],
  'other-theft': [8, 1.6, 1.5, 0.08, 9],
  'possession-of-weapons': [0.9, 1.2, 0.6, 0.05, 6],
  'public-order': [7.5, 1.5, 0.8, 0.14, 7],
  robbery: [1.4, 1.8, 0.2, 0.08, 11],
  shoplifting: [6, 4, 0.5, 0.05, 11],
  'theft-from-the-person': [1.8, 5, 0.3, 0.08, 12],
  'vehicle-crime': [6.5, 0.6, 1.2, 0.08, 11],
  'violence-and-sexual-offences': [32, 1, 1, 0.08, 7],
};
/** Spread of areas' own levels, on the log scale; how much more the most than the least deprived end has, on that scale. */
const SPREAD = 0.55;
const DEPRIVATION = 1.4;
/** Factor in the very middle of a large town. */
const MIDDLE = 9;

/** What an area is: weights of the three profiles are all or nothing. */
export function profileOf(site: Site): number {
  if (site.town < 0) return 2;
  return centrality(site) > 0.9 ? 0 : 1;
}

/** How many records an area has relative to others: its residents, deprivation, how central it is, and chance. */
export function weightsOf({ sites, deprivation, areas }: Pick<Country, 'sites' | 'deprivation' | 'areas'>, seed: number): Float64Array {
  const random = makeRandom(seed, 'levels');
  return Float64Array.from(sites, (site, area) => {
    const affluence = (deprivation.rank[area] ?? 0) / sites.length - 0.5;
    const middle = 1 + (MIDDLE - 1) * centrality(site) ** 8;
    return (areas.residents[area] ?? 0) * middle * Math.exp(SPREAD * random.normal() - DEPRIVATION * affluence);
  });
}

/** Draws cell codes (kind * months + month) for each profile. */
export function cellSamplers(months: readonly Month[]): Sampler[] {
  return PROFILES.map((_, profile) => makeSampler(CRIME_TYPES.flatMap(({ id }) => {
    const [share, inMiddle, inCountry, swing, peak] = TYPES[id];
    const level = share * ([inMiddle, 1, inCountry][profile] ?? 1);
    return months.map((month) => level * (1 + swing * Math.cos(((monthOfYear(month) - peak) / 6) * Math.PI)));
  })));
}
