import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/**
 * The published files and what follows from them by plain loops, for comparison with the engine. Nothing here is
 * shared with src or geodata: own reading of CSV, own lookup of codes, own formulas.
 */

/** One published row. `area` is the 2011 code; 'nowhere' without a code, 'elsewhere' outside the county. */
export interface RawRow { readonly area: string; readonly type: string; readonly month: string }

export interface RawCounty {
  readonly rows: readonly RawRow[];
  readonly months: readonly string[];
  readonly codes: readonly string[];
  readonly borough: ReadonlyMap<string, string>;
  readonly ward: ReadonlyMap<string, string>;
  /** Persons of all ages by code, of mid-2017, mid-2019 and mid-2020. */
  readonly persons: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly polygons: ReadonlyMap<string, readonly (readonly (readonly [number, number])[])[]>;
}

function fieldsOf(line: string): string[] {
  const fields = [''];
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === ',' && !quoted) fields.push('');
    else fields[fields.length - 1] += sign;
  }
  return fields;
}

function tableOf(text: string): Record<string, string>[] {
  const [header = [], ...lines] = text.split(/\r?\n/).filter((line) => line !== '').map(fieldsOf);
  return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}

const CENSUS_FILES: readonly [number, string][] = [2017, 2019, 2020].map((year) => [year, `lsoa2011_mid${year}_persons_by_single_year_of_age.csv`]);

/** Everything read from the published files; takes about a second. */
export function readCounty(raw: string): RawCounty {
  const text = (...path: string[]): string => readFileSync(join(raw, ...path), 'utf8');
  const lookup = tableOf(text('lookups', 'lsoa11_lsoa21_lad22.csv'));
  const parent = new Map(lookup.flatMap((row) => [[row['LSOA21CD'] ?? '', row['LSOA11CD'] ?? ''], [row['LSOA11CD'] ?? '', row['LSOA11CD'] ?? '']]));
  const wards = tableOf(text('lookups', 'lsoa11_ward13_bestfit.csv'));
  const street = join(raw, 'police', 'street');
  const rows = readdirSync(street).filter((name) => name.endsWith('.csv.gz')).flatMap((name) => {
    const lines = gunzipSync(readFileSync(join(street, name))).toString('utf8').split(/\r?\n/).slice(1).filter((line) => line !== '');
    return lines.map((line): RawRow => {
      const fields = line.includes('"') ? fieldsOf(line) : line.split(',');
      const code = fields[7] ?? '';
      return { area: code === '' ? 'nowhere' : parent.get(code) ?? 'elsewhere', type: fields[9] ?? '', month: fields[1] ?? '' };
    });
  });
  return {
    rows,
    months: [...new Set(rows.map(({ month }) => month))].toSorted(),
    codes: [...new Set(lookup.map((row) => row['LSOA11CD'] ?? ''))].toSorted(),
    borough: new Map(lookup.map((row) => [row['LSOA11CD'] ?? '', row['LAD22CD'] ?? ''])),
    ward: new Map(wards.map((row) => [row['LSOA11CD'] ?? '', row['WD13NM'] ?? ''])),
    persons: new Map(CENSUS_FILES.map(([year, file]) => [year, new Map(tableOf(text('population', file)).map((row) => [row['LSOA11CD'] ?? '', Number(row['all_ages'])]))])),
    polygons: polygonsOf(text('boundaries', 'lsoa2011_bgc.geojson')),
  };
}

type Rings = readonly (readonly (readonly [number, number])[])[];

const point = z.tuple([z.number(), z.number()]);
const boundaries = z.object({ features: z.array(z.object({
  properties: z.object({ LSOA11CD: z.string() }),
  geometry: z.union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(point)) }).transform(({ coordinates }) => coordinates),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(point))) }).transform(({ coordinates }) => coordinates.flat()),
  ]),
})) });

function polygonsOf(text: string): Map<string, Rings> {
  return new Map(boundaries.parse(JSON.parse(text)).features.map(({ properties, geometry }) => [properties.LSOA11CD, geometry]));
}

