import { parseMonth } from '../model/months.ts';
import type { Hours } from '../model/selection.ts';
import { AGE_BANDS } from '../model/vocabulary.ts';

/** A value longer than this is not one of ours. */
export const LONGEST_VALUE = 20_000;
const MOST_ITEMS = 2_000;
/** Ids of types, places and packs, and statistical codes such as E06000032. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
const NUMBER = /^-?\d{1,4}(\.\d{1,12})?$/;

/** How a value of the address is read. */
export interface Readable<T> {
  /** What would do, for the message that names a bad value. */
  readonly expected: string;
  /** Null for what cannot be read. */
  readonly read: (text: string) => T | null;
}

export type ValueOf<R> = R extends Readable<infer T> ? T : never;

/** Reads with `read`, and nothing longer than a value of ours. */
export function readable<T>(expected: string, read: (text: string) => T | null): Readable<T> {
  return { expected, read: (text) => (text.length > LONGEST_VALUE ? null : read(text)) };
}

/** Every item read, in order and once; null when one cannot be read or there is none. */
export function readList<T>(text: string, readItem: (item: string) => readonly T[] | null): T[] | null {
  const items = text.split(',');
  if (items.length > MOST_ITEMS) return null;
  const values = new Set<T>();
  for (const item of items) {
    const read = readItem(item.trim());
    if (read === null) return null;
    for (const value of read) values.add(value);
  }
  return [...values];
}

export const readId = (text: string): string | null => (ID.test(text) ? text : null);
export const readMonth = (text: string): string | null => (parseMonth(text) === null ? null : text);
export const ids = readable('a comma-separated list of ids', (text) => readList(text, (item) => (readId(item) === null ? null : [item])));

export function oneOf<T extends string>(known: readonly T[]) {
  return (text: string): T | null => known.find((id) => id === text) ?? null;
}

/** Positions in a list of ids, ascending: "fri,sat" -> 4, 5. */
export function positionsIn(known: readonly string[]) {
  return (text: string): number[] | null =>
    ascending(readList(text, (item) => {
      const position = known.indexOf(item);
      return position < 0 ? null : [position];
    }));
}

/** Band ids as an address writes them: the open last one, "90+", as "90-", because a plus sign reads as a space there. */
export const AGE_BAND_IDS: readonly string[] = AGE_BANDS.map((band) => band.replace('+', '-'));

/** "5-7" -> 5, 6, 7; "11-2" -> 11, 12, 1, 2, in a cycle from `low` to `high`. */
export function readRange(text: string, low: number, high: number): number[] | null {
  const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if ([first, last].some((value) => value < low || value > high)) return null;
  const size = high - low + 1;
  const length = ((last - first + size) % size) + 1;
  return Array.from({ length }, (_, step) => low + ((first - low + step) % size));
}

export function readHours(text: string): Hours | 'all' | null {
  const match = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2]) === 0 ? 24 : Number(match[2]);
  if (from > 23 || to > 24 || from === to) return null;
  return from === 0 && to === 24 ? 'all' : { from, to };
}

export function readRing(text: string): [number, number][] | null {
  const numbers = text.split(',').map((item) => readNumber(item.trim(), -180, 180));
  if (numbers.length < 6 || numbers.length % 2 === 1 || numbers.length > MOST_ITEMS) return null;
  const ring: [number, number][] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    const [longitude, latitude] = [numbers[index], numbers[index + 1]];
    if (typeof longitude !== 'number' || typeof latitude !== 'number' || Math.abs(latitude) > 90) return null;
    ring.push([longitude, latitude]);
  }
  return ring;
}

export function readCamera(text: string) {
  const [zoomText, latitudeText, longitudeText, ...rest] = text.split('/');
  const zoom = readNumber(zoomText ?? '', 0, 24);
  const latitude = readNumber(latitudeText ?? '', -90, 90);
  const longitude = readNumber(longitudeText ?? '', -180, 180);
  return zoom === null || latitude === null || longitude === null || rest.length > 0 ? null : { zoom, latitude, longitude };
}

export function ascending(values: number[] | null): number[] | null {
  return values?.toSorted((a, b) => a - b) ?? null;
}

function readNumber(text: string, low: number, high: number): number | null {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : null;
}
