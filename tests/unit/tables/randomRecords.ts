import type { RecordColumns } from '../../../src/model/cells.ts';
import type { CellShape } from '../../../src/tables/packRecords.ts';

export interface RandomOptions {
  readonly rows: number;
  readonly areas: number;
  readonly kinds?: number;
  readonly months?: number;
  readonly hours?: boolean;
  readonly age?: boolean;
  readonly victims?: boolean;
  /** Victims of one offence may differ in kind, month, hour and area, as dirty extracts have it. */
  readonly dirty?: boolean;
}

/** Random records: some without location, some outside, ages missing, offences with several victims. */
export function randomRecords(random: () => number, options: RandomOptions): { records: RecordColumns; shape: CellShape } {
  const { rows, areas } = options;
  const maybe = (given: boolean | undefined): boolean => given ?? random() < 0.5;
  const whole = (below: number): number => Math.floor(random() * below);
  const shape: CellShape = {
    areaCodes: Array.from({ length: areas }, (_, i) => `E${String(i).padStart(8, '0')}`),
    kinds: options.kinds ?? 1 + whole(4),
    months: options.months ?? 1 + whole(30),
    weekdayHours: maybe(options.hours) ? 175 : 1,
  };
  const victims = maybe(options.victims);
  const dirty = options.dirty ?? random() < 0.3;
  const offences = victims ? Math.max(1, Math.round(rows * (0.3 + 0.7 * random()))) : rows;
  const reference = Uint32Array.from({ length: rows }, (_, row) => (victims ? whole(offences) : row));
  const perOffence = <T extends Int32Array | Uint8Array | Uint16Array>(column: T, draw: () => number): T => {
    const drawn = new Map<number, number>();
    for (let row = 0; row < rows; row += 1) {
      const offence = reference[row] ?? 0;
      const known = drawn.get(offence);
      column[row] = known === undefined || (dirty && random() < 0.3) ? draw() : known;
      if (known === undefined) drawn.set(offence, column[row] ?? 0);
    }
    return column;
  };
  const records: RecordColumns = {
    area: perOffence(new Int32Array(rows), () => whole(areas + 2) - 2),
    sourceCode: Array.from({ length: rows }, () => ''),
    kind: perOffence(new Uint8Array(rows), () => whole(shape.kinds)),
    month: perOffence(new Uint16Array(rows), () => whole(shape.months)),
    weekdayHour: shape.weekdayHours === 175 ? perOffence(new Uint8Array(rows), () => (random() < 0.3 ? whole(7) * 25 + 24 : whole(175))) : null,
    day: null,
    age: maybe(options.age) ? Uint8Array.from({ length: rows }, () => whole(20)) : null,
    sex: random() < 0.5 ? Uint8Array.from({ length: rows }, () => whole(3)) : null,
    flags: random() < 0.5 ? Uint8Array.from({ length: rows }, () => whole(128)) : null,
    reference: victims ? reference : null,
    longitude: null,
    latitude: null,
  };
  return { records, shape };
}

/** The same records in another order. */
export function shuffled(records: RecordColumns, random: () => number): RecordColumns {
  const order = Array.from(records.area, (_, row) => ({ row, at: random() })).toSorted((a, b) => a.at - b.at).map(({ row }) => row);
  const taken = <T extends { map(f: (value: number, row: number) => number): T }>(column: T & ArrayLike<number>): T => column.map((_, i) => column[order[i] ?? 0] ?? 0);
  return {
    ...records,
    area: taken(records.area), kind: taken(records.kind), month: taken(records.month),
    weekdayHour: records.weekdayHour && taken(records.weekdayHour),
    age: records.age && taken(records.age), sex: records.sex && taken(records.sex), flags: records.flags && taken(records.flags),
    reference: records.reference && taken(records.reference),
  };
}
