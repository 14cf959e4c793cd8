import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PublishedValue } from '../../../src/model/published.ts';
import { BOROUGH_NAMES, type PublishedFigures } from '../../demo/publishedFigures.ts';
import { DOCUMENT } from './document.ts';

/** Limits and populations of published-figures.json: they stand beside ours and steer nothing. */
const limits = z.object({ lower: z.number(), upper: z.number(), class: z.string().optional() });
const withLimits = z.object({ Bedford: limits, 'Central Bedfordshire': limits, Luton: limits, Bedfordshire: limits });
const population = z.object({ Bedford: z.number(), 'Central Bedfordshire': z.number(), Luton: z.number(), total: z.number() });
const further = z.object({
  imd_quintile_shares: z.object({ most_affluent: z.number(), more_affluent: z.number(), deprived: z.number(), more_deprived: z.number(), most_deprived: z.number() }),
  crime_shares: z.object({ Bedford: z.number(), 'Central Bedfordshire': z.number(), Luton: z.number(), out_of_area_or_unknown: z.number() }),
  ambulance_top_10_callouts_2023: z.number(),
  ae_two_most_deprived_quintiles_share: z.number(),
});
const countyFacts = z.object({
  further_figures: further,
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

export type Period = PublishedValue['period'];
interface Extra { readonly lower?: number; readonly upper?: number; readonly note?: string | null; readonly areas?: boolean }
export type Value = (key: string, value: number, extra?: Extra) => PublishedValue;

export const POLICE: Period = { from: '2019-01', to: '2023-12' };
export const ATTENDANCES: Period = { from: '2016-04', to: '2021-03' };
export const ADMISSIONS: Period = { from: '2011-04', to: '2021-03' };
export const NIGHT_TIME: Period = { from: '2021-05', to: '2022-10' };

/** Makes values that stand in one place of the document and are for one period. `areas`: depends on the 2011 LSOAs. */
export function from(place: string, period: Period): Value {
  return (key, value, { lower, upper, note = null, areas = false } = {}) =>
    ({ key, value, lower: lower ?? null, upper: upper ?? null, period, lsoaVintage: areas ? '2011' : null, source: `${DOCUMENT.short}, ${place}`, note });
}

export const codesOf = (figures: PublishedFigures) => BOROUGH_NAMES.map((name) => ({ name, code: figures.boroughs.lad_codes[name] }));
export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

