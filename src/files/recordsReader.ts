import { NO_LOCATION, OUTSIDE_COUNTY, type RecordColumns } from '../model/cells.ts';
import type { KindEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import { AGE_BANDS, AGE_UNKNOWN, HOUR_SLOTS, MIDNIGHT_SLOT, SEXES, WEEKDAYS } from '../model/vocabulary.ts';
import { FileError, succeeded } from './outcome.ts';
import { COUNT_COLUMNS, FLAG_COLUMNS, RECORD_COLUMNS as COLUMNS } from './packColumns.ts';
import { decodeParquet } from './parquet.ts';
import type { RecordsEntry } from './recordsFile.ts';

type Table = Readonly<Record<string, readonly unknown[]>>;
const SEX_UNKNOWN = SEXES.length - 1;

/**
 * Reads what `encodeRecords` wrote, for the pack whose areas have these codes, in the same row order. Rows whose code
 * is not among them are outside the county, rows without a code have no location. A Problem for a missing
 * column and for a word that the entry or the vocabulary does not have, with its row.
 */
export function decodeRecords(bytes: Uint8Array, name: string, areaCodes: readonly string[], entry: RecordsEntry): Promise<Outcome<RecordColumns>> {
  return readTable(bytes, name, (table) => recordsOf(table, name, areaCodes, entry));
}

/** Reads what `encodeCounts` wrote, as one record per event counted. */
export function decodeCounts(bytes: Uint8Array, name: string, areaCodes: readonly string[], entry: RecordsEntry): Promise<Outcome<RecordColumns>> {
  return readTable(bytes, name, (table) => {
    const counts = numbers(table, COUNT_COLUMNS.count, name);
    const rows = counts.flatMap((count, row) => Array.from({ length: count }, () => row));
    const expanded = Object.fromEntries(Object.entries(table).map(([title, values]) => [title, rows.map((row) => values[row])]));
    return recordsOf(expanded, name, areaCodes, entry);
  });
}

async function readTable(bytes: Uint8Array, name: string, convert: (table: Table) => RecordColumns): Promise<Outcome<RecordColumns>> {
  const read = await decodeParquet(bytes, name);
  if (!read.ok) return read;
  try {
    return succeeded(convert(read.value));
  } catch (error) {
    if (error instanceof FileError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function recordsOf(table: Table, name: string, areaCodes: readonly string[], entry: RecordsEntry): RecordColumns {
  const { fields } = entry;
  const lsoa = column(table, COLUMNS.lsoa, name).map((code) => (typeof code === 'string' ? code : ''));
  const areaNumber = new Map(areaCodes.map((code, area) => [code, area]));
  const area = Int32Array.from(lsoa, (code) => (code === '' ? NO_LOCATION : areaNumber.get(code) ?? OUTSIDE_COUNTY));
  const code = (of: string, words: readonly string[], missing: number | null) => codes(table, of, name, words, missing);
  return {
    area,
    sourceCode: (table[COLUMNS.sourceLsoa] ?? lsoa).map((source) => (typeof source === 'string' ? source : '')),
    kind: Uint8Array.from(kindCodes(table, name, entry.kinds, fields.subgroup)),
    month: Uint16Array.from(code(COLUMNS.month, entry.months, null)),
    weekdayHour: fields.weekdayHour ? weekdayHours(table, name) : null,
    day: table[COLUMNS.date] ? Int32Array.from(numbers(table, COLUMNS.date, name)) : null,
    age: fields.age ? Uint8Array.from(code(COLUMNS.ageBand, AGE_BANDS, AGE_UNKNOWN)) : null,
    sex: fields.sex ? Uint8Array.from(code(COLUMNS.sex, SEXES.map((sex) => sex.id), SEX_UNKNOWN)) : null,
    flags: fields.flags ? flagBits(table, name, lsoa.length) : null,
    reference: entry.rowsAreVictims ? Uint32Array.from(numbers(table, COLUMNS.reference, name)) : null,
    longitude: coordinates(table, COLUMNS.longitude),
    latitude: coordinates(table, COLUMNS.latitude),
  };
}

function column(table: Table, of: string, name: string): readonly unknown[] {
  const values = table[of];
  if (!values) throw fault(`The column "${of}" is missing.`, name);
  return values;
}

function numbers(table: Table, of: string, name: string): number[] {
  return column(table, of, name).map((value, row) => {
    if (typeof value !== 'number') throw fault(`Column "${of}" has no number.`, `${name}, row ${row + 1}`);
    return value;
  });
}

/** Positions of a column's words in a list; a missing word is `missing`, or a fault where that is null. */
function codes(table: Table, of: string, name: string, words: readonly string[], missing: number | null): number[] {
  const position = new Map<unknown, number>(words.map((word, i) => [word, i]));
  return column(table, of, name).map((word, row) => {
    const code = word === null ? missing : position.get(word);
    if (code === undefined || code === null) throw fault(`Column "${of}" has ${JSON.stringify(word)}, which the data set does not list.`, `${name}, row ${row + 1}`);
    return code;
  });
}

function kindCodes(table: Table, name: string, kinds: readonly KindEntry[], withSubgroup: boolean): number[] {
  const key = (type: unknown, subgroup: unknown) => `${String(type)}|${withSubgroup ? String(subgroup) : ''}`;
  const types = column(table, COLUMNS.crimeType, name);
  const subgroups = withSubgroup ? column(table, COLUMNS.subgroup, name) : [];
  const joined = types.map((type, row) => key(type, subgroups[row]));
  return codes({ [COLUMNS.crimeType]: joined }, COLUMNS.crimeType, name, kinds.map((kind) => key(kind.type, kind.subgroup)), null);
}

function weekdayHours(table: Table, name: string): Uint8Array {
  const weekdays = codes(table, COLUMNS.weekday, name, WEEKDAYS.map((day) => day.id), null);
  const hours = numbers(table, COLUMNS.hour, name);
  const atMidnight = column(table, COLUMNS.atMidnight, name);
  return Uint8Array.from(weekdays, (weekday, row) => {
    const slot = atMidnight[row] === true ? MIDNIGHT_SLOT : hours[row] ?? -1;
    if (slot < 0 || slot > MIDNIGHT_SLOT) throw fault(`The hour is ${slot}.`, `${name}, row ${row + 1}`);
    return weekday * HOUR_SLOTS + slot;
  });
}

function flagBits(table: Table, name: string, rows: number): Uint8Array {
  const bits = new Uint8Array(rows);
  FLAG_COLUMNS.forEach((flag, bit) => {
    column(table, flag, name).forEach((value, row) => {
      if (value === true) bits[row] = (bits[row] ?? 0) | (1 << bit);
    });
  });
  return bits;
}

function coordinates(table: Table, of: string): Float64Array | null {
  const values = table[of];
  return values ? Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)) : null;
}

function fault(what: string, where: string): FileError {
  return new FileError({ what, where, remedy: 'Build the pack again.' });
}
