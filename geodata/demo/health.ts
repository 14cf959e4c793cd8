import { formatMonth, monthOfYear, monthRange } from '../../src/model/months.ts';
import { eventsByAge, HOSPITAL_RISK, plainRate } from './agePattern.ts';
import { areaAges } from './areaAges.ts';
import { roundKeepingSum, shareOut } from './controlledRounding.ts';
import { inDecile, personYears } from './county.ts';
import type { County } from './county.ts';
import { deal, pick, repeatEach } from './dealing.ts';
import { fitLevels } from './levels.ts';
import { BOROUGH_NAMES, monthRows } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { codesOf, NOTHING_ELSE } from './records.ts';
import type { Generated } from './records.ts';
import { SEASON } from './streetShares.ts';
import { rowOf, sum } from './table.ts';

interface Published {
  readonly events: readonly number[];
  readonly rates: readonly number[];
  /** How far a borough's rate may lie from the published one, as a share of it. */
  readonly slack: number;
  readonly ends: { readonly most: number; readonly least: number } | null;
  readonly years: number;
  /** Own deviation of areas, log scale. */
  readonly spread: number;
}

/** Patients live where they live, not where they were hurt: proneness counts up to this, town centres included. */
const MOST_PRONE = 1.1;
const AGE_SCATTER = 0.3;
/** Rounds in which the end deciles' events are corrected for boroughs' different age patterns. */
const CORRECTIONS = 8;

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
    events, rates: BOROUGH_NAMES.map((name) => published[name].dsr), slack: 0.015, years: 5, spread: 0.4,
    ends: { most: published.imd_most_deprived_decile, least: published.imd_least_deprived_decile },
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
    events, rates: BOROUGH_NAMES.map((name) => published[name].dsr), slack: 0.07, years: 10, spread: 0.35, ends: null,
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

/**
 * Patients by area and age: each borough's number exactly as published, its ages such that its standardised rate
 * comes within the slack, the end deciles' rates as published where they are.
 */
function spreadPatients(county: County, published: Published, random: Random): { area: Int32Array; sourceCode: string[]; age: Uint8Array } {
  const perPerson = county.boroughs.map((members, borough) => {
    const people = personYears(county, members, published.years);
    const rate = published.rates[borough] ?? 0;
    return eventsByAge(published.events[borough] ?? 0, [rate * (1 - published.slack), rate * (1 + published.slack)], HOSPITAL_RISK, people)
      .map((value, band) => value / (people[band] ?? 1));
  });
  const expected = (area: number, band: number): number =>
    (county.areas[area]?.persons[band] ?? 0) * published.years * (perPerson[county.boroughOf[area] ?? 0]?.[band] ?? 0);
  const levels = fitPatients(county, published, expected, random);
  const area: number[] = [];
  const age: number[] = [];
  county.boroughs.forEach((members, borough) => {
    const people = personYears(county, members, published.years);
    const byAge = (perPerson[borough] ?? []).map((value, band) => value * (people[band] ?? 0));
    const table = areaAges(roundKeepingSum(members.map((each) => levels[each] ?? 0)), byAge, (row, band) => expected(members[row] ?? 0, band), AGE_SCATTER, random);
    members.forEach((each, row) => {
      for (const band of repeatEach(rowOf(table, row))) {
        area.push(each);
        age.push(band);
      }
    });
  });
  const areas = Int32Array.from(area);
  return { area: areas, sourceCode: codesOf(areas, county.areas.map(({ code }) => code)), age: Uint8Array.from(age) };
}

function fitPatients(county: County, published: Published, expected: (area: number, band: number) => number, random: Random): Float64Array {
  const bands = HOSPITAL_RISK.map((_, band) => band);
  const unit = county.areas.map((_, area) => sum(bands.map((band) => expected(area, band))));
  const seed = unit.map((value, area) => value * Math.min(county.proneness[area] ?? 1, MOST_PRONE) * Math.exp(published.spread * random.normal()));
  const boroughs = county.boroughs.map((members, borough) => ({ members, total: published.events[borough] ?? 0 }));
  if (!published.ends) return fitLevels(seed, boroughs, null);
  const ends = [{ decile: 1, rate: published.ends.most }, { decile: 10, rate: published.ends.least }].map(({ decile, rate }) => {
    const members = inDecile(county, decile);
    const people = personYears(county, members, published.years);
    return { members, people, rate, total: (rate / 1e5) * sum(people) };
  });
  let levels = fitLevels(seed, [...ends, ...boroughs], null);
  for (let round = 0; round < CORRECTIONS; round += 1) {
    for (const end of ends) {
      const events = bands.map((band) => sum(end.members.map((area) => ((levels[area] ?? 0) / (unit[area] ?? 1)) * expected(area, band))));
      end.total *= end.rate / plainRate(events, end.people);
    }
    levels = fitLevels(seed, [...ends, ...boroughs], null);
  }
  return levels;
}
