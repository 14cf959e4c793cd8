import type { PublishedValue } from '../../../src/model/published.ts';
import { AGE_BANDS, WEEKDAYS } from '../../../src/model/vocabulary.ts';
import { hourGroupRows, hourGroupTotals, monthRows, type PublishedFigures } from '../../demo/publishedFigures.ts';
import { deciles, months, ratesByBorough } from './rates.ts';
import { codesOf, from, POLICE, sum, type CountyFacts } from './value.ts';

/** The force's own records of violence (Table 5, Figures 11 to 16). */
export function policeViolence(figures: PublishedFigures, { dsr: facts }: CountyFacts): PublishedValue[] {
  const published = figures.dsr.police_violence_and_sexual_offences_2019_2023;
  const composition = figures.violence_composition_athena_2019_2023;
  const text = from('section 3.1.1', POLICE);
  const hours = from('Figure 14', POLICE);
  const types = from('Figure 16', POLICE);
  const flags = { 'domestic-abuse': composition.domestic_abuse_share, alcohol: composition.alcohol_share, knife: composition.knife_share, gun: composition.gun_share, hate: composition.hate_share, online: composition.online_share };
  const groups = figures.violence_by_weekday_and_hour_group_athena_2019_2023;
  return [
    ...ratesByBorough('violence', from('Table 5', POLICE), figures, published, facts.police_violence_and_sexual_offences_2019_2023),
    ...placedOffences(figures),
    from('Figure 11', POLICE)('violence-rates-by-area/higher/total', published.lsoas_significantly_higher, { areas: true }),
    ...deciles('violence', from('Figure 12', POLICE), published),
    ...Object.entries(flags).map(([id, share]) => text(`violence-flags/${id}/share`, share)),
    ...months('violence-by-month', hours, figures, figures.violence_by_month_athena_2019_2023),
    ...hourGroupRows(figures).flatMap((cells, group) => [
      ...cells.map((count, day) => hours(`violence-by-weekday-hour/hours-${group * 4}/${WEEKDAYS[day]?.id}`, count)),
      hours(`violence-by-weekday-hour/hours-${group * 4}/total`, hourGroupTotals(figures)[group] ?? NaN),
    ]),
    ...groups.total.map((count, day) => hours(`violence-by-weekday-hour/total/${WEEKDAYS[day]?.id ?? 'total'}`, count)),
    from('Figure 15', POLICE)('violence-by-age-sex/recorded/female-share', composition.victims_female_share),
    ...composition.top_victim_age_bands.map((band, i) => from('Figure 15', POLICE)(`violence-by-age-sex/age-${AGE_BANDS.indexOf(bandOf(band))}/rank`, i + 1)),
    types('violence-by-type/violence-without-injury/share', composition.violence_without_injury_share),
    types('violence-by-type/violence-with-injury/share', composition.violence_with_injury_share_about, { note: 'Published as "about a quarter".' }),
    types('violence-by-type/homicide/count', composition.homicides),
  ];
}

/** Offences behind Table 5, which prints none: Figure 14's months added up. Rates count their victims, some 7% more. */
function placedOffences(figures: PublishedFigures): PublishedValue[] {
  const rows = monthRows(figures.violence_by_month_athena_2019_2023);
  const value = from('Figure 14, its months added up', POLICE);
  return [
    ...codesOf(figures).map(({ code }, i) => value(`violence-rates-by-borough/${code}/count`, sum(rows.map((cells) => cells[i] ?? NaN)))),
    value('violence-rates-by-borough/county/count', sum(rows.flat())),
  ];
}

function bandOf(text: string): (typeof AGE_BANDS)[number] {
  const band = AGE_BANDS.find((each) => each === text);
  if (band === undefined) throw new Error(`"${text}" is not one of the age bands.`);
  return band;
}

