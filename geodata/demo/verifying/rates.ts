import type { AreaTable, PopulationTable } from '../../../src/model/areas.ts';
import { parseMonth, yearOf } from '../../../src/model/months.ts';
import { AGE_BAND_COUNT } from '../../../src/model/vocabulary.ts';
import { benchmarkClass } from '../../../src/statistics/benchmarkClass.ts';
import { directlyStandardisedRate } from '../../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 } from '../../../src/statistics/europeanStandardPopulation.ts';
import type { RateResult } from '../../../src/statistics/rate.ts';

const OPTIONS = { confidence: 0.95, multiplier: 100_000 };

/** Person-years by area and age band: each month a twelfth of the nearest held year's population. */
export function personYearsOf(population: PopulationTable, months: readonly string[]): Float64Array {
  const size = population.areas * AGE_BAND_COUNT;
  const years = new Float64Array(size);
  for (const month of months) {
    const year = yearOf(parseMonth(month) ?? 0);
    const held = nearest(population.years, year) * size;
    for (let i = 0; i < size; i += 1) years[i] = (years[i] ?? 0) + (population.persons[held + i] ?? 0) / 12;
  }
  return years;
}

function nearest(years: readonly number[], wanted: number): number {
  let best = 0;
  years.forEach((year, i) => { if (Math.abs(year - wanted) < Math.abs((years[best] ?? 0) - wanted)) best = i; });
  return best;
}

export interface Standardised {
  readonly of: (areas: readonly number[]) => RateResult;
  /** Areas whose lower limit (95%) lies above the rate of the whole county. */
  readonly significantlyHigher: number;
}

/** Directly standardised rates per 100,000 of any group of areas, and how many areas exceed the whole. */
export function standardise(areas: AreaTable, events: Float64Array, personYears: Float64Array): Standardised {
  const of = (members: readonly number[]): RateResult =>
    directlyStandardisedRate(pooled(events, members), pooled(personYears, members), EUROPEAN_STANDARD_POPULATION_2013, OPTIONS);
  const all = areas.code.map((_, area) => area);
  const county = of(all).value ?? NaN;
  const higher = all.filter((area) => {
    const rate = of([area]);
    return rate.reason === null && benchmarkClass(rate.lower, rate.upper, county) === 'higher';
  });
  return { of, significantlyHigher: higher.length };
}

function pooled(values: Float64Array, members: readonly number[]): number[] {
  return Array.from({ length: AGE_BAND_COUNT }, (_, band) => members.reduce((all, area) => all + (values[area * AGE_BAND_COUNT + band] ?? 0), 0));
}

/** Area numbers that a column's value chooses. */
export function areasWhere<T>(column: ArrayLike<T>, wanted: (value: T) => boolean): number[] {
  return Array.from(column).flatMap((value, area) => (wanted(value) ? [area] : []));
}
