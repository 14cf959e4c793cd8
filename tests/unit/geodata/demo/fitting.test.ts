import { describe, expect, it } from 'vitest';
import { eventsByAge, HOSPITAL_RISK, plainRate } from '../../../../geodata/demo/agePattern.ts';
import { daysBetweenOnWeekday, daysOnWeekday, dayNumber, weekdayOf } from '../../../../geodata/demo/calendar.ts';
import { fitLevels } from '../../../../geodata/demo/levels.ts';
import { midnightExcess } from '../../../../geodata/demo/policeTimes.ts';
import { readPublishedFigures, reconciledHourGroups } from '../../../../geodata/demo/publishedFigures.ts';
import { by, holds, information } from '../../../../geodata/demo/verifying/figure.ts';

const figures = readPublishedFigures('geodata/areas/bedfordshire/published-figures.json');

describe('fitLevels', () => {
  const groups = [{ members: [0, 1, 2, 3], total: 100 }, { members: [0, 1], total: 70 }];

  it('meets overlapping groups and keeps proportions inside them', () => {
    const levels = fitLevels([1, 3, 1, 2], groups, null);
    expect(Array.from(levels, (value) => Math.round(value * 100) / 100)).toEqual([17.5, 52.5, 10, 20]);
  });

  it('keeps the chosen areas above the edge and the others below it', () => {
    const levels = fitLevels([1, 9, 9, 1], groups, { areas: new Set([0, 1]), edge: 25, unit: null });
    expect(Math.min(levels[0] ?? 0, levels[1] ?? 0)).toBeGreaterThan(25);
    expect(Math.max(levels[2] ?? 0, levels[3] ?? 0)).toBeLessThan(25);
    expect((levels[0] ?? 0) + (levels[1] ?? 0)).toBeCloseTo(70, 6);
  });

  it('says when groups contradict one another', () => {
    expect(() => fitLevels([1, 1], [{ members: [0, 1], total: 10 }, { members: [0, 1], total: 12 }], null)).toThrow(/cannot be met together/);
  });
});

describe('eventsByAge', () => {
  const people = HOSPITAL_RISK.map((_, band) => (band < 8 ? 60_000 : 40_000));

  it('keeps the expected pattern where its rate will do', () => {
    const ages = eventsByAge(1000, [1, 1e6], HOSPITAL_RISK, people);
    expect((ages[4] ?? 0) / (ages[3] ?? 1)).toBeCloseTo((HOSPITAL_RISK[4] ?? 0) / (HOSPITAL_RISK[3] ?? 1), 9);
  });

  it('bends it to the nearer end of the range otherwise, keeping the number', () => {
    const natural = plainRate(eventsByAge(1000, [1, 1e6], HOSPITAL_RISK, people), people);
    const ages = eventsByAge(1000, [natural * 1.02, natural * 1.05], HOSPITAL_RISK, people);
    expect(plainRate(ages, people)).toBeCloseTo(natural * 1.02, 4);
    expect(ages.reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 8);
  });

  it('refuses a rate that no ages can give', () => {
    expect(() => eventsByAge(1000, [9000, 9001], HOSPITAL_RISK, people)).toThrow(/No age pattern/);
  });
});

describe('the published table of hours', () => {
  it('is mended so that it sums to its printed total of 92,896', () => {
    const cells = reconciledHourGroups(figures);
    expect(cells.flat().reduce((a, b) => a + b, 0)).toBe(92_896);
    expect(cells[0]?.[6]).toBe(6958);
    expect(cells[2]?.[0]).toBe(1342);
    expect(cells[1]).toEqual([348, 335, 340, 335, 346, 565, 602]);
  });

  it('leaves most of the hours after midnight unexplained by their neighbours, at weekends least', () => {
    const groups = reconciledHourGroups(figures);
    const shares = midnightExcess(groups).map((count, day) => count / (groups[0]?.[day] ?? 1));
    for (const share of shares) expect(share).toBeGreaterThan(0.8);
    expect(shares.indexOf(Math.min(...shares))).toBe(6);
  });
});

describe('calendar', () => {
  it('knows weekdays, also across leap days and years', () => {
    expect(weekdayOf(dayNumber(2024, 2, 29))).toBe(3);
    expect(weekdayOf(dayNumber(2019, 1, 1))).toBe(1);
    expect(weekdayOf(dayNumber(1969, 12, 31))).toBe(2);
    expect(daysOnWeekday(2020, 2, 5)).toHaveLength(5);
    expect(daysOnWeekday(2021, 12, 4).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(['2021-12-03', '2021-12-10', '2021-12-17', '2021-12-24', '2021-12-31']);
    expect(daysBetweenOnWeekday(dayNumber(2021, 5, 1), dayNumber(2021, 5, 8), 5)).toHaveLength(2);
  });
});

describe('holds', () => {
  const figure = { section: '', title: '', published: 100, pack: 101, tolerance: { kind: 'exact' } } as const;

  it('judges by the tolerance and never passes what is not a number', () => {
    expect(holds(figure)).toBe(false);
    expect(holds({ ...figure, tolerance: { kind: 'share', of: 0.01 } })).toBe(true);
    expect(holds({ ...figure, tolerance: { kind: 'share', of: 0.009 } })).toBe(false);
    expect(holds({ ...figure, tolerance: by(0.5) })).toBe(false);
    expect(holds({ ...figure, pack: NaN, tolerance: by(50) })).toBe(false);
    expect(holds({ ...figure, pack: NaN, tolerance: information('why') })).toBe(true);
  });
});
