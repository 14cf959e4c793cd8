import { describe, expect, it } from 'vitest';
import { contourLines, type GridPlace } from '../../../src/geometry/contourLines.ts';
import { seededRandom } from '../../../src/statistics/seededRandom.ts';

const N = Number.NaN;
const grid = (columns: number, rows: number, make: (column: number, row: number) => number): Float64Array => Float64Array.from({ length: columns * rows }, (_, at) => make(at % columns, Math.floor(at / columns)));
const closed = (line: readonly GridPlace[]): boolean => line.length > 3 && line[0]?.[0] === line.at(-1)?.[0] && line[0]?.[1] === line.at(-1)?.[1];

describe('contourLines', () => {
  it('interpolates between the centres of cells', () => {
    const [line = [], ...others] = contourLines([0, 4, 8, 0, 4, 8, 0, 4, 8], 3, 1);
    expect(others).toEqual([]);
    expect(line.toSorted((a, b) => a[1] - b[1])).toEqual([[0.25, 0], [0.25, 1], [0.25, 2]]);
  });

  it('closes round a hill, at the level’s own distance from its top', () => {
    const cone = grid(41, 41, (column, row) => 20 - Math.hypot(column - 20, row - 20));
    const [line = [], ...others] = contourLines(cone, 41, 10);
    expect([others, closed(line)]).toEqual([[], true]);
    // Linear interpolation on a cone errs by less than a fiftieth of a cell at this distance.
    expect(line.map(([column, row]) => Math.abs(Math.hypot(column - 20, row - 20) - 10)).filter((error) => error > 0.02)).toEqual([]);
  });

  it('has a line for each of two hills, and one within the other for a crater', () => {
    const hills = grid(30, 12, (column, row) => Math.max(0, 5 - Math.hypot(column - 6, row - 6), 5 - Math.hypot(column - 22, row - 6)));
    expect(contourLines(hills, 30, 2).map(closed)).toEqual([true, true]);
    const crater = grid(31, 31, (column, row) => 5 - Math.abs(Math.hypot(column - 15, row - 15) - 8));
    expect(contourLines(crater, 31, 2).map(closed)).toEqual([true, true]);
  });

  it.each([['joins high corners where the mean is above the level', 0.4], ['parts them where it is below', 0.6]] as const)('at a saddle %s', (_, level) => {
    const lines = contourLines([1, 0, 0, 1], 2, level);
    // Which corner each line cuts off: the one nearest to its middle.
    const corners = lines.map(([from = [0, 0], to = [0, 0]]) => [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)].join(','));
    expect(corners.toSorted()).toEqual(level < 0.5 ? ['0,1', '1,0'] : ['0,0', '1,1']);
  });

  it('ends where nothing is known, and draws nothing along that edge', () => {
    const half = grid(12, 12, (column, row) => (column < 6 ? N : 6 - Math.hypot(column - 6, row - 6)));
    const lines = contourLines(half, 12, 3);
    expect(lines.map(closed)).toEqual([false]);
    expect(lines.flat().filter(([column]) => column < 6)).toEqual([]);
  });

  it('is nothing for levels that no value reaches or all do, and for grids without squares', () => {
    expect([contourLines([1, 2, 3, 4], 2, 5), contourLines([1, 2, 3, 4], 2, 1), contourLines([1, 2], 2, 1.5), contourLines([], 0, 1), contourLines([0, 0, 0, 0], 2, 1)]).toEqual([[], [], [], [], []]);
  });

  it('never parts a line: every end lies on the grid’s edge, and every crossing on exactly one line', () => {
    const random = seededRandom(7);
    const noise = grid(25, 18, () => random());
    const lines = contourLines(noise, 25, 0.5);
    const ends = lines.filter((line) => !closed(line)).flatMap((line) => [line[0], line.at(-1)]);
    expect(ends.filter((end) => end !== undefined && end[0] > 0 && end[0] < 24 && end[1] > 0 && end[1] < 17)).toEqual([]);
    let crossings = 0;
    for (let row = 0; row < 18; row += 1) for (let column = 0; column < 25; column += 1) {
      const high = (at: number): boolean => (noise[at] ?? 0) >= 0.5;
      const at = row * 25 + column;
      if (column < 24 && high(at) !== high(at + 1)) crossings += 1;
      if (row < 17 && high(at) !== high(at + 25)) crossings += 1;
    }
    const places = lines.flatMap((line) => (closed(line) ? line.slice(1) : line)).map((place) => place.join());
    expect([places.length, new Set(places).size]).toEqual([crossings, crossings]);
  });
});
