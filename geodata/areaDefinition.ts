import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { hubProfile, nteProfile } from '../src/files/placeProfiles.ts';
import { parseJson } from '../src/files/text.ts';
import { stop, valueOf } from './problem.ts';

/** Where area definitions live; tests pass their own folder. */
export const AREAS_FOLDER = fileURLToPath(new URL('./areas/', import.meta.url));

const ladCode = z.string().regex(/^[EW]\d{8}$/, 'a local authority code such as E06000032');
const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters, digits and hyphens');
const longitude = z.number().min(-9).max(3);
const latitude = z.number().min(49).max(62);
const byVintage = z.object({ '2011': z.array(z.string()), '2021': z.array(z.string()) }).strict();

const hub = z.object({
  id: identifier,
  title: z.string().min(1),
  borough: ladCode,
  /** Ward names of the ward edition used with each LSOA vintage. */
  wards: byVintage,
  /** LSOA codes that belong to the hub whatever their ward. */
  lsoas: byVintage,
  profile: z.nullable(hubProfile),
}).strict();

const nteHotspot = z.object({
  id: identifier,
  title: z.string().min(1),
  borough: ladCode,
  /** The extent is the union of these circles around named points of the town centre. */
  circles: z.array(z.object({ around: z.string(), longitude, latitude, metres: z.number().positive().max(5000) }).strict()).min(1),
  profile: z.nullable(nteProfile),
}).strict();

const areaDefinition = z.object({
  id: identifier,
  title: z.string().min(1),
  benchmark: z.string().min(1),
  boroughs: z.array(z.object({ code: ladCode, name: z.string().min(1) }).strict()).min(1),
  /** "Reported by" of the street files to take; null takes every force found. */
  forces: z.array(z.string().min(1)).min(1).nullable(),
  /** Vintage used when --lsoa is not given. */
  lsoa: z.enum(['2011', '2021']),
  /** Ward edition (two digits, as in WD13CD) preferred with each LSOA vintage; null takes the newest found. */
  wardEditions: z.object({ '2011': z.string().regex(/^\d\d$/).nullable(), '2021': z.string().regex(/^\d\d$/).nullable() }).strict(),
  /** Published edges of the density quintiles, persons per km2; null computes them from the pack. */
  densityEdges: z.array(z.number().positive()).length(4).nullable(),
  hubs: z.array(hub),
  nteHotspots: z.array(nteHotspot),
  labels: z.array(z.object({ title: z.string().min(1), borough: ladCode, longitude, latitude, rank: z.union([z.literal(1), z.literal(2)]) }).strict()),
  /** Places to jump to; `box` null means the whole area. */
  jumps: z.array(z.object({ title: z.string().min(1), box: z.tuple([longitude, latitude, longitude, latitude]).nullable() }).strict()).min(1),
  notes: z.array(z.string()),
}).strict();

/** area.json: what the builder must know about an area that no published file says. */
export type AreaDefinition = z.infer<typeof areaDefinition>;
export type LsoaVintage = AreaDefinition['lsoa'];

/** Validates an area definition. Stops with the first fault's path, so that a person can find it in the file. */
export function parseAreaDefinition(json: unknown, name: string): AreaDefinition {
  const parsed = areaDefinition.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    stop(`The area definition is not valid: ${issue?.message ?? 'unknown fault'}`, `${name}, at ${issue?.path.join('.') || 'the top'}`,
      'Correct that entry; geodata/README.md describes each one.');
  }
  const boroughs = new Set(parsed.data.boroughs.map((borough) => borough.code));
  const stray = [...parsed.data.hubs, ...parsed.data.nteHotspots].find((place) => !boroughs.has(place.borough));
  if (stray) stop(`"${stray.title}" lies in ${stray.borough}, which is not one of the area's boroughs`, name, 'Correct the borough code.');
  return parsed.data;
}

/** Reads geodata/areas/<id>/area.json. */
export async function loadAreaDefinition(id: string, areasFolder: string = AREAS_FOLDER): Promise<AreaDefinition> {
  if (!/^[a-z0-9-]+$/.test(id)) stop(`"${id}" is not an area id`, '--area', 'Use the name of a folder in geodata/areas.');
  const file = `${areasFolder.replace(/\/?$/, '/')}${id}/area.json`;
  const text = await readFile(file, 'utf8').catch(() =>
    (existsSync(file.replace(/area\.json$/, 'forces.json'))
      ? stop(`"${id}" can be built with --synthetic only`, file, `Use: npm run geodata -- --area ${id} --synthetic. Real boundaries of the whole country are not put together here.`)
      : stop(`There is no area "${id}"`, file, `Make one with: npm run geodata -- new-area ${id} --lad CODE,CODE --title TEXT`)));
  const definition = parseAreaDefinition(valueOf(parseJson(text, file)), file);
  if (definition.id !== id) stop(`The definition calls itself "${definition.id}"`, file, `Its id must be the folder's name, "${id}".`);
  return definition;
}
