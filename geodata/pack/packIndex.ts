import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PACK_VERSION, PARTITIONED_PACK_VERSION, type PackIndex } from '../../src/model/manifest.ts';

const header = z.object({ version: z.union([z.literal(PACK_VERSION), z.literal(PARTITIONED_PACK_VERSION)]), area: z.object({ title: z.string() }), demonstration: z.boolean() });

/**
 * Writes index.json for a folder of packs from the packs that are really there, so that it never lists one that
 * is gone. Real packs come before demonstration packs; the first opens by default. A pack's id is its folder's
 * name, which is unique there.
 */
export async function updatePackIndex(folder: string): Promise<PackIndex> {
  const entries = await readdir(folder, { withFileTypes: true });
  const packs: PackIndex['packs'][number][] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || /\.(building|previous)$/.test(entry.name)) continue;
    const text = await readFile(join(folder, entry.name, 'manifest.json'), 'utf8').catch(() => null);
    const manifest = text === null ? null : readHeader(text);
    if (manifest) packs.push({ id: entry.name, title: manifest.area.title, path: entry.name, demonstration: manifest.demonstration, ...(manifest.version === PARTITIONED_PACK_VERSION ? { partitioned: true } : {}) });
  }
  packs.sort((a, b) => Number(a.demonstration) - Number(b.demonstration) || (a.id < b.id ? -1 : 1));
  const index: PackIndex = { packs };
  const file = join(folder, 'index.json');
  await writeFile(`${file}.part`, `${JSON.stringify(index, null, 1)}\n`);
  await rename(`${file}.part`, file);
  return index;
}

const anyPack = z.object({ version: z.number(), area: z.object({ id: z.string() }), dataSets: z.array(z.unknown()) });

/** Whether a manifest is that of a pack, of whatever format version. */
export function looksLikePack(manifest: string): boolean {
  try {
    return anyPack.safeParse(JSON.parse(manifest)).success;
  } catch {
    return false;
  }
}

function readHeader(text: string): z.infer<typeof header> | null {
  try {
    return header.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
