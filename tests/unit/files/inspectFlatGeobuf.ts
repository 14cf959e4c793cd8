/**
 * A second reading of FlatGeobuf's structure, byte by byte and without any code of src/files or the flatgeobuf
 * package, so that a mistake in ours cannot confirm itself. Follows the specification's layout (version 3).
 */
export interface Inspection {
  readonly name: string | null;
  readonly envelope: number[] | null;
  readonly geometryType: number;
  readonly columns: readonly { readonly name: string; readonly type: number }[];
  readonly crs: { readonly org: string | null; readonly code: number } | null;
  readonly count: number;
  readonly nodeSize: number;
  /** Leaf boxes [west, south, east, north], in file order. */
  readonly leaves: readonly number[][];
  readonly errors: readonly string[];
}

const NODE = 40;

export function inspectFlatGeobuf(bytes: Uint8Array): Inspection {
  const errors: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (String.fromCharCode(...bytes.subarray(0, 8)) !== 'fgb\u0003fgb\u0001') errors.push('magic');
  const headerLength = view.getUint32(8, true);
  const header = readHeader(new DataView(bytes.buffer, bytes.byteOffset + 12, headerLength));
  let at = 12 + headerLength;
  const nodes: { box: number[]; offset: number }[] = [];
  const levels = header.nodeSize > 0 && header.count > 0 ? levelsOf(header.count, header.nodeSize) : [];
  const total = levels[0]?.[1] ?? 0;
  for (let node = 0; node < total; node++, at += NODE) {
    nodes.push({ box: [0, 8, 16, 24].map((side) => view.getFloat64(at + side, true)), offset: Number(view.getBigUint64(at + 32, true)) });
  }
  errors.push(...treeErrors(nodes, levels, header.nodeSize));
  const root = nodes[0]?.box;
  if (root && (!header.envelope || root.some((value, i) => value !== header.envelope?.[i]))) errors.push('envelope is not the root box');
  const starts: number[] = [];
  const first = at;
  while (at < bytes.length) {
    if (at % 8 !== 0) errors.push(`feature ${starts.length} is not aligned`);
    starts.push(at - first);
    at += 4 + view.getUint32(at, true);
  }
  if (at !== bytes.length) errors.push('the features do not end with the file');
  if (starts.length !== header.count) errors.push(`${starts.length} features, header says ${header.count}`);
  const leaves = nodes.slice(levels[0]?.[0] ?? 0);
  if (leaves.some((leaf, i) => leaf.offset !== starts[i])) errors.push('leaf offsets are not the features, in file order');
  return { ...header, leaves: leaves.map((leaf) => leaf.box), errors };
}

/** [first, one past last] node of each level, leaves first. */
function levelsOf(count: number, nodeSize: number): [number, number][] {
  const sizes = [count];
  for (let n = count; ;) {
    n = Math.ceil(n / nodeSize);
    sizes.push(n);
    if (n === 1) break;
  }
  let end = sizes.reduce((a, b) => a + b);
  return sizes.map((size) => {
    const level: [number, number] = [end - size, end];
    end -= size;
    return level;
  });
}

function treeErrors(nodes: readonly { box: number[]; offset: number }[], levels: readonly [number, number][], nodeSize: number): string[] {
  const errors: string[] = [];
  const seen = new Set<number>();
  for (let depth = 1; depth < levels.length; depth++) {
    const [start, end] = levels[depth] ?? [0, 0];
    const [firstChild, lastChild] = levels[depth - 1] ?? [0, 0];
    for (let node = start; node < end; node++) {
      const parent = nodes[node] ?? { box: [], offset: -1 };
      if (parent.offset < firstChild || parent.offset >= lastChild) errors.push(`node ${node} points outside its level`);
      const children = nodes.slice(parent.offset, Math.min(parent.offset + nodeSize, lastChild));
      children.forEach((_, i) => seen.add(parent.offset + i));
      const hull = [0, 1].map((side) => Math.min(...children.map((child) => child.box[side] ?? NaN)))
        .concat([2, 3].map((side) => Math.max(...children.map((child) => child.box[side] ?? NaN))));
      if (hull.some((value, i) => value !== parent.box[i])) errors.push(`node ${node} is not the hull of its children`);
    }
  }
  if (nodes.length > 0 && seen.size !== nodes.length - 1) errors.push('some node has no parent');
  return errors;
}

function readHeader(header: DataView): Omit<Inspection, 'leaves' | 'errors'> {
  const table = header.getUint32(0, true);
  const vector = (at: number) => at + header.getUint32(at, true);
  const text = (at: number | null) => {
    if (at === null) return null;
    const start = vector(at);
    return new TextDecoder().decode(new Uint8Array(header.buffer, header.byteOffset + start + 4, header.getUint32(start, true)));
  };
  const envelopeAt = field(header, table, 1);
  const columnsAt = field(header, table, 7);
  const columns: { name: string; type: number }[] = [];
  if (columnsAt !== null) {
    const start = vector(columnsAt);
    for (let i = 0; i < header.getUint32(start, true); i++) {
      const column = vector(start + 4 + 4 * i);
      const type = field(header, column, 1);
      columns.push({ name: text(field(header, column, 0)) ?? '', type: type === null ? 0 : header.getUint8(type) });
    }
  }
  const geometryAt = field(header, table, 2);
  const countAt = field(header, table, 8);
  const nodeSizeAt = field(header, table, 9);
  const crsAt = field(header, table, 10);
  const crs = crsAt === null ? null : vector(crsAt);
  const codeAt = crs === null ? null : field(header, crs, 1);
  return {
    name: text(field(header, table, 0)),
    envelope: envelopeAt === null ? null : [0, 1, 2, 3].map((i) => header.getFloat64(vector(envelopeAt) + 4 + 8 * i, true)),
    geometryType: geometryAt === null ? 0 : header.getUint8(geometryAt),
    columns,
    crs: crs === null ? null : { org: text(field(header, crs, 0)), code: codeAt === null ? 0 : header.getInt32(codeAt, true) },
    count: countAt === null ? 0 : Number(header.getBigUint64(countAt, true)),
    nodeSize: nodeSizeAt === null ? 16 : header.getUint16(nodeSizeAt, true),
  };
}

/** Position of a flatbuffers table's field; null where it is left out. */
function field(view: DataView, table: number, index: number): number | null {
  const layout = table - view.getInt32(table, true);
  if (4 + 2 * index >= view.getUint16(layout, true)) return null;
  const offset = view.getUint16(layout + 4 + 2 * index, true);
  return offset === 0 ? null : table + offset;
}
