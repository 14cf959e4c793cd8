import { join, resolve } from 'node:path';
import type { BenchOptions } from '../options.ts';
import { row, type Row } from '../report/row.ts';
import { buildFigures, failureOf, runBuilder } from './builder.ts';

export interface NationalPack {
  /** Null where there is none, with the reason. */
  readonly folder: string | null;
  readonly reason: string;
  /** How long building it took; null where it was there already. */
  readonly row: Row | null;
}

const ROWS = 33_000_000;
const QUICK_ROWS = 330_000;

/** The pack named by --national, or a synthetic one built now. */
export async function nationalPack({ national, quick }: BenchOptions, folder: string, say: (text: string) => void): Promise<NationalPack> {
  if (national !== null) return { folder: resolve(national), reason: '', row: null };
  const rows = quick ? QUICK_ROWS : ROWS;
  const title = `Building a synthetic national pack of ${rows.toLocaleString('en-GB')} rows`;
  say(title);
  const out = join(folder, 'england-wales');
  const built = await runBuilder(['--area', 'england-wales', '--synthetic', '--rows', String(rows), '--out', out]);
  const reason = `no national pack (${failureOf(built)})`;
  if (!built.ok) return { folder: null, reason, row: row('build-national', title, [], { unavailable: failureOf(built) }) };
  // Fewer rows have no budget of their own.
  return { folder: out, reason, row: row('build-national', title, quick ? buildFigures(built, null, null) : buildFigures(built, 600, 6)) };
}
