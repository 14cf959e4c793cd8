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

  #slider(): Locator {
    return this.#areas.getByRole('slider', { name: /^Areas by rate/ });
  }
}
