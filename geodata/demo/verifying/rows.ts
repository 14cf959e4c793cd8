import type { Cells } from '../../../src/model/cells.ts';
import { AGE_BAND_COUNT, HOUR_SLOTS } from '../../../src/model/vocabulary.ts';

/** Rows of a data set as plain columns. Areas as in Cells: `areas` = no location, `areas + 1` = outside. */
export interface Rows {
  readonly areas: number;
  readonly count: number;
  readonly area: Uint16Array;
  readonly kind: Uint8Array;
  readonly month: Uint16Array;
  /** Weekday 0-6 and hour slot 0-24; zeros where the data set has none. */
  readonly weekday: Uint8Array;
  readonly hour: Uint8Array;
  /** 1 where the row is an offence's first (every row where rows are not victims). */
  readonly first: Uint8Array;
  readonly age: Uint8Array | null;
  readonly sex: Uint8Array | null;
  readonly flags: Uint8Array | null;
}

export function expandRows(cells: Cells): Rows {
  const count = cells.cell.length;
  const area = new Uint16Array(count);
  for (let slot = 0; slot + 1 < cells.offsets.length; slot += 1) area.fill(slot, cells.offsets[slot], cells.offsets[slot + 1]);
  const rows = {
    areas: cells.areaCodes.length, count, area,
    kind: new Uint8Array(count), month: new Uint16Array(count), weekday: new Uint8Array(count), hour: new Uint8Array(count),
    first: cells.repeats ? cells.repeats.map((repeat) => 1 - repeat) : new Uint8Array(count).fill(1),
    age: cells.age, sex: cells.sex, flags: cells.flags,
  };
  cells.cell.forEach((code, i) => {
    const slot = code % cells.weekdayHours;
    const kindMonth = Math.floor(code / cells.weekdayHours);
    rows.kind[i] = Math.floor(kindMonth / cells.months);
    rows.month[i] = kindMonth % cells.months;
    rows.weekday[i] = Math.floor(slot / HOUR_SLOTS);
    rows.hour[i] = slot % HOUR_SLOTS;
  });
  return rows;
}

/** Counts rows under the number `key` gives them; rows with a negative number are left out. */
export function tally(rows: Rows, size: number, key: (row: number) => number): Float64Array {
  const counts = new Float64Array(size);
  for (let row = 0; row < rows.count; row += 1) {
    const number = key(row);
    if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

export function countRows(rows: Rows, wanted: (row: number) => boolean): number {
  return tally(rows, 1, (row) => (wanted(row) ? 0 : -1))[0] ?? 0;
}

/** Victims (or patients) with a known age in an area of the county, by area and age band. */
export function agesByArea(rows: Rows): Float64Array {
  const { age } = rows;
  return tally(rows, rows.areas * AGE_BAND_COUNT, (row) => {
    const area = rows.area[row] ?? 0;
    const band = age?.[row] ?? AGE_BAND_COUNT;
    return area < rows.areas && band < AGE_BAND_COUNT ? area * AGE_BAND_COUNT + band : -1;
  });
}
