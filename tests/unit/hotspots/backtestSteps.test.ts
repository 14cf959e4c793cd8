import { describe, expect, it } from 'vitest';
import { backtestSteps } from '../../../src/hotspots/backtestSteps.ts';
import { rollingPeriods } from '../../../src/hotspots/backtestPeriods.ts';
import { finished, type HotspotInput } from '../../../src/hotspots/input.ts';
import { DEFAULT_BACKTEST_SETTINGS, PREDICTION_METHODS, type BacktestAnswer, type BacktestRequest } from '../../../src/model/backtest.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { months } from '../../fakes/samplePack.ts';
import { gridPack, inputOver, type Monthly } from './gridPack.ts';

const SIDE = 6;
const pack = gridPack(SIDE);
const asked = (change: Partial<BacktestRequest> = {}, from: OpenedPack = pack): BacktestRequest => (
  { pack: from.id, dataSet: from.manifest.opens, selection: EVERYTHING, ...DEFAULT_BACKTEST_SETTINGS, pick: { kind: 'areas', areas: 5 }, ...change });
const made = (request: BacktestRequest, input: HotspotInput): BacktestAnswer => finished(backtestSteps(request, input));
/** Every area has its own level and its own ups and downs; no two areas are equal over a year. */
const varied: Monthly = (area, month) => 1 + Math.floor(area / 4) + ((area * 31 + Number(month.slice(5)) * 17 + Number(month.slice(2, 4)) * 5) % 11);
const sum = (monthly: Monthly, area: number, from: string, to: string): number => months(from, to).reduce((total, month) => total + monthly(area, month), 0);
/** In area 35 nothing but a few events of one month. */
const few = (hidden: number): Monthly => (area, month) => (area === 35 ? (month === '2022-05' ? hidden : 0) : varied(area, month));
const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
const close = (found: Float64Array | undefined, expected: readonly number[]): void => expected.forEach((value, i) => expect(found?.[i]).toBeCloseTo(value, 12));

describe('rolling periods', () => {
  it('count back from the last month, each after a whole training period', () => {
    const periods = rollingPeriods({ months: months('2020-01', '2021-11') }, asked());
    expect(periods.map(({ test }) => test?.from ?? null)).toEqual([null, '2021-03', '2021-06', '2021-09']);
    expect(periods[0]).toEqual({ test: null, train: { from: '2020-03', to: '2021-02' }, yearBefore: { from: '2020-03', to: '2020-05' }, usable: true });
    expect(periods[3]?.train).toEqual({ from: '2020-12', to: '2021-11' });
  });

  it('are not used where a month of training, test or the year before is missing', () => {
    const held = months('2020-01', '2021-11').filter((month) => month !== '2020-04');
    expect(rollingPeriods({ months: held }, asked()).map(({ usable }) => usable)).toEqual([false, true, true, true]);
    expect(rollingPeriods({ months: held.filter((month) => month !== '2021-10') }, asked()).map(({ usable }) => usable)).toEqual([false, true, false, false]);
    expect(rollingPeriods({ months: months('2020-01', '2021-01') }, asked())).toEqual([]);
  });
});

