import type { PopulationTable } from '../../src/model/areas.ts';
import { AGE_BAND_COUNT } from '../../src/model/vocabulary.ts';
import { shareOut } from '../demo/controlledRounding.ts';
import { makeRandom } from '../demo/random.ts';
import type { Site } from './settlements.ts';

export interface Deprivation {
  /** 1 = most deprived of all the areas, each rank once. */
  readonly rank: Float64Array;
  readonly decile: Float64Array;
}

/** Shares of the 19 age bands, in per cent: the middle of large towns, towns, and the country. Invented, near what England has. */
const MIDDLE = [5, 4.6, 4.4, 7.5, 13.5, 12, 10, 8, 6.5, 5.5, 5.2, 4.6, 3.6, 2.8, 2.4, 1.7, 1.2, 0.8, 0.4];
const TOWN = [5.9, 6.2, 6.2, 5.7, 6, 6.6, 7.1, 6.9, 6.5, 6.1, 6.7, 6.5, 5.5, 4.7, 4.7, 3.4, 2.4, 1.6, 0.9];
const COUNTRY = [4.3, 5, 5.4, 4.8, 4.2, 4.6, 5.2, 5.4, 5.5, 6, 7.8, 8.5, 7.8, 7, 7.2, 5.2, 3.4, 1.9, 1];
const MEAN_RESIDENTS = 1670;
const LEAST = 1000;
const MOST = 3500;
const YEARLY_GROWTH = 0.006;
const CENSUS_YEAR = 2021;

/** How far an area is the middle of a large town, 0 to 1. */
export function centrality({ edge, townAreas }: Site): number {
  return townAreas < 20 ? 0 : Math.max(0, 1 - edge * 3);
}

/** Ranks: worse in the middle of towns, alike within a town and a force, with chance. */
export function imdOf(sites: readonly Site[], starts: readonly number[], seed: number): Deprivation {
  const random = makeRandom(seed, 'deprivation');
  const scores = new Float64Array(sites.length);
  for (let force = 0; force + 1 < starts.length; force += 1) {
    const ofForce = 0.3 * random.normal();
    const ofTown = new Map<number, number>();
    for (let area = starts[force] ?? 0; area < (starts[force + 1] ?? 0); area += 1) {
      const site = sites[area];
      if (!site) continue;
      const town = ofTown.get(site.town) ?? (site.town < 0 ? -0.5 : 0.6 * random.normal());
      ofTown.set(site.town, town);
      scores[area] = ofForce + town + 0.8 * (1 - site.edge) + 0.7 * random.normal();
    }
  }
  const order = Array.from(scores, (_, area) => area).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const rank = new Float64Array(sites.length);
  order.forEach((area, position) => { rank[area] = position + 1; });
  return { rank, decile: rank.map((value) => Math.ceil((value * 10) / sites.length)) };
}

/** Persons by year, area and age band, whole numbers; and Census 2021 residents of each area. */
export function peopleOf(sites: readonly Site[], years: readonly number[], seed: number): { population: PopulationTable; residents: Float64Array } {
  const random = makeRandom(seed, 'people');
  const residents = Float64Array.from(sites, () => Math.round(Math.min(MOST, Math.max(LEAST, MEAN_RESIDENTS * Math.exp(0.22 * random.normal())))));
  const persons = new Float64Array(years.length * sites.length * AGE_BAND_COUNT);
  sites.forEach((site, area) => {
    const middle = centrality(site) * (0.5 + random.next());
    const away = (site.town < 0 ? 1 : site.edge * 0.4) * (0.5 + random.next());
    const shares = TOWN.map((share, band) => share + middle * (MIDDLE[band] ?? 0) + away * (COUNTRY[band] ?? 0));
    years.forEach((year, y) => {
      const total = Math.round((residents[area] ?? 0) * (1 + YEARLY_GROWTH * (year - CENSUS_YEAR)));
      persons.set(shareOut(total, shares), (y * sites.length + area) * AGE_BAND_COUNT);
    });
  });
  return { population: { years, areas: sites.length, persons }, residents };
}
