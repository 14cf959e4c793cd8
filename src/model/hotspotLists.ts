import { parseMonth } from './months.ts';
import { isRecord } from './records.ts';

/** An area of a list, by code: positions differ between packs. */
export interface ListedArea {
  readonly code: string;
  /** Why it is in the list, in words: "Gi* 3.1, hot 99%; 42 offences". '' where nothing is known. */
  readonly evidence: string;
}

/** A named, versioned choice of areas with how it came about, so that whatever is planned from it can be traced. */
export interface StoredHotspotList {
  /** Unique among those kept. */
  readonly name: string;
  /** 1 for the first of its name, one more each time it is saved anew. */
  readonly version: number;
  /** How the areas were chosen: "Gi* of counts, queen neighbours, FDR 5%". */
  readonly method: string;
  /** In words, and the address after "#" that shows it again. */
  readonly filter: { readonly description: string; readonly hash: string };
  /** The name by which the worker knows the pack (packKey). */
  readonly pack: string;
  readonly dataSet: string;
  /** Months as "2021-05", both included. */
  readonly period: { readonly from: string; readonly to: string };
  /** Best first, at least one, each code once. */
  readonly areas: readonly ListedArea[];
  /** Seed of the method's random draws; null where it has none. */
  readonly seed: number | null;
  /** When it was made, ISO 8601. */
  readonly made: string;
  /** True where it was made from demonstration data: nobody should be sent anywhere by it. */
  readonly demonstration: boolean;
}

/** A list before it is kept: its version follows from the one of its name. */
export type HotspotListDraft = Omit<StoredHotspotList, 'version'>;

/** The areas of a list as an address carries them. */
export interface AddressedList {
  readonly title: string;
  readonly codes: readonly string[];
}

/** As many as an address holds. */
export const MOST_LISTED = 1500;
const AREA_CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,11}$/;

/** A list as a file or the browser has it, or what is wrong first: "areas, number 3, code: expected an area code such as E01015794". */
export type ReadList = { readonly list: StoredHotspotList; readonly issue: null } | { readonly list: null; readonly issue: string };

/**
 * Reads a list with care: every field is of its kind and length, each area stands once. What is not known is left out.
 * By hand, because this is part of the page's first code, where a library of schemas would weigh more than all of this.
 */
export function readHotspotList(value: unknown): ReadList {
  if (!isRecord(value)) return { list: null, issue: 'expected a list with its name and areas' };
  const { name, version, method, filter, pack, dataSet, period, areas, seed, made, demonstration } = value;
  const issue = textIssue('name', name, 80) ?? (typeof name === 'string' && name.trim() === '' ? 'name: expected a name' : null)
    ?? (isWhole(version, 1, 1_000_000) ? null : 'version: expected a whole number from 1 to 1,000,000')
    ?? textIssue('method', method, 500)
    ?? (isRecord(filter) ? textIssue('filter, description', filter['description'], 5_000) ?? textIssue('filter, hash', filter['hash'], 45_000) : 'filter: expected words and an address')
    ?? textIssue('pack', pack, 5_000) ?? textIssue('dataSet', dataSet, 100) ?? periodIssue(period) ?? areasIssue(areas)
    ?? (seed === null || isWhole(seed, 0, Number.MAX_SAFE_INTEGER) ? null : 'seed: expected a whole number')
    ?? textIssue('made', made, 40) ?? (typeof made === 'string' && Number.isFinite(Date.parse(made)) ? null : 'made: expected a date such as 2025-01-31T09:00:00Z')
    ?? (typeof demonstration === 'boolean' ? null : 'demonstration: expected true or false');
  return issue === null ? { list: listOf(value), issue } : { list: null, issue };
}

/** Of a value that was found sound. */
function listOf(value: Readonly<Record<string, unknown>>): StoredHotspotList {
  const [filter, period] = [record(value['filter']), record(value['period'])];
  const areas: readonly unknown[] = Array.isArray(value['areas']) ? value['areas'] : [];
  return {
    name: text(value['name']), version: Number(value['version']), method: text(value['method']),
    filter: { description: text(filter['description']), hash: text(filter['hash']) },
    pack: text(value['pack']), dataSet: text(value['dataSet']), period: { from: text(period['from']), to: text(period['to']) },
    areas: areas.map((area) => ({ code: text(record(area)['code']), evidence: text(record(area)['evidence']) })),
    seed: typeof value['seed'] === 'number' ? value['seed'] : null, made: text(value['made']), demonstration: value['demonstration'] === true,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function textIssue(where: string, value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return `${where}: expected text`;
  return value.length > longest ? `${where}: expected at most ${longest} characters` : null;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function periodIssue(period: unknown): string | null {
  const [from, to] = isRecord(period) ? [period['from'], period['to']] : [];
  for (const [name, month] of [['from', from], ['to', to]] as const) {
    if (typeof month !== 'string' || parseMonth(month) === null) return `period, ${name}: expected a month such as 2019-03`;
  }
  return typeof from === 'string' && typeof to === 'string' && from <= to ? null : 'period: expected a period that ends after it begins';
}

function areasIssue(areas: unknown): string | null {
  if (!Array.isArray(areas)) return 'areas: expected a list of areas';
  if (areas.length === 0) return 'areas: expected at least one area';
  if (areas.length > MOST_LISTED) return `areas: expected at most ${MOST_LISTED} areas`;
  const codes = new Set<string>();
  for (const [i, area] of areas.entries()) {
    const [code, evidence] = isRecord(area) ? [area['code'], area['evidence']] : [];
    if (typeof code !== 'string' || !AREA_CODE.test(code)) return `areas, number ${i + 1}, code: expected an area code such as E01015794`;
    const issue = textIssue(`areas, number ${i + 1}, evidence`, evidence, 500);
    if (issue !== null) return issue;
    codes.add(code);
  }
  return codes.size === areas.length ? null : 'areas: expected each area once';
}
