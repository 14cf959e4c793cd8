import { describe, expect, it } from 'vitest';
import { populationWords } from '../../../src/model/population.ts';

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
