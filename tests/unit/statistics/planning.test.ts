import { describe, expect, it } from 'vitest';
import { backTest, lastYearScores } from '../../../src/statistics/backTest.ts';
import { bestMethod } from '../../../src/statistics/bestMethod.ts';
import { bootstrapMean } from '../../../src/statistics/bootstrap.ts';
import { concentrationCurve, fewestAreas, shareHeldBy, shareNeededFor, type ConcentrationCurve } from '../../../src/statistics/concentration.ts';
import { lorenzCurve, topShare } from '../../../src/statistics/gini.ts';
import { chooseAreas, predictionAccuracy } from '../../../src/statistics/prediction.ts';
import { overallRatio, rateChanges } from '../../../src/statistics/rateChange.ts';
import { rateRatio } from '../../../src/statistics/rateRatio.ts';
import { seededRandom } from '../../../src/statistics/seededRandom.ts';
import { studentUpperQuantile } from '../../../src/statistics/studentQuantile.ts';
import { survivesInUnits } from '../../../src/statistics/survivesInUnits.ts';

function curveOf(counts: readonly number[], surfaces?: readonly number[]): ConcentrationCurve {
  const curve = concentrationCurve(counts, surfaces);
  if (curve.areas === null) throw new Error(curve.reason);
  return curve;
}

const random = (): ReturnType<typeof seededRandom> => seededRandom(11);

describe('concentration', () => {
  it('finds the fewest areas, and which of equal ones are interchangeable', () => {
    expect(fewestAreas([5, 3, 1, 1], 0.5)).toMatchObject({ areas: 1, held: 0.5, certain: [0], tied: [], fromTied: 0 });
    expect(fewestAreas([2, 6, 2, 2], 0.6)).toMatchObject({ areas: 2, held: 8 / 12, certain: [1], tied: [0, 2, 3], fromTied: 1 });
    expect(fewestAreas([2, 2], 1)).toMatchObject({ areas: 2, certain: [0, 1], tied: [] });
    expect(fewestAreas([2, 2], 0)).toMatchObject({ areas: 0, held: 0, certain: [], tied: [] });
    // 0.7 * 10 computes as 7 and 0.1 * 3 as more than 0.3: neither may cost an area.
    expect(fewestAreas(Array.from({ length: 10 }, () => 1), 0.7)).toMatchObject({ areas: 7 });
    expect(fewestAreas([0.1, 0.1, 0.1, 0.7], 1 - 0.7)).toMatchObject({ areas: 1 });
  });

  it('has reasons where there is nothing to hold', () => {
    expect(fewestAreas([0, 0], 0.5)).toEqual({ areas: null, reason: 'no-events' });
    expect(fewestAreas([Number.NaN], 0.5)).toEqual({ areas: null, reason: 'no-areas' });
    expect(concentrationCurve([1, 2], [0, 0])).toEqual({ areas: null, reason: 'no-surface' });
    expect(() => fewestAreas([-1], 0.5)).toThrow('negative');
    expect(() => fewestAreas([1], 1.2)).toThrow('share');
  });

  it('by number of areas agrees with the Lorenz curve from the other end', () => {
    const counts = [63, 41, 43, 12, 7, 7, 99, 0, 0, 1];
    const lorenz = lorenzCurve(counts);
    for (const share of [0.01, 0.1, 0.2, 0.35, 1]) expect(shareHeldBy(curveOf(counts), share)).toBeCloseTo(lorenz === null ? Number.NaN : topShare(lorenz, share), 12);
    expect(shareNeededFor(curveOf(counts), shareHeldBy(curveOf(counts), 0.2))).toBeCloseTo(0.2, 12);
    expect(shareNeededFor(curveOf(counts), 1)).toBeCloseTo(0.8, 12);
  });

  it('by surface ranks density: a large area with many events is no concentration', () => {
    const curve = curveOf([50, 50], [99, 1]);
    expect(shareHeldBy(curve, 0.01)).toBeCloseTo(0.5, 12);
    expect(shareHeldBy(curve, 0.505)).toBeCloseTo(0.75, 12);
    expect(shareNeededFor(curve, 0.5)).toBeCloseTo(0.01, 12);
    expect(curveOf([3, 1, Number.NaN], [1, 1, 1]).missing).toBe(1);
    expect(shareHeldBy(curveOf([5, 5], [0, 1]), 0)).toBe(0);
  });
});

