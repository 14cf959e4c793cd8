import { describe, expect, it } from 'vitest';
import type { DrawnArea } from '../../../src/model/drawnAreas.ts';
import { DRAWN_AREAS_VALUE, drawnAreasFit, drawnAreasText, renamedDrawn, withDrawn } from '../../../src/selection/urlDrawnAreas.ts';

const SQUARE = [[-0.42, 51.88], [-0.41, 51.88], [-0.41, 51.89], [-0.42, 51.89]] as const;
const square = (name: string): DrawnArea => ({ name, polygons: [[SQUARE]] });
const round = (corners: number): DrawnArea => ({ name: 'Round', polygons: [[Array.from({ length: corners }, (_, i) => [Math.sin(i / 1600), 51 + Math.cos(i / 1600)] as const)]] });

describe('drawn areas', () => {
  it('have clean names that differ, corners to a metre, and nothing that encloses no ground', () => {
    const kept = withDrawn([square('Beat')], [
      square('Beat'), square(' A:B*C '), square(''), { name: 'Fine', polygons: [[[[-0.123456789, 51.1], [-0.123456111, 51.1], [-0.2, 51.1], [-0.2, 51.2]]]] },
      { name: 'Line', polygons: [[[[0, 51], [1, 51]]]] }, { name: 'Dot', polygons: [[[[0, 51], [0.000001, 51], [0, 51.000001]]]] },
    ]);
    expect(kept.map(({ name }) => name)).toEqual(['Beat', 'Beat 2', 'A B C', 'Drawn area', 'Fine']);
    expect(kept[4]?.polygons).toEqual([[[[-0.12346, 51.1], [-0.2, 51.1], [-0.2, 51.2]]]]);
    expect(renamedDrawn(kept, 1, 'Beat').map(({ name }) => name)[1]).toBe('Beat 2');
    expect(renamedDrawn(kept, 1, 'High Town').map(({ name }) => name)[1]).toBe('High Town');
    expect(renamedDrawn(kept, 1, '  ')).toBe(kept);
  });

  it('are at most 50, of at most 10,000 corners each', () => {
    expect(withDrawn([], Array.from({ length: 60 }, () => square('Beat')))).toHaveLength(50);
    expect([withDrawn([], [round(10_000)]), withDrawn([], [round(10_001)])].map(({ length }) => length)).toEqual([1, 0]);
    expect([drawnAreasFit(withDrawn([], [round(2000)])), drawnAreasText(withDrawn([], [round(2000)])), drawnAreasFit([])]).toEqual([false, null, true]);
  });

  it('are read whole or not at all', () => {
    const text = 'A:-0.42,51.88,-0.41,51.88,-0.41,51.89*B:1,51,2,51,2,52';
    expect(DRAWN_AREAS_VALUE.read(text)?.map(({ name }) => name)).toEqual(['A', 'B']);
    for (const bad of ['', 'A', ':1,51,2,51,2,52', 'A:1,51,2,51', 'A:1,51,2,51,2,52*', 'A:1,51,2,51,2,x', 'A:1,51,2,51,2,95']) expect(DRAWN_AREAS_VALUE.read(bad)).toBeNull();
  });
});
