import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { startBrowser } from './host/browser.ts';
import { buildPage } from './host/buildPage.ts';
import { installPeers } from './host/peers.ts';
import { serve } from './host/serve.ts';
import { type BenchOptions, HELP, readOptions } from './options.ts';
import type { Row } from './report/row.ts';
import { rowText } from './report/text.ts';
import { appRows } from './scenarios/app.ts';
import { buildReal } from './scenarios/builder.ts';
import { engine, type EngineResult } from './scenarios/engine.ts';
import { nationalPack } from './scenarios/nationalPack.ts';
import { statistics } from './scenarios/statistics.ts';

const NOTHING: EngineResult = { rows: [], sizes: [], charts: {} };

/** What runs in the measuring page. */
async function inPage(options: BenchOptions, folder: string, say: (text: string) => void): Promise<EngineResult> {
  if (!options.only.has('engine') && !options.only.has('statistics')) return NOTHING;
  installPeers();
  say('Building the measuring page');
  await buildPage(folder);
  const served = await serve({ folder, isolated: true });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${served.origin}/`);
    const counted = options.only.has('engine') ? await engine(page, options.quick, say) : NOTHING;
    if (!options.only.has('statistics')) return counted;
    say('Statistics');
    return { ...counted, rows: [...counted.rows, await statistics(page, options.quick)] };
  } finally {
    await browser.close();
    await served.close();
  }
}

function machine(browserVersion: string): Readonly<Record<string, string | number>> {
  return { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGB: Math.round(totalmem() / 1e9), node: process.version, browser: `Chromium ${browserVersion}, headless, software rendering`, 'processes at work before the start (load average)': Number((loadavg()[0] ?? 0).toFixed(1)) };
}

async function run(options: BenchOptions): Promise<void> {
  const started = performance.now();
  const say = (text: string): void => console.log(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${text} ...`);
  const folder = await mkdtemp(join(tmpdir(), 'hotspot-atlas-bench-'));
  const rows: Row[] = [];
  const report = (found: readonly Row[]): void => {
    rows.push(...found);
    for (const one of found) console.log(`\n${rowText(one)}\n`);
  };
  try {
    const browser = await startBrowser();
    const where = machine(browser.version());
    await browser.close();
    const counted = await inPage(options, join(folder, 'page'), say);
    report(counted.rows);
    if (options.only.has('builder')) report([await buildReal(folder, say)]);
    const national = options.only.has('builder') || options.only.has('national') ? await nationalPack(options, folder, say) : null;
    if (national?.row) report([national.row]);
    await appRows(options, national, folder, say, report);
    const out = resolve(options.out);
    await mkdir(out, { recursive: true });
    const text = [`Hotspot Atlas bench${options.quick ? ' (quick: not to be quoted)' : ''}`, ...Object.entries(where).map(([name, value]) => `${name}: ${value}`), '', ...rows.map((one) => `${rowText(one)}\n`)].join('\n');
    await writeFile(join(out, 'bench.txt'), text);
    await writeFile(join(out, 'bench.json'), `${JSON.stringify({ quick: options.quick, machine: where, rows, sizes: counted.sizes }, null, 1)}\n`);
    for (const [name, svg] of Object.entries(counted.charts)) if (svg !== '') await writeFile(join(out, name), svg);
    say(`Done; results are in ${options.out}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(HELP);
  else await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
