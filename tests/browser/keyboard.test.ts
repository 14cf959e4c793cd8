import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { visit } from './visit.ts';

const ask = packFiles();

describe('By keyboard alone', () => {
  test('every area can be reached in the table and selected', () => visit(async (atlas) => {
    const names = (await atlas.table.read()).map(({ name }) => name);
    expect(await atlas.table.tabStops()).toBe(1);
    await atlas.keyboard.tabUntil(async () => (await atlas.table.focused()) === names[0]);
    const reached = [names[0]];
    for (let row = 1; row < 12; row += 1) {
      await atlas.keyboard.press('ArrowDown');
      reached.push((await atlas.table.focused()) ?? '');
    }
    expect(reached).toEqual(names.slice(0, 12));
    await atlas.keyboard.press('Enter');
    expect((await atlas.screen.card())?.name).toBe(names[11]);
    await atlas.keyboard.press('PageDown');
    expect(await atlas.table.focused()).toBe(names[21]);
    await atlas.keyboard.press('End');
    expect(await atlas.table.focused()).toBe(names.at(-1));
    await atlas.keyboard.press('Shift+Enter');
    expect(new Set(await atlas.table.selected())).toEqual(new Set([names[11], names.at(-1)]));
    expect((await atlas.screen.card())?.name).toBe(names.at(-1));
    expect(await atlas.scrolledBy()).toBe(0);
    await atlas.keyboard.press('Home');
    expect(await atlas.table.focused()).toBe(names[0]);
  }));

  test('areas of the caterpillar plot are walked and selected, on the map and in the table too', () => visit(async (atlas) => {
    const names = (await atlas.table.read()).map(({ name }) => name);
    await atlas.plot.show('Caterpillar');
    await atlas.plot.focus();
    await atlas.keyboard.press('End');
    expect(await atlas.plot.current()).toContain(names[0]);
    await atlas.keyboard.press('ArrowLeft', 2);
    expect(await atlas.plot.current()).toContain(names[2]);
    await atlas.keyboard.press('Enter');
    await atlas.keyboard.press('Home');
    await atlas.keyboard.press('Shift+Enter');
    expect((await atlas.screen.card())?.name).toBe(names.at(-1));
    expect((await atlas.address()).get('area')?.split(',')).toHaveLength(2);
    const orange = async () => (await atlas.map.countPixels(['rgb(244, 106, 37)']))[0] ?? 0;
    await atlas.screen.zoomToCard();
    await expect.poll(orange, { timeout: 20_000 }).toBeGreaterThan(50);
    await atlas.plot.show('Table');
    expect(new Set(await atlas.table.selected())).toEqual(new Set([names[2], names.at(-1)]));
  }));

  test('links skip to the filters, the map and the ranked areas', () => visit(async (atlas) => {
    const [first] = (await atlas.table.read()).map(({ name }) => name);
    const follow = async (words: string) => {
      expect(await atlas.keyboard.focusedWords()).toBe(words);
      await atlas.keyboard.press('Enter');
      return atlas.keyboard.focusedPart();
    };
    await atlas.keyboard.press('Tab');
    expect(await follow('Skip to filters')).toBe('Filters');
    await atlas.keyboard.tabUntil(async () => (await atlas.keyboard.focusedWords()) === 'Skip to map', 'Shift+Tab');
    expect(await follow('Skip to map')).toBe('Map');
    await atlas.reload();
    await atlas.keyboard.press('Tab', 3);
    expect(await follow('Skip to ranked areas')).toBe('Areas');
    expect(await atlas.table.focused()).toBe(first);
  }));

  test('the map takes the focus and its keys move it', () => visit(async (atlas) => {
    await atlas.map.waitUntilDrawn();
    await atlas.keyboard.tabUntil(() => atlas.map.canvasHasFocus());
    await atlas.keyboard.press('+');
    await expect.poll(async () => (await atlas.address()).get('map')).not.toBe(null);
    const before = (await atlas.address()).get('map');
    await atlas.keyboard.press('ArrowRight');
    await expect.poll(async () => (await atlas.address()).get('map')).not.toBe(before);
  }));

  test('classes of the legend can be taken off and put back', () => visit(async (atlas) => {
    const shown = async () => Object.fromEntries((await atlas.map.legend()).map((line) => [line.label, line.shown]));
    await atlas.map.focusClass('Similar');
    await atlas.keyboard.press('Space');
    expect((await shown())['Similar']).toBe(false);
    expect((await shown())['Significantly higher']).toBe(true);
    await atlas.keyboard.press('Enter');
    expect((await shown())['Similar']).toBe(true);
  }));

  test('the ends of the period move a month at a time', () => visit(async (atlas) => {
    await atlas.filters.pressOnPeriod('First month', 'ArrowRight', 3);
    await atlas.filters.pressOnPeriod('Last month', 'ArrowLeft', 2);
    expect((await atlas.screen.summary()).title).toContain('Apr 2019 to Oct 2023');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ months: "month BETWEEN '2019-04' AND '2023-10'" })));
  }));

  test('the focus is always seen, and never caught', () => visit(async (atlas) => {
    const stops = new Set<string>();
    const unseen: string[] = [];
    for (let step = 0; step < 45; step += 1) {
      await atlas.keyboard.tab();
      const words = await atlas.keyboard.focusedWords();
      stops.add(words);
      if (!await atlas.keyboard.focusIsVisible()) unseen.push(words);
    }
    expect(unseen).toEqual([]);
    expect(stops.size).toBeGreaterThan(35);
    expect(await atlas.scrolledBy()).toBe(0);
  }));
});
