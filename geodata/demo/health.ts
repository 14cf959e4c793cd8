import { formatMonth, monthOfYear, monthRange } from '../../src/model/months.ts';
import { shareOut } from './controlledRounding.ts';
import type { County } from './county.ts';
import { deal, pick } from './dealing.ts';
import { spreadPatients } from './patients.ts';
import { BOROUGH_NAMES, monthRows } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { NOTHING_ELSE } from './records.ts';
import type { Generated } from './records.ts';
import { SEASON } from './streetShares.ts';
import { sum } from './table.ts';

/** Financial years 2016/17 to 2020/21, relative; published is only that the last fell sharply. */
const ATTENDANCE_YEARS = [1.05, 1.08, 1.06, 1, 0.62];
/** 2011/12 to 2020/21; published is only the rise from 2014/15 and the sharp fall in 2020/21. */
const ADMISSION_YEARS = [1, 0.96, 0.9, 0.86, 0.92, 1.02, 1.08, 1.14, 1.2, 0.82];
const APRIL = 4;

/** Attendances after assault, 2016/17 to 2020/21, one record per attendance. */
export function attendanceRecords(county: County, figures: PublishedFigures, random: Random): Generated {
  const published = figures.dsr.ae_attendances_after_assault_2016_17_to_2020_21;
  const events = BOROUGH_NAMES.map((name) => published.events[name]);
  const people = spreadPatients(county, {
    events, rates: BOROUGH_NAMES.map((name) => published[name].dsr), countyRate: published.Bedfordshire.dsr, slack: 0.015, years: 5,
    ends: { most: published.imd_most_deprived_decile, least: published.imd_least_deprived_decile }, high: { areas: 100, edge: 1.65 },
  }, random);
  const months = monthRange(2016 * 12 + APRIL - 1, 2021 * 12 + APRIL - 2);
  const weights = months.map((month, i) => (ATTENDANCE_YEARS[Math.floor(i / 12)] ?? 1) * (SEASON[monthOfYear(month) - 1] ?? 1));
  return { months: months.map(formatMonth), records: { ...NOTHING_ELSE, ...people, kind: new Uint8Array(people.area.length), month: deal(shareOut(sum(events), weights), random) } };
}

/** Admissions due to violence, 2011/12 to 2020/21, one record per admission; months of the year by borough as published. */
export function admissionRecords(county: County, figures: PublishedFigures, random: Random): Generated {
  const published = figures.dsr.hospital_admissions_due_to_violence_2011_12_to_2020_21;
  const events = BOROUGH_NAMES.map((name) => published.events[name]);
  const people = spreadPatients(county, {
    events, rates: BOROUGH_NAMES.map((name) => published[name].dsr), countyRate: published.Bedfordshire.dsr, slack: 0.07, years: 10,
    ends: null, high: { areas: 80, edge: 1.9 },
  }, random);
  const table = monthRows(figures.admissions_by_month_2011_12_to_2020_21);
  const cards = BOROUGH_NAMES.map((_, borough) => deal(table.map((row) => row[borough] ?? 0), random));
  const next = cards.map(() => 0);
  const month = Uint16Array.from(people.area, (area) => {
    const borough = county.boroughOf[area] ?? 0;
    const calendarMonth = cards[borough]?.[next[borough] ?? 0] ?? 0;
    next[borough] = (next[borough] ?? 0) + 1;
    // Financial years start in April: January to March are their last three months.
    return pick(ADMISSION_YEARS, random) * 12 + ((calendarMonth - (APRIL - 1) + 12) % 12);
  });
  const months = monthRange(2011 * 12 + APRIL - 1, 2021 * 12 + APRIL - 2).map(formatMonth);
  return { months, records: { ...NOTHING_ELSE, ...people, kind: new Uint8Array(people.area.length), month } };
}
