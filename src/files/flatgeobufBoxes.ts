import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Feature } from 'geojson';
import type { Outcome } from '../model/pack.ts';
import type { RangeReader, Span } from './byteRanges.ts';
import { NODE_BYTES, readNode, treeBytes, treeLevels, type IndexItem } from './flatgeobufIndex.ts';
import { checkedFeature, crsOf, type FlatGeobufLayer } from './flatgeobufReader.ts';
import { contains, envelopeFault, headerEnd, readHeader } from './flatgeobufStructure.ts';
import type { Box } from './hilbert.ts';
import { FileError, failed, succeeded } from './outcome.ts';

/** Read at first: the header and, of an index of 50,000 features, all but its leaves. */
const HEAD_BYTES = 128 * 1024;
const PREFIX = 4;
const REMEDY = 'Build the pack again, or export the file again with a spatial index (GDAL writes one unless told otherwise).';

/** A leaf of the index: a feature's place in the file, its box, and its bytes, counted from the first feature. */
interface Leaf {
  readonly id: number;
  readonly box: Box;
  readonly span: Span;
}

interface Layout {
  readonly header: HeaderMeta;
  readonly name: string;
  /** First byte of the index, and of the features. */
  readonly index: number;
  readonly features: number;
  readonly reader: RangeReader;
  /** The file's first bytes, which hold the upper levels of the index. */
  readonly head: Uint8Array;
}

/**
 * The features of a FlatGeobuf file whose boxes touch any of those given, reading only the parts of the index and the
 * features that are needed: the head, the leaves below the nodes that touch, the features; three round trips. Ids are
 * positions in the file, features in its order. Checked as `checkStructure` checks a whole file, as far as it is read:
 * header, extent, that parents contain their children, that features have the lengths the index gives them, and each
 * geometry against its box. What is not read is not checked, so the caller compares the number it gets with one it
 * knows. The package's own reader does none of this, writes to the console and reads node after node.
 */
