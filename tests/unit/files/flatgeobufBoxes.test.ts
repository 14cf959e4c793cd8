import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rangeReader } from '../../../src/files/byteRanges.ts';
import { memorySource } from '../../../src/files/byteSource.ts';
import { readBoxes } from '../../../src/files/flatgeobufBoxes.ts';
import { readFlatGeobuf } from '../../../src/files/flatgeobufReader.ts';
import { encodeFlatGeobuf } from '../../../src/files/flatgeobufWriter.ts';
import type { Box } from '../../../src/files/hilbert.ts';
import { seededRandom } from '../tables/seededRandom.ts';

const square = (x: number, y: number, side: number): Polygon => ({ type: 'Polygon', coordinates: [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]] });

/** Squares strewn over 100 x 100 degrees, each with so much text that the file is some megabytes large. */
function strewn(count: number, text = 600): Uint8Array {
  const random = seededRandom(count);
  return encodeFlatGeobuf({
    name: 'squares', columns: [{ name: 'n', type: 'int' }, { name: 'text', type: 'string' }],
    features: Array.from({ length: count }, (_, n) => ({ geometry: square(random() * 100 - 50, random() * 100 - 50, random()), properties: { n, text: 'x'.repeat(text) } })),
  });
}

function counted(bytes: Uint8Array) {
  const source = memorySource('squares.fgb', bytes);
  const asked: number[] = [];
  return { asked, reader: rangeReader(source, bytes.length, { onAsk: (length) => asked.push(length) }) };
}

const numbersOf = (features: readonly { readonly id?: string | number | undefined }[]): unknown[] => features.map(({ id }) => id);

async function expectedIds(bytes: Uint8Array, boxes: readonly Box[]): Promise<unknown[]> {
  const whole = await readFlatGeobuf(bytes, 'squares.fgb');
  if (!whole.ok) throw new Error(whole.problem.what);
  const touches = ({ geometry }: (typeof whole.value.features)[number]): boolean => {
    const corners = geometry.type === 'Polygon' ? geometry.coordinates.flat() : [];
    const [x, y] = [corners.map(([one = 0]) => one), corners.map(([, one = 0]) => one)];
    return boxes.some((box) => Math.min(...x) <= box.maxX && Math.max(...x) >= box.minX && Math.min(...y) <= box.maxY && Math.max(...y) >= box.minY);
  };
  return numbersOf(whole.value.features.filter(touches));
}

describe('readBoxes', () => {
  const bytes = strewn(6000);

  it.each<[string, Box[]]>([
    ['a small box', [{ minX: 3, minY: 3, maxX: 8, maxY: 8 }]],
    ['two boxes far apart', [{ minX: -49, minY: -49, maxX: -45, maxY: -47 }, { minX: 40, minY: 40, maxX: 44, maxY: 43 }]],
    ['a box that overlaps another', [{ minX: 0, minY: 0, maxX: 4, maxY: 4 }, { minX: 2, minY: 2, maxX: 6, maxY: 6 }]],
    ['everything', [{ minX: -60, minY: -60, maxX: 60, maxY: 60 }]],
    ['nothing', [{ minX: 90, minY: 80, maxX: 91, maxY: 81 }]],
    ['a point', [{ minX: 0.5, minY: 0.5, maxX: 0.5, maxY: 0.5 }]],
  ])('gives exactly the features whose boxes touch %s, as the reader of whole files does', async (_, boxes) => {
    const { reader } = counted(bytes);
    const read = await readBoxes(reader, boxes, 'squares.fgb');
    if (!read.ok) throw new Error(read.problem.what);
    expect(numbersOf(read.value.features)).toEqual(await expectedIds(bytes, boxes));
  });

  it('reads a small part of a large file in few requests', async () => {
    const { reader, asked } = counted(bytes);
    const box = { minX: 3, minY: 3, maxX: 8, maxY: 8 };
    const read = await readBoxes(reader, [box], 'squares.fgb');
    if (!read.ok) throw new Error(read.problem.what);
    expect(read.value.features[0]?.properties?.['text']).toHaveLength(600);
    const bytesAsked = asked.reduce((sum, length) => sum + length, 0);
    expect(bytes.length).toBeGreaterThan(4_000_000);
    expect(bytesAsked).toBeLessThan(bytes.length / 8);
    expect(asked.length).toBeLessThan(12);
  });

  it('reads files whose header or whole lies within the first request, down to one feature', async () => {
    for (const count of [1, 2, 17, 300]) {
      const small = strewn(count, 3);
      const read = await readBoxes(counted(small).reader, [{ minX: -60, minY: -60, maxX: 60, maxY: 60 }], 'squares.fgb');
      expect(read.ok && read.value.features.length).toBe(count);
    }
  });

  it('says what is wrong with a file: cut short, index and features that do not fit, no such format', async () => {
    const everything = [{ minX: -60, minY: -60, maxX: 60, maxY: 60 }];
    const problemOf = async (changed: Uint8Array): Promise<string> => {
      const read = await readBoxes(counted(changed).reader, everything, 'squares.fgb');
      return read.ok ? 'no problem' : `${read.problem.where}: ${read.problem.what}`;
    };
    const small = strewn(40, 3);
    const view = new DataView(small.buffer, small.byteOffset);
    const index = 12 + view.getUint32(8, true);
    const nodes = 40 * (40 + 3 + 1);
    const changed = (change: (at: DataView) => void): Uint8Array => {
      const copy = new Uint8Array(small);
      change(new DataView(copy.buffer));
      return copy;
    };
    expect(await problemOf(small)).toBe('no problem');
    expect(await problemOf(small.subarray(0, index + 100))).toBe('squares.fgb: The file ends inside its spatial index.');
    expect(await problemOf(Uint8Array.of(1, 2, 3))).toBe('squares.fgb: This is not a FlatGeobuf file.');
    expect(await problemOf(changed((at) => at.setFloat64(index, -99, true)))).toBe('squares.fgb: The extent in the header differs from the spatial index.');
    expect(await problemOf(changed((at) => at.setFloat64(index + 40 + 16, at.getFloat64(index + 40, true), true)))).toMatch(/^squares\.fgb: A node above node \d+ of the spatial index does not contain it\.$/);
    expect(await problemOf(changed((at) => at.setBigUint64(index + 40 + 32, 9999n, true)))).toBe('squares.fgb: The spatial index points outside itself.');
    expect(await problemOf(changed((at) => at.setBigUint64(index + 4 * 40 + 5 * 40 + 32, 1n, true)))).toMatch(/^squares\.fgb, feature \d+: The spatial index does not point at the features in their order\.$|its length is not what the spatial index says/);
    expect(await problemOf(changed((at) => at.setUint32(index + nodes, at.getUint32(index + nodes, true) + 1, true)))).toBe('squares.fgb: The file is damaged at feature 0: its length is not what the spatial index says.');
  });

  it('rejects when it is aborted', async () => {
    const reader = rangeReader(memorySource('x', bytes), bytes.length, { signal: AbortSignal.abort() });
    await expect(readBoxes(reader, [{ minX: 0, minY: 0, maxX: 1, maxY: 1 }], 'x')).rejects.toMatchObject({ name: 'AbortError' });
  });
});
