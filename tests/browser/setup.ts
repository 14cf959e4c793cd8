import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from 'vite';
import { buildDemonstrationPack } from '../../geodata/demo/build.ts';
import { serveApp } from './server.ts';

const FOLDER = resolve(import.meta.dirname, '../../.cache/browser');

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
    packFolder: string;
  }
}

/** Builds the app and a demonstration pack of its own once (never the reader's), and serves both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const app = resolve(FOLDER, 'app');
  const packs = resolve(FOLDER, 'packs');
  const packFolder = resolve(packs, 'bedfordshire');
  await rm(FOLDER, { recursive: true, force: true });
  await buildDemonstrationPack({ areaId: 'bedfordshire', out: packFolder, onProgress: () => undefined });
  await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
  const server = await serveApp(app, packs);
  project.provide('origin', server.origin);
  project.provide('packFolder', packFolder);
  return () => server.close();
}
