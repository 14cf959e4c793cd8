import { describe, expect, it } from 'vitest';
import { ENOUGH_EVENTS, pooledHours } from '../../../src/patrol/pooledHours.ts';

const EVERY_HOUR = Array.from<number>({ length: 168 }).fill(1);
const at = (events: Readonly<Record<number, number>>): number[] => Array.from({ length: 168 }, (_, slot) => events[slot] ?? 0);
const slot = (day: number, hour: number): number => day * 24 + hour;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('pooled hours', () => {
  it('give each day of a group the group’s mean day where it has enough events', () => {
    const { hours, basis } = pooledHours(at({ [slot(0, 10)]: 80, [slot(3, 15)]: 40, [slot(4, 22)]: 90, [slot(6, 1)]: 60 }), EVERY_HOUR);
    expect(basis).toEqual([{ group: 0, from: 'group', events: 120 }, { group: 1, from: 'group', events: 150 }]);
    expect([0, 1, 2, 3].map((day) => [hours[slot(day, 10)], hours[slot(day, 15)], hours[slot(day, 22)]])).toEqual(Array.from({ length: 4 }, () => [20, 10, 0]));
    expect([4, 5, 6].map((day) => [hours[slot(day, 22)], hours[slot(day, 1)], hours[slot(day, 10)]])).toEqual(Array.from({ length: 3 }, () => [30, 20, 0]));
  });

  it('take all days’ hours, at the group’s own level, where it has too few', () => {
    const { hours, basis } = pooledHours(at({ [slot(0, 10)]: ENOUGH_EVENTS - 1, [slot(5, 22)]: 201 }), EVERY_HOUR);
    expect(basis).toEqual([{ group: 0, from: 'all-days', events: 300 }, { group: 1, from: 'group', events: 201 }]);
    // 99 events over 4 days, a third of them at the hour that holds a third of all.
    expect(hours[slot(2, 10)]).toBeCloseTo(99 / 4 * 99 / 300, 12);
    expect(hours[slot(2, 22)]).toBeCloseTo(99 / 4 * 201 / 300, 12);
    expect(hours[slot(6, 22)]).toBeCloseTo(67, 12);
    expect(sum(hours)).toBeCloseTo(300, 9);
  });

  it('leave out the hours that the filter leaves out, and average over those it takes', () => {
    const chosen = at({ [slot(4, 22)]: 1, [slot(5, 22)]: 1, [slot(5, 23)]: 1 });
    const { hours, basis } = pooledHours(at({ [slot(4, 22)]: 6, [slot(5, 22)]: 2, [slot(5, 23)]: 4 }), chosen);
    expect(hours.flatMap((events, index) => (events > 0 ? [[index, events]] : []))).toEqual([[slot(4, 22), 4], [slot(5, 22), 4], [slot(5, 23), 4]]);
    expect(basis).toEqual([{ group: 1, from: 'group', events: 12 }]);
  });

  it('are nothing where there is nothing', () => {
    expect(pooledHours(at({}), EVERY_HOUR)).toEqual({ hours: at({}), basis: [] });
  });
});
