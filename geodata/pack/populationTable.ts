import type { PopulationTable } from '../../src/model/areas.ts';
import type { PopulationEntry } from '../../src/model/manifest.ts';
import { AGE_BAND_COUNT } from '../../src/model/vocabulary.ts';
import type { LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import { requireAll } from '../sources/imd.ts';
import type { LsoaLookup } from '../sources/lookups.ts';
import type { PopulationYear } from '../sources/populationRows.ts';

/** How the figures of a year came onto the pack's LSOAs. */
type Way = 'published' | 'summed' | 'shared';

export interface PopulationResult {
  readonly population: PopulationTable;
  readonly entry: PopulationEntry;
  /** Files not used because the year is held on the pack's own LSOAs. */
  readonly unused: readonly PopulationYear[];
  readonly used: readonly PopulationYear[];
}

/**
 * Mid-year populations on the pack's LSOAs. A year published on them is used as it is. A year on 2021 LSOAs is
 * summed to 2011 ones, which is exact. A year on 2011 LSOAs in a 2021 pack is shared among the parts of split
 * areas by Census 2021 residents, the same share in every age band, which `basis` says.
 *
 * @param residents2021 Census 2021 residents by 2021 code, for the shares; null where not held
 */
export function populationOn(
  vintage: LsoaVintage, codes: readonly string[], years: readonly PopulationYear[], lookup: LsoaLookup, residents2021: ReadonlyMap<string, number> | null,
): PopulationResult {
  const { joined, unused: repeated } = joinFiles(years, lookup);
  const held = new Map<number, JoinedYear>();
  for (const each of [...joined].toSorted((a, b) => Number(b.vintage === vintage) - Number(a.vintage === vintage))) {
    if (!held.has(each.year)) held.set(each.year, each);
  }
  const sorted = [...held.values()].toSorted((a, b) => a.year - b.year);
  const unused = [...repeated, ...joined.filter((each) => !sorted.includes(each)).flatMap((each) => each.parts)];
  if (sorted.length === 0) stop('No mid-year population by single year of age was found', 'the folder of inputs', 'Add at least one year; geodata/README.md says where it is published.');
  const persons = new Float64Array(sorted.length * codes.length * AGE_BAND_COUNT);
  const ways = sorted.map((year, index) => {
    const { way, bandsOf } = onto(vintage, year, lookup, residents2021);
    codes.forEach((code, area) => persons.set(bandsOf(code), (index * codes.length + area) * AGE_BAND_COUNT));
    return way;
  });
  return {
    population: { years: sorted.map(({ year }) => year), areas: codes.length, persons },
    entry: { years: sorted.map(({ year }) => year), basis: basis(vintage, sorted.map(({ year }) => year), ways) },
    unused, used: sorted.flatMap((year) => year.parts),
  };
}

/** A year on one vintage, joined from the files that each cover some boroughs. */
interface JoinedYear {
  readonly year: number;
  readonly vintage: LsoaVintage;
  readonly bands: Map<string, Float64Array>;
  readonly parts: PopulationYear[];
  readonly file: string;
}

/** Joins files of the same year and vintage; stops where two disagree on an area, or areas are missing in the end. */
function joinFiles(years: readonly PopulationYear[], lookup: LsoaLookup): { joined: JoinedYear[]; unused: PopulationYear[] } {
  const joined = new Map<string, JoinedYear>();
  const unused: PopulationYear[] = [];
  for (const each of years) {
    const key = `${each.year} ${each.vintage}`;
    const year: JoinedYear = joined.get(key) ?? { year: each.year, vintage: each.vintage, bands: new Map(), parts: [], file: each.file };
    joined.set(key, year);
    const clash = [...each.bands].find(([code, bands]) => year.bands.get(code)?.some((persons, band) => persons !== bands[band]));
    if (clash) stop(`Mid-${each.year} populations of ${clash[0]} differ between two files`, `${year.parts.map((part) => part.file).join(', ')} and ${each.file}`, 'Leave the one you want in the folder.');
    if ([...each.bands.keys()].every((code) => year.bands.has(code))) {
      unused.push(each);
      continue;
    }
    for (const [code, bands] of each.bands) year.bands.set(code, bands);
    year.parts.push(each);
  }
  for (const year of joined.values()) requireAll(year.bands, lookup.members[year.vintage], `${year.parts.map((part) => part.file).join(', ')}, mid-${year.year}`);
  return { joined: [...joined.values()], unused };
}

function onto(vintage: LsoaVintage, year: JoinedYear, lookup: LsoaLookup, residents: ReadonlyMap<string, number> | null): { way: Way; bandsOf: (code: string) => Float64Array } {
  const bands = (code: string): Float64Array => year.bands.get(code) ?? new Float64Array(AGE_BAND_COUNT);
  if (year.vintage === vintage) return { way: 'published', bandsOf: bands };
  // Either way, an area that corresponds to several of the other vintage which are not wholly its own needs shares.
  const others = vintage === '2011' ? lookup.children : lookup.parents;
  const back = vintage === '2011' ? lookup.parents : lookup.children;
  const shareOf = (code: string, other: string): number => {
    const siblings = back.get(other) ?? [];
    if (siblings.length <= 1) return 1;
    if (vintage === '2011') return stop(`${other} was made from several 2011 LSOAs, so mid-${year.year} populations on 2021 LSOAs cannot be summed to 2011 ones`, year.file, 'Use populations on 2011 LSOAs, or build the pack with --lsoa 2021.');
    const total = siblings.reduce((sum, sibling) => sum + (residents?.get(sibling) ?? NaN), 0);
    const share = (residents?.get(code) ?? NaN) / total;
    return Number.isFinite(share) ? share : stop(`${other} was split, and there are no Census 2021 residents to share its mid-${year.year} population by`, year.file, 'Add Census 2021 residents by 2021 LSOA (TS001).');
  };
  const bandsOf = (code: string): Float64Array => {
    const sum = new Float64Array(AGE_BAND_COUNT);
    for (const other of others.get(code) ?? []) {
      const share = shareOf(code, other);
      bands(other).forEach((persons, band) => { sum[band] = (sum[band] ?? 0) + persons * share; });
    }
    return sum;
  };
  return { way: vintage === '2011' ? 'summed' : 'shared', bandsOf };
}

function basis(vintage: LsoaVintage, years: readonly number[], ways: readonly Way[]): string {
  const list = (way: Way): string => years.filter((_, index) => ways[index] === way).map((year) => `mid-${year}`).join(', ');
  const parts = [
    ...(ways.includes('published') ? [`${list('published')} as published on ${vintage} LSOAs`] : []),
    ...(ways.includes('summed') ? [`${list('summed')} summed from 2021 LSOAs`] : []),
    ...(ways.includes('shared') ? [`${list('shared')} published on 2011 LSOAs; the population of areas split since is shared by Census 2021 residents, with the same ages in every part`] : []),
  ];
  return `ONS mid-year estimates: ${parts.join('; ')}. Other years use the nearest one held, the earlier of two equally near.`;
}
