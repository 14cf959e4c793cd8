import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '../../src/files/text.ts';
import { AREAS_FOLDER } from '../areaDefinition.ts';
import { shareOut } from '../demo/controlledRounding.ts';
import { stop, valueOf } from '../problem.ts';

/** A territorial police force as the synthetic geography needs it. */
export interface ForcePattern {
  /** As in addresses and paths, e.g. "thames-valley". */
  readonly id: string;
  readonly title: string;
  /** "Reported by" of the street files. */
  readonly force: string;
  /** [longitude, latitude] about which it lies. */
  readonly centre: readonly [number, number];
  /** Surface, km2: how far it reaches beside its neighbours. */
  readonly km2: number;
  /** LSOAs of 2021. */
  readonly areas: number;
  readonly boroughs: number;
}

export interface CountryPattern {
  readonly forces: readonly ForcePattern[];
  /** Ring of the land, degrees. */
  readonly outline: readonly (readonly [number, number])[];
}

const position = z.tuple([z.number(), z.number()]);
const schema: z.ZodType<CountryPattern> = z.object({
  about: z.string(),
  forces: z.array(z.object({
    id: z.string(), title: z.string(), force: z.string(), centre: position, km2: z.number().positive(), areas: z.int().min(1), boroughs: z.int().min(1),
  }).strict()).min(1),
  outline: z.array(position).min(3),
}).strict();

/** Reads geodata/areas/<id>/forces.json. Stops where the area has none: only a country is laid out by force. */
export async function readPattern(id: string, areasFolder: string = AREAS_FOLDER): Promise<CountryPattern> {
  const file = `${areasFolder.replace(/\/?$/, '/')}${id}/forces.json`;
  const text = await readFile(file, 'utf8').catch(() => stop(`"${id}" has no pattern for a synthetic geography`, file, 'Leave out --synthetic, or use --area england-wales.'));
  const parsed = schema.safeParse(valueOf(parseJson(text, file)));
  if (!parsed.success) stop(`The pattern is not valid: ${parsed.error.issues[0]?.message ?? 'unknown fault'}`, `${file}, at ${parsed.error.issues[0]?.path.join('.') ?? 'the top'}`, 'Correct that entry.');
  return parsed.data;
}

/**
 * The pattern with another number of areas in all, shared out as before; a force keeps at least one area, and no more
 * boroughs than areas. Stops where there would be fewer areas than forces.
 */
export function withAreas(pattern: CountryPattern, areas: number): CountryPattern {
  const { forces } = pattern;
  if (areas < forces.length) stop(`${areas} areas are too few for ${forces.length} police forces`, '--areas', `Give at least ${forces.length}.`);
  const counts = shareOut(areas - forces.length, forces.map((force) => force.areas)).map((count) => count + 1);
  const all = forces.reduce((sum, force) => sum + force.areas, 0);
  return {
    ...pattern,
    forces: forces.map((force, i) => {
      const count = all === areas ? force.areas : (counts[i] ?? 1);
      return { ...force, areas: count, boroughs: Math.min(force.boroughs, count) };
    }),
  };
}
