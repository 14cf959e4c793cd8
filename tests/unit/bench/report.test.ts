import { describe, expect, it } from 'vitest';
import { chartOf } from '../../bench/report/chart.ts';
import { row, timesFigures } from '../../bench/report/row.ts';
import { number, ratio, rowText, verdict } from '../../bench/report/text.ts';
import { readOptions } from '../../bench/options.ts';

const times = (median: number, p95: number) => ({ median, p95, repeats: 30 });

describe('The table of budgets', () => {
  it('says what is met, and by how much the rest is missed', () => {
    expect(verdict(1, 1, 'ms')).toBe('met');
    expect(verdict(3.5, 2.5, 'ms')).toBe('MISSED by 1 ms (1.4 times the budget)');
    expect(verdict(Number.NaN, 1, 'ms')).toBe('not measured');
  });

  it('prints ours, the budget, and the others with their ratio to ours', () => {
    const text = rowText(row('engine', 'A new filter', timesFigures(times(0.25, 3), 1, 2.5), {
      ours: 0.25,
      beside: [
        { name: 'arquero', version: '8.0.3', times: times(13, 20), reason: null, loaded: 70, checked: 'counts' },
        { name: 'crossfilter2', version: '1.5.4', times: null, reason: 'loading took more than 75 s', loaded: Number.NaN, checked: 'counts' },
      ],
    }));
    expect(text.split('\n')).toEqual([
      'A new filter',
      '  median of 30  0.25 ms  budget 1 ms    met',
      '  p95           3 ms     budget 2.5 ms  MISSED by 0.5 ms (1.2 times the budget)',
      expect.stringMatching(/^ +version +median +p95 +of +to ours +loaded in +held equal to ours$/),
      expect.stringMatching(/^ {2}arquero +8\.0\.3 +13 ms +20 ms +30 +52 x +0\.07 s +every count$/),
      expect.stringMatching(/^ {2}crossfilter2 +1\.5\.4 +did not finish: +loading took more than 75 s +-$/),
    ]);
  });

  it('says why a row is not there', () => {
    expect(rowText(row('x', 'Opening', [], { unavailable: 'no national pack' }))).toBe('Opening\n  not available: no national pack');
  });

  it('gives numbers three figures at most, without an exponent', () => {
    expect([0.25, 12.345, 1234.5, 0.0004, 0].map(number)).toEqual(['0.25', '12.3', '1,235', 'under 0.001', '0']);
  });

  it('has no ratio to nothing', () => {
    expect([ratio(5, 0), ratio(Number.NaN, 1), ratio(1, 4)]).toEqual(['-', '-', '0.25 x']);
  });
});

describe('The chart', () => {
  it('draws each contender as a line with its name, and leaves out what did not finish', () => {
    const svg = chartOf('Cost', 'records', [
      { name: 'ours', points: [{ x: 10, y: 0.1 }, { x: 1000, y: 1 }] },
      { name: 'arquero', points: [{ x: 10, y: 5 }, { x: 1000, y: Number.NaN }] },
    ]);
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg).toContain('>arquero</text>');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is nothing where nothing was measured', () => {
    expect(chartOf('Cost', 'records', [{ name: 'ours', points: [] }])).toBe('');
  });
});

describe('Options', () => {
  it('measure everything unless told otherwise', () => {
    const options = readOptions([]);
    expect(options).toMatchObject({ quick: false, app: null, national: null, out: 'bench-results' });
    expect(options !== 'help' && [...options.only]).toEqual(['engine', 'statistics', 'frame', 'load', 'national', 'builder']);
  });

  it('refuse a part that there is not', () => {
    expect(() => readOptions(['--only', 'engine,frames'])).toThrow('--only does not know "frames"');
  });
});