export async function readBoxes(reader: RangeReader, boxes: readonly Box[], name: string): Promise<Outcome<FlatGeobufLayer>> {
  try {
    const layout = await layoutOf(reader, name);
    if (!layout.ok) return layout;
    const leaves = await leavesTouching(layout.value, boxes);
    return leaves.ok ? await featuresOf(layout.value, leaves.value) : leaves;
  } catch (error) {
    if (error instanceof FileError) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function layoutOf(reader: RangeReader, name: string): Promise<Outcome<Layout>> {
  let head = await reader.read({ start: 0, end: Math.min(HEAD_BYTES, reader.total) });
  const need = headerEnd(head);
  if (need !== null && need > head.length && need <= reader.total) head = await reader.read({ start: 0, end: need });
  const header = readHeader(head, reader.total, name);
  if (!header.ok) return header;
  const { meta, end } = header.value;
  if (meta.featuresCount === 0 || meta.indexNodeSize === 0) return failed('The file has no spatial index, so it cannot be read in part.', name, REMEDY);
  const features = end + treeBytes(meta.featuresCount, meta.indexNodeSize);
  if (features > reader.total) return failed('The file ends inside its spatial index.', name, REMEDY);
  return succeeded({ header: meta, name, index: end, features, reader, head });
}

/** Walks the tree from the root, level by level; all that is needed of a level is read at once. */
async function leavesTouching(layout: Layout, boxes: readonly Box[]): Promise<Outcome<Leaf[]>> {
  const { header: { featuresCount, indexNodeSize }, name } = layout;
  const levels = treeLevels(featuresCount, indexNodeSize).toReversed();
  const [rootNode] = await nodesOf(layout, [{ start: 0, end: 1 }]);
  if (!rootNode) return failed('The spatial index is empty.', name, REMEDY);
  const fault = envelopeFault(rootNode.item.box, layout.header);
  if (fault !== null) return failed(fault, name, REMEDY);
  let found = touches(rootNode.item.box, boxes) ? [rootNode] : [];
  for (const level of levels.slice(1)) {
    const leaf = level === levels.at(-1);
    const groups: Span[] = [];
    for (const { item } of found) {
      if (item.offset < level.start || item.offset >= level.end) return failed('The spatial index points outside itself.', name, REMEDY);
      // One more leaf than needed, because a feature ends where the next begins.
      groups.push({ start: item.offset, end: Math.min(item.offset + indexNodeSize + (leaf ? 1 : 0), level.end) });
    }
    const children = await nodesOf(layout, groups);
    const parents = new Map(found.map(({ item }) => [item.offset, item.box]));
    const next: Node[] = [];
    for (const child of children) {
      if (child.extra) continue;
      const parent = parents.get(child.group);
      if (parent && !contains(parent, child.item.box)) return failed(`A node above node ${child.number} of the spatial index does not contain it.`, name, REMEDY);
      if (touches(child.item.box, boxes)) next.push(child);
    }
    if (leaf) return spansOf(layout, next, children, level.start);
    found = next;
  }
  return succeeded([]);
}

interface Node {
  readonly number: number;
  readonly item: IndexItem;
  /** First node of the group it was read with. */
  readonly group: number;
  /** True for a node that follows its group. */
  readonly extra: boolean;
}

/** The nodes of all groups, from the head where it has them. */
async function nodesOf({ header: { indexNodeSize }, index, head, reader }: Layout, groups: readonly Span[]): Promise<Node[]> {
  const bytesOf = (group: Span): Span => ({ start: index + group.start * NODE_BYTES, end: index + group.end * NODE_BYTES });
  const inHead = ({ end }: Span) => end <= head.length;
  const read = await reader.readAll(groups.map(bytesOf).filter((span) => !inHead(span)));
  return groups.flatMap((group) => {
    const span = bytesOf(group);
    const bytes = inHead(span) ? head.subarray(span.start, span.end) : read(span);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: group.end - group.start }, (_, i) => ({ number: group.start + i, item: readNode(view, 0, i), group: group.start, extra: i >= indexNodeSize }));
  });
}

/** Where the features of leaves lie; a feature ends where the next one begins, the last one with the file. */
function spansOf({ name, features, reader }: Layout, chosen: readonly Node[], read: readonly Node[], firstLeaf: number): Outcome<Leaf[]> {
  const starts = new Map(read.map(({ number, item }) => [number, item.offset]));
  const leaves: Leaf[] = [];
  for (const { number, item } of chosen.toSorted((a, b) => a.number - b.number)) {
    const end = starts.get(number + 1) ?? reader.total - features;
    if (end - item.offset < 2 * PREFIX) return failed('The spatial index does not point at the features in their order.', `${name}, feature ${number - firstLeaf}`, REMEDY);
    leaves.push({ id: number - firstLeaf, box: item.box, span: { start: item.offset, end } });
  }
  return succeeded(leaves);
}

async function featuresOf({ header, name, features: first, reader }: Layout, leaves: readonly Leaf[]): Promise<Outcome<FlatGeobufLayer>> {
  const spans = leaves.map(({ span }) => ({ start: first + span.start, end: first + span.end }));
  const read = await reader.readAll(spans);
  const features: Feature[] = [];
  for (const [i, { id, box }] of leaves.entries()) {
    const bytes = read(spans[i] ?? { start: 0, end: 0 });
    const length = PREFIX + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    if (length !== bytes.length) return failed(`The file is damaged at feature ${id}: its length is not what the spatial index says.`, name, REMEDY);
    const feature = checkedFeature(bytes, { id, box, header, name });
    if (!feature.ok) return feature;
    features.push(feature.value);
  }
  return succeeded({ crs: crsOf(header), features });
}

function touches(a: Box, boxes: readonly Box[]): boolean {
  return boxes.some((b) => a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY);
}
