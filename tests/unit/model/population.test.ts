import { describe, expect, it } from 'vitest';
import { agedWords, ageWords, denominatorNote, denominatorWords, populationWords, standardisedWords } from '../../../src/model/population.ts';

const note = (sexes: number[] | null, sex: 'female' | 'all') => denominatorNote({ sexes }, { sex, ages: null });
const standIns = (...pairs: [number, number][]) => ({ substituted: pairs.map(([year, used]) => ({ year, used })) });

describe('populationWords', () => {
  it('says how the one population of a pack was made, whatever the years', () => {
    const one = { years: [2018], basis: 'Mean of the mid-2017, mid-2019 and mid-2020 estimates, used for every year.' };
    expect(populationWords(one, standIns([2019, 2018], [2020, 2018]))).toBe('Population: mean of the mid-2017, mid-2019 and mid-2020 estimates, used for every year');
    expect(populationWords(one, standIns())).toContain('mean of the mid-2017');
  });

  it('names the years that stand in, and for which', () => {
    const held = { years: [2017, 2019, 2020], basis: 'Mid-year estimates.' };
    expect(populationWords(held, standIns([2021, 2020], [2022, 2020], [2023, 2020]))).toBe('2020 residents stand in for 2021 to 2023');
    expect(populationWords(held, standIns([2023, 2020], [2018, 2017], [2021, 2020]))).toBe('2017 residents stand in for 2018; 2020 residents stand in for 2021, 2023');
    expect(populationWords(held, standIns())).toBeNull();
  });
});

describe('who a rate is of', () => {
  const all = Array.from({ length: 19 }, (_, band) => band);

  it('names ages by their ends', () => {
    expect([[2, 3, 4], [2, 3, 4, 5, 18], [0, 1, 2, 3, 4], [14, 15, 16, 17, 18], [18], [4, 2], [0], all, []].map(ageWords)).toEqual([
      '10-24', '10-29 and 90 and over', 'under 25', '70 and over', '90 and over', '10-14 and 20-24', 'under 5', 'any age', 'no age',
    ]);
    expect([[3], all].map(agedWords)).toEqual(['aged 15-19', 'of any age']);
  });

  it('says what a rate is per', () => {
    expect(denominatorWords({ ages: null, sex: 'all', hoursOfWeek: 168 })).toBe('per 100,000 residents a year');
    expect(denominatorWords({ ages: [2, 3, 4], sex: 'all', hoursOfWeek: 24 })).toBe('per 100,000 residents aged 10-24 a year in these hours');
    expect(denominatorWords({ ages: all.slice(2), sex: 'female', hoursOfWeek: 168 })).toBe('per 100,000 female residents aged 10 and over a year');
    expect(denominatorWords({ ages: all, sex: 'male', hoursOfWeek: 168 })).toBe('per 100,000 male residents a year');
  });

  it('says over which ages a rate is standardised', () => {
    expect([null, all, [2, 3, 4]].map((ages) => standardisedWords({ ages }))).toEqual(['directly standardised', 'directly standardised', 'directly standardised over ages 10-24']);
  });

  it('says why one sex is measured against all residents', () => {
    expect([note(null, 'all'), note([0], 'female'), note([0, 1], 'all'), note([0, 1, 2], 'all')]).toEqual([null, null, null, null]);
    expect(note([0], 'all')).toBe('The population held is not by sex, so rates are per all residents');
    expect(denominatorNote({ sexes: [0] }, { sex: 'all', ages: [2, 3] })).toBe('The population held is not by sex, so rates are per all residents of these ages');
    expect([note([2], 'all'), note([0, 2], 'all')]).toEqual(Array.from({ length: 2 }, () => 'No population goes with a sex that is not recorded, so rates are per all residents'));
  });
});
