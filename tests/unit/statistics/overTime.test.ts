import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/statistics/controlChart.ts';
import { emergingHotSpot } from '../../../src/statistics/emergingHotSpots.ts';
import { exactMannKendall } from '../../../src/statistics/exactMannKendall.ts';
import { emergingHotSpots, hotAndCold, steppedHotSpots } from '../../../src/statistics/hotSpotSeries.ts';
import { mannKendall, senSlope } from '../../../src/statistics/mannKendall.ts';
import { persistence } from '../../../src/statistics/persistence.ts';
import { runChart, runLimits } from '../../../src/statistics/runChart.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';

/** "h" hot, "c" cold, "." neither; z as given, or without trend. */
function pattern(text: string, z?: readonly number[]): ReturnType<typeof emergingHotSpot> {
  const states = Array.from(text, (mark) => ({ h: 1, c: -1 })[mark] ?? 0);
  return emergingHotSpot({ z: z ?? states.map((_, i) => [2, 3, 2.5][i % 3] ?? 0), states });
}
const rising = Array.from({ length: 12 }, (_, i) => i / 4);
const falling = rising.toReversed();

describe('emerging hot spots, as ESRI defines them', () => {
  it.each([
    ['...........h', 'new'], ['..........hh', 'consecutive'], ['......hhhhhh', 'consecutive'], ['.h.h......hh', 'sporadic'], ['hh.........h', 'sporadic'],
    ['.c........hh', 'consecutive'], ['c..........h', 'new'], ['hc.......h.h', 'oscillating'], ['hhhhhhhhhhhh', 'persistent'], ['.hhhhhhhhhhh', 'persistent'],
    ['hhhhhhhhhhh.', 'historical'],
  ] as const)('%s is %s', (states, expected) => {
    expect(pattern(states)).toMatchObject({ pattern: expected, side: 'hot', reason: null });
  });

  it.each(['............', 'hhhhh.......', 'h.h.h.h.h.h.', '.ccc........'])('%s has no pattern', (states) => {
    expect(pattern(states)).toMatchObject({ pattern: null, side: null, reason: null });
  });

  it('intensify and diminish by a significant trend, towards the cold for cold spots', () => {
    expect(pattern('hhhhhhhhhhhh', rising).pattern).toBe('intensifying');
    expect(pattern('hhhhhhhhhhhh', falling).pattern).toBe('diminishing');
    expect(pattern('cccccccccccc', falling.map((z) => z - 5))).toMatchObject({ pattern: 'intensifying', side: 'cold' });
    expect(pattern('cccccccccccc', rising.map((z) => z - 5))).toMatchObject({ pattern: 'diminishing', side: 'cold' });
  });

  it.each([['...........c', 'new'], ['c...h.....cc', 'oscillating'], ['cccccccccccc', 'persistent'], ['ccccccccccc.', 'historical']] as const)('%s is a %s cold spot', (states, expected) => {
    expect(pattern(states)).toMatchObject({ pattern: expected, side: 'cold' });
  });

  it('need ten steps, all with Gi*: nine or a gap have a reason instead', () => {
    expect(pattern('hhhhhhhhh')).toMatchObject({ pattern: null, reason: 'fewer-than-10-steps' });
    expect(pattern('hhhhhhhhhh', [1, 2, Number.NaN, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({ pattern: null, reason: 'missing-steps' });
    expect(pattern('hhhhhhhhhh', Array.from({ length: 10 }, () => 3))).toMatchObject({ pattern: 'persistent', trendZ: null });
    expect(() => emergingHotSpot({ z: [1], states: [2] })).toThrow('not 2');
    expect(() => emergingHotSpot({ z: [1], states: [] })).toThrow('do not match');
  });

  it('exactly nine tenths count as ninety per cent', () => {
    expect(pattern('.hhhhhhhhh').pattern).toBe('persistent');
    expect(pattern('hhhh.hhhh.hhhhhhhhhh').pattern).toBe('persistent');
    expect(pattern('..hhhhhhhh').pattern).toBe('consecutive');
  });

  it('come from Gi* step by step after FDR', () => {
    const side = 12;
    const lists = neighbourLists(Array.from({ length: side * side }, (_, i) => [i - 1, i + 1, i - side, i + side]
      .filter((j) => j >= 0 && j < side * side && Math.abs(j % side - i % side) <= 1).toSorted((a, b) => a - b)));
    // A block of high values that is there from the seventh of ten steps on.
    const steps = Array.from({ length: 10 }, (_, step) => Array.from({ length: side * side }, (__, i) => (
      step >= 6 && i % side < 3 && i < 3 * side ? 40 : (i * 7 + step * 3) % 5)));
    const series = steppedHotSpots(steps, lists);
    expect(series.states[2]?.[side + 1]).toBe(0);
    expect(series.states[9]?.[side + 1]).toBe(1);
    expect(emergingHotSpots(series)[side + 1]).toMatchObject({ pattern: 'consecutive', side: 'hot', hotSteps: 4 });
    expect([...hotAndCold([3, -4, 1, Number.NaN], [0.003, 0.0001, 0.3, Number.NaN])]).toEqual([1, -1, 0, 0]);
  });
});

describe('Mann-Kendall and Sen\'s slope', () => {
  it('leave missing values out and keep their steps', () => {
    expect(mannKendall([1, Number.NaN, 3, 2])).toMatchObject({ s: 1, steps: 3, missing: 1 });
    expect(senSlope([0, Number.NaN, 2, 3], 0.95)?.slope).toBe(1);
  });

  it('need three values, and some that differ', () => {
    expect(mannKendall([1, 2])).toMatchObject({ z: null, reason: 'fewer-than-3' });
    expect(mannKendall([])).toMatchObject({ s: 0, z: null, reason: 'fewer-than-3' });
    expect(mannKendall([4, 4, 4])).toMatchObject({ z: null, reason: 'constant' });
    expect([exactMannKendall([4, 4, 4]), exactMannKendall([1, 2]), exactMannKendall([1, 2, 2, 4])]).toEqual([null, null, null]);
    expect(senSlope([4], 0.95)).toBeNull();
    expect(senSlope([4, 4, 4], 0.95)).toEqual({ slope: 0, lower: 0, upper: 0 });
    expect(() => mannKendall([1, Infinity, 2])).toThrow('Step 1');
  });

  it('of 1 to 5: exact 0.0167, without correction 0.0143, with it 0.0275', () => {
    const { p, pCorrected } = mannKendall([1, 2, 3, 4, 5]);
    expect([exactMannKendall([1, 2, 3, 4, 5]), p, pCorrected].map((value) => value?.toFixed(4))).toEqual(['0.0167', '0.0143', '0.0275']);
    expect(exactMannKendall([2, 1, 3])).toBe(1);
  });
});

describe('run chart', () => {
  it('limits are those of the exact distribution (Swed and Eisenhart)', () => {
    // Their tables at 2.5% a side: of 5 and 5, 2 runs are too few and 10 too many; of 10 and 10, 6 and 16.
    expect(runLimits(5, 5)).toEqual([3, 9]);
    expect(runLimits(10, 10)).toEqual([7, 15]);
    expect(runLimits(15, 15)).toEqual([11, 21]);
    expect(runLimits(2, 2)).toEqual([2, 4]);
    expect(runLimits(0, 4)).toEqual([1, 1]);
  });

  it('finds a shift of six, skipping points on the median', () => {
    const found = runChart([1, 9, 2, 8, 5, 1, 2, 1, 5, 2, 1, 2, 9, 8, 9, 8, 9]);
    expect(found).toMatchObject({ median: 5, shifts: [{ first: 5, last: 11, direction: 'down' }] });
    expect(runChart([1, 9, 2, 8, 1, 9, 1, 9, 1, 9])).toMatchObject({ shifts: [], runs: 10, runsSignal: 'too-many' });
  });

  it('finds a trend of five points, skipping equal ones', () => {
    const found = runChart([5, 1, 2, 2, 3, 4, 5, 1, 5, 1, 5, 1]);
    expect(found).toMatchObject({ trends: [{ first: 1, last: 6, direction: 'up' }] });
    expect(runChart([5, 1, 2, 3, 4, 1, 5, 1, 5, 1, 5, 1])).toMatchObject({ trends: [] });
  });

  it('finds too few runs, and counts what is missing', () => {
    expect(runChart([1, 1, 2, 1, 2, 1, 8, 9, 9, 8, 9, 8, Number.NaN])).toMatchObject({ runs: 2, runsSignal: 'too-few', missing: 1, useful: 12 });
  });

  it('sees no shift where no point can lie below the median: counts that are mostly 0, or the same mirrored', () => {
    const mostly = [0, 1, 0, 0, 2, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 3, 0, 0, 1, 0, 1, 1, 0];
    for (const sign of [1, -1]) {
      expect(runChart(mostly.map((count) => sign * count))).toMatchObject({ useful: 10, runs: 1, longestRun: 10, runsSignal: null, shifts: [], unusual: false });
    }
  });

  it('needs ten points; a constant one has nothing useful', () => {
    expect(runChart([1, 2, 3])).toMatchObject({ median: null, reason: 'fewer-than-10-points' });
    expect(runChart(Array.from({ length: 12 }, () => 4))).toMatchObject({ median: 4, useful: 0, runs: 0, runsSignal: null, shifts: [], unusual: false });
    expect(() => runChart([1, Infinity])).toThrow('Point 1');
  });
});

describe('control chart', () => {
  const events = [10, 12, 9, 11, 10, 8, 12, 30, 11, 10];

  it('has limits of three sigma that follow the exposure', () => {
    const chart = controlChart(events, [1, 1, 1, 1, 1, 1, 1, 1, 1, 4], { kind: 'u' });
    if (chart.reason !== null) throw new Error(chart.reason);
    expect(chart.centre).toBeCloseTo(123 / 13, 12);
    expect(chart.upper[0]).toBeCloseTo(123 / 13 + 3 * Math.sqrt(123 / 13), 12);
    expect(chart.upper[9]).toBeCloseTo(123 / 13 + 3 * Math.sqrt(123 / 13 / 4), 12);
    expect([chart.above, chart.below]).toEqual([[7], [9]]);
  });

  it('stays between 0 and 1 for shares, and takes wider limits where points vary more than by chance', () => {
    const cases = Array.from({ length: 10 }, () => 40);
    const plain = controlChart(events.map((count) => Math.min(40, count * 1.3)), cases, { kind: 'p' });
    const wide = controlChart([900, 1100, 870, 1150, 1000, 900, 1200, 850, 1100, 950], cases.map(() => 1), { kind: 'u', widened: true });
    if (plain.reason !== null || wide.reason !== null) throw new Error('no chart');
    expect(plain.upper.every((limit) => limit <= 1) && plain.lower.every((limit) => limit >= 0)).toBe(true);
    expect(wide.overdispersion).toBeGreaterThan(4);
    expect([wide.above, wide.below]).toEqual([[], []]);
  });

  it('leaves points without exposure out, needs ten, refuses more events than cases', () => {
    expect(controlChart([...events, 3, Number.NaN], [...events.map(() => 1), 0, 1], { kind: 'u' })).toMatchObject({ missing: 2, reason: null });
    expect(controlChart([1], [1], { kind: 'u' })).toMatchObject({ centre: null, reason: 'fewer-than-10-points' });
    expect(() => controlChart([3], [2], { kind: 'p' })).toThrow('3 events of 2 cases');
    expect(controlChart(events.map(() => 0), events.map(() => 1), { kind: 'u', widened: true })).toMatchObject({ centre: 0, overdispersion: 1, above: [] });
  });
});

describe('persistence', () => {
  const rows = [['higher', 'lower'], ['similar', 'lower'], [null, 'lower'], ['higher', 'lower'], ['higher', 'lower']] as const;

  it('counts over the last periods, with what is known', () => {
    expect(persistence(rows, 5)[0]).toEqual({ higher: 3, lower: 0, known: 4, longestRun: 2, currentRun: 2 });
    expect(persistence(rows, 2)).toEqual([{ higher: 2, lower: 0, known: 2, longestRun: 2, currentRun: 2 }, { higher: 0, lower: 2, known: 2, longestRun: 0, currentRun: 0 }]);
  });

  it('refuses windows that do not fit and periods of other areas', () => {
    expect(() => persistence(rows, 6)).toThrow('window');
    expect(() => persistence([['higher'], []], 2)).toThrow('same areas');
  });
});
