import type { Cells } from '../model/cells.ts';
import type { RowShape } from './recordIndex.ts';

/** Rows by group of areas and cell code, for areas of the county. */
export interface CodeCube {
  readonly codes: number;
  readonly groups: number;
  /** Group of each area. */
  readonly groupOf: Uint32Array;
  /** `group * codes + code`. */
  readonly counts: Uint32Array;
  /** All groups together, by code. */
  readonly total: Uint32Array;
}

/** Cells of a cube that are always allowed (4 MB); a larger one has no more than half as many as there are rows. */
const ALWAYS = 2 ** 20;

/** @param groupOf as in indexRecords; neighbouring groups are joined where there would be too many cells */
export function codeCube({ offsets, cell }: Pick<Cells, 'offsets' | 'cell'>, { areas, kinds, months, weekdayHours }: RowShape, groupOf: ArrayLike<number> | null): CodeCube {
  const codes = kinds * months * weekdayHours;
  const asked = groupOf ?? new Int32Array(areas);
  let largest = 0;
  for (let area = 0; area < areas; area += 1) largest = Math.max(largest, asked[area]!);
  const affordable = Math.floor(Math.max(ALWAYS, cell.length / 2) / Math.max(1, codes));
  const groups = Math.max(1, Math.min(largest + 1, affordable));
  const group = Uint32Array.from({ length: areas }, (_, area) => Math.floor(Math.max(0, asked[area]!) * groups / (largest + 1)));
  const counts = new Uint32Array(groups * codes);
  for (let area = 0; area < areas; area += 1) {
    const start = group[area]! * codes;
    const end = offsets[area + 1]!;
    for (let row = offsets[area]!; row < end; row += 1) counts[start + cell[row]!]! += 1;
  }
  const total = new Uint32Array(codes);
  for (let start = 0; start < counts.length; start += codes) {
    for (let code = 0; code < codes; code += 1) total[code]! += counts[start + code]!;
  }
  return { codes, groups, groupOf: group, counts, total };
}

/** The cube without some of its rows. */
export function cubeWithout(cube: CodeCube, { offsets, cell }: Pick<Cells, 'offsets' | 'cell'>): CodeCube {
  const { codes, groupOf } = cube;
  const counts = cube.counts.slice();
  const total = cube.total.slice();
  for (let area = 0; area < groupOf.length; area += 1) {
    for (let row = offsets[area]!; row < offsets[area + 1]!; row += 1) {
      counts[groupOf[area]! * codes + cell[row]!]! -= 1;
      total[cell[row]!]! -= 1;
    }
  }
  return { ...cube, counts, total };
}
