import { describe, expect, it } from 'vitest';
import { backTest } from '../../src/statistics/backTest.ts';
import { benjaminiHochberg } from '../../src/statistics/benjaminiHochberg.ts';
import { bestMethod } from '../../src/statistics/bestMethod.ts';
import { bootstrapMean } from '../../src/statistics/bootstrap.ts';
import { controlChart } from '../../src/statistics/controlChart.ts';
import { getisOrd } from '../../src/statistics/getisOrd.ts';
import { exactMannKendall } from '../../src/statistics/exactMannKendall.ts';
import { globalMoran, permutedMoran } from '../../src/statistics/globalMoran.ts';
import { emergingHotSpots, hotAndCold, steppedHotSpots } from '../../src/statistics/hotSpotSeries.ts';
import { localMoran } from '../../src/statistics/localMoran.ts';
import { mannKendall } from '../../src/statistics/mannKendall.ts';
import { permutedGetisOrd } from '../../src/statistics/permutedGetisOrd.ts';
import { permutedLocalMoran } from '../../src/statistics/permutedLocalMoran.ts';
import { rateChanges } from '../../src/statistics/rateChange.ts';
import { runChart } from '../../src/statistics/runChart.ts';
import { seededRandom, type RandomSource } from '../../src/statistics/seededRandom.ts';
import { neighbourLists, type NeighbourLists } from '../../src/statistics/spatialWeights.ts';
import { poisson } from './random.ts';

/** Squares of a board, each with the up to eight that touch it. */
function board(side: number): NeighbourLists {
  const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const)).filter(([dx, dy]) => dx !== 0 || dy !== 0);
  return neighbourLists(Array.from({ length: side * side }, (_, i) => near
    .map(([dx, dy]) => [i % side + dx, Math.floor(i / side) + dy] as const)
    .filter(([x, y]) => x >= 0 && x < side && y >= 0 && y < side).map(([x, y]) => y * side + x).toSorted((a, b) => a - b)));
}

function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function values(count: number, of: (random: RandomSource) => number, random: RandomSource): number[] {
  return Array.from({ length: count }, () => of(random));
}

