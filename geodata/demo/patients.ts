import { bendRisk, eventsByAge, HOSPITAL_RISK, plainRate } from './agePattern.ts';
import { areaAges } from './areaAges.ts';
import { roundKeepingSum } from './controlledRounding.ts';
import { inDecile, personYears } from './county.ts';
import type { County } from './county.ts';
import { repeatEach } from './dealing.ts';
import { fitLevels } from './levels.ts';
import type { Random } from './random.ts';
import { codesOf } from './records.ts';
import { rowOf, sum } from './table.ts';

export interface PatientTargets {
  readonly years: number;
  /** Events and standardised rates per 100,000 of the boroughs, and the county's rate. */
  readonly events: readonly number[];
  readonly rates: readonly number[];
  readonly countyRate: number;
  /** How far the rates may lie from the published ones, as a share of them. */
  readonly slack: number;
  /** Rates of the most and the least deprived decile; null where not published. */
  readonly ends: { readonly most: number; readonly least: number } | null;
  /** How many areas stand out, and the rate, as a multiple of the county's, that parts them from the others. */
  readonly high: { readonly areas: number; readonly edge: number };
}

/** Own deviation of an area's patients from what deprivation suggests, log scale. */
const SPREAD = 0.3;
/** Patients live where they live, not where they were hurt: proneness counts up to this, town centres included. */
const MOST_PRONE = 1.1;
const AGE_SCATTER = 0.2;
/** Rounds in which the end deciles' events are corrected for the boroughs' different age patterns. */
const CORRECTIONS = 8;
const SEARCH_STEPS = 40;
const STRONGEST_BEND = 20;
const BANDS = HOSPITAL_RISK.map((_, band) => band);

/**
 * Patients by area and age: each borough's number exactly as published, ages such that its standardised rate and
 * the county's come within the slack, the end deciles' rates as published, and about the published number of
 * areas well above the county.
 */
export function spreadPatients(county: County, targets: PatientTargets, random: Random): { area: Int32Array; sourceCode: string[]; age: Uint8Array } {
  const byAge = agesOfBoroughs(county, targets);
  const perPerson = byAge.map((events, borough) => {
    const people = personYears(county, county.boroughs[borough] ?? [], targets.years);
    return events.map((value, band) => value / (people[band] ?? 1));
  });
  const expected = (area: number, band: number): number =>
    (county.areas[area]?.persons[band] ?? 0) * targets.years * (perPerson[county.boroughOf[area] ?? 0]?.[band] ?? 0);
  const levels = fitPatients(county, targets, expected, random);
  const area: number[] = [];
  const age: number[] = [];
  county.boroughs.forEach((members, borough) => {
    const whole = roundKeepingSum(members.map((each) => levels[each] ?? 0));
    const table = areaAges(whole, byAge[borough] ?? [], (row, band) => expected(members[row] ?? 0, band), AGE_SCATTER, random);
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

/** Events by borough and age band; where the county's rate would miss, risks are bent for all boroughs alike. */
function agesOfBoroughs(county: County, targets: PatientTargets): number[][] {
  const everyone = personYears(county, county.areas.map((_, area) => area), targets.years);
  const ages = (bend: number): number[][] => county.boroughs.map((members, borough) => {
    const rate = targets.rates[borough] ?? 0;
    return eventsByAge(targets.events[borough] ?? 0, [rate * (1 - targets.slack), rate * (1 + targets.slack)],
      bendRisk(HOSPITAL_RISK, bend, everyone), personYears(county, members, targets.years));
  });
  const rate = (all: readonly (readonly number[])[]): number => plainRate(BANDS.map((band) => sum(all.map((events) => events[band] ?? 0))), everyone);
  const natural = rate(ages(0)) / targets.countyRate - 1;
  if (Math.abs(natural) <= targets.slack) return ages(0);
  const wanted = targets.countyRate * (1 + Math.sign(natural) * targets.slack);
  let low = -STRONGEST_BEND;
  let high = STRONGEST_BEND;
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (rate(ages(middle)) < wanted) low = middle;
    else high = middle;
  }
  return ages((low + high) / 2);
}

function fitPatients(county: County, targets: PatientTargets, expected: (area: number, band: number) => number, random: Random): Float64Array {
  const usual = county.areas.map((_, area) => sum(BANDS.map((band) => expected(area, band))));
  const lean = county.areas.map((_, area) => Math.min(county.proneness[area] ?? 1, MOST_PRONE) * Math.exp(SPREAD * random.normal()));
  const rateOf = (area: number): number => (targets.rates[county.boroughOf[area] ?? 0] ?? 0) / targets.countyRate;
  const seed = usual.map((value, area) => (value * (lean[area] ?? 1)) / rateOf(area));
  const boroughs = county.boroughs.map((members, borough) => ({ members, total: targets.events[borough] ?? 0 }));
  const ranked = lean.map((_, area) => area).toSorted((a, b) => (lean[b] ?? 0) - (lean[a] ?? 0));
  const top = { areas: new Set(ranked.slice(0, targets.high.areas)), edge: targets.high.edge, unit: usual.map((value, area) => value / rateOf(area)) };
  const ends = (targets.ends ? [{ decile: 1, rate: targets.ends.most }, { decile: 10, rate: targets.ends.least }] : []).map(({ decile, rate }) => {
    const members = inDecile(county, decile);
    const people = personYears(county, members, targets.years);
    return { members, people, rate, total: (rate / 1e5) * sum(people) };
  });
  let levels = fitLevels(seed, [...ends, ...boroughs], top);
  for (let round = 0; round < CORRECTIONS; round += 1) {
    for (const end of ends) {
      const events = BANDS.map((band) => sum(end.members.map((area) => ((levels[area] ?? 0) / (usual[area] ?? 1)) * expected(area, band))));
      end.total *= end.rate / plainRate(events, end.people);
    }
    levels = fitLevels(seed, [...ends, ...boroughs], top);
  }
  return levels;
}
