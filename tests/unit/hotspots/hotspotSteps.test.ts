import { describe, expect, it } from 'vitest';
import { hotspotSteps } from '../../../src/hotspots/hotspotSteps.ts';
import { finished, type HotspotInput } from '../../../src/hotspots/input.ts';
import { CHANGE_CLASS, EMERGING_CLASS, GI_CLASS, STEP_STATE, TESTED_WHY, type HotspotAnswer, type HotspotRequest } from '../../../src/model/hotspots.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { getisOrd } from '../../../src/statistics/getisOrd.ts';
import { globalEmpiricalBayes } from '../../../src/statistics/empiricalBayes.ts';
import { globalMoran } from '../../../src/statistics/globalMoran.ts';
import { runChart } from '../../../src/statistics/runChart.ts';
import { neighbourLists } from '../../../src/statistics/spatialWeights.ts';
import { months } from '../../fakes/samplePack.ts';
import { gridPack, inputOver, requestFor, type Monthly } from './gridPack.ts';

const SIDE = 8;
const pack = gridPack(SIDE);
const made = (request: HotspotRequest, input: HotspotInput): HotspotAnswer => finished(hotspotSteps(request, input));
const column = (area: number): number => area % SIDE;
const row = (area: number): number => Math.floor(area / SIDE);
/** A block of three by three in the south-western corner is hot, the rest varies a little. */
const inBlock = (area: number): boolean => column(area) < 3 && row(area) < 3;
const steady: Monthly = (area, month) => (inBlock(area) ? 12 : 0) + ((area * 7 + Number(month.slice(5)) * 3) % 5);
/** Neighbours of a grid by plain loops. */
const around = (corners: boolean) => neighbourLists(pack.areas.code.map((_, area) => pack.areas.code.map((_code, other) => other).filter((other) => {
  const [east, north] = [Math.abs(column(area) - column(other)), Math.abs(row(area) - row(other))];
  return other !== area && east <= 1 && north <= 1 && (corners || east + north === 1);
})));
const countsOf = (monthly: Monthly): number[] => pack.areas.code.map((_, area) => months('2020-01', '2023-12').reduce((sum, month) => sum + monthly(area, month), 0));
/** Hot in the last quarter alone. */
const emerging: Monthly = (area, month) => (inBlock(area) ? (month >= '2023-10' ? 30 : 3) : 3) + ((area * 7 + Number(month.slice(5)) * 3) % 3);
/** Area 20 doubles in the last year, area 21 has next to nothing. */
const doubled: Monthly = (area, month) => (area === 20 ? (month >= '2023-01' ? 40 : 20) : area === 21 ? (month === '2023-05' ? 4 : 0) : 20);
/** Area 30 has a few events in one quarter, and many in the others. */
const partly: Monthly = (area, month) => (area === 30 && month >= '2021-01' && month <= '2021-03' ? (month === '2021-02' ? 3 : 0) : 10);
/** Area 30 has so few a quarter that its counts are withheld. */
const withFew = (few: number): Monthly => (area, month) => (area === 30 ? (month === '2021-02' ? few : 0) : 10 + ((area * 7 + Number(month.slice(5)) * 3) % 5));

