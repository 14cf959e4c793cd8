import { ByteBuffer } from 'flatbuffers';
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Outcome } from '../model/pack.ts';
import { readNode, treeBytes, treeLevels, type Level } from './flatgeobufIndex.ts';
import type { Box } from './hilbert.ts';
import { failed, messageOf, succeeded } from './outcome.ts';

/** Where the parts of a sound file lie. */
export interface FlatGeobufStructure {
  readonly header: HeaderMeta;
  /** Each feature's first byte (its size prefix) and length with the prefix, in file order. */
  readonly features: readonly { readonly start: number; readonly length: number; readonly box: Box | null }[];
}

const PREFIX = 4;
const FIRST_HEADER_BYTE = 8;
const CONTAINMENT_TOLERANCE = 1e-12;
const REMEDY = 'Fetch or export the file again, for example with ogr2ogr.';

/**
 * Checks a FlatGeobuf 3 file before anything relies on it: magic and version, header, size of the index, that every
 * parent box contains its children, that the features end with the file and the leaves point at them, and that the
 * header's envelope is the root box. Other readers skip these checks and then lose features in queries without a word.
 * Leaf boxes are handed on, to be compared with the geometry once it is read.
 */
export function checkStructure(bytes: Uint8Array, name: string): Outcome<FlatGeobufStructure> {
  const header = readHeader(bytes, bytes.length, name);
  if (!header.ok) return header;
  const { meta, end } = header.value;
  const hasIndex = meta.indexNodeSize > 0 && meta.featuresCount > 0;
  const indexBytes = hasIndex ? treeBytes(meta.featuresCount, meta.indexNodeSize) : 0;
  if (end + indexBytes > bytes.length) return failed('The file ends inside its spatial index.', name, REMEDY);
  const chain = featureChain(bytes, end + indexBytes, name);
  if (!chain.ok) return chain;
  if (meta.featuresCount > 0 && chain.value.length !== meta.featuresCount) {
    return failed(`The header promises ${meta.featuresCount} features, the file holds ${chain.value.length}.`, name, REMEDY);
  }
  if (!hasIndex) return succeeded({ header: meta, features: chain.value.map((feature) => ({ ...feature, box: null })) });
  const index = new DataView(bytes.buffer, bytes.byteOffset + end, indexBytes);
  const fault = indexFault(index, meta);
  if (fault) return failed(fault, name, REMEDY);
  const [leaves] = treeLevels(meta.featuresCount, meta.indexNodeSize);
  const boxes = leaves ? leafBoxes(index, leaves, chain.value, end + indexBytes) : null;
  if (!boxes) return failed('The spatial index does not point at the features.', name, REMEDY);
  return succeeded({ header: meta, features: chain.value.map((feature, i) => ({ ...feature, box: boxes[i] ?? null })) });
}

/** Length of the header by its first bytes, with what stands before it; null where there are too few to say. */
export function headerEnd(bytes: Uint8Array): number | null {
  if (bytes.length < FIRST_HEADER_BYTE + PREFIX) return null;
  return FIRST_HEADER_BYTE + PREFIX + new DataView(bytes.buffer, bytes.byteOffset).getUint32(FIRST_HEADER_BYTE, true);
}

