import type { MultiPolygon, Polygon } from 'geojson';
import { parseMonth } from '../../src/model/months.ts';
import type { Manifest, SourceEntry } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import type { AreaDefinition, LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import { readRecordsSet } from '../records/streetRecords.ts';
import { readBoundaries } from '../sources/boundaries.ts';
import { chooseFiles, type Chosen } from '../sources/choose.ts';
import { IMD_EDITION, readImd } from '../sources/imd.ts';
import { takeInventory } from '../sources/inventory.ts';
import { readLookup, readWards, type LsoaLookup } from '../sources/lookups.ts';
import { Placer } from '../sources/placement.ts';
import { readPopulation, readResidents } from '../sources/population.ts';
import { sourceEntry, type Publications } from '../sources/publications.ts';
import { readReplacements, type ReplacementFile } from '../sources/replacements.ts';
import { readStreetSet } from '../sources/streetSet.ts';
import { buildAreaTable, type AreaRow } from './areaTable.ts';
import { buildJumps, buildPlaces } from './places.ts';
import { populationOn } from './populationTable.ts';
import { readAreaFigures } from './published/areaFigures.ts';
import { writePack } from './writePack.ts';

export interface BuildOptions {
  readonly definition: AreaDefinition;
  readonly publications: Publications;
  readonly raw: string;
  readonly out: string;
  readonly lsoa: LsoaVintage;
  /** "YYYY-MM", or null for every month found. */
  readonly from: string | null;
  readonly to: string | null;
  readonly hubs: string | null;
  readonly nte: string | null;
  /** Records as Parquet in place of the street files. */
  readonly records?: { readonly pattern: string; readonly temp: string | null } | null;
  /** ISO 8601 date and time that the manifest states. */
  readonly built: string;
  readonly onProgress: (progress: Progress) => void;
}

export interface BuildResult {
  readonly manifest: Omit<Manifest, 'files' | 'version' | 'published'>;
  readonly unused: readonly { readonly label: string; readonly why: string }[];
}

/** Builds a real pack from a folder of published files. Throws a BuildProblem before anything is replaced. */
export async function buildPack(options: BuildOptions): Promise<BuildResult> {
  const { definition, publications, lsoa, onProgress } = options;
  const step = (name: string): void => onProgress({ step: name, done: 0, total: 0 });
  step('Looking through the files');
  const chosen = chooseFiles(await takeInventory(options.raw), definition, lsoa, options.raw, { withoutStreet: Boolean(options.records) });
  step('Reading boundaries, deprivation and populations');
  const lookup = await readLookup(chosen.lookup, definition);
  const base = await readBase(chosen, lookup, lsoa);
  const replacements = await readOwnPlaces(options, [...base.geometries.values()]);
  const { areas, geometries } = buildAreaTable(definition, lsoa, areaRows(base, lookup, lsoa), {
    ...(replacements.hubs ? { hubs: replacements.hubs.extents } : {}), ...(replacements.nte ? { nte: replacements.nte.extents } : {}),
  });
  const years = (await Promise.all(chosen.population.map((candidate) => readPopulation(candidate, lookup.members)))).flat();
  const people = populationOn(lsoa, areas.code, years, lookup, base.residents2021);
  const placing = { placer: new Placer(lsoa, areas.code, geometries, lookup), forces: definition.forces, from: monthOf(options.from, '--from'), to: monthOf(options.to, '--to') };
  const street = options.records
    ? await readRecordsSet({ ...options.records, onProgress }, { ...placing, areas: areas.code.length, definition }, publications.attribution)
    : await readStreetSet(chosen.street, placing, publications.attribution, onProgress);
  step('Drawing boroughs, wards and hubs');
  const places = buildPlaces(definition, areas, geometries, {
    ...(replacements.hubs ? { hubs: replacements.hubs.extents } : {}), ...(replacements.nte ? { nte: replacements.nte.extents } : {}),
  });
  const manifest: BuildResult['manifest'] = {
    area: { id: definition.id, title: definition.title },
    benchmark: definition.benchmark,
    lsoaVintage: lsoa,
    imd: { edition: IMD_EDITION[lsoa], title: `English Indices of Deprivation ${IMD_EDITION[lsoa]}` },
    densityEdges: definition.densityEdges,
    demonstration: false,
    seed: null,
    built: options.built,
    sources: [
      ...base.sources(publications),
      ...people.used.map((year) => sourceEntry(publications, 'population', year.file, year.sha256, `mid-${year.year}`)),
      ...ownSources(replacements, publications),
      ...street.sources.map(({ file, sha256, months }) => sourceEntry(publications, 'street', file, sha256, months)),
    ],
    population: people.entry,
    dataSets: [street.entry],
    opens: street.entry.id,
    jumps: buildJumps(definition, geometries),
    notes: [...notes(definition, options), ...[replacements.hubs, replacements.nte].flatMap((file) => file?.notes ?? [])],
  };
  step('Writing the pack');
  const published = await readAreaFigures(definition.id);
  await writePack(options.out, { manifest, published, areas, geometries, places, population: people.population, dataSets: [street] });
  const unusedYears = people.unused.map((year) => ({ label: year.file, why: `mid-${year.year} is held on ${lsoa} LSOAs, or given twice` }));
  return { manifest, unused: [...chosen.unused, ...unusedYears, ...street.unused] };
}

interface Base {
  readonly geometries: ReadonlyMap<string, Polygon | MultiPolygon>;
  readonly imd: ReadonlyMap<string, { rank: number; decile: number }>;
  readonly wards: ReadonlyMap<string, string>;
  readonly residents: ReadonlyMap<string, number>;
  /** By 2021 code, to share out the population of split areas; null where residents come on 2011 LSOAs. */
  readonly residents2021: ReadonlyMap<string, number> | null;
  readonly sources: (publications: Publications) => SourceEntry[];
}

async function readBase(chosen: Chosen, lookup: LsoaLookup, lsoa: LsoaVintage): Promise<Base> {
  const members = lookup.members[lsoa];
  const boundaries = await readBoundaries(chosen.boundaries, lsoa, members);
  const imd = await readImd(chosen.imd, members);
  const wards = chosen.wards ? await readWards(chosen.wards, members) : null;
  const census = await readResidents(chosen.residents, lookup.members);
  const residents2021 = census.vintage === '2021' ? census.residents : null;
  return {
    geometries: boundaries.geometries,
    imd: imd.imd,
    wards: wards?.wards ?? new Map(),
    residents: census.vintage === lsoa ? census.residents : summed(census.residents, lookup, members),
    residents2021,
    sources: (publications) => [
      sourceEntry(publications, `boundaries-${lsoa}`, chosen.boundaries.file.name, boundaries.sha256),
      sourceEntry(publications, 'lookup', chosen.lookup.file.name, lookup.sha256),
      ...(wards && chosen.wards ? [sourceEntry(publications, `wards-${lsoa}`, chosen.wards.file.name, wards.sha256)] : []),
      sourceEntry(publications, `imd-${IMD_EDITION[lsoa]}`, chosen.imd.file.name, imd.sha256),
      sourceEntry(publications, 'residents', chosen.residents.file.name, census.sha256),
    ],
  };
}

/** Residents of 2011 LSOAs as sums of their 2021 parts; NaN (no data) where a part belongs to several. */
function summed(residents: ReadonlyMap<string, number>, lookup: LsoaLookup, members: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  return new Map([...members.keys()].map((code) => [code, (lookup.children.get(code) ?? []).reduce(
    (sum, child) => sum + ((lookup.parents.get(child)?.length ?? 0) === 1 ? (residents.get(child) ?? NaN) : NaN), 0)]));
}

function areaRows(base: Base, lookup: LsoaLookup, lsoa: LsoaVintage): AreaRow[] {
  return [...lookup.members[lsoa].values()].flatMap((member) => {
    const geometry = base.geometries.get(member.code);
    const imd = base.imd.get(member.code);
    return geometry ? [{
      code: member.code, name: member.name, borough: member.borough, ward: base.wards.get(member.code) ?? '',
      imdRank: imd?.rank ?? NaN, imdDecile: imd?.decile ?? NaN, residents: base.residents.get(member.code) ?? NaN, geometry,
    }] : [];
  });
}

async function readOwnPlaces(options: BuildOptions, geometries: readonly (Polygon | MultiPolygon)[]): Promise<{ hubs: ReplacementFile | null; nte: ReplacementFile | null }> {
  return {
    hubs: options.hubs ? await readReplacements(options.hubs, 'hubs', options.definition, geometries) : null,
    nte: options.nte ? await readReplacements(options.nte, 'nte', options.definition, geometries) : null,
  };
}

function ownSources(own: { hubs: ReplacementFile | null; nte: ReplacementFile | null }, publications: Publications): SourceEntry[] {
  return [
    ...(own.hubs ? [sourceEntry(publications, 'hubs', own.hubs.name, own.hubs.sha256)] : []),
    ...(own.nte ? [sourceEntry(publications, 'nte', own.nte.name, own.nte.sha256)] : []),
  ];
}

function monthOf(text: string | null, option: string): number | null {
  return text === null ? null : (parseMonth(text) ?? stop(`"${text}" is not a month`, option, 'Write it as 2019-01.'));
}

/** The definition's notes, less those about approximations that the force's own files have replaced. */
function notes(definition: AreaDefinition, options: BuildOptions): string[] {
  return definition.notes.filter((note) => !(options.hubs && /hub/i.test(note)) && !(options.nte && /night-time/i.test(note)));
}
