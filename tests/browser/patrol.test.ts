import { text } from 'node:stream/consumers';
import axe, { type AxeResults } from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextDate } from '../unit/patrol/checkPlan.ts';
import type { Atlas } from './driver.ts';
import { visit } from './visit.ts';

const FIRST_DAY = '2025-03-03';
/** A plan that can be made again: hub, first day and seed in the address. */
const HASH = `/patrol?v=1&plan-hub=luton-south&starts=${FIRST_DAY}&seed=7`;
const MET = 'Meets the rule with the officers on duty.';

/** The patrol view as an inspector finds it. */
class Patrol {
  constructor(private readonly page: Page) {}

  static async open({ page, origin }: Atlas, hash = HASH): Promise<Patrol> {
    await page.goto(`${origin}/#${hash}`);
    await page.reload();
    const patrol = new Patrol(page);
    await patrol.bar().getByRole('status').getByText(/the rule with the officers on duty/).waitFor({ timeout: 90_000 });
    return patrol;
  }

  bar() {
    return this.page.getByRole('region', { name: 'The plan' });
  }

  async verdict(): Promise<string> {
    await this.page.getByRole('button', { name: 'Make the plan' }).and(this.page.locator(':enabled')).waitFor();
    return this.bar().getByRole('status').innerText();
  }

  async make(): Promise<void> {
    await this.page.getByRole('button', { name: 'Make the plan' }).click();
    await this.page.getByText('The settings have changed').waitFor({ state: 'detached' });
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await this.page.getByRole('tabpanel', { name }).waitFor();
  }

  places(): Promise<string[]> {
    return this.page.getByRole('list', { name: 'Places of the plan' }).getByRole('button').evaluateAll((buttons) => buttons.map((button) => (button.getAttribute('aria-label') ?? '').replace(/^Remove /, '')));
  }

  /** Rows of the timetable file, by the names of its columns. */
  async timetable(): Promise<Record<string, string>[]> {
    await this.tab('Take away');
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: 'Timetable (CSV)' }).click()]);
    if (file.suggestedFilename() !== `demonstration-patrol-plan-${FIRST_DAY}-seed-7.csv`) throw new Error(`The file is called ${file.suggestedFilename()}`);
    return Papa.parse<Record<string, string>>((await text(await file.createReadStream())).replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data;
  }
}

