import type { Locator, Page } from 'playwright-core';

/** Chooses an option of a closed list by its label. */
export async function chooseOption(page: Page, scope: Locator, label: string, option: string | RegExp): Promise<void> {
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('listbox').getByRole('option', { name: option, exact: true }).click();
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

/** The options of a closed list with those that cannot be chosen, read and closed again. */
export async function readOptions(page: Page, scope: Locator, label: string): Promise<{ readonly text: string; readonly disabled: boolean }[]> {
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  const options = await page.getByRole('listbox').getByRole('option').all();
  const read = await Promise.all(options.map(async (option) => ({ text: await option.innerText(), disabled: (await option.getAttribute('aria-disabled')) === 'true' })));
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  return read;
}