describe('Gi*, Moran and concentration of a filter', () => {
  const answer = made(requestFor(pack), inputOver(pack, steady));

  it('are those of the statistics on plainly counted values and plainly found neighbours', () => {
    const values = countsOf(steady);
    expect([...answer.columns.value]).toEqual(values);
    expect([...answer.columns.giStar]).toEqual([...getisOrd(values, around(true), { style: 'binary', includeSelf: true }).z]);
    const global = globalMoran(values, around(true), { style: 'row' });
    expect(answer.global).toEqual({ moran: global.index, expected: -1 / 63, z: global.reason === null ? global.z : 0, p: global.reason === null ? global.pTwoSided : 0 });
    const rook = made(requestFor(pack, { neighbours: { kind: 'rook' } }), inputOver(pack, steady));
    expect([...rook.columns.giStar]).toEqual([...getisOrd(values, around(false), { style: 'binary', includeSelf: true }).z]);
    expect(answer.neighbours).toEqual({ mean: (4 * 3 + 24 * 5 + 36 * 8) / 64, isolates: 0, components: 1 });
    expect(rook.neighbours.mean).toBe((4 * 2 + 24 * 3 + 36 * 4) / 64);
  });

  it('find the block that was made hot, and nothing far from it', () => {
    const hot = pack.areas.code.map((_, area) => area).filter((area) => (answer.columns.giStarClass[area] ?? 0) >= GI_CLASS.hot95);
    expect(hot.filter((area) => column(area) < 2 && row(area) < 2)).toHaveLength(4);
    expect(hot.filter((area) => column(area) > 3 || row(area) > 3)).toEqual([]);
    expect(answer.concentration.events).toBe(countsOf(steady).reduce((sum, count) => sum + count, 0));
    expect(answer.concentration.lorenz.events.at(-1)).toBe(1);
    const ranked = countsOf(steady).toSorted((a, b) => b - a);
    const half = ranked.findIndex((_, i) => ranked.slice(0, i + 1).reduce((sum, count) => sum + count, 0) >= answer.concentration.events / 2) + 1;
    expect(answer.concentration.fewestForHalf).toBe(half);
  });

  it('have p of counts whatever the seed, of rates the same for the same seed and near it for another', () => {
    const rates = (seed: number): HotspotAnswer => made(requestFor(pack, { value: 'smoothed-rate', seed }), inputOver(pack, steady));
    expect(made(requestFor(pack, { seed: 5 }), inputOver(pack, steady)).columns).toEqual(answer.columns);
    const [first, again, other] = [rates(1), rates(1), rates(5)];
    expect(again.columns).toEqual(first.columns);
    expect(other.columns.giStar).toEqual(first.columns.giStar);
    expect(other.columns.giStarP).not.toEqual(first.columns.giStarP);
    expect(other.columns.giStarP.every((p, area) => Math.abs(p - (first.columns.giStarP[area] ?? 9)) < 0.02)).toBe(true);
    expect([answer.permutations, first.permutations]).toEqual([0, 99_999]);
  });

  it('take rates and smoothed rates per 100,000 person-years', () => {
    const values = countsOf(steady);
    const rates = made(requestFor(pack, { value: 'rate' }), inputOver(pack, steady)).columns.value;
    rates.forEach((rate, area) => expect(rate).toBeCloseTo(100_000 * (values[area] ?? 0) / 4000, 9));
    const smoothed = made(requestFor(pack, { value: 'smoothed-rate' }), inputOver(pack, steady)).columns.value;
    const { estimates } = globalEmpiricalBayes({ events: values, populations: values.map(() => 4000) });
    expect([...smoothed]).toEqual([...estimates].map((estimate) => 100_000 * estimate));
  });

  it('leave areas outside the chosen places out, with the reason', () => {
    const chosen = pack.areas.code.filter((_, area) => row(area) < 5);
    const part = made(requestFor(pack, {}, { areas: chosen }), inputOver(pack, steady));
    expect(part.columns.tested.reduce((sum, one) => sum + one, 0)).toBe(40);
    expect(part.columns.testedWhy[63]).toBe(TESTED_WHY.outsidePlaces);
    expect(part.excluded).toEqual([{ reason: 'Outside the chosen places', areas: 24 }]);
    expect(part.columns.giStar.slice(40).every(Number.isNaN)).toBe(true);
    expect(part.columns.giStarClass.slice(40).every((code) => code === GI_CLASS.notTested)).toBe(true);
  });
});

