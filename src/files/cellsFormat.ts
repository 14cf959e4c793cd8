import type { Cells } from '../model/cells.ts';
import type { Outcome } from '../model/pack.ts';
import { joinUint16, joinUint32, splitBytes } from './byteSplit.ts';
import { crc32 } from './crc32.ts';
import { failed, succeeded } from './outcome.ts';
import * as z from '../model/schema.ts';

/**
 * The `.cells` file, little-endian:
 *   bytes 0-5   "HACELL"
 *   bytes 6-7   version (CELLS_VERSION)
 *   bytes 8-11  CRC-32 of everything from byte 16 on
 *   bytes 12-15 length of the JSON header
 *   from 16     JSON header: area codes, months, kinds, weekday-hours, and per column name, width, offset, length
 *   then        the columns, byte-split; offsets count from the first byte after the header
 */
export const CELLS_VERSION = 1;
const MAGIC = 'HACELL';
const PREAMBLE = 16;
const REBUILD = 'Load it again; if that does not help, build the pack again.';

const columnName = z.enum(['offsets', 'cell', 'age', 'sex', 'flags', 'repeats']);
type ColumnName = z.infer<typeof columnName>;
const count = z.int().check(z.minimum(0));
const headerSchema = z.strictObject({
  areaCodes: z.array(z.string().check(z.minLength(1))),
  kinds: count,
  months: count,
  weekdayHours: z.union([z.literal(175), z.literal(1)]),
  columns: z.array(z.strictObject({ name: columnName, width: z.union([z.literal(1), z.literal(2), z.literal(4)]), offset: count, bytes: count })),
});
type Header = z.infer<typeof headerSchema>;

/** The bytes of a `.cells` file; the same cells give the same bytes. */
export function encodeCells(cells: Cells): Uint8Array {
  const columns: { name: ColumnName; values: Uint8Array | Uint16Array | Uint32Array }[] = [
    { name: 'offsets', values: cells.offsets },
    { name: 'cell', values: cells.cell },
  ];
  for (const name of ['age', 'sex', 'flags', 'repeats'] as const) {
    const values = cells[name];
    if (values) columns.push({ name, values });
  }
  const split = columns.map(({ values }) => splitBytes(values));
  let offset = 0;
  const header: Header = {
    areaCodes: [...cells.areaCodes], kinds: cells.kinds, months: cells.months, weekdayHours: cells.weekdayHours,
    columns: columns.map(({ name, values }) => {
      const column = { name, width: widthOf(values), offset, bytes: values.byteLength };
      offset += values.byteLength;
      return column;
    }),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(PREAMBLE + json.length + offset);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.set(json, PREAMBLE);
  header.columns.forEach((column, i) => bytes.set(split[i] ?? [], PREAMBLE + json.length + column.offset));
  const view = new DataView(bytes.buffer);
  view.setUint16(6, CELLS_VERSION, true);
  view.setUint32(8, crc32(bytes.subarray(PREAMBLE)), true);
  view.setUint32(12, json.length, true);
  return bytes;
}

function widthOf(values: Uint8Array | Uint16Array | Uint32Array): 1 | 2 | 4 {
  if (values instanceof Uint8Array) return 1;
  return values instanceof Uint16Array ? 2 : 4;
}

/**
 * Reads a `.cells` file. One-byte columns are views into `bytes`, not copies. A Problem for another format or
 * version, a truncated or changed file, and columns that contradict each other.
 */
export function decodeCells(bytes: Uint8Array, name: string): Outcome<Cells> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    return failed('This is not a file of packed records.', name, 'Check the address or the file chosen; packed records end in ".cells".');
  }
  const version = view.getUint16(6, true);
  if (version !== CELLS_VERSION) {
    return failed(`The records are packed in version ${version} of the format; this program reads version ${CELLS_VERSION}.`, name, 'Build the pack again with this version of the program.');
  }
  const headerEnd = PREAMBLE + view.getUint32(12, true);
  if (headerEnd > bytes.length) return failed('The file ends inside its header.', name, REBUILD);
  if (crc32(bytes.subarray(PREAMBLE)) !== view.getUint32(8, true)) {
    return failed('The file is cut short or damaged: its checksum does not match.', name, REBUILD);
  }
  const header = parseHeader(bytes.subarray(PREAMBLE, headerEnd));
  if (!header) return failed('The header of the packed records cannot be read.', name, REBUILD);
  const columns = new Map<ColumnName, { bytes: Uint8Array; width: number }>();
  for (const column of header.columns) {
    const start = headerEnd + column.offset;
    if (start + column.bytes > bytes.length) return failed(`The file ends inside column "${column.name}".`, name, REBUILD);
    columns.set(column.name, { bytes: bytes.subarray(start, start + column.bytes), width: column.width });
  }
  return assemble(header, columns, name);
}

function parseHeader(bytes: Uint8Array): Header | null {
  try {
    return headerSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

function assemble(header: Header, columns: ReadonlyMap<ColumnName, { bytes: Uint8Array; width: number }>, name: string): Outcome<Cells> {
  const offsets = columns.get('offsets');
  const cell = columns.get('cell');
  if (offsets?.width !== 4 || !cell || cell.width === 1) return failed('The columns "offsets" and "cell" are missing.', name, REBUILD);
  const one = (column: ColumnName) => columns.get(column)?.bytes ?? null;
  const cells: Cells = {
    areaCodes: header.areaCodes,
    kinds: header.kinds,
    months: header.months,
    weekdayHours: header.weekdayHours,
    offsets: joinUint32(offsets.bytes),
    cell: cell.width === 2 ? joinUint16(cell.bytes) : joinUint32(cell.bytes),
    age: one('age'), sex: one('sex'), flags: one('flags'), repeats: one('repeats'),
  };
  const contradiction = contradictionIn(cells);
  return contradiction ? failed(contradiction, name, 'Build the pack again.') : succeeded(cells);
}

/** What does not fit together in otherwise intact cells (a fault of the program that wrote them); null if nothing. */
function contradictionIn(cells: Cells): string | null {
  const { offsets, cell } = cells;
  // Two slots follow the areas': no location, and outside the county.
  if (offsets.length !== cells.areaCodes.length + 3) return `There are ${offsets.length} row offsets for ${cells.areaCodes.length} areas.`;
  if (offsets[0] !== 0 || offsets.at(-1) !== cell.length) return 'The row offsets do not cover the rows.';
  for (let slot = 1; slot < offsets.length; slot++) {
    if ((offsets[slot] ?? 0) < (offsets[slot - 1] ?? 0)) return 'The row offsets are not in order.';
  }
  for (const column of ['age', 'sex', 'flags', 'repeats'] as const) {
    const length = cells[column]?.length ?? cell.length;
    if (length !== cell.length) return `Column "${column}" has ${length} values for ${cell.length} rows.`;
  }
  const codes = cells.kinds * cells.months * cells.weekdayHours;
  for (let row = 0; row < cell.length; row++) {
    if ((cell[row] ?? 0) >= codes) return `Row ${row} has code ${cell[row]}; the highest possible is ${codes - 1}.`;
  }
  return null;
}
