import type { Cells } from '../model/cells.ts';
import { PART_IN_PATH, type DataSetEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import { failed, messageOf, succeeded } from '../files/outcome.ts';
import { joinCells, wholePart, type PartCells } from '../tables/joinCells.ts';
import type { LoadedPack } from './loadPack.ts';
import { bytesOf, type OpenSource, readCells } from './packSource.ts';
import { LoadProgress } from './progress.ts';
import type { LoadOptions } from './protocol.ts';

/**
 * The records of a data set for the parts that are open, as one. Parts of which another open choice holds the records
 * are taken from there; of the others each part's file is read, side by side.
 * @param packs those that are open, this one among them.
 */
export async function loadPartCells(pack: LoadedPack, entry: DataSetEntry, openSource: OpenSource, options: LoadOptions, packs: readonly LoadedPack[]): Promise<Outcome<Cells>> {
  const { path, held, opened: { manifest, parts: ids = [] } } = pack;
  if (held === null) return failed('The pack has no partitions.', path, 'Build the pack again.');
  const before = packs.filter((other) => other.path === path && other.held?.text === held.text).flatMap(({ held: other }) => other?.cells.get(entry.id) ?? []);
  const fileOf = (id: string): string => entry.cells.replace(PART_IN_PATH, id);
  const found = new Map(ids.map((id) => [id, before.map((cells) => cells.get(id)).find((cells) => cells !== undefined)]));
  const progress = new LoadProgress(`Loading ${entry.title}`, options.onProgress);
  progress.expect(ids.reduce((sum, id) => sum + (found.get(id) ? 0 : bytesOf(manifest, fileOf(id))), 0));
  const read = await Promise.all(ids.map(async (id): Promise<Outcome<PartCells>> => {
    const cells = found.get(id);
    if (cells) return succeeded(cells);
    const early = held.early.get(fileOf(id));
    held.early.delete(fileOf(id));
    const file = await readCells({ path, file: fileOf(id), codes: held.areas.get(id)?.table.code ?? [], progress, early }, manifest, entry, openSource, options);
    return file.ok ? succeeded(wholePart(file.value), file.notes) : file;
  }));
  const parts: PartCells[] = [];
  for (const one of read) {
    if (!one.ok) return one;
    parts.push(one.value);
  }
  try {
    const joined = joinCells(parts);
    held.cells.set(entry.id, new Map(ids.flatMap((id, i) => (joined.parts[i] ? [[id, joined.parts[i]] as const] : []))));
    return succeeded(joined.cells, read.flatMap((one) => (one.ok ? one.notes : [])));
  } catch (error) {
    return failed(messageOf(error), entry.cells, 'Build the pack again: its files are not of one build.');
  }
}
