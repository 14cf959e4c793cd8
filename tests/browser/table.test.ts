import { describe, expect, test } from 'vitest';
import { visit } from './visit.ts';

describe('The ranked table draws only what is in sight', () => {
  test('and yet reaches the areas by keyboard from end to end, each in sight', () => visit(async (atlas) => {
    const names = (await atlas.table.read()).map(({ name }) => name);
    const { drawn, said } = await atlas.table.lines();
    expect([names.length, said]).toEqual([381, 381]);
    expect(drawn).toBeLessThan(60);
    await atlas.keyboard.tabUntil(async () => (await atlas.table.focused()) === names[0]);
    const expectAt = async (line: number) => {
      expect([await atlas.table.focused(), await atlas.table.focusedLine()]).toEqual([names[line], { index: line, inSight: true }]);
    };
    for (let line = 10; line < names.length; line += 10) {
      await atlas.keyboard.press('PageDown');
      await expectAt(line);
    }
    for (let line = names.length - 2; line > names.length - 14; line -= 1) {
      await atlas.keyboard.press('ArrowUp');
      await expectAt(line);
    }
    await atlas.keyboard.press('Home');
    await expectAt(0);
    await atlas.keyboard.press('End');
    await expectAt(names.length - 1);
    expect((await atlas.table.lines()).drawn).toBeLessThan(60);
    expect(await atlas.table.tabStops()).toBe(1);
  }));

  test('and keeps the focus on its area when new figures put it elsewhere', () => visit(async (atlas) => {
    await atlas.filters.chooseBorough('Luton');
    const among = (await atlas.table.read()).map(({ name }) => name);
    await atlas.keyboard.tabUntil(async () => (await atlas.table.focused()) === among[0]);
    // The worst of Luton's: low in the county, though above those outside the chosen places.
    const last = among.findLastIndex((name) => name.startsWith('Luton'));
    for (let line = 0; line + 10 <= last; line += 10) await atlas.keyboard.press('PageDown');
    const name = await atlas.table.focused();
    const before = await atlas.table.focusedLine();
    await atlas.back();
    expect(await atlas.table.focused()).toBe(name);
    expect((await atlas.table.focusedLine())?.index).toBe((await atlas.table.read()).findIndex((line) => line.name === name));
    expect((await atlas.table.focusedLine())?.index).not.toBe(before?.index);
  }));

  test('and finds areas by name, ward or code', () => visit(async (atlas) => {
    const all = await atlas.table.read();
    const wanted = all.filter(({ name }) => name.includes('Luton 00'));
    await atlas.table.find('luton 00');
    expect(await atlas.table.read()).toEqual(wanted);
    expect((await atlas.table.lines()).said).toBe(wanted.length);
    await atlas.table.find('nowhere at all');
    expect(await atlas.table.read()).toEqual([]);
    await atlas.table.find('');
    expect(await atlas.table.read()).toEqual(all);
  }));

  test('and is the map’s twin: the row of an area selected elsewhere comes into sight', () => visit(async (atlas) => {
    const names = (await atlas.table.read()).map(({ name }) => name);
    await atlas.plot.show('Caterpillar');
    await atlas.plot.focus();
    await atlas.keyboard.press('Home');
    await atlas.keyboard.press('Enter');
    await atlas.plot.show('Table');
    expect(await atlas.table.selected()).toEqual([names.at(-1)]);
    expect(await atlas.table.inSight(names.at(-1) ?? '')).toBe(true);
  }));
});
