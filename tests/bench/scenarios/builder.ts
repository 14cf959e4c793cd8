import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Figure, row, type Row } from '../report/row.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

export interface Built {
  readonly ok: boolean;
  readonly seconds: number;
  /** Most memory the builder held, bytes; NaN where the system does not tell. */
  readonly peak: number;
  /** The last it said. */
  readonly words: string;
}

/** Runs what `npm run geodata -- ...` runs, without npm's own time and memory. */
export async function runBuilder(args: readonly string[]): Promise<Built> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'geodata/cli.ts', ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const hear = (chunk: Buffer): void => { words = (words + chunk.toString('utf8')).slice(-2000); };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let peak = Number.NaN;
  const watch = setInterval(() => {
    void peakOf(child.pid).then((bytes) => { if (!Number.isNaN(bytes)) peak = bytes; });
  }, 100);
  const code = await new Promise<number | null>((done) => { child.on('close', done); });
  clearInterval(watch);
  return { ok: code === 0, seconds: (performance.now() - start) / 1000, peak, words: words.trim() };
}

/** The kernel's own high-water mark of a process (Linux). */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) * 1024;
}

export function buildFigures(built: Built, seconds: number | null, gigabytes: number | null): Figure[] {
  return [
    { title: 'time', value: built.seconds, unit: 's', budget: seconds },
    { title: 'most memory', value: built.peak / 1e9, unit: 'GB', budget: gigabytes },
  ];
}

/** Why a build gave nothing: the line that names the problem, or else the first. */
export function failureOf({ words }: Built): string {
  const lines = words.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.find((line) => /error|problem|cannot|unknown|not /i.test(line))?.slice(0, 120) ?? lines[0] ?? 'the builder stopped without a word';
}

/** The real Bedfordshire pack from the published files. */
export async function buildReal(folder: string, say: (text: string) => void): Promise<Row> {
  const title = 'Building the real Bedfordshire pack';
  const raw = process.env['GEODATA_RAW'] ?? '';
  if (raw === '') return row('build-real', title, [], { unavailable: 'set GEODATA_RAW to the folder of published files' });
  say(title);
  const built = await runBuilder(['--area', 'bedfordshire', '--raw', resolve(raw), '--out', join(folder, 'real')]);
  if (!built.ok) return row('build-real', title, [], { unavailable: failureOf(built) });
  return row('build-real', title, buildFigures(built, 15, 6));
}
