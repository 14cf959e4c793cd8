import type { AreaTable, PopulationTable } from '../../src/model/areas.ts';
import type { RecordColumns } from '../../src/model/cells.ts';
import type { DataSetEntry } from '../../src/model/manifest.ts';
import { CRIME_TYPES, OFFENCE_SUBGROUPS } from '../../src/model/vocabulary.ts';
import { formatMonth } from '../../src/model/months.ts';
import type { AggregationInput } from '../../src/aggregation/aggregate.ts';
import { packRecords } from '../../src/tables/packRecords.ts';
import { placeIndex } from '../../src/tables/placeIndex.ts';

export interface BenchScene {
  readonly title: string;
  readonly input: AggregationInput;
  readonly records: RecordColumns;
}

const MONTHS = Array.from({ length: 60 }, (_, i) => formatMonth(2019 * 12 + i));
const YEARS = [2019, 2020, 2021, 2022, 2023];

/**
 * Synthetic records of the demonstration's size: `rows` records over 381 areas, skewed as crime is.
 * With victims, about 7% of the rows are further victims of an offence before them, with age and hour; with `who`,
 * victims have a sex too, and offences flags as often as the assessment says.
 */
export function benchScene(title: string, rows: number, victims: boolean, random: () => number, who = false): BenchScene {
  const code = Array.from({ length: 381 }, (_, i) => `E0101${String(5000 + i)}`);
  const kinds = victims
    ? OFFENCE_SUBGROUPS.map((s) => ({ type: 'violence-and-sexual-offences', typeTitle: 'Violence and sexual offences', subgroup: s.id, subgroupTitle: s.title, crime: true }))
    : CRIME_TYPES.map((t) => ({ type: t.id, typeTitle: t.title, subgroup: null, subgroupTitle: null, crime: t.crime }));
  const counted = benchRecords(rows, kinds.length, victims, random);
  const records = who ? withSexAndFlags(counted, random) : counted;
  const shape = { areaCodes: code, kinds: kinds.length, months: MONTHS.length, weekdayHours: victims ? 175 as const : 1 as const };
  const entry: DataSetEntry = {
    id: title, title, unit: 'offences', kind: victims ? 'police-extract' : 'street', months: MONTHS, kinds,
    fields: { weekdayHour: victims, subgroup: victims, age: victims, sex: who, flags: who }, rowsAreVictims: victims, disclosureThreshold: 0,
    account: { read: rows, kept: rows, setAside: [] }, files: [], caveats: [], attribution: '', cells: '', table: '',
  };
  const areas = benchAreas(code, random);
  return { title, records, input: { entry, areas, cells: packRecords(records, shape), places: placeIndex(areas, null), population: benchPopulation(code.length, random) } };
}

function benchRecords(rows: number, kinds: number, victims: boolean, random: () => number): RecordColumns {
  const below = (n: number): number => Math.floor(random() * n);
  const reference = new Uint32Array(rows);
  for (let row = 1; row < rows; row += 1) reference[row] = (reference[row - 1] ?? 0) + (random() < 0.93 ? 1 : 0);
  const perOffence = <T extends Int32Array | Uint8Array | Uint16Array>(column: T, draw: () => number): T => {
    for (let row = 0; row < rows; row += 1) column[row] = victims && row > 0 && reference[row] === reference[row - 1] ? (column[row - 1] ?? 0) : draw();
    return column;
  };
  return {
    area: perOffence(new Int32Array(rows), () => (random() < 0.05 ? -1 - below(2) : Math.floor(381 * random() ** 2))),
    sourceCode: Array.from({ length: rows }, () => ''),
    kind: perOffence(new Uint8Array(rows), () => below(kinds)),
    month: perOffence(new Uint16Array(rows), () => below(MONTHS.length)),
    weekdayHour: victims ? perOffence(new Uint8Array(rows), () => below(175)) : null,
    age: victims ? Uint8Array.from({ length: rows }, () => below(20)) : null,
    reference: victims ? reference : null,
    day: null, sex: null, flags: null, longitude: null, latitude: null,
  };
}

/** A flag belongs to the offence: its victims share the byte. */
function withSexAndFlags(records: RecordColumns, random: () => number): RecordColumns {
  const flags = new Uint8Array(records.area.length);
  for (let row = 0; row < flags.length; row += 1) {
    const again = row > 0 && records.reference?.[row] === records.reference?.[row - 1];
    flags[row] = again ? (flags[row - 1] ?? 0) : [0.35, 0.2, 0.04, 0.01, 0.05, 0.02, 0.1].reduce((byte, share, bit) => (random() < share ? byte | (1 << bit) : byte), 0);
  }
  return { ...records, flags, sex: Uint8Array.from(flags, () => Math.floor(random() * 2.1)) };
}

function benchAreas(code: readonly string[], random: () => number): AreaTable {
  const numbers = (): Float64Array => Float64Array.from(code, () => random());
  const borough = code.map((_, i) => `B${1 + Math.floor((i * 3) / code.length)}`);
  const ward = code.map((_, i) => `ward-${Math.floor(i / 4)}`);
  return {
    code, name: code, borough, ward, wardId: ward, hub: code.map((_, i) => `hub-${i % 6}`), nteHotspot: code.map((_, i) => (i % 40 === 0 ? 'centre' : '')),
    imdRank: numbers(), imdDecile: numbers(), areaKm2: numbers(), residents: numbers(), longitude: numbers(), latitude: numbers(),
  };
}

function benchPopulation(areas: number, random: () => number): PopulationTable {
  return { years: YEARS, areas, persons: Float64Array.from({ length: YEARS.length * areas * 19 }, () => 40 + Math.floor(random() * 100)) };
}
