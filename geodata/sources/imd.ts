import { stop } from '../problem.ts';
import { readRows, wholeNumber } from './csvRows.ts';
import type { Candidate } from './inventory.ts';
import type { Member } from './lookups.ts';
import { codeColumn, columnLike, IMD_DECILE, IMD_RANK } from './recognise.ts';

export interface Deprivation {
  /** 1 = most deprived in England. */
  readonly rank: number;
  readonly decile: number;
}

/** LSOAs of England that were ranked: 2019 on 2011 LSOAs, 2025 on 2021 LSOAs. */
const RANKED = { '2011': 32_844, '2021': 33_755 } as const;
/** The edition published for each LSOA vintage. */
export const IMD_EDITION = { '2011': '2019', '2021': '2025' } as const;

/** IMD rank and decile of every member, from File 7 as published or a table with the same figures. */
export async function readImd(candidate: Candidate, members: ReadonlyMap<string, Member>): Promise<{ imd: ReadonlyMap<string, Deprivation>; sha256: string }> {
  const { file, header, is } = candidate;
  if (is.role !== 'imd') throw new TypeError(`${file.label} is not an index of deprivation`);
  const missing = (what: string): never => stop(`The file has no column for the IMD ${what}`, file.label, 'Use File 7 of the English Indices of Deprivation.');
  const columns = [codeColumn(header)?.column ?? missing('area code'), columnLike(header, IMD_RANK) ?? missing('rank'), columnLike(header, IMD_DECILE) ?? missing('decile')];
  const imd = new Map<string, Deprivation>();
  const { sha256 } = await readRows(file, columns, ([code = '', rank, decile], place) => {
    if (!members.has(code)) return;
    if (imd.has(code)) stop(`${code} has a second row`, `${place.file}, line ${place.line}`, 'Keep one row per LSOA.');
    imd.set(code, {
      rank: wholeNumber(rank?.replaceAll(',', ''), 'The IMD rank', place, 1, RANKED[is.vintage]),
      decile: wholeNumber(decile, 'The IMD decile', place, 1, 10),
    });
  });
  requireAll(imd, members, file.label);
  return { imd, sha256 };
}

/** Stops unless every member has a row. */
export function requireAll(rows: ReadonlyMap<string, unknown>, members: ReadonlyMap<string, Member>, label: string): void {
  const absent = [...members.keys()].filter((code) => !rows.has(code));
  if (absent.length === 0) return;
  stop(`${absent.length} of ${members.size} LSOAs have no row: ${absent.slice(0, 5).join(', ')}${absent.length > 5 ? ', ...' : ''}`, label,
    'Use a file that covers the whole area, on the same LSOA codes.');
}
