/** What the order of packed rows depends on: columns by input row. */
export interface OrderColumns {
  readonly slot: Uint32Array;
  readonly code: Uint32Array;
  /** Number of different codes. */
  readonly codes: number;
  readonly age: Uint8Array | null;
  readonly sex: Uint8Array | null;
  readonly flags: Uint8Array | null;
}

export interface RowOrder {
  /** Input rows in packed order. */
  readonly order: Uint32Array;
  /** 1 for a further victim of the offence of the row before; null where no offence has several. */
  readonly repeats: Uint8Array | null;
  /** References that occur in more than one slot. */
  readonly split: number;
}

const AGES = 20;
const SEXES = 3;
const FLAG_BYTES = 256;

/** Rows by (slot, code, age, sex, flags). */
export function plainOrder(columns: OrderColumns): RowOrder {
  const key = rowKeys(columns);
  return { order: sortedRows(key.length, (a, b) => key[a]! - key[b]!), repeats: null, split: 0 };
}

/** Offences by (slot, least row, reference); within an offence its rows by (code, age, sex, flags). */
export function groupedOrder(columns: OrderColumns, reference: Uint32Array): RowOrder {
  const { slot } = columns;
  const key = rowKeys(columns);
  const rows = key.length;
  const byReference = sortedRows(rows, (a, b) => reference[a]! - reference[b]! || key[a]! - key[b]!);
  // The slot leads the key: an offence's rows in one area are neighbours here, its first row has the least key.
  const leader = new Float64Array(rows);
  let split = 0;
  let wasSplit = false;
  for (let i = 0; i < rows; i += 1) {
    const row = byReference[i]!;
    const before = i > 0 ? byReference[i - 1]! : -1;
    const sameReference = before >= 0 && reference[before] === reference[row];
    const sameOffence = sameReference && slot[before] === slot[row];
    leader[row] = sameOffence ? leader[before]! : key[row]!;
    if (!sameReference) wasSplit = false;
    else if (!sameOffence && !wasSplit) {
      wasSplit = true;
      split += 1;
    }
  }
  const order = sortedRows(rows, (a, b) => leader[a]! - leader[b]! || reference[a]! - reference[b]! || key[a]! - key[b]!);
  const repeats = new Uint8Array(rows);
  for (let i = 1; i < rows; i += 1) {
    const row = order[i]!;
    const before = order[i - 1]!;
    if (reference[row] === reference[before] && slot[row] === slot[before]) repeats[i] = 1;
  }
  return { order, repeats: repeats.includes(1) ? repeats : null, split };
}

/** (slot, code, age, sex, flags) as one integer that sorts like the tuple. */
function rowKeys({ slot, code, codes, age, sex, flags }: OrderColumns): Float64Array {
  const keys = Float64Array.from(slot, (number, row) => {
    const cell = number * codes + code[row]!;
    return ((cell * AGES + (age?.[row] ?? 0)) * SEXES + (sex?.[row] ?? 0)) * FLAG_BYTES + (flags?.[row] ?? 0);
  });
  for (const key of keys) {
    if (key > Number.MAX_SAFE_INTEGER) throw new RangeError(`${codes} codes are too many to sort these areas by.`);
  }
  return keys;
}

/** Ties keep the input order (typed arrays sort stably). */
function sortedRows(rows: number, compare: (a: number, b: number) => number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row).toSorted(compare);
}
