import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { askedFor } from './firstPicture.ts';
import { serveApp, type TestServer } from './server.ts';

/** Bytes on the wire before the first coloured map of the demonstration pack: code as gzip, data as brotli. */
const BUDGET = { code: 640_000, data: 500_000 };
const NEEDED = [/\/MapOwner-.*\.js$/, /\/maplibre-gl-worker-.*\.mjs$/, /\/worker-.*\.js$/, /\/areas\.fgb$/, /\.cells$/];
const PANELS = /\/sides-.*\.js$/;

interface Sent {
  readonly path: string;
  readonly kind: 'code' | 'data' | 'other';
  readonly bytes: number;
}

let app = '';
let server: TestServer;

/** The app as it is published: under vitest, the build that the other tests use holds React's development form, with its warnings. */
beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'hotspot-atlas-budget-'));
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'error', build: { outDir: app, emptyOutDir: true, copyPublicDir: true } });
  process.env['NODE_ENV'] = NODE_ENV;
  server = await serveApp(app, dirname(inject('packFolder')));
});
afterAll(async () => {
  await server.close();
  await rm(app, { recursive: true, force: true });
});

test('what comes before the first coloured map keeps within its bytes, and the rest comes after it', async () => {
  const browser = await chromium.connect(inject('browser'));
  const context = await browser.newContext({ viewport: { width: 1360, height: 680 }, locale: 'en-GB' });
  const { before, after } = await askedFor(context, server.origin);
  await context.close();
  await browser.close();
  const sent = await Promise.all(before.map(measured));
  const table = sent.toSorted((a, b) => b.bytes - a.bytes).map(({ path, kind, bytes }) => `${kind.padEnd(6)} ${inWords(bytes).padStart(9)}  ${path}`).join('\n');
  const sums = (['code', 'data'] as const).map((kind) => {
    const bytes = sent.filter((one) => one.kind === kind).reduce((total, one) => total + one.bytes, 0);
    return { words: `${kind}: ${inWords(bytes)} of ${inWords(BUDGET[kind])} bytes`, over: bytes > BUDGET[kind] };
  });
  console.log(`Before the first coloured map, ${sums.map(({ words }) => words).join('; ')}.`);

  // Without these the map would have had nothing to colour: the list is of what really came.
  const came = NEEDED.map((name) => before.filter((url) => name.test(url)).length);
  expect({ came, table }).toEqual({ came: NEEDED.map(() => 1), table });
  const panels = { before: before.filter((url) => PANELS.test(url)), after: after.filter((url) => PANELS.test(url)).length };
  expect(panels).toEqual({ before: [], after: 1 });
  expect(sums.filter(({ over }) => over).map(({ words }) => `${words}, of all these:\n${table}`)).toEqual([]);
});

function inWords(bytes: number): string {
  return bytes.toLocaleString('en-GB');
}

/** The size of what an address names, from the files on disk: as a server with the compressed files beside them sends it. */
async function measured(address: string): Promise<Sent> {
  const path = decodeURIComponent(new URL(address).pathname);
  if (path.startsWith('/packs/')) {
    const bytes = await readFile(join(inject('packFolder'), relative('/packs/bedfordshire', path)));
    return { path, kind: 'data', bytes: brotliCompressSync(bytes).length };
  }
  const bytes = await readFile(join(app, path === '/' ? 'index.html' : path));
  return { path, kind: /\.m?js$/.test(path) ? 'code' : 'other', bytes: path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length };
}
