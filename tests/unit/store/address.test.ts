import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeHash } from '../../../src/selection/url.ts';
import { linkOf } from '../../../src/store/shown.ts';
import { settle } from '../../fakes/fakeWorker.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const OPEN = '#/explore?v=1&pack=bedfordshire&data=police-recorded';

describe('the address', () => {
  it('names what opened, without a new history entry', async () => {
    const atlas = createHarness();
    await atlas.open();
    expect(atlas.location.entries).toEqual([OPEN]);
  });

  it('gets a history entry for each filter at rest, none for the camera', async () => {
    const atlas = createHarness();
    await atlas.open();
    for (const from of [9, 10, 11]) atlas.state().setSelection({ hours: { from, to: 20 } });
    await atlas.evaluateAll();
    atlas.rest();
    atlas.state().setCamera({ zoom: 11, latitude: 51.9, longitude: -0.4 });
    atlas.rest();
    expect(atlas.location.entries).toEqual([OPEN, `${OPEN}&hours=11-20&map=11/51.9000/-0.4000`]);
  });

  it('keeps the entry of a filter that a camera move follows at once', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setMeasure('count');
    atlas.state().setCamera({ zoom: 11, latitude: 51.9, longitude: -0.4 });
    atlas.rest();
    expect(atlas.location.entries).toHaveLength(2);
  });

  it('reproduces the view in another session', async () => {
    const atlas = createHarness();
    await atlas.open();
    const { setSelection, setMeasure, setConfidence, toggleArea, toggleOverlay, setCamera } = atlas.state();
    setSelection({ types: ['violence-and-sexual-offences'], days: [4, 5], hours: { from: 19, to: 7 }, boroughs: ['E06000032'], drawn: [[-0.4, 51.8], [-0.3, 51.8], [-0.35, 51.9]] });
    setMeasure('dsr');
    setConfidence(99.8);
    toggleArea('E01000001', 'replace');
    toggleArea('E01000002', 'add');
    toggleOverlay('hubs');
    toggleOverlay('lsoa');
    setCamera({ zoom: 11.5, latitude: 51.88, longitude: -0.42 });
    atlas.rest();
    expect(atlas.location.read()).toBe(linkOf(atlas.state()));
    const other = createHarness(atlas.location.read());
    await other.open();
    expect([other.state().view, other.state().notices]).toEqual([atlas.state().view, []]);
    expect(other.state().evaluation?.request).toMatchObject({ confidence: 99.8, selection: { days: [4, 5], boroughs: ['E06000032'] } });
  });

  it('is followed back and forward', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setSelection({ boroughs: ['E06000032'] });
    await atlas.evaluateAll();
    atlas.rest();
    atlas.state().setSelection({ boroughs: ['E06000055'] });
    await atlas.evaluateAll();
    atlas.rest();
    const boroughs: unknown[] = [];
    for (const step of ['back', 'back', 'forward'] as const) {
      atlas.location[step]();
      await atlas.evaluateAll();
      boroughs.push(atlas.state().evaluation?.request.selection.boroughs);
    }
    expect(boroughs).toEqual([['E06000032'], null, ['E06000032']]);
    atlas.rest();
    expect(atlas.location.entries).toHaveLength(3);
  });

  it('leads back to the data set before', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setDataSet('street');
    await settle();
    await atlas.openDataSet();
    atlas.rest();
    expect(atlas.location.entries.map((hash) => decodeHash(hash).view.dataSet)).toEqual(['police-recorded', 'street']);
    atlas.location.back();
    await settle();
    await atlas.openDataSet();
    expect([atlas.state().dataSet.entry?.id, atlas.worker.packs.length]).toEqual(['police-recorded', 1]);
  });

  it('drops what was waiting to be written when the reader goes elsewhere', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setMeasure('count');
    atlas.location.type('#/methods?v=1&pack=bedfordshire&data=police-recorded&colour=red');
    await atlas.evaluateAll();
    atlas.rest();
    expect([atlas.state().view.view, atlas.state().view.measure, atlas.state().notices.length]).toEqual(['methods', null, 1]);
    expect(atlas.location.entries).toHaveLength(2);
  });
});
