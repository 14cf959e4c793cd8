import * as z from './schema.ts';

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

const text = (longest: number) => z.string('expected text').max(longest, `expected at most ${longest} characters`);
const areaSchema = z.object({ code: z.string('expected an area code').regex(AREA_CODE, 'expected an area code such as E01015794'), evidence: text(500) });

/** A list as a file or the browser has it; what is not known is left out. */
export const hotspotListSchema = z.object({
  name: text(80).refine((name) => name.trim() !== '', 'expected a name'),
  version: z.int('expected a whole number').min(1, 'expected 1 or more').max(1_000_000, 'expected at most 1,000,000'),
  method: text(500),
  filter: z.object({ description: text(5_000), hash: text(45_000) }),
  pack: text(5_000),
  dataSet: text(100),
  period: z.object({ from: z.monthText, to: z.monthText }).refine(({ from, to }) => from <= to, 'expected a period that ends after it begins'),
  areas: z.array(areaSchema, 'expected a list of areas').min(1, 'expected at least one area').max(MOST_LISTED, `expected at most ${MOST_LISTED} areas`)
    .refine((areas) => new Set(areas.map(({ code }) => code)).size === areas.length, 'expected each area once'),
  seed: z.int('expected a whole number').nullable(),
  made: text(40).refine((made) => Number.isFinite(Date.parse(made)), 'expected a date such as 2025-01-31T09:00:00Z'),
  demonstration: z.boolean('expected true or false'),
});