/** The share of those that are not above 0.05. */
function small(p: Float64Array): number {
  return p.filter((value) => value <= 0.05).length / p.length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function some(p: Float64Array): boolean {
  return benjaminiHochberg(p).some((value) => value < 0.05);
}

const SIDE = 15;
const LISTS = board(SIDE);
const MAPS = 120;
const KINDS: readonly (readonly [string, (random: RandomSource) => number])[] = [['normal', normal], ['Poisson of mean 2', (random) => poisson(2, random)]];

describe.each(KINDS)('maps without any pattern, %s values: 5%% of areas below 0.05', (_, kind) => {
  const random = seededRandom(41);
  const maps = Array.from({ length: MAPS }, () => values(SIDE * SIDE, kind, random));

  it('Gi* and local Moran by the normal distribution', () => {
    const star = maps.map((map) => small(getisOrd(map, LISTS, { style: 'binary', includeSelf: true }).p));
    const moran = maps.map((map) => small(localMoran(map, LISTS, { style: 'row' }).conditional.p));
    for (const found of [mean(star), mean(moran)]) {
      expect(found).toBeGreaterThan(0.04);
      expect(found).toBeLessThan(0.06);
    }
  });

  it('after FDR nothing on nine maps of ten and more', () => {
    const clean = maps.map((map) => getisOrd(map, LISTS, { style: 'binary', includeSelf: true })).map(({ z, p }) => Number(hotAndCold(z, p).every((state) => state === 0)));
    expect(mean(clean)).toBeGreaterThan(0.88);
    expect(mean(clean)).toBeLessThan(1);
  });

  it('local Moran by permutations: two-sided 5%, folded 10%', () => {
    const found = maps.slice(0, 40).map((map, seed) => permutedLocalMoran(map, LISTS, { style: 'row', permutations: 199, seed }));
    // Draws equal to what was found count against it: of whole numbers fewer than 5%.
    expect(mean(found.map(({ pTwoSided }) => small(pTwoSided)))).toBeGreaterThan(0.028);
    expect(mean(found.map(({ pTwoSided }) => small(pTwoSided)))).toBeLessThan(0.058);
    expect(mean(found.map(({ pFolded }) => small(pFolded)))).toBeGreaterThan(0.09);
    expect(mean(found.map(({ pFolded }) => small(pFolded)))).toBeLessThan(0.11);
  });

  it('Moran\'s index by the normal distribution and by permutations', () => {
    const by = [
      maps.map((map) => globalMoran(map, LISTS, { style: 'row' })).map((test) => test.reason === null && test.pGreater <= 0.05),
      maps.map((map) => (permutedMoran(map, LISTS, { style: 'row', permutations: 99, random }).pGreater ?? 1) <= 0.05),
    ];
    for (const found of by) {
      // Of 120 maps 6 are expected; 13 and more once in 200.
      expect(found.filter(Boolean).length).toBeGreaterThan(0);
      expect(found.filter(Boolean).length).toBeLessThan(13);
    }
  });
});

describe('counts of 0.1 and 0.3 an area, without any pattern', () => {
  it.each([0.1, 0.3])('%d: local Moran and Gi* by permutations mark nothing after FDR, and at most 5% of areas before it', (level) => {
    const random = seededRandom(12);
    const maps = Array.from({ length: 20 }, () => values(SIDE * SIDE, (draw) => poisson(level, draw), random));
    const found = maps.flatMap((map, seed) => [
      permutedLocalMoran(map, LISTS, { style: 'row', permutations: 4999, seed }).pTwoSided, permutedGetisOrd(map, LISTS, { permutations: 4999, seed }).pTwoSided,
    ]);
    expect(found.filter(some).length).toBeLessThan(4);
    expect(mean(found.map(small))).toBeLessThan(0.05);
    expect(mean(found.map(small))).toBeGreaterThan(0.001);
  });
});

describe('skewed values without any pattern', () => {
  it('Gi* by the normal distribution finds hot spots after FDR far too often, by permutations it does not', () => {
    const random = seededRandom(5);
    const lists = board(10);
    const maps = Array.from({ length: 40 }, () => values(100, (draw) => Math.exp(normal(draw)), random));
    const byNormal = maps.filter((map) => some(getisOrd(map, lists, { style: 'binary', includeSelf: true }).p)).length;
    const byDraws = maps.filter((map, seed) => some(permutedGetisOrd(map, lists, { permutations: 4999, seed }).pTwoSided)).length;
    expect(byNormal).toBeGreaterThan(4);
    expect(byDraws).toBeLessThan(5);
  });

  it('and by permutations 5% of areas are below 0.05, and it finds a block of high values', () => {
    const random = seededRandom(6);
    const lists = board(10);
    const maps = Array.from({ length: 60 }, () => values(100, (draw) => Math.exp(normal(draw)), random));
    const found = mean(maps.map((map, seed) => small(permutedGetisOrd(map, lists, { permutations: 199, seed }).pTwoSided)));
    expect(found).toBeGreaterThan(0.04);
    expect(found).toBeLessThan(0.06);
    const block = (maps[0] ?? []).map((value, i) => (i % 10 < 3 && i < 30 ? value + 8 : value));
    expect(benjaminiHochberg(permutedGetisOrd(block, lists, { permutations: 4999, seed: 6 }).pTwoSided)[11]).toBeLessThan(0.05);
  });
});

describe('series without any pattern', () => {
  it.each([10, 24])('Mann-Kendall of %d steps: each p is below 0.05 in about 5%%', (steps) => {
    const random = seededRandom(steps);
    const series = Array.from({ length: 3000 }, () => values(steps, normal, random));
    const tests = [(one: number[]) => mannKendall(one).p, (one: number[]) => mannKendall(one).pCorrected, exactMannKendall];
    for (const p of tests) {
      const share = series.filter((one) => (p(one) ?? 1) < 0.05).length / series.length;
      expect(share).toBeGreaterThan(0.035);
      expect(share).toBeLessThan(0.062);
    }
  });

  it('emerging hot spots: fewer than 1 area in 100 has a category', () => {
    const random = seededRandom(8);
    const found = Array.from({ length: 6 }, () => emergingHotSpots(steppedHotSpots(Array.from({ length: 12 }, () => values(SIDE * SIDE, normal, random)), LISTS))).flat();
    expect(found.filter(({ pattern }) => pattern !== null).length / found.length).toBeLessThan(0.01);
  });

  it('run charts of 24 points: the figures of the docstring', () => {
    const random = seededRandom(24);
    const charts = Array.from({ length: 4000 }, () => runChart(values(24, normal, random))).flatMap((chart) => (chart.reason === null ? [chart] : []));
    const share = (of: (chart: (typeof charts)[number]) => boolean): number => charts.filter(of).length / charts.length;
    expect(share(({ shifts }) => shifts.length > 0)).toBeCloseTo(0.16, 1.5);
    expect(share(({ trends }) => trends.length > 0)).toBeCloseTo(0.26, 1.5);
    expect(share(({ runsSignal }) => runsSignal !== null)).toBeCloseTo(0.02, 1.7);
    expect(share(({ unusual }) => unusual)).toBeLessThan(0.06);
    expect(share(({ unusual }) => unusual)).toBeGreaterThan(0.01);
  });

  it.each([0.05, 0.2, 0.5, 1])('run charts of 24 Poisson counts of %d: at most 1 in 20 is unusual', (level) => {
    const random = seededRandom(Math.round(100 * level));
    const charts = Array.from({ length: 2000 }, () => runChart(values(24, (draw) => poisson(level, draw), random))).flatMap((chart) => (chart.reason === null ? [chart] : []));
    expect(charts.filter(({ unusual }) => unusual).length / charts.length).toBeLessThan(0.05);
    expect(charts.filter(({ shifts }) => shifts.length > 0).length / charts.length).toBeLessThan(0.18);
  });

  it.each([[5, false], [30, false], [200, true]] as const)('control charts of Poisson counts of %d (widened: %s): about 1 point in 370 outside', (level, widened) => {
    const random = seededRandom(level);
    const ones = values(24, () => 1, random);
    const outside = Array.from({ length: 1500 }, () => controlChart(values(24, (draw) => poisson(level, draw), random), ones, { kind: 'u', widened }))
      .reduce((sum, chart) => sum + (chart.reason === null ? chart.above.length + chart.below.length : 0), 0) / (24 * 1500);
    expect(outside).toBeGreaterThan(0.001);
    expect(outside).toBeLessThan(0.006);
  });
});

describe('comparisons where nothing differs', () => {
  it('change between two periods: at most 5% of areas by their limits, at most 5% of counties after FDR', () => {
    const random = seededRandom(9);
    const ones = values(381, () => 1, random);
    const counties = Array.from({ length: 40 }, () => {
      const means = values(381, (draw) => 5 + 20 * draw(), random);
      const period = () => ({ events: means.map((level) => poisson(level, random)), personYears: ones });
      return rateChanges(period(), period(), { confidence: 0.95 });
    });
    expect(mean(counties.map(({ classes }) => classes.filter((one) => one !== 'similar').length / 381))).toBeLessThan(0.05);
    expect(mean(counties.map(({ classes }) => classes.filter((one) => one !== 'similar').length / 381))).toBeGreaterThan(0.015);
    expect(counties.filter(({ classesAfterFdr }) => classesAfterFdr.some((one) => one !== 'similar')).length).toBeLessThan(7);
  });

  it.each([[5, 0.89, 0.94], [8, 0.925, 0.965], [12, 0.93, 0.97]])('bootstrap of %d values at 95%% covers between %d and %d', (count, least, most) => {
    const random = seededRandom(count);
    const intervals = Array.from({ length: 800 }, () => bootstrapMean(values(count, normal, random), 0.95, random));
    const covered = intervals.filter((one) => (one?.lower ?? 1) <= 0 && (one?.upper ?? -1) >= 0).length / 800;
    expect(covered).toBeGreaterThan(least);
    expect(covered).toBeLessThan(most);
  });

  it('back-test of two methods that draw lots: PAI 1, and seldom a clear winner', () => {
    const random = seededRandom(10);
    const lots = (counts: readonly number[][]): number[][] => counts.map((row) => row.map(() => random()));
    const tests = Array.from({ length: 150 }, () => {
      const counts = Array.from({ length: 13 }, () => values(50, (draw) => poisson(3, draw), random));
      const methods = { a: lots(counts), b: lots(counts) };
      return backTest({ counts, surfaces: values(50, (draw) => 0.5 + draw(), random), methods, choice: { surfaceShare: 0.1 }, random, draws: 19 });
    });
    expect(mean(tests.map(({ methods }) => methods.a?.pai?.mean ?? 0))).toBeCloseTo(1, 1);
    const clear = tests.filter((test) => {
      const best = bestMethod(test, 'pai', { random });
      return best.name !== null && best.clear;
    }).length;
    // The better of two: 2.5% on either side.
    expect(clear / 150).toBeLessThan(0.1);
  });
});
