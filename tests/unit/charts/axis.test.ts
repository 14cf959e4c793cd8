import { describe, expect, it } from 'vitest';
import { cellAt, gridScale, isChosen, midnightShare, outlineOf, rectangleOf } from '../../../src/charts/hourGrid.ts';
import { monthAt, monthAxis, moveEnd, periodOf, spanOf } from '../../../src/charts/monthAxis.ts';
import { toggledMonth } from '../../../src/charts/MonthOfYearBars.tsx';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT } from '../../../src/model/vocabulary.ts';
import { hoursOfWeekMask } from '../../../src/selection/hoursOfWeek.ts';

describe('month axis', () => {
  const axis = monthAxis(['2019-11', '2019-12', '2020-03'], [5, 0, 7]);

  it('gives missing months a place without a count, and zero its zero', () => {
    expect(axis).toEqual([
      { text: '2019-11', count: 5 }, { text: '2019-12', count: 0 }, { text: '2020-01', count: null }, { text: '2020-02', count: null }, { text: '2020-03', count: 7 },
    ]);
    expect([monthAxis([], []), monthAxis(['nonsense'], [1])]).toEqual([[], []]);
  });

  it('turns periods into spans and back; the whole axis is no period', () => {
    expect([spanOf(null, axis), spanOf({ from: '2019-12', to: '2020-02' }, axis), spanOf({ from: '2000-01', to: '2019-11' }, axis)]).toEqual([{ first: 0, last: 4 }, { first: 1, last: 3 }, { first: 0, last: 0 }]);
    expect(spanOf({ from: '2025-01', to: '2025-02' }, axis)).toEqual({ first: 0, last: 4 });
    expect([periodOf({ first: 1, last: 3 }, axis), periodOf({ first: 0, last: 4 }, axis)]).toEqual([{ from: '2019-12', to: '2020-02' }, null]);
  });

  it('stops an end at the other end and at the ends of the axis', () => {
    const span = { first: 1, last: 3 };
    expect([moveEnd(span, 'first', -9, 5), moveEnd(span, 'first', 9, 5), moveEnd(span, 'last', -9, 5), moveEnd(span, 'last', 9, 5)]).toEqual([
      { first: 0, last: 3 }, { first: 3, last: 3 }, { first: 1, last: 1 }, { first: 1, last: 4 },
    ]);
  });

  it('finds the month under a point, the nearest outside', () => {
    expect([-5, 0, 19, 20, 99, 100, 500].map((offset) => monthAt(offset, 100, 5))).toEqual([0, 0, 0, 1, 4, 4, 4]);
  });
});

describe('months of the year', () => {
  it('toggles one; none or all is null', () => {
    expect([toggledMonth(null, 7), toggledMonth([7], 1), toggledMonth([1, 7], 7), toggledMonth([7], 7), toggledMonth([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 12)]).toEqual([[7], [1, 7], [1], null, null]);
  });
});

describe('hour grid', () => {
  it('chooses exactly the hours that the engine counts', () => {
    for (const days of [null, [4, 5], [6], [0, 1, 2, 3, 4]]) {
      for (const hours of [null, { from: 19, to: 7 }, { from: 15, to: 18 }, { from: 19, to: 24 }, { from: 7, to: 7 }, { from: 0, to: 24 }, { from: 23, to: 0 }]) {
        const mask = hoursOfWeekMask({ ...EVERYTHING, days, hours });
        const chosen = Array.from({ length: 7 * 24 }, (_, index) => Number(isChosen({ day: Math.floor(index / 24), hour: index % 24 }, days, hours)));
        expect({ days, hours, chosen }).toEqual({ days, hours, chosen: [...mask].filter((_, slot) => slot % HOUR_SLOTS !== MIDNIGHT_SLOT) });
      }
    }
  });

  it('makes days and hours of a rectangle, whichever way it is drawn', () => {
    const expected = { days: [4, 5], hours: { from: 19, to: 24 } };
    expect([rectangleOf({ day: 4, hour: 19 }, { day: 5, hour: 23 }), rectangleOf({ day: 5, hour: 19 }, { day: 4, hour: 23 })]).toEqual([expected, expected]);
    expect(rectangleOf({ day: 0, hour: 0 }, { day: 6, hour: 23 })).toEqual({ days: null, hours: null });
  });

  it('finds the cell under a point, the nearest outside', () => {
    expect([cellAt(0, 0, 240, 70), cellAt(239, 69, 240, 70), cellAt(-4, 900, 240, 70)]).toEqual([{ day: 0, hour: 0 }, { day: 6, hour: 23 }, { day: 6, hour: 0 }]);
  });

  it('colours by quantile of the hours, without the pile at 00:00, and zero and withheld apart', () => {
    const counts = new Uint32Array(175);
    for (let hour = 0; hour < 24; hour += 1) counts[hour] = hour + 1;
    counts[MIDNIGHT_SLOT] = 5000;
    const { stepOf, lowest, highest } = gridScale(counts);
    expect([lowest, highest, stepOf(1), stepOf(12), stepOf(24), stepOf(0), stepOf(SUPPRESSED)]).toEqual([1, 24, 1, 3, 5, 0, 0]);
  });

  it('gives the share at 00:00, and none where it would give a withheld count away', () => {
    const counts = new Uint32Array(175);
    counts[10] = 54;
    counts[HOUR_SLOTS + MIDNIGHT_SLOT] = 46;
    expect([midnightShare(counts), midnightShare(new Uint32Array(175))]).toEqual([0.46, Number.NaN]);
    counts[3] = SUPPRESSED;
    expect(midnightShare(counts)).toBeNaN();
  });

  it('outlines what is chosen and nothing inside it', () => {
    const path = outlineOf(({ day, hour }) => day === 1 && (hour === 2 || hour === 3), (hour) => hour * 10, (day) => day * 10);
    expect(path).toBe('M20 10H30M20 20H30M20 10V20M30 10H40M30 20H40M40 10V20');
  });
});
