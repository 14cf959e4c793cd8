import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { printedCount, printedLimits, printedRate } from './printed.ts';
import { revisit } from './visit.ts';

const ask = packFiles();

/** Friday and Saturday 19:00-07:00, written out evening by evening and morning by morning. */
const WEEKEND_NIGHTS = `crime_type = 'violence-and-sexual-offences' AND (
  (isodow(date) = 5 AND hour >= 19) OR (isodow(date) = 6 AND hour < 7) OR (isodow(date) = 6 AND hour >= 19) OR (isodow(date) = 7 AND hour < 7))`;

describe('Violence on Friday and Saturday nights in Luton', () => {
  test('a newcomer reads which areas are significantly higher than the county, why, and from how many events', () => revisit(async (atlas) => {
    await atlas.filters.chooseType('Violence and sexual offences');
    await atlas.filters.chooseDays('Friday', 'Saturday');
    await atlas.filters.setHours(19, 7);
    await atlas.filters.chooseBorough('Luton');
    const answer = await ask({ records: WEEKEND_NIGHTS, places: "borough = 'E06000032'" });
    expect(await figuresOn(atlas)).toEqual(figuresOf(answer));
    expect((await atlas.screen.summary()).title).toBe('Violence and sexual offences, Fri and Sat 19:00-07:00, Luton, Jan 2019 to Dec 2023');

    const county = printedRate(answer.county?.value ?? Number.NaN);
    for (const className of ['Significantly higher', 'Similar', 'Significantly lower'] as const) {
      const area = answer.areas.find((one) => one.inPlace && one.className === className);
      if (!area?.rate) throw new Error(`No area of Luton reads "${className}": the test shows nothing`);
      await atlas.table.select(area.name);
      const card = await atlas.screen.card();
      expect(card).toMatchObject({ name: area.name, className });
      expect(card?.facts).toMatchObject({ Offences: printedCount(area.offences) });
      expect(Object.values(card?.facts ?? {})).toContain(printedCount(area.events));
      expect(card?.text).toContain({
        'Significantly higher': `Its lower limit, ${printedRate(area.rate.lower)}, is above Bedfordshire’s ${county}.`,
        Similar: `Its limits, ${printedLimits(area.rate)}, take in Bedfordshire’s ${county}.`,
        'Significantly lower': `Its upper limit, ${printedRate(area.rate.upper)}, is below Bedfordshire’s ${county}.`,
      }[className]);
    }
  }));

  test('the ready-made time gives the same', () => revisit(async (atlas) => {
    await atlas.filters.pressPreset('Friday and Saturday nights');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ records: WEEKEND_NIGHTS })));
  }));
});
