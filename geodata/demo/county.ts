import type { DemoArea } from './areasTable.ts';
import { expectedEvents } from './agePattern.ts';
import { BOROUGH_NAMES } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { sum } from './table.ts';

/** What every generator needs to know of the county: its areas, their places and how prone they are to violence. */
export interface County {
  readonly areas: readonly DemoArea[];
  /** Area number -> position in BOROUGH_NAMES. */
  readonly boroughOf: readonly number[];
  /** Area numbers of each borough. */
  readonly boroughs: readonly (readonly number[])[];
  /** Id of the night-time economy hotspot an area lies in; '' where none. */
  readonly hotspot: readonly string[];
  /** The areas of the top quintile of violence (published by ward; which of a ward's areas, we chose). */
  readonly top: ReadonlySet<number>;
  /** How much more violence than its ages suggest: relative, 1 = what a middling area has. */
  readonly proneness: readonly number[];
}

/** England's LSOAs: the largest rank of the Index of Multiple Deprivation 2019. */
const ENGLAND_LSOAS = 32_844;
/** Ratio of the rates of the most and the least deprived end of England's ranks. */
const END_TO_END = 5.2;
/** Own deviation of an area from what its deprivation suggests: standard deviation on the log scale. */
const SPREAD = 0.3;
/** Further factors in and outside the town centres of the night-time economy, and for the published top areas. */
const TOWN_CENTRE = 4;
const TOP = 1.7;

/** One published entry names two wards for one area; either will do. */
const JOINT_WARDS: Readonly<Record<string, readonly string[]>> = { 'Sharnbrook/Riseley': ['Sharnbrook', 'Riseley'] };

export function describeCounty(areas: readonly DemoArea[], hotspot: readonly string[], figures: PublishedFigures, random: Random): County {
  const boroughOf = areas.map((area) => BOROUGH_NAMES.findIndex((name) => name === area.borough));
  const inclination = areas.map((area, i) => {
    const affluence = (area.imdRank - 0.5) / ENGLAND_LSOAS;
    return END_TO_END ** -affluence * Math.exp(SPREAD * random.normal()) * (hotspot[i] === '' ? 1 : TOWN_CENTRE);
  });
  const top = chooseTop(areas, inclination, figures);
  return {
    areas, boroughOf, hotspot, top,
    boroughs: BOROUGH_NAMES.map((_, borough) => boroughOf.flatMap((of, area) => (of === borough ? [area] : []))),
    proneness: inclination.map((value, area) => value * (top.has(area) && hotspot[area] === '' ? TOP : 1)),
  };
}

/** In each ward the published number of areas: those where most is to be expected. Throws where a ward is not found. */
function chooseTop(areas: readonly DemoArea[], inclination: readonly number[], figures: PublishedFigures): ReadonlySet<number> {
  const expected = areas.map((area, i) => (inclination[i] ?? 0) * sum(area.persons));
  const top = new Set<number>();
  for (const borough of BOROUGH_NAMES) {
    for (const [ward, count] of Object.entries(figures.top_count_quintile_lsoas_by_ward[borough])) {
      const names = JOINT_WARDS[ward] ?? [ward];
      const inWard = areas.flatMap((area, i) => (area.borough === borough && names.includes(area.ward) ? [i] : []));
      if (inWard.length < count) throw new Error(`Ward "${ward}" in ${borough} has ${inWard.length} areas in areas.csv but ${count} in the published table.`);
      for (const area of inWard.toSorted((a, b) => (expected[b] ?? 0) - (expected[a] ?? 0)).slice(0, count)) top.add(area);
    }
  }
  return top;
}

/** Person-years by area and age band over a number of years, from the mean population. */
export function personYears(county: County, members: readonly number[], years: number): number[] {
  const first = county.areas[0]?.persons ?? [];
  return first.map((_, band) => members.reduce((all, area) => all + (county.areas[area]?.persons[band] ?? 0) * years, 0));
}

/** Events each area's own ages would give at the relative risks, before any proneness. */
export function expectedByAge(county: County, risk: readonly number[], years: number): number[] {
  return county.areas.map((area) => sum(expectedEvents(risk, area.persons)) * years);
}

/** Area numbers in a decile of deprivation (1 = most deprived). */
export function inDecile(county: County, decile: number): number[] {
  return county.areas.flatMap((area, i) => (area.imdDecile === decile ? [i] : []));
}
