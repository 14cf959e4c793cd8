import { describe, expect, it } from 'vitest';
import { aggregate } from '../../../src/aggregation/aggregate.ts';
import { nextQuestion, type Question, selectionOf } from '../../../src/bench/question.ts';
import { seededRandom } from '../../../src/bench/random.ts';
import { syntheticCells } from '../../../src/bench/syntheticCells.ts';
import { boroughOf, syntheticScene } from '../../../src/bench/syntheticScene.ts';
import { NO_LOCATION, OUTSIDE_COUNTY, type RecordColumns } from '../../../src/model/cells.ts';
import { packRecords } from '../../../src/tables/packRecords.ts';
import { columnsOf } from '../../bench/page/columns.ts';
import { plainLoop } from '../../bench/page/contenders/plainLoop.ts';
import { ours } from '../../bench/page/contenders/ours.ts';
import { digestOf } from '../../bench/page/answer.ts';

const DIMENSIONS = ['kinds', 'months', 'days', 'hours', 'boroughs'] as const;
const SIZE = { rows: 5000, areas: 381 };

describe('Synthetic records', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(syntheticCells(SIZE, 7)).toEqual(syntheticCells(SIZE, 7));
    expect(syntheticCells(SIZE, 8).cell).not.toEqual(syntheticCells(SIZE, 7).cell);
  });

  it('are packed as packRecords packs them', () => {
    const cells = syntheticCells(SIZE, 7);
    const { area, kind, month, weekdayHour, age, rows } = columnsOf(cells);
    // Backwards, so that packing has something to order.
    const records: RecordColumns = {
      area: Int32Array.from(area, (slot) => (slot < SIZE.areas ? slot : slot === SIZE.areas ? NO_LOCATION : OUTSIDE_COUNTY)).toReversed(),
      sourceCode: Array.from({ length: rows }, () => ''), kind: kind.toReversed(), month: Uint16Array.from(month).toReversed(),
      weekdayHour: weekdayHour.toReversed(), age: age.toReversed(), day: null, sex: null, flags: null, reference: null, longitude: null, latitude: null,
    };
    expect(packRecords(records, { areaCodes: cells.areaCodes, kinds: cells.kinds, months: cells.months, weekdayHours: 175 })).toEqual(cells);
  });

  it('hold as many rows as asked for, some without a location and some outside', () => {
    const { offsets, cell } = syntheticCells(SIZE, 7);
    expect(cell).toHaveLength(SIZE.rows);
    expect(offsets.toSorted()).toEqual(offsets);
    expect(Array.from(offsets.slice(-2))).toEqual([4950, 5000]);
  });
});

describe('Questions', () => {
  it('change every dimension from one to the next', () => {
    const random = seededRandom(3);
    let before: Question | null = null;
    for (let i = 0; i < 200; i += 1) {
      const question = nextQuestion(random, SIZE.areas, before);
      const same = DIMENSIONS.filter((name) => JSON.stringify(question[name]) === JSON.stringify(before?.[name]));
      expect(same).toEqual([]);
      before = question;
    }
  });

  it('are answered alike by the engine and by a plain loop over the columns', () => {
    const scene = syntheticScene(SIZE);
    const [engine, loop] = [ours(scene), plainLoop(columnsOf(scene.cells))];
    const random = seededRandom(4);
    let matched = 0;
    for (let i = 0; i < 40; i += 1) {
      const question = nextQuestion(random, SIZE.areas, null);
      const [found, expected] = [engine.ask(question)(), loop.ask(question)()];
      expect(found).toEqual(expected);
      expect(found.answer && digestOf(found.answer)).toBe(expected.answer && digestOf(expected.answer));
      matched += found.matching;
    }
    expect(matched).toBeGreaterThan(1000);
  });

  it('mean by a borough its areas', () => {
    const scene = syntheticScene(SIZE);
    const { chosen } = aggregate(selectionOf({ kinds: [1], months: [0, 59], days: [0], hours: [0, 23], boroughs: [1] }), scene);
    expect([...chosen.inPlace]).toEqual(Array.from({ length: SIZE.areas }, (_, area) => (boroughOf(area) === 1 ? 1 : 0)));
  });
});
