import { expect, it } from 'vitest';
import { cellRecords } from '../../../src/tables/cellRecords.ts';
import { cellShape, packRecords } from '../../../src/tables/packRecords.ts';
import { randomScene } from '../aggregation/scene.ts';
import { seededRandom } from './seededRandom.ts';

it.each([{ hours: true, age: true, victims: true }, { hours: false, age: false, victims: false }, { hours: true, age: false, victims: true }])('packed records taken apart and packed again are the same: %j', (fields) => {
  for (const seed of [1, 2, 3]) {
    const { input: { cells, entry } } = randomScene(seededRandom(seed), { rows: 2000, areas: 9, kinds: 3, months: 14, dirty: false, ...fields });
    const records = cellRecords(cells);
    const located = cells.offsets[cells.areaCodes.length] ?? 0;
    expect(records.area).toHaveLength(located);
    const again = packRecords({ ...records, sourceCode: Array.from(records.area, () => '') }, cellShape(cells.areaCodes, entry));
    expect(again.offsets.slice(0, cells.areaCodes.length + 1)).toEqual(cells.offsets.slice(0, cells.areaCodes.length + 1));
    expect(again.cell).toEqual(cells.cell.slice(0, located));
    for (const column of ['age', 'sex', 'flags', 'repeats'] as const) expect([column, again[column]]).toEqual([column, cells[column]?.slice(0, located) ?? null]);
  }
});
