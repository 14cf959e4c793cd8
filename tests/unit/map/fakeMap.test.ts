import { describe, expect, it } from 'vitest';
import type { MapCallbacks } from '../../../src/map/types.ts';
import { FakeMap } from '../../fakes/fakeMap.ts';

const ignore = (): void => undefined;

function watched(): { readonly map: FakeMap; readonly heard: unknown[] } {
  const heard: unknown[] = [];
  const callbacks: MapCallbacks = {
    onHover: ignore, onSelect: ignore, onPlace: ignore, onCamera: ignore, onReady: ignore, onProblem: ignore,
    onDrawn: (ring) => heard.push(ring === null ? 'given up' : ring.length),
    onDrawing: (corners) => heard.push({ corners }),
  };
  return { map: new FakeMap(callbacks), heard };
}

/** What features may count on of any map, shown on the one that tests use. */
describe('drawing', () => {
  it('tells corners as they come and go, and that drawing is over before its ring', () => {
    const { map, heard } = watched();
    map.startDrawing();
    map.clickCorner(0, 0);
    map.clickCorner(1, 0);
    map.finishDrawing();
    map.removeLastCorner();
    map.clickCorner(1, 1);
    map.clickCorner(0, 1);
    map.finishDrawing();
    expect(heard).toEqual([{ corners: 0 }, { corners: 1 }, { corners: 2 }, { corners: 1 }, { corners: 2 }, { corners: 3 }, { corners: null }, 3]);
    expect(map.view.drawn).toEqual([[0, 0], [1, 1], [0, 1]]);
  });

  it('keeps the earlier shape when given up, and ignores commands while nothing is drawn', () => {
    const { map, heard } = watched();
    map.removeLastCorner();
    map.finishDrawing();
    map.cancelDrawing();
    map.setDrawn([[0, 0], [1, 0], [1, 1]]);
    map.startDrawing();
    map.clickCorner(5, 5);
    map.cancelDrawing();
    expect(heard).toEqual([{ corners: 0 }, { corners: 1 }, { corners: null }, 'given up']);
    expect(map.view.drawn).toHaveLength(3);
  });
});
