import type { Cells } from '../model/cells.ts';

/**
 * Running sums over the months of records that have nothing but area, kind and month: the number in any run of months
 * is the difference of two, and neighbouring areas are neighbours in memory.
 */
export interface MonthPlanes {
  /** Records of the area and kind before the month, `(month * kinds + kind) * areas + area`; months + 1 planes of each kind. */
  readonly before: Uint16Array | Uint32Array;
  /** The same for the two slots after the areas', `(month * kinds + kind) * 2 + slot - areas`. */
  readonly elsewhere: Uint32Array;
}

/** Cells of the planes that are always allowed (4 MB at most); more of them only where there are half as many rows. */
const ALWAYS = 2 ** 20;

/** Whether the records are of the kind that planes can hold, and many enough for as many numbers. */
export function planesPay({ areaCodes, cell, kinds, months, weekdayHours, age, sex, flags, repeats }: Cells): boolean {
  const held = (months + 1) * kinds * areaCodes.length;
  return weekdayHours === 1 && !age && !sex && !flags && !repeats && held <= Math.max(ALWAYS, 2 * cell.length);
}

export function monthPlanes(cells: Cells): MonthPlanes {
  const { areaCodes, offsets, cell, kinds, months } = cells;
  const areas = areaCodes.length;
  const length = (months + 1) * kinds * areas;
  const before = fitsUint16(cells) ? new Uint16Array(length) : new Uint32Array(length);
  const elsewhere = new Uint32Array((months + 1) * kinds * 2);
  // A code is kind * months + month; its records count from the next month on.
  const plane = Uint32Array.from({ length: kinds * months }, (_, code) => ((code % months) + 1) * kinds + Math.floor(code / months));
  for (let slot = 0; slot < offsets.length - 1; slot += 1) {
    const [into, width, place] = slot < areas ? [before, areas, slot] : [elsewhere, 2, slot - areas];
    const end = offsets[slot + 1]!;
    for (let row = offsets[slot]!; row < end; row += 1) into[plane[cell[row]!]! * width + place]! += 1;
  }
  addMonthBefore(before, kinds * areas);
  addMonthBefore(elsewhere, kinds * 2);
  return { before, elsewhere };
}

function addMonthBefore(planes: Uint16Array | Uint32Array, month: number): void {
  for (let i = month; i < planes.length; i += 1) planes[i]! += planes[i - month]!;
}

/** Whether no area has as many records of one kind as 16 bits do not hold. */
function fitsUint16({ areaCodes, offsets, cell, kinds, months }: Cells): boolean {
  for (let area = 0; area < areaCodes.length; area += 1) {
    const [first, end] = [offsets[area]!, offsets[area + 1]!];
    if (end - first <= 0xffff) continue;
    const ofKind = new Uint32Array(kinds);
    for (let row = first; row < end; row += 1) ofKind[Math.floor(cell[row]! / months)]! += 1;
    if (ofKind.some((count) => count > 0xffff)) return false;
  }
  return true;
}
