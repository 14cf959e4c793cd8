import { describe, expect, it } from 'vitest';
import { fromBritishGrid } from '../../../src/geometry/grid.ts';
import { drawnUnit } from '../../../src/hotspots/drawnUnit.ts';
import { hotspotSteps } from '../../../src/hotspots/hotspotSteps.ts';
import { finished, type HotspotInput, type Points } from '../../../src/hotspots/input.ts';
import type { DrawnArea } from '../../../src/model/drawnAreas.ts';
import type { HotspotAnswer, HotspotRequest } from '../../../src/model/hotspots.ts';
import { adjustPValues } from '../../../src/statistics/adjustPValues.ts';
import { twoSidedBinomialTest } from '../../../src/statistics/twoSidedBinomialTest.ts';
import { gridPack, inputOver, requestFor, type Monthly } from './gridPack.ts';

const SIDE = 8;
const pack = gridPack(SIDE);
/** A rectangle in metres from the south-western corner of the county. */
const box = (name: string, west: number, south: number, east: number, north: number): DrawnArea => ({
  name, polygons: [[[[west, south], [east, south], [east, north], [west, north]].map(([x = 0, y = 0]) => fromBritishGrid(500_000 + x, 220_000 + y))]],
});
const inBlock = (area: number): boolean => area % SIDE < 3 && Math.floor(area / SIDE) < 3;
/** 48 months: 240 events in each area of the block, 48 elsewhere. */
const steady: Monthly = (area) => (inBlock(area) ? 5 : 1);
const BLOCK = box('Block', 0, 0, 3000, 3000);
/** Six areas of the ordinary ground: two columns by three rows. */
const PLAIN = box('Plain', 5000, 5000, 7000, 8000);
/** No inside point, which lie at half kilometres. */
const SMALL = box('Small', 100, 100, 400, 400);
const made = (drawnAreas: readonly DrawnArea[], input: HotspotInput, change: Partial<HotspotRequest> = {}): HotspotAnswer => finished(hotspotSteps({ ...requestFor(pack), drawnAreas, ...change }, input));
/** Each event at the centre of its area, the first thirty of area 0 within SMALL. */
const pointsOf = (monthly: Monthly): Points => ({
  problem: null,
  of: () => {
    const events = pack.areas.code.flatMap((_, area) => Array.from({ length: 48 * monthly(area, '2020-01') }, (_event, i) => (area === 0 && i < 30 ? [200, 200, area] : [1000 * (area % SIDE) + 500, 1000 * Math.floor(area / SIDE) + 500, area])));
    return { x: Float64Array.from(events, ([x = 0]) => 500_000 + x), y: Float64Array.from(events, ([, y = 0]) => 220_000 + y), area: Int32Array.from(events, ([, , area = 0]) => area) };
  },
});

/** Area 1 has so few that they are withheld. */
const few = (own: number): Monthly => (area, month) => (area === 1 ? (month === '2020-01' ? own : 0) : steady(area, month));

