import axe, { type AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Atlas } from './driver.ts';
import { visit } from './visit.ts';

/** One borough: the tests of a whole county take a slow machine a while. */
const LUTON = '/explore?v=1&borough=E06000032';
const WIDE = { width: 1440, height: 900 };

async function findings(atlas: Atlas): Promise<string[]> {
  await atlas.page.evaluate(axe.source);
  const { violations, passes } = await atlas.page.evaluate<AxeResults>('axe.run()');
  expect(passes.length).toBeGreaterThan(20);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

describe('the hotspots page', () => {
  test('opens from the header; its sentence, table and file agree, and an area is shown on the map', () => visit(async (atlas) => {
    const { hotspots } = atlas;
    await hotspots.show();
    const found = Number(/^(\d+|None) of 121 areas tested/.exec(await hotspots.sentence('Hot spots'))?.[1]);
    expect(found).toBeGreaterThan(0);
    const { name, text } = await hotspots.download('Evidence as CSV');
    expect(name).toBe('demonstration-bedfordshire-police-recorded-hotspots.csv');
    const lines = text.trim().split('\r\n');
    expect([lines.length - 1, lines.filter((line) => /"Hot, 9[59]%"/.test(line)).length]).toEqual([121, found]);
    await hotspots.onlyHot();
    const rows = await hotspots.rows();
    expect([rows.length, rows.every(({ hot }) => hot)]).toEqual([found, true]);
    const first = rows[0]?.name ?? '';
    expect(lines.find((line) => line.includes(`,${first},`))).toMatch(/"Hot, 9[59]%"/);
    await hotspots.showOnMap(first);
    const address = await atlas.address();
    expect([address.get('measure'), lines.find((line) => line.startsWith(`${address.get('area') ?? ''},`))?.includes(first)]).toEqual(['gi-star', true]);
  }, { hash: LUTON, viewport: WIDE }));

  test('shows each result as a map; an area pressed there is the one pressed in the table, and Explore goes on with the same map', () => visit(async (atlas) => {
    const { hotspots } = atlas;
    await hotspots.show();
    const [, second] = await hotspots.rows();
    const name = second?.name ?? '';
    expect(await hotspots.pickOnMap(name)).toMatch(/: Hot spot, p below 0.0[15], survives in \d of \d units$/);
    expect(await hotspots.drawn()).toEqual([name]);
    await hotspots.mapOf('Change between two periods');
    expect(await hotspots.pickOnMap(name)).toMatch(/: (Rate went (up|down)|No clear change)$/);
    await hotspots.compare('Earlier, to', 'Jun 2022');
    await atlas.page.getByText(/^Jan 2023 to Dec 2023 against Jan 2022 to Jun 2022: /).first().waitFor();
    expect((await atlas.address()).get('hotspots')).toBe('change:2022-01/2022-06/2023-01/2023-12');
    await atlas.page.getByText('different months of the year', { exact: false }).waitFor();
    await atlas.page.getByRole('button', { name: 'Open this map in Explore' }).click();
    await atlas.settled();
    const address = await atlas.address();
    expect([address.get('measure'), address.get('area')]).toEqual(['change', null]);
  }, { hash: LUTON, viewport: WIDE }));

  test('by keys: Tab goes through one row, up and down from row to row; a control that leads to another view leaves the focus there', () => visit(async (atlas) => {
    const { hotspots, page } = atlas;
    await hotspots.show();
    const [first, second] = await hotspots.rows();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    await page.getByRole('checkbox', { name: `Tick ${first?.name ?? ''}` }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(`Tick ${second?.name ?? ''}`);
    for (const expected of [second?.name, `Show ${second?.name ?? ''} on the map`]) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(expected);
    }
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^Show \d+ more$/);
    await page.getByRole('button', { name: `Show ${second?.name ?? ''} on the map` }).press('Enter');
    await atlas.settled();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  }, { hash: LUTON, viewport: WIDE }));

  test('prints the evidence of every area, not only of those drawn on screen', () => visit(async (atlas) => {
    await atlas.hotspots.show();
    expect(await atlas.hotspots.rows()).toHaveLength(25);
    await atlas.page.emulateMedia({ media: 'print' });
    await expect.poll(async () => (await atlas.hotspots.rows()).length).toBe(121);
    await atlas.page.emulateMedia({ media: null });
    await expect.poll(async () => (await atlas.hotspots.rows()).length).toBe(25);
  }, { hash: LUTON, viewport: WIDE }));

  test('keeps ticked areas as a list, gives it as a file and takes it back; a bad file changes nothing', () => visit(async (atlas) => {
    const { hotspots } = atlas;
    await hotspots.show();
    const [first, second] = await hotspots.rows();
    await hotspots.tick(first?.name ?? '');
    await hotspots.tick(second?.name ?? '');
    await hotspots.save('Friday nights');
    expect(await hotspots.kept()).toEqual([expect.stringMatching(/^Friday nightsversion 1, .*Demonstration data2Chosen by hand/)]);
    const { name, text } = await hotspots.download('Download Friday nights');
    expect(name).toBe('demonstration-hotspots-friday-nights-v1.json');
    await hotspots.remove('Friday nights');
    expect(await hotspots.kept()).toEqual([]);
    expect(await hotspots.load('code,name')).toContain('not JSON');
    expect(await hotspots.kept()).toEqual([]);
    expect(await hotspots.load(text)).toBe('The list of list.json is kept.');
    await atlas.page.reload();
    await hotspots.answered();
    expect(await hotspots.kept()).toHaveLength(1);
  }, { hash: LUTON, viewport: WIDE }));

  test('weighs harm by subgroup, with weights that stand in the link; public files cannot be weighed', () => visit(async (atlas) => {
    const { hotspots } = atlas;
    await hotspots.show();
    const before = await hotspots.wayOfPicking('Most harm');
    expect(before).toHaveLength(4);
    await hotspots.weigh('Violence without injury', 0);
    expect((await atlas.address()).get('backtest')).toBe('harm:violence-without-injury-0');
    const after = await hotspots.wayOfPicking('Most events');
    await atlas.page.reload();
    await hotspots.answered();
    expect(await hotspots.wayOfPicking('Most events')).toEqual(after);
    await atlas.page.getByText(/^Half of all harm of the last 12 months comes from [\d,]+ of [\d,]+ events/).waitFor();
    await atlas.page.goto(`${atlas.page.url().split('#')[0] ?? ''}#/hotspots?v=1&data=street&type=violence-and-sexual-offences&borough=E06000032`);
    await atlas.page.reload();
    await hotspots.answered();
    expect(await hotspots.wayOfPicking('Most harm')).toEqual([expect.stringContaining('there is no weight for violence as a whole')]);
  }, { hash: LUTON, viewport: WIDE }));

  test('an area is drawn by keys alone and the focus comes back to it; one given up leaves nothing', () => visit(async (atlas) => {
    const { hotspots } = atlas;
    await hotspots.show();
    await hotspots.drawAndGiveUp();
    expect(await hotspots.drawnHasFocus()).toBe(true);
    expect((await atlas.address()).get('shapes')).toBeNull();
    await hotspots.drawByKeys();
    expect(await hotspots.drawnHasFocus()).toBe(true);
    // The cross starts in the middle of the county, which is not in Luton.
    expect((await hotspots.drawnAreas())[0]?.join(' ')).toMatch(/^Drawn area 0.*outside the chosen places/);
  }, { hash: LUTON, viewport: WIDE }));

  test('areas from a file and round an area are compared, named, kept in the link and as a list', () => visit(async (atlas) => {
    const { hotspots } = atlas;
    await hotspots.show();
    await hotspots.addShapes('beats.geojson', JSON.stringify({ type: 'FeatureCollection', features: [
      { type: 'Feature', properties: { name: 'Town centre' }, geometry: { type: 'Polygon', coordinates: [[[-0.425, 51.875], [-0.405, 51.875], [-0.405, 51.885], [-0.425, 51.885], [-0.425, 51.875]]] } },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [-0.42, 51.88] } },
    ] }), '1 area added. beats.geojson: 2 features read, 1 kept, left out 1 (not a polygon).');
    await hotspots.addShapes('notes.txt', 'nothing', 'The file is neither GeoJSON nor FlatGeobuf.');
    await hotspots.addCircle('Luton 012A', 600);
    await hotspots.renameDrawn('Luton 012A, 600 m', 'Round the station');
    const rows = await hotspots.drawnAreas();
    expect(rows.map(([name]) => name)).toEqual(['Town centre', 'Round the station']);
    // The demonstration's centre of Luton is hot by its making.
    expect(rows[0]?.join(' ')).toMatch(/by points.*Higher than the rest/);
    expect((await atlas.address()).get('shapes')).toContain('*Round the station:');
    const { name, text } = await hotspots.download('Download them as GeoJSON');
    expect(name).toBe('demonstration-drawn-areas.geojson');
    await atlas.page.reload();
    await hotspots.answered();
    expect(await hotspots.drawnAreas()).toEqual(rows);
    for (const [area = ''] of rows) await hotspots.remove(area);
    await hotspots.addShapes('again.geojson', text, '2 areas added.');
    expect(await hotspots.drawnAreas()).toEqual(rows);
    await hotspots.saveFrom('Areas in “Town centre”', 'Centre');
    expect(await hotspots.kept()).toEqual([expect.stringMatching(/^Centreversion 1.*Areas whose inside point lies in the drawn area “Town centre” \(exact test/)]);
  }, { hash: LUTON, viewport: WIDE }));

  test.each([['light', WIDE], ['dark', { width: 390, height: 844 }]] as const)('has nothing that axe calls serious, nothing too wide and no target too small (%s)', (theme, viewport) => visit(async (atlas) => {
    await atlas.hotspots.show();
    expect(await findings(atlas)).toEqual([]);
    expect(await atlas.overflow()).toEqual([]);
    expect(await atlas.smallTargets()).toEqual([]);
  }, { hash: LUTON, viewport, theme, withoutPolicy: true }));
});
