import { NO_LOCATION, OUTSIDE_COUNTY } from '../../src/model/cells.ts';
import type { DataSetEntry, KindEntry, SetAside } from '../../src/model/manifest.ts';
import { CRIME_TYPES, OFFENCE_SUBGROUPS } from '../../src/model/vocabulary.ts';
import { REASONS } from '../sources/placement.ts';
import { NTE_KINDS } from './nteKinds.ts';
import type { Generated } from './records.ts';

type Description = Pick<DataSetEntry, 'id' | 'title' | 'unit' | 'kind' | 'kinds' | 'fields' | 'rowsAreVictims' | 'disclosureThreshold' | 'caveats'>;

/** Counts of 1 to 4 stay hidden in health data by default, as sharing agreements ask; synthetic data shows it at work. */
const HEALTH_THRESHOLD = 5;
const SYNTHETIC = 'Synthetic: no row describes a real event or person. A seeded generator made them so that totals agree with figures published in the Bedfordshire strategic needs assessment 2023/24.';
const NO_FIELDS = { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false };
const ASSAULT: readonly KindEntry[] = [{ type: 'assault', typeTitle: 'Assault', subgroup: null, subgroupTitle: null, crime: true }];
const VIOLENCE: readonly KindEntry[] = OFFENCE_SUBGROUPS.map((subgroup) => ({
  type: 'violence-and-sexual-offences', typeTitle: 'Violence and sexual offences', subgroup: subgroup.id, subgroupTitle: subgroup.title, crime: true,
}));
const STREET: readonly KindEntry[] = CRIME_TYPES.map((type) => ({ type: type.id, typeTitle: type.title, subgroup: null, subgroupTitle: null, crime: type.crime }));

export const DESCRIPTIONS: readonly Description[] = [
  {
    id: 'police-recorded', title: 'Police-recorded violence and sexual offences', unit: 'offences', kind: 'police-extract', kinds: VIOLENCE,
    fields: { weekdayHour: true, subgroup: true, age: true, sex: true, flags: true }, rowsAreVictims: true, disclosureThreshold: 0,
    caveats: [
      SYNTHETIC,
      'Fitted to publication: offences by month and borough, by weekday and four-hour group, the rates of the boroughs and of both ends of deprivation, shares of offence subgroups and flags, victims by sex.',
      'Not published and therefore invented: which area had how many offences (but for group totals), years, single hours, the split of rape and other sexual offences, "child at risk", and victims without recorded age or sex.',
      'Times stored as exactly 00:00 usually mean "not known". Their number is estimated: what 00:00 to 03:59 holds beyond the geometric mean of the hours before and after.',
      'Rows are victims: counts count offences, standardised rates count victims whose age is known.',
      'Night-time offences in town centres happen to people who live elsewhere; rates per resident overstate the risk there.',
    ],
  },
  {
    id: 'street', title: 'Street-level crime (as data.police.uk publishes)', unit: 'crimes', kind: 'street', kinds: STREET,
    fields: NO_FIELDS, rowsAreVictims: false, disclosureThreshold: 0,
    caveats: [
      SYNTHETIC,
      'Fitted to publication: crimes by borough, violence and sexual offences in the county and their share in 2019 and 2023, the 76 areas with most of it by ward, and the share they hold. Other categories follow the proportions of 37 published months.',
      'Not published and therefore invented: years, which of a ward\'s areas are among the 76, all single areas, and the split of 15,285 rows into "no location" and "outside the county". Areas outside the county carry made-up codes.',
      'Months only: no day, hour or victim. Points are snapped to a small list of places; make no street-level claim.',
      'Anti-social behaviour is incidents, not recorded crime. Police recorded crime is official but not accredited statistics.',
    ],
  },
  {
    id: 'nte-profile', title: 'Night-time economy profile', unit: 'offences', kind: 'nte-profile', kinds: NTE_KINDS,
    fields: { weekdayHour: true, subgroup: true, age: false, sex: false, flags: true }, rowsAreVictims: false, disclosureThreshold: 0,
    caveats: [
      SYNTHETIC,
      'Only the four hotspots, only 19:00 to 07:00, May 2021 to October 2022: areas elsewhere and daytime hours are not covered, which is not the same as zero.',
      'Fitted to publication: offences and incidents, leading offences, domestic and hate shares, offences per weekend (taken as the nights of Friday and Saturday). Peaks are published in words; the weights of single hours are invented, as are the lesser offences.',
      'Unlike the force\'s extract this set has no times stored as exactly 00:00.',
    ],
  },
  {
    id: 'ae-attendances', title: 'A&E attendances after assault', unit: 'attendances', kind: 'health-counts', kinds: ASSAULT,
    fields: { ...NO_FIELDS, age: true }, rowsAreVictims: false, disclosureThreshold: HEALTH_THRESHOLD,
    caveats: [
      SYNTHETIC,
      'Fitted to publication: attendances and standardised rates by borough, rates of both ends of deprivation. Years and months are invented but for the sharp fall in 2020/21.',
      'The published numbers and rates of Bedford and Luton agree only if ages there are very unusual (in Bedford about two thirds aged 20 to 24). The ages were bent to meet both; draw no conclusion from them.',
      'By place of residence, not of the assault.',
    ],
  },
  {
    id: 'admissions', title: 'Hospital admissions due to violence', unit: 'admissions', kind: 'health-counts', kinds: ASSAULT,
    fields: { ...NO_FIELDS, age: true }, rowsAreVictims: false, disclosureThreshold: HEALTH_THRESHOLD,
    caveats: [
      SYNTHETIC,
      'Fitted to publication: admissions by month of the year and borough. Years are invented but for the rise from 2014/15 and the sharp fall in 2020/21.',
      'Most years lie before the populations held, so rates use the nearest held year; they come out up to 7% below the published ones, whose populations were smaller.',
      'By place of residence, not of the assault.',
    ],
  },
  {
    id: 'ambulance', title: 'Ambulance callouts to assaults', unit: 'callouts', kind: 'health-counts', kinds: ASSAULT,
    fields: { ...NO_FIELDS, age: true }, rowsAreVictims: false, disclosureThreshold: HEALTH_THRESHOLD,
    caveats: [
      SYNTHETIC,
      'Fitted to publication: callouts in 2022 and 2023, the share of the top ten places (the tenth is shared by eight areas), the order of the busiest months and ages. Which areas these are is invented.',
      'By the place to which the ambulance was called. Patients\' sex was published (63% male) but counts by area and age do not carry it.',
    ],
  },
];

/** The manifest's entry: the description with the months and the account of the records. */
export function makeEntry(description: Description, { records, months }: Generated): DataSetEntry {
  const rows = (wanted: number): number => records.area.reduce((all, area) => all + (area === wanted ? 1 : 0), 0);
  const setAside: SetAside[] = [{ reason: REASONS.noLocation, rows: rows(NO_LOCATION), inRecords: true }, { reason: REASONS.outside, rows: rows(OUTSIDE_COUNTY), inRecords: true }]
    .filter((each) => each.rows > 0);
  const read = records.area.length;
  return {
    ...description, months,
    account: { read, kept: read - setAside.reduce((all, each) => all + each.rows, 0), setAside },
    files: [],
    attribution: 'Synthetic data made by this project, calibrated to published figures.',
    cells: `records/${description.id}.cells`,
    table: `${description.kind === 'health-counts' ? 'counts' : 'records'}/${description.id}.parquet`,
  };
}
