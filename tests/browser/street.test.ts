import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { printedCount } from './printed.ts';
import { revisit } from './visit.ts';

const ask = packFiles();
const STREET = 'Street-level crime (as data.police.uk publishes)';
const PUBLISHED_MONTHS = 'data.police.uk publishes the month of each crime, not the day or hour.';

describe('Street-level crime as data.police.uk publishes it', () => {
  test('offers no hours and no standardised rate, and says why', () => revisit(async (atlas) => {
    await atlas.filters.switchDataSet(STREET);
    expect(await atlas.filters.readClause('Day and hour')).toContain(PUBLISHED_MONTHS);
    expect(await atlas.filters.hoursCanBeChosen()).toBe(false);
    for (const preset of ['Night-time economy', 'Friday and Saturday nights', 'After school']) expect(await atlas.filters.presetIsDisabled(preset)).toBe(true);
    expect(await atlas.filters.presetIsDisabled('Summer months')).toBe(false);
    expect(await atlas.map.measure()).toBe('Crude rate against the benchmark');
    const disabled = (await atlas.map.measures()).filter((measure) => measure.disabled).map(({ text }) => text);
    expect(disabled).toHaveLength(2);
    for (const text of disabled) expect(text).toContain('needs the age of each victim, which this data set does not hold');
  }));

  test('keeps anti-social behaviour apart until it is chosen', () => revisit(async (atlas) => {
    await atlas.filters.switchDataSet(STREET);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ dataSet: 'street' })));
    const incidents = await ask({ dataSet: 'street', records: "crime_type = 'anti-social-behaviour'" });
    expect(await atlas.filters.readIncidents()).toContain(printedCount(incidents.matching));
    expect(await atlas.screen.healthLine()).toContain('ASB kept apart');
    await atlas.filters.chooseType('Anti-social behaviour');
    expect(await atlas.screen.healthLine()).not.toContain('ASB kept apart');
    expect(await figuresOn(atlas)).toEqual(figuresOf(incidents));
  }));

  test('filters by type, period and place', () => revisit(async (atlas) => {
    await atlas.filters.switchDataSet(STREET);
    await atlas.filters.chooseType('Violence and sexual offences');
    await atlas.filters.chooseType('Robbery');
    await atlas.filters.setPeriod('Jan 2022', 'Dec 2022');
    await atlas.filters.chooseBorough('Bedford');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({
      dataSet: 'street', records: "crime_type IN ('violence-and-sexual-offences', 'robbery')", months: "month LIKE '2022-%'", places: "borough = 'E06000055'",
    })));
  }));

  test('carries hours chosen elsewhere without applying them, and applies them again there', () => revisit(async (atlas) => {
    await atlas.filters.pressPreset('Night-time economy');
    await atlas.filters.switchDataSet(STREET);
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ dataSet: 'street' })));
    await atlas.filters.switchDataSet('Police-recorded violence and sexual offences');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: 'hour >= 19 OR hour < 7' })));
  }));
});
