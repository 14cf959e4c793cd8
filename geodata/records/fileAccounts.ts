import { createHash } from 'node:crypto';
import type { FileAccount, RowAccount } from '../../src/model/manifest.ts';
import { sumAccounts } from '../pack/accounts.ts';
import type { Row } from './engine.ts';
import type { RecordFile } from './findFiles.ts';
import { accountOf, reasonNames, type Tally } from './reasons.ts';
import type { RecordsTarget } from './target.ts';

/** More files than this stand in the manifest as one, which would otherwise be larger than what it describes. */
const MOST_FILES = 60;

export interface Accounts {
  readonly kept: number;
  readonly oddPoints: number;
  readonly ofPart: (part: number) => RowAccount;
  readonly ofFile: (file: number) => Omit<FileAccount, 'file' | 'sha256'>;
}

/** The answer of 05_accounts.sql, by part and by file. */
export function readAccounts(rows: readonly Row[], { outside }: RecordsTarget): Accounts {
  const names = reasonNames(outside);
  const parts = new Map<number, Tally>();
  const files = new Map<number, Tally>();
  const vintages = new Map<number, Set<string>>();
  let [kept, oddPoints] = [0, 0];
  for (const row of rows) {
    const [file = 0, part = 0, reason = 0, records = 0, odd = 0] = row.slice(0, 5).map(Number);
    add(parts, part, reason, records);
    add(files, file, reason, records);
    const found = vintages.get(file) ?? new Set();
    for (const vintage of row.slice(5)) if (typeof vintage === 'string') found.add(vintage);
    vintages.set(file, found);
    oddPoints += odd;
    if (reason === 0) kept += records;
  }
  return {
    kept, oddPoints,
    ofPart: (part) => accountOf(parts.get(part) ?? new Map(), names),
    ofFile: (file) => ({ ...accountOf(files.get(file) ?? new Map(), names), vintage: vintageOf([...(vintages.get(file) ?? [])]) }),
  };
}

function add(tallies: Map<number, Tally>, key: number, reason: number, records: number): void {
  const tally = tallies.get(key) ?? new Map<number, number>();
  tally.set(reason, (tally.get(reason) ?? 0) + records);
  tallies.set(key, tally);
}

function vintageOf(found: readonly string[]): FileAccount['vintage'] {
  const [first] = found;
  if (found.length > 1) return 'mixed';
  return first === '2011' || first === '2021' ? first : 'none';
}

/** Each file's account; of more than 60 files one for all, whose SHA-256 is that of the list `sha256sum` prints of them. */
export function fileAccounts(found: readonly RecordFile[], accounts: Accounts): FileAccount[] {
  const files = found.map(({ name, sha256 }, file): FileAccount => ({ file: name, sha256, ...accounts.ofFile(file) }));
  if (files.length <= MOST_FILES) return files;
  const list = files.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
  const vintages = new Set(files.map(({ vintage }) => vintage).filter((vintage) => vintage !== 'none'));
  const [only = 'none'] = vintages;
  return [{
    file: `${files.length} files, ${files[0]?.file ?? ''} to ${files.at(-1)?.file ?? ''}`, sha256: createHash('sha256').update(list).digest('hex'),
    vintage: vintages.size > 1 ? 'mixed' : only, ...sumAccounts(files),
  }];
}
