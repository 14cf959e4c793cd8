import { describe, expect, it } from 'vitest';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { describeFlags, describeSelection, describeVictims } from '../../../src/selection/describe.ts';
import { effectiveSelection } from '../../../src/selection/effective.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';

const { places, areas } = samplePack();
const AE: DataSetEntry = { ...POLICE, kind: 'health-counts', fields: { weekdayHour: false, subgroup: false, age: true, sex: false, flags: false } };
const people = (change: Partial<Selection>): Selection => ({ ...EVERYTHING, ...change });

const areaWords = (codes: readonly string[], names: typeof areas | null = areas) =>
  describeSelection(people({ areas: codes, boroughs: ['E06000032'] }), POLICE, places, names).split(', ').slice(1, -1).join(', ');

describe('describeVictims', () => {
  it.each<[Partial<Selection>, string | null]>([
    [{}, null],
    [{ sexes: [0], ages: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] }, 'female victims aged 10 and over'],
    [{ ages: [2, 3, 4] }, 'victims aged 10-24'],
    [{ ages: [0, 1] }, 'victims aged under 10'],
    [{ ages: [18, 2, 5] }, 'victims aged 10-14, 25-29 and 90 and over'],
    [{ ages: Array.from({ length: 19 }, (_, band) => band) }, 'victims of any age'],
    [{ sexes: [0, 1] }, 'female and male victims'],
    [{ sexes: [2] }, 'victims whose sex is not recorded'],
    [{ sexes: [1, 2], ages: [3] }, 'male victims aged 15-19 and those whose sex is not recorded'],
  ])('%j', (change, words) => {
    expect(describeVictims(people(change), POLICE)).toBe(words);
  });

  it('speaks of patients in health data', () => {
    expect(describeVictims(people({ ages: [2, 3, 4] }), AE)).toBe('patients aged 10-24');
  });
});

it('describeFlags names any of the flags', () => {
  expect([null, [0], [2, 3], [1, 2, 6]].map((flags) => describeFlags({ flags }))).toEqual([null, 'with domestic abuse', 'with a knife or a gun', 'with alcohol, a knife or a child at risk']);
});

describe('describeSelection', () => {
  it('says who, with what, then when', () => {
    expect(describeSelection(people({ sexes: [0], flags: [0], days: [4] }), POLICE, places)).toBe('Violence and sexual offences, female victims, with domestic abuse, Fri, Jan 2019 to Dec 2023');
  });

  it('names one or two areas and counts more', () => {
    expect(areaWords(['E01000001'])).toBe('Luton, Luton 001A');
    expect(areaWords(['E01000001', 'E01000004'])).toBe('Luton, Luton 001A and Bedford 001A');
    expect(areaWords(['E01000001', 'E01000002', 'E01000003'])).toBe('Luton, 3 chosen areas');
    expect(areaWords(['E01000001', 'E09'], null)).toBe('Luton, E01000001 and E09');
  });
});

describe('effectiveSelection', () => {
  const asked = people({ ages: [2, 3], sexes: [0], flags: [0] });

  it('leaves out what a data set does not hold of people, each with the reason', () => {
    const { selection, dropped } = effectiveSelection(asked, STREET, places);
    expect(selection).toEqual(EVERYTHING);
    expect(dropped).toEqual([
      { clause: 'ages', reason: 'The choice of ages is not applied. This data set does not hold the age of the victim.' },
      { clause: 'sexes', reason: 'The choice of sex is not applied. This data set does not hold the sex of the victim.' },
      { clause: 'flags', reason: 'The choice of flags is not applied. data.police.uk publishes no flags such as domestic abuse or knife.' },
    ]);
    const health = effectiveSelection(asked, AE, places);
    expect([health.selection.ages, health.dropped.map(({ reason }) => reason)]).toEqual([[2, 3], [
      'The choice of sex is not applied. This data set does not hold the sex of the patient.', 'The choice of flags is not applied. This data set has no flags such as domestic abuse or knife.',
    ]]);
  });

  it('applies them where they are held', () => {
    expect(effectiveSelection(asked, POLICE, places)).toEqual({ selection: asked, dropped: [] });
  });

  it('leaves out areas that the pack does not have', () => {
    const { selection, dropped } = effectiveSelection(people({ areas: ['E01000002', 'E01999999'] }), POLICE, places, areas);
    expect([selection.areas, dropped]).toEqual([['E01000002'], [{ clause: 'areas', reason: '"E01999999" is not in this pack, so that choice is not applied.' }]]);
    expect(effectiveSelection(people({ areas: ['E01999999'] }), POLICE, places, areas).selection.areas).toBeNull();
  });
});
