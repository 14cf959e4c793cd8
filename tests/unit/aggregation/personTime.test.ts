import { describe, expect, it } from 'vitest';
import { nearestHeldYear, personYears, residentsOf } from '../../../src/aggregation/personTime.ts';

/** One area; 19 bands of 12, 24 and 36 persons in the held years. */
const population = { years: [2019, 2021, 2022], areas: 1, persons: Float64Array.from({ length: 57 }, (_, i) => 12 * (1 + Math.floor(i / 19))) };

const clauses = (sexes: number[] | null, ages: number[] | null = null) => ({ ages, sexes, flags: null });

describe('personYears', () => {
  it('counts a twelfth of the year’s population per month held', () => {
    const time = personYears(population, ['2019-01', '2019-02', '2022-12']);
    expect(time.byBand[0]).toBe(2 * 1 + 3);
    expect(time.total[0]).toBeCloseTo(19 * 5, 10);
    expect(time.months).toBe(3);
    expect(time.substituted).toEqual([]);
  });

  it('gives months that are missing no person-time', () => {
    const whole = personYears(population, Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`));
    const without = personYears(population, ['2019-01', '2019-06', '2019-12']);
    expect(without.total[0]).toBeCloseTo((whole.total[0] ?? 0) / 4, 10);
  });

  it('uses the nearest held year, the earlier of two equally near, and says so', () => {
    expect(nearestHeldYear([2019, 2021, 2022], 2020)).toBe(2019);
    expect(nearestHeldYear([2022, 2021, 2019], 2020)).toBe(2019);
    expect(nearestHeldYear([2019, 2021, 2022], 2011)).toBe(2019);
    expect(nearestHeldYear([], 2011)).toBeNull();
    const time = personYears(population, ['2024-01', '2020-05', '2020-06', '2019-05']);
    expect(time.substituted).toEqual([{ year: 2020, used: 2019 }, { year: 2024, used: 2022 }]);
    expect(time.byBand[0]).toBe(1 + 2 * 1 + 3);
  });

  it('counts the chosen age bands only, and women or men where they are held', () => {
    const bySex = { ...population, female: population.persons.map((persons, cell) => persons / 3 + (cell % 19) / 10) };
    const months = ['2019-01', '2022-12'];
    const some = personYears(population, months, { ages: [2, 18], sex: 'all' });
    expect([...some.byBand].map((years, band) => (years > 0 ? band : -1)).filter((band) => band >= 0)).toEqual([2, 18]);
    expect([some.byBand[2], some.total[0], some.ages, some.sex]).toEqual([4, 8, [2, 18], 'all']);
    const women = personYears(bySex, months, { ages: null, sex: 'female' });
    const men = personYears(bySex, months, { ages: null, sex: 'male' });
    expect(women.byBand[5]).toBeCloseTo((4 + 0.5 + 12 + 0.5) / 12, 12);
    const both = Array.from(women.byBand, (years, band) => Math.round(1e9 * (years + (men.byBand[band] ?? NaN))) / 1e9);
    expect(both).toEqual([...personYears(population, months).byBand]);
    expect(personYears(population, months, { ages: [], sex: 'all' }).total[0]).toBe(0);
  });

  it('takes women or men for exactly that clause and a population by sex; everybody otherwise', () => {
    const female = { female: new Float64Array(0) };
    expect([[0], [1], [0, 0], [2], [0, 1], [0, 2], [], null].map((sexes) => residentsOf(clauses(sexes), female).sex)).toEqual(['female', 'male', 'female', 'all', 'all', 'all', 'all', 'all']);
    expect(residentsOf(clauses([0]), {})).toEqual({ ages: null, sex: 'all' });
    expect(residentsOf(clauses(null, [4, 2, 4, 40]), {}).ages).toEqual([2, 4]);
    expect(residentsOf(clauses(null, Array.from({ length: 19 }, (_, band) => band)), {}).ages).toBeNull();
  });

  it('counts areas without a population as none, never NaN', () => {
    const time = personYears({ years: [2019], areas: 1, persons: new Float64Array(19).fill(Number.NaN) }, ['2019-01']);
    expect(time.total[0]).toBe(0);
    expect(personYears({ years: [], areas: 1, persons: new Float64Array(0) }, ['2019-01']).total[0]).toBe(0);
  });
});
