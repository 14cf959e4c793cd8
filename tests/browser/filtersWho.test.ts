import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { revisit } from './visit.ts';

const ask = packFiles();

describe('Choosing who', () => {
  test('ages: rates are over the chosen bands and their residents only', () => revisit(async (atlas) => {
    await atlas.filters.dragAges(10, 20);
    expect(await atlas.filters.chosenAges()).toEqual([10, 15, 20]);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ ages: [2, 4] })));
    expect((await atlas.screen.summary()).title).toContain('victims aged 10-24');
  }));

  test('ages by keyboard, and one at a time', () => revisit(async (atlas) => {
    await atlas.filters.keysOnAge(0, 'End', 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await atlas.filters.chosenAges()).toEqual([80, 85, 90]);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ ages: [16, 18] })));
    await atlas.filters.pressAges(85, 90, 80);
    expect(await atlas.filters.chosenAges()).toEqual([]);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask()));
  }));

  test('sex, with those not recorded apart; the population here is of all residents and says so', () => revisit(async (atlas) => {
    await atlas.filters.chooseSex('Female');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "sex = 'female'" })));
    expect(await atlas.screen.healthLine()).toContain('all residents');
    await atlas.filters.chooseSex('Male');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "sex IN ('female', 'male')" })));
  }));

  test('aggravating factors: any of those chosen', () => revisit(async (atlas) => {
    await atlas.filters.chooseFactor('Knife');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'knife' })));
    await atlas.filters.chooseFactor('Alcohol');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'knife OR alcohol' })));
  }));

  test('violence against women and girls at night: presets of people and of time together', () => revisit(async (atlas) => {
    await atlas.filters.pressPeoplePreset('Violence against women and girls');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "sex = 'female'", ages: [2, 18] })));
    await atlas.filters.pressPreset('Night-time economy');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "sex = 'female' AND (hour >= 19 OR hour < 7)", ages: [2, 18] })));
  }));
});
