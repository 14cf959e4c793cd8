import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/files/crc32.ts';
import { decodePopulationColumns, encodePopulationColumns } from '../../../src/files/populationColumns.ts';
import type { PopulationTable } from '../../../src/model/areas.ts';

const CODES = ['E01000001', 'E01000002', 'E01000003'];
const cells = 2 * CODES.length * 19;
const whole: PopulationTable = { years: [2019, 2020], areas: CODES.length, persons: Float64Array.from({ length: cells }, (_, i) => i * 7 + (i % 3) / 3) };
const bySex: PopulationTable = { ...whole, female: whole.persons.map((persons) => persons / 2) };
const problemOf = (bytes: Uint8Array, codes = CODES): string => {
  const read = decodePopulationColumns(bytes, codes);
  if (read.ok) throw new Error('The file was accepted.');
  expect(read.problem.where).toBe('population.columns');
  return read.problem.what;
};
/** The file with bytes changed and its checksum set right again. */
const changed = (change: (bytes: Uint8Array) => Uint8Array): Uint8Array => {
  const bytes = change(encodePopulationColumns(CODES, bySex).slice());
  new DataView(bytes.buffer).setUint32(8, crc32(bytes.subarray(16)), true);
  return bytes;
};

describe('population for the engine', () => {
  it.each([['persons', whole], ['persons and women', bySex]])('comes back as it went in: %s', (_, table) => {
    expect(decodePopulationColumns(encodePopulationColumns(CODES, table), CODES)).toEqual({ ok: true, value: table, notes: [] });
  });

  it('refuses what is no such file, of another version, damaged or cut short', () => {
    expect(problemOf(new Uint8Array(4))).toBe('This is not a file of population.');
    const other = encodePopulationColumns(CODES, whole);
    new DataView(other.buffer).setUint16(6, 2, true);
    expect(problemOf(other)).toContain('version 2 of the format; this program reads version 1');
    const damaged = encodePopulationColumns(CODES, whole);
    damaged[damaged.length - 1]! ^= 1;
    expect(problemOf(damaged)).toContain('checksum');
    expect(problemOf(encodePopulationColumns(CODES, whole).subarray(0, -1))).toContain('checksum');
    expect(problemOf(changed((bytes) => bytes.slice(0, -8)))).toBe('Population figures are missing.');
    expect(problemOf(changed((bytes) => bytes.fill(0x20, 16, 30)))).toBe('The header of the population cannot be read.');
  });

  it('refuses other areas, and figures that cannot be', () => {
    expect(problemOf(encodePopulationColumns(CODES, whole), ['E01000001', 'E01000003', 'E01000002'])).toBe('The population is of other areas than the pack.');
    const negative = { ...whole, persons: whole.persons.slice().fill(-1, 20, 21) };
    expect(problemOf(encodePopulationColumns(CODES, negative))).toContain('E01000002');
    expect(problemOf(encodePopulationColumns(CODES, { ...whole, persons: whole.persons.slice().fill(Number.NaN, 0, 1) }))).toContain('missing');
    expect(problemOf(encodePopulationColumns(CODES, { ...bySex, female: whole.persons.map((persons) => persons + 1) }))).toContain('more women');
  });
});
