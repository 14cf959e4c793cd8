import { describe, expect, it } from 'vitest';
import type { Cells, RecordColumns } from '../../../src/model/cells.ts';
import { packRecords, packRecordsWithNotes, type CellShape } from '../../../src/tables/packRecords.ts';
import { randomRecords, shuffled } from './randomRecords.ts';
import { seededRandom } from './seededRandom.ts';

const SHAPE: CellShape = { areaCodes: ['E1', 'E2', 'E3'], kinds: 2, months: 4, weekdayHours: 1 };

const bare = (columns: Partial<RecordColumns> & Pick<RecordColumns, 'area'>): RecordColumns => ({
  sourceCode: Array.from(columns.area, () => ''),
  kind: new Uint8Array(columns.area.length),
  month: new Uint16Array(columns.area.length),
  weekdayHour: null, day: null, age: null, sex: null, flags: null, reference: null, longitude: null, latitude: null,
  ...columns,
});

/** Every row as text, slot first: what packing must keep. */
function packedRows(cells: Cells): string[] {
  const slots = Array.from(cells.offsets.subarray(1), (end, slot) => Array.from({ length: end - (cells.offsets[slot] ?? 0) }, () => slot)).flat();
  return slots.map((slot, i) => [slot, cells.cell[i], cells.age?.[i], cells.sex?.[i], cells.flags?.[i]].join(' '));
}

function givenRows(records: RecordColumns, shape: CellShape): string[] {
  return Array.from(records.area, (area, i) => {
    const slot = area >= 0 ? area : shape.areaCodes.length - 1 - area;
    const hour = shape.weekdayHours === 1 ? 0 : (records.weekdayHour?.[i] ?? 0);
    const code = ((records.kind[i] ?? 0) * shape.months + (records.month[i] ?? 0)) * shape.weekdayHours + hour;
    return [slot, code, records.age?.[i], records.sex?.[i], records.flags?.[i]].join(' ');
  });
}

describe('packRecords', () => {
  it('sorts by area with slots for no location and outside, then by code', () => {
    const cells = packRecords(bare({ area: Int32Array.of(2, -2, 0, -1, 0), kind: Uint8Array.of(0, 1, 1, 0, 0), month: Uint16Array.of(3, 2, 1, 0, 2) }), SHAPE);
    expect([...cells.offsets]).toEqual([0, 2, 2, 3, 4, 5]);
    expect([...cells.cell]).toEqual([2, 5, 3, 0, 6]);
    expect(cells.repeats).toBeNull();
  });

  it('keeps an offence together even where its rows have different codes', () => {
    const records = bare({ area: Int32Array.of(0, 0, 0, 0), month: Uint16Array.of(0, 1, 3, 2), reference: Uint32Array.of(9, 4, 9, 5) });
    const cells = packRecords(records, SHAPE);
    expect([...cells.cell]).toEqual([0, 3, 1, 2]);
    expect([...(cells.repeats ?? [])]).toEqual([0, 1, 0, 0]);
  });

  it('counts a reference in two areas as two offences and says so once', () => {
    const records = bare({ area: Int32Array.of(0, 1, 1, 0, -1), reference: Uint32Array.of(7, 7, 7, 8, 7) });
    const { cells, notes } = packRecordsWithNotes(records, SHAPE);
    expect([...(cells.repeats ?? [])]).toEqual([0, 0, 0, 1, 0]);
    expect(notes).toEqual(['1 offence reference occurs in more than one area; each area counts it as an offence of its own.']);
  });

  it('has no repeats where every reference occurs once', () => {
    expect(packRecords(bare({ area: Int32Array.of(0, 0), reference: Uint32Array.of(1, 2) }), SHAPE).repeats).toBeNull();
  });

  it('keeps every row of random records, whatever their order', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seededRandom(seed);
      const { records, shape } = randomRecords(random, { rows: 300, areas: 5 });
      const cells = packRecords(records, shape);
      expect(packedRows(cells).toSorted()).toEqual(givenRows(records, shape).toSorted());
      expect(packRecords(shuffled(records, random), shape)).toEqual(cells);
    }
  });

  it('uses 32-bit codes only where 16 bits do not reach', () => {
    const one = bare({ area: Int32Array.of(0), weekdayHour: Uint8Array.of(174) });
    expect(packRecords(one, { ...SHAPE, kinds: 5, months: 60, weekdayHours: 175 }).cell).toBeInstanceOf(Uint16Array);
    const cells = packRecords({ ...one, kind: Uint8Array.of(13), month: Uint16Array.of(59) }, { ...SHAPE, kinds: 14, months: 60, weekdayHours: 175 });
    expect(cells.cell).toEqual(Uint32Array.of((13 * 60 + 59) * 175 + 174));
  });

  it('packs nothing into empty slots', () => {
    const cells = packRecords(bare({ area: new Int32Array(0) }), SHAPE);
    expect([...cells.offsets]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(cells.cell.length).toBe(0);
  });

  it('refuses values that the shape does not allow', () => {
    const area = Int32Array.of(0);
    expect(() => packRecords(bare({ area: Int32Array.of(3) }), SHAPE)).toThrow('area number 3');
    expect(() => packRecords(bare({ area: Int32Array.of(-3) }), SHAPE)).toThrow('area number -3');
    expect(() => packRecords(bare({ area, kind: Uint8Array.of(2) }), SHAPE)).toThrow('kind 2');
    expect(() => packRecords(bare({ area, month: Uint16Array.of(4) }), SHAPE)).toThrow('month 4');
    expect(() => packRecords(bare({ area, age: Uint8Array.of(20) }), SHAPE)).toThrow('age 20');
    expect(() => packRecords(bare({ area, sex: Uint8Array.of(3) }), SHAPE)).toThrow('sex 3');
    expect(() => packRecords(bare({ area, month: new Uint16Array(2) }), SHAPE)).toThrow('Column month has 2 values for 1 rows');
    expect(() => packRecords(bare({ area }), { ...SHAPE, weekdayHours: 175 })).toThrow('carry none');
  });
});
