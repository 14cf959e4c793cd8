import { describe, expect, it } from 'vitest';
import { populationOn } from '../../../../geodata/pack/populationTable.ts';
import type { LsoaLookup } from '../../../../geodata/sources/lookups.ts';
import type { PopulationYear } from '../../../../geodata/sources/populationRows.ts';

const member = (code: string) => [code, { code, name: code, borough: 'E06000901' }] as const;
/** A is unchanged, B was split into B1 and B2. */
const lookup: LsoaLookup = {
  members: { '2011': new Map(['A', 'B'].map(member)), '2021': new Map(['A', 'B1', 'B2'].map(member)) },
  parents: new Map([['A', ['A']], ['B1', ['B']], ['B2', ['B']]]), children: new Map([['A', ['A']], ['B', ['B1', 'B2']]]), sha256: '',
};
const year = (at: number, vintage: '2011' | '2021', persons: Record<string, number>, file = `${vintage}-${at}`): PopulationYear => ({
  year: at, vintage, file, sha256: file, bands: new Map(Object.entries(persons).map(([code, each]) => [code, new Float64Array(19).fill(each)])),
});
const first = (persons: Float64Array, areas: number) => Array.from({ length: persons.length / 19 / areas }, (_, index) => Array.from({ length: areas }, (__, area) => persons[(index * areas + area) * 19]));

describe('populationOn', () => {
  it('sums 2021 areas to 2011 ones and prefers years published on the pack\'s areas', () => {
    const result = populationOn('2011', ['A', 'B'], [year(2021, '2021', { A: 5, B1: 3, B2: 4 }), year(2020, '2011', { A: 1, B: 2 }), year(2020, '2021', { A: 9, B1: 9, B2: 9 })], lookup, null);
    expect(result.population.years).toEqual([2020, 2021]);
    expect(first(result.population.persons, 2)).toEqual([[1, 2], [5, 7]]);
    expect(result.unused.map(({ file }) => file)).toEqual(['2021-2020']);
    expect(result.entry.basis).toBe('ONS mid-year estimates: mid-2020 as published on 2011 LSOAs; mid-2021 summed from 2021 LSOAs. Other years use the nearest one held, the earlier of two equally near.');
  });

  it('shares a split area by residents, and stops without them', () => {
    const years = [year(2019, '2011', { A: 10, B: 20 })];
    const result = populationOn('2021', ['A', 'B1', 'B2'], years, lookup, new Map([['A', 1], ['B1', 300], ['B2', 100]]));
    expect(first(result.population.persons, 3)).toEqual([[10, 15, 5]]);
    expect(() => populationOn('2021', ['A', 'B1', 'B2'], years, lookup, null)).toThrow('B was split, and there are no Census 2021 residents');
  });

  it('stops at a merged area it cannot sum', () => {
    const merged: LsoaLookup = { ...lookup, members: { '2011': new Map(['A', 'B'].map(member)), '2021': new Map([member('M')]) }, parents: new Map([['M', ['A', 'B']]]), children: new Map([['A', ['M']], ['B', ['M']]]) };
    expect(() => populationOn('2011', ['A', 'B'], [year(2021, '2021', { M: 5 })], merged, null)).toThrow('M was made from several 2011 LSOAs');
  });

  it('takes the same figures twice once, and stops where two files differ', () => {
    const same = populationOn('2011', ['A', 'B'], [year(2020, '2011', { A: 1, B: 2 }), year(2020, '2011', { A: 1, B: 2 }, 'copy')], lookup, null);
    expect(same.unused.map(({ file }) => file)).toEqual(['copy']);
    expect(() => populationOn('2011', ['A', 'B'], [year(2020, '2011', { A: 1, B: 2 }), year(2020, '2011', { A: 1, B: 3 }, 'other')], lookup, null)).toThrow('Mid-2020 populations of B differ between two files');
  });
});
