/** The order of the ranked areas, and the axis of their limits: on columns, for a whole country within a frame. */
import { memoise } from '../../store/memoise.ts';
import { isWithheld } from '../../ui/formats.ts';
import { REASON } from '../../model/measures.ts';
import type { AreaRows } from './areaRows.ts';
import { stableOrder } from './stableOrder.ts';

export type SortColumn = 'name' | 'count' | 'rate';
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}
export const FIRST_SORT: Sort = { column: 'rate', descending: true };

/** Area numbers in the order of a table, those of the chosen places first. */
export interface Order {
  readonly areas: Uint32Array;
  /** How many of them lie in the chosen places. */
  readonly inside: number;
}

/**
 * Chosen places first, then the rest of the county; within each by the column. Rates that are not given always
 * stand last (the more events the higher), and withheld counts below every shown one; ties by name.
 *
 * @param include areas that are listed
 */
export function orderAreas(rows: AreaRows, { column, descending }: Sort, include: (area: number) => boolean = () => true): Order {
  const names = nameOrder(rows.pack.areas.name);
  const { inPlace } = rows.columns;
  const [inside, outside] = parted(column === 'name' && descending ? names.toReversed() : names, (area) => inPlace[area] === 1, include);
  return { areas: joined([inside, outside].map((part) => sortedBy(rows, part, column, descending ? -1 : 1))), inside: inside.length };
}

/** @param areas by name, so that ties keep that order */
function sortedBy(rows: AreaRows, areas: Uint32Array, column: SortColumn, sign: 1 | -1): Uint32Array {
  if (column === 'name') return areas;
  if (column === 'count') return stableOrder(areas, (area) => sign * shownCount(rows, area));
  const { value } = rows.rate;
  const [given, others] = parted(areas, (area) => Number.isFinite(value[area]));
  return joined([stableOrder(given, (area) => sign * (value[area] ?? 0)), stableOrder(others, (area) => -shownCount(rows, area))]);
}

/** A withheld count stands between none and one, whatever it is; one of an area that is not covered below none. */
function shownCount({ columns }: AreaRows, area: number): number {
  const count = columns.count[area] ?? 0;
  if (columns.rateReason[area] === REASON.notCovered) return -1;
  return isWithheld(count) ? 0.5 : count;
}

/** Those for which it holds and the others, each in their order. */
function parted(areas: Uint32Array, holds: (area: number) => boolean, include: (area: number) => boolean = () => true): readonly [Uint32Array, Uint32Array] {
  const [first, second] = [new Uint32Array(areas.length), new Uint32Array(areas.length)];
  let [firsts, seconds] = [0, 0];
  for (let at = 0; at < areas.length; at += 1) {
    const area = areas[at] ?? 0;
    if (!include(area)) continue;
    if (holds(area)) {
      first[firsts] = area;
      firsts += 1;
    } else {
      second[seconds] = area;
      seconds += 1;
    }
  }
  return [first.subarray(0, firsts), second.subarray(0, seconds)];
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Area numbers by name as people sort: "2" before "10". Comparing as people do is slow, so names are first put nearly in
 * order by plain text with padded numbers; the sort that follows then has little left to compare. Once for a pack.
 */
const nameOrder = memoise((names: readonly string[]): Uint32Array => {
  const { compare } = new Intl.Collator('en-GB', { numeric: true });
  const padded = names.map((name) => name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0')));
  const nearly = [...names.keys()].toSorted((a, b) => ((padded[a] ?? '') < (padded[b] ?? '') ? -1 : (padded[a] ?? '') > (padded[b] ?? '') ? 1 : 0));
  return Uint32Array.from(nearly.toSorted((a, b) => compare(names[a] ?? '', names[b] ?? '')));
});

/** Beyond this share of the upper limits the axis ends: a few town centres would squeeze all other areas into a dot. */
const AXIS_SHARE = 0.95;

/**
 * One axis for every limits bar: from nothing to the upper limit that 95% of the areas stay within, and well past the
 * benchmark. What lies beyond is for the bar to mark.
 *
 * @param limits upper limits, NaN where not given
 */
export function intervalDomain(limits: Float64Array, benchmark: number): readonly [number, number] {
  const uppers = limits.filter(Number.isFinite).toSorted();
  const most = uppers[Math.ceil(uppers.length * AXIS_SHARE) - 1] ?? 0;
  const end = Math.max(most, Number.isFinite(benchmark) ? benchmark * 1.5 : 0);
  return [0, end > 0 ? end : 1];
}
