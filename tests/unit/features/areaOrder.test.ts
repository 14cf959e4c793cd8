import { describe, expect, it } from 'vitest';
import { stableOrder } from '../../../src/features/explore/stableOrder.ts';
import { rowAfter } from '../../../src/features/explore/areas/moveFocus.ts';
import { drawnRows, rangeAt } from '../../../src/features/explore/areas/rowWindow.ts';
import { listed } from '../../../src/features/explore/areas/useListed.ts';
import { FIRST_SORT } from '../../../src/features/explore/areaOrder.ts';
import { areaRows } from '../../../src/features/explore/areaRows.ts';
import { CLASS } from '../../../src/model/measures.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { evaluationOf } from '../map/scene.ts';

/** A fixed sequence, so that a failure can be seen again. */
function numbers(length: number, of: (share: number) => number): number[] {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return of(state / 2 ** 32);
  });
}

describe('stableOrder', () => {
  it.each([
    ['rates', numbers(3000, (share) => share * 40_000)],
    ['small and large, below zero and above', numbers(3000, (share) => (share - 0.5) * 10 ** Math.floor(share * 300 - 150))],
    ['few values, many ties', numbers(3000, (share) => Math.floor(share * 5) - 2)],
    ['zeros of both signs and ends', [0, -0, 5, -0, 0, -1e308, 1e308, Number.MIN_VALUE, -Number.MIN_VALUE]],
    ['one', [3]], ['none', []],
  ])('is what comparing gives: %s', (_, keys) => {
    const compared = [...keys.keys()].toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
    expect([...stableOrder(Uint32Array.from(keys.keys()), (item) => keys[item] ?? 0)]).toEqual(compared);
  });
});

describe('the window of a table', () => {
  it('holds what is in sight and some around it, and moves in steps', () => {
    expect(rangeAt(0, 460, 46)).toEqual({ first: 0, last: 24 });
    expect(rangeAt(46 * 100, 460, 46)).toEqual({ first: 88, last: 120 });
    expect(rangeAt(46 * 97, 460, 46)).toEqual(rangeAt(46 * 101, 460, 46));
    expect(rangeAt(-200, 460, 46)).toEqual({ first: 0, last: 24 });
  });

  it('is as long as with all rows, wherever it stands and whichever row is held', () => {
    for (const range of [{ first: 0, last: 3 }, { first: 4, last: 8 }, { first: 8, last: 40 }, { first: 30, last: 40 }]) {
      for (const pinned of [null, 0, 5, 9]) {
        const drawn = drawnRows(range, 0, 10, pinned);
        expect(drawn.reduce((sum, part) => sum + ('gap' in part ? part.gap : 1), 0)).toBe(10);
        const rows = drawn.flatMap((part) => ('row' in part ? [part.row] : []));
        expect(rows).toEqual([...new Set([...Array.from({ length: 10 }, (_, row) => row).filter((row) => row >= range.first && row < range.last), ...(pinned === null ? [] : [pinned])])].toSorted((a, b) => a - b));
      }
    }
  });

  it('draws a part of the lines, such as those outside the chosen places', () => {
    expect(drawnRows({ first: 0, last: 6 }, 4, 9, 2)).toEqual([{ row: 4 }, { row: 5 }, { gap: 3, before: 9 }]);
  });
});

describe('rowAfter', () => {
  it('walks and jumps, and stays within the rows', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => rowAfter(key, 5, 12))).toEqual([6, 4, 11, 0, 0, 11]);
    expect(rowAfter('a', 5, 12)).toBeNull();
  });
});

const rows = areaRows(samplePack(), evaluationOf({ columns: { rate: [1, 5, 3, 9, 7], inPlace: [1, 1, 1, 0, 0], rateClass: [CLASS.higher, CLASS.lower, CLASS.higher, CLASS.higher, CLASS.lower] } }), 'rate');
const find = (words: string, onlyHigher = false) => [...listed(rows, FIRST_SORT, { onlyHigher, find: words }).order.areas];

describe('listed', () => {
  it('gives each area its line, with one line for the heading of those outside', () => {
    const all = listed(rows, FIRST_SORT, { onlyHigher: false, find: '' });
    expect([all.lines, all.first, all.order.inside]).toEqual([6, 'E01000002', 3]);
    expect(samplePack().areas.code.map((code) => all.lineOf(code))).toEqual([2, 0, 1, 4, 5]);
    expect([all.lineOf(null), all.lineOf('E09999999')]).toEqual([null, null]);
  });

  it('leaves out what is not asked for: other classes, other words in name, ward or code', () => {
    expect(find('', true)).toEqual([2, 0, 3]);
    expect([find('luton 001'), find('CASTLE'), find('e01000003'), find(' '), find('nowhere')]).toEqual([[1, 0], [3, 4], [2], [1, 2, 0, 3, 4], []]);
  });
});
