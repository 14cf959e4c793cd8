import type { PopulationTable } from '../model/areas.ts';
import { parseMonth, yearOf } from '../model/months.ts';
import type { PersonTime } from '../model/results.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';

export interface PersonYears extends Pick<PersonTime, 'months' | 'substituted'> {
  /** Person-years by area and age band: `area * 19 + band`. */
  readonly byBand: Float64Array;
  /** Person-years by area. */
  readonly total: Float64Array;
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
 * @param months the chosen months that the data set holds, "YYYY-MM"; whatever does not parse is left out.
 */
export function personYears(population: PopulationTable, months: readonly string[]): PersonYears {
  const monthsPerYear = new Map<number, number>();
  for (const text of months) {
    const month = parseMonth(text);
    if (month !== null) monthsPerYear.set(yearOf(month), (monthsPerYear.get(yearOf(month)) ?? 0) + 1);
  }
  const cells = population.areas * AGE_BAND_COUNT;
  const byBand = new Float64Array(cells);
  const substituted: { year: number; used: number }[] = [];
  let counted = 0;
  for (const [year, held] of [...monthsPerYear].toSorted(([a], [b]) => a - b)) {
    counted += held;
    const used = nearestHeldYear(population.years, year);
    if (used === null) continue;
    if (used !== year) substituted.push({ year, used });
    addYear(byBand, population.persons, population.years.indexOf(used) * cells, held / 12);
  }
  return { months: counted, substituted, byBand, total: totalsOf(byBand, population.areas) };
}

function addYear(byBand: Float64Array, persons: Float64Array, start: number, years: number): void {
  for (let cell = 0; cell < byBand.length; cell += 1) {
    const held = persons[start + cell]!;
    if (held > 0) byBand[cell]! += held * years;
  }
}

function totalsOf(byBand: Float64Array, areas: number): Float64Array {
  const total = new Float64Array(areas);
  for (let cell = 0; cell < byBand.length; cell += 1) total[Math.floor(cell / AGE_BAND_COUNT)]! += byBand[cell]!;
  return total;
}
