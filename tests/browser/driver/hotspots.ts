import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choice.ts';
import { settled } from './settled.ts';

/** Tests of a whole county take a slow machine a while. */
const PATIENCE = 90_000;

/** The hotspots page. */
export class Hotspots {
  constructor(private readonly page: Page) {}

  async show(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Hotspots' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Hotspots' }).waitFor();
    await this.answered();
  }

  /** Until the tests and the back-test on screen are of the newest question. */
  async answered(): Promise<void> {
    await this.evidence.waitFor({ timeout: PATIENCE });
    await this.methods.waitFor({ timeout: PATIENCE });
    await this.page.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: PATIENCE });
  }

  /** A key sentence by its title. */
  async sentence(title: string): Promise<string> {
    return (await this.page.getByRole('term').filter({ hasText: title }).locator('xpath=following-sibling::dd').textContent()) ?? '';
  }

  /** Names of the areas listed, in order, with the class of each. */
  async rows(): Promise<{ readonly name: string; readonly hot: boolean }[]> {
    const rows = await this.evidence.locator('tbody').getByRole('row').all();
    return Promise.all(rows.map(async (row) => ({ name: (await row.getByRole('rowheader').getByRole('button').textContent()) ?? '', hot: ((await row.textContent()) ?? '').includes('Hot, ') })));
  }

  async onlyHot(): Promise<void> {
    await this.page.getByText(/^Hot spots only/).click();
  }

  async tick(name: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `Tick ${name}` }).check();
  }

  /** Chooses which areas are saved; waits for those that are still being made. */
  async chooseAreas(title: RegExp): Promise<void> {
    await chooseOption(this.page, this.page.getByRole('region', { name: 'Hotspot lists' }), 'Areas', title);
  }

  /** Saves the areas chosen in the form's list under a name. */
  async save(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await this.page.getByRole('button', { name: 'Save as a hotspot list' }).click();
  }

  /** The same of a source by the start of its name. */
  async saveFrom(source: string, name: string): Promise<void> {
    await this.page.getByRole('button', { name: /Areas$/ }).click();
    await this.page.getByRole('option', { name: new RegExp(`^${source}`) }).click();
    await this.save(name);
  }

  /** The kept lists as rows of words. */
  async kept(): Promise<string[]> {
    return this.page.getByRole('table', { name: 'Kept in this browser' }).locator('tbody').getByRole('row').allTextContents();
  }

  /** Changes what one event of a subgroup weighs, in the settings of the back-test. */
  async weigh(subgroup: string, weight: number): Promise<void> {
    const weights = this.page.getByRole('button', { name: 'Harm weights of one event' });
    if ((await weights.getAttribute('aria-expanded')) === 'false') await weights.click();
    const field = this.page.getByRole('textbox', { name: subgroup });
    await field.fill(String(weight));
    await field.press('Enter');
    await this.answered();
  }

  /** The figures of a way to pick: events captured, PAI, PEI and, where it is weighed, harm. */
  async wayOfPicking(title: string): Promise<string[]> {
    return this.methods.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${title}`) }) }).getByRole('cell').allTextContents();
  }

  /** How many of a kind of units could be tested, or why none could. */
  async unit(title: string): Promise<string> {
    const row = this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${title}`) }) });
    return (await row.getByRole('cell').first().textContent()) ?? '';
  }

  async download(button: string): Promise<{ readonly name: string; readonly text: string }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: button }).click()]);
    return { name: file.suggestedFilename(), text: await text(await file.createReadStream()) };
  }

  async load(file: string): Promise<string> {
    await this.page.getByLabel('Load a hotspot list from a file').setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer: Buffer.from(file) });
    const words = this.page.getByRole('alert').or(this.page.getByText(/^The list of /));
    return (await words.first().textContent()) ?? '';
  }

  async remove(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Remove ${name}` }).click();
  }

  async showOnMap(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Show ${name} on the map` }).click();
  }

  /** Chooses what the page's map shows. */
  async mapOf(title: string): Promise<void> {
    await this.page.getByRole('button', { name: /Map of/ }).click();
    await this.page.getByRole('option', { name: title }).click();
  }

  /** Chooses an end of one of the two periods that change compares, by its label ("Earlier, from"). */
  async compare(end: string, month: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(end) }).click();
    await this.page.getByRole('option', { name: month, exact: true }).click();
    await this.answered();
  }

  /** What the pointer says over an area of the page's map, once it is pressed there. */
  async pickOnMap(name: string): Promise<string> {
    const area = this.page.locator('.hotspots-picture .map-pick', { has: this.page.locator('title', { hasText: `${name},` }) }).last();
    await area.click();
    return (await area.textContent()) ?? '';
  }

  /** Names of the areas whose time is drawn. */
  async drawn(): Promise<string[]> {
    const names = await this.evidence.locator('tbody').getByRole('button', { pressed: true }).allTextContents();
    return names;
  }

  /** Goes to the map and draws a triangle by keys alone: corners under the cross, Enter twice at the last. Back when its figures are there. */
  async drawByKeys(): Promise<void> {
    await this.page.getByRole('button', { name: 'Draw on the map' }).click();
    await this.page.getByText(/^Click to add corners/).waitFor();
    for (const [key, times] of [['ArrowRight', 0], ['ArrowRight', 10], ['ArrowDown', 10]] as const) {
      for (let press = 0; press < times; press += 1) await this.page.keyboard.press(key);
      await this.page.keyboard.press('Enter');
      await settled(this.page);
    }
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('heading', { name: 'Drawn areas' }).waitFor();
    await this.counted();
  }

  async drawnHasFocus(): Promise<boolean> {
    return this.page.getByRole('heading', { name: 'Drawn areas' }).evaluate((heading) => heading === document.activeElement);
  }

  async drawAndGiveUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Draw on the map' }).click();
    await this.page.getByText(/^Click to add corners/).waitFor();
    await this.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await this.page.getByRole('heading', { name: 'Drawn areas' }).waitFor();
  }

  /** Until what is said of the file begins with the words given, and the areas are counted. */
  async addShapes(name: string, json: string, words: string): Promise<void> {
    await this.page.getByLabel(/^Add from a file/).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(json) });
    await this.page.getByRole('status').filter({ hasText: words }).waitFor();
    await this.counted();
  }

  async addCircle(area: string, metres: number): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Add a circle' });
    // An open list closes when the page moves: room for it first.
    await form.evaluate((element) => new Promise((resolve) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    }));
    await form.getByRole('combobox').fill(area);
    await this.page.getByRole('option', { name: area }).click();
    await form.getByLabel('Radius (m)').fill(String(metres));
    await form.getByRole('button', { name: 'Add the circle' }).click();
    await this.page.getByRole('textbox', { name: `Name of ${area}, ${metres} m` }).waitFor();
    await this.counted();
  }

  async renameDrawn(from: string, to: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `Name of ${from}` });
    await field.fill(to);
    await field.press('Enter');
    await this.page.getByRole('textbox', { name: `Name of ${to}` }).waitFor();
    await this.counted();
  }

  /** Cells of the drawn areas' table, row by row, names first. */
  async drawnAreas(): Promise<string[][]> {
    const rows = await this.page.getByRole('table', { name: /on drawn areas$/ }).locator('tbody').getByRole('row').all();
    return Promise.all(rows.map(async (row) => [await row.getByRole('textbox').inputValue(), ...(await row.getByRole('cell').allTextContents())]));
  }

  private async counted(): Promise<void> {
    await this.page.getByText('Being counted').first().waitFor({ state: 'detached', timeout: PATIENCE });
  }

  private get evidence(): Locator {
    return this.page.getByRole('table', { name: /^Evidence by area/ });
  }

  private get methods(): Locator {
    return this.page.getByRole('table', { name: /test period/ });
  }
}
