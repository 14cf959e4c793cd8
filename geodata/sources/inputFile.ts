import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { createGunzip } from 'node:zlib';
import { messageOf } from '../../src/files/outcome.ts';
import { textChunks } from '../../src/files/text.ts';
import { BuildProblem, stop } from '../problem.ts';
import { readZipDirectory, zipEntryBytes } from './zipArchive.ts';

/** One readable file of the folder given with --raw: a plain file, an unpacked .gz or an entry of a .zip. */
export interface InputFile {
  /** How a person finds it: path inside the folder, and the entry for archives. */
  readonly label: string;
  /** Last part of the name, without .gz: what manifests call it, so that packing and folders do not matter. */
  readonly name: string;
  /** The unpacked bytes, in order. Throws a BuildProblem where they cannot be read whole. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** Every file below a folder, in order of label. Archives are recognised by their first bytes, not their names. */
export async function listInputFiles(folder: string): Promise<InputFile[]> {
  const info = await stat(folder).catch(() => null);
  if (!info?.isDirectory()) stop('There is no such folder', folder, 'Give --raw the folder that holds the published files.');
  const paths = await walk(folder);
  const files = await Promise.all(paths.map((path) => openFile(path, relative(folder, path))));
  return files.flat().toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

async function walk(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // Hidden files are the system's (.DS_Store, ._copies), not publishers'.
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (kind?.isDirectory()) found.push(...await walk(path));
    else if (kind?.isFile()) found.push(path);
  }
  return found;
}

async function openFile(path: string, label: string): Promise<InputFile[]> {
  const magic = await firstBytes(path, 4);
  if (magic.length >= 4 && magic.readUInt32BE(0) === 0x504b0304) {
    const entries = await readZipDirectory(path, label);
    return entries
      .filter((entry) => !/(^|\/)(\.|__MACOSX\/)/.test(entry.name))
      .map((entry) => inputFile(`${label} / ${entry.name}`, entry.name, () => zipEntryBytes(path, entry, `${label} / ${entry.name}`), /\.gz$/i.test(entry.name)));
  }
  const packed = magic.length >= 2 && magic.readUInt16BE(0) === 0x1f8b;
  return [inputFile(label, path, () => createReadStream(path, { highWaterMark: 1 << 18 }), packed)];
}

function inputFile(label: string, path: string, source: () => AsyncIterable<Uint8Array>, packed: boolean): InputFile {
  const name = basename(path).replace(/\.gz$/i, '');
  return { label, name, bytes: () => (packed ? gunzipped(source, label) : guarded(source, label)) };
}

async function* gunzipped(source: () => AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = feed(source(), gunzip);
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
    await feeding;
  } catch (error) {
    if (error instanceof BuildProblem) throw error;
    stop(`The compressed file cannot be unpacked: ${messageOf(error)}`, label, 'It is cut short or damaged: download it again.');
  } finally {
    gunzip.destroy();
    await feeding.catch(() => undefined);
  }
}

async function feed(source: AsyncIterable<Uint8Array>, gunzip: NodeJS.WritableStream & { destroy(error?: Error): unknown; destroyed: boolean }): Promise<void> {
  try {
    for await (const chunk of source) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await Promise.race([onceOf(gunzip, 'drain'), onceOf(gunzip, 'close')]);
    }
    if (!gunzip.destroyed) gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function onceOf(stream: NodeJS.WritableStream, event: string): Promise<void> {
  return new Promise((resolve) => { stream.once(event, () => resolve()); });
}

async function* guarded(source: () => AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  try {
    yield* source();
  } catch (error) {
    if (error instanceof BuildProblem) throw error;
    stop(`The file cannot be read: ${messageOf(error)}`, label, 'Check that the file is there and that you may read it.');
  }
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The file's text piece by piece; `onBytes` sees the bytes (for a checksum). A FileError where it is not UTF-8. */
export function textOf(file: InputFile, onBytes?: (bytes: Uint8Array) => void): AsyncGenerator<string> {
  return textChunks(onBytes ? watched(file.bytes(), onBytes) : file.bytes(), file.label);
}

async function* watched(parts: AsyncIterable<Uint8Array>, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of parts) {
    onBytes(bytes);
    yield bytes;
  }
}
