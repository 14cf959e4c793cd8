import type { Page } from 'playwright-core';

/** Waits until nothing loads, every panel is there and no answer is on its way. A change shows "Updating…" in the same turn that asks for it. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); }));
  await page.getByRole('list', { name: 'Data health', includeHidden: true }).waitFor({ state: 'attached' });
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.getByText('Updating…').waitFor({ state: 'detached' });
  await page.getByText('Comparing the sources…').waitFor({ state: 'detached' });
}
