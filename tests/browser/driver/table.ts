import type { Locator, Page } from 'playwright-core';
import { settled } from './settled.ts';

/** One line of the ranked table as printed. */
export interface Line {
  readonly name: string;
  readonly count: string;
  /** The rate, or why there is none. */
  readonly rate: string;
  readonly limits: string;
  readonly className: string;
}

/** The ranked areas: the map's twin. */
export class Table {
  readonly #table: Locator;

  constructor(private readonly page: Page) {
    this.#table = page.getByRole('table', { name: /^Areas of the county/, includeHidden: true });
  }

  async read(): Promise<Line[]> {
    return this.#table.evaluate((table) => {
      return [...table.querySelectorAll('tr[data-area]')].map((row) => {
        const button = row.querySelector('button');
        const [name, , className] = [...(button?.children ?? [])].map((part) => part.textContent?.trim());
        const [, count, rate, limits] = [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim());
        return { name: name ?? '', count: count ?? '', rate: rate ?? '', limits: limits ?? '', className: className?.replace(/^, /, '') ?? '' };
      });
    });
  }

  /** Clicks an area's row; with Shift it is added to those selected. */
  async select(name: string, { add = false } = {}): Promise<void> {
    await this.#row(name).click(add ? { modifiers: ['Shift'] } : {});
    await settled(this.page);
  }

  async sortBy(column: 'Area' | 'Count' | 'DSR' | 'Rate'): Promise<void> {
    await this.#table.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async selected(): Promise<string[]> {
    return this.#table.evaluate((table) => [...table.querySelectorAll('button[aria-pressed="true"]')].map((button) => button.children[0]?.textContent?.trim() ?? ''));
  }

  /** Pixels of the table and of the panel it scrolls in. */
  async widths(): Promise<{ readonly table: number; readonly panel: number }> {
    return this.#table.evaluate((table) => ({ table: Math.round(table.getBoundingClientRect().width), panel: table.parentElement?.clientWidth ?? 0 }));
  }

  /** Name of the area whose row has the focus; null where the focus is elsewhere. */
  async focused(): Promise<string | null> {
    return this.#table.evaluate((table) => {
      const { activeElement } = document;
      return activeElement !== null && table.contains(activeElement) ? (activeElement.children[0]?.textContent?.trim() ?? null) : null;
    });
  }

  /** How many rows Tab stops at. */
  async tabStops(): Promise<number> {
    return this.#table.evaluate((table) => [...table.querySelectorAll<HTMLElement>('tr[data-area] button')].filter((button) => button.tabIndex >= 0).length);
  }

  #row(name: string): Locator {
    return this.#table.getByRole('button', { name: new RegExp(`^${name}\\b`) });
  }
}
