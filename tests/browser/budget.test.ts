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
  const table = sent.toSorted((a, b) => b.bytes - a.bytes).map(({ path, kind, bytes }) => `${kind.padEnd(6)} ${bytes.toLocaleString('en-GB').padStart(9)}  ${path}`).join('\n');
  const sum = (kind: Sent['kind']) => sent.filter((one) => one.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
  const total = `code ${sum('code').toLocaleString('en-GB')} of ${BUDGET.code.toLocaleString('en-GB')} bytes (gzip), data ${sum('data').toLocaleString('en-GB')} of ${BUDGET.data.toLocaleString('en-GB')} (brotli)`;
  console.log(`Before the first coloured map: ${total}`);

  // Without these the map would have had nothing to colour: the list is of what really came.
  for (const needed of [/\/MapOwner-.*\.js$/, /\/maplibre-gl-worker-.*\.mjs$/, /\/worker-.*\.js$/, /\/areas\.fgb$/, /\.cells$/]) expect(before.filter((url) => needed.test(url)), table).toHaveLength(1);
  expect(after.some((url) => /\/sides-.*\.js$/.test(url)), `the panels’ code came before the map:\n${table}`).toBe(true);
  expect(sum('code'), `${total}\n${table}`).toBeLessThanOrEqual(BUDGET.code);
  expect(sum('data'), `${total}\n${table}`).toBeLessThanOrEqual(BUDGET.data);
});

/** The size of what an address names, from the files on disk: as a server with the compressed files beside them sends it. */
async function measured(address: string): Promise<Sent> {
  const path = decodeURIComponent(new URL(address).pathname);
  if (path.startsWith('/packs/')) {
    const bytes = await readFile(join(inject('packFolder'), relative('/packs/bedfordshire', path)));
    return { path, kind: 'data', bytes: brotliCompressSync(bytes).length };
  }
  const bytes = await readFile(join(app, path === '/' ? 'index.html' : path));
  return { path, kind: /\.m?js$/.test(path) ? 'code' : 'other', bytes: /\.woff2$/.test(path) ? bytes.length : gzipSync(bytes, { level: 9 }).length };
}
