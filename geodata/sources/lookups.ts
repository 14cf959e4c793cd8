import type { AreaDefinition, LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import { gssCode, readRows } from './csvRows.ts';
import type { Candidate } from './inventory.ts';
import { columnLike } from './recognise.ts';

/** An LSOA of the area. */
export interface Member {
  readonly code: string;
  readonly name: string;
  readonly borough: string;
}

/** The area's LSOAs of both vintages and how they correspond, from the ONS exact-fit lookup. */
export interface LsoaLookup {
  readonly members: Readonly<Record<LsoaVintage, ReadonlyMap<string, Member>>>;
  /** 2021 code -> 2011 codes it was made from (one, unless areas were merged). */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** 2011 code -> 2021 codes it became (one, unless it was split). */
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly sha256: string;
}

/** Reads the 2011 to 2021 LSOA lookup, keeping the definition's boroughs. */
export async function readLookup(candidate: Candidate, definition: AreaDefinition): Promise<LsoaLookup> {
  const { file, header } = candidate;
  const column = (pattern: RegExp, what: string): string =>
    columnLike(header, pattern) ?? stop(`The lookup has no column ${what}`, file.label, 'Use the ONS exact-fit lookup of 2011 to 2021 LSOAs and local authorities.');
  const columns = [
    column(/^lsoa11cd$/, 'LSOA11CD'), columnLike(header, /^lsoa11nm$/) ?? column(/^lsoa11cd$/, 'LSOA11CD'),
    column(/^lsoa21cd$/, 'LSOA21CD'), columnLike(header, /^lsoa21nm$/) ?? column(/^lsoa21cd$/, 'LSOA21CD'), column(/^lad\d\dcd$/, 'LADyyCD'),
  ];
  const boroughs = new Set(definition.boroughs.map((borough) => borough.code));
  const members = { '2011': new Map<string, Member>(), '2021': new Map<string, Member>() };
  const parents = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const { sha256 } = await readRows(file, columns, (row, place) => {
    const [code11 = '', name11 = '', code21 = '', name21 = '', lad = ''] = row;
    if (!boroughs.has(lad.trim())) return;
    const older = gssCode(code11, 'The 2011 LSOA code', place);
    const newer = gssCode(code21, 'The 2021 LSOA code', place);
    members['2011'].set(older, { code: older, name: name11, borough: lad.trim() });
    members['2021'].set(newer, { code: newer, name: name21, borough: lad.trim() });
    append(parents, newer, older);
    append(children, older, newer);
  });
  for (const borough of definition.boroughs) {
    if (![...members['2011'].values()].some((member) => member.borough === borough.code)) {
      stop(`No LSOA of ${borough.name} (${borough.code}) is in the lookup`, file.label, 'Use the national lookup, or correct the code in area.json.');
    }
  }
  return { members, parents, children, sha256 };
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Ward names by LSOA code. LSOAs without a row have none. */
export async function readWards(candidate: Candidate, members: ReadonlyMap<string, Member>): Promise<{ wards: ReadonlyMap<string, string>; sha256: string }> {
  const { is, header, file } = candidate;
  if (is.role !== 'wards') throw new TypeError(`${file.label} is not a ward lookup`);
  const code = columnLike(header, new RegExp(`^lsoa${is.vintage.slice(2)}cd$`)) ?? '';
  const name = columnLike(header, new RegExp(`^wd${is.edition}nm$`)) ?? '';
  const wards = new Map<string, string>();
  const { sha256 } = await readRows(file, [code, name], ([lsoa = '', ward = ''], place) => {
    if (!members.has(lsoa)) return;
    const other = wards.get(lsoa);
    if (other !== undefined && other !== ward) {
      stop(`${lsoa} is in two wards, ${other} and ${ward}`, `${place.file}, line ${place.line}`, 'Use a best-fit lookup, which has one ward per LSOA.');
    }
    wards.set(lsoa, ward);
  });
  return { wards, sha256 };
}
