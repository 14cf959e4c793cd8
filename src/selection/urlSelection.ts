import { EVERYTHING, type Selection } from '../model/selection.ts';
import { FLAGS, SEXES, WEEKDAYS } from '../model/vocabulary.ts';
import { AGE_BAND_IDS, ascending, ids, LONGEST_VALUE, oneOf, positionsIn, readable, readHours, readList, readMonth, readRange, readRing, type ValueOf } from './urlReaders.ts';

/** Ends of a period of which the address names only the other one. */
export const FIRST_MONTH = '0000-01';
export const LAST_MONTH = '9999-12';

const WEEKDAY_IDS = WEEKDAYS.map(({ id }) => id);
const SEX_IDS = SEXES.map(({ id }) => id);
const FLAG_IDS = FLAGS.map(({ id }) => id);

/** One reader per clause of the address; what each accepts is also the message that names a bad value. */
export const SELECTION_VALUES = {
  type: ids,
  subgroup: ids,
  from: readable('a month such as 2019-01', readMonth),
  to: readable('a month such as 2023-12', readMonth),
  months: readable('months of the year from 1 to 12, such as 5-7 or 1,12', (text) => ascending(readList(text, (item) => readRange(item, 1, 12)))),
  days: readable(`weekdays from ${WEEKDAY_IDS.join(', ')}`, positionsIn(WEEKDAY_IDS)),
  hours: readable('two different hours such as 19-7', readHours),
  ages: readable('five-year age bands such as 10-14,15-19 (90- for 90 and over)', positionsIn(AGE_BAND_IDS)),
  sex: readable(`any of ${SEX_IDS.join(', ')}`, positionsIn(SEX_IDS)),
  flags: readable(`flags from ${FLAG_IDS.join(', ')}`, positionsIn(FLAG_IDS)),
  borough: ids,
  hub: ids,
  ward: ids,
  nte: ids,
  lsoa: ids,
  polygon: readable('at least three longitude,latitude pairs', readRing),
  midnight: readable('"aside"', oneOf(['aside'])),
} as const;

type SelectionKey = keyof typeof SELECTION_VALUES;
/** Values by key; a key that is not there, or whose value could not be read, is missing. */
export type SelectionValues = { -readonly [Key in SelectionKey]?: ValueOf<(typeof SELECTION_VALUES)[Key]> };

/** The clauses as an address writes them; null where a clause is "all". */
export function selectionTexts(selection: Selection): Record<SelectionKey, string | null> {
  return {
    type: list(selection.types),
    subgroup: list(selection.subgroups),
    from: selection.period && selection.period.from !== FIRST_MONTH ? selection.period.from : null,
    to: selection.period && selection.period.to !== LAST_MONTH ? selection.period.to : null,
    months: selection.monthsOfYear && cycleText(selection.monthsOfYear, 12),
    days: idsAt(selection.days, WEEKDAY_IDS),
    hours: selection.hours && `${selection.hours.from}-${selection.hours.to}`,
    ages: idsAt(selection.ages, AGE_BAND_IDS),
    sex: idsAt(selection.sexes, SEX_IDS),
    flags: idsAt(selection.flags, FLAG_IDS),
    borough: list(selection.boroughs),
    hub: list(selection.hubs),
    ward: list(selection.wards),
    nte: list(selection.nteHotspots),
    lsoa: list(selection.areas),
    polygon: list(selection.drawn?.flatMap((point) => point.map(degrees)) ?? null),
    midnight: selection.midnightAside ? 'aside' : null,
  };
}

/** The selection that values stand for, with a notice for a period that ends before it begins. */
export function selectionOf(values: SelectionValues, notices: string[]): Selection {
  return {
    ...EVERYTHING,
    types: values.type ?? null,
    subgroups: values.subgroup ?? null,
    period: periodOf(values, notices),
    monthsOfYear: allOrSome(values.months, 12),
    days: allOrSome(values.days, WEEKDAYS.length),
    hours: values.hours === undefined || values.hours === 'all' ? null : values.hours,
    midnightAside: values.midnight === 'aside',
    // All bands are a choice: they leave out victims whose age is not known. All sexes take everybody.
    ages: values.ages ?? null,
    sexes: allOrSome(values.sex, SEXES.length),
    flags: values.flags ?? null,
    boroughs: values.borough ?? null,
    hubs: values.hub ?? null,
    wards: values.ward ?? null,
    nteHotspots: values.nte ?? null,
    areas: values.lsoa ?? null,
    drawn: values.polygon ?? null,
  };
}

/** A selection by itself, as it is kept and as it stands inside an address: "from=2019-01&to=2019-12&borough=E06000032". */
export function selectionQuery(selection: Selection): string {
  const pairs = Object.entries(selectionTexts(selection)).filter(([, text]) => text !== null && text !== '');
  return pairs.map(([key, text]) => `${key}=${encodeURIComponent(text ?? '').replace(/%2C/g, ',')}`).join('&');
}

/** The other way round; null where anything in it is not known or cannot be read: half a selection would be another one. */
export function readSelectionQuery(query: string): Selection | null {
  const values: SelectionValues = {};
  for (const [key, text] of new URLSearchParams(query)) {
    const value = Object.entries(SELECTION_VALUES).find(([name]) => name === key)?.[1].read(text) ?? null;
    if (value === null) return null;
    Object.assign(values, { [key]: value });
  }
  const notices: string[] = [];
  const selection = selectionOf(values, notices);
  return notices.length === 0 ? selection : null;
}

/** Room for "saved:", a title and the colons, where a selection stands in an address as the benchmark. */
const ROOM_FOR_TITLE = 200;

/** True where an address can hold the selection whole and give it back: within its length, and no list longer than it reads. */
export function fitsAddress(selection: Selection): boolean {
  const query = selectionQuery(selection);
  return query.length <= LONGEST_VALUE - ROOM_FOR_TITLE && readSelectionQuery(query) !== null;
}

export function list(items: readonly (string | number)[] | null): string | null {
  return items === null || items.length === 0 ? null : items.join(',');
}

function idsAt(positions: readonly number[] | null, known: readonly string[]): string | null {
  return list(positions?.toSorted((a, b) => a - b).flatMap((position) => known[position] ?? []) ?? null);
}

function periodOf({ from = FIRST_MONTH, to = LAST_MONTH }: SelectionValues, notices: string[]): Selection['period'] {
  if (from > to) {
    notices.push(`The address says from=${from}&to=${to}, which ends before it begins; every month is used instead.`);
    return null;
  }
  return from === FIRST_MONTH && to === LAST_MONTH ? null : { from, to };
}

function allOrSome(values: readonly number[] | undefined, all: number): readonly number[] | null {
  return values === undefined || values.length === all ? null : values;
}

/** 1-12 as runs: [5, 6, 7] -> "5-7", [11, 12, 1] -> "11-1", [1, 3] -> "1,3". */
function cycleText(values: readonly number[], size: number): string {
  const chosen = new Set(values);
  const next = (value: number) => (value % size) + 1;
  const starts = [...chosen].filter((value) => !chosen.has(((value + size - 2) % size) + 1)).toSorted((a, b) => a - b);
  if (starts.length === 0) return chosen.size === 0 ? '' : `1-${size}`;
  return starts.map((start) => {
    let end = start;
    while (chosen.has(next(end))) end = next(end);
    return end === start ? `${start}` : `${start}-${end}`;
  }).join(',');
}

/** Five decimals: about a metre. */
function degrees(value: number): string {
  return String(Number(value.toFixed(5)));
}
