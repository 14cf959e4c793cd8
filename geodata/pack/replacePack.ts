import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { FileEntry, Manifest } from '../../src/model/manifest.ts';
import { stop } from '../problem.ts';
import { looksLikePack, updatePackIndex } from './packIndex.ts';

/** Writes one file of the pack being built and flushes it to the disk. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<FileEntry>;

/**
 * Replaces the pack at `out` by what `build` writes. It is built beside its place (`out` + ".building"), every file is
 * flushed to the disk, and only then are the folders exchanged; whatever goes wrong before that leaves the previous
 * pack as it was. A run that died between the two renames is mended by the next one. The list of packs is renewed.
 */
export async function replacePack(out: string, build: (write: WriteFile) => Promise<Manifest>): Promise<void> {
  const target = resolve(out);
  const building = `${target}.building`;
  await mkdir(dirname(target), { recursive: true });
  await restoreInterrupted(target);
  await refuseOtherFolder(target);
  await rm(building, { recursive: true, force: true });
  try {
    const manifest = await build((path, bytes) => writeDurably(building, path, bytes));
    await writeDurably(building, 'manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));
    await exchange(building, target);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await updatePackIndex(dirname(target));
}

async function writeDurably(folder: string, path: string, bytes: Uint8Array): Promise<FileEntry> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function exchange(building: string, target: string): Promise<void> {
  const previous = `${target}.previous`;
  await syncFolder(building);
  if (existsSync(target)) await rename(target, previous);
  try {
    await rename(building, target);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, target);
    throw error;
  }
  await syncFolder(dirname(target));
  await rm(previous, { recursive: true, force: true });
}

/** A run that died half-way through an exchange left the good pack under ".previous": put it back. */
async function restoreInterrupted(target: string): Promise<void> {
  const previous = `${target}.previous`;
  if (!existsSync(previous)) return;
  if (existsSync(target)) await rm(previous, { recursive: true, force: true });
  else await rename(previous, target);
}

/** Replacing deletes what was there: only a pack, or an empty folder, may be replaced. */
async function refuseOtherFolder(target: string): Promise<void> {
  const entries = await readdir(target).catch(() => null);
  if (entries === null ? !existsSync(target) : entries.length === 0) return;
  const manifest = await readFile(join(target, 'manifest.json'), 'utf8').catch(() => '');
  if (!looksLikePack(manifest)) {
    stop('There is already something else at the place of the pack', target, 'Choose a new folder with --out, or remove this one yourself.');
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Folders cannot be opened for syncing on every system; the rename itself is still atomic there.
  const handle = await open(folder, 'r').catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
