import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { mayShareOffences } from '../../../src/selection/sharing.ts';

const may = (a: Partial<Selection>, b: Partial<Selection>) => {
  const [one, other] = [{ ...EVERYTHING, ...a }, { ...EVERYTHING, ...b }];
  const result = mayShareOffences(one, other);
  expect(mayShareOffences(other, one)).toBe(result);
  return result;
};

describe('mayShareOffences', () => {
  it('is false where a clause keeps the two apart', () => {
    expect(may({ period: { from: '2019-01', to: '2019-12' } }, { period: { from: '2020-01', to: '2023-12' } })).toBe(false);
    expect(may({ boroughs: ['Luton'] }, { boroughs: ['Bedford'], wards: ['x'] })).toBe(false);
    expect(may({ monthsOfYear: [12, 1] }, { monthsOfYear: [6] })).toBe(false);
    expect(may({ days: [0] }, { days: [4, 5] })).toBe(false);
    expect(may({ hours: { from: 19, to: 7 } }, { hours: { from: 7, to: 19 } })).toBe(false);
  });

  it('is true where nothing does', () => {
    expect(may({}, {})).toBe(true);
    expect(may({ boroughs: ['Luton'] }, {})).toBe(true);
    expect(may({ boroughs: ['Luton'] }, { wards: ['x'] })).toBe(true);
    expect(may({ period: { from: '2019-01', to: '2020-01' } }, { period: { from: '2020-01', to: '2023-12' } })).toBe(true);
    expect(may({ period: { from: '2019-01', to: '2020-01' } }, {})).toBe(true);
  });

  it('knows that a night belongs to the next morning as well', () => {
    expect(may({ days: [4], hours: { from: 19, to: 7 } }, { days: [5] })).toBe(true);
  });

  it('does not part victims: an offence can have two', () => {
    expect(may({ sexes: [0] }, { sexes: [1] })).toBe(true);
    expect(may({ ages: [2] }, { ages: [10] })).toBe(true);
    expect(may({ flags: [0] }, { flags: [1] })).toBe(true);
  });
});
