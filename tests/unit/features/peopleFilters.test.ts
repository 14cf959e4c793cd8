import { describe, expect, it } from 'vitest';
import { AGE_RANGES, chosenTitles, flagItems, nothingOfPeople, personUnit, sexItems, toggledCode } from '../../../src/features/explore/filters/people.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { FLAGS, SEXES } from '../../../src/model/vocabulary.ts';
import { POLICE, STREET } from '../../fakes/samplePack.ts';

describe('what the filters of people show', () => {
  it('are bars of the sexes with those not recorded, chosen by their codes', () => {
    expect(sexItems(Uint32Array.of(60, 38, 2), [0])).toEqual([
      { id: 'female', title: 'Female', count: 60, chosen: true }, { id: 'male', title: 'Male', count: 38, chosen: false }, { id: 'unknown', title: 'Not recorded', count: 2, chosen: false },
    ]);
    expect(sexItems(null, null).map(({ count }) => count)).toEqual([0, 0, 0]);
  });

  it('are bars of every aggravating factor; withheld counts stay withheld', () => {
    const items = flagItems(Uint32Array.of(30, 20, SUPPRESSED, 0, 1, 2, 3), [2]);
    expect(items.map(({ id }) => id)).toEqual(FLAGS.map(({ id }) => id));
    expect(items[2]).toEqual({ id: 'knife', title: 'Knife', count: SUPPRESSED, chosen: true });
  });

  it('count victims where a row is one, otherwise the data set’s own unit', () => {
    expect(personUnit(POLICE)).toBe('victims');
    expect(personUnit({ rowsAreVictims: false, unit: 'attendances' })).toBe('attendances');
  });

  it('say in one sentence that a data set knows nothing of people', () => {
    expect(nothingOfPeople(POLICE)).toBeNull();
    expect(nothingOfPeople({ ...STREET, fields: { ...STREET.fields, sex: true } })).toBeNull();
    expect(nothingOfPeople(STREET)).toBe('data.police.uk publishes nothing about victims: no age, no sex, no aggravating factors.');
    expect(nothingOfPeople({ ...STREET, kind: 'health-counts' })).toMatch(/^This data set holds nothing about patients/);
  });
});

describe('choosing by code', () => {
  it('adds and takes away, ascending', () => {
    expect(toggledCode(SEXES, null, 'male', true)).toEqual([1]);
    expect(toggledCode(SEXES, [1], 'female', true)).toEqual([0, 1]);
    expect(toggledCode(SEXES, [0], 'female', true)).toBeNull();
    expect(toggledCode(SEXES, [0], 'nobody', true)).toEqual([0]);
  });

  it('all sexes are every record; all factors are not, as most records carry none', () => {
    expect(toggledCode(SEXES, [0, 1], 'unknown', true)).toBeNull();
    expect(toggledCode(FLAGS, [0, 1, 2, 3, 4, 5], 'child-at-risk', false)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('is told by titles', () => {
    expect(chosenTitles(FLAGS, [0, 2])).toBe('Domestic abuse and Knife');
    expect(chosenTitles(FLAGS, null)).toBeNull();
  });

  it('offers quick ages of whole bands', () => {
    for (const { first, last } of AGE_RANGES) expect(first >= 0 && first <= last && last <= 18).toBe(true);
  });
});
