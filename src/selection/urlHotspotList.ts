import type { AddressedList } from '../model/hotspotLists.ts';
import { cleanTitle } from './benchmarks.ts';
import { LONGEST_VALUE, readable, readId, readList } from './urlReaders.ts';

/** `E01015794,E01015801:Friday nights`: codes, best first, and the list's title, which may hold colons. */
export const HOTSPOT_LIST_VALUE = readable('area codes, a colon and a title', (text): AddressedList | null => {
  const mark = text.indexOf(':');
  const codes = readList(mark < 0 ? text : text.slice(0, mark), (code) => (readId(code) === null ? null : [code]));
  return codes === null ? null : { codes, title: mark < 0 ? '' : cleanTitle(text.slice(mark + 1)) };
});

/** The same the other way round; null for no list, and for one that an address cannot hold. */
export function hotspotListText(list: AddressedList | null): string | null {
  if (list === null || list.codes.length === 0) return null;
  const text = `${list.codes.join(',')}:${cleanTitle(list.title)}`;
  return text.length > LONGEST_VALUE ? null : text;
}
