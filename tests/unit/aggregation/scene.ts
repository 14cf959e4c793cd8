import type { AreaTable, PopulationTable } from '../../../src/model/areas.ts';
import type { RecordColumns } from '../../../src/model/cells.ts';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import { formatMonth } from '../../../src/model/months.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { packRecords } from '../../../src/tables/packRecords.ts';
import { placeIndex } from '../../../src/tables/placeIndex.ts';
import { randomRecords, type RandomOptions } from '../tables/randomRecords.ts';

/** A small random county with records: what the engine takes, and the raw records to count by hand. */
export interface Scene {
  readonly input: AggregationInput;
  readonly records: RecordColumns;
}

const TYPES = ['violence-and-sexual-offences', 'burglary', 'anti-social-behaviour', 'robbery'];
const SUBGROUPS = ['rape', 'homicide', null];

export function randomScene(random: () => number, options: RandomOptions): Scene {
  const { records, shape } = randomRecords(random, options);
  const areas = randomAreas(random, shape.areaCodes);
  const entry = entryFor(random, shape, records);
  return { records, input: { entry, areas, cells: packRecords(records, shape), places: placeIndex(areas, null), population: randomPopulation(random, options.areas) } };
}

function randomAreas(random: () => number, code: readonly string[]): AreaTable {
  const pick = (ids: readonly string[]): string[] => code.map(() => ids[Math.floor(random() * ids.length)] ?? '');
  const numbers = (scale: number): Float64Array => Float64Array.from(code, () => random() * scale);
  const ward = pick(['w1', 'w2', 'w3']);
  return {
    code, name: code, borough: pick(['B1', 'B2']), ward, wardId: ward, hub: pick(['h1', 'h2', '']), nteHotspot: pick(['', '', 'n1']),
    imdRank: numbers(32844).map(Math.ceil), imdDecile: numbers(10).map(Math.ceil), areaKm2: numbers(5), residents: numbers(2000).map(Math.ceil), longitude: numbers(1), latitude: numbers(1),
  };
}

function randomPopulation(random: () => number, areas: number): PopulationTable {
  const years = [2019, 2020, 2022];
  return { years, areas, persons: Float64Array.from({ length: years.length * areas * 19 }, () => Math.floor(random() * 200)) };
}

function entryFor(random: () => number, shape: { kinds: number; months: number; weekdayHours: number }, records: RecordColumns): DataSetEntry {
  // A gap in the months: missing is not zero.
  const first = 2018 * 12 + Math.floor(random() * 24);
  const months = Array.from({ length: shape.months }, (_, i) => formatMonth(first + (i < shape.months / 2 ? i : i + 2)));
  const kinds = Array.from({ length: shape.kinds }, (_, i) => {
    const type = TYPES[Math.floor(random() * TYPES.length)] ?? '';
    const subgroup = SUBGROUPS[i % 3] ?? null;
    return { type, typeTitle: type, subgroup, subgroupTitle: subgroup, crime: type !== 'anti-social-behaviour' };
  });
  return {
    id: 'random', title: 'Random records', unit: 'offences', kind: 'police-extract', months, kinds,
    fields: { weekdayHour: shape.weekdayHours === 175, subgroup: random() < 0.7, age: records.age !== null, sex: records.sex !== null, flags: records.flags !== null },
    rowsAreVictims: records.reference !== null, disclosureThreshold: 0,
    account: { read: records.area.length, kept: 0, setAside: [] }, files: [], caveats: [], attribution: '', cells: 'records/random.cells', table: 'records/random.parquet',
  };
}

/** Each clause is left open about half the time, so that several act together and none always does. */
export function randomSelection(random: () => number, { entry, areas }: AggregationInput): Selection {
  const some = <T>(values: readonly T[]): T[] | null => (random() < 0.55 ? null : values.filter(() => random() < 0.6));
  /** Clauses that most filters do without. */
  const few = <T>(values: readonly T[]): T[] | null => (random() < 0.7 ? null : some(values) ?? values.slice(0, 3));
  const whole = (below: number): number => Math.floor(random() * below);
  const period = (): Selection['period'] => {
    const [from, to] = [whole(entry.months.length), whole(entry.months.length)].toSorted((a, b) => a - b);
    return { from: entry.months[from ?? 0] ?? '', to: entry.months[to ?? 0] ?? '' };
  };
  return {
    ...EVERYTHING,
    types: some(TYPES),
    subgroups: some(['rape', 'homicide']),
    period: random() < 0.5 ? null : period(),
    monthsOfYear: some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    days: some([0, 1, 2, 3, 4, 5, 6]),
    hours: random() < 0.5 ? null : { from: whole(24), to: 1 + whole(24) },
    midnightAside: random() < 0.3,
    ages: few([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]),
    sexes: few([0, 1, 2]),
    flags: few([0, 1, 2, 3, 4, 5, 6]),
    boroughs: some(['B1', 'B2']),
    hubs: some(['h1', 'h2']),
    wards: some(['w1', 'w2', 'w3']),
    nteHotspots: random() < 0.8 ? null : ['n1'],
    areas: few([...areas.code, 'E99999999']),
    drawn: random() < 0.8 ? null : [[0, 0], [0.7, 0], [0.7, 0.7], [0, 0.7]],
  };
}
