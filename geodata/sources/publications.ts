import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SourceEntry } from '../../src/model/manifest.ts';
import { parseJson } from '../../src/files/text.ts';
import { AREAS_FOLDER } from '../areaDefinition.ts';
import { stop, valueOf } from '../problem.ts';

/** What an input is used for. */
const ROLES = [
  'boundaries-2011', 'boundaries-2021', 'lookup', 'wards-2011', 'wards-2021', 'imd-2019', 'imd-2025', 'population', 'residents', 'street', 'hubs', 'nte',
] as const;
export type Role = (typeof ROLES)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const check = z.object({
  /** Known checksum; null where the publisher revises the file. */
  sha256: sha256.nullable(),
  /** Sizes in bytes between which a sound copy lies. */
  bytes: z.tuple([z.number().int().min(1), z.number().int().min(1)]),
  format: z.enum(['csv', 'geojson', 'zip']),
  /** Column or property names a sound copy must carry. */
  has: z.array(z.string()),
}).strict();

const download = z.object({
  address: z.url({ protocol: /^https?$/ }),
  /** Name in the folder of inputs. */
  save: z.string().regex(/^[\w.-]+$/),
  check,
  /** For archives: which entries to take; `from` and `to` bound the months in their names. */
  entries: z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() }).strict().nullable(),
  /** True where the service gives a table as GeoJSON without geometries; it is kept as CSV. */
  table: z.boolean(),
}).strict();

const publication = z.object({
  role: z.enum(ROLES),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  /** The page a person should read. */
  page: z.url().nullable(),
  date: z.string().nullable(),
  downloads: z.array(download),
}).strict();

const publications = z.object({ attribution: z.string(), sources: z.array(publication) }).strict();

export type Download = z.infer<typeof download>;
export type Publication = z.infer<typeof publication>;
/** sources.json of an area: who publishes each input, under which licence, and where --download fetches it. */
export type Publications = z.infer<typeof publications>;

/** Validates sources.json. */
export function parsePublications(json: unknown, name: string): Publications {
  const parsed = publications.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return stop(`The list of sources is not valid: ${issue?.message ?? 'unknown fault'}`, `${name}, at ${issue?.path.join('.') ?? 'the top'}`, 'Correct that entry; geodata/README.md describes each one.');
}

/** Reads geodata/areas/<id>/sources.json. */
export async function loadPublications(id: string, areasFolder: string = AREAS_FOLDER): Promise<Publications> {
  const file = `${areasFolder.replace(/\/?$/, '/')}${id}/sources.json`;
  const text = await readFile(file, 'utf8').catch(() => stop('The area has no list of sources', file, 'Copy the one of another area and adapt it.'));
  return parsePublications(valueOf(parseJson(text, file)), file);
}

/** The provenance of a file that was read, for the manifest. `part` names the year or month. */
export function sourceEntry(list: Publications, role: Role, file: string, sha: string, part?: string): SourceEntry {
  const found = list.sources.find((source) => source.role === role);
  return {
    file,
    title: `${found?.title ?? 'Provided file'}${part ? `, ${part}` : ''}`,
    publisher: found?.publisher ?? 'Not stated',
    licence: found?.licence ?? 'Not stated',
    address: found?.page ?? null,
    date: found?.date ?? null,
    sha256: sha,
  };
}
