import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { classCounts } from './printed.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { revisit } from './visit.ts';

const ask = packFiles();

describe('Too few to say', () => {
  test('areas with fewer than 10 events have neither rate nor class, and say how long it would take', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Rape');
    const answer = await ask({ records: "subgroup = 'rape'" });
    expect(classCounts(answer)['Too few to say']).toBeGreaterThan(100);
    expect(await figuresOn(atlas)).toEqual(figuresOf(answer));

    const few = answer.areas.find(({ events }) => events > 1 && events < 10);
    if (few === undefined) throw new Error('No such area: the test shows nothing');
    await atlas.table.select(few.name);
    const card = await atlas.screen.card();
    expect(card?.className).toBe('Too few to say');
    expect(card?.text).toContain(`Only ${few.events} victims of known age: a rate needs at least 10.`);
    expect(card?.text).toContain(`about ${few.monthsNeeded} further months`);
  }));

  test('exactly 10 events are enough', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Rape');
    const ten = (await ask({ records: "subgroup = 'rape'" })).areas.find(({ events }) => events === 10);
    if (ten === undefined) throw new Error('No such area: the test shows nothing');
    const line = (await atlas.table.read()).find(({ name }) => name === ten.name);
    expect(line?.className).toBe(ten.className);
    expect(line?.className).not.toBe('Too few to say');
  }));

  test('no filter leaves an area in a class of the one before', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Violence with injury');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "subgroup = 'violence-with-injury'" })));
    await atlas.filters.chooseDays('Wednesday');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "subgroup = 'violence-with-injury' AND isodow(date) = 3" })));
    await atlas.filters.setHours(2, 6);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "subgroup = 'violence-with-injury' AND isodow(date) = 3 AND hour BETWEEN 2 AND 5" })));
    await atlas.filters.clearAll();
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask()));
  }));

  test('hatches them on the map, in no colour of a class', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Homicide');
    const legend = await atlas.map.legend();
    expect(legend.map(({ label, areas }) => [label, areas])).toEqual([['Significantly higher', 0], ['Similar', 0], ['Significantly lower', 0], ['Too few to say', 381]]);
    const colours = legend.map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(4);
    await expect.poll(async () => (await atlas.map.countPixels(colours)).map((count) => count > 2000), { timeout: 20_000 }).toEqual([false, false, false, true]);
  }));
});
