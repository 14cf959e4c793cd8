import type { PopulationTable } from '../model/areas.ts';
import { parseMonth, yearOf } from '../model/months.ts';
import type { PersonTime } from '../model/results.ts';
import { AGE_BAND_COUNT, SEXES } from '../model/vocabulary.ts';
import type { VictimClauses } from './victimClauses.ts';

export interface PersonYears extends Pick<PersonTime, 'months' | 'substituted' | 'ages' | 'sex'> {
  /** Person-years by area and age band: `area * 19 + band`; 0 in bands that are not chosen. */
  readonly byBand: Float64Array;
  /** Person-years by area. */
  readonly total: Float64Array;
}

/** Whose time counts: residents of these age bands (null = all), women, men or everybody. */
export type Residents = Pick<PersonTime, 'ages' | 'sex'>;

const EVERYBODY: Residents = { ages: null, sex: 'all' };

/**
 * The residents that the clauses on victims choose: their age bands, and women or men where just these are chosen and
 * the population is held by sex. Every band is the same as no choice. Whatever else is chosen, everybody counts.
 */
export function residentsOf({ ages, sexes }: VictimClauses, { female }: Pick<PopulationTable, 'female'>): Residents {
  const bands = ages && [...new Set(ages)].filter((band) => band >= 0 && band < AGE_BAND_COUNT).toSorted((a, b) => a - b);
  const [sex, another] = new Set(sexes ?? []);
  const one = female !== undefined && sex !== undefined && another === undefined ? SEXES[sex]?.id : undefined;
  return { ages: bands?.length === AGE_BAND_COUNT ? null : bands, sex: one === 'female' || one === 'male' ? one : 'all' };
}

/** The held year nearest to `year`, the earlier of two equally near; null where none is held. */
export function nearestHeldYear(years: readonly number[], year: number): number | null {
  return years.reduce<number | null>((best, held) => {
    if (best === null) return held;
    const nearer = Math.abs(held - year) - Math.abs(best - year);
    return nearer < 0 || (nearer === 0 && held < best) ? held : best;
  }, null);
}

/**
 * Person-years of residents over the given months: each month counts a twelfth of the mid-year population of the
 * nearest held year (OHID Fingertips: mid-year populations summed over the period, shorter periods by their share).
 * Months that are not given carry no person-time. Areas without a population (NaN) count 0.
 *
 * Bands that are not chosen count nothing, and where women or men are chosen only they do (men: persons less women).
 *
 * Kept for the next call with the same months and residents: not to be changed.
 *
 * @param months the chosen months that the data set holds, "YYYY-MM"; whatever does not parse is left out.
 */
export function personYears(population: PopulationTable, months: readonly string[], residents: Residents = EVERYBODY): PersonYears {
  const key = JSON.stringify([months, residents.ages, residents.sex]);
  const kept = keptOf.get(population) ?? [];
  const held = kept.find((one) => one.key === key);
  const time = held?.time ?? countPersonYears(population, months, residents);
  // The one last asked for stands first.
  keptOf.set(population, [{ key, time }, ...kept.filter((one) => one !== held)].slice(0, KEPT));
  return time;
}

/** How many are kept of one population: hours, types and places do not change them. */
const KEPT = 4;

// By population, so that they go with it.
const keptOf = new WeakMap<PopulationTable, { readonly key: string; readonly time: PersonYears }[]>();

function countPersonYears(population: PopulationTable, months: readonly string[], residents: Residents): PersonYears {
  const monthsPerYear = new Map<number, number>();
  for (const text of months) {
    const month = parseMonth(text);
    if (month !== null) monthsPerYear.set(yearOf(month), (monthsPerYear.get(yearOf(month)) ?? 0) + 1);
  }
  const cells = population.areas * AGE_BAND_COUNT;
  const persons = personsOf(population, residents.sex);
  const byBand = new Float64Array(cells);
  const substituted: { year: number; used: number }[] = [];
  const heldYears: { start: number; years: number }[] = [];
  let counted = 0;
  for (const [year, held] of [...monthsPerYear].toSorted(([a], [b]) => a - b)) {
    counted += held;
    const used = nearestHeldYear(population.years, year);
    if (used === null) continue;
    if (used !== year) substituted.push({ year, used });
    heldYears.push({ start: population.years.indexOf(used) * cells, years: held / 12 });
  }
  // A stretch of areas at a time, so that its sums stay at hand from year to year.
  for (let from = 0; from < cells; from += STRETCH) {
    for (const { start, years } of heldYears) addYear(byBand, persons, { start, years, from, to: Math.min(cells, from + STRETCH) });
  }
  if (residents.ages !== null) leaveOutOtherBands(byBand, residents.ages);
  return { months: counted, substituted, ...residents, byBand, total: totalsOf(byBand, population.areas) };
}

function personsOf({ persons, female }: PopulationTable, sex: PersonTime['sex']): Float64Array {
  if (sex === 'all' || female === undefined) return persons;
  return sex === 'female' ? female : persons.map((everybody, cell) => everybody - female[cell]!);
}

function leaveOutOtherBands(byBand: Float64Array, ages: readonly number[]): void {
  for (let band = 0; band < AGE_BAND_COUNT; band += 1) {
    if (!ages.includes(band)) for (let cell = band; cell < byBand.length; cell += AGE_BAND_COUNT) byBand[cell] = 0;
  }
}

/** Cells of a stretch: 16 kB. */
const STRETCH = 2048;

function addYear(byBand: Float64Array, persons: Float64Array, { start, years, from, to }: { readonly start: number; readonly years: number; readonly from: number; readonly to: number }): void {
  for (let cell = from; cell < to; cell += 1) {
    const held = persons[start + cell]!;
    if (held > 0) byBand[cell]! += held * years;
  }
}

function totalsOf(byBand: Float64Array, areas: number): Float64Array {
  const total = new Float64Array(areas);
  for (let area = 0, cell = 0; area < areas; area += 1) {
    let years = 0;
    for (let band = 0; band < AGE_BAND_COUNT; band += 1, cell += 1) years += byBand[cell]!;
    total[area] = years;
  }
  return total;
}
