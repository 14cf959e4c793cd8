import { EVERYTHING, type Selection } from '../model/selection.ts';

/** Why a saved selection is not compared with, in a data set whose small counts are withheld. */
export const OVERLAPPING = 'Small counts of this data set are withheld: a saved selection can be compared with only where it differs in its places alone, or has none of the same months. This one could give small counts away by subtraction.';

/**
 * Whether a saved selection may stand beside the page at all where small counts are withheld: it differs from it in
 * its places alone (one more sum of the same counts, which the guard of sums judges), or shares no month of the data
 * set with it. Everything else is a second count of some of the same events, and the difference of the two is a third.
 *
 * @param months of the data set, "YYYY-MM"
 */
export function mayCompareWith(saved: Selection, page: Selection, months: readonly string[]): boolean {
  return sameButPlaces(saved, page) || !months.some((month) => holds(saved, month) && holds(page, month));
}

/** Whether two selections differ in nothing but their places. */
export function sameButPlaces(a: Selection, b: Selection): boolean {
  const { boroughs, hubs, wards, nteHotspots, areas, drawn } = EVERYTHING;
  const elsewhere = (selection: Selection): string => JSON.stringify(Object.entries({ ...selection, boroughs, hubs, wards, nteHotspots, areas, drawn }).toSorted(([x], [y]) => x.localeCompare(y)));
  return elsewhere(a) === elsewhere(b);
}

function holds({ period, monthsOfYear }: Selection, month: string): boolean {
  return (period === null || (period.from <= month && month <= period.to)) && (monthsOfYear?.includes(Number(month.slice(5))) ?? true);
}
