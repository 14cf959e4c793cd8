import type { SavedSelection } from '../model/benchmark.ts';
import { isRecord } from '../model/records.ts';
import type { Selection } from '../model/selection.ts';
import { cleanTitle } from '../selection/benchmarks.ts';
import { LONGEST_VALUE } from '../selection/urlReaders.ts';
import { fitsAddress, readSelectionQuery, selectionQuery } from '../selection/urlSelection.ts';
import type { StoragePort } from './storage.ts';

/** Where the browser keeps them. */
export const SAVED_KEY = 'hotspot-atlas.saved-selections';
const VERSION = 1;
const MOST_SAVED = 50;

/** Each selection is kept as it would stand in an address, so that it is read with the same care. */
function readOne(item: unknown): SavedSelection | null {
  if (!isRecord(item) || typeof item['title'] !== 'string' || typeof item['query'] !== 'string' || item['query'].length > LONGEST_VALUE) return null;
  const [title, selection] = [cleanTitle(item['title']), readSelectionQuery(item['query'])];
  return title === '' || selection === null ? null : { title, selection };
}

/** Null where the text is not this version's. */
function itemsOf(text: string): readonly unknown[] | null {
  const json = jsonOf(text);
  return isRecord(json) && json['v'] === VERSION && Array.isArray(json['saved']) ? json['saved'] : null;
}

export interface KeptSelections {
  readonly saved: readonly SavedSelection[];
  /** Those that could not be read; -1 where it is not known how many. */
  readonly lost: number;
}

/** What storage holds: titles unique, at most 50, and nothing that an address could not hold. Never throws. */
export function readSaved(storage: StoragePort): KeptSelections {
  const text = storage.read();
  if (text === null) return { saved: [], lost: 0 };
  const items = itemsOf(text);
  if (items === null) return { saved: [], lost: -1 };
  const saved = new Map<string, SavedSelection>();
  for (const item of items.slice(0, MOST_SAVED)) {
    const one = readOne(item);
    if (one !== null && !saved.has(one.title)) saved.set(one.title, one);
  }
  return { saved: [...saved.values()], lost: items.length - saved.size };
}

/** Said of a selection that could not be read back. */
export const TOO_LONG = 'This selection is too long to be kept or compared with: choose fewer areas, or draw a shape with fewer corners.';

/** The list after a change. */
export interface SavedChange {
  readonly saved: readonly SavedSelection[];
  /** Why nothing was changed, for whoever asked; otherwise null. */
  readonly refusal: string | null;
  /** What the reader must know of a change that was made; otherwise null. */
  readonly note: string | null;
}

/** Keeps a selection under a title, in place of one that has it. Reads storage again first: another tab may have changed it. */
export function saveSelection(storage: StoragePort, asked: string, chosen: Selection): SavedChange {
  const { saved } = readSaved(storage);
  const title = cleanTitle(asked);
  const selection = fitsAddress(chosen) ? readSelectionQuery(selectionQuery(chosen)) : null;
  if (title === '') return { saved, refusal: 'A saved selection needs a name.', note: null };
  if (selection === null) return { saved, refusal: TOO_LONG, note: null };
  if (!asideFirst(storage)) return { saved, refusal: UNSAFE, note: null };
  const known = saved.some((one) => one.title === title);
  if (!known && saved.length >= MOST_SAVED) return { saved, refusal: `There are ${MOST_SAVED} saved selections already; remove one first.`, note: null };
  return written(storage, known ? saved.map((one) => (one.title === title ? { title, selection } : one)) : [...saved, { title, selection }]);
}

/** Forgets the selection of a title; nothing where there is none. Who asks has no place for a refusal, so that is a note. */
export function removeSelection(storage: StoragePort, title: string): SavedChange {
  const { saved } = readSaved(storage);
  return asideFirst(storage) ? written(storage, saved.filter((one) => one.title !== title)) : { saved, refusal: null, note: UNSAFE };
}

const UNSAFE = 'Nothing was changed: this browser holds saved selections of another version of this page, which the change would have deleted.';

/** What cannot be read (a newer version's, or a damaged part) may be read elsewhere: it is kept beside before it is written over. False where that fails. */
function asideFirst(storage: StoragePort): boolean {
  const text = storage.read();
  return text === null || readSaved(storage).lost === 0 || storage.setAside(text);
}

function written(storage: StoragePort, saved: readonly SavedSelection[]): SavedChange {
  const kept = storage.write(JSON.stringify({ v: VERSION, saved: saved.map(({ title, selection }) => ({ title, query: selectionQuery(selection) })) }));
  return { saved, refusal: null, note: kept ? null : 'The browser does not let this page keep anything: saved selections last until the page is closed.' };
}

/** What of the kept selections could not be read; null where all could. */
export function lostNote(lost: number): string | null {
  if (lost === 0) return null;
  const words = lost < 0 ? 'The saved selections' : lost === 1 ? 'One saved selection' : `${lost} saved selections`;
  return `${words} could not be read and ${lost === 1 ? 'is' : 'are'} left out; the browser keeps the text of what was there.`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
