import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choice.ts';
import { settled } from './settled.ts';

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** What, when and where. Every choice waits for its answer. */
export class Filters {
  readonly #panel: Locator;

  constructor(private readonly page: Page) {
    this.#panel = page.getByRole('complementary', { name: 'Filters' });
  }

  async switchDataSet(title: string): Promise<void> {
    await chooseOption(this.page, this.#panel, 'Data set', title);
    await this.page.getByRole('banner').getByRole('button', { name: title }).waitFor();
    await settled(this.page);
  }

  /** Opens one more police force of a pack in partitions. */
  async addForce(title: string): Promise<void> {
    const field = this.#panel.getByRole('combobox', { name: 'Add a police force' });
    await field.fill(title);
    // Opens the list where typing has not, and goes to the first that fits.
    await field.press('ArrowDown');
    await this.page.getByRole('option', { name: new RegExp(`^${title}`) }).waitFor();
    await field.press('Enter');
    await this.page.getByRole('group', { name: 'Police forces open' }).getByText(title, { exact: true }).waitFor();
    await settled(this.page);
  }

  async openAllForces(): Promise<void> {
    await this.#panel.getByRole('button', { name: /^All \d+ forces$/ }).click();
    await this.#panel.getByRole('button', { name: /^Only / }).waitFor();
    await settled(this.page);
  }

  /** A crime type; where the data set holds only that one there is nothing to choose. */
  async chooseType(title: string): Promise<void> {
    const box = this.#panel.getByRole('checkbox', { name: title, exact: true });
    if (await box.count() > 0) await this.#toggle(box);
    else await this.#panel.getByRole('heading', { name: title, exact: true }).waitFor();
  }

  async chooseSubgroup(title: string): Promise<void> {
    await this.#toggle(this.#panel.getByRole('list', { name: 'Offence subgroups' }).getByRole('checkbox', { name: title, exact: true }));
  }

  /** Both ends included, as the lists print them: "Mar 2021". */
  async setPeriod(from: string, to: string): Promise<void> {
    await chooseOption(this.page, this.#panel, 'From month', from);
    await chooseOption(this.page, this.#panel, 'To month', to);
    await settled(this.page);
  }

  async chooseMonthsOfYear(...months: readonly string[]): Promise<void> {
    for (const month of months) await this.#press(this.#clause('Months of the year').getByRole('button', { name: new RegExp(`^${month}:`) }));
  }

  async chooseDays(...days: readonly Weekday[]): Promise<void> {
    for (const day of days) await this.#press(this.#panel.getByRole('group', { name: 'Days of the week' }).getByRole('button', { name: day }));
  }

  /** Hours as numbers, 0-23 and 1-24; an end before the start is the next morning. */
  async setHours(from: number, to: number): Promise<void> {
    await chooseOption(this.page, this.#panel, 'From hour', clock(from));
    await chooseOption(this.page, this.#panel, 'To hour', clock(to));
    await settled(this.page);
  }

  /** Presses age bars by their first year of age: 0, 5 ... 90. */
  async pressAges(...years: readonly number[]): Promise<void> {
    for (const from of years) await this.#press(this.#ageBar(from));
  }

  /** Drags from one age bar to another. */
  async dragAges(from: number, to: number): Promise<void> {
    await this.#ageBar(from).hover();
    await this.page.mouse.down();
    await this.#ageBar(to).hover();
    await this.page.mouse.up();
    await settled(this.page);
  }

  /** Keys on the age bar that begins with this year, as Playwright names them. */
  async keysOnAge(from: number, ...keys: readonly string[]): Promise<void> {
    await this.#ageBar(from).focus();
    for (const key of keys) await this.page.keyboard.press(key);
    await settled(this.page);
  }

  /** Ages chosen, as the bars say: the first year of each band. */
  async chosenAges(): Promise<number[]> {
    const names = await this.#panel.getByRole('listbox', { name: /by age$/ }).getByRole('option', { selected: true }).evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label') ?? ''));
    return names.map((name) => Number(/\d+/.exec(name)?.[0]));
  }

  async chooseSex(title: 'Female' | 'Male' | 'Not recorded'): Promise<void> {
    await this.#toggle(this.#panel.getByRole('checkbox', { name: title, exact: true }));
  }

  /** Unfolds the factors where they are folded. */
  async chooseFactor(title: string): Promise<void> {
    const folded = this.#panel.getByRole('button', { name: 'Aggravating factors', expanded: false });
    if (await folded.count() > 0) await folded.click();
    await this.#toggle(this.#panel.getByRole('checkbox', { name: title, exact: true }));
  }

  async pressPeoplePreset(title: string): Promise<void> {
    await this.#press(this.#panel.getByRole('group', { name: 'Ready-made groups' }).getByRole('button', { name: new RegExp(`^${title}:`) }));
  }

  #ageBar(from: number): Locator {
    return this.#panel.getByRole('option', { name: new RegExp(`^Aged ${from} (to|and) `) });
  }

  async pressPreset(title: string): Promise<void> {
    await this.#press(this.#preset(title));
  }

  async presetIsDisabled(title: string): Promise<boolean> {
    return this.#preset(title).isDisabled();
  }

  async setMidnightAside(): Promise<void> {
    await this.#panel.getByText('Set aside records at exactly 00:00').click();
    await settled(this.page);
  }

  async chooseBorough(title: string): Promise<void> {
    await this.#press(this.#clause('Borough').getByRole('button', { name: new RegExp(`^${title}\\b`) }));
  }

  async chooseHotspot(title: string): Promise<void> {
    await this.#press(this.#clause('Night-time hotspot').getByRole('button', { name: new RegExp(`^${title}\\b`) }));
  }

  async chooseHub(title: string): Promise<void> {
    await chooseOption(this.page, this.#panel, 'Community hub area', new RegExp(`^${title}`));
    await settled(this.page);
  }

  async chooseWard(title: string, borough: string): Promise<void> {
    const field = this.#panel.getByRole('combobox', { name: 'Add a ward' });
    await field.fill(title);
    await this.page.getByRole('option', { name: title, exact: true }).filter({ hasText: borough }).click();
    await settled(this.page);
  }

  /** Keeps the filter on screen under a name. */
  async saveSelection(title: string): Promise<void> {
    await this.#openSaved();
    await this.page.getByRole('textbox', { name: 'Name' }).fill(title);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Save this selection' }).click();
    await this.page.getByRole('list', { name: 'Saved selections' }).getByText(title, { exact: true }).waitFor();
    await this.page.keyboard.press('Escape');
  }

  /** Makes a saved selection what areas are compared with. */
  async compareWithSaved(title: string): Promise<void> {
    await this.#openSaved();
    await this.#press(this.page.getByRole('button', { name: `Compare with ${title}` }));
  }

  async #openSaved(): Promise<void> {
    await this.#panel.getByRole('button', { name: /^(Save this selection|Saved selections)/ }).click();
    await this.page.getByRole('dialog').waitFor();
  }

  /** The chip of single areas that are the filter: "1 chosen area"; null without. */
  async chosenAreas(): Promise<string | null> {
    const chip = this.#areasChip();
    return await chip.count() === 0 ? null : chip.innerText();
  }

  async removeChosenAreas(): Promise<void> {
    await this.#press(this.#areasChip());
  }

  #areasChip(): Locator {
    return this.#panel.getByRole('group', { name: 'Areas chosen' }).getByRole('button');
  }

  async clearAll(): Promise<void> {
    await this.#press(this.#panel.getByRole('button', { name: 'Clear all filters' }));
  }

  /** One of the clauses in words, as printed: "Day and hour". */
  async readClause(title: string): Promise<string> {
    return this.#clause(title).innerText();
  }

  /** Whether any control for weekday and hour can be used. */
  async hoursCanBeChosen(): Promise<boolean> {
    const clause = this.#clause('Day and hour');
    return (await clause.getByRole('button').count()) > 0;
  }

  async readIncidents(): Promise<string> {
    return this.#panel.getByRole('list', { name: 'Incidents, not crime' }).innerText();
  }

  /** Moves an end of the period by keyboard alone. */
  async pressOnPeriod(end: 'First month' | 'Last month', key: 'ArrowRight' | 'ArrowLeft', times: number): Promise<void> {
    await this.#panel.getByRole('slider', { name: end }).focus();
    for (let step = 0; step < times; step += 1) await this.page.keyboard.press(key);
    await settled(this.page);
  }

  #clause(title: string): Locator {
    // A part of the filter is no landmark of its own: it is found by its heading, and the innermost comes last.
    return this.#panel.locator('.clause').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) }).last();
  }

  #preset(title: string): Locator {
    return this.#panel.getByRole('group', { name: 'Ready-made times' }).getByRole('button', { name: new RegExp(`^${title}:`) });
  }

  async #press(button: Locator): Promise<void> {
    await button.click();
    await settled(this.page);
  }

  async #toggle(box: Locator): Promise<void> {
    // A reader presses the words beside the box.
    await box.locator('xpath=ancestor::label').click();
    await settled(this.page);
  }
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
