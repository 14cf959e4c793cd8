import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildDemonstrationPack } from '../../../geodata/demo/build.ts';
import { updatePackIndex } from '../../../geodata/pack/packIndex.ts';
import { startBrowser } from '../host/browser.ts';
import { compressBeside } from '../host/compress.ts';
import { serve } from '../host/serve.ts';
import type { BenchOptions } from '../options.ts';
import type { Row } from '../report/row.ts';
import { dragRow } from './drag.ts';
import { frameRow } from './frame.ts';
import { loadRow } from './load.ts';
import { nationalRows } from './national.ts';
import type { NationalPack } from './nationalPack.ts';
import { openProbed } from './probe.ts';

/** Everything that is measured on the built app. Rows go to `report` as they come. */
export async function appRows(options: BenchOptions, national: NationalPack | null, folder: string, say: (text: string) => void, report: (rows: readonly Row[]) => void): Promise<void> {
  const { only, quick } = options;
  if (!only.has('frame') && !only.has('load') && !only.has('national')) return;
  say('Building the app and the demonstration pack');
  const app = options.app === null ? join(folder, 'app') : resolve(options.app);
  const packs = join(folder, 'packs');
  if (options.app === null) await build({ logLevel: 'error', build: { outDir: app, emptyOutDir: true, copyPublicDir: true } });
  await mkdir(packs, { recursive: true });
  await buildDemonstrationPack({ areaId: 'bedfordshire', out: join(packs, 'bedfordshire'), onProgress: () => undefined });
  await updatePackIndex(packs);
  if (options.app === null) await compressBeside(app);
  await compressBeside(packs);
  const served = await serve({ folder: app, packs });
  const browser = await startBrowser();
  try {
    if (only.has('frame')) {
      say('A change of the filter, and a drag');
      const { context, page } = await openProbed(browser, `${served.origin}/`);
      report([await frameRow(page, quick ? 10 : 30), await dragRow(page, quick ? 1 : 4)]);
      await context.close();
    }
    if (only.has('load')) {
      say('Cold loads');
      report([await loadRow(browser, served, quick ? 3 : 10)]);
    }
  } finally {
    await browser.close();
    await served.close();
  }
  if (only.has('national') && national) report(await nationalRows(national, app, folder, quick, say));
}
