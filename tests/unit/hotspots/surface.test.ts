import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { fromBritishGrid, toBritishGrid } from '../../../src/geometry/grid.ts';
import { finished, type EventPoints, type Points } from '../../../src/hotspots/input.ts';
import { eventsWithin, peaksOf } from '../../../src/hotspots/peaks.ts';
import { surfaceProblem, surfaceSteps } from '../../../src/hotspots/surface.ts';
import { levelsBelow } from '../../../src/hotspots/surfaceLevels.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { SurfaceAnswer, SurfaceRequest, SurfaceSettings } from '../../../src/model/surface.ts';
import { gridPack } from './gridPack.ts';

const EVENTS_OF_ALL = 400;
/** Events at one place and twice as many at another 5 km away, within the grid's 8 by 8 km; hours chosen leave a tenth of both. */
function twoTowns(lesser = EVENTS_OF_ALL): Points {
  return { of: ({ hours }: Selection) => eventsIn(hours === null ? lesser : lesser / 10), problem: null };
}

function eventsIn(lesser: number): EventPoints {
  const x = Float64Array.from({ length: 3 * lesser }, (_, i) => (i < lesser ? 502_000 : 505_900));
  return { x, y: Float64Array.from({ length: 3 * lesser }, (_, i) => (i < lesser ? 222_000 : 226_100)), area: Int32Array.from(x, () => 0) };
}

function surface(pack: OpenedPack, settings: Partial<SurfaceSettings> = {}, selection: Partial<Selection> = {}, points = twoTowns()): SurfaceAnswer {
  const request = { pack: pack.id, dataSet: pack.manifest.opens, selection: { ...EVERYTHING, ...selection }, settings: { bandwidthMetres: 1000, levels: null, ...settings } };
  return finished(surfaceSteps(request, { pack, points }));
}

const NIGHTS: Partial<Selection> = { hours: { from: 19, to: 7 } };
/** Height of a quartic kernel of 1 km at its centre, per km2. */
const TOP = 3 / Math.PI;

/** Quartic: 3 n / (pi h^2) (1 - d^2 / h^2)^2 a year is the level at this distance d. */
function radiusOf(perYear: number, level: number): number {
  return 1000 * Math.sqrt(1 - Math.sqrt(level / (perYear * TOP)));
}

function distancesFrom(line: SurfaceAnswer['lines'][number] | undefined, [x, y]: readonly [number, number]): number[] {
  return (line?.points ?? []).map(([longitude, latitude]) => {
    const [east, north] = toBritishGrid(longitude, latitude);
    return Math.hypot(east - x, north - y);
  });
}

