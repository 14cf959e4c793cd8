import { crc32 as zlibCrc32, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { joinUint16, joinUint32, splitBytes } from '../../../src/files/byteSplit.ts';
import { decodeCells, encodeCells } from '../../../src/files/cellsFormat.ts';
import { crc32 } from '../../../src/files/crc32.ts';
import type { Cells } from '../../../src/model/cells.ts';
import { randomNumbers } from './shapes.ts';

const random = randomNumbers(3);
const below = (limit: number) => Math.floor(random() * limit);
const AREAS = 381;
const ROWS = 40_000;

function cellsWith(changes: Partial<Cells> = {}): Cells {
  const starts = Array.from({ length: AREAS + 1 }, () => below(ROWS)).toSorted((a, b) => a - b);
  return {
    areaCodes: Array.from({ length: AREAS }, (_, i) => `E01${String(15_000 + i)}`),
    offsets: Uint32Array.from([0, ...starts, ROWS]),
    cell: Uint16Array.from({ length: ROWS }, () => below(5 * 60 * 175)),
    weekdayHours: 175, months: 60, kinds: 5,
    age: Uint8Array.from({ length: ROWS }, () => below(20)),
    sex: Uint8Array.from({ length: ROWS }, () => below(3)),
    flags: Uint8Array.from({ length: ROWS }, () => below(128)),
    repeats: Uint8Array.from({ length: ROWS }, () => below(2)),
    ...changes,
  };
}

function decoded(bytes: Uint8Array): Cells {
  const read = decodeCells(bytes, 'test.cells');
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
}

function problemOf(bytes: Uint8Array): string {
  const read = decodeCells(bytes, 'test.cells');
  if (read.ok) throw new Error('The file was read.');
  expect(read.problem.where).toBe('test.cells');
  expect(read.problem.remedy).not.toBe('');
  return read.problem.what;
}

describe('cells', () => {
  it('come back as they went in', () => {
    const cells = cellsWith();
    expect(decoded(encodeCells(cells))).toEqual(cells);
  });

  it('may lack columns, have 32-bit codes, or no rows', () => {
    const plain = cellsWith({ age: null, sex: null, flags: null, repeats: null, weekdayHours: 1, kinds: 14, cell: Uint16Array.from({ length: ROWS }, () => below(14 * 60)) });
    expect(decoded(encodeCells(plain))).toEqual(plain);
    const wide = cellsWith({ kinds: 14, cell: Uint32Array.from({ length: ROWS }, () => below(14 * 60 * 175)) });
    expect(decoded(encodeCells(wide))).toEqual(wide);
    const none = cellsWith({ offsets: new Uint32Array(AREAS + 3), cell: new Uint16Array(), age: new Uint8Array(), sex: null, flags: null, repeats: null });
    expect(decoded(encodeCells(none))).toEqual(none);
  });

  it('are views, not copies, where a value is one byte, also in a larger buffer', () => {
    const cells = cellsWith();
    const bytes = encodeCells(cells);
    const shifted = new Uint8Array(bytes.length + 5);
    shifted.set(bytes, 5);
    const read = decoded(shifted.subarray(5));
    expect(read).toEqual(cells);
    expect(read.age?.buffer).toBe(shifted.buffer);
  });

  it('compress better than their plain form', () => {
    const cells = cellsWith({ age: null, sex: null, flags: null, repeats: null, cell: Uint16Array.from({ length: ROWS }, (_, i) => Math.floor(i / 100) * 100 + below(100)) });
    const plain = gzipSync(new Uint8Array(cells.cell.buffer)).length;
    expect(gzipSync(encodeCells(cells)).length).toBeLessThan(plain);
  });

  it('are the same bytes for the same cells', () => {
    const cells = cellsWith();
    expect(encodeCells(cells)).toEqual(encodeCells(cells));
  });
});

describe('files that are refused', () => {
  const good = encodeCells(cellsWith());
  const changed = (at: number, value: number) => {
    const bytes = good.slice();
    bytes[at] = value;
    return bytes;
  };

  it.each<[string, Uint8Array, RegExp]>([
    ['other magic', changed(0, 0x50), /not a file of packed records/],
    ['no bytes', new Uint8Array(), /not a file of packed records/],
    ['a web page', new TextEncoder().encode('<!doctype html><p>Not found</p>'), /not a file of packed records/],
    ['another version', changed(6, 9), /version 9 of the format; this program reads version 1/],
    ['end inside the header', good.subarray(0, 500), /ends inside its header/],
    ['end inside a column', good.subarray(0, good.length - 1), /checksum/],
    ['bytes added', Uint8Array.from([...good, 0]), /checksum/],
    ['a byte changed in the body', changed(good.length - 100, (good.at(-100) ?? 0) ^ 1), /checksum/],
    ['a byte changed in the header', changed(40, (good[40] ?? 0) ^ 1), /checksum/],
    ['another checksum', changed(8, (good[8] ?? 0) ^ 1), /checksum/],
  ])('%s', (_, bytes, expected) => {
    expect(problemOf(bytes)).toMatch(expected);
  });

  it.each<[string, Partial<Cells>, RegExp]>([
    ['offsets for other areas', { areaCodes: ['E01015000'] }, /384 row offsets for 1 areas/],
    ['offsets that do not cover the rows', { offsets: new Uint32Array(AREAS + 3) }, /do not cover the rows/],
    ['offsets out of order', { offsets: new Uint32Array(AREAS + 3).fill(ROWS, 5).fill(ROWS + 1, 3, 4).fill(0, 0, 1) }, /not in order/],
    ['a column of another length', { sex: new Uint8Array(3) }, /"sex" has 3 values for 40000 rows/],
    ['a code that cannot be', { kinds: 4, cell: new Uint16Array(ROWS).fill(4 * 60 * 175, 7, 8) }, /Row 7 has code 42000; the highest possible is 41999/],
  ])('intact, but with %s', (_, changes, expected) => {
    expect(problemOf(encodeCells(cellsWith(changes)))).toMatch(expected);
  });
});

describe('parts', () => {
  it('crc32 is that of ISO 3309', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it.runIf(typeof zlibCrc32 === 'function')('crc32 is that of zlib for every length', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, () => below(256));
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }
  });

  it('byte-split columns are low bytes first and join again', () => {
    expect(splitBytes(Uint16Array.of(0x0102, 0x0304))).toEqual(Uint8Array.of(0x02, 0x04, 0x01, 0x03));
    const wide = Uint32Array.of(0, 1, 0xffffffff, 0x12345678);
    expect(joinUint32(splitBytes(wide))).toEqual(wide);
    expect(joinUint16(splitBytes(Uint16Array.of(0, 0xffff, 258)))).toEqual(Uint16Array.of(0, 0xffff, 258));
  });
});
