import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { parseManifest } from '../../../src/files/manifestSchema.ts';
import type { Manifest, PackIndex } from '../../../src/model/manifest.ts';
import { percentile, timesOf } from '../../../src/bench/times.ts';
import { startBrowser } from '../host/browser.ts';
import { serve, type Served } from '../host/serve.ts';
import { row, type Row, timesFigures } from '../report/row.ts';
import { makeChanges, stepsNote } from './frame.ts';
import { loadOnce } from './load.ts';
import type { NationalPack } from './nationalPack.ts';
import { firstColours, NO_FRAMES, openProbed } from './probe.ts';

const OPENING = 'Opening a national pack: only what is in view is read';
const CHANGING = 'Input event to frame with 35,672 areas in view';
const ID = 'england-wales';
/** All forces at once: what the address says for it. */
const ONE_FORCE = `#/explore?v=1&pack=${ID}`;
const ALL_FORCES = `${ONE_FORCE}&force=all`;

/** Opening and filtering a pack of every police force, on the built app. */
export async function nationalRows(pack: NationalPack, app: string, folder: string, quick: boolean, say: (text: string) => void): Promise<Row[]> {
  if (pack.folder === null) return missing(pack.reason);
  const manifest = parseManifest(JSON.parse(await readFile(join(pack.folder, 'manifest.json'), 'utf8')), 'manifest.json');
  if (!manifest.ok) return missing('its manifest is not one that the app reads');
  const packs = join(folder, 'national-packs');
  await mkdir(packs, { recursive: true });
  // A link, because a pack of gigabytes is not copied; and so an index of our own, which lists it.
  await symlink(pack.folder, join(packs, ID), 'dir');
  const index: PackIndex = { packs: [{ id: ID, title: manifest.value.area.title, path: ID, demonstration: manifest.value.demonstration, partitioned: manifest.value.partitions !== undefined }] };
  await writeFile(join(packs, 'index.json'), JSON.stringify(index));
  const served = await serve({ folder: app, packs, isolated: true });
  const browser = await startBrowser();
  try {
    say('Opening the national pack');
    const opening = await openingRow(browser, served, manifest.value, quick ? 2 : 5);
    say('A change of the filter with every area in view');
    return [opening, await changingRow(browser, served, manifest.value, quick ? 6 : 30)];
  } finally {
    await browser.close();
    await served.close();
  }
}

function missing(reason: string): Row[] {
  return [row('national-load', OPENING, [], { unavailable: reason }), row('national-frame', CHANGING, [], { unavailable: reason })];
}

async function openingRow(browser: Browser, served: Served, manifest: Manifest, repeats: number): Promise<Row> {
  const loads = [];
  for (let i = 0; i < repeats; i += 1) {
    const load = await loadOnce(browser, served, ONE_FORCE);
    if (load === null) return row('national-load', OPENING, [], { unavailable: 'no coloured map within a minute' });
    loads.push(load);
  }
  const read = loads.map(({ before }) => before.filter(({ path }) => path.startsWith('/packs/')).reduce((sum, { bytes }) => sum + bytes, 0));
  const whole = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const parts = new Set(loads.at(-1)?.before.map(({ path }) => path).filter((path) => path.endsWith('.cells')));
  return row('national-load', OPENING, [
    { title: `first coloured map, median of ${repeats} cold loads`, value: timesOf(loads.map(({ time }) => time)).median / 1000, unit: 's', budget: 2.5 },
    { title: 'read of the pack before it', value: percentile(read, 0.5) / 1e6, unit: 'MB', budget: null },
    { title: 'the whole pack', value: whole / 1e6, unit: 'MB', budget: null },
  ], { notes: [`Records of ${parts.size} of ${manifest.partitions?.parts.length ?? 1} police forces were read.`] });
}

async function changingRow(browser: Browser, served: Served, manifest: Manifest, repeats: number): Promise<Row> {
  const first = served.sent.length;
  const { context, page } = await openProbed(browser, `${served.origin}/${ALL_FORCES}`);
  try {
    if (await firstColours(page, 180_000) === null) return row('national-frame', CHANGING, [], { unavailable: 'no coloured map within three minutes' });
    const read = new Set(served.sent.slice(first).map(({ path }) => path).filter((path) => path.endsWith('.cells'))).size;
    const forces = manifest.partitions?.parts.length ?? 1;
    if (read < forces) return row('national-frame', CHANGING, [], { unavailable: `${ALL_FORCES} opened ${read} of ${forces} police forces` });
    const changes = await makeChanges(page, repeats);
    if (changes === null) return row('national-frame', CHANGING, [], { unavailable: `a change was not shown within 10 s, or ${NO_FRAMES}` });
    const bytes = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? Number.NaN);
    return row('national-frame', CHANGING, [
      ...timesFigures(timesOf(changes.frames.map(({ start, end }) => end - start)), null, 250),
      { title: 'main thread, p95 of a change', value: percentile(changes.mainThread, 0.95), unit: 'ms', budget: 120 },
      { title: 'memory of the tab', value: bytes / 1e9, unit: 'GB', budget: 1 },
    ], { notes: [stepsNote(changes.frames)] });
  } finally {
    await context.close();
  }
}
