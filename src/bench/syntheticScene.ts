import type { AggregationInput } from '../aggregation/aggregate.ts';
import type { AreaTable, PopulationTable } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { formatMonth } from '../model/months.ts';
import { AGE_BAND_COUNT, OFFENCE_SUBGROUPS } from '../model/vocabulary.ts';
import { placeIndex } from '../tables/placeIndex.ts';
import { seededRandom } from './random.ts';
import { areaCodes, MONTHS, type SyntheticSize, syntheticCells } from './syntheticCells.ts';

/** The months of the synthetic records. */
export const MONTH_NAMES: readonly string[] = Array.from({ length: MONTHS }, (_, i) => formatMonth(2019 * 12 + i));
const YEARS = [2019, 2020, 2021, 2022, 2023];
const AREAS_OF_A_BOROUGH = 127;

/** Everything the engine counts against, synthetic throughout: `rows` offences in `areas` areas over five years. */
export function syntheticScene(size: SyntheticSize, seed = 20191): AggregationInput {
  const random = seededRandom(seed + 1);
  const areas = syntheticAreas(size.areas, random);
  return { entry: syntheticEntry(size.rows), areas, cells: syntheticCells(size, seed), places: placeIndex(areas, null), population: syntheticPopulation(size.areas, random) };
}

/** Position of each area's borough in `boroughNames`; the county of 381 areas has three. */
export function boroughOf(area: number): number {
  return Math.floor(area / AREAS_OF_A_BOROUGH);
}

export function boroughCount(areas: number): number {
  return areas === 0 ? 0 : boroughOf(areas - 1) + 1;
}

/** Ids in ascending order, so that their positions are those of the place index too. */
export function boroughName(borough: number): string {
  return `B${String(borough).padStart(4, '0')}`;
}

function syntheticEntry(rows: number): DataSetEntry {
  return {
    id: 'synthetic', title: 'Synthetic offences', unit: 'offences', kind: 'police-extract', months: MONTH_NAMES,
    kinds: OFFENCE_SUBGROUPS.map(({ id, title }) => ({ type: id, typeTitle: title, subgroup: null, subgroupTitle: null, crime: true })),
    fields: { weekdayHour: true, subgroup: false, age: true, sex: false, flags: false }, rowsAreVictims: false, disclosureThreshold: 0,
    account: { read: rows, kept: rows, setAside: [] }, files: [], caveats: [], attribution: '', cells: '', table: '',
  };
}

function syntheticAreas(areas: number, random: () => number): AreaTable {
  const code = areaCodes(areas);
  const numbers = (): Float64Array => Float64Array.from(code, () => random());
  const ward = code.map((_, area) => `ward-${String(Math.floor(area / 4)).padStart(5, '0')}`);
  return {
    code, name: code, borough: code.map((_, area) => boroughName(boroughOf(area))), ward, wardId: ward,
    hub: code.map((_, area) => `hub-${area % 6}`), nteHotspot: code.map((_, area) => (area % 40 === 0 ? 'centre' : '')),
    imdRank: numbers(), imdDecile: numbers().map((share) => 1 + Math.floor(share * 10)), areaKm2: numbers(), residents: numbers(), longitude: numbers(), latitude: numbers(),
  };
}

function syntheticPopulation(areas: number, random: () => number): PopulationTable {
  return { years: YEARS, areas, persons: Float64Array.from({ length: YEARS.length * areas * AGE_BAND_COUNT }, () => 40 + Math.floor(random() * 100)) };
}
