import { count, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';

/**
 * How many of the given areas lie in each ward, by borough and ward. Wards that a published value counts together
 * ("bedford--sharnbrook+bedford--riseley") make one row, and a ward with a published number but none of ours has 0.
 */
export function wardRows(context: Context, chosen: readonly number[]): RowDraft[] {
  const { areas } = context.pack;
  const publishedRows = [...context.published.keys()].flatMap((key) => {
    const [figure, row = '', column] = key.split('/');
    return figure === 'violence-count-quintiles' && column === 'areas' && row.includes('--') ? [row] : [];
  });
  const known = new Map(areas.wardId.map((id, area) => [id, { ward: areas.ward[area] ?? '', borough: areas.borough[area] ?? '' }]));
  const rowOf = (ward: string): string => publishedRows.find((row) => row.split('+').includes(ward)) ?? ward;
  const rows = new Map<string, number>();
  for (const row of publishedRows) if (row.split('+').some((ward) => known.has(ward))) rows.set(row, 0);
  for (const area of chosen) {
    const row = rowOf(areas.wardId[area] ?? '');
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const title = (code: string): string => context.boroughs.find((borough) => borough.code === code)?.title ?? code;
  return [...rows].filter(([id]) => id !== '').map(([id, value]) => {
    const parts = id.split('+').flatMap((ward) => known.get(ward) ?? []);
    return { id, ward: parts.map(({ ward }) => ward).join(' and '), borough: title(parts[0]?.borough ?? ''), value };
  }).toSorted((a, b) => a.borough.localeCompare(b.borough, 'en-GB') || a.ward.localeCompare(b.ward, 'en-GB'))
    .map(({ id, ward, borough, value }) => ({ id, cells: [words(ward), words(borough), count(value)] }));
}