describe('drawn areas', () => {
  it('count the areas whose inside point lies in them, and compare their rate with the rest by an exact test', () => {
    const { drawn: { figures, notes }, units } = made([BLOCK, PLAIN], inputOver(pack, steady));
    const [block, plain] = figures;
    expect(block?.members).toEqual([0, 1, 2, 8, 9, 10, 16, 17, 18]);
    const [x, y] = [9 * 240, 55 * 48];
    // 1,000 person-years in each area and year, four years.
    expect([block?.count, block?.countedBy, block?.perKm2, block?.rate, block?.share]).toEqual([x, 'areas', 240, 6000, x / (x + y)]);
    expect(block?.comparedBy).toBe('residents');
    expect(block?.ratio).toBeCloseTo(5, 12);
    expect([block?.side, plain?.side]).toEqual(['higher', 'lower']);
    const p = [twoSidedBinomialTest(x, y, 9 / 55), twoSidedBinomialTest(6 * 48, x + 49 * 48, 6 / 58)];
    expect([block?.p, plain?.p]).toEqual(p);
    expect([block?.adjustedP, plain?.adjustedP]).toEqual([...adjustPValues(p, 'BH')]);
    expect(plain?.ratioUpper).toBeLessThan(1);
    expect(units.find(({ id }) => id === 'drawn')).toMatchObject({ units: 2, hot: 1, share: x / (x + y), problem: null, hotUnits: [{ title: 'Block', count: x }] });
    expect(notes.join(' ')).toMatch(/exact two-sided binomial.*Not Gi\*/s);
    expect(notes.join(' ')).toContain('There are no points.');
  });

  it('count towards “survives in n of m” only for areas that lie in one', () => {
    const none = made([], inputOver(pack, steady));
    const some = made([BLOCK, PLAIN], inputOver(pack, steady));
    const more = (area: number) => [(some.columns.survives[area] ?? 0) - (none.columns.survives[area] ?? 0), (some.columns.unitsTested[area] ?? 0) - (none.columns.unitsTested[area] ?? 0)];
    expect([more(0), more(45), more(4)]).toEqual([[1, 1], [0, 1], [0, 0]]);
    expect(none.units.find(({ id }) => id === 'drawn')).toMatchObject({ units: 0, problem: 'No area is drawn or loaded yet.' });
    expect(some.columns.giStarP).toEqual(none.columns.giStarP);
  });

  it('count points where there are some, and compare a shape without any inside point by its surface', () => {
    const { drawn: { figures } } = made([SMALL, BLOCK], inputOver(pack, steady, pointsOf(steady)));
    const [small, block] = figures;
    expect([small?.members, small?.count, small?.countedBy, small?.comparedBy, small?.rate]).toEqual([[], 30, 'points', 'surface', Number.NaN]);
    expect(small?.perKm2).toBeCloseTo(30 / 0.09, 0);
    const all = 9 * 240 + 55 * 48;
    expect(small?.ratio).toBeCloseTo((30 / 0.09) / ((all - 30) / (64 - 0.09)), 1);
    expect([block?.count, block?.countedBy, block?.comparedBy]).toEqual([9 * 240, 'points', 'residents']);
    const [uncounted] = made([SMALL], inputOver(pack, steady)).drawn.figures;
    expect(uncounted).toMatchObject({ count: Number.NaN, side: null });
    expect(uncounted?.problem).toContain('nothing can be counted in it without points');
  });

  it('leave withheld areas out of the shape and of the rest: nothing but shown counts is in any figure', () => {
    const withheld = gridPack(SIDE, { disclosureThreshold: 100 });
    const answers = [3, 90].map((own) => finished(hotspotSteps({ ...requestFor(withheld), drawnAreas: [BLOCK, PLAIN] }, inputOver(withheld, (area, month) => (inBlock(area) ? few(own)(area, month) : 3)))));
    expect(answers[0]?.drawn).toEqual(answers[1]?.drawn);
    expect(answers[0]?.drawn.figures[0]).toMatchObject({ withheld: 1, count: 8 * 240, members: [0, 2, 8, 9, 10, 16, 17, 18] });
    expect(answers[0]?.drawn.notes.join(' ')).toContain('Counts under 100 are withheld');
  });

  it('say why nothing can be compared', () => {
    const problems = (drawn: readonly DrawnArea[], change: Partial<HotspotRequest> = {}) => made(drawn, inputOver(pack, steady), change).drawn.figures.map(({ problem }) => problem);
    expect(problems([box('All', 0, 0, 8000, 8000), box('Elsewhere', 20_000, 0, 21_000, 1000)])).toEqual([
      'It takes in every chosen area, so there is no rest to compare it with.', 'No area’s inside point lies in it, so nothing can be counted in it without points.',
    ]);
    const { selection } = requestFor(pack, {}, { areas: pack.areas.code.filter((_, area) => !inBlock(area)) });
    expect(problems([BLOCK], { selection })).toEqual(['Its areas are outside the chosen places or not covered by this data set.']);
  });

  it('mark no more than one in twenty where events fall anywhere and each is tested by itself, and hardly any with FDR', () => {
    let state = 1;
    const random = (): number => { state = (state * 48_271) % 2_147_483_647; return state / 2_147_483_647; };
    const shapes = Array.from({ length: 20 }, (_, i) => box(`B${i}`, 1000 * (i % 7), 1000 * Math.floor(i / 7), 1000 * (i % 7) + 2000, 1000 * Math.floor(i / 7) + 1000));
    const marked = { none: 0, fdr: 0 };
    for (let round = 0; round < 60; round += 1) {
      const counts = new Uint32Array(64);
      for (let event = 0; event < 1280; event += 1) counts[Math.floor(random() * 64)]! += 1;
      const input = inputOver(pack, (area, month) => (month === '2020-01' ? counts[area] ?? 0 : 0));
      for (const correction of ['none', 'fdr'] as const) {
        const request = { ...requestFor(pack, { correction }), drawnAreas: shapes };
        const { figures } = drawnUnit(request, input, input.evaluate(request.dataSet, request.selection, request)).drawn;
        marked[correction] += figures.filter(({ side }) => side === 'higher' || side === 'lower').length;
      }
    }
    expect(marked.none / 1200).toBeLessThan(0.06);
    expect(marked.none / 1200).toBeGreaterThan(0.02);
    expect(marked.fdr / 1200).toBeLessThan(0.02);
  });
});
