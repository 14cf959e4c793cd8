import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MONTH_TITLES } from '../../src/model/months.ts';
import type { PublishedFigures as Published, PublishedValue } from '../../src/model/published.ts';
import { AGE_BANDS, slug, WEEKDAYS } from '../../src/model/vocabulary.ts';
import { HOTSPOT_IDS, HOTSPOT_NAMES } from '../demo/nte.ts';
import { NTE_KINDS, PUBLISHED_OFFENCE } from '../demo/nteKinds.ts';
import { BOROUGH_NAMES, hourGroupRows, hourGroupTotals, monthRows, type MonthTable, type PublishedFigures } from '../demo/publishedFigures.ts';
import { DOCUMENT, NUMBERS, PARTS_BEYOND } from './assessmentDocument.ts';

/** Limits and populations of published-figures.json: they stand beside ours and steer nothing. */
const limits = z.object({ lower: z.number(), upper: z.number(), class: z.string().optional() });
const withLimits = z.object({ Bedford: limits, 'Central Bedfordshire': limits, Luton: limits, Bedfordshire: limits });
const population = z.object({ Bedford: z.number(), 'Central Bedfordshire': z.number(), Luton: z.number(), total: z.number() });
const countyFacts = z.object({
  boroughs: z.object({ population_mid_2022: population }),
  dsr: z.object({
    police_violence_and_sexual_offences_2019_2023: withLimits,
    ae_attendances_after_assault_2016_17_to_2020_21: withLimits,
    hospital_admissions_due_to_violence_2011_12_to_2020_21: withLimits,
  }),
});
export type CountyFacts = z.infer<typeof countyFacts>;

export function readCountyFacts(path: string): CountyFacts {
  return countyFacts.parse(JSON.parse(readFileSync(path, 'utf8')));
}

type Period = PublishedValue['period'];
interface Extra { readonly lower?: number; readonly upper?: number; readonly note?: string | null; readonly areas?: boolean }
type Value = (key: string, value: number, extra?: Extra) => PublishedValue;

const POLICE: Period = { from: '2019-01', to: '2023-12' };
const ATTENDANCES: Period = { from: '2016-04', to: '2021-03' };
const ADMISSIONS: Period = { from: '2011-04', to: '2021-03' };
const NIGHT_TIME: Period = { from: '2021-05', to: '2022-10' };

/** Makes values that stand in one place of the document and are for one period. `areas`: depends on the 2011 LSOAs. */
function from(place: string, period: Period): Value {
  return (key, value, { lower, upper, note = null, areas = false } = {}) =>
    ({ key, value, lower: lower ?? null, upper: upper ?? null, period, lsoaVintage: areas ? '2011' : null, source: `${DOCUMENT.short}, ${place}`, note });
}

/**
 * The needs assessment's figures under the names that the assessment view gives its cells. What the document has only
 * as a picture is not among them.
 */
export function assessmentFigures(figures: PublishedFigures, facts: CountyFacts): Published {
  return {
    title: DOCUMENT.title,
    numbers: NUMBERS,
    values: [...places(figures, facts), ...streetCrime(figures), ...policeViolence(figures, facts), ...health(figures, facts), ...nightTime(figures)],
    beyond: PARTS_BEYOND,
    notes: notesOf(figures),
  };
}

const codesOf = (figures: PublishedFigures) => BOROUGH_NAMES.map((name) => ({ name, code: figures.boroughs.lad_codes[name] }));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function places(figures: PublishedFigures, { boroughs: facts }: CountyFacts): PublishedValue[] {
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
      ];
    }),
    ...codesOf(figures).map(({ name, code }) => imd(`imd-quintiles/total/${code}`, figures.boroughs.lsoa_2011[name], { areas: true })),
    imd('imd-quintiles/total/total', figures.boroughs.lsoa_2011.total, { areas: true }),
  ];
}

