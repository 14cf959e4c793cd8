import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { areaPaint } from '../../../src/map/layers/areaPaint.ts';
import { PaperMap, type PaperMapProps } from '../../../src/map/paper/PaperMap.tsx';
import { withoutOverlaps } from '../../../src/map/paper/PaperPlaces.tsx';
import { paperView, pathOf } from '../../../src/map/paper/paperView.ts';
import { CLASS } from '../../../src/model/measures.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { surfaceOf } from '../../fakes/sampleSurface.ts';
import { WORDS, evaluationOf } from './scene.ts';

const BOX = [-0.6, 51.8, -0.2, 52.3] as const;
const square = (west: number, south: number) => [[[west, south], [west + 0.05, south], [west + 0.05, south + 0.05], [west, south + 0.05], [west, south]]];

/** samplePack with a square round each area's point. */
function packWithShapes(): OpenedPack {
  const pack = samplePack();
  const { code, longitude, latitude } = pack.areas;
  return {
    ...pack,
    shapes: {
      type: 'FeatureCollection',
      features: code.map((id, area) => ({ type: 'Feature', id: area, properties: { code: id, area }, geometry: { type: 'Polygon', coordinates: square((longitude[area] ?? 0) - 0.025, (latitude[area] ?? 0) - 0.025) } })),
    },
  };
}

function drawing(change: Partial<PaperMapProps> & { readonly hidden?: readonly string[]; readonly inPlace?: readonly number[] } = {}): string {
  const pack = packWithShapes();
  const evaluation = evaluationOf({ columns: { rateClass: [CLASS.higher, CLASS.similar, CLASS.lower, CLASS.tooFew, CLASS.noData], inPlace: change.inPlace ?? [1, 1, 1, 1, 1] } });
  const paint = areaPaint({ pack, evaluation, measure: 'rate-class', breaks: null, hidden: new Set(change.hidden), agreement: null, words: WORDS });
  return renderToStaticMarkup(<PaperMap pack={pack} paint={paint} overlays={['lsoa', 'labels']} surface={null} selected={[]} camera={{ zoom: 12, latitude: 52, longitude: -0.4 }} drawn={null} drawnAreas={[]} width={800} height={600} {...change} />);
}

describe('paperView', () => {
  it('fits the whole box, and keeps its shape', () => {
    const view = paperView(null, BOX, 800, 600);
    const [left, bottom] = view.at(BOX[0], BOX[1]);
    const [right, top] = view.at(BOX[2], BOX[3]);
    expect([left > 0, top > 0, right < 800, bottom < 600]).toEqual([true, true, true, true]);
    expect((left + right) / 2).toBeCloseTo(400, 6);
    expect(bottom - top).toBeCloseTo(540, 6);
    // A degree of latitude is 1 / cos(latitude) times as long as one of longitude in Web Mercator.
    expect((bottom - top) / 0.5 / ((right - left) / 0.4)).toBeCloseTo(1 / Math.cos((52.05 * Math.PI) / 180), 3);
  });

  it('puts the camera in the middle, at its scale', () => {
    const view = paperView({ zoom: 11, latitude: 51.88, longitude: -0.42 }, BOX, 400, 300);
    expect(view.at(-0.42, 51.88)).toEqual([200, 150]);
    expect(view.zoom).toBe(11);
    expect((view.at(-0.32, 51.88)[0] - 200) / ((512 * 2 ** 11) / 3600)).toBeCloseTo(1, 9);
  });

  it('takes a usual size for a map that is not on screen', () => {
    expect(paperView(null, BOX, 0, 0)).toMatchObject({ width: 800, height: 600 });
  });

  it('writes every ring, without corners that fall together', () => {
    const view = paperView(null, BOX, 800, 600);
    const ring = [[-0.4, 52], [-0.4, 52.0000001], [-0.3, 52], [-0.3, 52.1], [-0.4, 52]];
    expect(pathOf({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] }, view).match(/M[^MZ]+Z/g)).toHaveLength(3);
    expect(pathOf({ type: 'Polygon', coordinates: [ring] }, view).match(/L/g)).toHaveLength(3);
    expect(pathOf({ type: 'Point', coordinates: [0, 52] }, view)).toBe('');
  });
});

describe('PaperMap', () => {
  it('draws every area in the colour, pattern and mark of its class, in custom properties alone', () => {
    const svg = drawing();
    for (const token of ['higher', 'similar', 'lower', 'too-few', 'no-data']) expect(svg.match(new RegExp(`fill="var\\(--map-${token}\\)"`, 'g'))).toHaveLength(1);
    expect(svg).toMatch(/fill="url\(#[^)]*hatch\)"/);
    expect(svg).toContain('stroke-dasharray="2.5 2"');
    expect(svg.match(/fill="var\(--map-mark-triangle-(up|down)\)"/g)).toHaveLength(2);
    expect(svg).not.toMatch(/#[0-9A-F]{6}/i);
  });

  it('shows as the screen does what is switched off, dimmed or selected', () => {
    expect(drawing({ hidden: ['higher'] })).not.toMatch(/--map-higher|triangle-up/);
    expect(drawing({ inPlace: [0, 1, 1, 1, 1] }).match(/fill-opacity="0.28"/g)).toHaveLength(1);
    expect(drawing().includes('--map-mark-focus')).toBe(false);
    expect(drawing({ selected: [2, 4] }).match(/--map-mark-focus\)/g)).toHaveLength(2);
  });

  it('draws the lines of density where their layer is on, faintly while they are old, with numbers on those long enough', () => {
    const { lines, levels } = surfaceOf({ pack: 'bedfordshire', dataSet: 'street', selection: EVERYTHING, settings: { bandwidthMetres: 1000, levels: null } });
    const camera = { zoom: 12, latitude: 51.88, longitude: -0.42 };
    const on = drawing({ overlays: ['surface'], surface: { lines, levels, old: false }, camera });
    expect(on.match(/class="density-line"/g)).toHaveLength(2);
    expect([on.includes('>50</text>'), on.includes('>100</text>'), on.includes('opacity="0.35"')]).toEqual([true, true, false]);
    expect(drawing({ overlays: ['surface'], surface: { lines, levels, old: true }, camera })).toContain('opacity="0.35"');
    expect(drawing({ overlays: ['surface'], surface: { lines, levels, old: false }, camera: { ...camera, zoom: 8 } })).not.toContain('>50</text>');
    expect(drawing({ overlays: ['labels'], surface: { lines, levels, old: false }, camera })).not.toContain('density-line');
  });

  it('is nothing without areas', () => {
    expect(drawing({ pack: samplePack() })).toBe('');
  });
});

const name = (id: string, x: number, y: number, title = 'Leighton Buzzard') => ({ id, title, rank: 1, x, y });

describe('withoutOverlaps', () => {
  it('keeps the first of two names that would touch, and names side by side or one under the other', () => {
    const names = [name('a', 400, 100), name('b', 430, 105), name('c', 400, 130), name('d', 600, 100)];
    expect(withoutOverlaps(names, { width: 800, height: 600 }).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('moves names in from the edge, and drops those beyond it', () => {
    const [kept, ...others] = withoutOverlaps([name('a', 5, 100), name('b', 900, 100)], { width: 800, height: 600 });
    expect(others).toEqual([]);
    expect(kept?.x).toBeGreaterThan(40);
  });
});