describe('the series, persistence and change', () => {
  it('count by whole quarters and say how hot spells ran', () => {
    const answer = made(requestFor(pack), inputOver(pack, emerging));
    expect(answer.steps).toHaveLength(16);
    expect(answer.steps[15]).toEqual({ from: '2023-10', to: '2023-12' });
    expect(answer.series[16 * 9 + 15]).toBe(['2023-10', '2023-11', '2023-12'].reduce((sum, month) => sum + emerging(9, month), 0));
    expect([answer.columns.emergingClass[0], answer.columns.emergingClass[63]]).toEqual([EMERGING_CLASS.newHotspot, EMERGING_CLASS.noPattern]);
    expect([answer.columns.hotSteps[0], answer.columns.higherSteps[0], answer.persistenceSteps]).toEqual([1, 1, 12]);
    const lasting = made(requestFor(pack), inputOver(pack, steady)).columns;
    expect([lasting.emergingClass[0], lasting.hotSteps[0], lasting.higherSteps[0], lasting.classedSteps[0]]).toEqual([EMERGING_CLASS.persistent, 16, 12, 12]);
  });

  it('send each step’s state and the run chart of each area', () => {
    const answer = made(requestFor(pack), inputOver(pack, emerging));
    const states = Array.from({ length: 16 }, (_, step) => answer.stepStates[16 * 9 + step]);
    expect([states.slice(0, 15).every((state) => state === STEP_STATE.neither), states[15]]).toEqual([true, STEP_STATE.hot]);
    expect(answer.stepStates.reduce((sum, state, at) => sum + (Math.floor(at / 16) === 9 && state === STEP_STATE.hot ? 1 : 0), 0)).toBe(answer.columns.hotSteps[9]);
    expect(runChart(Array.from({ length: 16 }, (_, step) => answer.series[16 * 9 + step] ?? 0))).toMatchObject(answer.runs[9] ?? {});
    expect(answer.runs[9]?.median).toBeGreaterThan(0);
    // Eight quarters at one height, then eight at another.
    const raised = made(requestFor(pack), inputOver(pack, (area, month) => (area === 40 && month >= '2022-01' ? 20 : 5 + (Number(month.slice(5)) % 2))));
    expect(raised.runs[40]).toMatchObject({ unusual: true, shifts: [{ first: 0, last: 7, direction: 'down' }, { first: 8, last: 15, direction: 'up' }] });
    expect(made(requestFor(pack, {}, { period: { from: '2022-01', to: '2023-11' } }), inputOver(pack, steady))).toMatchObject({ stepStates: new Uint8Array(0), runs: pack.areas.code.map(() => null) });
    const few = made(requestFor(gridPack(SIDE, { disclosureThreshold: 5 })), inputOver(gridPack(SIDE, { disclosureThreshold: 5 }), partly));
    expect([few.runs[30], few.stepStates.slice(30 * 16, 31 * 16).every((state) => state === STEP_STATE.notTested)]).toEqual([null, true]);
  });

  it('need ten steps, and leave months in no whole step out', () => {
    const answer = made(requestFor(pack, {}, { period: { from: '2022-02', to: '2023-11' } }), inputOver(pack, steady));
    expect(answer.steps.map(({ from }) => from)).toEqual(['2022-04', '2022-07', '2022-10', '2023-01', '2023-04', '2023-07']);
    expect(answer.columns.emergingClass.every((code) => code === EMERGING_CLASS.notTested)).toBe(true);
    expect(answer.notes).toEqual(expect.arrayContaining(['Emerging hot spots need 10 whole quarters; there are 6.', '4 months lie in no whole quarter and are left out of the series.']));
    const monthly = made(requestFor(pack, { stepMonths: 1 }, { period: { from: '2022-02', to: '2023-11' } }), inputOver(pack, steady));
    expect([monthly.steps.length, monthly.notes.some((note) => note.startsWith('Emerging'))]).toEqual([22, false]);
  });

  it('compare the last twelve months with the twelve before', () => {
    const { columns, change } = made(requestFor(pack), inputOver(pack, doubled));
    expect(change).toEqual({ before: { from: '2022-01', to: '2022-12' }, after: { from: '2023-01', to: '2023-12' } });
    expect([columns.ratio[20], columns.ratio[0]]).toEqual([2, 1]);
    expect([columns.changeClass[20], columns.changeClass[21], columns.changeClass[0]]).toEqual([CHANGE_CLASS.higher, CHANGE_CLASS.fewerThan10, CHANGE_CLASS.similar]);
    expect((columns.ratioLower[20] ?? 0) > 1 && (columns.ratioUpper[20] ?? 0) < 3).toBe(true);
  });
});

describe('periods of one’s own', () => {
  const compared = { before: { from: '2020-01', to: '2020-12' }, after: { from: '2023-07', to: '2023-12' } };

  it('are compared whatever period the filter has, by person-years, and other seasons are said', () => {
    const { columns, change, notes } = made(requestFor(pack, { compared }, { period: { from: '2022-01', to: '2022-12' } }), inputOver(pack, doubled));
    expect(change).toEqual(compared);
    expect([columns.ratio[20], columns.ratio[0]]).toEqual([expect.closeTo(2, 2), expect.closeTo(1, 2)]);
    expect(notes).toContain('The periods that change compares hold different months of the year, so season alone may make a difference.');
  });

  it('of the same months of the year are said nothing of', () => {
    const winters = { before: { from: '2020-01', to: '2020-03' }, after: { from: '2023-01', to: '2023-03' } };
    expect(made(requestFor(pack, { compared: winters }), inputOver(pack, doubled)).notes.filter((note) => note.includes('season'))).toEqual([]);
    // With summers chosen, a year and a half-year hold the same months.
    const summers = made(requestFor(pack, { compared }, { monthsOfYear: [7, 8] }), inputOver(pack, doubled));
    expect(summers.notes.filter((note) => note.includes('season'))).toEqual([]);
  });

  it('without a month held give no change, with the reason; months that lack are counted', () => {
    const outside = made(requestFor(pack, { compared: { before: { from: '2017-01', to: '2017-12' }, after: { from: '2023-01', to: '2023-12' } } }), inputOver(pack, doubled));
    expect([outside.change, outside.notes.includes('The data set holds no month of one of the periods that change should compare.')]).toEqual([null, true]);
    const partly2019 = made(requestFor(pack, { compared: { before: { from: '2019-11', to: '2020-12' }, after: { from: '2023-01', to: '2023-12' } } }), inputOver(pack, doubled));
    expect(partly2019.notes.find((note) => note.startsWith('The data set lacks 2 months'))).toBeDefined();
  });
});

