import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/ui/csv.ts';

describe('toCsv', () => {
  it('writes RFC 4180 lines after a byte order mark', () => {
    expect(toCsv(['a', 'b'], [['x', 1.5], ['y', null]])).toBe('\uFEFFa,b\r\nx,1.5\r\ny,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv(['a'], [['South, "East"'], ['two\nlines']])).toBe('\uFEFFa\r\n"South, ""East"""\r\n"two\nlines"\r\n');
  });

  it('leaves cells empty where there is no number', () => {
    expect(toCsv(['a', 'b'], [[Number.NaN, Infinity]])).toBe('\uFEFFa,b\r\n,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('keeps a spreadsheet from running %j, but not a negative number', (text) => {
    expect(toCsv(['a'], [[text]])).toContain(`'${text}`);
    expect(toCsv(['a'], [[-1]])).toBe('\uFEFFa\r\n-1\r\n');
  });
});
