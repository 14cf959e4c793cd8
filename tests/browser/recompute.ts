import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

/** ESP 2013, written out again here on purpose: this file shares no code with what it checks. */
const STANDARD = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];

export interface Recomputed {
  readonly code: string;
  readonly offences: number;
  readonly victims: number;
  readonly personYears: number;
  readonly dsr: number;
  readonly lower: number;
  readonly upper: number;
}

/** Runs SQL over the open files of a pack; the paths in braces ({records/x.parquet}) are filled in. */
export async function query<T>(packFolder: string, sql: string): Promise<T[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql.replaceAll(/\{([^}]+)\}/g, (_, path: string) => `'${join(packFolder, path)}'`));
    return reader.getRowObjectsJson() as T[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Byar's limits of a count, straight from the formula. */
function byar(count: number, z: number): [number, number] {
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return [lower, (count + 1) * (1 - 1 / (9 * (count + 1)) + z / (3 * Math.sqrt(count + 1))) ** 3];
}

function standardise(events: readonly number[], personYears: readonly number[], z: number): { dsr: number; lower: number; upper: number } {
  const weights = STANDARD.reduce((sum, weight) => sum + weight, 0);
  let rate = 0;
  let variance = 0;
  STANDARD.forEach((weight, band) => {
    const years = personYears[band] ?? 0;
    if (years === 0) return;
    rate += (weight * (events[band] ?? 0)) / years;
    variance += (events[band] ?? 0) * (weight / years) ** 2;
  });
  const total = events.reduce((sum, value) => sum + value, 0);
  const [low, high] = byar(total, z);
  const scale = total === 0 ? 0 : Math.sqrt(variance / weights ** 2 / total);
  return { dsr: (1e5 * rate) / weights, lower: 1e5 * (rate / weights + scale * (low - total)), upper: 1e5 * (rate / weights + scale * (high - total)) };
}

/**
 * Directly standardised rates per LSOA (and for the county under the code 'county') of police-recorded records
 * that satisfy an SQL condition, over a number of years, from the pack's Parquet files alone.
 */
export async function recompute(packFolder: string, condition: string, years: number): Promise<Map<string, Recomputed>> {
  const events = await query<{ lsoa: string; age_band: string | null; victims: string; }>(
    packFolder,
    `SELECT lsoa, age_band, count(*) AS victims FROM read_parquet({records/police-recorded.parquet})
     WHERE lsoa IS NOT NULL AND ${condition} GROUP BY ALL`,
  );
  const offences = await query<{ lsoa: string; offences: string }>(
    packFolder,
    `SELECT lsoa, count(DISTINCT reference) AS offences FROM read_parquet({records/police-recorded.parquet})
     WHERE lsoa IS NOT NULL AND ${condition} GROUP BY ALL`,
  );
  const population = await query<{ area: string; age_band: string; persons: number }>(
    packFolder,
    `SELECT area, age_band, avg(persons) AS persons FROM read_parquet({population.parquet}) GROUP BY ALL`,
  );
  return assemble(events, offences, population, years);
}

function assemble(
  events: readonly { lsoa: string; age_band: string | null; victims: string }[],
  offences: readonly { lsoa: string; offences: string }[],
  population: readonly { area: string; age_band: string; persons: number }[],
  years: number,
): Map<string, Recomputed> {
  const bandOf = (label: string): number => (label === '90+' ? 18 : Math.floor(Number.parseInt(label, 10) / 5));
  const rows = new Map<string, { offences: number; events: number[]; years: number[] }>();
  const row = (code: string) => {
    const found = rows.get(code) ?? { offences: 0, events: Array.from({ length: 19 }, () => 0), years: Array.from({ length: 19 }, () => 0) };
    rows.set(code, found);
    return found;
  };
  const add = (list: number[], band: number, value: number): void => {
    list[band] = (list[band] ?? 0) + value;
  };
  for (const { area, age_band, persons } of population) for (const code of [area, 'county']) add(row(code).years, bandOf(age_band), Number(persons) * years);
  const known = new Set(rows.keys());
  for (const { lsoa, age_band, victims } of events) {
    if (!known.has(lsoa) || age_band === null) continue;
    for (const code of [lsoa, 'county']) add(row(code).events, bandOf(age_band), Number(victims));
  }
  for (const entry of offences) if (known.has(entry.lsoa)) for (const code of [entry.lsoa, 'county']) row(code).offences += Number(entry.offences);
  return new Map([...rows].map(([code, { offences: count, events: bands, years: personYears }]) => [code, {
    code,
    offences: count,
    victims: bands.reduce((sum, value) => sum + value, 0),
    personYears: personYears.reduce((sum, value) => sum + value, 0),
    ...standardise(bands, personYears, 1.959963984540054),
  }]));
}
