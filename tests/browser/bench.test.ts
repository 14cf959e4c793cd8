import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { visit } from './visit.ts';

/** Goes to the page as a reader does, measures until the smallest size is there, and stops. */
async function measureSmallest(page: Page): Promise<string[]> {
  await page.getByRole('link', { name: 'Measure this machine' }).click();
  await page.getByRole('heading', { level: 1, name: 'Measure this machine' }).waitFor();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  const first = page.getByRole('row', { name: /10,000/ });
  await first.waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('status').filter({ hasText: 'Stopped.' }).waitFor();
  return first.getByRole('cell').allInnerTexts();
}

describe('The page that measures this machine', () => {
  test('is reached from Methods, measures, stops when told, and gives the result as text', () => visit(async (atlas) => {
    await atlas.showMethods();
    const before = atlas.faults.requests.length;
    const [records, areas, median, p95] = await measureSmallest(atlas.page);
    expect([records, areas]).toEqual(['10,000', '381']);
    for (const time of [median, p95]) expect(time).toMatch(/^(too short|[\d.,]+)$/);
    expect(await atlas.page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
    await atlas.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await atlas.page.getByRole('button', { name: 'Copy the result as text' }).click();
    await atlas.page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
    const text = await atlas.page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')[0]).toMatch(/^Hotspot Atlas, measured on \S+ \d+, \d+ cores?$/);
    expect(text).toContain(`10,000\t381\t${median}\t${p95}`);
    // No pack is read, and nothing is sent: only the page's own files are asked for.
    expect(atlas.faults.requests.slice(before).filter((address) => !/\/(bench\.html|favicon\.svg|assets\/[\w.-]+\.(js|css|woff2))$/.test(address))).toEqual([]);
  }));

  test.each(['light', 'dark'] as const)('has nothing serious for axe, and fits a phone, in the %s theme', (theme) => visit(async (atlas) => {
    await atlas.showMethods();
    await measureSmallest(atlas.page);
    expect(await findings(atlas.page)).toEqual([]);
    expect(await atlas.overflow()).toEqual([]);
    expect(await atlas.smallTargets()).toEqual([]);
  }, { viewport: { width: 390, height: 844 }, theme, withoutPolicy: true }));
});