describe('change of rates', () => {
  const earlier = { events: [20, 50, 0, 0, 5, 10], personYears: [10, 10, 10, 10, 0, 10] };
  const later = { events: [60, 52, 4, 0, 3, Number.NaN], personYears: [10, 10, 10, 10, 10, 10] };

  it('is the ratio of each area with classes by limits and after FDR', () => {
    const found = rateChanges(earlier, later, { confidence: 0.95 });
    const first = rateRatio({ events: 60, personYears: 10 }, { events: 20, personYears: 10 }, { confidence: 0.95 });
    expect([found.ratios[0], found.lower[0], found.upper[0], found.p[0]]).toEqual([first.value, first.lower, first.upper, first.p]);
    expect(found.classes).toEqual(['higher', 'similar', 'similar', null, null, null]);
    expect(found.classesAfterFdr).toEqual(['higher', 'similar', 'similar', null, null, null]);
    expect(found.reasons).toEqual([null, null, null, 'no-events', 'events-without-population', 'missing']);
    expect(found.adjusted[0]).toBeCloseTo(3 * (first.p ?? 0), 15);
    expect(found.ratios[2]).toBe(Infinity);
  });

  it('can be taken against the county\'s own change', () => {
    const doubled = { events: [40, 100, 8], personYears: [10, 10, 10] };
    const before = { events: [20, 50, 4], personYears: [10, 10, 10] };
    expect(overallRatio(before, doubled)).toBeCloseTo(2, 12);
    const found = rateChanges(before, doubled, { confidence: 0.95, overall: 2 });
    expect(found.classes).toEqual(['similar', 'similar', 'similar']);
    expect(found.ratios[1]).toBeCloseTo(2, 12);
    expect(rateChanges(before, doubled, { confidence: 0.95 }).classes[1]).toBe('higher');
    expect(overallRatio({ events: [0], personYears: [1] }, doubled)).toBeNull();
    expect(() => rateChanges(before, { events: [1], personYears: [1] }, { confidence: 0.95 })).toThrow('do not match');
  });
});

describe('choice and accuracy', () => {
  const surfaces = [1, 1, 2, 4];

  it('shares equal scores at the cut evenly and never takes an area without a score', () => {
    expect([...chooseAreas([3, 5, 3, Number.NaN], surfaces, { areas: 2 })]).toEqual([0.5, 1, 0.5, 0]);
    expect([...chooseAreas([3, 5, 3, 1], surfaces, { surfaceShare: 0.25 })]).toEqual([1 / 3, 1, 1 / 3, 0]);
    expect([...chooseAreas([3, 5, 3, Number.NaN], surfaces, { areas: 9 })]).toEqual([1, 1, 1, 0]);
    expect(() => chooseAreas([1], [1], { areas: 1.5 })).toThrow('whole');
  });

  it('gives capture, PAI and PEI', () => {
    const found = predictionAccuracy([1, 0, 0, 0], [4, 6, 2, 8], surfaces);
    expect(found).toMatchObject({ captured: 4, events: 20, capture: 0.2, surfaceShare: 0.125, pai: 1.6 });
    expect(found.reason === null ? found.pei : 0).toBeCloseTo(4 / 6, 12);
    expect(predictionAccuracy([1, 1, 0, 0], [4, 6, 2, 8], surfaces)).toMatchObject({ pei: 1 });
    expect(predictionAccuracy([1, 1, 1, 1], [4, 6, 2, 8], surfaces)).toMatchObject({ capture: 1, pai: 1, pei: 1 });
    expect(predictionAccuracy([1, 0, 0, 0], [0, 0, 0, 0], surfaces)).toEqual({ capture: null, reason: 'no-events' });
    expect(predictionAccuracy([0, 0, 0, 0], [1, 0, 0, 0], surfaces)).toEqual({ capture: null, reason: 'no-surface' });
    expect(() => predictionAccuracy([1], [Number.NaN], [1])).toThrow('missing');
  });
});

