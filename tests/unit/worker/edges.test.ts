import { describe, expect, it } from 'vitest';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import type { AreaTable } from '../../../src/model/areas.ts';
import type { Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { packRecords } from '../../../src/tables/packRecords.ts';
import { placeIndex } from '../../../src/tables/placeIndex.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { randomScene } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => `2011-${String(i + 1).padStart(2, '0')}`);

/** A county with so many events in each area, all in the given month slots in turn; 100 people per age band. */
function county(events: readonly number[], changes: { months?: readonly string[]; persons?: (area: number) => number } = {}): AggregationInput {
  const { input } = randomScene(seededRandom(1), { rows: 10, areas: events.length, kinds: 1, hours: false, age: true, victims: false });
  const months = changes.months ?? MONTHS;
  const area = Int32Array.from(events.flatMap((count, i) => Array.from({ length: count }, () => i)));
  const records = {
    area, sourceCode: Array.from(area, () => ''), kind: new Uint8Array(area.length), month: Uint16Array.from(area, (_, row) => row % months.length), weekdayHour: null, day: null,
    age: Uint8Array.from(area, (_, row) => row % 19), sex: null, flags: null, reference: null, longitude: null, latitude: null,
  };
  const code = events.map((_, i) => `E${String(i).padStart(8, '0')}`);
  const areas: AreaTable = { ...input.areas, code, borough: code.map((_, i) => (i === 0 ? 'B1' : 'B2')), longitude: Float64Array.from(code, (_, i) => i), latitude: new Float64Array(code.length) };
  return {
    ...input, areas, places: placeIndex(areas, null),
    entry: { ...input.entry, months, kinds: [{ type: 'assault', typeTitle: 'Assault', subgroup: null, subgroupTitle: null, crime: true }], disclosureThreshold: 0 },
    cells: packRecords(records, { areaCodes: code, kinds: 1, months: months.length, weekdayHours: 1 }),
    population: { years: [2018], areas: code.length, persons: Float64Array.from({ length: code.length * 19 }, (_, cell) => changes.persons?.(Math.floor(cell / 19)) ?? 100) },
  };
}

function evaluated(input: AggregationInput, selection: Partial<Selection> = {}): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'd', selection: { ...EVERYTHING, ...selection }, confidence: 95, benchmark: { kind: 'county' }, detail: false }, input);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

describe('at the edges', () => {
  it('withholds 9 events with the months still needed, and shows exactly 10', () => {
    const { areas } = evaluated(county([9, 10, 1, 0, 11]));
    expect([...areas.dsrReason]).toEqual([REASON.fewerThan10, REASON.given, REASON.fewerThan10, REASON.fewerThan10, REASON.given]);
    expect([...areas.rateReason]).toEqual([...areas.dsrReason]);
    expect([...areas.monthsNeededRate]).toEqual([2, 0, 108, 65535, 0]);
    expect([...areas.monthsNeededDsr]).toEqual([2, 0, 108, 65535, 0]);
  });

  it('gives an area where nobody lives and nothing happened no rate, and leaves it out of what chance would paint', () => {
    const answer = evaluated(county([0, 40, 60], { persons: (area) => (area === 0 ? 0 : 100) }));
    expect([answer.areas.rateReason[0], answer.areas.dsrReason[0], answer.areas.rateClass[0], answer.areas.dsrClass[0]]).toEqual([REASON.noPopulation, REASON.noPopulation, CLASS.noData, CLASS.noData]);
    expect(answer.expectedHigherByChance.rate).toBeCloseTo(0.05, 10);
    expect(answer.expectedHigherByChance.dsr).toBeCloseTo(0.05, 10);
    expect(answer.county.rate.value).toBeCloseTo(100 / 3800 * 100_000, 6);
  });

  it('finds an area that is the whole county similar to it', () => {
    const { areas, county: all } = evaluated(county([500]));
    expect(areas.rate[0]).toBe(all.rate.value);
    expect([areas.rateClass[0], areas.dsrClass[0]]).toEqual([CLASS.similar, CLASS.similar]);
  });

  it('counts a part of a year as its months, with the nearest population, and says which year that is', () => {
    const answer = evaluated(county([120, 120]), { monthsOfYear: [11, 12, 1, 2] });
    expect(answer.personTime).toEqual({ months: 4, substituted: [{ year: 2011, used: 2018 }], hoursOfWeek: 168, ages: null, sex: 'all' });
    expect(answer.areas.personYears[0]).toBeCloseTo(1900 * 4 / 12, 9);
    expect(answer.areas.count[0]).toBe(40);
  });

  it('has no rate, and no NaN for a count, where no month is chosen', () => {
    const answer = evaluated(county([50, 50], { months: ['2011-01', '2011-02'] }), { monthsOfYear: [6] });
    expect([answer.county.count, answer.county.rate.reason, answer.personTime.months]).toEqual([0, REASON.noPopulation, 0]);
    expect([...answer.areas.count, ...answer.areas.rateReason]).toEqual([0, 0, REASON.noPopulation, REASON.noPopulation]);
  });

  it('compares with the whole county whatever is chosen where, a drawn shape around nothing included', () => {
    const input = county([30, 300, 90, 45]);
    const whole = evaluated(input);
    for (const selection of [{ boroughs: ['B1'] }, { boroughs: ['B2'] }, { drawn: [[10, 10], [11, 10], [11, 11]] }] as const) {
      const answer = evaluated(input, selection);
      expect(answer.county).toEqual(whole.county);
      expect([...answer.areas.dsrClass, ...answer.areas.rateClass, ...answer.areas.countQuintile]).toEqual([...whole.areas.dsrClass, ...whole.areas.rateClass, ...whole.areas.countQuintile]);
      expect(answer.expectedHigherByChance).toEqual(whole.expectedHigherByChance);
    }
    const nothing = evaluated(input, { drawn: [[10, 10], [11, 10], [11, 11]] });
    expect([nothing.matching, nothing.chosen.rate.reason, nothing.chosen.rate.personYears]).toEqual([0, REASON.noPopulation, 0]);
  });

  it('keeps equal counts in one quintile, the lower', () => {
    expect([...evaluated(county([5, 5, 5, 5, 5, 5, 5, 5, 9, 30])).areas.countQuintile]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 5, 5]);
    expect([...evaluated(county([1, 2, 2, 2, 3, 4, 5, 6, 7, 8])).areas.countQuintile]).toEqual([1, 1, 1, 1, 3, 3, 4, 4, 5, 5]);
  });
});
