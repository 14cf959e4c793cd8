import { text } from 'node:stream/consumers';
import axe, { type AxeResults } from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Atlas } from './driver.ts';
import { revisit, visit } from './visit.ts';


/** The report as a reader finds it: headings, links, buttons, tables. */
class Report {
  constructor(private readonly page: Page) {}

  figure(heading: RegExp) {
    return this.page.getByRole('region', { name: heading });
  }

  /** Text of a figure's rows, a cell each; the first table where it has several. */
  async rows(heading: RegExp): Promise<string[][]> {
    const table = this.figure(heading).getByRole('table').first();
    await table.waitFor();
    return table.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')));
  }

  /** Sentences of the summary with the headings of the figures that each leads to. */
  async summary(): Promise<{ readonly text: string; readonly figures: string[] }[]> {
    return this.page.getByRole('region', { name: 'Summary' }).getByRole('listitem').evaluateAll((items) => items.map((item) => ({
      text: (item.firstChild?.textContent ?? '').trim(),
      figures: [...item.querySelectorAll('a')].map((link) => document.querySelector(link.getAttribute('href') ?? '')?.textContent ?? ''),
    })));
  }

  async choose(label: 'From' | 'To' | 'Confidence', typed: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.page.getByRole('listbox').waitFor();
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  /** The file that a press gives. */
  async file(press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return { name: file.suggestedFilename(), text: await text(await file.createReadStream()) };
  }

  take(kind: 'CSV' | 'SVG' | 'PNG', heading: RegExp) {
    return this.file(() => this.figure(heading).getByRole('button', { name: new RegExp(`^${kind}: `) }).click());
  }

  export(what: RegExp) {
    return this.file(async () => {
      await this.page.getByRole('button', { name: 'Export', exact: true }).click();
      await this.page.getByRole('button', { name: what }).click();
    });
  }
}

const reportOf = async (atlas: Atlas): Promise<Report> => {
  await atlas.showAssessment();
  return new Report(atlas.page);
};

const MARK = 'Demonstration data: the records are invented';
const TABLE_3 = /^Table 3\b/;

/** Numbers of a sentence as printed: years of an "April 2011" and the like aside, ages among them. */
const numbersOf = (sentence: string): string[] => sentence.match(/\d+(?:,\d{3})*(?:\.\d+)?%?/g) ?? [];

describe('The assessment', () => {
  test('opens from the header; every number of its summary stands in a figure that it names', () => revisit(async (atlas) => {
    const report = await reportOf(atlas);
    const summary = await report.summary();
    expect(summary.length).toBeGreaterThan(12);
    expect(summary.filter(({ figures }) => figures.length === 0)).toEqual([]);
    expect(summary.flatMap(({ text: sentence, figures }) => numbersOf(sentence).filter((number) => !figures.some((figure) => figure.includes(number))).map((number) => `${number} in "${sentence}"`))).toEqual([]);
    expect(await report.rows(TABLE_3)).toContainEqual(['Luton', '112,298', '112,298', '0', '35.8%', '35.8%', '0', '91,246', '21,052']);
    await atlas.page.getByRole('navigation', { name: 'Contents of the assessment' }).getByRole('link', { name: /Figure 11$/ }).click();
    expect(await report.figure(/^Figure 11\b/).evaluate((figure) => document.activeElement === figure)).toBe(true);
  }));

  test('answers for other months, chosen by typing, with the published values beside them', () => revisit(async (atlas) => {
    const report = await reportOf(atlas);
    const before = await report.rows(TABLE_3);
    await report.choose('From', 'Jan 2023');
    await atlas.page.getByText(/^January 2023 to December 2023\. 95% limits throughout/).waitFor();
    const after = await report.rows(TABLE_3);
    expect(before[5]?.slice(0, 4)).toEqual(['Out of area or unknown', '15,285', '15,285', '0']);
    const [, own = '', published, difference = ''] = after.find(([place]) => place === 'Luton') ?? [];
    expect(published).toBe('112,298');
    expect(Number(own.replace(',', ''))).toBeLessThan(112_298 / 3);
    // A count of twelve months and one of sixty have no difference that means something.
    expect(difference).toBe('other months');
    await atlas.page.getByText('ours covers 12 of these 60 months').first().waitFor();
    expect((await atlas.address()).get('from')).toBe('2023-01');
    await report.choose('From', 'Each');
    // As long as any other wait of these tests: making an assessment takes what the machine takes.
    await expect.poll(() => report.rows(TABLE_3), { timeout: 20_000 }).toEqual(before);
  }));
});

describe('What is taken along', () => {
  test('a CSV, an SVG, the tables and the page are whole, alone and marked', () => revisit(async (atlas) => {
    const report = await reportOf(atlas);
    const csv = await report.take('CSV', TABLE_3);
    expect(csv.name).toBe('demonstration-bedfordshire-crimes-by-borough.csv');
    const { data, errors } = Papa.parse<string[]>(csv.text.replace(/^\uFEFF/, '').trim());
    expect(errors).toEqual([]);
    expect(data).toContainEqual(expect.arrayContaining(['Luton', '112298', '91246']));
    expect(csv.text).toContain(MARK);

    const svg = await report.take('SVG', /^Figure 19\b/);
    expect(svg.text).toContain(MARK);
    expect(await atlas.page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return { broken: parsed.querySelector('parsererror') !== null, root: parsed.documentElement.localName, parts: parsed.querySelectorAll('script, style, image, foreignObject, [href]').length, legend: /Too few to say \(\d+\)Withheld \(\d+\)/.test(parsed.documentElement.textContent ?? '') };
    }, svg.text)).toEqual({ broken: false, root: 'svg', parts: 0, legend: true });

    const tables = await report.export(/All tables/);
    const cells = Papa.parse<Record<string, string>>(tables.text.replace(/^\uFEFF/, '').trim(), { header: true });
    expect(cells.errors).toEqual([]);
    expect(cells.data.length).toBeGreaterThan(800);
    expect(cells.data.filter((row) => row['Data']?.startsWith('Demonstration data') !== true)).toEqual([]);

    expect(new Set(cells.data.filter((row) => row['Figure'] === 'Figure 23').map((row) => row['Period']))).toEqual(new Set(['April 2011 to March 2021']));

    const html = await report.export(/one HTML file/);
    expect(html.name).toBe('demonstration-bedfordshire-needs-assessment.html');
    await expectSelfContained(atlas, html.text);
  }));
});

