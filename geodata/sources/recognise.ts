import type { LsoaVintage } from '../areaDefinition.ts';

/** What a file is, by its columns or properties; never by its name. */
export type Recognised =
  | { readonly role: 'street' | 'lookup' }
  | { readonly role: 'boundaries' | 'population' | 'residents'; readonly vintage: LsoaVintage | null }
  | { readonly role: 'wards'; readonly vintage: LsoaVintage; readonly edition: string }
  | { readonly role: 'imd'; readonly vintage: LsoaVintage };

/** A file that is not used, and why, in words for the report. */
export interface Unused {
  readonly role: null;
  readonly why: string;
}

/**
 * A column as publishers vary it: lower case, only letters and digits. "LSOA code (2011)" -> "lsoacode2011". Some
 * services of the Open Geography Portal say "F_LSOA11CD", left over from a byte order mark.
 */
function normalise(column: string): string {
  return column.toLowerCase().replace(/^f_(?=lsoa)/, '').replace(/[^a-z0-9+]/g, '');
}

const CODE_COLUMNS: readonly (readonly [RegExp, LsoaVintage | null])[] = [
  [/^lsoa(20)?11(cd|code)$|^lsoacode2011$|^lsoa2011code$/, '2011'],
  [/^lsoa(20)?21(cd|code)$|^lsoacode2021$|^lsoa2021code$/, '2021'],
  [/^lsoacode$|^lsoacd$|^areacodes?$|^geographycode$|^geogcode$/, null],
];

/**
 * The column that holds LSOA codes and the vintage its name states (null: told by the codes). Where a table names
 * a parent area too, the first code column is the one its rows are of.
 */
export function codeColumn(header: readonly string[]): { column: string; vintage: LsoaVintage | null } | null {
  for (const column of header) {
    const found = CODE_COLUMNS.find(([pattern]) => pattern.test(normalise(column)));
    if (found) return { column, vintage: found[1] };
  }
  return null;
}

/** The column whose normalised name matches. */
export function columnLike(header: readonly string[], pattern: RegExp): string | null {
  return header.find((each) => pattern.test(normalise(each))) ?? null;
}

export const RESIDENTS_COLUMN = /^usualresidents(2021)?$|^residencetypetotalmeasuresvalue$/;
export const IMD_RANK = /^imdrank$|^indexofmultipledeprivationimdrank/;
export const IMD_DECILE = /^imddecile$|^indexofmultipledeprivationimddecile/;

/** Columns of single years of age: one per age, or one per age and sex; the last is "90 and over". */
export function ageColumns(header: readonly string[]): readonly (readonly string[])[] | null {
  const find = (name: string): string | null => header.find((each) => normalise(each).replace(/^age/, '') === name) ?? null;
  const plain = Array.from({ length: 91 }, (_, age) => find(age === 90 ? '90+' : String(age)) ?? (age === 90 ? find('90') : null));
  if (plain.every((column) => column !== null)) return plain.map((column) => [column]);
  const bySex = Array.from({ length: 91 }, (_, age) => [find(`f${age}`), find(`m${age}`)].filter((column) => column !== null));
  return bySex.every((columns) => columns.length === 2) ? bySex : null;
}

/** How many columns look like a single year of age: many, but not all, is a damaged population file. */
function agesIn(header: readonly string[]): number {
  return header.filter((column) => /^(age)?[fm]?\d\d?\+?$/.test(normalise(column))).length;
}

/** The columns of a street-level crime file, in the publisher's spelling and order. */
export const STREET_COLUMNS = [
  'Crime ID', 'Month', 'Reported by', 'Falls within', 'Longitude', 'Latitude', 'Location', 'LSOA code', 'LSOA name', 'Crime type', 'Last outcome category', 'Context',
] as const;

function unused(why: string): Unused {
  return { role: null, why };
}

/** Recognises a CSV file by its header. */
export function recogniseCsv(header: readonly string[]): Recognised | Unused {
  const names = new Set(header.map(normalise));
  const has = (...columns: string[]): boolean => columns.every((column) => names.has(column));
  if (has('crimeid', 'outcometype')) return unused('crime outcomes, not the crimes themselves');
  // A street file that lacks a column is still one: its reader stops and says which.
  if (STREET_COLUMNS.filter((column) => names.has(normalise(column))).length >= 6) return { role: 'street' };
  if (has('type', 'date', 'objectofsearch')) return unused('stop and search records');
  const code = codeColumn(header);
  if (!code) return unused('no column that this builder uses');
  if (agesIn(header) >= 50) return { role: 'population', vintage: code.vintage };
  if (has('cagename', 'obsvalue') || has('cage', 'obsvalue')) return { role: 'population', vintage: code.vintage };
  if (columnLike(header, IMD_RANK) ?? columnLike(header, IMD_DECILE)) return recogniseImd(names, code.vintage);
  if (columnLike(header, RESIDENTS_COLUMN)) {
    return names.has('agegroup') ? unused('residents by broad age group; 19 five-year bands are needed') : { role: 'residents', vintage: code.vintage };
  }
  return recogniseLookup(header, names) ?? unused('no column that this builder uses');
}

function recogniseImd(names: ReadonlySet<string>, vintage: LsoaVintage | null): Recognised | Unused {
  if (names.has('localauthoritydistrictcode2013')) return unused('the 2015 Indices of Deprivation; 2019 or 2025 are needed');
  return vintage ? { role: 'imd', vintage } : { role: null, why: 'an index of deprivation whose LSOA column does not say 2011 or 2021' };
}

function recogniseLookup(header: readonly string[], names: ReadonlySet<string>): Recognised | null {
  const lad = columnLike(header, /^lad\d\dcd$/);
  if (names.has('lsoa11cd') && names.has('lsoa21cd')) return lad ? { role: 'lookup' } : null;
  const ward = columnLike(header, /^wd\d\dcd$/);
  const edition = ward ? normalise(ward).slice(2, 4) : '';
  if (!ward || !columnLike(header, new RegExp(`^wd${edition}nm$`))) return null;
  if (names.has('lsoa11cd')) return { role: 'wards', vintage: '2011', edition };
  return names.has('lsoa21cd') ? { role: 'wards', vintage: '2021', edition } : null;
}

/** Recognises GeoJSON by the names of its properties, in any case. */
export function recogniseGeoJson(text: string): Recognised | Unused {
  if (!/"(Feature|FeatureCollection)"/.test(text)) return { role: null, why: 'JSON, but not GeoJSON' };
  if (/"oa(11|21)cd"\s*:/i.test(text)) return { role: null, why: 'output areas, not LSOAs' };
  const eleven = /"lsoa11cd"\s*:/i.test(text);
  const twentyOne = /"lsoa21cd"\s*:/i.test(text);
  if (eleven === twentyOne) return { role: null, why: eleven ? 'carries both 2011 and 2021 LSOA codes' : 'not LSOA boundaries' };
  if (!/"(Multi)?Polygon"/.test(text)) return { role: null, why: 'LSOA points, not boundaries' };
  return { role: 'boundaries', vintage: eleven ? '2011' : '2021' };
}
