import { MEASURES, OVERLAYS } from '../model/measures.ts';
import { parseMonth } from '../model/months.ts';
import * as z from '../model/schema.ts';
import type { Hours } from '../model/selection.ts';
import { WEEKDAYS } from '../model/vocabulary.ts';
import { VIEW_IDS } from './viewState.ts';

/** A value longer than this is not one of ours. */
const LONGEST_VALUE = 20_000;
const MOST_ITEMS = 2_000;
/** Ids of types, places and packs, and statistical codes such as E06000032. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
const NUMBER = /^-?\d{1,4}(\.\d{1,12})?$/;

/** A schema that reads text; `read` returns null for what it cannot read, and `expected` says what would do. */
function readable<T>(expected: string, read: (text: string) => T | null) {
  return z.string().transform((text, context): T => {
    const value = text.length > LONGEST_VALUE ? null : read(text);
    if (value !== null) return value;
    context.issues.push({ code: 'custom', input: text, message: expected });
    return z.NEVER;
  });
}

/** Every item read, in order and once; null when one cannot be read or there is none. */
function readList<T>(text: string, readItem: (item: string) => readonly T[] | null): T[] | null {
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

const readId = (text: string): string | null => (ID.test(text) ? text : null);
const readMonth = (text: string): string | null => (parseMonth(text) === null ? null : text);
const readNumber = (text: string, low: number, high: number): number | null => {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : null;
};

/** "5-7" -> 5, 6, 7; "11-2" -> 11, 12, 1, 2, in a cycle from `low` to `high`. */
function readRange(text: string, low: number, high: number): number[] | null {
  const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if ([first, last].some((value) => value < low || value > high)) return null;
  const size = high - low + 1;
  const length = ((last - first + size) % size) + 1;
  return Array.from({ length }, (_, step) => low + ((first - low + step) % size));
}

function readHours(text: string): Hours | 'all' | null {
  const match = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2]) === 0 ? 24 : Number(match[2]);
  if (from > 23 || to > 24 || from === to) return null;
  return from === 0 && to === 24 ? 'all' : { from, to };
}

function readRing(text: string): [number, number][] | null {
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

function readCamera(text: string) {
  const [zoomText, latitudeText, longitudeText, ...rest] = text.split('/');
  const zoom = readNumber(zoomText ?? '', 0, 24);
  const latitude = readNumber(latitudeText ?? '', -90, 90);
  const longitude = readNumber(longitudeText ?? '', -180, 180);
  return zoom === null || latitude === null || longitude === null || rest.length > 0 ? null : { zoom, latitude, longitude };
}

function oneOf<T extends string>(ids: readonly T[]) {
  return (text: string): T | null => ids.find((id) => id === text) ?? null;
}

const WEEKDAY_IDS = WEEKDAYS.map(({ id }) => id);
const OVERLAY_IDS = OVERLAYS.map(({ id }) => id);
const ids = readable('a comma-separated list of ids', (text) => readList(text, (item) => (readId(item) === null ? null : [item])));
const ascending = (values: number[] | null) => values?.toSorted((a, b) => a - b) ?? null;

/** One schema per key of the address; what each accepts is also the message that names a bad value. */
export const URL_VALUES = {
  pack: readable('the id of a pack', readId),
  data: readable('the id of a data set', readId),
  type: ids,
  subgroup: ids,
  from: readable('a month such as 2019-01', readMonth),
  to: readable('a month such as 2023-12', readMonth),
  months: readable('months of the year from 1 to 12, such as 5-7 or 1,12', (text) => ascending(readList(text, (item) => readRange(item, 1, 12)))),
  days: readable(`weekdays from ${WEEKDAY_IDS.join(', ')}`, (text) =>
    ascending(readList(text, (item) => (oneOf(WEEKDAY_IDS)(item) === null ? null : [WEEKDAY_IDS.findIndex((id) => id === item)])))),
  hours: readable('two different hours such as 19-7', readHours),
  borough: ids,
  hub: ids,
  ward: ids,
  nte: ids,
  polygon: readable('at least three longitude,latitude pairs', readRing),
  midnight: readable('"aside"', oneOf(['aside'])),
  measure: readable(`one of ${MEASURES.map(({ id }) => id).join(', ')}`, oneOf(MEASURES.map(({ id }) => id))),
  confidence: readable('95 or 99.8', oneOf(['95', '99.8'])),
  area: ids,
  layers: readable(`layers from ${OVERLAY_IDS.join(', ')}, or "none"`, (text) =>
    text === 'none' ? [] : readList(text, (item) => { const overlay = oneOf(OVERLAY_IDS)(item); return overlay === null ? null : [overlay]; })),
  map: readable('zoom/latitude/longitude', readCamera),
} as const;

export type UrlKey = keyof typeof URL_VALUES;
export const URL_KEYS = Object.keys(URL_VALUES).filter((key): key is UrlKey => key in URL_VALUES);

/** Values by key; a key that the address does not have, or whose value could not be read, is missing. */
export type UrlValues = { -readonly [Key in UrlKey]?: z.output<(typeof URL_VALUES)[Key]> };

export const readView = oneOf(VIEW_IDS);