/** The header of a file of `fileBytes` bytes, of which `bytes` are the first, and where it ends. */
export function readHeader(bytes: Uint8Array, fileBytes: number, name: string): Outcome<{ meta: HeaderMeta; end: number }> {
  const magic = String.fromCharCode(...bytes.subarray(0, 3), ...bytes.subarray(4, 7));
  if (bytes.length < FIRST_HEADER_BYTE + PREFIX || magic !== 'fgbfgb') {
    return failed('This is not a FlatGeobuf file.', name, 'Check the address or the file chosen; FlatGeobuf files end in ".fgb".');
  }
  if (bytes[3] !== 3) return failed(`FlatGeobuf version ${bytes[3]} is not supported, only version 3.`, name, REMEDY);
  const end = headerEnd(bytes) ?? Infinity;
  if (end > bytes.length) return failed('The file ends inside its header.', name, REMEDY);
  try {
    // A copy, because the header's doubles must lie at a multiple of eight of their buffer.
    const meta = fromByteBuffer(new ByteBuffer(new Uint8Array(bytes.subarray(FIRST_HEADER_BYTE, end))));
    if (meta.indexNodeSize === 1) return failed('The spatial index has nodes of one child, which cannot be.', name, REMEDY);
    if (meta.featuresCount > fileBytes / PREFIX) return failed(`The header promises ${meta.featuresCount} features, more than the file can hold.`, name, REMEDY);
    return succeeded({ meta, end });
  } catch (error) {
    return failed(`The header cannot be read: ${messageOf(error)}.`, name, REMEDY);
  }
}

function featureChain(bytes: Uint8Array, start: number, name: string): Outcome<{ start: number; length: number }[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const features: { start: number; length: number }[] = [];
  let at = start;
  while (at < bytes.length) {
    if (at + PREFIX > bytes.length) return failed(`${bytes.length - at} bytes follow the last feature.`, name, REMEDY);
    const length = PREFIX + view.getUint32(at, true);
    if (length < 2 * PREFIX || at + length > bytes.length) return failed(`The file is cut short or damaged at feature ${features.length}.`, name, REMEDY);
    features.push({ start: at, length });
    at += length;
  }
  return succeeded(features);
}

/** What is wrong with the tree or the envelope; null when nothing is. */
function indexFault(index: DataView, meta: HeaderMeta): string | null {
  const levels = treeLevels(meta.featuresCount, meta.indexNodeSize);
  for (let depth = 1; depth < levels.length; depth++) {
    const children = levels[depth - 1];
    const parents = levels[depth];
    if (!children || !parents) continue;
    for (let node = parents.start; node < parents.end; node++) {
      if (!containsChildren(index, node, children, meta.indexNodeSize)) return `Node ${node} of the spatial index does not contain its children.`;
    }
  }
  return envelopeFault(readNode(index, 0, 0).box, meta);
}

/** What is wrong with the extent in the header, given the root's box; null when nothing is. */
export function envelopeFault(box: Box, { envelope }: HeaderMeta): string | null {
  const root = [box.minX, box.minY, box.maxX, box.maxY];
  return envelope && root.some((value, i) => !close(value, envelope[i] ?? NaN)) ? 'The extent in the header differs from the spatial index.' : null;
}

function containsChildren(index: DataView, node: number, children: Level, nodeSize: number): boolean {
  const parent = readNode(index, 0, node);
  if (parent.offset < children.start || parent.offset >= children.end) return false;
  const end = Math.min(parent.offset + nodeSize, children.end);
  for (let child = parent.offset; child < end; child++) {
    if (!contains(parent.box, readNode(index, 0, child).box)) return false;
  }
  return true;
}

/** True where a parent's box holds a child's, but for the last digits. */
export function contains(parent: Box, box: Box): boolean {
  return box.minX >= parent.minX - CONTAINMENT_TOLERANCE && box.minY >= parent.minY - CONTAINMENT_TOLERANCE
    && box.maxX <= parent.maxX + CONTAINMENT_TOLERANCE && box.maxY <= parent.maxY + CONTAINMENT_TOLERANCE;
}

/** The leaf box of each feature in file order; null when a feature has no leaf (there are as many of one as of the other). */
function leafBoxes(index: DataView, leaves: Level, features: readonly { start: number }[], firstFeature: number): Box[] | null {
  const byOffset = new Map<number, Box>();
  for (let node = leaves.start; node < leaves.end; node++) {
    const { box, offset } = readNode(index, 0, node);
    byOffset.set(offset, box);
  }
  const boxes: Box[] = [];
  for (const { start } of features) {
    const box = byOffset.get(start - firstFeature);
    if (!box) return null;
    boxes.push(box);
  }
  return boxes;
}

/** Equal but for the last digits, as other programs round. */
export function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

