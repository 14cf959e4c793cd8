import { formatMonth, monthRange, type Month } from '../../src/model/months.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import type { RecordColumns } from '../../src/model/cells.ts';
import type { DataSetEntry } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import { sumAccounts } from '../pack/accounts.ts';
import { stop } from '../problem.ts';
import type { Candidate } from './inventory.ts';
import { readStreetFile, type StreetFile, type StreetOptions } from './street.ts';

export interface StreetSet {
  readonly entry: DataSetEntry;
  readonly records: RecordColumns;
  /** The files, with the months each holds as text. */
  readonly sources: readonly { readonly file: string; readonly sha256: string; readonly months: string }[];
  /** Files read but not used, with the reason. */
  readonly unused: readonly { readonly label: string; readonly why: string }[];
}

/** Reads every street file, refuses a month given twice with different content, and adds the accounts up. */
export async function readStreetSet(
  candidates: readonly Candidate[], options: StreetOptions, attribution: string, onProgress: (progress: Progress) => void,
): Promise<StreetSet> {
  const unused: { label: string; why: string }[] = [];
  const files: StreetFile[] = [];
  for (const [index, { file }] of candidates.entries()) {
    onProgress({ step: 'Reading street crime', done: index, total: candidates.length });
    const read = await readStreetFile(file, options);
    const why = reasonNotToUse(read, files, options);
    if (why) unused.push({ label: file.label, why });
    else files.push(read);
  }
  // By content, so that the same files in other folders give the same pack.
  files.sort((a, b) => compare(firstHeld(a), firstHeld(b)) || compare(a.account.sha256, b.account.sha256));
  if (files.every((file) => file.account.kept === 0)) {
    stop('No row of any street file lies in the area', candidates.map(({ file }) => file.label).slice(0, 3).join(', '), 'Check that the files are of the right force, that --from and --to fit, and that area.json names the right boroughs.');
  }
  const months = presentMonths(files);
  const entry = streetEntry({ months: months.map(formatMonth), files: files.map((file) => file.account), caveats: caveats(files, months), attribution });
  return { entry, records: joinRows(files, months), sources: files.map(sourceOf), unused };
}

function reasonNotToUse(read: StreetFile, before: readonly StreetFile[], options: StreetOptions): string | null {
  if (read.holds.size === 0) return `reported by ${[...read.forces].join(', ')}, not ${options.forces?.join(', ') ?? ''}`;
  const same = before.find((other) => other.textSha256 === read.textSha256);
  if (same) return `the same rows as ${same.label}`;
  const clash = before.flatMap((other) => [...other.holds].filter((held) => read.holds.has(held)).map((held) => ({ other, held })))[0];
  if (clash) {
    stop(`${clash.held} is in two files with different content`, `${clash.other.label} and ${read.label}`, 'Keep the one you want in the folder; archives of different dates are recoded and must not be mixed for one month.');
  }
  return null;
}

function firstHeld(file: StreetFile): string {
  return [...file.holds].map((held) => held.slice(-7)).toSorted()[0] ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function presentMonths(files: readonly StreetFile[]): Month[] {
  return [...new Set(files.flatMap((file) => [...new Set(file.rows.month)]))].toSorted((a, b) => a - b);
}

function joinRows(files: readonly StreetFile[], months: readonly Month[]): RecordColumns {
  const position = new Map(months.map((month, index) => [month, index]));
  return {
    area: Int32Array.from(files.flatMap((file) => file.rows.area)),
    sourceCode: files.flatMap((file) => file.rows.sourceCode),
    kind: Uint8Array.from(files.flatMap((file) => file.rows.kind)),
    month: Uint16Array.from(files.flatMap((file) => file.rows.month), (month) => position.get(month) ?? 0),
    weekdayHour: null, day: null, age: null, sex: null, flags: null, reference: null,
    longitude: Float64Array.from(files.flatMap((file) => file.rows.longitude)),
    latitude: Float64Array.from(files.flatMap((file) => file.rows.latitude)),
  };
}

function sourceOf({ account: { file, sha256 }, holds }: StreetFile): StreetSet['sources'][number] {
  return { file, sha256, months: [...holds].map((held) => held.slice(-7)).join(', ') };
}

/** The data set of street-level crime, whichever files its records come from; its account is the sum of theirs. */
export function streetEntry({ months, files, caveats: said, attribution }: Pick<DataSetEntry, 'months' | 'files' | 'caveats' | 'attribution'>): DataSetEntry {
  return {
    id: 'street',
    title: 'Street-level crime (data.police.uk)',
    unit: 'crimes',
    kind: 'street',
    months,
    kinds: CRIME_TYPES.map((type) => ({ type: type.id, typeTitle: type.title, subgroup: null, subgroupTitle: null, crime: type.crime })),
    fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false },
    rowsAreVictims: false,
    disclosureThreshold: 0,
    account: sumAccounts(files),
    files,
    caveats: said,
    attribution,
    cells: 'records/street.cells',
    table: 'records/street.parquet',
  };
}

/** What must be known of street-level crime of any source, with the months that are missing between the first and the last. */
export function streetCaveats(months: readonly Month[]): string[] {
  const [first, last] = [months[0] ?? 0, months[months.length - 1] ?? 0];
  const missing = monthRange(first, last).length - months.length;
  return [
    ...(missing > 0 ? [`${missing} of the ${monthRange(first, last).length} months from ${formatMonth(first)} to ${formatMonth(last)} are missing. They are left out of rates, not counted as zero.`] : []),
    'These files carry the month only: no day, hour, victim age or exact offence. Directly standardised rates and filters by hour need the force\'s own records.',
    'Points are snapped to a list of map points that was replaced in July 2022. Areas come from the published LSOA code, not from the point; make no street-level claim.',
    'Anti-social behaviour is incidents, not recorded crime, and is left out of totals unless chosen.',
    '"Violence and sexual offences" is one published category and cannot be split here.',
    'Police recorded crime is official statistics but not accredited. Crimes recorded by the British Transport Police are published apart and are not included.',
  ];
}

function caveats(files: readonly StreetFile[], months: readonly Month[]): string[] {
  const repeated = files.reduce((sum, file) => sum + file.repeatedIds, 0);
  const identical = files.reduce((sum, file) => sum + file.identicalRows, 0);
  return [
    ...streetCaveats(months),
    ...(repeated > 0 ? [`${repeated} rows repeat the Crime ID of an earlier row of the same file, ${identical} of them alike in every column. They are kept as published. Anti-social behaviour carries no Crime ID and is never compared.`] : []),
  ];
}
