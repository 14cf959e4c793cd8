import type { PopulationEntry } from './manifest.ts';
import { joined } from './kinds.ts';
import type { PersonTime } from './results.ts';
import type { Selection } from './selection.ts';
import { lowerFirst } from './text.ts';
import { AGE_BAND_COUNT, AGE_BANDS } from './vocabulary.ts';

const WEEK = 168;

/**
 * Which residents a rate is of, where these are not the residents of its own years. A pack with one population says
 * how it was made ("Population: mean of the mid-2017 and mid-2019 estimates"); with several, which years stand in
 * for which ("2020 residents stand in for 2021 to 2023"). Null where every year has its own.
 */
export function populationWords({ years, basis }: Pick<PopulationEntry, 'years' | 'basis'>, { substituted }: Pick<PersonTime, 'substituted'>): string | null {
  if (years.length === 1 && basis !== '') return `Population: ${lowerFirst(basis).replace(/\.$/, '')}`;
  const used = [...new Set(substituted.map((pair) => pair.used))].toSorted((a, b) => a - b);
  if (used.length === 0) return null;
  return used.map((held) => `${held} residents stand in for ${yearRanges(substituted.filter((pair) => pair.used === held).map(({ year }) => year))}`).join('; ');
}

/** Ages of chosen bands in words: "10-24", "10 and over", "under 25", "10-14 and 25-29"; "any age" for all bands, "no age" for none. */
export function ageWords(ages: readonly number[]): string {
  const chosen = [...new Set(ages)].filter((band) => band >= 0 && band < AGE_BAND_COUNT).toSorted((a, b) => a - b);
  if (chosen.length === AGE_BAND_COUNT) return 'any age';
  const runs: [number, number][] = [];
  for (const band of chosen) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === band - 1) last[1] = band;
    else runs.push([band, band]);
  }
  return runs.length === 0 ? 'no age' : joined(runs.map(([first, last]) => rangeWords(first, last)));
}

function rangeWords(first: number, last: number): string {
  const from = AGE_BANDS[first]?.split(/[-+]/)[0] ?? '';
  if (last === AGE_BAND_COUNT - 1) return `${from} and over`;
  const to = AGE_BANDS[last]?.split('-')[1] ?? '';
  return first === 0 ? `under ${Number(to) + 1}` : `${from}-${to}`;
}

/** "aged 10-24"; "of any age" for all bands. */
export function agedWords(ages: readonly number[]): string {
  const words = ageWords(ages);
  return /^(any|no) age$/.test(words) ? `of ${words}` : `aged ${words}`;
}

/** Which residents the person-years count: "residents", "female residents aged 10 and over". */
export function residentsWords({ ages, sex }: Pick<PersonTime, 'ages' | 'sex'>): string {
  return `${sex === 'all' ? '' : `${sex} `}residents${ages === null || ages.length === AGE_BAND_COUNT ? '' : ` ${agedWords(ages)}`}`;
}

/** What a rate is per, in the one wording of every screen: "per 100,000 residents aged 10-24 a year in these hours". */
export function denominatorWords(personTime: Pick<PersonTime, 'ages' | 'sex' | 'hoursOfWeek'>): string {
  return `per 100,000 ${residentsWords(personTime)} a year${personTime.hoursOfWeek < WEEK ? ' in these hours' : ''}`;
}

/** "directly standardised", and over which ages where they are chosen: "directly standardised over ages 10-24" (as Fingertips does for "under 75"). */
export function standardisedWords({ ages }: Pick<PersonTime, 'ages'>): string {
  return `directly standardised${ages === null || ages.length === AGE_BAND_COUNT ? '' : ` over ages ${ageWords(ages)}`}`;
}

/** Why rates of victims of one sex are per all residents (of the chosen ages); null where they are not, or where nobody would expect otherwise. */
export function denominatorNote({ sexes }: Pick<Selection, 'sexes'>, { sex, ages }: Pick<PersonTime, 'sex' | 'ages'>): string | null {
  if (sexes === null || sex !== 'all') return null;
  const [female, male, unknown] = [0, 1, 2].map((code) => sexes.includes(code));
  if (female === true && male === true) return null;
  const why = unknown === true ? 'No population goes with a sex that is not recorded' : 'The population held is not by sex';
  return `${why}, so rates are per all residents${ages === null || ages.length === AGE_BAND_COUNT ? '' : ' of these ages'}`;
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
