import type { PackIndex } from '../model/manifest.ts';
import { messageOf, type Outcome, type Problem } from '../model/pack.ts';
import * as z from '../model/schema.ts';

/** Reads JSON from an address; throws where it cannot. */
export type FetchJson = (url: string, signal: AbortSignal) => Promise<unknown>;

/** A pack's id is the name of its folder: that is how the worker tells two packs of the same county apart. */
const text = z.string().check(z.minLength(1));
const packSchema = z
  .strictObject({ id: text, title: text, path: z.innerPath, demonstration: z.boolean() })
  .check(z.refine(({ id, path }) => path.split('/').at(-1) === id, 'the id must be the name of the folder'));
const indexSchema = z.strictObject({ packs: z.array(packSchema).check(z.minLength(1)) });

/** The packs that can be opened, or the problem. Rejects only when the signal aborts. */
export async function readPackIndex(fetchJson: FetchJson, packsUrl: string, signal: AbortSignal): Promise<Outcome<PackIndex['packs']>> {
  const url = addressBelow(packsUrl, 'index.json');
  try {
    const parsed = indexSchema.safeParse(await fetchJson(url, signal));
    if (parsed.success) return { ok: true, value: parsed.data.packs, notes: [] };
    return { ok: false, problem: problemWith(url, 'The list of area packs is empty or not in the expected form.') };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, problem: problemWith(url, `The list of area packs could not be read: ${messageOf(error)}.`) };
  }
}

/** Joins a folder's address, with or without a slash at its end, and a path inside it. */
export function addressBelow(folder: string, path: string): string {
  return `${folder.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/** Through the browser's fetch. An answer that is not OK is an error, as is an error page in place of JSON. */
export const fetchJsonFromNetwork: FetchJson = async (url, signal) => {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
};

function problemWith(where: string, what: string): Problem {
  return { what, where, remedy: 'Build a pack with "npm start" or "npm run geodata", check that the server serves the packs folder, then try again.' };
}
