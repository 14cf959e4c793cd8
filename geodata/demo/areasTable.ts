/**
 * Reads the committed table of figures (`areas.csv`) that the demonstration pack stands on: real codes, names,
 * deprivation and populations; no geometry but a point inside each area.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { AGE_BANDS } from '../../src/model/vocabulary.ts';

export const AREA_COLUMNS = [
  'code', 'name', 'borough_code', 'borough', 'ward', 'imd_rank', 'imd_decile', 'residents_2021', 'area_km2', 'longitude', 'latitude',
] as const;
/** "age_0-4" to "age_90+": mean of the mid-year populations held. */
export const BAND_COLUMNS = AGE_BANDS.map((band) => `age_${band}`);

export interface DemoArea {
  readonly code: string;
  readonly name: string;
  readonly boroughCode: string;
  readonly borough: string;
  /** Ward name, 2013 boundaries, as the published assessment names them. */
  readonly ward: string;
  /** England's ranks and deciles of 2019, 1 = most deprived. */
  readonly imdRank: number;
  readonly imdDecile: number;
  readonly residents: number;
  readonly areaKm2: number;
  readonly longitude: number;
  readonly latitude: number;
  /** Mean persons in the 19 age bands. */
  readonly persons: readonly number[];
}

type Row = Readonly<Record<string, string>>;

function text(row: Row, column: string, line: number, path: string): string {
  const value = row[column];
  if (value === undefined || value === '') throw new Error(`${path}, line ${line}: no value in column ${column}. Make the table again with geodata/demo/makeAreasTable.ts.`);
  return value;
}

function number(row: Row, column: string, line: number, path: string): number {
  const value = Number(text(row, column, line, path));
  if (!Number.isFinite(value)) throw new Error(`${path}, line ${line}: column ${column} holds no number. Make the table again with geodata/demo/makeAreasTable.ts.`);
  return value;
}

/** Areas in ascending order of code. Throws, naming the line, where a value is missing. */
export function readAreasTable(path: string): DemoArea[] {
  const parsed = Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  const areas = parsed.data.map((row, index): DemoArea => {
    const line = index + 2;
    return {
      code: text(row, 'code', line, path), name: text(row, 'name', line, path),
      boroughCode: text(row, 'borough_code', line, path), borough: text(row, 'borough', line, path), ward: text(row, 'ward', line, path),
      imdRank: number(row, 'imd_rank', line, path), imdDecile: number(row, 'imd_decile', line, path),
      residents: number(row, 'residents_2021', line, path), areaKm2: number(row, 'area_km2', line, path),
      longitude: number(row, 'longitude', line, path), latitude: number(row, 'latitude', line, path),
      persons: BAND_COLUMNS.map((column) => number(row, column, line, path)),
    };
  });
  return areas.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
