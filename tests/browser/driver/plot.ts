import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { settled } from './settled.ts';

/** The areas drawn instead of listed. */
export class Plot {
  readonly #areas: Locator;

  constructor(private readonly page: Page) {
    this.#areas = page.getByRole('complementary', { name: 'Areas' });
  }

  async show(what: 'Table' | 'Caterpillar' | 'Funnel'): Promise<void> {
    await this.#areas.getByRole('group', { name: 'Show the areas as' }).getByRole('button', { name: what }).click();
    await settled(this.page);
  }

  async focus(): Promise<void> {
    await this.#slider().focus();
  }

  /** What assistive technology says of the current area. */
  async current(): Promise<string> {
    return (await this.#slider().getAttribute('aria-valuetext')) ?? '';
  }

  /** Downloads the plot as a file. */
  async download(format: 'SVG' | 'PNG'): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.#areas.getByRole('button', { name: `Download the plot as ${format}` }).click()]);
    return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
  }

  /** What a strict reader of XML makes of a picture: its root's name and its texts; throws where it is not well-formed. */
  async readXml(text: string): Promise<{ readonly root: string; readonly texts: readonly string[] }> {
    return this.page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'image/svg+xml');
      const fault = document.querySelector('parsererror');
      if (fault !== null) throw new Error(fault.textContent ?? 'not well-formed');
      return { root: document.documentElement.nodeName, texts: [...document.querySelectorAll('text')].map((element) => element.textContent ?? '') };
    }, text);
  }

  #slider(): Locator {
    return this.#areas.getByRole('slider', { name: /^Areas by rate/ });
  }
}
