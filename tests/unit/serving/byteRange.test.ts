import { describe, expect, it } from 'vitest';
import { readRange } from '../../../serving/byteRange.ts';

describe('a range of bytes', () => {
  it('is from one byte to another, from one to the end, or the last so many', () => {
    expect(readRange('bytes=0-99', 1000)).toEqual({ start: 0, end: 99 });
    expect(readRange('bytes=900-', 1000)).toEqual({ start: 900, end: 999 });
    expect(readRange('bytes=-100', 1000)).toEqual({ start: 900, end: 999 });
  });

  it('ends with the file where it asks for more', () => {
    expect(readRange('bytes=900-5000', 1000)).toEqual({ start: 900, end: 999 });
    expect(readRange('bytes=-5000', 1000)).toEqual({ start: 0, end: 999 });
  });

  it('beyond the file cannot be satisfied', () => {
    expect([readRange('bytes=1000-', 1000), readRange('bytes=-0', 1000), readRange('bytes=0-0', 0), readRange('bytes=-5', 0)]).toEqual(Array(4).fill('unsatisfiable'));
  });

  it('that is none, several or not understood means the whole file', () => {
    for (const header of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-4', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=a-b']) expect(readRange(header, 1000)).toBeNull();
  });
});
