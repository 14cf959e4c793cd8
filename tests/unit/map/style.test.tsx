import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { attributionOf } from '../../../src/map/attribution.ts';
import { OVER_AREAS, OVER_SYMBOLS } from '../../../src/map/areas/areaPainter.ts';
import type { LegendItem } from '../../../src/map/layers/legend.ts';
import { OVERLAY_LAYERS, PLACE_HIT_LAYERS } from '../../../src/map/layers/overlayLayers.ts';
import { layersFor, overlayVisibility, styleFor } from '../../../src/map/layers/style.ts';
import { LegendSwatch } from '../../../src/map/scale/LegendSwatch.tsx';
import { PALETTES } from '../../../src/map/scale/colours.ts';
import type { Pixels } from '../../../src/map/scale/images.ts';
import { digit, dots, hatch, imagesFor, triangle } from '../../../src/map/scale/images.ts';
import { OVERLAYS } from '../../../src/model/measures.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const style = styleFor(PALETTES.light);
const ids = style.layers.map(({ id }) => id);

const withoutPaint = (theme: 'light' | 'dark') => layersFor(PALETTES[theme]).map(({ paint: _paint, ...rest }) => rest);
const shown = (overlays: Parameters<typeof overlayVisibility>[0]) => overlayVisibility(overlays).filter(({ visible }) => visible).map(({ id }) => id);
const covered = ({ data }: { data: Uint8ClampedArray }): number => [...data].filter((value, index) => index % 4 === 3 && value > 127).length;
const sizes = (theme: 'light' | 'dark') => Object.values(imagesFor(PALETTES[theme].mark)).map(({ width, height, data }) => [width, height, data.length]);
const rowsOf = ({ width, data }: { width: number; data: Uint8ClampedArray }): number[] =>
  Array.from({ length: width }, (_, row) => Array.from({ length: width }, (__, column) => data[(row * width + column) * 4 + 3] ?? 0).reduce((a, b) => a + b, 0));
const swatch = (change: Partial<LegendItem>): string => renderToStaticMarkup(<LegendSwatch item={{ colour: 'higher', symbol: null, pattern: null, kind: 'class', hidden: false, ...change }} />);
const alphaOf = (image: Pixels, x: number, y: number): number => image.data[(y * image.width + (x % image.width)) * 4 + 3] ?? -1;

describe('style', () => {
  it('fetches nothing: no glyphs, no sprite, no address', () => {
    expect(Object.keys(style).toSorted()).toEqual(['layers', 'sources', 'transition', 'version']);
    expect(JSON.stringify(style)).not.toMatch(/https?:|url/);
  });

  it('has each layer once, and a source for each', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const sources = style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : []));
    expect(sources.filter((source) => !(source in style.sources))).toEqual([]);
    expect(sources).toHaveLength(ids.length - 1);
  });

  it('has every layer that overlays, paints and clicks name', () => {
    for (const id of [...Object.values(OVERLAY_LAYERS).flat(), ...PLACE_HIT_LAYERS, OVER_AREAS, OVER_SYMBOLS]) expect(ids).toContain(id);
  });

  it('puts areas over the page and under every line, their symbols under outlines and names', () => {
    expect(ids.slice(0, ids.indexOf(OVER_AREAS))).toEqual(['page', 'county-edge']);
    expect(ids.slice(ids.indexOf(OVER_AREAS), ids.indexOf(OVER_SYMBOLS)).every((id) => Object.values(OVERLAY_LAYERS).flat().includes(id))).toBe(true);
  });

  it('differs between themes in paint only', () => {
    expect(withoutPaint('dark')).toEqual(withoutPaint('light'));
  });

  it('starts with every overlay off', () => {
    const visible = style.layers.filter((layer) => layer.layout?.visibility !== 'none').map(({ id }) => id);
    for (const { id } of OVERLAYS) for (const layer of OVERLAY_LAYERS[id]) expect(visible).not.toContain(layer);
    expect(visible).toEqual(expect.arrayContaining(['page', 'county-edge', 'selected-inner', 'drawn-line']));
  });

  it('shows the layers of the overlays that are on, and no others', () => {
    expect(shown([])).toEqual([]);
    expect(shown(['lsoa', 'boroughs'])).toEqual(OVERLAY_LAYERS.boroughs);
  });
});

