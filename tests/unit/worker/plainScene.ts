import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { formatMonth } from '../../../src/model/months.ts';
import { AGE_BAND_COUNT } from '../../../src/model/vocabulary.ts';
import { packRecords } from '../../../src/tables/packRecords.ts';
import { placeIndex } from '../../../src/tables/placeIndex.ts';

/** Offences of one kind in one area and month, by position. */
export interface PlainEvents { readonly area: number; readonly month: number; readonly count: number }

/**
 * A county to work out by hand: area 0 is borough B0, area 1 borough B1 and so on; each has so many residents in 2020 and
 * 2021, evenly over the age bands; the months begin with January 2020; records have month and place only.
 */
export function plainScene(areas: number, residents: number, months: number, events: readonly PlainEvents[]): AggregationInput {
  const rows = events.flatMap(({ area, month, count }) => Array.from({ length: count }, () => ({ area, month })));
  const code = Array.from({ length: areas }, (_, area) => `E010100${10 + area}`);
  const same = (id: string): string[] => code.map(() => id);
  const numbers = Float64Array.from(code, (_, area) => area + 1);
  const table = {
    code, name: code, borough: code.map((_, area) => `B${area}`), ward: same('w'), wardId: same('w'), hub: same(''), nteHotspot: same(''),
    imdRank: numbers, imdDecile: numbers, areaKm2: numbers, residents: numbers.map(() => residents), longitude: numbers, latitude: numbers,
  };
  const kinds = [{ type: 'robbery', typeTitle: 'Robbery', subgroup: null, subgroupTitle: null, crime: true }];
  return {
    areas: table, places: placeIndex(table, null),
    population: { years: [2020, 2021], areas, persons: new Float64Array(2 * areas * AGE_BAND_COUNT).fill(residents / AGE_BAND_COUNT) },
    entry: {
      id: 'plain', title: 'Plain records', unit: 'offences', kind: 'street', months: Array.from({ length: months }, (_, i) => formatMonth(2020 * 12 + i)), kinds,
      fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false }, rowsAreVictims: false, disclosureThreshold: 0,
      account: { read: rows.length, kept: rows.length, setAside: [] }, files: [], caveats: [], attribution: '', cells: '', table: '',
    },
    cells: packRecords({
      area: Int32Array.from(rows, ({ area }) => area), sourceCode: rows.map(() => ''), kind: new Uint8Array(rows.length), month: Uint16Array.from(rows, ({ month }) => month),
      weekdayHour: null, age: null, reference: null, day: null, sex: null, flags: null, longitude: null, latitude: null,
    }, { areaCodes: code, kinds: 1, months, weekdayHours: 1 }),
  };
}
