import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DrawnArea } from '../../../src/model/drawnAreas.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { hotspotsOf } from '../../fakes/sampleHotspots.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const RING = [[-0.42, 51.88], [-0.41, 51.88], [-0.41, 51.89]] as const;
const area = (name: string): DrawnArea => ({ name, polygons: [[RING]] });
const names = ({ state }: ReturnType<typeof createHarness>) => state().view.drawnAreas.map(({ name }) => name);
async function open(hash = '#/hotspots?v=1') {
  const atlas = createHarness(hash);
  await atlas.open();
  atlas.state().needHotspots();
  return atlas;
}

describe('areas to compare', () => {
  it('are drawn on the map and back again, stand in the link and in what the tests are asked', async () => {
    const atlas = await open();
    await nextOf(atlas.worker.hotspotTests).answer(hotspotsOf(nextOf(atlas.worker.hotspotTests).input, 5));
    atlas.state().drawArea();
    expect([atlas.state().view.view, atlas.state().areaDrawing]).toEqual(['explore', 'asked']);
    atlas.state().endAreaDrawing(RING);
    expect([atlas.state().view.view, atlas.state().areaDrawing, names(atlas)]).toEqual(['hotspots', 'ended', ['Drawn area']]);
    expect(nextOf(atlas.worker.hotspotTests).input.drawnAreas).toEqual([area('Drawn area')]);
    atlas.rest();
    expect(atlas.location.read()).toContain('&shapes=Drawn%20area:-0.42,51.88,-0.41,51.88,-0.41,51.89');
    atlas.state().renameDrawnArea(0, 'High Town');
    expect(names(atlas)).toEqual(['High Town']);
    atlas.state().removeDrawnArea(0);
    expect(names(atlas)).toEqual([]);
  });

  it('do not lie in wait: another view, or giving up, ends the drawing', async () => {
    const atlas = await open();
    atlas.state().drawArea();
    atlas.state().setView('methods');
    expect(atlas.state().areaDrawing).toBe('idle');
    atlas.state().drawArea();
    atlas.state().endAreaDrawing(null);
    expect([atlas.state().view.view, names(atlas)]).toEqual(['hotspots', []]);
    atlas.state().forgetAreaDrawing();
    expect(atlas.state().areaDrawing).toBe('idle');
  });

  it('come from a file by way of the worker, with what was left out in words; a bad file changes nothing', async () => {
    const atlas = await open();
    const bytes = new Uint8Array(3);
    const added = atlas.state().addDrawnAreas({ kind: 'file', name: 'beats.geojson', bytes });
    expect(nextOf(atlas.worker.shapings).input).toEqual({ kind: 'file', name: 'beats.geojson', bytes });
    await nextOf(atlas.worker.shapings).answer([area('A'), area('A'), { name: 'Line', polygons: [[[[0, 51], [1, 51], [1, 51]]]] }]);
    expect(await added).toEqual({ added: 2, words: '1 left out: too many areas are drawn already, or too small to measure.' });
    expect(names(atlas)).toEqual(['A', 'A 2']);
    const refused = atlas.state().addDrawnAreas({ kind: 'file', name: 'x.csv', bytes });
    await nextOf(atlas.worker.shapings).fail('The file is neither GeoJSON nor FlatGeobuf.');
    expect((await refused).added).toBe(0);
    expect((await refused).words).toContain('neither GeoJSON');
    expect(names(atlas)).toEqual(['A', 'A 2']);
  });

  it('that no link holds stay when the reader goes back', async () => {
    const atlas = await open();
    const round = Array.from({ length: 3000 }, (_, i) => [Math.sin(i / 500), 51 + Math.cos(i / 500)] as const);
    atlas.state().setView('methods');
    atlas.rest();
    atlas.state().endAreaDrawing(round);
    atlas.rest();
    expect([names(atlas), atlas.location.read().includes('shapes=')]).toEqual([['Drawn area'], false]);
    atlas.location.back();
    await settle();
    expect([atlas.state().view.view, names(atlas)]).toEqual(['methods', ['Drawn area']]);
  });
});