describe('surfaceSteps', () => {
  it('has the two towns as peaks, the denser first, per km2 and year, each in its area and with the events round it', () => {
    const { peaks, peaksLeft, years, events, highest, cellMetres } = surface(gridPack(8));
    expect([years, events, peaksLeft, cellMetres]).toEqual([4, 1200, 0, 200]);
    // The southern one stands where four cells meet: the first of them, in the area south-west of it, counts.
    expect(peaks.map(({ area, events: near }) => [area, near])).toEqual([[6 * 8 + 5, 800], [8 + 1, 400]]);
    // The centre of a cell lies up to 141 m from the town: there the kernel has (1 - 0.02)^2 of its height.
    expect(peaks.map(({ perKm2Year }, i) => perKm2Year / ((i === 0 ? 200 : 100) * TOP)).filter((share) => share > 1 || share < 0.96)).toEqual([]);
    expect(highest).toBe(peaks[0]?.perKm2Year);
  });

  it('draws each level as a circle of the kernel’s own radius round a town', () => {
    const { lines, levels } = surface(gridPack(8), { bandwidthMetres: 1000, levels: [50, 150] });
    expect([levels, lines.map(({ level }) => level)]).toEqual([[50, 150], [0, 0, 1]]);
    const errors = [...distancesFrom(lines[0], [502_000, 222_000]).map((d) => d - radiusOf(100, 50)), ...distancesFrom(lines[2], [505_900, 226_100]).map((d) => d - radiusOf(200, 150))];
    expect(errors.length).toBeGreaterThan(20);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(25);
  });

  it('takes its levels from the whole data set, so that no filter moves a line; what would fit the filter is offered', () => {
    const pack = gridPack(8);
    const [all, nights] = [surface(pack), surface(pack, {}, NIGHTS)];
    expect([all.levels, all.ownLevels, nights.levels]).toEqual([[5, 10, 20, 50, 100], [5, 10, 20, 50, 100], [5, 10, 20, 50, 100]]);
    expect(nights.ownLevels).toEqual([0.5, 1, 2, 5, 10]);
    expect(nights.highest).toBeCloseTo(all.highest / 10, 9);
    // The lesser town does not reach the highest.
    expect(surface(pack, { levels: nights.ownLevels }, NIGHTS).lines).toHaveLength(9);
  });

  it('is per year of the months chosen and held: half the months of the same events are twice as dense', () => {
    const pack = gridPack(8);
    const [all, two, summers] = [surface(pack), surface(pack, {}, { period: { from: '2021-01', to: '2022-12' } }), surface(pack, {}, { monthsOfYear: [6, 7, 8] })];
    expect([two.years, summers.years, two.highest / all.highest, summers.highest / all.highest]).toEqual([2, 1, 2, 4]);
  });

  it('is nothing beyond the county: a town at its edge ends there', () => {
    const edge: Points = { of: () => ({ x: new Float64Array(100).fill(500_000), y: new Float64Array(100).fill(224_000), area: new Int32Array(100) }), problem: null };
    const { lines } = surface(gridPack(8), { levels: [10] }, {}, edge);
    const corners = lines.flatMap(({ points }) => points.map(([longitude, latitude]) => toBritishGrid(longitude, latitude)[0]));
    expect([lines.length, corners.every((x) => x > 499_999)]).toEqual([1, true]);
    const [first, last] = [lines[0]?.points[0], lines[0]?.points.at(-1)];
    expect(first).not.toEqual(last);
  });

  it('is flat without events, and leaves out and counts those without a place', () => {
    const none = surface(gridPack(8), {}, {}, { of: () => ({ x: new Float64Array(0), y: new Float64Array(0), area: new Int32Array(0) }), problem: null });
    expect(none).toMatchObject({ levels: [], ownLevels: [], lines: [], peaks: [], peaksLeft: 0, highest: 0, events: 0 });
    const lost: Points = { of: () => ({ x: Float64Array.of(504_000, Number.NaN), y: Float64Array.of(224_000, Number.NaN), area: Int32Array.of(0, 0) }), problem: null };
    const one = surface(gridPack(8), {}, {}, lost);
    expect([one.events, one.notes.join(' ')]).toEqual([1, expect.stringContaining('1 event has no point')]);
  });

  it('says what published points cannot, and when a period mixes their two lists', () => {
    const street = gridPack(8, { kind: 'street' });
    expect(surface(street).caution).toMatch(/never compare surfaces across that date\. This period mixes both lists\.$/);
    expect(surface(street, {}, { period: { from: '2022-07', to: '2023-12' } }).caution).toMatch(/across that date\.$/);
    expect(surface(gridPack(8, { kind: 'police-extract' })).caution).toBeNull();
  });

  it('pauses between parts of many events, and gives the same as all at once', () => {
    const many = gridPack(8);
    const steps = surfaceSteps({ pack: 'grid', dataSet: many.manifest.opens, selection: EVERYTHING, settings: { bandwidthMetres: 1000, levels: [1] } }, { pack: many, points: twoTowns(40_000) });
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; pauses += 1) step = steps.next();
    expect(step.value.highest).toBeCloseTo(100 * surface(many).highest, 6);
    // Of 120,000 events three parts, and one after each of the five steps.
    expect(pauses).toBe(5 + 3);
  });
});

function asked(bandwidthMetres: number): SurfaceRequest {
  return { pack: 'grid', dataSet: 'street', selection: EVERYTHING, settings: { bandwidthMetres, levels: null } };
}

