import { formatMonth, monthRange, parseMonth, type Month } from '../../src/model/months.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import type { Engine } from './engine.ts';

/** A code that means an area of the pack. */
export interface AreaCode {
  readonly code: string;
  readonly part: number;
  /** Number of the area in its part; null where the code became several areas, of which the point decides. */
  readonly slot: number | null;
  /** Whether it is the pack's own code of the area, not one of another vintage. */
  readonly own: boolean;
  /** Vintage the code tells; null where it tells none. */
  readonly vintage: '2011' | '2021' | null;
}

/** What records are placed on. */
export interface RecordsTarget {
  readonly parts: readonly {
    readonly areas: number;
    /** How the police force may be written in a column "force", any case. */
    readonly forces: readonly string[];
  }[];
  readonly codes: readonly AreaCode[];
  /** The area of a point that has such a code of several areas; null where it lies in none of them. */
  readonly areaAt: (code: string, longitude: number, latitude: number) => { readonly part: number; readonly slot: number } | null;
  /** Whether rows reported by a force that is not among those of the parts are set aside. */
  readonly onlyForces: boolean;
  /** First and last month to keep; null keeps all. */
  readonly from: Month | null;
  readonly to: Month | null;
  /** What rows outside are counted as, e.g. "Outside the county". */
  readonly outside: string;
}

/** Months that can be. */
const CALENDAR = monthRange(parseMonth('1900-01') ?? 0, parseMonth('2199-12') ?? 0);

/** Makes the calendar: it must be there before the months of the records are known. */
export async function makeCalendar(engine: Engine): Promise<void> {
  await engine.run('CREATE TABLE calendar (month VARCHAR, position INTEGER)');
  await engine.append('calendar', CALENDAR.map((month) => [formatMonth(month), null]));
}

/** Numbers the chosen months in the calendar. */
export async function chooseMonths(months: readonly string[], engine: Engine): Promise<void> {
  await engine.run('CREATE TABLE chosen (month VARCHAR, position INTEGER)');
  await engine.append('chosen', months.map((month, position) => [month, position]));
  await engine.run('UPDATE calendar SET position = chosen.position FROM chosen WHERE chosen.month = calendar.month');
}

/** Makes the tables that 03_changed.sql and 04_classified.sql join with. */
export async function makeTables(target: RecordsTarget, engine: Engine): Promise<void> {
  await engine.run('CREATE TABLE area_codes (code VARCHAR, part INTEGER, slot INTEGER, own INTEGER, vintage VARCHAR)');
  await engine.append('area_codes', target.codes.map(({ code, part, slot, own, vintage }) => [code, part, slot, Number(own), vintage]));
  await engine.run('CREATE TABLE changed_points (code VARCHAR, longitude DOUBLE, latitude DOUBLE, part INTEGER, slot INTEGER)');
  await engine.run('CREATE TABLE parts (part INTEGER, areas INTEGER)');
  await engine.append('parts', target.parts.map(({ areas }, part) => [part, areas]));
  await engine.run('CREATE TABLE forces (word VARCHAR, part INTEGER)');
  // A word of two parts would double rows: the first part that has it keeps it.
  const words = new Map(target.parts.flatMap(({ forces }, part) => forces.map((word) => [word.trim().toLowerCase(), part] as const)).toReversed());
  await engine.append('forces', [...words]);
  await engine.run('CREATE TABLE crime_types (word VARCHAR, kind INTEGER)');
  const types = new Map(CRIME_TYPES.flatMap(({ id, title }, kind) => [[id, kind], [title.toLowerCase(), kind]] as const));
  await engine.append('crime_types', [...types]);
}

export async function makeSettings(target: RecordsTarget, months: number, engine: Engine): Promise<void> {
  await engine.run('CREATE TABLE settings (months INTEGER, parts INTEGER, only_forces INTEGER)');
  await engine.append('settings', [[months, target.parts.length, Number(target.onlyForces)]]);
}
