import type { Cells, RecordColumns } from '../model/cells.ts';

/**
 * The rows of packed records that have an area, one by one in their order: what was packed, but for what cells do not
 * keep (the codes as published, days, points). Offences are numbered anew, one number in each area they are in.
 */
export function cellRecords({ areaCodes, offsets, cell, months, weekdayHours, age, sex, flags, repeats }: Cells): RecordColumns {
  const rows = offsets[areaCodes.length] ?? 0;
  const [area, kind, month] = [new Int32Array(rows), new Uint8Array(rows), new Uint16Array(rows)];
  const weekdayHour = weekdayHours === 1 ? null : new Uint8Array(rows);
  const reference = repeats === null ? null : new Uint32Array(rows);
  let [slot, offence] = [0, -1];
  for (let row = 0; row < rows; row += 1) {
    while (row >= offsets[slot + 1]!) slot += 1;
    const code = cell[row]!;
    const kindAndMonth = Math.floor(code / weekdayHours);
    area[row] = slot;
    kind[row] = Math.floor(kindAndMonth / months);
    month[row] = kindAndMonth % months;
    if (weekdayHour !== null) weekdayHour[row] = code % weekdayHours;
    if (repeats?.[row] !== 1) offence += 1;
    if (reference !== null) reference[row] = offence;
  }
  const located = (column: Uint8Array | null): Uint8Array | null => column?.subarray(0, rows) ?? null;
  return { area, sourceCode: [], kind, month, weekdayHour, day: null, age: located(age), sex: located(sex), flags: located(flags), reference, longitude: null, latitude: null };
}
