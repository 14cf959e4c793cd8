import type { Cells } from '../../../../src/model/cells.ts';

const BYTES_AT_ONCE = 64;
const PAGE = 65_536;

/**
 * (module
 *   (import "e" "m" (memory 0))
 *   (func (export "sum") (param $at i32) (param $end i32) (result i32)
 *     ;; four sums of four 32-bit lanes each, 64 bytes a turn; the lanes are added up at the end
 *   ))
 * written out as bytes, because a tool for one loop of twenty instructions is not worth installing.
 */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const locals = [2, 3, 4, 5];
  const add = simd(0xae);
  const turn = locals.flatMap((local, i) => [0x20, local, 0x20, 0, ...simd(0x00), 4, i * 16, ...add, 0x21, local]);
  const lanes = [0, 1, 2, 3].flatMap((lane) => [0x20, 2, ...simd(0x1b), lane]);
  const body = [
    1, 4, 0x7b, // four locals of type v128
    0x02, 0x40, 0x03, 0x40, // block, loop
    0x20, 0, 0x20, 1, 0x4f, 0x0d, 1, // leave where $at >= $end
    ...turn,
    0x20, 0, 0x41, BYTES_AT_ONCE | 0x80, 0x00, 0x6a, 0x21, 0, // $at += 64
    0x0c, 0, 0x0b, 0x0b, // again; end of loop and block
    0x20, 2, 0x20, 3, ...add, 0x20, 4, ...add, 0x20, 5, ...add, 0x21, 2,
    ...lanes, 0x6a, 0x6a, 0x6a, 0x0b,
  ];
  const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f]),
    ...section(2, [1, 1, 0x65, 1, 0x6d, 0x02, 0x00, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, 0x73, 0x75, 0x6d, 0x00, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
}

function simd(code: number): number[] {
  return [0xfd, ...leb(code)];
}

/** An unsigned number below 2^14 as LEB128. */
function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >> 7)];
}

function isSum(value: unknown): value is (at: number, end: number) => number {
  return typeof value === 'function';
}

/** A SIMD sum over the bytes that the question needs (codes and ages), and what a plain loop makes of them. */
export async function simdFloor({ cell, age }: Cells): Promise<{ readonly sum: () => number; readonly expected: number; readonly bytes: number }> {
  const parts = [cell, age ?? new Uint8Array(0)].map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  const bytes = parts.reduce((total, part) => total + part.byteLength, 0);
  const end = Math.ceil(bytes / BYTES_AT_ONCE) * BYTES_AT_ONCE;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const into = new Uint8Array(memory.buffer);
  parts.reduce((at, part) => {
    into.set(part, at);
    return at + part.byteLength;
  }, 0);
  const { instance } = await WebAssembly.instantiate(moduleBytes(), { e: { m: memory } });
  const run: unknown = instance.exports['sum'];
  if (!isSum(run)) throw new Error('The module exports no function "sum".');
  const expected = new Int32Array(memory.buffer, 0, end / 4).reduce((total, word) => (total + word) | 0, 0);
  return { sum: () => run(0, end), expected, bytes };
}