describe('the back-test', () => {
  const answer = made(asked(), inputOver(pack, varied));

  it('captures what plain loops say, by counts and by last year', () => {
    expect(answer.periods).toHaveLength(12);
    const byHand = (from: (period: BacktestAnswer['periods'][number]) => readonly [string, string]) => answer.periods.map((period) => {
      const ranked = pack.areas.code.map((_, area) => ({ area, score: sum(varied, area, ...from(period)) })).toSorted((a, b) => b.score - a.score);
      const cut = ranked[4]?.score ?? 0;
      const above = ranked.filter(({ score }) => score > cut);
      const tied = ranked.filter(({ score }) => score === cut);
      const tested = (area: number): number => sum(varied, area, period.test.from, period.test.to);
      const captured = above.reduce((total, { area }) => total + tested(area), 0) + (5 - above.length) / tied.length * tied.reduce((total, { area }) => total + tested(area), 0);
      return captured / pack.areas.code.reduce((total, _, area) => total + tested(area), 0);
    });
    const captures = (id: string) => answer.methods.find(({ method }) => method === id)?.captures;
    close(captures('count'), byHand(({ train }) => [train.from, train.to]));
    close(captures('last-year'), byHand(({ test }) => [yearBefore(test.from), yearBefore(test.to)]));
    expect(answer.methods.find(({ method }) => method === 'count')?.capture.value).toBeCloseTo(Array.from(captures('count') ?? []).reduce((total, one) => total + one, 0) / 12, 12);
  });

  it('tries every method, gives chance its share, and names the best with its lead', () => {
    expect(answer.methods.map(({ method }) => method)).toEqual(PREDICTION_METHODS.map(({ id }) => id));
    expect(answer.methods.filter(({ problem }) => problem !== null).map(({ method }) => method)).toEqual(['harm']);
    const random = answer.methods.find(({ method }) => method === 'random');
    expect(random?.capture.value).toBeCloseTo(5 / 36, 12);
    expect([(random?.capture.lower ?? 1) < 5 / 36, (random?.capture.upper ?? 0) > 5 / 36, random?.pai.value]).toEqual([true, true, 1]);
    const best = answer.methods.find(({ method }) => method === answer.best?.method)?.capture.value ?? 0;
    const next = answer.methods.find(({ method }) => method === answer.best?.next)?.capture.value ?? 1;
    expect(answer.methods.every(({ capture, problem }) => problem !== null || capture.value <= best + 1e-12)).toBe(true);
    expect(answer.best?.overNext.value).toBeCloseTo(best - next, 12);
  });

  it('picks for now from the last training period, best first', () => {
    const ranked = pack.areas.code.map((_, area) => area).toSorted((a, b) => sum(varied, b, '2023-01', '2023-12') - sum(varied, a, '2023-01', '2023-12') || a - b);
    expect(answer.picks.count).toEqual(ranked.slice(0, 5));
    expect(answer.picks.random).toBe(undefined);
    const surface = made(asked({ pick: { kind: 'surface', share: 0.25 } }), inputOver(pack, varied));
    expect(surface.picks.count).toEqual(ranked.slice(0, 9));
    expect(surface.methods.find(({ method }) => method === 'random')?.capture.value).toBeCloseTo(0.25, 12);
  });

  it('is the same for the same seed', () => {
    expect(made(asked(), inputOver(pack, varied))).toEqual(answer);
    expect(made(asked({ seed: 5 }), inputOver(pack, varied)).methods.map(({ captures }) => captures)).toEqual(answer.methods.map(({ captures }) => captures));
  });

  it('asks nothing of a period when it picks for it: what comes later changes no pick', () => {
    const changed = made(asked({ selection: { ...EVERYTHING, period: { from: '2020-01', to: '2023-09' } } }), inputOver(pack, (area, month) => (month > '2023-09' ? 1000 * area : varied(area, month))));
    const before = made(asked({ selection: { ...EVERYTHING, period: { from: '2020-01', to: '2023-09' } } }), inputOver(pack, varied));
    expect(changed).toEqual(before);
  });

  it('leaves an area with a withheld count out of every period, whatever the count', () => {
    const secret = gridPack(SIDE, { disclosureThreshold: 5 });
    const [one, four] = [1, 4].map((hidden) => made(asked({}, secret), inputOver(secret, few(hidden))));
    expect(one).toEqual(four);
    expect(one?.notes.join(' ')).toContain('1 area is left out, because a count is withheld there in some period.');
    const nothing = made(asked({}, secret), inputOver(secret, () => 1 / 12));
    expect([nothing.best, nothing.methods[0]?.problem]).toEqual([null, 'In every area a count of some period is withheld, so nothing can be tested.']);
  });

  it('says what is missing where there is no room for a test', () => {
    const short = made(asked({ trainMonths: 48 }), inputOver(pack, varied));
    expect([short.periods, short.best, short.picks, short.methods[0]?.problem]).toEqual([[], null, {}, 'No test period follows a whole training period.']);
    expect(short.notes).toEqual(['A test needs 48 months to train on and 3 months after them; choose a longer period.']);
  });
});
