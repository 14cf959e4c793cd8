import { once } from 'node:events';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { Atlas } from './driver.ts';

/** The code of the panels, as the build names it. */
const PANELS = /\/assets\/sides-[^/]*\.js$/;

async function withPage(action: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.connect(inject('browser'));
  const context = await browser.newContext({ viewport: { width: 1360, height: 680 }, reducedMotion: 'reduce', locale: 'en-GB' });
  try {
    await action(await context.newPage());
  } finally {
    await context.close();
    await browser.close();
  }
}

describe('Panels that come after the map', () => {
  test('keep their places, their landmarks and the focus', () => withPage(async (page) => {
    const arrival = new AbortController();
    await page.route(PANELS, async (route) => {
      await once(arrival.signal, 'abort');
      await route.continue();
    });
    await page.goto(inject('origin'));
    const atlas = new Atlas(page, inject('origin'), { lines: [], requests: [] });
    const filters = page.getByRole('complementary', { name: 'Filters' });
    const areas = page.getByRole('complementary', { name: 'Areas' });
    await page.getByRole('list', { name: 'Data health' }).waitFor();
    const boxes = () => Promise.all([filters.boundingBox(), areas.boundingBox()]);
    const before = await boxes();
    expect(await filters.getAttribute('aria-busy')).toBe('true');
    await page.getByRole('button', { name: 'Skip to ranked areas' }).press('Enter');
    expect(await areas.evaluate((panel) => panel === document.activeElement)).toBe(true);
    arrival.abort();
    await atlas.settled();
    expect(await boxes()).toEqual(before);
    expect(await areas.evaluate((panel) => panel === document.activeElement)).toBe(true);
    expect((await atlas.screen.summary()).matching).toBe('91,334');
  }));

  test('that cannot be loaded say so beside the map, and come when the page is loaded again', () => withPage(async (page) => {
    await page.route(PANELS, (route) => route.abort());
    await page.goto(inject('origin'));
    const atlas = new Atlas(page, inject('origin'), { lines: [], requests: [] });
    const filters = page.getByRole('complementary', { name: 'Filters' });
    await filters.getByRole('alert').getByText('This part of the page could not be loaded').waitFor();
    expect((await atlas.map.legend()).reduce((sum, { areas }) => sum + areas, 0)).toBe(381);
    await page.unroute(PANELS);
    await filters.getByRole('button', { name: 'Reload the page' }).click();
    await filters.getByRole('heading').first().waitFor();
    await atlas.settled();
    expect((await atlas.screen.summary()).matching).toBe('91,334');
  }));
});
