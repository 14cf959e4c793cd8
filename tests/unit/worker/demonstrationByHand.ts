import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { z } from 'zod';

/**
 * Rates of the demonstration pack by plain loops over its open Parquet files and the project's table of areas: the
 * formulas of Dobson, Byar and Fingertips written out once more. Shares no code with src or geodata.
 */

export const BANDS = ['0-4', '5-9', '10-14', '15-19', '20-24', '25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59', '60-64', '65-69', '70-74', '75-79', '80-84', '85-89', '90+'];
const STANDARD = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const Z = { 95: 1.959963984540054, 99.8: 3.090232306167813 } as const;

export interface Row {
  readonly lsoa: string | null;
  readonly month: string;
  readonly crime_type: string;
  readonly subgroup?: string | null | undefined;
  readonly weekday?: string | undefined;
  readonly hour?: number | undefined;
  readonly at_midnight?: boolean | undefined;
  readonly age_band?: string | null | undefined;
  readonly sex?: string | null | undefined;
  readonly reference?: number | undefined;
  /** Rows of counts stand for so many events. */
  readonly count?: number | undefined;
  readonly domestic_abuse?: boolean | undefined;
  readonly alcohol?: boolean | undefined;
  readonly knife?: boolean | undefined;
  readonly gun?: boolean | undefined;
  readonly hate?: boolean | undefined;
  readonly online?: boolean | undefined;
  readonly child_at_risk?: boolean | undefined;
}

export const FLAGGED = ['domestic_abuse', 'alcohol', 'knife', 'gun', 'hate', 'online', 'child_at_risk'] as const satisfies (keyof Row)[];

/** Columns of the open files that matter here; a file holds some of them. */
const WANTED = ['lsoa', 'month', 'crime_type', 'subgroup', 'weekday', 'hour', 'at_midnight', 'age_band', 'sex', 'reference', 'count', ...FLAGGED];

/** A light check, because there are 100,000 rows. */
const rowsOf = z.array(z.custom<Row>((row) => typeof row === 'object' && row !== null && 'lsoa' in row && 'month' in row && 'crime_type' in row));

export async function readRows(pack: string, table: string): Promise<readonly Row[]> {
  const bytes = readFileSync(join(pack, table));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const held = parquetSchema(parquetMetadata(file)).children.map(({ element }) => element.name);
  return rowsOf.parse(await parquetReadObjects({ file, columns: WANTED.filter((name) => held.includes(name)) }));
}

export interface Area { readonly code: string; readonly borough: string; readonly persons: readonly number[] }

/** Mean population in 19 bands, from the project's own table. */
export function readAreas(): readonly Area[] {
  const text = readFileSync(new URL('../../../geodata/areas/bedfordshire/areas.csv', import.meta.url), 'utf8');
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const names = header.split(',');
  return lines.map((line) => {
    // A ward may be quoted because its name holds a comma; nothing after it is.
    const fields = line.replaceAll(/"[^"]*"/g, 'quoted').split(',');
    return { code: fields[0] ?? '', borough: fields[2] ?? '', persons: BANDS.map((band) => Number(fields[names.indexOf(`age_${band}`)])) };
  }).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Hours that run past midnight belong to the day they start. */
export function inHours(row: Row, days: readonly string[], from: number, to: number): boolean {
  const today = DAYS.indexOf(row.weekday ?? '');
  const yesterday = (today + 6) % 7;
  const hour = row.hour ?? NaN;
  const on = (day: number): boolean => days.includes(DAYS[day] ?? '');
  if (from < to) return on(today) && hour >= from && hour < to;
  return (on(today) && hour >= from) || (on(yesterday) && hour < to);
}

export interface Rate { readonly events: number; readonly value: number; readonly lower: number; readonly upper: number }

function byar(o: number, deviate: number): [number, number] {
  return [o * (1 - 1 / (9 * o) - deviate / (3 * Math.sqrt(o))) ** 3, (o + 1) * (1 - 1 / (9 * (o + 1)) + deviate / (3 * Math.sqrt(o + 1))) ** 3];
}

/** Standardised rate per 100,000 over bands with these weights; NaN below 10 events and where a band has events but no people. */
export function standardisedRate(x: readonly number[], n: readonly number[], level: 95 | 99.8, weights: readonly number[] = STANDARD): Rate {
  const events = x.reduce((a, b) => a + b, 0);
  const contradiction = x.some((count, band) => count > 0 && n[band] === 0);
  if (events < 10 || contradiction) return { events, value: NaN, lower: NaN, upper: NaN };
  const all = weights.reduce((a, b) => a + b, 0);
  const terms = weights.map((w, band) => ({ x: x[band] ?? NaN, share: (n[band] ?? 0) > 0 ? w / all / (n[band] ?? NaN) : 0 }));
  const value = terms.reduce((sum, term) => sum + term.x * term.share, 0);
  const variance = terms.reduce((sum, term) => sum + term.x * term.share ** 2, 0);
  const [low, high] = byar(events, Z[level]);
  const stretch = Math.sqrt(variance / events);
  return { events, value: 1e5 * value, lower: 1e5 * (value + stretch * (low - events)), upper: 1e5 * (value + stretch * (high - events)) };
}

export function crudeRate(events: number, n: number, level: 95 | 99.8): Rate {
  if (events < 10) return { events, value: NaN, lower: NaN, upper: NaN };
  const [low, high] = byar(events, Z[level]);
  return { events, value: events / n * 1e5, lower: low / n * 1e5, upper: high / n * 1e5 };
}

/** Events, victims by age and rates of a group of areas, of residents in some age bands. `rows` match the filter already. */
export function groupOf(areas: readonly Area[], rows: ReadonlyMap<string, readonly Row[]>, months: number, level: 95 | 99.8, ages: readonly string[] = BANDS) {
  const mine = areas.map(({ code }) => rows.get(code) ?? []);
  const size = (row: Row): number => row.count ?? 1;
  const total = (some: readonly Row[]): number => some.reduce((sum, row) => sum + size(row), 0);
  // A reference counts once in each area; rows without one are an event each.
  const count = mine.reduce((sum, some) => sum + new Set(some.flatMap(({ reference }) => (reference === undefined ? [] : [reference]))).size
    + total(some.filter(({ reference }) => reference === undefined)), 0);
  const all = mine.flat();
  const bands = BANDS.flatMap((name, band) => (ages.includes(name) ? [band] : []));
  const byAge = ages.map((band) => total(all.filter((row) => row.age_band === band)));
  const years = bands.map((band) => areas.reduce((sum, { persons }) => sum + (persons[band] ?? NaN) * months / 12, 0));
  const personYears = years.reduce((a, b) => a + b, 0);
  return {
    count, personYears, victims: total(all), ageUnknown: total(all.filter(({ age_band: age }) => age === null || age === undefined || !BANDS.includes(age))),
    rate: crudeRate(count, personYears, level), dsr: standardisedRate(byAge, years, level, bands.map((band) => STANDARD[band] ?? NaN)),
  };
}

/** Rows by area; '' holds those without a county area. */
export function byArea(rows: readonly Row[], areas: readonly Area[]): Map<string, Row[]> {
  const known = new Set(areas.map(({ code }) => code));
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.lsoa !== null && known.has(row.lsoa) ? row.lsoa : '';
    const some = grouped.get(key);
    if (some) some.push(row);
    else grouped.set(key, [row]);
  }
  return grouped;
}
