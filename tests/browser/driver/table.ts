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

  /** Every line, as paper has them: on screen only those in sight are in the page. */
  async read(): Promise<Line[]> {
    return this.#onPaper((table) => {
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
    await this.#bringIntoSight(name);
    await this.#row(name).click(add ? { modifiers: ['Shift'] } : {});
    await settled(this.page);
  }

  async sortBy(column: 'Area' | 'Count' | 'DSR' | 'Rate'): Promise<void> {
    await this.#table.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async selected(): Promise<string[]> {
    return this.#onPaper((table) => [...table.querySelectorAll('button[aria-pressed="true"]')].map((button) => button.children[0]?.textContent?.trim() ?? ''));
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

  /** Lines that are in the page, and how many the table says it has (its head not counted). */
  async lines(): Promise<{ readonly drawn: number; readonly said: number }> {
    return this.#table.evaluate((table) => ({ drawn: table.querySelectorAll('tr[data-area]').length, said: Number(table.getAttribute('aria-rowcount')) - 1 }));
  }

  /** Types into "Find an area". */
  async find(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Find an area' }).fill(words);
  }

  /** What the table says of the line that has the focus: its place among all lines, and whether it is in sight. */
  async focusedLine(): Promise<{ readonly index: number; readonly inSight: boolean } | null> {
    return this.#table.evaluate((table) => {
      const row = document.activeElement?.closest('tr[data-area]');
      const region = table.closest('.areas-scroll');
      if (!row || !region || !table.contains(row)) return null;
      const [line, view, head] = [row.getBoundingClientRect(), region.getBoundingClientRect(), table.querySelector('thead')?.getBoundingClientRect().bottom ?? 0];
      return { index: Number(row.getAttribute('aria-rowindex')) - 2, inSight: line.top >= head - 1 && line.bottom <= view.bottom + 1 };
    });
  }

  /** Whether an area's row is in sight in the table's own region. */
  async inSight(name: string): Promise<boolean> {
    return this.#row(name).evaluate((button) => {
      const [line, view] = [button.closest('tr')?.getBoundingClientRect(), button.closest('.areas-scroll')?.getBoundingClientRect()];
      return line !== undefined && view !== undefined && line.top >= view.top - 1 && line.bottom <= view.bottom + 1;
    });
  }

  /** While the page is laid out for paper, as the browser's own printing has it. */
  async #onPaper<T>(look: (table: SVGElement | HTMLElement) => T): Promise<T> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    try {
      return await this.#table.evaluate(look);
    } finally {
      await this.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    }
  }

  async #bringIntoSight(name: string): Promise<void> {
    const line = (await this.read()).findIndex((row) => row.name === name);
    if (line < 0 || await this.#row(name).count() > 0) return;
    await this.#table.evaluate((table, index) => table.closest('.areas-scroll')?.scrollTo({ top: index * 46 }), line);
    await this.#row(name).waitFor();
  }

  #row(name: string): Locator {
    return this.#table.getByRole('button', { name: new RegExp(`^${name}\\b`) });
  }
}
