import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../src/model/cells.ts';
import { packRecords } from '../../../src/tables/packRecords.ts';
import { indexRecords } from '../../../src/tables/recordIndex.ts';
import { FLAG_BYTES, WHO_CODES } from '../../../src/tables/sortedRows.ts';
import { randomRecords, type RandomOptions } from './randomRecords.ts';
import { seededRandom } from './seededRandom.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

function randomCells(seed: number, options: Partial<RandomOptions> = {}): Cells {
  const { records, shape } = randomRecords(seededRandom(seed), { rows: 200, areas: 5, ...options });
  return packRecords(records, shape);
}

/** Records that hold nothing but area, kind and month. */
const monthly = (seed: number): Cells => ({ ...randomCells(seed, { hours: false, age: false, victims: false }), sex: null, flags: null });

const slots = (cells: Cells): number[] => [...cells.offsets.keys()].slice(0, -1);
const rowsOf = (cells: Cells, slot: number): number[] => Array.from({ length: cells.offsets[slot + 1]! - cells.offsets[slot]! }, (_, i) => cells.offsets[slot]! + i);

describe('indexRecords', () => {
  it('keeps every row under its slot and age, with its code and victim', () => {
    for (const seed of SEEDS) {
      const cells = randomCells(seed, { hours: true });
      const { rows } = indexRecords(cells).counted;
      if (!rows) throw new Error('Records with hours are held as rows.');
      const victimOf = (row: number): number => (cells.age?.[row] ?? 19) * WHO_CODES + (cells.sex?.[row] ?? 2) * FLAG_BYTES + (cells.flags?.[row] ?? 0);
      for (const slot of slots(cells)) {
        for (let age = 0; age < rows.ages; age += 1) {
          const expected = rowsOf(cells, slot).filter((row) => !cells.age || cells.age[row] === age).map((row) => [cells.cell[row], cells.sex || cells.flags ? victimOf(row) : undefined]);
          const group = slot * rows.ages + age;
          const given = Array.from(rows.code.subarray(rows.starts[group], rows.starts[group + 1]), (code, i) => [code, rows.victim?.[rows.starts[group]! + i]]);
          expect(given).toEqual(expected);
        }
      }
    }
  });

  it('holds records of months as running sums, from the first month to all', () => {
    for (const seed of SEEDS) {
      const cells = monthly(seed);
      const areas = cells.areaCodes.length;
      const { planes } = indexRecords(cells).counted;
      if (!planes) throw new Error('Records of months are held as planes.');
      for (const slot of slots(cells)) {
        for (let kind = 0; kind < cells.kinds; kind += 1) {
          for (let month = 0; month <= cells.months; month += 1) {
            const before = rowsOf(cells, slot).filter((row) => Math.floor(cells.cell[row]! / cells.months) === kind && cells.cell[row]! % cells.months < month).length;
            const plane = month * cells.kinds + kind;
            expect(slot < areas ? planes.before[plane * areas + slot] : planes.elsewhere[plane * 2 + slot - areas]).toBe(before);
          }
        }
      }
    }
  });

  it('takes 32 bits for running sums only where an area has more of one kind than 16 hold', () => {
    expect(sumsOf(70_000, (row) => row % 2)).toEqual(Uint16Array.of(0, 0, 35_000, 35_000));
    expect(sumsOf(70_000, () => 1)).toEqual(Uint32Array.of(0, 0, 0, 70_000));
  });

  it('has a cube of all areas, by whatever groups, and one without further rows of an offence', () => {
    for (const seed of SEEDS) {
      const cells = randomCells(seed, { dirty: seed % 2 === 0 });
      const groupOf = Int32Array.from(cells.areaCodes, (_, area) => area % 3 - 1);
      const { cube, several } = indexRecords(cells, groupOf);
      const inAreas = slots(cells).slice(0, -2);
      const all = new Uint32Array(cube.codes);
      const withoutFurther = new Uint32Array(cube.codes);
      for (const row of inAreas.flatMap((area) => rowsOf(cells, area))) {
        all[cells.cell[row]!]! += 1;
        if (!(cells.repeats?.[row] === 1 && sameCodes(cells, row))) withoutFurther[cells.cell[row]!]! += 1;
      }
      const summed = Uint32Array.from({ length: cube.codes }, (_, code) => Array.from({ length: cube.groups }, (__, group) => cube.counts[group * cube.codes + code]!).reduce((a, b) => a + b, 0));
      expect([cube.total, summed, several?.cube.total]).toEqual([all, all, several ? withoutFurther : undefined]);
      expect(inAreas.every((area) => cube.groupOf[area]! < cube.groups)).toBe(true);
    }
  });

  it('refuses rows that are not those the offsets speak of', () => {
    expect(() => indexRecords({ ...randomCells(1), cell: new Uint16Array(0) })).toThrow('There are 0 rows where the offsets speak of 200');
  });
});

function ofOneArea(kinds: number[]): Cells {
  const rows = kinds.length;
  return {
    areaCodes: ['E1'], offsets: Uint32Array.of(0, rows, rows, rows), cell: Uint16Array.from(kinds), weekdayHours: 1, months: 1, kinds: 2,
    age: null, sex: null, flags: null, repeats: null,
  };
}

function sumsOf(rows: number, kind: (row: number) => number): Uint16Array | Uint32Array | undefined {
  return indexRecords(ofOneArea(Array.from({ length: rows }, (_, row) => kind(row)).toSorted((a, b) => a - b))).counted.planes?.before;
}

/** Whether all rows of the row's offence have its code. */
function sameCodes({ cell, repeats, offsets }: Cells, row: number): boolean {
  let first = row;
  while (repeats?.[first] === 1) first -= 1;
  let end = row + 1;
  while (repeats?.[end] === 1 && !offsets.includes(end)) end += 1;
  return cell.subarray(first, end).every((code) => code === cell[row]);
}
