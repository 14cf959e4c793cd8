import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MONTH_TITLES } from '../../src/model/months.ts';

/**
 * The figures of `published-figures.json` that the demonstration records are fitted to and that `verify`
 * compares with. What the file holds beyond these is left alone.
 */
const byBorough = z.object({ Bedford: z.number(), 'Central Bedfordshire': z.number(), Luton: z.number() });
const events = byBorough.extend({ total: z.number() });
const rate = z.object({ dsr: z.number() });
const rates = z.object({ Bedford: rate, 'Central Bedfordshire': rate, Luton: rate, Bedfordshire: rate, lsoas_significantly_higher: z.number() });
const ends = { imd_most_deprived_decile: z.number(), imd_least_deprived_decile: z.number() };
const row = z.array(z.number());
/** Columns Bedford, Central Bedfordshire, Luton, total. */
const byMonth = z.object({
  January: row, February: row, March: row, April: row, May: row, June: row,
  July: row, August: row, September: row, October: row, November: row, December: row,
});
const shares = z.record(z.string(), z.number());
const staff = z.record(z.string(), z.record(z.string(), z.union([z.number(), z.tuple([z.number(), z.number()])])));
const hotspot = z.object({
  offences: z.number(), asb_incidents: z.number(), offences_per_weekend: z.number(),
  key_locations: shares, top_offences: shares, domestic_share: z.number(), hate_share: z.number(), peak: z.string(),
});

const schema = z.object({
  boroughs: z.object({
    lad_codes: z.object({ Bedford: z.string(), 'Central Bedfordshire': z.string(), Luton: z.string() }),
    lsoa_2011: events,
    lsoa_2021: events,
    density_per_km2_census_2021: byBorough,
    density_quintile_edges_per_km2: z.object({ lowest_quintile_below: z.number(), highest_quintile_above: z.number() }),
  }),
  imd_2019_quintiles_by_borough: z.object({
    most_deprived: events, more_deprived: events, deprived: events, more_affluent: events, most_affluent: events,
  }),
  police_uk_2019_2023: z.object({
    crimes: byBorough.extend({ out_of_area_or_unknown: z.number(), force_total: z.number() }),
    in_county_total: z.number(),
    violence_and_sexual_offences_in_county: z.number(),
    violence_share_of_all_reported: z.object({ 2019: z.number(), 2023: z.number() }),
    top_quintile_lsoas: z.object({ count: z.number(), share_of_all_violence_and_sexual_offences: z.number() }),
  }),
  top_count_quintile_lsoas_by_ward: z.object({ Bedford: shares, 'Central Bedfordshire': shares, Luton: shares }),
  dsr: z.object({
    police_violence_and_sexual_offences_2019_2023: rates.extend(ends),
    ae_attendances_after_assault_2016_17_to_2020_21: rates.extend({ events, ...ends }),
    hospital_admissions_due_to_violence_2011_12_to_2020_21: rates.extend({ events }),
  }),
  violence_by_month_athena_2019_2023: byMonth,
  /** Columns Monday to Sunday, total. */
  violence_by_weekday_and_hour_group_athena_2019_2023: z.object({
    '00:00-03:59': row, '04:00-07:59': row, '08:00-11:59': row, '12:00-15:59': row, '16:00-19:59': row, '20:00-23:59': row, total: row,
  }),
  violence_composition_athena_2019_2023: z.object({
    violence_without_injury_share: z.number(), violence_with_injury_share_about: z.number(), homicides: z.number(),
    domestic_abuse_share: z.number(), alcohol_share: z.number(), knife_share: z.number(), gun_share: z.number(),
    hate_share: z.number(), online_share: z.number(), victims_female_share: z.number(), top_victim_age_bands: z.array(z.string()),
  }),
  ambulance_callouts_for_assault: z.object({ 2022: z.number(), 2023: z.number(), top_10_lsoas_share: z.number(), victims_male_share: z.number() }),
  admissions_by_month_2011_12_to_2020_21: byMonth,
  nte_hotspots: z.object({ Luton: hotspot, Dunstable: hotspot, 'Leighton Buzzard': hotspot, Bedford: hotspot }),
  /** Document -> hub -> role -> [in post, budgeted], or the number in post alone. */
  community_hubs: z.object({ 'opcc-2022-12': staff, 'opcc-2024-06': staff, 'luton-2021-03': staff }),
});

export type PublishedFigures = z.infer<typeof schema>;
export type BoroughName = 'Bedford' | 'Central Bedfordshire' | 'Luton';
/** Order of the columns in the published tables. */
export const BOROUGH_NAMES: readonly BoroughName[] = ['Bedford', 'Central Bedfordshire', 'Luton'];

/** Reads the figures; throws with the path of the first entry that is missing or not a number. */
export function readPublishedFigures(path: string): PublishedFigures {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export type MonthTable = z.infer<typeof byMonth>;
/** The published table as rows January to December of the three boroughs. */
export function monthRows(table: MonthTable): number[][] {
  return MONTH_TITLES.map((name) => table[name].slice(0, BOROUGH_NAMES.length));
}

/** Hour groups (rows, 00:00-03:59 first) by weekday (columns, Monday first), as printed. */
export function hourGroupRows(figures: PublishedFigures): number[][] {
  const table = figures.violence_by_weekday_and_hour_group_athena_2019_2023;
  return [table['00:00-03:59'], table['04:00-07:59'], table['08:00-11:59'], table['12:00-15:59'], table['16:00-19:59'], table['20:00-23:59']]
    .map((cells) => cells.slice(0, 7));
}

/**
 * The same table made to add up. Two printed rows sum to one more than their printed totals, and so to two more
 * than the printed grand total of 92,896, which we keep: the one too many is taken from the row's largest cell.
 */
export function reconciledHourGroups(figures: PublishedFigures): number[][] {
  const totals = hourGroupTotals(figures);
  return hourGroupRows(figures).map((cells, group) => {
    const excess = cells.reduce((a, b) => a + b, 0) - (totals[group] ?? 0);
    const largest = cells.indexOf(Math.max(...cells));
    return cells.map((count, day) => (day === largest ? count - excess : count));
  });
}

/** Printed totals of the hour groups. */
export function hourGroupTotals(figures: PublishedFigures): number[] {
  const table = figures.violence_by_weekday_and_hour_group_athena_2019_2023;
  return [table['00:00-03:59'], table['04:00-07:59'], table['08:00-11:59'], table['12:00-15:59'], table['16:00-19:59'], table['20:00-23:59']].map((cells) => cells[7] ?? NaN);
}
