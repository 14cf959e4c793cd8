import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { visit } from './visit.ts';

const ask = packFiles();

describe('The first screen', () => {
  test('says that it shows demonstration data, and what', () => visit(async (atlas) => {
    expect(await atlas.screen.badge()).toBe('Demonstration data');
    expect((await atlas.screen.summary()).title).toBe('Violence and sexual offences, Jan 2019 to Dec 2023');
  }));

  test('prints the figures that the files of the pack give', () => visit(async (atlas) => {
    const answer = await ask();
    expect(answer.matching).toBe(91_334);
    expect(answer.areas).toHaveLength(381);
    expect(await figuresOn(atlas)).toEqual(figuresOf(answer));
  }));

  test('paints each class of the legend on the map, and takes it off again', () => visit(async (atlas) => {
    const classes = (await atlas.map.legend()).filter(({ areas }) => areas > 0);
    expect(classes.map(({ label }) => label)).toEqual(['Significantly higher', 'Similar', 'Significantly lower']);
    const painted = () => atlas.map.countPixels(classes.map(({ colour }) => colour));
    await expect.poll(async () => Math.min(...await painted()), { timeout: 20_000 }).toBeGreaterThan(2000);
    await atlas.map.toggleClass('Significantly higher');
    await expect.poll(async () => (await painted())[0], { timeout: 20_000 }).toBe(0);
    expect((await painted())[2]).toBeGreaterThan(2000);
  }));
});
