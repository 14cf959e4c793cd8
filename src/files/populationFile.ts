import type { PopulationTable } from '../model/areas.ts';
import type { Outcome } from '../model/pack.ts';
import { AGE_BAND_COUNT, AGE_BANDS } from '../model/vocabulary.ts';
import { failed, succeeded } from './outcome.ts';
import { POPULATION_COLUMNS as COLUMNS } from './packColumns.ts';
import { decodeParquet, encodeParquet } from './parquet.ts';

export const FILE = 'population.parquet';
/** The female ones among `persons`; only in packs whose population is held by sex. */
const FEMALE = 'female';
export const COLUMN_NAMES = Object.values(COLUMNS);
export const OPTIONAL_COLUMNS = [FEMALE];
const REBUILD = 'Build the pack again.';

/**
 * `population.parquet`: one row per year, area and age band, in that order, with the female persons where they are held.
 * `codes` are the areas' codes in table order. Throws RangeError for figures that are missing, negative or too few, and
 * for more women than persons.
 */
export function encodePopulation(codes: readonly string[], population: PopulationTable): Uint8Array {
  const { years, areas, persons, female } = population;
  if (areas !== codes.length || persons.length !== years.length * areas * AGE_BAND_COUNT) {
    throw new RangeError(`${persons.length} figures for ${years.length} years, ${codes.length} areas and ${AGE_BAND_COUNT} age bands.`);
  }
  if (persons.some((value) => !(value >= 0))) throw new RangeError('A population figure is missing or negative.');
  if (female && (female.length !== persons.length || female.some((value, i) => !isPart(value, persons[i])))) {
    throw new RangeError('A female population figure is missing, negative or larger than that of all persons.');
  }
  const rows = Array.from(persons, (_, i) => i);
  const areaOf = (row: number) => Math.floor(row / AGE_BAND_COUNT) % areas;
  const yearOf = (row: number) => Math.floor(row / (AGE_BAND_COUNT * areas));
  return encodeParquet([
    { name: COLUMNS.area, type: 'string', values: rows.map((row) => codes[areaOf(row)] ?? null) },
    { name: COLUMNS.year, type: 'int32', values: rows.map((row) => years[yearOf(row)] ?? null) },
    { name: COLUMNS.ageBand, type: 'string', values: rows.map((row) => AGE_BANDS[row % AGE_BAND_COUNT] ?? null) },
    { name: COLUMNS.persons, type: 'double', values: persons },
    ...(female ? [{ name: FEMALE, type: 'double', values: female } as const] : []),
  ]);
}

function isPart(value: unknown, whole: number | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= (whole ?? Number.NaN);
}

/**
 * Population of the areas in `codes`, joined by code. Every area, year and age band must stand exactly once: a
 * missing figure would silently change every rate, so it is a Problem, as is a code that is not in `codes`. Women are
 * optional as a column, but then no figure may be missing, or be larger than that of all persons.
 */
export async function decodePopulation(bytes: Uint8Array, codes: readonly string[]): Promise<Outcome<PopulationTable>> {
  const read = await decodeParquet(bytes, FILE, COLUMN_NAMES, OPTIONAL_COLUMNS);
  return read.ok ? populationOf(read.value, codes, 0) : read;
}

/** Rows of `population.parquet` as they stand there. */
export type PopulationRows = Readonly<Record<string, readonly unknown[]>>;

/**
 * As `decodePopulation`, from rows read.
 * @param firstRow number of the first of them in the file, from 0, for messages.
 */
export function populationOf(read: PopulationRows, codes: readonly string[], firstRow: number): Outcome<PopulationTable> {
  const column = (name: keyof typeof COLUMNS) => read[COLUMNS[name]] ?? [];
  const [areaColumn, yearColumn, bandColumn, personsColumn] = [column('area'), column('year'), column('ageBand'), column('persons')];
  const femaleColumn = read[FEMALE];
  const years = [...new Set(yearColumn)].filter((year) => typeof year === 'number').toSorted((a, b) => a - b);
  const areaNumber = new Map<unknown, number>(codes.map((code, i) => [code, i]));
  const bandNumber = new Map<unknown, number>(AGE_BANDS.map((band, i) => [band, i]));
  const yearNumber = new Map<unknown, number>(years.map((year, i) => [year, i]));
  const persons = new Float64Array(years.length * codes.length * AGE_BAND_COUNT).fill(NaN);
  const female = femaleColumn && new Float64Array(persons.length);
  for (let row = 0; row < areaColumn.length; row++) {
    const area = areaNumber.get(areaColumn[row]);
    const band = bandNumber.get(bandColumn[row]);
    const year = yearNumber.get(yearColumn[row]);
    const value = personsColumn[row];
    const what = `${String(areaColumn[row])}, ${String(yearColumn[row])}, ${String(bandColumn[row])}`;
    const where = `${FILE}, row ${firstRow + row + 1}`;
    if (area === undefined || band === undefined || year === undefined) return failed(`No area, year or age band of this pack: ${what}.`, where, REBUILD);
    if (typeof value !== 'number' || !(value >= 0)) return failed(`The number of persons is missing or negative: ${what}.`, where, REBUILD);
    const index = (year * codes.length + area) * AGE_BAND_COUNT + band;
    if (!Number.isNaN(persons[index])) return failed(`The figure stands twice: ${what}.`, where, REBUILD);
    persons[index] = value;
    if (!female) continue;
    const women = femaleColumn[row];
    if (!isPart(women, value)) return failed(`The number of women is missing, negative or larger than that of all persons: ${what}.`, where, REBUILD);
    female[index] = women;
  }
  const gap = persons.findIndex((value) => Number.isNaN(value));
  if (years.length === 0 || gap >= 0) {
    const area = codes[Math.floor(gap / AGE_BAND_COUNT) % codes.length] ?? 'every area';
    return failed(`Population figures are missing, first for ${area}.`, FILE, REBUILD);
  }
  return succeeded({ years, areas: codes.length, persons, ...(female ? { female } : {}) });
}
