import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import type { Atlas } from './driver.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { visit } from './visit.ts';

const ask = packFiles();

/** All that a link has to bring back. */
async function readView(atlas: Atlas) {
  return {
    summary: await atlas.screen.summary(), measure: await atlas.map.measure(), legend: await atlas.map.legend(), lines: await atlas.table.read(),
    card: await atlas.screen.card(), selected: await atlas.table.selected(), address: (await atlas.address()).toString(),
  };
}

describe('The address', () => {
  test('brings back the view that it was copied from', () => visit(async (atlas) => {
    await atlas.filters.pressPreset('Friday and Saturday nights');
    await atlas.filters.chooseBorough('Luton');
    await atlas.map.chooseMeasure('Count');
    await atlas.table.select('Luton 018F');
    await atlas.map.jumpTo('Luton and Dunstable');
    await expect.poll(async () => (await atlas.address()).get('map')).not.toBe(null);
    const before = await readView(atlas);
    expect(before.card?.name).toBe('Luton 018F');
    expect(before.measure).toBe('Count');
    await atlas.reload();
    expect(await readView(atlas)).toEqual(before);
  }));

  test('can be written by hand', () => visit(async (atlas) => {
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({
      records: '(isodow(date) = 5 AND hour >= 22) OR (isodow(date) = 6 AND hour < 4)', months: "month BETWEEN '2021-01' AND '2021-12' AND month[6:7] IN ('11', '12', '01')",
      places: "hub = 'luton-south'",
    })));
    const card = await atlas.screen.card();
    expect(card?.name).toBe('Luton 018F');
    expect(Object.values(card?.facts ?? {})).toContain('E01015794');
    expect(await atlas.screen.notices()).toEqual([]);
  }, { hash: '/explore?v=1&pack=bedfordshire&data=police-recorded&from=2021-01&to=2021-12&months=11-1&days=fri&hours=22-4&hub=luton-south&area=E01015794' }));

  test('with bad values says what it does not use, and shows the rest', () => visit(async (atlas) => {
    const notices = await atlas.screen.notices();
    expect(notices).toHaveLength(4);
    for (const bad of ['from=2019-13', 'hours=25-99', 'measure=magic', '"nonsense=1"']) expect(notices.join('\n')).toContain(bad);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "borough = 'E06000032'" })));
    await atlas.screen.dismissNotices();
    expect(await atlas.screen.notices()).toEqual([]);
  }, { hash: '/explore?v=1&from=2019-13&hours=25-99&measure=magic&nonsense=1&borough=E06000032' }));

  test('that is no address of ours opens the first view with a notice', () => visit(async (atlas) => {
    expect((await atlas.screen.notices()).length).toBeGreaterThan(0);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask()));
  }, { hash: '/%%%/../<script>?v=zzz&type=%E0%A4%A' }));

  test('follows back and forward', () => visit(async (atlas) => {
    await atlas.filters.chooseBorough('Luton');
    await atlas.address();
    await atlas.filters.chooseSubgroup('Violence with injury');
    await atlas.address();
    await atlas.back();
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "borough = 'E06000032'" })));
    await atlas.back();
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask()));
    await atlas.forward();
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "borough = 'E06000032'" })));
  }));

  test('keeps the view while the Methods are read', () => visit(async (atlas) => {
    await atlas.filters.chooseBorough('Bedford');
    await atlas.showMethods();
    await atlas.showExplore();
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "borough = 'E06000055'" })));
  }));
});
