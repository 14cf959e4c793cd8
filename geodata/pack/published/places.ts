import type { PublishedValue } from '../../../src/model/published.ts';
import { slug } from '../../../src/model/vocabulary.ts';
import type { PublishedFigures } from '../../demo/publishedFigures.ts';
import { codesOf, from, POLICE, sum, type CountyFacts } from './value.ts';

/** Population, density and deprivation (sections 2.1 to 2.4). */
export function places(figures: PublishedFigures, { boroughs: facts, further_figures: more }: CountyFacts): PublishedValue[] {
  const people = from('section 2.1', null);
  const density = from('section 2.3', null);
  const edges = from('Figure 6', null);
  const imd = from('Table 2', null);
  const mid2022 = { note: 'Mid-2022 estimate.' };
  const { lowest_quintile_below: low, highest_quintile_above: high } = figures.boroughs.density_quintile_edges_per_km2;
  const quintiles = ['most_deprived', 'more_deprived', 'deprived', 'more_affluent', 'most_affluent'] as const;
  return [
    ...codesOf(figures).flatMap(({ name, code }) => [
      people(`population-by-borough/${code}/residents`, facts.population_mid_2022[name], mid2022),
      density(`population-by-borough/${code}/density`, figures.boroughs.density_per_km2_census_2021[name], { note: 'Census 2021.' }),
    ]),
    people('population-by-borough/county/residents', facts.population_mid_2022.total, mid2022),
    edges('density-quintiles/quintile-1/to', low, { areas: true }),
    edges('density-quintiles/quintile-5/from', high, { areas: true, note: 'The executive summary prints 6,661 instead.' }),
    ...quintiles.flatMap((quintile, i) => {
      const counts = figures.imd_2019_quintiles_by_borough[quintile];
      return [
        ...codesOf(figures).map(({ name, code }) => imd(`imd-quintiles/quintile-${i + 1}/${code}`, counts[name], { areas: true })),
        imd(`imd-quintiles/quintile-${i + 1}/total`, counts.total, { areas: true }),
        imd(`imd-quintiles/quintile-${i + 1}/share`, more.imd_quintile_shares[quintile], { areas: true }),
      ];
    }),
    ...codesOf(figures).map(({ name, code }) => imd(`imd-quintiles/total/${code}`, figures.boroughs.lsoa_2011[name], { areas: true })),
    imd('imd-quintiles/total/total', figures.boroughs.lsoa_2011.total, { areas: true }),
  ];
}

/** Street-level crime (Tables 3 and 4, Figures 8 to 10). */
export function streetCrime(figures: PublishedFigures, { further_figures: { crime_shares: shares } }: CountyFacts): PublishedValue[] {
  const { crimes, ...street } = figures.police_uk_2019_2023;
  const table3 = from('Table 3', POLICE);
  const text = from('section 3.1.1', POLICE);
  const table4 = from('Table 4', POLICE);
  return [
    ...codesOf(figures).flatMap(({ name, code }) => [table3(`crimes-by-borough/${code}/all`, crimes[name]), table3(`crimes-by-borough/${code}/share`, shares[name])]),
    table3('crimes-by-borough/elsewhere/share', shares.out_of_area_or_unknown),
    table3('crimes-by-borough/elsewhere/all', crimes.out_of_area_or_unknown),
    table3('crimes-by-borough/total/all', crimes.force_total),
    ...(['2019', '2023'] as const).map((year) => from('Figure 8', { from: `${year}-01`, to: `${year}-12` })(`crimes-by-year/year-${year}/share`, street.violence_share_of_all_reported[year])),
    text('crimes-by-category/violence-and-sexual-offences/total', street.violence_and_sexual_offences_in_county),
    text('crimes-by-category/total/total', street.in_county_total),
    text('violence-count-quintiles/county/areas', street.top_quintile_lsoas.count, { areas: true }),
    text('violence-count-quintiles/county/share', street.top_quintile_lsoas.share_of_all_violence_and_sexual_offences, { areas: true }),
    ...codesOf(figures).flatMap(({ name, code }) => {
      const wards = Object.entries(figures.top_count_quintile_lsoas_by_ward[name]);
      return [
        table4(`violence-count-quintiles/${code}/areas`, sum(wards.map(([, areas]) => areas)), { areas: true }),
        // "Sharnbrook/Riseley" are two wards counted together.
        ...wards.map(([ward, areas]) => table4(`violence-count-quintiles/${ward.split('/').map((part) => `${slug(name)}--${slug(part)}`).join('+')}/areas`, areas, { areas: true })),
      ];
    }),
  ];
}

