import type { Locator, Page } from 'playwright-core';

/** Chooses an option of a closed list by its label. */
export async function chooseOption(page: Page, scope: Locator, label: string, option: string | RegExp): Promise<void> {
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await listOf(page, label).getByRole('option', { name: option, exact: true }).click();
  await listOf(page, label).waitFor({ state: 'detached' });
}

/** The options of a closed list with those that cannot be chosen, read and closed again. */
export async function readOptions(page: Page, scope: Locator, label: string): Promise<{ readonly text: string; readonly disabled: boolean }[]> {
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  const options = await listOf(page, label).getByRole('option').all();
  const read = await Promise.all(options.map(async (option) => ({ text: await option.innerText(), disabled: (await option.getAttribute('aria-disabled')) === 'true' })));
  await page.keyboard.press('Escape');
  await listOf(page, label).waitFor({ state: 'detached' });
  return read;
}

/** The open list of a control; the bars by age, which are a list too, are always there. */
function listOf(page: Page, label: string): Locator {
  return page.getByRole('listbox', { name: new RegExp(`${label}$`) });
}
