import { describe, expect, it } from 'vitest';
import { cellsOf, encodePartRecords, type PartRecords } from '../../../../geodata/partitioned/partRecords.ts';
import { sumAccounts } from '../../../../geodata/pack/accounts.ts';
import { decodeParquet } from '../../../../src/files/parquet.ts';
import { valueOf } from '../../../../geodata/problem.ts';

const KIND = { subgroup: null, subgroupTitle: null, crime: true };
const WORDS = { kinds: [{ type: 'a', typeTitle: 'A', ...KIND }, { type: 'b', typeTitle: 'B', ...KIND }], months: ['2020-01', '2020-02'] };
const CODES = ['E01', 'E02'];
/** Two rows of the first area, one of the second under another code, one without a location, one outside. */
const RECORDS: PartRecords = {
  offsets: Uint32Array.of(0, 2, 3, 4, 5), cell: Uint32Array.of(0, 3, 1, 2, 0), longitude: Float64Array.of(1, NaN, 2, NaN, NaN), latitude: Float64Array.of(51, NaN, 52, NaN, NaN),
  source: { words: ['', 'E09', 'S01'], of: Uint32Array.of(0, 0, 1, 0, 2) }, account: { read: 5, kept: 3, setAside: [{ reason: 'No location', rows: 1, inRecords: true }, { reason: 'Outside', rows: 1, inRecords: true }] },
};
const tableOf = async (records: PartRecords) => valueOf(await decodeParquet(encodePartRecords(records, CODES, WORDS), 'x.parquet'));

describe('records of a part', () => {
  it('become rows of words, with the published code where any differs', async () => {
    expect(await tableOf(RECORDS)).toEqual({
      lsoa: ['E01', 'E01', 'E02', null, 'S01'], source_lsoa: ['E01', 'E01', 'E09', null, 'S01'], crime_type: ['a', 'b', 'a', 'b', 'a'],
      month: ['2020-01', '2020-02', '2020-02', '2020-01', '2020-01'], longitude: [1, null, 2, null, null], latitude: [51, null, 52, null, null],
    });
    const plain = { ...RECORDS, source: { words: ['', '', 'S01'], of: Uint32Array.of(0, 0, 1, 0, 2) } };
    expect(Object.keys(await tableOf(plain))).toEqual(['lsoa', 'crime_type', 'month', 'longitude', 'latitude']);
  });

  it('become cells of 16 bits', () => {
    expect(cellsOf(RECORDS, CODES, WORDS)).toEqual({
      areaCodes: CODES, offsets: RECORDS.offsets, cell: Uint16Array.of(0, 3, 1, 2, 0), weekdayHours: 1, kinds: 2, months: 2, age: null, sex: null, flags: null, repeats: null,
    });
  });

  it.each<[string, Partial<PartRecords>, string]>([
    ['rows out of order', { cell: Uint32Array.of(3, 0, 1, 2, 0) }, 'Row 1 is out of order.'],
    ['a code too large', { cell: Uint32Array.of(0, 4, 1, 2, 0) }, 'Row 1 has code 4; the highest possible is 3.'],
    ['offsets of another number of areas', { offsets: Uint32Array.of(0, 5, 5, 5) }, '4 offsets for 2 areas.'],
  ])('are refused: %s', (_what, change, message) => {
    expect(() => cellsOf({ ...RECORDS, ...change }, CODES, WORDS)).toThrow(message);
  });
});

describe('sumAccounts', () => {
  it('adds reasons of the same name, the largest first', () => {
    const one = { read: 4, kept: 1, setAside: [{ reason: 'a', rows: 1, inRecords: true }, { reason: 'b', rows: 2, inRecords: false }] };
    expect(sumAccounts([one, { read: 5, kept: 0, setAside: [{ reason: 'a', rows: 5, inRecords: true }] }])).toEqual({
      read: 9, kept: 1, setAside: [{ reason: 'a', rows: 6, inRecords: true }, { reason: 'b', rows: 2, inRecords: false }],
    });
    expect(sumAccounts([])).toEqual({ read: 0, kept: 0, setAside: [] });
  });
});
