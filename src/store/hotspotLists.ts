import { type HotspotListDraft, readHotspotList, type StoredHotspotList } from '../model/hotspotLists.ts';
import { isRecord } from '../model/records.ts';
import { cleanTitle } from '../selection/benchmarks.ts';
import type { StoragePort } from './storage.ts';

/** Where the browser keeps them. */
export const LISTS_KEY = 'hotspot-atlas.hotspot-lists';
const VERSION = 1;
export const MOST_LISTS = 50;
/** By which a file is known. */
const FORMAT = 'hotspot-atlas-list';
/** More than the longest list takes. */
const LONGEST_FILE = 5_000_000;

export interface KeptLists {
  readonly lists: readonly StoredHotspotList[];
  /** Those that could not be read; -1 where it is not known how many. */
  readonly lost: number;
}

/** The lists after a change. */
export interface ListChange {
  readonly lists: readonly StoredHotspotList[];
  /** Why nothing was changed, for whoever asked; otherwise null. */
  readonly refusal: string | null;
  /** What the reader must know of a change that was made; otherwise null. */
  readonly note: string | null;
}

/** What storage holds: names unique, at most 50. Never throws. */
export function readHotspotLists(storage: StoragePort): KeptLists {
  const text = storage.read();
  if (text === null) return { lists: [], lost: 0 };
  const kept = jsonOf(text);
  if (!isRecord(kept) || kept['v'] !== VERSION || !Array.isArray(kept['lists'])) return { lists: [], lost: -1 };
  const items: readonly unknown[] = kept['lists'];
  const lists = new Map<string, StoredHotspotList>();
  for (const item of items.slice(0, MOST_LISTS)) {
    const { list } = readHotspotList(item);
    if (list !== null && !lists.has(list.name)) lists.set(list.name, list);
  }
  return { lists: [...lists.values()], lost: items.length - lists.size };
}

/** Keeps a list; one of the same name is replaced and the version counted up. Reads storage again first: another tab may have changed it. */
export function saveHotspotList(storage: StoragePort, draft: HotspotListDraft): ListChange {
  const { lists } = readHotspotLists(storage);
  const name = cleanTitle(draft.name);
  if (name === '') return { lists, refusal: 'A hotspot list needs a name.', note: null };
  const version = (lists.find((one) => one.name === name)?.version ?? 0) + 1;
  const { list, issue } = readHotspotList({ ...draft, name, version });
  return list === null ? { lists, refusal: `This list cannot be kept: ${issue}.`, note: null } : withList(storage, lists, list);
}

/** Forgets the list of a name; nothing where there is none. Who asks has no place for a refusal, so that is a note. */
export function removeHotspotList(storage: StoragePort, name: string): ListChange {
  const { lists } = readHotspotLists(storage);
  return asideFirst(storage) ? written(storage, lists.filter((one) => one.name !== name)) : { lists, refusal: null, note: UNSAFE };
}

/**
 * Keeps the list of a file, with the file's version. A refusal says what is wrong where it is no list, is damaged, or is
 * not newer than another list of that name; the same list once more changes nothing.
 */
export function readHotspotListFile(storage: StoragePort, text: string): ListChange {
  const { lists } = readHotspotLists(storage);
  const refused = (refusal: string): ListChange => ({ lists, refusal, note: null });
  if (text.length > LONGEST_FILE) return refused('This file is too large to be a hotspot list. Nothing was changed.');
  const json = jsonOf(text.replace(/^\uFEFF/, ''));
  if (json === null) return refused('This file is not JSON, so it is no hotspot list. Choose a file that was saved here with “Download”. Nothing was changed.');
  if (!isRecord(json) || json['format'] !== FORMAT || typeof json['v'] !== 'number') return refused(`This file is no hotspot list: it does not say "format": "${FORMAT}" and its version. Nothing was changed.`);
  if (json['v'] !== VERSION) return refused(`This hotspot list was saved by another version of this page (v ${json['v']}; this page reads v ${VERSION}). Nothing was changed.`);
  const read = readHotspotList(json['list']);
  if (read.list === null) return refused(`This hotspot list is damaged: ${read.issue}. Nothing was changed.`);
  const list = { ...read.list, name: cleanTitle(read.list.name) };
  if (list.name === '') return refused('This hotspot list is damaged: its name has no letters. Nothing was changed.');
  const known = lists.find((one) => one.name === list.name);
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(list)) return { lists, refusal: null, note: null };
  if (known !== undefined && known.version >= list.version) return refused(`“${list.name}” is kept here already as version ${known.version}, and the file holds another version ${list.version}. Remove the one kept here first. Nothing was changed.`);
  return withList(storage, lists, list);
}

/** A list as the text of a file. */
export function hotspotListFile(list: StoredHotspotList): string {
  return `${JSON.stringify({ format: FORMAT, v: VERSION, list }, null, 2)}\n`;
}

/** What of the kept lists could not be read; null where all could. */
export function lostListsNote(lost: number): string | null {
  if (lost === 0) return null;
  const words = lost < 0 ? 'The saved hotspot lists' : lost === 1 ? 'One saved hotspot list' : `${lost} saved hotspot lists`;
  return `${words} could not be read and ${lost === 1 ? 'is' : 'are'} left out; the browser keeps the text of what was there.`;
}

const UNSAFE = 'Nothing was changed: this browser holds hotspot lists of another version of this page, which the change would have deleted.';

function withList(storage: StoragePort, lists: readonly StoredHotspotList[], list: StoredHotspotList): ListChange {
  if (!asideFirst(storage)) return { lists, refusal: UNSAFE, note: null };
  const known = lists.some((one) => one.name === list.name);
  if (!known && lists.length >= MOST_LISTS) return { lists, refusal: `There are ${MOST_LISTS} hotspot lists already; remove one first.`, note: null };
  return written(storage, known ? lists.map((one) => (one.name === list.name ? list : one)) : [...lists, list]);
}

/** What cannot be read (a newer version's, or a damaged part) may be read elsewhere: it is kept beside before it is written over. False where that fails. */
function asideFirst(storage: StoragePort): boolean {
  const text = storage.read();
  return text === null || readHotspotLists(storage).lost === 0 || storage.setAside(text);
}

function written(storage: StoragePort, lists: readonly StoredHotspotList[]): ListChange {
  const kept = storage.write(JSON.stringify({ v: VERSION, lists }));
  return { lists, refusal: null, note: kept ? null : 'The browser does not let this page keep anything: hotspot lists last until the page is closed.' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
