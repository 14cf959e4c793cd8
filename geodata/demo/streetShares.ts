/**
 * Aggregates of the county's published street-level files that shape the synthetic ones. Proportions only; no
 * row of them is here.
 */
import type { CRIME_TYPES } from '../../src/model/vocabulary.ts';

export type TypeId = (typeof CRIME_TYPES)[number]['id'];

/**
 * Rows by category in the 37 months of data.police.uk held (2019-01 and -02, 2019-07 to -09, 2021-05 to
 * 2023-12), force total. Violence and sexual offences are left out: their number is published.
 * Source: data.police.uk, Bedfordshire Police street files, Open Government Licence v3.0.
 */
export const OTHER_CATEGORIES: Readonly<Record<Exclude<TypeId, 'violence-and-sexual-offences'>, number>> = {
  'anti-social-behaviour': 36_206, 'bicycle-theft': 2190, burglary: 8812, 'criminal-damage-and-arson': 14_134, drugs: 5125, 'other-crime': 3197,
  'other-theft': 14_221, 'possession-of-weapons': 1631, 'public-order': 15_430, robbery: 1816, shoplifting: 11_128, 'theft-from-the-person': 1527, 'vehicle-crime': 15_676,
};

/** Rows of the same files without a location, and with an LSOA outside the county: how the 15,285 are split. */
export const WITHOUT_AREA = { noLocation: 5522, outside: 1078 };

/**
 * All reported in the county by year. Published is the five-year sum and that it fell from year to year; the
 * years are ours, near the two full years held (2022 and 2023).
 */
export const REPORTED_BY_YEAR = { 2019: 63_000, 2020: 60_500, 2021: 59_500, 2022: 58_400, 2023: 56_812 };

/**
 * Violence and sexual offences by year: 27% of the first and 33% of the last year's reports as published; the
 * middle years fill the published sum evenly. (The assessment also says that their number fell. With these shares
 * and some 57,000 reports in 2023, as the files held have, it rose.)
 */
export const VIOLENCE_BY_YEAR = { 2019: 17_010, 2020: 17_600, 2021: 18_000, 2022: 18_417, 2023: 18_748 };

/** Month by month through a year, relative: most things are a little commoner in the light months. */
export const SEASON = [0.95, 0.9, 1, 0.97, 1.05, 1.05, 1.08, 1.04, 1.02, 1.03, 0.98, 0.93];

/** How a category leans to town centres and to proneness: factor in town centres, power of proneness. */
export const LEAN: Readonly<Record<TypeId, { readonly town: number; readonly proneness: number }>> = {
  'anti-social-behaviour': { town: 2, proneness: 0.7 }, 'bicycle-theft': { town: 3, proneness: 0.5 }, burglary: { town: 1, proneness: 0.3 },
  'criminal-damage-and-arson': { town: 1.2, proneness: 0.7 }, drugs: { town: 2.5, proneness: 0.9 }, 'other-crime': { town: 1, proneness: 0.6 },
  'other-theft': { town: 2, proneness: 0.4 }, 'possession-of-weapons': { town: 2, proneness: 0.9 }, 'public-order': { town: 2.2, proneness: 0.8 },
  robbery: { town: 2.5, proneness: 0.8 }, shoplifting: { town: 12, proneness: 0.4 }, 'theft-from-the-person': { town: 8, proneness: 0.5 },
  'vehicle-crime': { town: 0.8, proneness: 0.15 }, 'violence-and-sexual-offences': { town: 1, proneness: 1 },
};
