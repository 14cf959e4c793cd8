import { describe, expect, it } from 'vitest';
import { intervalDomain, orderAreas, type Sort } from '../../../src/features/explore/areaOrder.ts';
import { allRows, areaRows, rankOf } from '../../../src/features/explore/areaRows.ts';
import { rowHint } from '../../../src/features/explore/areas/AreaTableRow.tsx';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { evaluationOf, type SceneColumns } from '../map/scene.ts';

const areasOf = (columns: SceneColumns, kind: 'dsr' | 'rate' = 'rate') => areaRows(samplePack(), evaluationOf({ columns }), kind);
const rowsOf = (columns: SceneColumns, kind: 'dsr' | 'rate' = 'rate') => allRows(areasOf(columns, kind));
const order = (columns: SceneColumns, sort: Sort) => [...orderAreas(areasOf(columns), sort).areas];
const NONE = Number.NaN;

describe('areaRows', () => {
  it('has every area in the pack’s order with the rate of the kind asked for', () => {
    const columns = { rate: [1, 2, 3, 4, 5], dsr: [50, 40, 30, 20, 10], rateClass: [4, 3, 2, 1, 0], dsrClass: [2, 2, 2, 2, 2] };
    expect(rowsOf(columns).map(({ code, value, classCode }) => [code, value, classCode])).toEqual([
      ['E01000001', 1, CLASS.higher], ['E01000002', 2, CLASS.similar], ['E01000003', 3, CLASS.lower], ['E01000004', 4, CLASS.tooFew], ['E01000005', 5, CLASS.noData],
    ]);
    expect(rowsOf(columns, 'dsr').map(({ value, classCode }) => [value, classCode])).toEqual([50, 40, 30, 20, 10].map((value) => [value, CLASS.lower]));
  });

  it('carries what each area is compared with, its adjusted p, person-years and the count of its borough', () => {
    const evaluation = evaluationOf();
    const [first, , , last] = allRows(areaRows(samplePack(), { ...evaluation, boroughs: { E06000032: { count: 80, rate: evaluation.county.rate, dsr: null } } }, 'dsr'));
    expect(first).toMatchObject({ benchmark: 2876.4, adjustedP: 1, personYears: 2000, boroughCount: 80 });
    expect(last?.boroughCount).toBeNaN();
  });

  it('is made once for an answer, whoever asks', () => {
    const [pack, evaluation] = [samplePack(), evaluationOf()];
    expect(areaRows(pack, evaluation, 'dsr')).toBe(areaRows(pack, evaluation, 'dsr'));
    expect(areaRows(pack, evaluation, 'rate')).not.toBe(areaRows(pack, evaluation, 'dsr'));
  });

  it('ranks the highest first, ties alike, and areas without a rate not at all', () => {
    const values = Float64Array.of(5, 9, NONE, 9, 1);
    expect([...values.keys()].map((area) => rankOf(values, area))).toEqual([3, 1, null, 1, 4]);
  });
});

describe('orderAreas', () => {
  it('puts chosen places first whatever the column', () => {
    const columns = { rate: [1, 5, 3, 9, 7], inPlace: [1, 1, 1, 0, 0] };
    expect(order(columns, { column: 'rate', descending: true })).toEqual([1, 2, 0, 3, 4]);
    expect(order(columns, { column: 'rate', descending: false })).toEqual([0, 2, 1, 4, 3]);
  });

  it('keeps rates that are not given last in both directions, most events first', () => {
    const columns = { rate: [NONE, 5, NONE, 9, 7], count: [2, 50, 8, 90, 70], rateReason: [REASON.fewerThan10, 0, REASON.fewerThan10, 0, 0] };
    expect(order(columns, { column: 'rate', descending: true })).toEqual([3, 4, 1, 2, 0]);
    expect(order(columns, { column: 'rate', descending: false })).toEqual([1, 4, 3, 2, 0]);
  });

  it('never lets a withheld count show its size by its place', () => {
    expect(order({ count: [SUPPRESSED, 7, 0, 9, 8] }, { column: 'count', descending: true })).toEqual([3, 4, 1, 0, 2]);
  });

  it('puts areas that the data set does not cover below those with none', () => {
    expect(order({ count: [0, 7, 0, 9, 8], rateReason: [REASON.notCovered, 0, 0, 0, 0] }, { column: 'count', descending: true })).toEqual([3, 4, 1, 2, 0]);
  });

  it('sorts names as people do', () => {
    expect(order({}, { column: 'name', descending: false })).toEqual([3, 4, 0, 1, 2]);
  });
});

describe('intervalDomain', () => {
  it('takes in every upper limit and the benchmark, and never has no width', () => {
    expect(intervalDomain(areasOf({ rate: [1, 2, 3, 4, 500] }).rate.upper, 100)).toEqual([0, 500]);
    expect(intervalDomain(areasOf({ rate: [1, 2, 3, 4, 5] }).rate.upper, 100)).toEqual([0, 150]);
    expect(intervalDomain(new Float64Array(), NONE)).toEqual([0, 1]);
  });

  it('ends where 95% of the upper limits do, so that one town centre does not squeeze the others', () => {
    const uppers = Float64Array.from({ length: 100 }, (_, index) => (index < 98 ? 100 + index : 20_000));
    expect(intervalDomain(uppers, 50)).toEqual([0, 194]);
  });
});

describe('rowHint', () => {
  const row = { ...rowsOf({}, 'dsr')[0]!, lower: 3800, upper: 4200, adjustedP: 0.0123 };

  it('says what the columns leave out; the adjusted p-value where that decides the class', () => {
    expect(rowHint(row, false)).toMatch(/^Limits 3,800 to 4,200; benchmark 2,876; [^;]*borough’s count$/);
    expect(rowHint(row, true)).toContain('; benchmark 2,876; adjusted p 0.01; ');
    expect(rowHint({ ...row, adjustedP: Number.NaN }, true)).not.toContain('adjusted');
    expect(rowHint({ ...row, reason: REASON.fewerThan10 }, true)).toBeUndefined();
  });
});
