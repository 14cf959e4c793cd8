import { describe, expect, it } from 'vitest';
import { encodeParquetGroups, type GroupColumn, type RowGroup } from '../../../src/files/parquetGroups.ts';
import { decodeParquet } from '../../../src/files/parquet.ts';

const COLUMNS: readonly GroupColumn[] = [{ name: 'code', type: 'string', optional: true }, { name: 'persons', type: 'double', optional: false }];

describe('encodeParquetGroups', () => {
  it('writes groups one after the other, none for one without rows', async () => {
    const groups: RowGroup[] = [[['a', null], [1, 2.5]], [[], []], [['b'], [3]]];
    expect(await decodeParquet(encodeParquetGroups(COLUMNS, groups), 'x')).toMatchObject({ ok: true, value: { code: ['a', null, 'b'], persons: [1, 2.5, 3] } });
    expect(encodeParquetGroups(COLUMNS, groups)).toEqual(encodeParquetGroups(COLUMNS, groups));
  });

  it('writes a table without any rows', async () => {
    expect(await decodeParquet(encodeParquetGroups(COLUMNS, []), 'x')).toMatchObject({ ok: true, value: { code: [], persons: [] } });
  });

  it.each<[string, RowGroup, string]>([
    ['columns of two lengths', [['a'], [1, 2]], 'Column "persons" has 2 values, expected 1.'],
    ['a missing value where none may be', [['a'], [null]], 'Row 0: null does not fit column "persons" (double).'],
    ['a value of another type', [[1], [1]], 'Row 0: 1 does not fit column "code" (string).'],
  ])('refuses %s', (_what, group, message) => {
    expect(() => encodeParquetGroups(COLUMNS, [group])).toThrow(message);
  });
});
