import type { PackIndex } from '../model/manifest.ts';
import { messageOf, type Outcome, type Problem } from '../model/pack.ts';
import { isInnerPath } from '../model/paths.ts';
import { isRecord } from '../model/records.ts';

/** Reads JSON from an address; throws where it cannot. */
export type FetchJson = (url: string, signal: AbortSignal) => Promise<unknown>;

type PackEntry = PackIndex['packs'][number];

/** Checked by hand, as what storage keeps is: a library of schemas in the page would be more than half of the code that reads the address. */
function isPackEntry(value: unknown): value is PackEntry {
  if (!isRecord(value)) return false;
  const { id, title, path, demonstration, partitioned, ...others } = value;
  if (Object.keys(others).length > 0 || !(partitioned === undefined || typeof partitioned === 'boolean')) return false;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof path !== 'string' || typeof demonstration !== 'boolean') return false;
  // A pack's id is the name of its folder: that is how the worker tells two packs of the same county apart.
  return title !== '' && isInnerPath(path) && path.split('/').at(-1) === id;
}

/** Null where that is no list of packs. */
function packsOf(json: unknown): readonly PackEntry[] | null {
  if (!isRecord(json) || Object.keys(json).length !== 1 || !Array.isArray(json['packs']) || json['packs'].length === 0) return null;
  const packs: unknown[] = json['packs'];
  return packs.every(isPackEntry) ? packs : null;
}

/** The packs that can be opened, or the problem. Rejects only when the signal aborts. */
export async function readPackIndex(fetchJson: FetchJson, packsUrl: string, signal: AbortSignal): Promise<Outcome<PackIndex['packs']>> {
  const url = addressBelow(packsUrl, 'index.json');
  try {
    const packs = packsOf(await fetchJson(url, signal));
    if (packs !== null) return { ok: true, value: packs, notes: [] };
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
