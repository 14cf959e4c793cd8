import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMonth, monthRange, parseMonth, type Month } from '../../src/model/months.ts';
import type { DataSetEntry, Manifest } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import { AREAS_FOLDER } from '../areaDefinition.ts';
import type { PartedDataSet } from '../partitioned/writePartitionedPack.ts';
import { writePartitionedPack } from '../partitioned/writePartitionedPack.ts';
import { oddPointsCaveat, prepareRecords } from '../records/prepare.ts';
import { makeCountry, type Country } from './country.ts';
import { readPattern, withAreas, type CountryPattern } from './pattern.ts';
import { makeRecords } from './records.ts';
import { targetOf } from './target.ts';

const COUNTRY_TITLE = 'England and Wales';
/** Fixed, so that the same seed gives the same bytes. */
const BUILT = '2024-03-31T00:00:00.000Z';
const FIRST_MONTH = parseMonth('2019-01') ?? 0;
const POPULATION_YEARS = [2019, 2022];
const OUTSIDE = `Outside ${COUNTRY_TITLE}`;

export interface SyntheticOptions {
  readonly areaId: string;
  readonly out: string;
  /** Null: as many as the pattern has. */
  readonly areas: number | null;
  readonly seed: number;
  readonly records: MadeRecords | RecordsFolder;
  /** Where patterns lie; tests pass their own folder. */
  readonly areasFolder?: string;
  readonly onProgress: (progress: Progress) => void;
}

/** Records made here. */
export interface MadeRecords {
  readonly rows: number;
  readonly months: number;
}

/** Records read from a folder of Parquet files. */
export interface RecordsFolder {
  readonly pattern: string;
  readonly from: Month | null;
  readonly to: Month | null;
  readonly temp: string | null;
}

/**
 * Builds the synthetic national pack: everything is made from the pattern of the police forces and the seed, but for the
 * records where a folder of them is given.
 */
export async function buildSyntheticPack(options: SyntheticOptions): Promise<Manifest> {
  const { areaId, areas, seed, records, onProgress } = options;
  const whole = await readPattern(areaId, options.areasFolder);
  const pattern = areas === null ? whole : withAreas(whole, areas);
  const country = makeCountry(pattern, { seed, years: POPULATION_YEARS, onProgress });
  if ('rows' in records) {
    const months = monthRange(FIRST_MONTH, FIRST_MONTH + records.months - 1);
    const { recordsOf } = makeRecords(country, { rows: records.rows, months, seed, outside: OUTSIDE });
    return writeCountry(pattern, country, options, { entry: streetEntry({ months: months.map(formatMonth), ...MADE }), recordsOf });
  }
  const target = targetOf(pattern, country, { from: records.from, to: records.to, outside: OUTSIDE });
  const prepared = await prepareRecords(target, { ...records, onProgress });
  try {
    const entry = streetEntry({ months: prepared.months, files: prepared.files, title: 'Street-level crime', attribution: '', caveats: folderCaveats(prepared.oddPoints) });
    return await writeCountry(pattern, country, options, { entry, recordsOf: prepared.recordsOf });
  } finally {
    await prepared.close();
  }
}

function writeCountry(pattern: CountryPattern, country: Country, options: SyntheticOptions, set: PartedDataSet): Promise<Manifest> {
  const { seed, out, onProgress } = options;
  const largest = pattern.forces.toSorted((a, b) => b.areas - a.areas)[0];
  return writePartitionedPack(out, {
    manifest: {
      area: { id: options.areaId, title: `${COUNTRY_TITLE} (synthetic)` }, benchmark: COUNTRY_TITLE, lsoaVintage: '2021',
      imd: { edition: '2025', title: 'Synthetic deprivation ranks' }, densityEdges: null, demonstration: true, seed, built: BUILT,
      sources: [patternSource(options)],
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

const MADE = {
  title: 'Street-level crime (synthetic)', files: [], attribution: 'Synthetic records; no source.',
  caveats: ['These records are synthetic: made for measuring, from a seed. They describe no real offence or place.'],
};

function folderCaveats(oddPoints: number): string[] {
  return ['The areas are synthetic, so these records describe no real place.', ...oddPointsCaveat(oddPoints)];
}

function streetEntry(facts: Pick<DataSetEntry, 'title' | 'months' | 'files' | 'attribution' | 'caveats'>): PartedDataSet['entry'] {
  return {
    id: 'street', unit: 'crimes', kind: 'street',
    kinds: CRIME_TYPES.map((type) => ({ type: type.id, typeTitle: type.title, subgroup: null, subgroupTitle: null, crime: type.crime })),
    fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false }, rowsAreVictims: false, disclosureThreshold: 0, ...facts,
  };
}

function patternSource({ areaId, areasFolder = AREAS_FOLDER }: SyntheticOptions): Manifest['sources'][number] {
  const file = 'forces.json';
  return {
    file, title: 'Names, places and sizes of the police forces of England and Wales, rounded', publisher: 'This project', licence: 'MIT', address: null, date: null,
    sha256: createHash('sha256').update(readFileSync(join(areasFolder, areaId, file))).digest('hex'),
  };
}
