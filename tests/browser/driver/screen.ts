import type { Locator, Page } from 'playwright-core';
import { settled } from './settled.ts';

export interface SummaryReading {
  readonly title: string;
  /** "91,334" */
  readonly matching: string;
  /** By what each line is titled: "2,878 (2,860 to 2,897)". */
  readonly rates: Readonly<Record<string, string>>;
  /** How many areas read significantly higher, of how many, and how many would by chance: in the chosen places, then in the county. */
  readonly chance: readonly string[];
}

export interface CardReading {
  readonly name: string;
  readonly className: string;
  /** The sentence that says why. */
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What stands beside the map: badge, summary, the selected area's card, health line, notices. */
export class Screen {
  readonly #areas: Locator;

  constructor(private readonly page: Page) {
    this.#areas = page.getByRole('complementary', { name: 'Areas' });
  }

  async badge(): Promise<string> {
    return this.page.getByRole('banner').getByText(/^Demonstration/).first().innerText();
  }

  async summary(): Promise<SummaryReading> {
    const summary = this.#areas.getByRole('region').first();
    const text = await summary.innerText();
    return {
      title: await summary.getByRole('heading').innerText(),
      matching: /^([\d,]+|withheld)\s/m.exec(text.slice(text.indexOf('\n')))?.[1] ?? '',
      rates: await definitions(summary),
      chance: text.match(/[\d,]+ of (?=[\d,]+ areas|[\d,]+;)[\d,]+|about [\d,]+|fewer than one/g) ?? [],
    };
  }

  /** Everything that the summary says. */
  async summaryText(): Promise<string> {
    return this.#areas.getByRole('region').first().innerText();
  }

  /** Makes the selected areas the filter, from the card. */
  async filterToSelected(): Promise<void> {
    await this.#areas.getByRole('button', { name: /^Filter to (this area|these)/ }).click();
    await settled(this.page);
  }

  /** Null while no area is selected. */
  async card(): Promise<CardReading | null> {
    const card = this.#areas.getByRole('region').filter({ has: this.page.getByRole('button', { name: 'Close the area’s card' }) });
    if (await card.count() === 0) return null;
    const text = await card.innerText();
    return { name: await card.getByRole('heading').innerText(), className: text.split('\n')[0]?.trim() ?? '', text, facts: await definitions(card) };
  }

  async zoomToCard(): Promise<void> {
    await this.#areas.getByRole('button', { name: /^Zoom to/ }).click();
  }

  async closeCard(): Promise<void> {
    await this.#areas.getByRole('button', { name: 'Close the area’s card' }).click();
  }

  async healthLine(): Promise<string> {
    return this.page.getByRole('list', { name: 'Data health' }).innerText();
  }

  /** Sentences about what of the address could not be used. */
  async notices(): Promise<string[]> {
    const notice = this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Dismiss' }) });
    return notice.getByRole('listitem').allInnerTexts();
  }

  async dismissNotices(): Promise<void> {
    await this.page.getByRole('button', { name: 'Dismiss' }).click();
  }

  async useDarkTheme(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use the dark theme' }).click();
  }

  /** The content security policy in the page. */
  async policy(): Promise<string> {
    return (await this.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  }
}

/** Terms and what they say, in one object. */
async function definitions(scope: Locator): Promise<Record<string, string>> {
  const pairs = await scope.locator('dl > div').evaluateAll((lines) => lines.map((line): [string, string] => [line.querySelector('dt')?.textContent?.trim() ?? '', line.querySelector('dd')?.textContent?.trim() ?? '']));
  return Object.fromEntries(pairs);
}
