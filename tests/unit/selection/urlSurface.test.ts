import { describe, expect, it } from 'vitest';
import { DEFAULT_SURFACE_SETTINGS } from '../../../src/model/surface.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { changedSurface } from '../../../src/selection/urlSurface.ts';
import { DEFAULT_OVERLAYS, DEFAULT_VIEW } from '../../../src/selection/viewState.ts';

describe('the density surface in the address', () => {
  it('is a layer, with its settings where they differ from the default', () => {
    const view = { ...DEFAULT_VIEW, overlays: [...DEFAULT_OVERLAYS, 'surface' as const], surface: { bandwidthMetres: 500, levels: [0.05, 2, 1000] } };
    expect(encodeHash(view)).toBe('#/explore?v=1&surface=bandwidth:500,levels:0.05/2/1000&layers=lsoa,boroughs,nte,labels,surface');
    expect(decodeHash(encodeHash(view))).toEqual({ view, notices: [] });
    expect(encodeHash({ ...DEFAULT_VIEW, overlays: ['surface'] })).toBe('#/explore?v=1&layers=surface');
    expect(decodeHash('#/explore?v=1&surface=levels:5').view.surface).toEqual({ ...DEFAULT_SURFACE_SETTINGS, levels: [5] });
  });

  it.each(['bandwidth:199', 'bandwidth:5001', 'bandwidth:1e3', 'bandwidth:-500', 'bandwidth:500.5', 'bandwidth', 'levels:', 'levels:0', 'levels:5/2', 'levels:2/2', 'levels:1/2/3/4/5/6', 'levels:1e3', 'levels:-1', 'levels:1//2', 'cells:100', '__proto__:1'])('surface=%s gives the default with a notice', (text) => {
    const { view, notices } = decodeHash(`#/explore?v=1&surface=${encodeURIComponent(text)}`);
    expect(view.surface).toEqual(DEFAULT_SURFACE_SETTINGS);
    expect(notices).toEqual([`The address says surface=${text}, which is not settings of the density surface such as bandwidth:500 (metres, 200 to 5000); the default is used instead.`]);
  });

  it('is changed only to what an address can say', () => {
    expect(changedSurface(DEFAULT_SURFACE_SETTINGS, { bandwidthMetres: 250 })).toEqual({ bandwidthMetres: 250, levels: null });
    expect(changedSurface({ bandwidthMetres: 250, levels: [1] }, { bandwidthMetres: 1000, levels: null })).toEqual(DEFAULT_SURFACE_SETTINGS);
    expect([{ bandwidthMetres: 10 }, { bandwidthMetres: Number.NaN }, { levels: [] }, { levels: [2, 1] }].map((patch) => changedSurface(DEFAULT_SURFACE_SETTINGS, patch))).toEqual([null, null, null, null]);
  });
});