describe('images', () => {
  it('keep their sizes in both themes, so that a theme can swap them', () => {
    expect(sizes('dark')).toEqual(sizes('light'));
  });

  it('join up when tiled', () => {
    const stripes = hatch('#123456');
    const grid = dots('#123456');
    for (let x = 0; x < stripes.width; x += 1) {
      // A stripe leaving at the bottom goes on one pixel to the left at the top of the next tile.
      expect(alphaOf(stripes, x, 0)).toBe(alphaOf(stripes, x + 1, stripes.height - 1));
    }
    for (let x = 0; x < grid.width; x += 1) expect(alphaOf(grid, x, 0)).toBe(alphaOf(grid, x, grid.height - 1));
  });

  it('leave most of the fill to be seen, and are there', () => {
    for (const image of [hatch('#123456'), dots('#123456')]) {
      const share = covered(image) / (image.width * image.height);
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.35);
    }
  });

  it('triangles point the way they say', () => {
    const up = rowsOf(triangle('#FFFFFF', 'up'));
    expect((up[4] ?? 0) < (up[14] ?? 0)).toBe(true);
    expect(rowsOf(triangle('#FFFFFF', 'down'))).toEqual(up.toReversed());
  });
});

describe('numerals', () => {
  const numbers = [1, 2, 3, 4, 5] as const;
  const solid = (colour: number) => numbers.map((number) => {
    const { data } = digit('#FF0000', '#0000FF', number);
    return [...data].filter((value, index) => index % 4 === colour && value > 200 && (data[index - colour + 3] ?? 0) > 200).length;
  });

  it('are drawn in ink within a halo, and differ from one another', () => {
    expect(solid(0).every((pixels) => pixels > 25)).toBe(true);
    expect(solid(2).every((pixels) => pixels > 25)).toBe(true);
    expect(new Set(numbers.map((number) => [...digit('#FF0000', '#0000FF', number).data].join())).size).toBe(5);
  });

  it('stay within their box, halo and all', () => {
    for (const number of numbers) {
      const image = digit('#FF0000', '#0000FF', number);
      for (let at = 0; at < image.width; at += 1) {
        expect([alphaOf(image, at, 0), alphaOf(image, at, image.height - 1), alphaOf(image, 0, at), alphaOf(image, image.width - 1, at)]).toEqual([0, 0, 0, 0]);
      }
    }
  });
});

describe('attribution', () => {
  it('names the Crown for real boundaries, and nobody for made-up ones', () => {
    expect(attributionOf(samplePack({ demonstration: false }).manifest)).toBe('Contains National Statistics and OS data © Crown copyright and database right 2024');
    expect(attributionOf(samplePack({ demonstration: true }).manifest)).toBe('Demonstration areas and data, not official boundaries');
  });
});

describe('LegendSwatch', () => {
  it('looks as the class does on the map', () => {
    expect(swatch({ symbol: 'triangle-up' })).toContain('var(--map-higher)');
    expect(swatch({ symbol: 'triangle-up' })).toContain('var(--map-mark-triangle-up)');
    expect(swatch({ colour: 'too-few', pattern: 'hatch' })).toMatch(/fill="url\(#[^)]*hatch\)"/);
    expect(swatch({ colour: 'zero', pattern: 'dots' })).toMatch(/fill="url\(#[^)]*dots\)"/);
    expect(swatch({ colour: 'no-data', kind: 'no-data' })).toContain('stroke-dasharray');
    expect(swatch({})).not.toContain('stroke-dasharray');
    expect(swatch({ symbol: 'digit-3' })).toMatch(/<text[^>]*>3<\/text>/);
    expect(swatch({ symbol: 'triangle-up' })).not.toContain('<text');
  });

  it('is left to the words beside it, and fades when switched off', () => {
    expect(swatch({})).toContain('aria-hidden="true"');
    expect(swatch({ hidden: true })).toContain('opacity="0.35"');
  });
});
