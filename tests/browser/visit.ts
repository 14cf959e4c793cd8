import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
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
  /** For a test that provokes a fault and looks at it itself. */
  readonly expectFaults?: boolean;
}

let connected: Promise<Browser> | null = null;
afterAll(async () => {
  await (await connected)?.close();
  connected = null;
});

/**
 * Opens the app in a fresh page of the shared browser, waits for its first figures, runs a test and closes it. Every
 * visit fails on uncaught errors, console errors, policy violations and requests to elsewhere.
 */
export async function visit(
  test: (atlas: Atlas) => Promise<void>,
  { hash = '', viewport = { width: 1440, height: 900 }, theme = 'light', withoutPolicy = false, expectFaults = false }: Visit = {},
): Promise<void> {
  connected ??= chromium.connect(inject('browser'));
  const options: BrowserContextOptions = { viewport, colorScheme: theme, bypassCSP: withoutPolicy, reducedMotion: 'reduce', locale: 'en-GB', acceptDownloads: true };
  const context = await (await connected).newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults = await watchFaults(page, inject('origin'));
    const atlas = new Atlas(page, inject('origin'), faults);
    await atlas.open(hash);
    await test(atlas);
    if (!expectFaults) expect(faults.lines).toEqual([]);
  } finally {
    await context.close();
  }
}
