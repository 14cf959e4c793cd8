import type { PopulationEntry } from './manifest.ts';
import type { PersonTime } from './results.ts';

/**
 * Which residents a rate is of, where these are not the residents of its own years. A pack with one population says
 * how it was made ("Population: mean of the mid-2017 and mid-2019 estimates"); with several, which years stand in
 * for which ("2020 residents stand in for 2021 to 2023"). Null where every year has its own.
 */
export function populationWords({ years, basis }: Pick<PopulationEntry, 'years' | 'basis'>, { substituted }: Pick<PersonTime, 'substituted'>): string | null {
  if (years.length === 1 && basis !== '') return `Population: ${basis.charAt(0).toLowerCase()}${basis.slice(1).replace(/\.$/, '')}`;
  const used = [...new Set(substituted.map((pair) => pair.used))].toSorted((a, b) => a - b);
  if (used.length === 0) return null;
  return used.map((held) => `${held} residents stand in for ${yearRanges(substituted.filter((pair) => pair.used === held).map(({ year }) => year))}`).join('; ');
}

/** "2018", "2021 to 2023", "2016, 2021 to 2023". */
function yearRanges(years: readonly number[]): string {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const year of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else ranges.push([year, year]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`)).join(', ');
}