function streetCrime(figures: PublishedFigures): PublishedValue[] {
  const { crimes, ...street } = figures.police_uk_2019_2023;
  const table3 = from('Table 3', POLICE);
  const text = from('section 3.1.1', POLICE);
  const table4 = from('Table 4', POLICE);
  return [
    ...codesOf(figures).map(({ name, code }) => table3(`crimes-by-borough/${code}/all`, crimes[name])),
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

function policeViolence(figures: PublishedFigures, { dsr: facts }: CountyFacts): PublishedValue[] {
  const published = figures.dsr.police_violence_and_sexual_offences_2019_2023;
  const composition = figures.violence_composition_athena_2019_2023;
  const text = from('section 3.1.1', POLICE);
  const hours = from('Figure 14', POLICE);
  const types = from('Figure 16', POLICE);
  const flags = { 'domestic-abuse': composition.domestic_abuse_share, alcohol: composition.alcohol_share, knife: composition.knife_share, gun: composition.gun_share, hate: composition.hate_share, online: composition.online_share };
  const groups = figures.violence_by_weekday_and_hour_group_athena_2019_2023;
  return [
    ...ratesByBorough('violence', from('Table 5', POLICE), figures, published, facts.police_violence_and_sexual_offences_2019_2023),
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

function bandOf(text: string): (typeof AGE_BANDS)[number] {
  const band = AGE_BANDS.find((each) => each === text);
  if (band === undefined) throw new Error(`"${text}" is not one of the age bands.`);
  return band;
}

interface Rates { readonly Bedford: { dsr: number }; readonly 'Central Bedfordshire': { dsr: number }; readonly Luton: { dsr: number }; readonly Bedfordshire: { dsr: number } }

function ratesByBorough(prefix: string, value: Value, figures: PublishedFigures, rates: Rates, facts: CountyFacts['dsr']['ae_attendances_after_assault_2016_17_to_2020_21']): PublishedValue[] {
  const rate = (row: string, name: keyof Rates): PublishedValue => {
    const { lower, upper, class: classWords } = facts[name];
    return value(`${prefix}-rates-by-borough/${row}/dsr`, rates[name].dsr, { lower, upper, note: classWords === undefined ? null : `Published as ${classWords}.` });
  };
  return [...codesOf(figures).map(({ name, code }) => rate(code, name)), rate('county', 'Bedfordshire')];
}

function deciles(prefix: string, value: Value, ends: { imd_most_deprived_decile: number; imd_least_deprived_decile: number }): PublishedValue[] {
  return [
    value(`${prefix}-rates-by-imd-decile/decile-1/dsr`, ends.imd_most_deprived_decile, { areas: true }),
    value(`${prefix}-rates-by-imd-decile/decile-10/dsr`, ends.imd_least_deprived_decile, { areas: true }),
  ];
}

function months(figure: string, value: Value, figures: PublishedFigures, table: MonthTable): PublishedValue[] {
  return monthRows(table).flatMap((cells, month) => [
    ...codesOf(figures).map(({ code }, i) => value(`${figure}/month-${month + 1}/${code}`, cells[i] ?? NaN)),
    value(`${figure}/month-${month + 1}/total`, table[MONTH_TITLES[month] ?? 'January'][BOROUGH_NAMES.length] ?? NaN),
  ]);
}

function health(figures: PublishedFigures, { dsr: facts }: CountyFacts): PublishedValue[] {
  const attendances = figures.dsr.ae_attendances_after_assault_2016_17_to_2020_21;
  const admissions = figures.dsr.hospital_admissions_due_to_violence_2011_12_to_2020_21;
  const callouts = figures.ambulance_callouts_for_assault;
  const year = (of: number): Period => ({ from: `${of}-01`, to: `${of}-12` });
  const counts = (prefix: string, value: Value, events: typeof attendances.events): PublishedValue[] => [
    ...codesOf(figures).map(({ name, code }) => value(`${prefix}-rates-by-borough/${code}/count`, events[name])),
    value(`${prefix}-rates-by-borough/county/count`, events.total),
  ];
  const [table9, table10] = [from('Table 9', ATTENDANCES), from('Table 10', ADMISSIONS)];
  return [
    ...([2022, 2023] as const).map((of) => from('section 3.1.2.1', year(of))(`ambulance-by-year/year-${of}/count`, callouts[of])),
    from('Figure 17', year(2023))('ambulance-top-areas/top/share', callouts.top_10_lsoas_share, { areas: true }),
    ...counts('attendances', table9, attendances.events),
    ...ratesByBorough('attendances', table9, figures, attendances, facts.ae_attendances_after_assault_2016_17_to_2020_21),
    from('Figure 19', ATTENDANCES)('attendances-rates-by-area/higher/total', attendances.lsoas_significantly_higher, { areas: true }),
    ...deciles('attendances', from('Figure 20', ATTENDANCES), attendances),
    ...counts('admissions', table10, admissions.events),
    ...ratesByBorough('admissions', table10, figures, admissions, facts.hospital_admissions_due_to_violence_2011_12_to_2020_21),
    from('Figure 23', ADMISSIONS)('admissions-rates-by-area/higher/total', admissions.lsoas_significantly_higher, { areas: true }),
    ...months('admissions-by-month', from('Figure 25', ADMISSIONS), figures, figures.admissions_by_month_2011_12_to_2020_21),
  ];
}

function nightTime(figures: PublishedFigures): PublishedValue[] {
  const value = from('Table 12', NIGHT_TIME);
  return HOTSPOT_NAMES.flatMap((name) => {
    const hotspot = figures.nte_hotspots[name];
    const id = HOTSPOT_IDS[name];
    return [
      value(`night-time-hotspots/${id}/offences`, hotspot.offences),
      value(`night-time-hotspots/${id}/incidents`, hotspot.asb_incidents),
      value(`night-time-hotspots/${id}/per-weekend`, hotspot.offences_per_weekend),
      value(`night-time-hotspots/${id}/domestic-abuse`, hotspot.domestic_share),
      value(`night-time-hotspots/${id}/hate`, hotspot.hate_share),
      ...Object.entries(hotspot.top_offences).map(([title, share]) => {
        const kind = NTE_KINDS[PUBLISHED_OFFENCE[title] ?? -1];
        return value(`night-time-hotspots/${id}.${kind?.subgroup ?? kind?.type}/share`, share);
      }),
    ];
  });
}

/** Where the document contradicts itself, worked out from its own numbers. */
function notesOf(figures: PublishedFigures): string[] {
  const number = (value: number): string => value.toLocaleString('en-GB');
  const cells = sum(hourGroupRows(figures).flat());
  const total = figures.violence_by_weekday_and_hour_group_athena_2019_2023.total[WEEKDAYS.length] ?? NaN;
  const placed = sum(monthRows(figures.violence_by_month_athena_2019_2023).flat());
  return [
    ...(cells === total ? [] : [`Figure 14's weekday and hour cells add up to ${number(cells)}; its printed total is ${number(total)}.`]),
    ...(placed === total ? [] : [`Figure 14 counts ${number(placed)} offences by month and borough but ${number(total)} by weekday and hour: ${number(total - placed)} have no borough.`]),
    ...DOCUMENT.notes,
  ];
}
