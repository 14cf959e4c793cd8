import { emptyBox, extendBox, type Box } from './hilbert.ts';

/** Four doubles (minX, minY, maxX, maxY) and an unsigned 64-bit offset. */
export const NODE_BYTES = 40;
/** Children per node that we write; FlatGeobuf's usual value. */
export const NODE_SIZE = 16;

/** First and one-past-last node number of one level of the tree. */
export interface Level {
  readonly start: number;
  readonly end: number;
}

/**
 * Levels of the packed tree, leaves first, root last. The root is node 0 and the leaves are the last nodes of the
 * file; a single item still has a root above it. No items, no levels.
 */
export function treeLevels(items: number, nodeSize: number): Level[] {
  if (items === 0) return [];
  const sizes = [items];
  let size = items;
  do {
    size = Math.ceil(size / nodeSize);
    sizes.push(size);
  } while (size !== 1);
  let end = sizes.reduce((sum, n) => sum + n, 0);
  return sizes.map((n) => {
    const level = { start: end - n, end };
    end -= n;
    return level;
  });
}

/** Bytes the index takes in the file. */
export function treeBytes(items: number, nodeSize: number): number {
  return NODE_BYTES * treeLevels(items, nodeSize).reduce((sum, level) => sum + level.end - level.start, 0);
}

/** One item of the tree: the feature's box and where its bytes start, counted from the first feature. */
export interface IndexItem {
  readonly box: Box;
  readonly offset: number;
}

/**
 * The packed Hilbert R-tree of FlatGeobuf 3 (https://github.com/flatgeobuf/flatgeobuf): nodes level by level from
 * the root, leaves in the order given, which must be the order of the features in the file. A leaf's offset is the
 * feature's first byte, a parent's the number of its first child.
 */
export function packIndex(items: readonly IndexItem[], nodeSize: number = NODE_SIZE): Uint8Array {
  const levels = treeLevels(items.length, nodeSize);
  const bytes = new Uint8Array(treeBytes(items.length, nodeSize));
  const view = new DataView(bytes.buffer);
  let below = items.map((item) => item.box);
  levels.forEach((level, depth) => {
    if (depth === 0) {
      items.forEach((item, i) => writeNode(view, level.start + i, item.box, item.offset));
      return;
    }
    const firstChild = levels[depth - 1]?.start ?? 0;
    const boxes = groupBoxes(below, nodeSize);
    boxes.forEach((box, i) => writeNode(view, level.start + i, box, firstChild + i * nodeSize));
    below = boxes;
  });
  return bytes;
}

/** The box of every `nodeSize` neighbours. */
function groupBoxes(boxes: readonly Box[], nodeSize: number): Box[] {
  const groups: Box[] = [];
  boxes.forEach((box, i) => {
    if (i % nodeSize === 0) groups.push(emptyBox());
    const group = groups.at(-1);
    if (group) extendBox(group, box);
  });
  return groups;
}

function writeNode(view: DataView, node: number, box: Box, offset: number): void {
  const at = node * NODE_BYTES;
  view.setFloat64(at, box.minX, true);
  view.setFloat64(at + 8, box.minY, true);
  view.setFloat64(at + 16, box.maxX, true);
  view.setFloat64(at + 24, box.maxY, true);
  view.setBigUint64(at + 32, BigInt(offset), true);
}

/** Reads node `node` of an index that starts at byte `start` of the view. */
export function readNode(view: DataView, start: number, node: number): IndexItem {
  const at = start + node * NODE_BYTES;
  return {
    box: {
      minX: view.getFloat64(at, true),
      minY: view.getFloat64(at + 8, true),
      maxX: view.getFloat64(at + 16, true),
      maxY: view.getFloat64(at + 24, true),
    },
    offset: Number(view.getBigUint64(at + 32, true)),
  };
}
