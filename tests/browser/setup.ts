import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { build } from 'vite';
import { buildDemonstrationPack } from '../../geodata/demo/build.ts';
import { updatePackIndex } from '../../geodata/pack/packIndex.ts';
import { findBrowser } from './findBrowser.ts';
import { serveApp } from './server.ts';

/** Software WebGL, so that the map is drawn alike everywhere; nothing that calls home; QUIC off, as sandboxes know TCP only. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
];

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
    packFolder: string;
    /** Folder of the built app, for tests that serve packs of their own. */
    appFolder: string;
    /** Address of the one browser that all tests share. */
    browser: string;
  }
}

/** Builds the app and a demonstration pack of its own once (never the reader's), serves both and starts one browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found. Install one or set CHROMIUM to its path.');
  // A folder of its own: two runs at once must not take each other's files away.
  const folder = await mkdtemp(join(tmpdir(), 'hotspot-atlas-browser-'));
  const app = resolve(folder, 'app');
  const packs = resolve(folder, 'packs');
  const packFolder = resolve(packs, 'bedfordshire');
  await buildDemonstrationPack({ areaId: 'bedfordshire', out: packFolder, onProgress: () => undefined });
  await updatePackIndex(packs);
  await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true, copyPublicDir: true } });
  const server = await serveApp(app, packs);
  const browser = await chromium.launchServer({ executablePath, args: ARGUMENTS });
  project.provide('origin', server.origin);
  project.provide('packFolder', packFolder);
  project.provide('appFolder', app);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
