import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { type Probe, watchColours, watchTimeline } from './inPage.ts';

/** A change as the app's own timeline tells it (`atlas:frame`): from the reader's input to the frame that shows it. */
export interface Frame extends z.infer<typeof frameDetail> {
  readonly start: number;
  readonly end: number;
}

declare global {
  interface Window { probe: Probe }
}

/** Milliseconds from the input to the worker's answer, to figures and table in the page, to the map drawn; of the worker alone. */
const frameDetail = z.object({
  answer: z.number(), committed: z.number(), painted: z.number(), worker: z.number(),
  request: z.object({ selection: z.object({ period: z.object({ from: z.string(), to: z.string() }).nullable() }) }),
});

const VIEWPORT = { width: 1360, height: 680 };
/** A build without these measures cannot be measured from outside: the row then says so. */
export const NO_FRAMES = 'this build leaves no "atlas:frame" in its performance timeline';

/** A fresh page with an empty cache that watches the app from before its first script. */
export async function openProbed(browser: Browser, address: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB' });
  const page = await context.newPage();
  // tsx names functions through a helper, which functions that go to the page as text must find there.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(watchTimeline);
  await page.addInitScript(watchColours);
  await page.goto(address);
  return { context, page };
}

/** Waits for the first coloured map. @returns milliseconds from the start of navigation; null where there is none in time */
export async function firstColours(page: Page, limit: number): Promise<number | null> {
  const found = await page.waitForFunction(() => window.probe.coloured, undefined, { timeout: limit, polling: 20 }).then(() => true, () => false);
  return found ? page.evaluate(() => window.probe.coloured) : null;
}

/** Waits until so many changes have been shown; false where they are not in time. */
export async function waitForFrames(page: Page, count: number, limit = 10_000): Promise<boolean> {
  return page.waitForFunction((least) => window.probe.frames.length >= least, count, { timeout: limit, polling: 20 }).then(() => true, () => false);
}

export async function framesSoFar(page: Page): Promise<number> {
  return page.evaluate(() => window.probe.frames.length);
}

/** The changes shown, without the first so many. */
export async function framesFrom(page: Page, first: number): Promise<readonly Frame[]> {
  const raw = await page.evaluate((skipped) => window.probe.frames.slice(skipped), first);
  return raw.map(({ start, end, detail }) => ({ start, end, ...frameDetail.parse(detail) }));
}

/** Seconds that the page's main thread has worked so far. */
export async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
