import { createHash } from 'node:crypto';
import { parseMonth, type Month } from '../../src/model/months.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import type { FileAccount } from '../../src/model/manifest.ts';
import { readCsv } from '../../src/files/csv.ts';
import type { LsoaVintage } from '../areaDefinition.ts';
import { stop, valueOf } from '../problem.ts';
import type { Place } from './csvRows.ts';
import { textOf, type InputFile } from './inputFile.ts';
import { REASONS, type Placer } from './placement.ts';
import { STREET_COLUMNS } from './recognise.ts';

/** Rows of one street file that go into the records, as growing columns. */
export interface StreetRows {
  readonly area: number[];
  readonly sourceCode: string[];
  readonly kind: number[];
  readonly month: Month[];
  readonly longitude: number[];
  readonly latitude: number[];
}

export interface StreetFile {
  readonly label: string;
  readonly account: FileAccount;
  readonly rows: StreetRows;
  /** "force month" pairs found, to notice a month given twice. */
  readonly holds: ReadonlySet<string>;
  readonly forces: ReadonlySet<string>;
  /** SHA-256 of the text with LF line ends: the same month saved on two systems is the same month. */
  readonly textSha256: string;
  /** Rows (not ASB) that repeat an earlier Crime ID of the file, and those of them that are alike in every column. */
  readonly repeatedIds: number;
  readonly identicalRows: number;
}

export interface StreetOptions {
  readonly placer: Placer;
  /** First and last month to keep; null keeps all. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly forces: readonly string[] | null;
}

const KINDS: ReadonlyMap<string, number> = new Map(CRIME_TYPES.map((type, kind) => [type.title, kind]));
const ASB = CRIME_TYPES.findIndex((type) => !type.crime);

/** Reads one street-level crime file. Every row is kept or counted under a named reason; ASB is never compared. */
export async function readStreetFile(file: InputFile, options: StreetOptions): Promise<StreetFile> {
  const reader = new StreetReader(options);
  const hash = createHash('sha256');
  const outcome = await readCsv(reader.hashed(textOf(file, (bytes) => hash.update(bytes))), {
    name: file.label, required: STREET_COLUMNS, rowsAs: 'arrays',
    onRow: (row, line) => reader.take(row, { file: file.label, line }),
  });
  const { rows } = valueOf(outcome);
  if (rows === 0) stop('The street file has a header but no rows', file.label, 'Download it again; a month without a crime is not plausible.');
  return reader.finish(file, rows, hash.digest('hex'));
}

class StreetReader {
  private readonly options: StreetOptions;
  private readonly textHash = createHash('sha256');
  private readonly rows: StreetRows = { area: [], sourceCode: [], kind: [], month: [], longitude: [], latitude: [] };
  private readonly aside = new Map<string, number>();
  private readonly vintages = new Set<LsoaVintage>();
  private readonly holds = new Set<string>();
  private readonly forces = new Set<string>();
  private readonly firstOfId = new Map<string, string>();
  private repeatedIds = 0;
  private identicalRows = 0;

  constructor(options: StreetOptions) {
    this.options = options;
  }

  async *hashed(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      this.textHash.update(chunk.replaceAll('\r', ''));
      yield chunk;
    }
  }

  take(row: readonly string[], place: Place): void {
    const [id = '', monthText = '', force = '', , longitudeText = '', latitudeText = '', , code = '', , typeText = ''] = row;
    const { from, to, forces, placer } = this.options;
    const month = parseMonth(monthText) ?? fault(`The month is "${monthText}", expected YYYY-MM`, place);
    this.forces.add(force);
    if (forces && !forces.includes(force)) return this.setAside(REASONS.otherForce);
    this.holds.add(`${force} ${monthText}`);
    if ((from !== null && month < from) || (to !== null && month > to)) return this.setAside(REASONS.period);
    const kind = KINDS.get(typeText) ?? fault(`The crime type "${typeText}" is not one of the ${KINDS.size} of data.police.uk`, place, 'Months before May 2013 use other types: leave them out with --from 2013-05.');
    const longitude = coordinate(longitudeText, -9, 3, 'longitude', place);
    const latitude = coordinate(latitudeText, 49, 62, 'latitude', place);
    if (Number.isNaN(longitude) !== Number.isNaN(latitude)) fault('Only one of longitude and latitude is given', place);
    if (code !== '' && !/^([EWS]01\d{6}|N\d{8}|95\w{2,6})$/.test(code)) fault(`The LSOA code is "${code}", expected one such as E01015693`, place);
    if (kind !== ASB && id !== '') this.compare(id, row);
    this.noteVintage(code);
    const placed = placer.place(code, longitude, latitude);
    if (placed.reason !== null) this.setAside(placed.reason);
    this.rows.area.push(placed.area);
    this.rows.sourceCode.push(code);
    this.rows.kind.push(kind);
    this.rows.month.push(month);
    this.rows.longitude.push(longitude);
    this.rows.latitude.push(latitude);
  }

  finish(file: InputFile, read: number, sha256: string): StreetFile {
    const setAside = [...this.aside].toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, rows]) => ({ reason, rows, inRecords: reason !== REASONS.period && reason !== REASONS.otherForce }));
    const kept = this.rows.area.reduce((count, area) => count + (area >= 0 ? 1 : 0), 0);
    return {
      label: file.label, rows: this.rows, holds: this.holds, forces: this.forces, textSha256: this.textHash.digest('hex'),
      repeatedIds: this.repeatedIds, identicalRows: this.identicalRows,
      account: { file: file.name, read, kept, setAside, vintage: this.vintage(), sha256 },
    };
  }

  private vintage(): FileAccount['vintage'] {
    if (this.vintages.size > 1) return 'mixed';
    return [...this.vintages][0] ?? 'none';
  }

  private setAside(reason: string): void {
    this.aside.set(reason, (this.aside.get(reason) ?? 0) + 1);
  }

  private noteVintage(code: string): void {
    const vintage = this.options.placer.vintageOf(code);
    if (vintage) this.vintages.add(vintage);
  }

  /** Repeated Crime IDs are reported, never dropped: only whole rows alike could be duplicates (domain rule 3). */
  private compare(id: string, row: readonly string[]): void {
    const text = row.join('\u001f');
    const first = this.firstOfId.get(id);
    if (first === undefined) {
      this.firstOfId.set(id, text);
      return;
    }
    this.repeatedIds++;
    if (first === text) this.identicalRows++;
  }
}

function coordinate(text: string, least: number, most: number, what: string, place: Place): number {
  if (text.trim() === '') return NaN;
  const value = Number(text);
  return value >= least && value <= most ? value : fault(`The ${what} is "${text}", expected degrees within the United Kingdom`, place);
}

function fault(what: string, place: Place, remedy = 'Correct this line or download the file again.'): never {
  return stop(what, `${place.file}, line ${place.line}`, remedy);
}
