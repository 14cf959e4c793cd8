import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { Atlas } from './driver.ts';
import { watchFaults } from './faults.ts';

export interface Visit {
  /** What follows "#" in the address; the start page where left out. */
  readonly hash?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly theme?: 'light' | 'dark';
  /** Only for tools that inject a script of their own (axe). */
  readonly withoutPolicy?: boolean;
  /** Another server's address than that of the demonstration pack. */
  readonly origin?: string;
  /** For a test that provokes a fault and looks at it itself. */
  readonly expectFaults?: boolean;
}

/** Wide enough for three panels and an open legend; low, because the map is drawn in software. */
const VIEWPORT = { width: 1360, height: 680 };
const FIRST_VIEW = '/explore?v=1';

let browser: Promise<Browser> | null = null;
let shared: { readonly context: BrowserContext; readonly atlas: Atlas } | null = null;
afterAll(async () => {
  await shared?.context.close();
  await (await browser)?.close();
  [browser, shared] = [null, null];
});

/**
 * Opens the app in a fresh page of the shared browser, waits for its first figures, runs a test and closes it. Fails
 * on uncaught errors, console errors, policy violations and requests to elsewhere.
 */
export async function visit(test: (atlas: Atlas) => Promise<void>, options: Visit = {}): Promise<void> {
  const { context, atlas } = await newPage(options);
  try {
    await atlas.open(options.hash);
    await test(atlas);
    if (options.expectFaults !== true) expect(atlas.faults.lines).toEqual([]);
  } finally {
    await context.close();
  }
}

/** As `visit`, in one page for all tests of a file: the address sets everything back. After a failure the next test gets a fresh one. */
export async function revisit(test: (atlas: Atlas) => Promise<void>, hash = FIRST_VIEW): Promise<void> {
  shared ??= await newPage({});
  const { context, atlas } = shared;
  try {
    await atlas.open(hash);
    await test(atlas);
    expect(atlas.faults.lines).toEqual([]);
  } catch (error) {
    shared = null;
    await context.close();
    throw error;
  }
}

async function newPage({ viewport = VIEWPORT, theme = 'light', withoutPolicy = false, origin = inject('origin') }: Visit): Promise<{ readonly context: BrowserContext; readonly atlas: Atlas }> {
  browser ??= chromium.connect(inject('browser'));
  const context = await (await browser).newContext({ viewport, colorScheme: theme, bypassCSP: withoutPolicy, reducedMotion: 'reduce', locale: 'en-GB', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, atlas: new Atlas(page, origin, await watchFaults(page, origin)) };
}
