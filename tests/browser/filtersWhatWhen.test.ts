import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { revisit } from './visit.ts';

const ask = packFiles();

describe('Choosing what and when', () => {
  test('an offence subgroup, and two of them', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Violence with injury');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "subgroup = 'violence-with-injury'" })));
    await atlas.filters.chooseSubgroup('Rape');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: "subgroup IN ('violence-with-injury', 'rape')" })));
  }));

  test('a period', () => revisit(async (atlas) => {
    await atlas.filters.setPeriod('Mar 2020', 'Aug 2021');
    expect((await atlas.screen.summary()).title).toContain('Mar 2020 to Aug 2021');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ months: "month BETWEEN '2020-03' AND '2021-08'" })));
  }));

  test('months of the year, with and without a period', () => revisit(async (atlas) => {
    await atlas.filters.chooseMonthsOfYear('June', 'December');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ months: "month[6:7] IN ('06', '12')" })));
    await atlas.filters.setPeriod('Jul 2019', 'Jun 2020');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ months: "month IN ('2019-12', '2020-06')" })));
  }));

  test('days and hours of one day', () => revisit(async (atlas) => {
    await atlas.filters.chooseDays('Sunday');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'isodow(date) = 7' })));
    await atlas.filters.setHours(15, 18);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'isodow(date) = 7 AND hour IN (15, 16, 17)' })));
  }));

  test('hours past midnight belong to the day on which they start', () => revisit(async (atlas) => {
    await atlas.filters.setHours(19, 7);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'hour >= 19 OR hour < 7' })));
    await atlas.filters.chooseDays('Sunday');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: '(isodow(date) = 7 AND hour >= 19) OR (isodow(date) = 1 AND hour < 7)' })));
    expect(await atlas.screen.healthLine()).toContain('12 hours of the week');
  }));

  test('records at exactly 00:00 set aside', () => revisit(async (atlas) => {
    await atlas.filters.setMidnightAside();
    const aside = await ask({ records: 'at_midnight' });
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'NOT at_midnight' })));
    expect(await atlas.screen.healthLine()).toContain(`${aside.matching.toLocaleString('en-GB')} at 00:00 set aside`);
  }));

  test('limits at 99.8%', () => revisit(async (atlas) => {
    await atlas.map.chooseConfidence('99.8%');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ confidence: 99.8 })));
  }));

  test('clearing all filters gives the first figures again', () => revisit(async (atlas) => {
    await atlas.filters.pressPreset('Night-time economy');
    await atlas.filters.chooseSubgroup('Homicide');
    await atlas.filters.clearAll();
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask()));
  }));
});
