import type { DailyCount } from '../../../patrol/trial/compare.ts';

/**
 * Rows of hotspot, date and count as the comparison takes them: a hotspot by name or code (capitals do not matter),
 * British dates turned round. What cannot be read stays unreadable, so that it is counted under its reason.
 */
export function dailyCounts(rows: readonly (readonly string[])[], hotspots: readonly { readonly id: string; readonly title: string }[]): DailyCount[] {
  const ids = new Map(hotspots.flatMap(({ id, title }) => [[title.trim().toLowerCase(), id], [id.trim().toLowerCase(), id]] as const));
  return rows.map(([hotspot = '', date = '', count = '']) => ({
    hotspot: ids.get(hotspot.trim().toLowerCase()) ?? '', date: date.trim().replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1'),
    count: count.trim() === '' ? Number.NaN : Number(count),
  }));
}
