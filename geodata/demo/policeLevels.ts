import { plainRate, POLICE_RISK } from './agePattern.ts';
import { areaAges } from './areaAges.ts';
import { roundKeepingSum } from './controlledRounding.ts';
import { expectedByAge, inDecile, personYears } from './county.ts';
import type { County } from './county.ts';
import { fitLevels } from './levels.ts';
import { BOROUGH_NAMES, monthRows } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { rowOf, sum } from './table.ts';

const YEARS = 5;
/** Offences over five years that part the top quintile of areas from the others; not published, chosen to fit. */
const EDGE = 290;
/** Scatter of ages between areas, standard deviation on the log scale. */
const AGE_SCATTER = 0.25;
/** Town centres draw people of 15 to 34: factor on those bands. */
const TOWN_YOUTH = 1.6;
const YOUNG = { first: 3, last: 6 };
/** Victims whose age is not recorded, per victim whose age is. Not published. */
const AGE_NOT_RECORDED = 0.01;

export interface AreaOffences {
  /** Offences with a place, per area. */
  readonly offences: readonly number[];
  /** Victims per area by age band, 20 entries: the 19 bands and "not recorded". At least one per offence. */
  readonly victims: readonly (readonly number[])[];
}

/** Offences per area: boroughs exactly as published, end deciles and top areas as near as whole numbers allow. */
export function policeLevels(county: County, figures: PublishedFigures): Float64Array {
  const published = figures.dsr.police_violence_and_sexual_offences_2019_2023;
  const offences = placedByBorough(figures);
  const victims = victimsByBorough(county, figures).map(sum);
  const expected = expectedByAge(county, POLICE_RISK, YEARS);
  // In units of offences, so that a borough's ratio of victims to offences does not bend the rates of deciles.
  const perUnit = expected.map((value, area) => (value * (offences[county.boroughOf[area] ?? 0] ?? 0)) / (victims[county.boroughOf[area] ?? 0] ?? 1));
  const standard = plainRate(POLICE_RISK, POLICE_RISK.map(() => 1));
  const decile = (number: number, rate: number) => {
    const members = inDecile(county, number);
    return { members, total: (rate / standard) * sum(members.map((area) => perUnit[area] ?? 0)) };
  };
  const share = figures.police_uk_2019_2023.top_quintile_lsoas.share_of_all_violence_and_sexual_offences;
  const seed = expected.map((value, area) => value * (county.proneness[area] ?? 1));
  return fitLevels(seed, [
    { members: [...county.top], total: share * sum(offences) },
    decile(1, published.imd_most_deprived_decile),
    decile(10, published.imd_least_deprived_decile),
    ...county.boroughs.map((members, borough) => ({ members, total: offences[borough] ?? 0 })),
  ], { areas: county.top, edge: EDGE, unit: null });
}

export function placedByBorough(figures: PublishedFigures): number[] {
  const rows = monthRows(figures.violence_by_month_athena_2019_2023);
  return BOROUGH_NAMES.map((_, borough) => rows.reduce((all, row) => all + (row[borough] ?? 0), 0));
}

/** Victims by age band that give each borough its published standardised rate under the common age pattern. */
function victimsByBorough(county: County, figures: PublishedFigures): number[][] {
  const published = figures.dsr.police_violence_and_sexual_offences_2019_2023;
  const standard = plainRate(POLICE_RISK, POLICE_RISK.map(() => 1));
  return BOROUGH_NAMES.map((name, borough) => {
    const people = personYears(county, county.boroughs[borough] ?? [], YEARS);
    const raw = POLICE_RISK.map((risk, band) => (published[name].dsr / standard) * risk * (people[band] ?? 0));
    const total = Math.round(sum(raw));
    return roundKeepingSum(raw.map((value) => (value * total) / sum(raw)));
  });
}

/** Whole offences and victims per area. */
export function spreadOffences(county: County, figures: PublishedFigures, levels: ArrayLike<number>, random: Random): AreaOffences {
  const offences = county.areas.map(() => 0);
  const victims: (readonly number[])[] = county.areas.map(() => []);
  const ages = victimsByBorough(county, figures);
  county.boroughs.forEach((members, borough) => {
    const whole = roundKeepingSum(members.map((area) => levels[area] ?? 0));
    const byAge = ages[borough] ?? [];
    const ratio = sum(byAge) / sum(whole);
    const table = areaAges(roundKeepingSum(whole.map((count) => count * ratio)), byAge, (row, band) => {
      const area = members[row] ?? 0;
      const young = county.hotspot[area] !== '' && band >= YOUNG.first && band <= YOUNG.last;
      return (county.areas[area]?.persons[band] ?? 0) * (POLICE_RISK[band] ?? 0) * (young ? TOWN_YOUTH : 1);
    }, AGE_SCATTER, random);
    members.forEach((area, row) => {
      const known = Array.from(rowOf(table, row));
      const count = whole[row] ?? 0;
      offences[area] = count;
      victims[area] = [...known, Math.max(count - sum(known), Math.round(AGE_NOT_RECORDED * sum(known)))];
    });
  });
  return { offences, victims };
}
