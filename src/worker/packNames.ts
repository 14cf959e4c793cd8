import { type OpenedPack, packKey } from '../model/pack.ts';

/**
 * The names by which an open pack is asked for: its path, and, because a folder may be named otherwise than the area, its
 * folder's name and its id; of a pack in partitions each with the parts opened (`packKey`).
 */
export function namesOf(path: string, pack: OpenedPack): readonly [string, string, string] {
  const folder = path.replace(/\/+$/, '').split('/').at(-1) ?? path;
  const named = (id: string): string => packKey({ ...pack, id });
  return [named(path), named(folder), named(pack.id)];
}