describe('units', () => {
  it('test wards on the same events and say in how many kinds a place is hot', () => {
    const answer = made(requestFor(pack), inputOver(pack, steady));
    const [lsoa, ward, hub, hexagon] = answer.units;
    expect([lsoa?.units, ward?.units, ward?.problem]).toEqual([64, 0, 'Only 4 of them can be tested: whatever lay where, none could be rarer than p 0.7.']);
    expect([hub?.problem, hexagon?.problem]).toEqual(['This pack has no hubs.', 'There are no points.']);
    expect([answer.columns.survives[0], answer.columns.unitsTested[0]]).toEqual([1, 1]);
    expect(lsoa?.share).toBeCloseTo((lsoa?.hotUnits.reduce((sum, { count }) => sum + count, 0) ?? 0) / answer.concentration.events, 12);
  });

  it('count points in hexagons; a place survives where half of its events lie in hot ones', () => {
    const events = pack.areas.code.flatMap((_, area) => Array.from({ length: inBlock(area) ? 40 : 2 }, (_event, i) => ({ area, x: 500_000 + 1000 * column(area) + 25 + (i * 157) % 950, y: 220_000 + 1000 * row(area) + 25 + (i * 389) % 950 })));
    const points = { problem: null, of: () => ({ x: Float64Array.from(events, ({ x }) => x), y: Float64Array.from(events, ({ y }) => y), area: Int32Array.from(events, ({ area }) => area) }) };
    const answer = made(requestFor(pack, { hexagonMetres: 500 }), inputOver(pack, (area, month) => (month === '2020-01' ? (inBlock(area) ? 40 : 2) : 0), points));
    const hexagon = answer.units[3];
    expect(hexagon?.problem).toBe(null);
    expect(hexagon?.hotUnits.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo((hexagon?.share ?? 0) * events.length, 9);
    expect((hexagon?.share ?? 0) > 0.3).toBe(true);
    expect([answer.columns.unitsTested[0], answer.columns.survives[9], answer.columns.survives[63]]).toEqual([2, 2, 0]);
    expect(made(requestFor(pack, { value: 'rate' }), inputOver(pack, steady, points)).units[3]?.problem).toBe('Hexagons have no residents, so that only counts can be tested on them.');
  });
});

describe('withheld counts', () => {
  const secret = gridPack(SIDE, { disclosureThreshold: 5 });
  it('never influence anything: whatever they are, the answer is the same', () => {
    const [one, four] = [1, 4].map((few) => made(requestFor(secret), inputOver(secret, withFew(few))));
    expect(one).toEqual(four);
    expect([one?.columns.testedWhy[30], one?.excluded]).toEqual([TESTED_WHY.withheld, [{ reason: 'Withheld under the sharing agreement', areas: 1 }]]);
    expect(one?.series.slice(30 * 16, 31 * 16).every((count) => count === SUPPRESSED)).toBe(true);
  });

  it('withhold the whole series of an area with a withheld step, which the others would give away', () => {
    const answer = made(requestFor(secret), inputOver(secret, partly));
    expect([answer.columns.tested[30], answer.columns.emergingClass[30]]).toEqual([1, EMERGING_CLASS.notTested]);
    expect(answer.series.slice(30 * 16, 31 * 16).every((count) => count === SUPPRESSED)).toBe(true);
    expect(answer.notes).toContain('1 area is left out of the series, because a count of a quarter is withheld there and the others would give it away.');
  });

  it('are never asked of points', () => {
    const points = { problem: null, of: () => { throw new Error('asked'); } };
    expect(made(requestFor(secret), inputOver(secret, withFew(2), points)).units[3]?.problem).toBe('This data set withholds small counts, and hexagons would show them.');
  });
});

it('says how far it is, and ends at the whole', () => {
  const steps = [...hotspotSteps(requestFor(pack), inputOver(pack, steady))];
  expect(steps.map(({ done }) => done)).toEqual(steps.map((_, i) => i + 1));
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
});