const duty = (row: Record<string, string>): string => `${row['Shift']} ${row['Shift starts']} ${row['Pair']}`;
const british = (date = ''): string => date.split('-').toReversed().join('/');
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe('A patrol plan', () => {
  test('is made from the header once a hub is chosen, meets the Home Office rule, and its file obeys it', () => visit(async (atlas) => {
    await atlas.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Patrol' }).click();
    await atlas.page.getByRole('region', { name: 'Which hub do you plan for?' }).getByRole('button', { name: 'Luton South, East and Town Centre' }).click();
    await atlas.page.getByText(/the rule with the officers on duty/).waitFor();
    const patrol = await Patrol.open(atlas);
    expect(await patrol.verdict()).toContain(MET);
    expect(await patrol.bar().innerText()).toMatch(/Back-test: the 10 areas with most events from Oct 2022 to Sep 2023 held \d+% of the events of hub Luton South, East and Town Centre from Oct 2023 to Dec 2023/);
    const places = await patrol.places();
    expect(places).toHaveLength(10);
    const rows = await patrol.timetable();
    const visits = rows.filter((row) => row['What'] === 'Visit');
    expect(new Set(visits.map((row) => row['Hotspot']))).toEqual(new Set(places));
    for (const row of visits) expect((minutes(row['End'] ?? '') - minutes(row['Start'] ?? '') + 1440) % 1440).toBe(15);
    for (const place of places) {
      const dates = new Set(visits.filter((row) => row['Hotspot'] === place).map((row) => row['Date']));
      for (let day = 2; day < 7; day += 1) expect([0, 1, 2].some((back) => dates.has(nextDate(FIRST_DAY, day - back))), `${place} by day ${day}`).toBe(true);
    }
    // No pair is at two places at once, travel included.
    for (const one of new Set(rows.map(duty))) {
      const own = rows.filter((row) => duty(row) === one);
      const at = (row: Record<string, string>, column: 'Start' | 'End'): number => Date.parse(`${row['Date']}T00:00Z`) / 60_000 + minutes(row[column] ?? '') + (column === 'End' && (row['End'] ?? '') < (row['Start'] ?? '') ? 1440 : 0);
      own.slice(1).forEach((row, index) => expect(at(row, 'Start') - Number(row['Minutes of travel before'])).toBeGreaterThanOrEqual(at(own[index] ?? row, 'End')));
    }
  }));

  test('says why a rule cannot be met, and what would do', () => visit(async (atlas) => {
    const patrol = await Patrol.open(atlas, `${HASH}&rule=koper&shifts=Late/fri/18:00-22:00/1/foot/0`);
    const verdict = await patrol.verdict();
    expect(verdict).toMatch(/Does not meet the rule with the officers on duty: [\d.]+ visits? (a day short|short over the plan)/);
    await patrol.tab('Compliance');
    expect(await atlas.page.getByRole('table', { name: 'Compliance by hotspot' }).getByText('✗ Short').count()).toBeGreaterThan(0);
  }));

  test('meets the rule with the pairs it asked for, when they are added by its button', () => visit(async (atlas) => {
    const patrol = await Patrol.open(atlas, '/patrol?v=1&plan-hub=north-rural&rule=small-squares&places=top-20&starts=2025-03-03&seed=7');
    expect(await patrol.verdict()).toMatch(/visits a day short; .*more pairs? on .* would do/);
    await atlas.page.getByRole('button', { name: 'Add these pairs and plan again' }).click();
    await patrol.bar().getByText(MET).waitFor();
    await patrol.tab('Compliance');
    await atlas.page.getByText('20 of 20 hotspots get what the rule asks.').waitFor();
  }));

  test('in the making shows how far it is and is cancelled by a click; the plan before stays', () => visit(async (atlas) => {
    const patrol = await Patrol.open(atlas, `/patrol?v=1&plan-hub=all&places=top-60&rule=koper&run=28&starts=${FIRST_DAY}&seed=7`);
    const before = await patrol.verdict();
    // Asked for before the plan is, so that a slow machine does not miss them.
    await Promise.all([
      atlas.page.getByRole('progressbar').waitFor(), atlas.page.getByRole('button', { name: 'Cancel' }).click(),
      atlas.page.getByRole('button', { name: 'Draw again' }).click(),
    ]);
    await atlas.page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    await atlas.page.getByText('The settings have changed').waitFor();
    expect([await patrol.verdict(), await patrol.bar().getByText(/Seed 7\.$/).count(), await atlas.page.getByRole('progressbar').count()]).toEqual([before, 1, 0]);
  }));

  test('waits for the button when settings change, and stands in the address', () => visit(async (atlas) => {
    const patrol = await Patrol.open(atlas);
    const [first = ''] = await patrol.places();
    await atlas.page.getByRole('button', { name: `Remove ${first}` }).click();
    await atlas.page.getByText('The settings have changed').waitFor();
    await patrol.make();
    await patrol.verdict();
    const rows = await patrol.timetable();
    expect(rows.some((row) => row['Hotspot'] === first)).toBe(false);
    const address = await atlas.address();
    expect([address.get('starts'), address.get('seed'), address.get('plan-hub'), address.get('without')?.length]).toEqual([FIRST_DAY, '7', 'luton-south', 9]);
  }));

  test('has every result in a table, reached by keyboard', () => visit(async (atlas) => {
    await Patrol.open(atlas);
    await atlas.page.getByRole('tab', { name: 'Timetable' }).focus();
    for (const [name, table] of [['Map', /^Order and times/], ['Load', /^Hours per pair/], ['Compliance', /^Compliance by hotspot/], ['Shares', /^Shares by hub/]] as const) {
      await atlas.page.keyboard.press('ArrowRight');
      const shown = atlas.page.getByRole('tabpanel', { name }).getByRole('table', { name: table });
      await shown.waitFor();
      expect(await shown.getByRole('row').count()).toBeGreaterThan(1);
    }
  }));

  test('prints one A4 page for each hotspot, marked as a demonstration', () => visit(async (atlas) => {
    await Patrol.open(atlas);
    await atlas.page.emulateMedia({ media: 'print' });
    const pages = atlas.page.getByRole('article');
    await pages.first().waitFor();
    expect(await pages.count()).toBe(10);
    expect(await pages.getByText('Demonstration data: invented records').count()).toBe(10);
    const pdf = (await atlas.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(10);
  }));

  test('of four weeks and sixty places prints one A4 page for each hotspot or hub', () => visit(async (atlas) => {
    const patrol = await Patrol.open(atlas, `/patrol?v=1&plan-hub=all&places=top-60&run=28&starts=${FIRST_DAY}&seed=7`);
    await patrol.tab('Take away');
    for (const [by, least] of [['Hotspot', 60], ['Hub', 5]] as const) {
      await atlas.page.getByRole('radio', { name: by, exact: true }).check({ force: true });
      await atlas.page.emulateMedia({ media: 'print' });
      await atlas.page.getByRole('article').first().waitFor();
      const pages = await atlas.page.getByRole('article').count();
      expect(pages).toBeGreaterThanOrEqual(least);
      expect((await atlas.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(pages);
      await atlas.page.emulateMedia({ media: 'screen' });
    }
  }));

  test('compares a log with the plan and the rule, and says what it set aside', () => visit(async (atlas) => {
    const patrol = await Patrol.open(atlas);
    const [first = ''] = await patrol.places();
    await patrol.tab('Log');
    await atlas.page.getByRole('textbox', { name: 'Visits made (CSV)' }).fill(`hotspot,start,end\n${first},2025-03-03 14:05,14:20\n${first},2025-03-09 14:05,14:20\nNowhere,2025-03-03 14:05,14:20`);
    await atlas.page.getByRole('button', { name: 'Read the log' }).click();
    await atlas.page.getByText('3 rows read: 2 visits, 1 set aside.').waitFor();
    const table = atlas.page.getByRole('table', { name: /^The log against/ });
    const row = table.getByRole('row', { name: new RegExp(first) });
    // Visited on the 3rd and the 9th: overdue on the 6th, 7th and 8th.
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 7)).toEqual(['1', '◎ Gap earlier', '0', '6', '3', '2', '0']);
    await atlas.page.getByLabel('Count days up to').fill('2025-03-14');
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual(['1', '■ Overdue', '5', '6']);
    const drawing = atlas.page.getByRole('img', { name: /^Days since the last visit/ });
    expect(await drawing.locator('desc').textContent()).toContain(`Overdue: ${first} (5 days).`);
    await patrol.tab('Map');
    await atlas.page.getByRole('tabpanel', { name: 'Map' }).getByRole('button', { name: /Shown/ }).click();
    await atlas.page.getByRole('option', { name: 'Days since the last visit, from the log' }).click();
    await drawing.waitFor();
    expect(await drawing.locator('desc').textContent()).toContain(`Gap earlier: ${first} (0 days).`);
  }));
});

describe('What a device keeps', () => {
  test('the hub, the last visits of a log and a trial outlive a reload, and can be forgotten', () => visit(async (atlas) => {
    const { page } = atlas;
    await page.goto(`${atlas.origin}/#/patrol?v=1&starts=${FIRST_DAY}&seed=7`);
    await page.getByRole('region', { name: 'Which hub do you plan for?' }).getByRole('button', { name: /^Luton South/ }).click();
    const patrol = await Patrol.open(atlas);
    const [first = ''] = await patrol.places();
    await patrol.tab('Log');
    await page.getByRole('textbox', { name: 'Visits made (CSV)' }).fill(`hotspot,start,end\n${first},2025-03-01 14:05,14:20`);
    await page.getByRole('button', { name: 'Read the log' }).click();
    await page.getByRole('button', { name: 'Start the next plan from these last visits' }).click();
    await patrol.tab('Trial');
    await page.getByRole('button', { name: 'Keep this trial on this device' }).click();
    const kept = /This device keeps a trial of 10 places, Monday 3 March 2025 to Sunday 30 March 2025/;
    await page.getByText(kept).waitFor();
    await Patrol.open(atlas, '/patrol?v=1&plan-hub=luton-south');
    await page.getByText('Last visits are known for 1 of 10 places, the newest of Saturday 1 March 2025.').waitFor();
    await page.getByRole('button', { name: 'Forget them' }).click();
    await page.getByText('Last visits are known').waitFor({ state: 'detached' });
    expect((await atlas.address()).get('plan-hub')).toBe('luton-south');
    await Patrol.open(atlas, '/patrol?v=1');
    expect([(await atlas.address()).get('plan-hub'), await page.getByText('Last visits are known').count()]).toEqual(['luton-south', 0]);
    await patrol.tab('Trial');
    await page.getByText(kept).waitFor();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByRole('button', { name: 'Keep this trial on this device' }).waitFor();
  }));

  test('a trial is compared from the analyst’s own daily counts, and bad rows are named', () => visit(async (atlas) => {
    const { page } = atlas;
    const patrol = await Patrol.open(atlas);
    await patrol.tab('Trial');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Treatment and control days (CSV)' }).click()]);
    const days = Papa.parse<Record<string, string>>((await text(await file.createReadStream())).replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data;
    expect(days).toHaveLength(10 * 28);
    // Balanced by weekday: of 28 days in halves each place has two of the four Mondays, and so on.
    for (const weekday of new Set(days.map((row) => row['Weekday']))) {
      for (const place of new Set(days.map((row) => row['Hotspot']))) expect(days.filter((row) => row['Weekday'] === weekday && row['Hotspot'] === place && row['Group'] === 'treatment')).toHaveLength(2);
    }
    const box = page.getByRole('textbox', { name: 'Counts by hotspot and day (CSV)' });
    const compare = async (content: string) => { await box.fill(content); await page.getByRole('button', { name: 'Compare', exact: true }).click(); };
    await compare('place,day\na,b');
    await page.getByRole('alert').getByText('The first line must name the columns hotspot, date, count').waitFor();
    await compare('hotspot,date,count\nNowhere,2025-03-03,1');
    await page.getByRole('alert').getByText('There are no counts for treatment days. Rows: 1 given, 0 used; set aside 1 of hotspots that are not in the trial.').waitFor();
    const rows = days.map((row, index) => `${row['Code']},${index % 2 === 0 ? row['Date'] : british(row['Date'])},${row['Group'] === 'treatment' ? index % 2 : 1 + index % 2}`);
    await compare(['hotspot,date,count', ...rows, `${days[0]?.['Code']},soon,1`].join('\n'));
    await page.getByText(/difference -?1\.\d+|difference -0\.9\d+/).waitFor();
    await page.getByText(/95% interval -\d\.\d+ to -\d\.\d+\), p = 0\.000\d/).waitFor();
    expect(await page.getByText('By intention to treat').innerText()).toContain('Rows: 281 given, 280 used; set aside 1 with a date that is none. 0 hotspot-days of the trial have no row.');
  }));
});

describe('In the street', () => {
  test('a phone shows the next visit, keeps the tick and gives the log', () => visit(async (atlas) => {
    const { page } = atlas;
    await page.clock.setFixedTime(new Date(`${FIRST_DAY}T06:00:00Z`));
    await page.goto(`${atlas.origin}/#${HASH}`);
    await page.reload();
    const next = page.getByRole('region', { name: 'Next visit' });
    await next.getByRole('button', { name: 'Done' }).waitFor();
    const before = await next.innerText();
    expect(before).toMatch(/Mon,? 3 Mar, \d\d:\d\d to \d\d:\d\d/);
    expect(await atlas.overflow()).toEqual([]);
    expect(await atlas.smallTargets()).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await next.getByRole('button', { name: 'Done' }).click();
    await page.getByText(/^✓ Luton/).waitFor();
    expect(await next.innerText()).not.toBe(before);
    await page.reload();
    await page.getByText(/^✓ Luton/).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Visits made (CSV)' }).click()]);
    const log = await text(await file.createReadStream());
    expect(log).toMatch(/^Hotspot,Start,End,Name,Times\r\nE0101\d{4},2025-03-03 \d\d:\d\d,2025-03-03 \d\d:\d\d,Luton \d{3}[A-Z],as planned\r\n$/);
  }, { viewport: { width: 390, height: 844 }, withoutPolicy: true }));
});

test('axe finds nothing serious, in the dark', () => visit(async (atlas) => {
  const patrol = await Patrol.open(atlas);
  for (const name of ['Timetable', 'Map', 'Compliance', 'Shares', 'Trial', 'Log', 'Take away']) {
    await patrol.tab(name);
    expect({ name, found: await findings(atlas.page) }).toEqual({ name, found: [] });
  }
}, { viewport: { width: 1440, height: 900 }, theme: 'dark', withoutPolicy: true }));

/** What axe calls serious or critical in the view, as "rule: elements". */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>("axe.run('main', { resultTypes: ['violations'] })");
  expect(passes.length).toBeGreaterThan(10);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
