import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSetEntry, SourceEntry } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import { AREAS_FOLDER, loadAreaDefinition } from '../areaDefinition.ts';
import { readAreaFigures } from '../pack/published/areaFigures.ts';
import { buildAreaTable } from '../pack/areaTable.ts';
import { buildJumps, buildPlaces } from '../pack/places.ts';
import { writePack } from '../pack/writePack.ts';
import { ambulanceRecords } from './ambulance.ts';
import { readAreasTable } from './areasTable.ts';
import { describeCounty } from './county.ts';
import { DESCRIPTIONS, makeEntry } from './entries.ts';
import { admissionRecords, attendanceRecords } from './health.ts';
import { nteRecords } from './nte.ts';
import { policeRecords } from './police.ts';
import { policeLevels } from './policeLevels.ts';
import { readPublishedFigures } from './publishedFigures.ts';
import { makeRandom } from './random.ts';
import type { Generated } from './records.ts';
import { makeShapes, makeSnapPoints, readOutlines } from './shapes.ts';
import { streetRecords } from './street.ts';

/** Seed of every random number of the pack. */
const DEMONSTRATION_SEED = 20_240_331;
/** Fixed, so that the same seed gives the same bytes. */
const BUILT = '2024-03-31T00:00:00.000Z';
const POPULATION_YEAR = 2018;
const STEPS = 9;

/**
 * Builds the demonstration pack: real codes, names, deprivation and populations of the areas, cells around a
 * point of each instead of real boundaries, and synthetic records fitted to published figures. Deterministic:
 * the same project gives the same bytes.
 */
export async function buildDemonstrationPack(options: { areaId: string; out: string; onProgress: (progress: Progress) => void }): Promise<void> {
  let done = 0;
  const step = (title: string): void => options.onProgress({ step: title, done: done++, total: STEPS });
  const folder = join(AREAS_FOLDER, options.areaId);
  const definition = await loadAreaDefinition(options.areaId);
  const table = readAreasTable(join(folder, 'areas.csv'));
  const figures = readPublishedFigures(join(folder, 'published-figures.json'));
  step('Cutting areas out of the outline');
  const shapes = makeShapes(table, readOutlines(join(folder, 'outline.json')));
  const { areas, geometries } = buildAreaTable(definition, '2011', shapes.flatMap((geometry, i) => {
    const area = table[i];
    return area ? [{ ...area, borough: area.boroughCode, inside: [area.longitude, area.latitude] as const, geometry }] : [];
  }));
  step('Dissolving boroughs, wards and hubs');
  const places = buildPlaces(definition, areas, geometries);
  const points = makeSnapPoints(table, shapes, makeRandom(DEMONSTRATION_SEED, 'snap points'));
  const county = describeCounty(table, areas.nteHotspot, figures, makeRandom(DEMONSTRATION_SEED, 'county'));
  const levels = policeLevels(county, figures);
  const generators: Readonly<Record<string, () => Generated>> = {
    'police-recorded': () => policeRecords(county, figures, levels, points, makeRandom(DEMONSTRATION_SEED, 'police')),
    street: () => streetRecords(county, figures, levels, points, makeRandom(DEMONSTRATION_SEED, 'street')),
    'nte-profile': () => nteRecords(county, figures, points, makeRandom(DEMONSTRATION_SEED, 'night-time economy')),
    'ae-attendances': () => attendanceRecords(county, figures, makeRandom(DEMONSTRATION_SEED, 'attendances')),
    admissions: () => admissionRecords(county, figures, makeRandom(DEMONSTRATION_SEED, 'admissions')),
    ambulance: () => ambulanceRecords(county, figures, levels, makeRandom(DEMONSTRATION_SEED, 'ambulance')),
  };
  const dataSets = DESCRIPTIONS.map((description) => {
    step(`Making synthetic records: ${description.title}`);
    const generated = generators[description.id]?.();
    if (!generated) throw new Error(`No generator makes the data set ${description.id}.`);
    return { entry: makeEntry(description, generated), records: generated.records };
  });
  step('Writing the pack');
  const [first] = dataSets;
  await writePack(options.out, {
    manifest: {
      area: { id: definition.id, title: definition.title }, benchmark: definition.benchmark, lsoaVintage: '2011',
      imd: { edition: '2019', title: 'English Indices of Deprivation 2019' }, densityEdges: definition.densityEdges,
      demonstration: true, seed: DEMONSTRATION_SEED, built: BUILT, sources: sources(folder),
      population: { years: [POPULATION_YEAR], basis: 'Mean of the mid-2017, mid-2019 and mid-2020 estimates (ONS), used for every year.' },
      dataSets: dataSets.map(({ entry }): DataSetEntry => entry), opens: first?.entry.id ?? '',
      jumps: buildJumps(definition, geometries),
      notes: [
        'Demonstration pack: areas are drawn as cells around one point each, not with their real boundaries, and all records are synthetic.',
        'Names, codes, deprivation and population of the areas are real published figures.',
        ...definition.notes,
      ],
    },
    published: await readAreaFigures(options.areaId),
    areas, geometries, places, dataSets,
    population: { years: [POPULATION_YEAR], areas: table.length, persons: Float64Array.from(table.flatMap((area) => area.persons)) },
  });
}

function sources(folder: string): SourceEntry[] {
  const describe = (file: string, rest: Omit<SourceEntry, 'file' | 'sha256'>): SourceEntry =>
    ({ file, ...rest, sha256: createHash('sha256').update(readFileSync(join(folder, file))).digest('hex') });
  return [
    describe('areas.csv', {
      title: 'Names, wards, deprivation 2019, residents 2021 and mean population by age of the 2011 LSOAs', publisher: 'Office for National Statistics; Ministry of Housing, Communities and Local Government',
      licence: 'Open Government Licence v3.0. Contains National Statistics and OS data © Crown copyright and database right', address: 'https://geoportal.statistics.gov.uk/', date: null,
    }),
    describe('published-figures.json', {
      title: 'Figures of the Bedfordshire strategic needs assessment 2023/24 (March 2024)', publisher: 'Bedfordshire Violence and Exploitation Reduction Unit', licence: 'Figures quoted with their source', address: null, date: '2024-03',
    }),
    describe('outline.json', { title: 'Sketch of the county by hand', publisher: 'This project', licence: 'MIT', address: null, date: null }),
  ];
}
