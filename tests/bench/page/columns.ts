import { boroughOf } from '../../../src/bench/syntheticScene.ts';
import { MONTHS, WEEKDAY_HOURS } from '../../../src/bench/syntheticCells.ts';
import type { Cells } from '../../../src/model/cells.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT } from '../../../src/model/vocabulary.ts';
import { type Columns, NO_BOROUGH } from './answer.ts';

/** The records of the cells, one column per field. */
export function columnsOf({ areaCodes, offsets, cell, age }: Pick<Cells, 'areaCodes' | 'offsets' | 'cell' | 'age'>): Columns {
  const rows = cell.length;
  const areas = areaCodes.length;
  const byte = (valueOf: (code: number) => number): Uint8Array => {
    const column = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) column[row] = valueOf(cell[row]!);
    return column;
  };
  const bySlot = (valueOf: (slot: number) => number): Uint16Array => {
    const column = new Uint16Array(rows);
    for (let slot = 0; slot + 1 < offsets.length; slot += 1) column.fill(valueOf(slot), offsets[slot], offsets[slot + 1]);
    return column;
  };
  return {
    rows, areas, age: age ?? new Uint8Array(rows),
    area: bySlot((slot) => slot),
    borough: bySlot((slot) => (slot < areas ? boroughOf(slot) : NO_BOROUGH)),
    kind: byte((code) => Math.floor(code / (MONTHS * WEEKDAY_HOURS))),
    month: byte((code) => Math.floor(code / WEEKDAY_HOURS) % MONTHS),
    weekdayHour: byte((code) => code % WEEKDAY_HOURS),
    weekday: byte((code) => Math.floor((code % WEEKDAY_HOURS) / HOUR_SLOTS)),
    hour: byte((code) => {
      const slot = (code % WEEKDAY_HOURS) % HOUR_SLOTS;
      return slot === MIDNIGHT_SLOT ? 0 : slot;
    }),
  };
}
