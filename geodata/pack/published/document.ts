import type { PublishedFigures } from '../../../src/model/published.ts';

/** The needs assessment that published-figures.json quotes: its title, its numbering, what lies beyond any pack. */
export const DOCUMENT = {
  title: 'Bedfordshire Strategic Needs Assessment 2023/24 (March 2024)',
  short: 'Strategic Needs Assessment 2023/24',
  notes: [
    'The text under Figure 23 repeats the rates of Figure 20 (A&E attendances) where Figure 24’s (admissions by deprivation) would be expected, so no value of Figure 24 is published.',
    'Table 4 counts the wards Sharnbrook and Riseley together.',
    'Figures 8, 9, 12, 13, 15 to 24, 26 and 27 are pictures: only the numbers that the text repeats can stand beside ours.',
  ],
} as const;

/** Figure ids of the assessment view -> numbers of the document. */
export const NUMBERS: PublishedFigures['numbers'] = {
  'population-by-borough': 'Section 2.1',
  'population-by-age': 'Figure 3 (county)',
  'density-quintiles': 'Figure 6',
  'imd-quintiles': 'Figure 7, Table 2',
  'crimes-by-borough': 'Table 3',
  'crimes-by-year': 'Figure 8 (years)',
  'crimes-by-category': 'Figure 8',
  'crimes-by-borough-and-category': 'Figure 9',
  'violence-count-quintiles': 'Figure 10, Table 4',
  'violence-rates-by-borough': 'Table 5',
  'violence-rates-by-area': 'Figure 11',
  'violence-rates-by-imd-decile': 'Figure 12',
  'violence-flags': 'Figure 13',
  'violence-by-month': 'Figure 14 (months)',
  'violence-by-weekday-hour': 'Figure 14 (weekdays and hours)',
  'violence-by-age-sex': 'Figure 15',
  'violence-by-type': 'Figure 16',
  'ambulance-by-year': 'Figure 17 (years)',
  'ambulance-top-areas': 'Figure 17 (areas)',
  'ambulance-by-age-sex': 'Figure 17 (age and sex)',
  'ambulance-by-month': 'Figure 17 (months)',
  'ambulance-by-weekday-hour': 'Figure 17 (weekdays and hours)',
  'attendances-by-year': 'Figure 18',
  'attendances-rates-by-borough': 'Table 9',
  'attendances-rates-by-area': 'Figure 19',
  'attendances-rates-by-imd-decile': 'Figure 20',
  'attendances-by-age-sex': 'Figure 21 (age and sex)',
  'attendances-by-imd-quintile': 'Figure 21 (deprivation)',
  'attendances-by-weekday-hour': 'Figure 21 (arrival hour)',
  'admissions-by-year': 'Figure 22',
  'admissions-rates-by-borough': 'Table 10',
  'admissions-rates-by-area': 'Figure 23',
  'admissions-rates-by-imd-decile': 'Figure 24',
  'admissions-by-month': 'Figure 25',
  'admissions-by-weekday-hour': 'Figure 26',
  'admissions-by-age-sex': 'Figure 27 (age and sex)',
  'admissions-by-imd-quintile': 'Figure 27 (deprivation)',
  'night-time-hotspots': 'Table 12',
};

const ETHNICITY = 'Ethnic group is not held: the document itself found too many unknown to conclude from, and records carry age and sex only.';

export const PARTS_BEYOND: PublishedFigures['beyond'] = [
  { numbers: 'Figure 3 (comparison)', title: 'Population of England and the East of England', reason: 'A pack holds the population of its own areas only.' },
  { numbers: 'Figure 4', title: 'Change of the population from 2012 to 2022', reason: 'A pack holds the mid-year populations used as denominators, not those of 2012 and 2022.' },
  { numbers: 'Figure 5', title: 'Population by ethnic group', reason: 'A pack holds no population by ethnic group.' },
  { numbers: 'Figure 13 (keywords)', title: 'Aggravating factors found by keyword search', reason: 'Public place, harassment, intimidation, repeat abuse and the like come from free text; records carry seven flags.' },
  { numbers: 'Section 3.1.1 (offenders)', title: 'Offenders by age and sex, serious youth violence', reason: 'Records describe offences, victims and places; no pack carries offenders.' },
  { numbers: 'Figure 15 (ethnic group)', title: 'Victims by ethnic group', reason: ETHNICITY },
  { numbers: 'Tables 6 to 8', title: 'Rape and serious sexual offences problem profile', reason: 'A separate restricted profile of its own period and offence list.' },
  { numbers: 'Figure 21 (ethnic group and arrival mode)', title: 'A&E attendances by ethnic group and mode of arrival', reason: 'Counts by area, age and month carry neither.' },
  { numbers: 'Figure 27 (ethnic group and cause)', title: 'Admissions by ethnic group and cause', reason: 'Counts by area, age and month carry neither.' },
  { numbers: 'Table 11', title: 'Violence against women and girls problem profile', reason: 'A separate restricted profile, in words.' },
  { numbers: 'Table 12 (people)', title: 'Offenders and victims in the night-time hotspots', reason: 'The profile’s records carry no person.' },
  { numbers: 'Sections 3.4 onwards (Figures 28 to 44, Tables 13 to 21)', title: 'Drugs, exploitation, young people, surveys, risk and protective factors, interventions', reason: 'Surveys, other services’ reports and literature: nothing that records of violence by area could regenerate.' },
];
