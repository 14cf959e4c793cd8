import type { Locator, Page } from 'playwright-core';
import { settled } from './settled.ts';

/** The page as someone without a pointer uses it. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(key: string, times = 1): Promise<void> {
    for (let step = 0; step < times; step += 1) await this.page.keyboard.press(key);
    await settled(this.page);
  }

  async tab(): Promise<void> {
    await this.page.keyboard.press('Tab');
  }

  /** Presses Tab until the focus is where `there` says, and returns how often; throws when it never gets there. */
  async tabUntil(there: () => Promise<boolean>, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 150): Promise<number> {
    for (let step = 1; step <= most; step += 1) {
      await this.page.keyboard.press(key);
      if (await there()) return step;
    }
    throw new Error(`Tab did not get there in ${most} steps`);
  }

  /** Words of the focused element: its accessible label, otherwise its text. */
  async focusedWords(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');
  }

  /** What of the page the focus stands in: "Filters", "Map", "Areas"; '' elsewhere. */
  async focusedPart(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.closest('aside[aria-label], section[aria-label], main')?.getAttribute('aria-label') ?? '');
  }

  /** Whether the focused element shows a ring. */
  async focusIsVisible(): Promise<boolean> {
    const focused = this.page.locator(':focus');
    if (await focused.count() === 0) return false;
    if ((await focused.getAttribute('type')) === 'range') return this.#looksDifferentUnfocused(focused);
    return this.page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return false;
      const looks = [activeElement, ...activeElement.querySelectorAll('*'), activeElement.parentElement ?? activeElement].map((element) => getComputedStyle(element));
      return looks.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none');
    });
  }

  /** The ring of a slider is on its thumb, which the page cannot ask for its style: two pictures tell. */
  async #looksDifferentUnfocused(focused: Locator): Promise<boolean> {
    const element = await focused.elementHandle();
    const withFocus = await focused.screenshot();
    await element?.evaluate((node) => { if (node instanceof HTMLElement) node.blur(); });
    const without = await element?.screenshot();
    await element?.focus();
    return without !== undefined && !withFocus.equals(without);
  }
}
