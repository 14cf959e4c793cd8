import { describe, expect, it } from 'vitest';
import { DEFAULT_HARM_WEIGHTS } from '../../../src/model/harm.ts';
import { DEFAULT_BACKTEST_SETTINGS } from '../../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS } from '../../../src/model/hotspots.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { changedBacktest, changedHotspots } from '../../../src/selection/urlHotspots.ts';
import { DEFAULT_VIEW } from '../../../src/selection/viewState.ts';

describe('settings of the tests in the address', () => {
  it('are written where they differ from the default, and read again', () => {
    const view = { ...DEFAULT_VIEW, view: 'hotspots' as const, hotspots: { ...DEFAULT_HOTSPOT_SETTINGS, neighbours: { kind: 'nearest' as const, k: 8 } } };
    expect(encodeHash(view)).toBe('#/hotspots?v=1&hotspots=neighbours:nearest-8');
    expect(decodeHash(encodeHash(view))).toEqual({ view, notices: [] });
    const part = decodeHash('#/hotspots?v=1&hotspots=steps:month,seed:0&backtest=surface:0.1,test:6');
    expect(part.notices).toEqual([]);
    expect(part.view.hotspots).toEqual({ ...DEFAULT_HOTSPOT_SETTINGS, stepMonths: 1, seed: 0 });
    expect(decodeHash('#/hotspots?v=1&hotspots=change:2019-01/2019-12/2023-01/2023-12').view.hotspots.compared).toEqual({ before: { from: '2019-01', to: '2019-12' }, after: { from: '2023-01', to: '2023-12' } });
    expect(part.view.backtest).toEqual({ ...DEFAULT_BACKTEST_SETTINGS, pick: { kind: 'surface', share: 0.1 }, testMonths: 6 });
  });

  it.each(['value:harm', 'neighbours:nearest-0', 'neighbours:within-1e9', 'seed:-1', 'seed:5000000000', 'hexagons:49', 'steps:week', 'change:2019-01/2019-12', 'change:2019-01/2019-12/2019-12/2020-11', 'change:2019-12/2019-01/2020-01/2020-12', 'change:2019-01/2019-13/2020-01/2020-12', 'colour:red', 'value', 'value:count:rate', '__proto__:1', 'constructor:1', 'toString:1'])('hotspots=%s gives the default with a notice', (text) => {
    const { view, notices } = decodeHash(`#/hotspots?v=1&hotspots=${encodeURIComponent(text)}`);
    expect(view.hotspots).toEqual(DEFAULT_HOTSPOT_SETTINGS);
    expect(notices).toEqual([`The address says hotspots=${text}, which is not settings of the hotspot tests such as value:smoothed-rate,neighbours:nearest-8; the default is used instead.`]);
  });

  it.each(['areas:0', 'areas:1.5', 'surface:0', 'surface:1', 'surface:5%', 'train:0', 'train:999', 'test:61', 'harm:homicide', 'harm:homicide-1.5', 'harm:homicide-100001', 'harm:robbery-5', 'harm:rape-5/', 'harm:rape--5', 'harm:constructor-5'])('backtest=%s gives the default with a notice', (text) => {
    const { view, notices } = decodeHash(`#/hotspots?v=1&backtest=${encodeURIComponent(text)}`);
    expect([view.backtest, notices.length]).toEqual([DEFAULT_BACKTEST_SETTINGS, 1]);
  });

  it('hold the weights of harm that differ from their starting values', () => {
    const harmWeights = { ...DEFAULT_HARM_WEIGHTS, homicide: 5000, 'violence-without-injury': 0 };
    const view = { ...DEFAULT_VIEW, view: 'hotspots' as const, backtest: { ...DEFAULT_BACKTEST_SETTINGS, harmWeights } };
    expect(encodeHash(view)).toBe('#/hotspots?v=1&backtest=harm:homicide-5000/violence-without-injury-0');
    expect(decodeHash(encodeHash(view))).toEqual({ view, notices: [] });
    expect(changedBacktest(DEFAULT_BACKTEST_SETTINGS, { harmWeights: { ...harmWeights, rape: 2.5 } })).toBe(null);
  });

  it('are changed only to what an address can say', () => {
    expect(changedHotspots(DEFAULT_HOTSPOT_SETTINGS, { seed: 7 })).toEqual({ ...DEFAULT_HOTSPOT_SETTINGS, seed: 7 });
    expect(changedHotspots(DEFAULT_HOTSPOT_SETTINGS, {})).toEqual(DEFAULT_HOTSPOT_SETTINGS);
    expect([{ seed: Number.NaN }, { hexagonMetres: 10 }, { neighbours: { kind: 'nearest' as const, k: 1.5 } }].map((patch) => changedHotspots(DEFAULT_HOTSPOT_SETTINGS, patch))).toEqual([null, null, null]);
    expect([{ trainMonths: 0 }, { pick: { kind: 'surface' as const, share: 2 } }].map((patch) => changedBacktest(DEFAULT_BACKTEST_SETTINGS, patch))).toEqual([null, null]);
  });
});
