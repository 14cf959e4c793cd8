import type { PopulationTable } from '../model/areas.ts';
import { AGE_BAND_COUNT, AGE_BANDS } from '../model/vocabulary.ts';
import { POPULATION_COLUMNS as COLUMNS } from './packColumns.ts';
import { encodeParquetGroups, type RowGroup } from './parquetGroups.ts';

/**
 * `population.parquet` of a pack in partitions: as `encodePopulation` writes it, part after part, each in row groups of
 * its own. `parts` are the area numbers of each part; part p has `parts[p].length` x years x age bands rows.
 * Throws RangeError for figures that are missing, negative or too few.
 */
export function encodePopulationOfParts(codes: readonly string[], population: PopulationTable, parts: readonly (readonly number[])[]): Uint8Array {
  const { years, areas, persons } = population;
  if (areas !== codes.length || persons.length !== years.length * areas * AGE_BAND_COUNT) {
    throw new RangeError(`${persons.length} figures for ${years.length} years, ${codes.length} areas and ${AGE_BAND_COUNT} age bands.`);
  }
  if (persons.some((value) => !(value >= 0))) throw new RangeError('A population figure is missing or negative.');
  const columns = [
    { name: COLUMNS.area, type: 'string', optional: false }, { name: COLUMNS.year, type: 'int32', optional: false },
    { name: COLUMNS.ageBand, type: 'string', optional: false }, { name: COLUMNS.persons, type: 'double', optional: false },
  ] as const;
  return encodeParquetGroups(columns, groupsOf(codes, population, parts));
}

function* groupsOf(codes: readonly string[], { years, areas, persons }: PopulationTable, parts: readonly (readonly number[])[]): Generator<RowGroup> {
  for (const members of parts) {
    const rows = years.flatMap((year, y) => members.flatMap((area) => AGE_BANDS.map((band, b) => ({ area, year, band, index: (y * areas + area) * AGE_BAND_COUNT + b }))));
    yield [
      rows.map(({ area }) => codes[area] ?? ''), rows.map(({ year }) => year), rows.map(({ band }) => band), rows.map(({ index }) => persons[index] ?? 0),
    ];
  }
}