/** Even-odd rule over all rings together. */
export function liesIn(rings: Rings, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ax + (y - ay) / (by - ay) * (bx - ax)) inside = !inside;
    });
  }
  return inside;
}

/** What is asked of the rows: null = all. */
export interface PlainFilter {
  readonly type: string | null;
  readonly month: (month: string) => boolean;
  readonly chosen: (code: string) => boolean;
  readonly chosenApartFromBoroughs: (code: string) => boolean;
}

export interface PlainArea {
  readonly count: number;
  readonly personYears: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly class: 'higher' | 'similar' | 'lower' | 'too few';
  readonly monthsNeeded: number;
}

const Z = { 95: 1.959963984540054, 99.8: 3.090232306167813 } as const;
const ASB = 'Anti-social behaviour';
/** Mid-2019 for 2019; nothing later than mid-2020 is held. */
const HELD: Readonly<Record<string, number>> = { 2019: 2019, 2020: 2020, 2021: 2020, 2022: 2020, 2023: 2020 };

function tally<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts and crude rates against the county, by plain loops. */
export function plainEvaluation(county: RawCounty, filter: PlainFilter, level: 95 | 99.8) {
  const ofType = (row: RawRow): boolean => (filter.type === null ? row.type !== ASB : row.type === filter.type);
  const here = (row: RawRow): boolean => county.borough.has(row.area) && filter.chosen(row.area);
  const matching = county.rows.filter((row) => ofType(row) && filter.month(row.month));
  const months = county.months.filter(filter.month);
  const count = tally(matching.map(({ area }) => area));
  const personYears = new Map(county.codes.map((code) =>
    [code, months.reduce((sum, month) => sum + (county.persons.get(HELD[month.slice(0, 4)] ?? 0)?.get(code) ?? NaN) / 12, 0)]));
  const inCounty = county.codes.reduce((sum, code) => sum + (count.get(code) ?? 0), 0);
  const years = [...personYears.values()].reduce((a, b) => a + b, 0);
  const benchmark = inCounty / years * 100_000;
  const areas = county.codes.map((code): PlainArea => {
    const events = count.get(code) ?? 0;
    const n = personYears.get(code) ?? NaN;
    const base = { count: events, personYears: n, monthsNeeded: events === 0 ? 65535 : Math.max(0, Math.ceil((10 - events) * months.length / events)) };
    if (events < 10) return { ...base, value: NaN, lower: NaN, upper: NaN, class: 'too few' };
    const lower = events * (1 - 1 / (9 * events) - Z[level] / 3 / Math.sqrt(events)) ** 3 / n * 100_000;
    const upper = (events + 1) * (1 - 1 / (9 * (events + 1)) + Z[level] / 3 / Math.sqrt(events + 1)) ** 3 / n * 100_000;
    return { ...base, value: events / n * 100_000, lower, upper, class: lower > benchmark ? 'higher' : upper < benchmark ? 'lower' : 'similar' };
  });
  const anyMonth = county.rows.filter((row) => ofType(row) && here(row));
  const anyType = county.rows.filter((row) => filter.month(row.month) && here(row));
  return {
    areas, benchmark, inCounty, personYears: years, months: months.length,
    matching: matching.filter(here).length,
    byMonth: tally(anyMonth.map(({ month }) => month)),
    byType: tally(anyType.map(({ type }) => type)),
    byBorough: tally(matching.filter((row) => county.borough.has(row.area) && filter.chosenApartFromBoroughs(row.area)).map(({ area }) => county.borough.get(area) ?? '')),
    nowhere: count.get('nowhere') ?? 0,
    elsewhere: count.get('elsewhere') ?? 0,
    quintile: quintiles(county.codes.map((code) => count.get(code) ?? 0)),
    byChance: areas.filter((area) => area.class !== 'too few').length * (level === 95 ? 0.025 : 0.001),
  };
}

/** PHE's rule by counting: how many values are at least as high decides the class from above. */
function quintiles(values: readonly number[]): number[] {
  const fifth = values.length / 5;
  return values.map((value) => {
    const atLeastAsHigh = values.filter((other) => other >= value).length;
    return Math.max(1, Math.floor(6 - Math.ceil(atLeastAsHigh / fifth)));
  });
}