describe('back-test', () => {
  /** Area 0 is always high; area 1 + t % 3 is high in period t alone. */
  const counts = Array.from({ length: 10 }, (_, t) => Array.from({ length: 10 }, (__, area) => (area === 0 ? 30 : area === 1 + t % 3 ? 40 : 5)));
  const surfaces = counts[0]?.map(() => 1) ?? [];
  const input = { counts, surfaces, choice: { areas: 1 } } as const;

  it('judges every choice on the next period: what peaks and moves on is not captured', () => {
    const test = backTest({ ...input, methods: { 'same period': counts, steady: counts.map((now) => now.map((_, area) => (area === 0 ? 1 : 0))) }, random: random() });
    expect(test.rounds.map(({ trained, judged }) => judged - trained)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(test.methods['same period']?.capture?.mean).toBeCloseTo(5 / 110, 12);
    expect(test.methods.steady?.capture?.mean).toBeCloseTo(30 / 110, 12);
    expect(test.rounds[0]?.accuracy.steady?.pei).toBeCloseTo(30 / 40, 12);
  });

  it('changing a period changes no choice that is judged on it', () => {
    const other = counts.map((row, t) => (t === 9 ? row.toReversed() : row));
    const [a, b] = [counts, other].map((of) => backTest({ ...input, counts: of, methods: { count: counts }, random: random() }));
    expect(a?.rounds.slice(0, 8)).toEqual(b?.rounds.slice(0, 8));
  });

  it('has the random baseline: on average k of n areas, PAI 1, within a seeded interval', () => {
    const { random: baseline } = backTest({ ...input, methods: { count: counts }, random: random() }).rounds[0] ?? { random: null };
    expect(baseline).toMatchObject({ capture: 0.1, pai: 1, captureLower: 5 / 110, captureUpper: 40 / 110 });
  });

  it('leaves out periods without events or scores, and says which', () => {
    const empty = counts.map((row, t) => (t === 4 ? row.map(() => 0) : row));
    const test = backTest({ ...input, counts: empty, methods: { year: lastYearScores(counts, 4) }, random: random() });
    expect(test.skipped).toEqual([{ judged: 1, reason: 'no-scores' }, { judged: 2, reason: 'no-scores' }, { judged: 3, reason: 'no-scores' }, { judged: 4, reason: 'no-events' }]);
    expect(() => backTest({ ...input, methods: { year: [] }, random: random() })).toThrow('0 periods, not 10');
  });

  it('last year\'s top adds up the periods up to and including its own', () => {
    expect(Array.from(lastYearScores([[1, 2], [3, 4], [5, 6]], 2)[2] ?? [])).toEqual([8, 10]);
    expect(lastYearScores([[1], [3]], 2)[0]).toBeNull();
  });

  it('names the best method with its lead, and no clear one where there is none', () => {
    const steady = counts.map((now) => now.map((_, area) => (area === 0 ? 1 : 0)));
    const clear = bestMethod(backTest({ ...input, methods: { count: counts, steady }, random: random() }), 'pai', { random: random() });
    expect(clear).toMatchObject({ name: 'steady', clear: true, rounds: 9, against: [{ name: 'count', clear: true }] });
    const same = bestMethod(backTest({ ...input, methods: { one: steady, two: steady }, random: random() }), 'pai', { random: random() });
    expect(same).toMatchObject({ name: 'one', clear: false, against: [{ name: 'two', clear: false, difference: { mean: 0 } }] });
    const short = backTest({ ...input, counts: counts.slice(0, 4), methods: { one: steady.slice(0, 4), two: steady.slice(0, 4) }, random: random() });
    expect(bestMethod(short, 'pai', { random: random() })).toEqual({ name: null, reason: 'fewer-than-5-rounds' });
    expect(short.methods.one?.capture).toMatchObject({ lower: null, upper: null, values: 3 });
  });
});

describe('bootstrap', () => {
  it('has no interval below five values and none at all without values', () => {
    expect(bootstrapMean([], 0.95, seededRandom(1))).toBeNull();
    expect(bootstrapMean([1, 2], 0.95, seededRandom(1))).toEqual({ mean: 1.5, lower: null, upper: null, values: 2 });
    expect(bootstrapMean([3, 3, 3, 3, 3], 0.95, seededRandom(1))).toEqual({ mean: 3, lower: 3, upper: 3, values: 5 });
  });

  it.each([[0.025, 4, 2.7764451051977987], [0.025, 30, 2.0422724563012373], [0.005, 1, 63.65674116287158]])('Student\'s quantile at %d of %d degrees of freedom', (chance, freedom, t) => {
    expect(studentUpperQuantile(chance, freedom) / t).toBeCloseTo(1, 9);
  });
});

describe('survival in other units', () => {
  const events = [0, 0, 0, 0, 1, 1, 2, -1];
  const lsoa = { name: 'LSOA', areaOfEvent: events, hot: [1, 1, 0] };

  it('counts the units in which half of a hotspot\'s events lie in hotspots', () => {
    const ward = { name: 'ward', areaOfEvent: [0, 0, 1, 1, 1, 1, 1, 1], hot: [1, 0] };
    const hexagon = { name: 'hexagon', areaOfEvent: [0, 1, 1, -1, -1, -1, 2, 2], hot: [1, 0, 0] };
    const found = survivesInUnits([lsoa, ward, hexagon]);
    expect(found[0]).toEqual({ area: 0, shares: [1, 0.5, 1 / 3], survives: 2, judged: 3, lostIn: ['hexagon'] });
    expect(found[1]).toEqual({ area: 1, shares: [1, 0, Number.NaN], survives: 1, judged: 2, lostIn: ['ward'] });
    expect(found).toHaveLength(2);
    expect(survivesInUnits([])).toEqual([]);
  });

  it('refuses units of other events or with strange areas', () => {
    expect(() => survivesInUnits([lsoa, { name: 'ward', areaOfEvent: [0], hot: [1] }])).toThrow('ward places 1 events, not 8');
    expect(() => survivesInUnits([{ name: 'LSOA', areaOfEvent: [3], hot: [1] }])).toThrow('no area 3');
  });
});