/** Opens the file without a network: it asks for nothing, runs nothing, and has all that the page has. */
async function expectSelfContained(atlas: Atlas, html: string): Promise<void> {
  const context = await atlas.page.context().browser()?.newContext({ offline: true, viewport: { width: 390, height: 844 } });
  if (context === undefined) throw new Error('The page has no browser');
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.setContent(html);
    expect(asked).toEqual([]);
    expect(said).toEqual([]);
    expect(await page.locator('script, link, iframe, img, form, [src]').count()).toBe(0);
    await page.getByText(MARK).first().waitFor();
    const [figures, drawings] = [await page.getByRole('region', { name: /^(Figure|Table|Section) \d/ }).count(), await page.getByRole('img').count()];
    expect(figures).toBe(await atlas.page.getByRole('region', { name: /^(Figure|Table|Section) \d/ }).count());
    expect(drawings).toBeGreaterThan(30);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  } finally {
    await context.close();
  }
}

describe('axe finds nothing serious', () => {
  test('on a wide screen', () => visit(async (atlas) => {
    await reportOf(atlas);
    expect(await findings(atlas.page)).toEqual([]);
  }, { viewport: { width: 1440, height: 900 }, withoutPolicy: true }));

  test('on a phone, which folds long tables but not on paper', () => visit(async (atlas) => {
    const report = await reportOf(atlas);
    const table = report.figure(TABLE_3).getByRole('table');
    expect(await table.count()).toBe(0);
    await report.figure(TABLE_3).getByRole('button', { name: /^Table: / }).click();
    expect(await table.count()).toBe(1);
    expect(await atlas.overflow()).toEqual([]);
    expect(await atlas.smallTargets()).toEqual([]);
    expect(await findings(atlas.page)).toEqual([]);
    await expectOpenOnPaper(atlas.page);
  }, { viewport: { width: 390, height: 844 }, theme: 'dark', withoutPolicy: true }));
});

/** What axe calls serious or critical in the report and its controls, as "rule: elements". */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>("axe.run('main', { resultTypes: ['violations'] })");
  expect(passes.length).toBeGreaterThan(20);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What phones fold is there on paper. */
async function expectOpenOnPaper(page: Page): Promise<void> {
  const tables = page.getByRole('article').getByRole('table');
  const folded = await tables.count();
  await page.emulateMedia({ media: 'print' });
  expect(await tables.count()).toBeGreaterThan(folded + 20);
  expect(await page.getByRole('button', { name: /^Table: / }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
}
