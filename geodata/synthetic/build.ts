import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMonth, monthRange, parseMonth, type Month } from '../../src/model/months.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import { AREAS_FOLDER } from '../areaDefinition.ts';
import type { PartedDataSet } from '../partitioned/writePartitionedPack.ts';
import { writePartitionedPack } from '../partitioned/writePartitionedPack.ts';
import { makeCountry, type Country } from './country.ts';
import { readPattern, withAreas, type CountryPattern } from './pattern.ts';
import { makeRecords } from './records.ts';

export const COUNTRY_TITLE = 'England and Wales';
/** Fixed, so that the same seed gives the same bytes. */
const BUILT = '2024-03-31T00:00:00.000Z';
const FIRST_MONTH = parseMonth('2019-01') ?? 0;
const POPULATION_YEARS = [2019, 2022];
export const OUTSIDE = `Outside ${COUNTRY_TITLE}`;

export interface SyntheticOptions {
  readonly areaId: string;
  readonly out: string;
  readonly rows: number;
  /** Null: as many as the pattern has. */
  readonly areas: number | null;
  readonly months: number;
  readonly seed: number;
  readonly onProgress: (progress: Progress) => void;
}

/** Builds the synthetic national pack: everything is made from the pattern and the seed, nothing is read. */
export async function buildSyntheticPack(options: SyntheticOptions): Promise<Manifest> {
  const pattern = await patternOf(options.areaId, options.areas);
  return writeCountry(pattern, options, (country) => {
    const months = monthRange(FIRST_MONTH, FIRST_MONTH + options.months - 1);
    const { recordsOf } = makeRecords(country, { rows: options.rows, months, seed: options.seed, outside: OUTSIDE });
    return { entry: streetEntry(months), recordsOf };
  });
}

export async function patternOf(areaId: string, areas: number | null): Promise<CountryPattern> {
  const pattern = await readPattern(areaId);
  return areas === null ? pattern : withAreas(pattern, areas);
}

/** Makes the country of a pattern and writes it with records from anywhere. */
export async function writeCountry(
  pattern: CountryPattern, options: Pick<SyntheticOptions, 'areaId' | 'out' | 'seed' | 'onProgress'>,
  recordsFor: (country: Country) => PartedDataSet | Promise<PartedDataSet>,
): Promise<Manifest> {
  const { seed, out, onProgress } = options;
  const country = makeCountry(pattern, { seed, years: POPULATION_YEARS, onProgress });
  const set = await recordsFor(country);
  const largest = pattern.forces.toSorted((a, b) => b.areas - a.areas)[0];
  return writePartitionedPack(out, {
    manifest: {
      area: { id: options.areaId, title: `${COUNTRY_TITLE} (synthetic)` }, benchmark: COUNTRY_TITLE, lsoaVintage: '2021',
      imd: { edition: '2025', title: 'Synthetic deprivation ranks' }, densityEdges: null, demonstration: true, seed, built: BUILT,
      sources: [patternSource(options.areaId)],
      population: { years: POPULATION_YEARS, basis: 'Synthetic populations, made for measuring.' },
      opens: set.entry.id, jumps: [{ title: COUNTRY_TITLE, box: country.box }, ...country.jumps],
      notes: ['Synthetic pack for measuring: areas, boroughs, populations, deprivation and towns are invented. Police forces carry their real names, lie about where they do and have about as many areas; nothing else is real.'],
    },
    parts: pattern.forces.map(({ id, title }) => ({ id, title })),
    // A force of middling size opens in a moment.
    opensPart: pattern.forces.find(({ id }) => id === 'bedfordshire')?.id ?? largest?.id ?? '',
    areas: country.areas, geometries: country.shapes.polygons, partOfArea: country.partOfArea,
    places: country.places, partOfPlace: country.partOfPlace, population: country.population, dataSets: [set], onProgress,
  });
}

export function streetEntry(months: readonly Month[]): PartedDataSet['entry'] {
  return {
    id: 'street', title: 'Street-level crime (synthetic)', unit: 'crimes', kind: 'street', months: months.map(formatMonth),
    kinds: CRIME_TYPES.map((type) => ({ type: type.id, typeTitle: type.title, subgroup: null, subgroupTitle: null, crime: type.crime })),
    fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false },
    rowsAreVictims: false, disclosureThreshold: 0, files: [], attribution: 'Synthetic records; no source.',
    caveats: ['These records are synthetic: made for measuring, from a seed. They describe no real offence or place.'],
  };
}

function patternSource(areaId: string): Manifest['sources'][number] {
  const file = 'forces.json';
  return {
    file, title: 'Names, places and sizes of the police forces of England and Wales, rounded', publisher: 'This project', licence: 'MIT', address: null, date: null,
    sha256: createHash('sha256').update(readFileSync(join(AREAS_FOLDER, areaId, file))).digest('hex'),
  };
}
