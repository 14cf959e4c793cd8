import { formatMonth } from '../../src/model/months.ts';
import type { FileAccount } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import type { PartRecords } from '../partitioned/partRecords.ts';
import { stop } from '../problem.ts';
import { openEngine, sqlOf, type Engine } from './engine.ts';
import { fileAccounts, readAccounts } from './fileAccounts.ts';
import { findRecordFiles } from './findFiles.ts';
import { openInput, unreadable } from './input.ts';
import { readPart } from './readPart.ts';
import { chooseMonths, makeCalendar, makeSettings, makeTables, type RecordsTarget } from './target.ts';

export interface PreparedRecords {
  /** "YYYY-MM", ascending. */
  readonly months: readonly string[];
  readonly files: readonly FileAccount[];
  /** Records whose point was left out because it cannot lie in the United Kingdom. */
  readonly oddPoints: number;
  /** The records of a part, in the order of its cells. */
  readonly recordsOf: (part: number) => Promise<PartRecords>;
  /** Gives back memory and disk. To be called whatever happens. */
  readonly close: () => Promise<void>;
}

export interface PrepareOptions {
  /** Folder or pattern of Parquet files. */
  readonly pattern: string;
  /** Folder for temporary files; null for the system's. */
  readonly temp: string | null;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Reads a folder of Parquet files, places every row and sorts them, in DuckDB through the plain SQL of geodata/sql, so
 * that only one part's records are ever in memory. Every row read is in the records or counted under a named reason.
 */
export async function prepareRecords(target: RecordsTarget, options: PrepareOptions): Promise<PreparedRecords> {
  const engine = await openEngine(options.temp);
  try {
    return await prepare(engine, target, options);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function prepare(engine: Engine, target: RecordsTarget, { pattern, onProgress }: PrepareOptions): Promise<PreparedRecords> {
  const step = (name: string): void => onProgress({ step: name, done: 0, total: 0 });
  step('Looking through the records');
  const found = await findRecordFiles(pattern, engine);
  const { hasPoints } = await openInput(found, pattern, engine);
  await engine.run(await sqlOf('01_standard'));
  await makeCalendar(engine);
  const months = await monthsOf(target, pattern, engine);
  await chooseMonths(months, engine);
  await makeTables(target, engine);
  await makeSettings(target, months.length, engine);
  if (target.codes.some(({ slot }) => slot === null)) await decideChanged(target, engine);
  step('Placing and counting the records');
  await engine.run(await sqlOf('04_classified')).catch((error: unknown) => { throw unreadable(error, pattern); });
  const accounts = readAccounts(await engine.rows(await sqlOf('05_accounts')), target);
  if (accounts.kept === 0) stop('No record lies in an area of the pack', pattern, 'Check that the column "lsoa" holds codes of this area, and that --from and --to fit.');
  const partSql = await sqlOf('06_part');
  return {
    months, oddPoints: accounts.oddPoints, files: fileAccounts(found, accounts),
    recordsOf: async (part) => readPart(engine.blocks(partSql, { part }), { areas: target.parts[part]?.areas ?? 0, account: accounts.ofPart(part), hasPoints }),
    close: () => engine.close(),
  };
}

/** What to say of points that were left out; nothing where none was. */
export function oddPointsCaveat(points: number): string[] {
  return points > 0 ? [`${points} records carry a point that cannot lie in the United Kingdom. The records are kept by their LSOA code, their points are left out.`] : [];
}

/** Months of the records that are to be kept. Stops where none is. */
async function monthsOf({ from, to }: RecordsTarget, pattern: string, engine: Engine): Promise<string[]> {
  const present = await engine.rows(await sqlOf('02_months')).catch((error: unknown) => { throw unreadable(error, pattern); });
  const all = present.map(([month]) => String(month));
  const [first, last] = [from === null ? '' : formatMonth(from), to === null ? '9999' : formatMonth(to)];
  const months = all.filter((month) => month >= first && month <= last);
  if (months.length === 0) {
    stop(all.length === 0 ? 'No row of the records has a month' : `The records are of ${all[0]} to ${all.at(-1)}, none of the chosen months`, pattern, 'Write months as 2023-01, and check --from and --to.');
  }
  return months;
}

/** Codes that became several areas: the point decides, where it lies in one of them. */
async function decideChanged(target: RecordsTarget, engine: Engine): Promise<void> {
  const points = await engine.rows(await sqlOf('03_changed'));
  await engine.append('changed_points', points.flatMap(([code, longitude, latitude]) => {
    const area = target.areaAt(String(code), Number(longitude), Number(latitude));
    return area ? [[code ?? null, longitude ?? null, latitude ?? null, area.part, area.slot]] : [];
  }));
}
