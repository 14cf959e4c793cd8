import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { messageOf } from '../../src/files/outcome.ts';
import { BuildProblem, stop } from '../problem.ts';

/** An entry of a zip archive, from its central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const AGAIN = 'It is cut short or damaged: download it again.';
const END = 0x06054b50, END_64 = 0x06064b50, LOCATOR_64 = 0x07064b50, CENTRAL = 0x02014b50, LOCAL = 0x04034b50;
const ALL_ONES = 0xffffffff;

/**
 * The files of a zip archive, by its central directory (ZIP64 too): the 40 other forces of the national street
 * archive are then never unpacked. We read the directory ourselves because the archive is larger than memory
 * should hold, and check each entry's CRC-32; unpacking is zlib's.
 */
export async function readZipDirectory(path: string, label: string): Promise<ZipEntry[]> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const { at, bytes, count } = await locateDirectory(handle, size, label);
    const directory = await readAt(handle, at, bytes, label);
    const entries: ZipEntry[] = [];
    let position = 0;
    for (let i = 0; i < count; i++) {
      const { entry, next } = readEntry(directory, position, label);
      if (!entry.name.endsWith('/')) entries.push(entry);
      position = next;
    }
    return entries;
  } finally {
    await handle.close();
  }
}

async function locateDirectory(handle: FileHandle, size: number, label: string): Promise<{ at: number; bytes: number; count: number }> {
  const tailSize = Math.min(size, 22 + 0xffff);
  const tail = await readAt(handle, size - tailSize, tailSize, label);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) stop('The zip archive has no directory at its end', label, AGAIN);
  const plain = { count: tail.readUInt16LE(end + 10), bytes: tail.readUInt32LE(end + 12), at: tail.readUInt32LE(end + 16) };
  if (plain.count !== 0xffff && plain.bytes !== ALL_ONES && plain.at !== ALL_ONES) return plain;
  if (end < 20 || tail.readUInt32LE(end - 20) !== LOCATOR_64) return plain;
  const record = await readAt(handle, Number(tail.readBigUInt64LE(end - 12)), 56, label);
  if (record.readUInt32LE(0) !== END_64) stop('The zip archive has a broken directory', label, AGAIN);
  return { count: Number(record.readBigUInt64LE(32)), bytes: Number(record.readBigUInt64LE(40)), at: Number(record.readBigUInt64LE(48)) };
}

function readEntry(directory: Buffer, at: number, label: string): { entry: ZipEntry; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) stop('The zip archive has a broken directory', label, AGAIN);
  const nameLength = directory.readUInt16LE(at + 28);
  const extraLength = directory.readUInt16LE(at + 30);
  const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
  if (directory.readUInt16LE(at + 8) & 1) stop('The zip archive is encrypted', `${label} / ${name}`, 'Unpack it with its password first.');
  const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [size, packed, offset] = wideNumbers(extra, [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)]);
  return {
    entry: { name, method: directory.readUInt16LE(at + 10), crc: directory.readUInt32LE(at + 16), packed, size, offset },
    next: at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32),
  };
}

/** Replaces the fields that are all ones by their ZIP64 values, which stand in the extra field in this order. */
function wideNumbers(extra: Buffer, fields: readonly [number, number, number]): [number, number, number] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  const widen = (field: number): number => {
    if (field !== ALL_ONES || at + 8 > extra.length) return field;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  };
  return [widen(fields[0]), widen(fields[1]), widen(fields[2])];
}

/** The unpacked bytes of an entry. Stops where the archive ends early, cannot be unpacked or fails its CRC-32. */
export async function* zipEntryBytes(path: string, entry: ZipEntry, label: string): AsyncGenerator<Uint8Array> {
  if (entry.method !== 0 && entry.method !== 8) stop(`The entry uses compression method ${entry.method}`, label, 'Unpack the archive and give the files themselves.');
  const start = await dataStart(path, entry, label);
  let crc = 0;
  let size = 0;
  try {
    if (entry.packed > 0) {
      const packed = createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: 1 << 18 });
      const source = entry.method === 8 ? packed.pipe(createInflateRaw()) : packed;
      if (source !== packed) packed.once('error', (error) => source.destroy(error));
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    }
  } catch (error) {
    if (error instanceof BuildProblem) throw error;
    stop(`The entry cannot be unpacked: ${messageOf(error)}`, label, AGAIN);
  }
  if (size !== entry.size || crc !== entry.crc) stop('The entry is not what the archive says it holds (CRC-32)', label, AGAIN);
}

async function dataStart(path: string, entry: ZipEntry, label: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const local = await readAt(handle, entry.offset, 30, label);
    if (local.readUInt32LE(0) !== LOCAL) stop('The zip archive does not hold the entry where its directory says', label, AGAIN);
    return entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number, label: string): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) stop('The zip archive ends early', label, AGAIN);
  return buffer;
}
