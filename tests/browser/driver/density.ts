import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choice.ts';
import { settled } from './settled.ts';

export interface Peak {
  readonly name: string;
  readonly density: string;
  readonly events: string;
  readonly selected: boolean;
}

/** The lines of equal density, their key and the list of their peaks. */
export class Density {
  readonly #key: Locator;
  readonly #areas: Locator;

  constructor(private readonly page: Page) {
    this.#key = page.getByRole('region', { name: 'Lines of equal density', includeHidden: true });
    this.#areas = page.getByRole('complementary', { name: 'Areas' });
  }

  async toggle(): Promise<void> {
    await this.page.getByRole('button', { name: /^Layers/ }).click();
    await this.page.getByRole('dialog').getByText('Density of events').click();
    await this.page.keyboard.press('Escape');
  }

  /** What stands under the switch, and whether it can be pressed. */
  async switchWords(): Promise<{ readonly words: string; readonly disabled: boolean }> {
    await this.page.getByRole('button', { name: /^Layers/ }).click();
    const item = this.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Density of events' });
    const read = { words: await item.getByRole('paragraph').innerText(), disabled: await item.getByRole('switch').isDisabled() };
    await this.page.keyboard.press('Escape');
    return read;
  }

  /** Until the lines are of the newest question, or refused. */
  async answered(): Promise<void> {
    await settled(this.page);
    await this.#key.waitFor({ state: 'attached' });
    await this.page.getByText(/^(Making|Updating) the lines of density/).waitFor({ state: 'detached' });
    await this.#key.getByText(/^(The surface is being made|Updating:)/).waitFor({ state: 'detached' });
  }

  async keyIsThere(): Promise<boolean> {
    return (await this.#key.count()) > 0;
  }

  /** The key's words: unit, caution, reason. */
  async words(): Promise<string> {
    return (await this.#key.textContent()) ?? '';
  }

  /** Densities that have a line, as the key lists them. */
  async levels(): Promise<string[]> {
    return (await this.#key.getByRole('listitem').allTextContents()).map((level) => level.trim());
  }

  async chooseBandwidth(metres: string): Promise<void> {
    await chooseOption(this.page, this.#key, 'Bandwidth', `Bandwidth ${metres} m`);
    await this.answered();
  }

  async press(button: 'Rescale the lines' | 'Lines of the whole data set again'): Promise<void> {
    await this.#key.getByRole('button', { name: button }).click();
    await this.answered();
  }

  async showPeaks(): Promise<void> {
    await this.#areas.getByRole('button', { name: 'Peaks', exact: true }).click();
    await this.#table.waitFor();
  }

  async peaks(): Promise<Peak[]> {
    return this.#table.locator('tbody').evaluate((body) => [...body.querySelectorAll('tr')].map((row) => {
      const button = row.querySelector('button');
      const [, density, events] = [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim());
      return { name: button?.children[0]?.textContent ?? '', density: density ?? '', events: events?.split(/\s/)[0] ?? '', selected: button?.getAttribute('aria-pressed') === 'true' };
    }));
  }

  /** Presses a peak's name, with the keyboard. */
  async goTo(position: number): Promise<void> {
    await this.#table.getByRole('row').nth(position).getByRole('button').press('Enter');
    await settled(this.page);
  }

  async download(): Promise<{ readonly name: string; readonly text: string }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.#areas.getByRole('button', { name: 'Peaks as CSV' }).click()]);
    return { name: file.suggestedFilename(), text: await text(await file.createReadStream()) };
  }

  /** Lines that a browser which prints by itself would put on paper. */
  async linesOnPaper(): Promise<number> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const lines = await this.page.locator('svg.print-map .density-line').count();
    await this.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    return lines;
  }

  get #table(): Locator {
    return this.#areas.getByRole('table', { name: /^Peaks of the density surface/ });
  }
}
