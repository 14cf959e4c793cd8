import { describe, expect, it } from 'vitest';
import { aggregate, type Aggregate, type AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { indexRecords } from '../../../src/tables/recordIndex.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { plainLoop } from './plainLoop.ts';
import { randomScene, randomSelection, type Scene } from './scene.ts';

/** Records that hold nothing but area, kind and month: those that are held as running sums. */
function monthlyScene(seed: number): Scene {
  const { input, records } = randomScene(seededRandom(seed), { rows: 400, areas: 9, hours: false, age: false, victims: false });
  return {
    records: { ...records, sex: null, flags: null },
    input: { ...input, cells: { ...input.cells, sex: null, flags: null }, entry: { ...input.entry, fields: { ...input.entry.fields, sex: false, flags: false } } },
  };
}

/** The typed arrays of an answer, wherever they stand. */
function arraysOf(value: unknown): ArrayLike<number>[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Uint32Array || value instanceof Uint8Array || value instanceof Float64Array) return [value];
  return Object.values(value).flatMap(arraysOf);
}

const fresh = (input: AggregationInput): AggregationInput => ({ ...input, cells: { ...input.cells } });

describe('an index of records', () => {
  it('gives what plain loops give for records of months, under any filter', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const scene = monthlyScene(seed);
      const random = seededRandom(100 + seed);
      for (let i = 0; i < 5; i += 1) {
        const selection = randomSelection(random, scene.input);
        const { rows, chosen, byMonthOfYear, byPlace, withoutLocation, outsideCounty } = aggregate(selection, scene.input);
        const expected = plainLoop(selection, scene);
        expect({ seed, i, count: [...rows.offences.subarray(0, 9)], months: [...rows.charts.byMonth], ofYear: [...byMonthOfYear], kinds: [...rows.charts.byKind], wards: [...byPlace.ward], elsewhere: [withoutLocation, outsideCounty], chosen: chosen.inPlace.length })
          .toEqual({ seed, i, count: expected.countByArea, months: expected.byMonth, ofYear: expected.byMonthOfYear, kinds: expected.byKind, wards: expected.byWard, elsewhere: [expected.withoutLocation, expected.outsideCounty], chosen: 9 });
      }
    }
  });

  it('answers the same however its areas are grouped, also where victims of an offence differ in code, age and sex', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const { input } = seed % 4 === 0 ? monthlyScene(seed) : randomScene(random, { rows: 400, areas: 9, age: seed % 2 === 0, victims: true, dirty: true });
      const indexes = [null, input.places.borough.ofArea, Int32Array.from(input.areas.code, (_, area) => area), Int32Array.from(input.areas.code, () => -1)].map((groups) => indexRecords(input.cells, groups));
      for (let i = 0; i < 4; i += 1) {
        const selection = randomSelection(random, input);
        const [first, ...others] = indexes.map((index) => aggregate(selection, { ...input, index }, true));
        for (const other of others) expect(other).toEqual(first);
      }
    }
  });

  it('needs the rows themselves no more', () => {
    const { input } = randomScene(seededRandom(4), { rows: 300, areas: 5, age: true, victims: true, dirty: true });
    const index = indexRecords(input.cells);
    const cells = { ...input.cells, cell: new Uint16Array(0), age: null, sex: null, flags: null, repeats: null };
    expect(aggregate(EVERYTHING, { ...input, cells, index }, true)).toEqual(aggregate(EVERYTHING, input, true));
  });

  it('answers again as it did at first, whatever was asked between and whatever became of the answers', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seededRandom(500 + seed);
      const { input } = seed % 3 === 0 ? monthlyScene(seed) : randomScene(random, { rows: 300, areas: 6, age: true });
      const asked: Selection[] = Array.from({ length: 7 }, () => randomSelection(random, input));
      // What only places and ages tell apart is counted once.
      asked.push({ ...asked[0]!, boroughs: ['B1'], ages: [3, 4] }, { ...asked[0]!, ages: null });
      const first = asked.map((selection) => aggregate(selection, fresh(input), true));
      for (const selection of [...asked, ...asked.toReversed()]) {
        const again: Aggregate = aggregate(selection, input, true);
        expect(again).toEqual(first[asked.indexOf(selection)]);
        const { openByAge: _kept, ...rows } = again.rows;
        for (const values of arraysOf({ ...again, rows, personYears: null })) if (values instanceof Uint32Array) values.fill(77);
      }
    }
  });
});