/** A square of 1 km so many kilometres north and east of the grid's south-western corner. */
function squareAt(kilometres: number): Polygon {
  const [x, y] = [500_000 + 1000 * kilometres, 220_000 + 1000 * kilometres];
  return { type: 'Polygon', coordinates: [[[x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000], [x, y]].map(([east = 0, north = 0]) => [...fromBritishGrid(east, north)])] };
}

describe('surfaceProblem', () => {
  it('is that a place is too large for the bandwidth, with the one that would do; never for a county', () => {
    const far = gridPack(2);
    const [moved, ...others] = far.shapes.features;
    const shift = (kilometres: number): typeof far => ({ ...far, shapes: { ...far.shapes, features: moved === undefined ? others : [{ ...moved, geometry: squareAt(kilometres) }, ...others] } });
    const country = shift(400);
    expect(surfaceProblem(asked(500), { pack: country, points: twoTowns() })?.what).toBe('So large a place needs a bandwidth of 1,280 m or more.');
    expect(surfaceProblem(asked(1280), { pack: country, points: twoTowns() })).toBeNull();
    expect(surfaceProblem(asked(200), { pack: shift(45), points: twoTowns() })).toBeNull();
  });

  it('is that there are no outlines', () => {
    const bare = gridPack(2);
    expect(surfaceProblem(asked(1000), { pack: { ...bare, shapes: { ...bare.shapes, features: [] } }, points: twoTowns() })?.what).toContain('no outlines');
  });

  it('is the points’ own, or that small counts are withheld; none otherwise', () => {
    const request = asked(1000);
    expect(surfaceProblem(request, { pack: gridPack(2), points: { of: null, problem: 'Street has no points.' } })?.what).toBe('Street has no points.');
    expect(surfaceProblem(request, { pack: gridPack(2, { disclosureThreshold: 5 }), points: twoTowns() })?.what).toContain('withholds small counts');
    expect(surfaceProblem(request, { pack: gridPack(2), points: twoTowns() })).toBeNull();
  });
});

describe('levelsBelow', () => {
  it.each([[1000, [20, 50, 100, 200, 500]], [1001, [50, 100, 200, 500, 1000]], [0.3, [0.01, 0.02, 0.05, 0.1, 0.2]], [0, []], [Number.NaN, []], [Infinity, []]])('of %d are %j', (highest, levels) => {
    expect(levelsBelow(highest)).toEqual(levels);
  });
});

function raster(perKm2: readonly number[], columns: number) {
  return { columns, cellMetres: 100, x: 50, y: 50, perKm2 };
}

describe('peaksOf', () => {
  it('are cells above all neighbours, the densest first; zero and unknown are none', () => {
    expect(peaksOf(raster([0, 1, 0, 0, Number.NaN, 0, 3, 0, 0, 0, 0, 0], 6), 100).map(({ cell, x, y, perKm2 }) => [cell, x, y, perKm2])).toEqual([[6, 50, 150, 3]]);
    expect(peaksOf(raster([1, 0, 0, 0, 3], 5), 100).map(({ cell }) => cell)).toEqual([4, 0]);
    expect(peaksOf(raster([0, 0, 0, 0], 2), 100)).toEqual([]);
  });

  it('of equal cells are the first, and none within a bandwidth of a denser one', () => {
    expect(peaksOf(raster([2, 2, 0, 1, 0, 0, 2], 7), 100).map(({ cell }) => cell)).toEqual([0, 6, 3]);
    expect(peaksOf(raster([2, 2, 0, 1, 0, 0, 2], 7), 300).map(({ cell }) => cell)).toEqual([0, 6]);
  });

  it('do not reach round the end of a row', () => {
    expect(peaksOf(raster([0, 0, 5, 4, 0, 0], 3), 50).map(({ cell }) => cell)).toEqual([2, 3]);
  });
});

it('eventsWithin counts those at the distance, not those beyond or without a place', () => {
  expect(eventsWithin({ x: Float64Array.of(0, 300, 301, Number.NaN), y: Float64Array.of(0, 400, 400, 0) }, { x: 0, y: 0 }, 500)).toBe(2);
});
