import type { PopulationTable } from '../model/areas.ts';
import type { Outcome } from '../model/pack.ts';
import { isRecord } from '../model/records.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';
import { crc32 } from './crc32.ts';
import { failed, succeeded } from './outcome.ts';

/** The population as the engine wants it, beside `population.parquet`, its open form; packs built before have only that. */
export const POPULATION_COLUMNS_FILE = 'population.columns';

/*
 * Little-endian:
 *   bytes 0-5   "HAPOPU"
 *   bytes 6-7   version
 *   bytes 8-11  CRC-32 of everything from byte 16 on
 *   bytes 12-15 length of the JSON header
 *   from 16     JSON header: years, area codes, and whether women are held
 *   then        persons in the order of PopulationTable as doubles, byte-split; then women likewise
 */
const MAGIC = 'HAPOPU';
const VERSION = 1;
const PREAMBLE = 16;
const WIDTH = 8;
const REBUILD = 'Build the pack again.';

/** The same population gives the same bytes. What may stand in it is checked where the open form is written. */
export function encodePopulationColumns(codes: readonly string[], { years, persons, female }: PopulationTable): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ years, areaCodes: codes, female: female !== undefined }));
  const columns = female ? [persons, female] : [persons];
  const bytes = new Uint8Array(PREAMBLE + header.length + columns.length * persons.length * WIDTH);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.set(header, PREAMBLE);
  columns.forEach((column, i) => bytes.set(splitDoubles(column), PREAMBLE + header.length + i * persons.length * WIDTH));
  const view = new DataView(bytes.buffer);
  view.setUint16(6, VERSION, true);
  view.setUint32(8, crc32(bytes.subarray(PREAMBLE)), true);
  view.setUint32(12, header.length, true);
  return bytes;
}

/** A Problem for another format or version, a damaged file, other areas than `codes`, and figures that are missing, negative, or of more women than persons. */
export function decodePopulationColumns(bytes: Uint8Array, codes: readonly string[]): Outcome<PopulationTable> {
  const where = POPULATION_COLUMNS_FILE;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return failed('This is not a file of population.', where, REBUILD);
  if (view.getUint16(6, true) !== VERSION) return failed(`The population is in version ${view.getUint16(6, true)} of the format; this program reads version ${VERSION}.`, where, 'Build the pack again with this version of the program.');
  if (crc32(bytes.subarray(PREAMBLE)) !== view.getUint32(8, true)) return failed('The file is cut short or damaged: its checksum does not match.', where, 'Load it again; if that does not help, build the pack again.');
  const end = PREAMBLE + view.getUint32(12, true);
  const header = headerOf(bytes.subarray(PREAMBLE, end));
  if (header === null) return failed('The header of the population cannot be read.', where, REBUILD);
  const { years, areaCodes, women } = header;
  if (areaCodes.length !== codes.length || areaCodes.some((code, area) => code !== codes[area])) return failed('The population is of other areas than the pack.', where, REBUILD);
  const length = years.length * codes.length * AGE_BAND_COUNT;
  if (length === 0 || bytes.length !== end + length * WIDTH * (women ? 2 : 1)) return failed('Population figures are missing.', where, REBUILD);
  const persons = joinDoubles(bytes.subarray(end, end + length * WIDTH));
  const female = women ? joinDoubles(bytes.subarray(end + length * WIDTH)) : null;
  const wrong = persons.findIndex((value, i) => !(value >= 0) || (female !== null && !(female[i]! >= 0 && female[i]! <= value)));
  if (wrong >= 0) return failed(`A population figure is missing, negative, or of more women than persons: ${codes[Math.floor(wrong / AGE_BAND_COUNT) % codes.length] ?? ''}.`, where, REBUILD);
  return succeeded({ years, areas: codes.length, persons, ...(female ? { female } : {}) });
}

function headerOf(bytes: Uint8Array): { years: number[]; areaCodes: unknown[]; women: boolean } | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isRecord(json) || !Array.isArray(json['years']) || !Array.isArray(json['areaCodes']) || typeof json['female'] !== 'boolean') return null;
    const years: unknown[] = json['years'];
    const areaCodes: unknown[] = json['areaCodes'];
    return { years: years.filter((year) => typeof year === 'number'), areaCodes, women: json['female'] };
  } catch {
    return null;
  }
}

/** The first bytes of all values, then the second, and so on: whole numbers of people share most of theirs, so that this packs well. */
function splitDoubles(values: Float64Array): Uint8Array {
  const split = new Uint8Array(values.length * WIDTH);
  const one = new DataView(new ArrayBuffer(WIDTH));
  for (let i = 0; i < values.length; i += 1) {
    one.setFloat64(0, values[i]!, true);
    for (let byte = 0; byte < WIDTH; byte += 1) split[byte * values.length + i] = one.getUint8(byte);
  }
  return split;
}

function joinDoubles(split: Uint8Array): Float64Array {
  const length = split.length / WIDTH;
  const values = new Float64Array(length);
  const one = new DataView(new ArrayBuffer(WIDTH));
  for (let i = 0; i < length; i += 1) {
    for (let byte = 0; byte < WIDTH; byte += 1) one.setUint8(byte, split[byte * length + i]!);
    values[i] = one.getFloat64(0, true);
  }
  return values;
}
